"""Reads claims about shares: on how many texts a state took a position, and how that stands beside others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from onrecord.claims.clauses import period_of
from onrecord.claims.context import Context, Read
from onrecord.claims.lexicon import table
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import states_in, texts_in
from onrecord.claims.typed import Claim, Quantifier, Texts
from onrecord.claims.votes.shares_amounts import Amount, amount_at, total_after
from onrecord.claims.votes.shares_only import SELECTIONS, read_only_one
from onrecord.claims.votes.shares_typed import (
    Difference,
    Measured,
    Median,
    MostOften,
    Ranked,
    Share,
)
from onrecord.claims.votes.typed import Stance
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.situations import Selection
from onrecord.vocabulary.verdicts import Filled

_STANCES = {
    "yes": Stance.YES,
    "no": Stance.NO,
    "abstain": Stance.ABSTAIN,
    "absent": Stance.ABSENT,
    "unsupportive": Stance.NOT_YES,
}
_MODAL = frozenset(table("small")["modal"])


@dataclass(slots=True)
class _Part:
    """One amount with the position taken, the stretch that describes its texts, and the per cent given for it."""

    stance: Stance
    amount: Amount
    first: int
    last: int
    over: Measured | None = None
    percent: Decimal | None = None
    of: int | None = None


@dataclass(slots=True)
class _Sentence:
    linked: Linked
    context: Context
    state: str
    period: Period | None
    parts: list[_Part]
    used: set[int] = field(default_factory=set)
    filled: list[Filled] = field(default_factory=list)


def read_shares(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about shares, medians, ranks and differences that a sentence makes; none where it has none."""
    if not _asserts(linked):
        return []
    alone = read_only_one(linked, context)
    if alone or not _speaks_of_shares(linked):
        return alone
    one = _heard(linked, context)
    if one is None:
        return []
    claims = [*_shares(one), *_medians(one), *_ranks(one), *_gaps(one), *_extremes(one)]
    return [Read(c, frozenset(one.used), 0, len(linked) - 1, tuple(one.filled)) for c in claims]


def _asserts(linked: Linked) -> bool:
    return not any(m.text.lower() in _MODAL or m.tagged("v.change") for m in linked.mentions)


def _speaks_of_shares(linked: Linked) -> bool:
    votes = any(linked.where("v.vote"))
    country = any(linked.where("scope.country", "scope.item", "selection"))
    told = any(linked.where("selection", "share")) or any(linked.of_kind(Kind.SHARE))
    several = sum(1 for i in linked.where("v.vote") if amount_at(linked, i + 1, len(linked) - 1)) > 1
    counted = any(total_after(linked, i, len(linked) - 1)[0] for i in linked.of_kind(Kind.NUMBER)) or any(
        linked.where("q.half", "q.most")
    )
    in_five = any(_in_words(linked, i) for i in linked.of_kind(Kind.NUMBER))
    sole = any(linked.where("q.only")) and any(linked.where("q.all", "q.none")) and country
    return votes and (told or several or sole or (country and (counted or in_five)))


def _in_words(linked: Linked, i: int) -> bool:
    found = amount_at(linked, i, len(linked) - 1)
    return found is not None and found.part is not None


def _heard(linked: Linked, context: Context) -> _Sentence | None:
    places = range(len(linked))
    verbs = [i for i in linked.where("v.vote") if linked[i].under("v.vote") in _STANCES]
    if not verbs:
        return None
    who = states_in(linked, range(verbs[0]), context)
    if who is None or len(who.states.states) != 1 or who.states.examples or who.states.listed or who.states.n:
        return None
    period, dates = period_of(linked, places, context)
    one = _Sentence(linked, context, who.states.states[0], period, [])
    one.used |= who.used | dates
    if who.filled:
        one.filled.append(Filled("state", one.state, f"“{who.filled}”"))
    if period is None and (context.heading or context.period):
        one.period = context.heading or context.period
        source = "the heading" if context.heading else "an earlier sentence"
        one.filled.append(Filled("period", one.period.words if one.period else "", source))
    _parts(one, verbs)
    for part in one.parts:
        part.of = part.of if part.of is not None else who.states.of
    _describe(one)
    return one


def _parts(one: _Sentence, verbs: Sequence[int]) -> None:
    """Find every amount: behind a verb, or "n of N" behind an earlier one's texts."""
    linked, last = one.linked, len(one.linked) - 1
    stance: Stance | None = None
    here = 0
    while here <= last:
        m = linked[here]
        if m.tagged("share.median") or m.tagged("v.rating.rank", "v.elect.placed", "rating.place", "share.gap"):
            break
        amount = None
        if here in verbs:
            stance = _STANCES[m.under("v.vote") or "yes"]
            one.used.add(here)
            amount = amount_at(linked, here + 1, last)
        elif stance and m.kind is Kind.NUMBER and total_after(linked, here, last)[0] is not None:
            amount = amount_at(linked, here, last)
        elif stance and m.kind is Kind.SHARE and one.parts and not isinstance(m.value, tuple):
            _give_percent(one, here)
        if amount and stance:
            one.used |= amount.places
            one.parts.append(_Part(stance, amount, amount.end, last, of=amount.of))
            here = amount.end
        else:
            here += 1
    for before, after in zip(one.parts, one.parts[1:], strict=False):
        before.last = min(after.amount.places) - 1


