"""Hears a sentence of shares: who, when, every amount with the position taken and the texts it is an amount of."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from onrecord.claims.clauses import period_of, resolved
from onrecord.claims.context import Context
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import states_in, texts_in
from onrecord.claims.typed import Quantifier, Texts
from onrecord.claims.votes.shares_amounts import Amount, amount_at, total_after
from onrecord.claims.votes.shares_only import SELECTIONS
from onrecord.claims.votes.shares_typed import Measured
from onrecord.claims.votes.typed import Stance
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.situations import Selection
from onrecord.vocabulary.verdicts import Filled

STANCES = {
    "yes": Stance.YES,
    "no": Stance.NO,
    "abstain": Stance.ABSTAIN,
    "absent": Stance.ABSENT,
    "unsupportive": Stance.NOT_YES,
}


BESIDE = (
    "share.median",
    "share.gap",
    "share.support",
    "v.rating.rank",
    "v.elect.placed",
    "rating.place",
)
"""Words that set a state beside others: no amount of texts stands behind them."""


@dataclass(slots=True)
class Part:
    """One amount with the position taken, the stretch that describes its texts, and the per cent given for it."""

    stance: Stance
    amount: Amount
    first: int
    last: int
    over: Measured | None = None
    percent: Decimal | None = None
    of: int | None = None


@dataclass(slots=True)
class Heard:
    """A sentence of shares with what has been gathered of it."""

    linked: Linked
    context: Context
    state: str | None
    period: Period | None
    parts: list[Part]
    used: set[int] = field(default_factory=set)
    filled: list[Filled] = field(default_factory=list)


def heard(linked: Linked, context: Context) -> Heard | None:
    """Return a sentence of shares as heard; None where it has several states, sets of states, or times."""
    places = range(len(linked))
    verbs = [i for i in linked.where("v.vote") if linked[i].under("v.vote") in STANCES]
    first = min([*verbs, *linked.where(*BESIDE)], default=None)
    if first is None or _apart(linked, context):
        return None
    who = states_in(linked, range(first), context)
    if who is None and verbs:
        return None
    if who and (len(who.states.states) != 1 or who.states.examples or who.states.listed or who.states.n):
        return None
    period, dates = period_of(linked, places, context)
    one = Heard(linked, context, who.states.states[0] if who else None, period, [])
    one.used |= (who.used if who else frozenset()) | dates
    if who and who.filled:
        one.filled.append(Filled("state", one.state or "", f"“{who.filled}”"))
    if period is None and (context.heading or context.period):
        one.period = context.heading or context.period
        source = "the heading" if context.heading else "an earlier sentence"
        one.filled.append(Filled("period", one.period.words if one.period else "", source))
    _parts(one, verbs)
    for part in one.parts:
        part.of = part.of if part.of is not None or who is None else who.states.of
    _describe(one)
    return one


def _apart(linked: Linked, context: Context) -> bool:
    """Whether dates of different times stand in one sentence: which amount is of which is not told."""
    found = [p for i in linked.of_kind(Kind.PERIOD) if (p := resolved(linked[i], context))]
    return any(not a.overlaps(b) for a, b in pairwise(found))


def _parts(one: Heard, verbs: Sequence[int]) -> None:
    """Find every amount: behind a verb, or "n of N" behind an earlier one's texts."""
    linked, last = one.linked, len(one.linked) - 1
    stance: Stance | None = None
    here = 0
    while here <= last:
        m = linked[here]
        if m.tagged(*BESIDE):
            break
        amount = None
        if here in verbs:
            stance = STANCES[m.under("v.vote") or "yes"]
            one.used.add(here)
            amount = amount_at(linked, here + 1, last)
        elif stance and m.kind is Kind.NUMBER and total_after(linked, here, last)[0] is not None:
            amount = amount_at(linked, here, last)
        elif stance and m.kind is Kind.SHARE and one.parts and not isinstance(m.value, tuple):
            _give_percent(one, here)
        if amount and stance:
            one.used |= amount.places
            one.parts.append(Part(stance, amount, amount.end, last, of=amount.of))
            here = amount.end
        else:
            here += 1
    for before, after in pairwise(one.parts):
        before.last = min(after.amount.places) - 1