def _give_percent(one: _Sentence, at: int) -> None:
    """Take the per cent in brackets behind an amount; one with a bound stays unread."""
    part, value = one.parts[-1], one.linked[at].value
    if part.percent is None and isinstance(value, Decimal) and not one.linked[at - 1].tagged("bound"):
        part.percent = value
        one.used.add(at)


def _describe(one: _Sentence) -> None:
    """Give each amount the texts that the words behind it describe, or those of its neighbours."""
    for part in one.parts:
        end = _texts_end(one.linked, part.first, part.last)
        part.over = _measured(one, [i for i in range(part.first, end + 1) if one.linked[i].kind is not Kind.SHARE])
    _at_session(one)
    front = _measured(one, list(one.linked.where("selection", "scope.country")))
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


def _at_session(one: _Sentence) -> None:
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


def _measured(one: _Sentence, places: Sequence[int]) -> Measured | None:
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


def _shares(one: _Sentence) -> Iterator[Claim]:
    for part in one.parts:
        if part.over is None:
            continue
        amount = part.amount
        if part.percent is not None and part.stance is Stance.NOT_YES:
            # "Did not vote in favour of the one text (0 per cent)" gives the share of support.
            yield Share(state=one.state, stance=Stance.YES, over=part.over, percent=part.percent)
            part.percent = None
        yield Share(
            state=one.state,
            stance=part.stance,
            over=part.over,
            n=amount.n,
            of=part.of,
            percent=amount.percent if amount.percent is not None else part.percent,
            part=amount.part,
            bound=amount.bound,
        )


def _main(one: _Sentence) -> Measured | None:
    """Return the texts that a median or rank is about: those of the amount of support, or those named alone."""
    supported = next((p.over for p in one.parts if p.stance is Stance.YES and p.over), None)
    return supported or next((p.over for p in one.parts if p.over), None)


def _medians(one: _Sentence) -> Iterator[Claim]:
    linked, over = one.linked, _main(one)
    start = next(linked.where("share.median"), None)
    if start is None or over is None:
        return
    group, told = None, False
    for i in range(start, len(linked)):
        m = linked[i]
        if m.tagged("v.rating.rank", "v.elect.placed", "rating.place"):
            return
        if m.kind is Kind.GROUP:
            group, told = m.value, True
            one.used.add(i)
        elif m.tagged("body.council") or (m.tagged("n.member.member") and group is None):
            told = True
        elif m.kind is Kind.SHARE and isinstance(m.value, Decimal) and told:
            one.used |= {i, start}
            yield Median(over=over, percent=m.value, group=group, state=one.state)
            group, told = None, False


def _ranks(one: _Sentence) -> Iterator[Claim]:
    linked, over = one.linked, _main(one)
    last = len(linked) - 1
    for i in linked.where("v.rating.rank", "v.elect.placed", "rating.place"):
        at = next(
            (k for k in range(i + 1, min(i + 3, last + 1)) if linked[k].kind in {Kind.NUMBER, Kind.ORDINAL}), None
        )
        if at is None or over is None:
            continue
        of, places = total_after(linked, at, last)
        shared = next((k for k in range(at, last) if linked[k].tagged("share.shared")), None)
        tied = linked[shared + 1].value if shared and linked[shared + 1].kind is Kind.NUMBER else None
        one.used |= {i, at, *places} | ({shared, shared + 1} if shared and tied is not None else set())
        yield Ranked(state=one.state, over=over, rank=linked[at].value, of=of, tied=tied)


def _gaps(one: _Sentence) -> Iterator[Claim]:
    linked = one.linked
    for i in linked.where("share.points"):
        sets = [p.over for p in one.parts if p.over]
        if i < 1 or linked[i - 1].kind is not Kind.NUMBER or len(sets) != 2:
            continue
        sign = -1 if i > 1 and linked[i - 2].text in {"-", "−", "–"} else 1
        one.used |= {i - 1, i}
        yield Difference(state=one.state, first=sets[0], second=sets[1], points=sign * linked[i - 1].value)


def _extremes(one: _Sentence) -> Iterator[Claim]:
    """Read "voted no more often than any other member", "the only member to vote against all country texts"."""
    linked = one.linked
    over = _measured(one, [i for i in range(len(linked)) if linked[i].tagged("selection", "scope.country", "n.text")])
    often = next(linked.where("share.often"), None)
    verbs = [i for i in linked.where("v.vote") if linked[i].under("v.vote") in _STANCES]
    if often is not None and len(verbs) == 1:
        stance = _STANCES[linked[verbs[0]].under("v.vote") or "yes"]
        one.used |= {often, verbs[0]}
        over = over or Measured(texts=Texts(country=True, plural=True, period=one.period))
        yield MostOften(state=one.state, stance=stance, over=over, less=linked[often].tagged("share.often.less"))