def _give_percent(one: Heard, at: int) -> None:
    """Take the per cent in brackets behind an amount; one with a bound stays unread."""
    part, value = one.parts[-1], one.linked[at].value
    alone = part.amount.percent is None and part.amount.part is None and part.percent is None
    if alone and isinstance(value, Decimal) and one.linked[at - 1].text.lower() in {"(", ",", "or", "–", "—"}:
        part.percent = value
        one.used.add(at)


def _describe(one: Heard) -> None:
    """Give each amount the texts that the words behind it describe, or those of its neighbours."""
    for part in one.parts:
        end = _texts_end(one.linked, part.first, part.last)
        part.over = measured(one, [i for i in range(part.first, end + 1) if one.linked[i].kind is not Kind.SHARE])
    _at_session(one)
    front = measured(one, list(one.linked.where("selection", "scope.country")))
    for k, part in enumerate(one.parts):
        if part.over is not None:
            continue
        following = next((p for p in one.parts[k + 1 :] if p.over), None)
        before = next((p for p in reversed(one.parts[:k]) if p.over), None)
        donor = following if following and part.of is None and following.of is not None else before or following
        if donor:
            part.over, part.of = donor.over, part.of or donor.of
        elif front:
            part.over = front


def _at_session(one: Heard) -> None:
    """Narrow every set of texts to the session that stands before the first verb."""
    first = min((p.first for p in one.parts), default=0)
    found = texts_in(one.linked, [i for i in range(first) if one.linked[i].kind is not Kind.STATE], one.context, False)
    if not found.texts.sessions:
        return
    one.used |= {i for i in found.used if one.linked[i].kind is not Kind.PERIOD}
    for part in one.parts:
        if part.over:
            texts = replace(part.over.texts, sessions=part.over.texts.sessions or found.texts.sessions)
            part.over = replace(part.over, texts=texts)


def _texts_end(linked: Linked, first: int, last: int) -> int:
    for i in range(first, last + 1):
        if linked[i].text in {"(", ";", ":", "—", "–"} or linked[i].tagged("v.vote", "share.often"):
            return i - 1
    return last


def measured(one: Heard, places: Sequence[int]) -> Measured | None:
    """Return the texts that words describe, with the named selection among them; None where nothing is described."""
    linked = one.linked
    named = [i for i in places if linked[i].tagged("selection")]
    found = texts_in(linked, [i for i in places if i not in named and not _item_alone(linked, i)], one.context)
    items = [str(linked[i + 1].value) for i in places if _item_alone(linked, i) and i + 1 <= max(places)]
    texts = replace(found.texts, quantifier=Quantifier.THE, n=None, of=None, plural=True, period=one.period)
    texts = replace(texts, items=tuple(items) or texts.items, country=texts.country or bool(named or items))
    if not (texts.described or named):
        return None
    one.used |= found.used | set(named) | {k for i in places if _item_alone(linked, i) for k in (i, i + 1)}
    selection = SELECTIONS[linked[named[0]].under("selection") or "all"] if named else _item_selection(texts)
    if selection is not None:
        texts = replace(texts, topics=() if selection is Selection.ITEM_7 else texts.topics, items=())
    return Measured(texts=_plain(texts), selection=selection)


def _plain(texts: Texts) -> Texts:
    return replace(texts, noun="" if texts.noun in {"text", "vote", "issue", "draft"} else texts.noun, country=True)


def _item_alone(linked: Linked, i: int) -> bool:
    """Whether one agenda item is named here, as against "items 2 and 4"."""
    m = linked[i]
    return m.tagged("scope.item") and not m.text.lower().endswith("s") and i + 1 < len(linked) and linked[i + 1].kind is Kind.NUMBER  # fmt: skip  # noqa: E501


def _item_selection(texts: Texts) -> Selection | None:
    return Selection.ITEM_7 if texts.items == ("7",) and not texts.topics else None
