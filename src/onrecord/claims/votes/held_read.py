"""Reads how many texts the Council voted on, adopted, rejected or agreed on a situation or at a session."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.claims.clauses import period_of
from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import states_in, texts_in
from onrecord.claims.typed import Quantifier, Texts
from onrecord.claims.votes.held_typed import Counted, Held, Sat
from onrecord.claims.votes.shares_only import SELECTIONS
from onrecord.claims.votes.shares_typed import Measured
from onrecord.vocabulary.periods import Period


@dataclass(frozen=True, slots=True)
class _Count:
    at: int
    n: int
    what: Counted


def read_held(linked: Linked, context: Context) -> list[Read]:
    """Return the claims of "the Council put 11 texts to a recorded vote", of "it took 9 recorded votes on X"."""
    council = any(linked.where("body.council")) and any(linked.where("held.took", "held.put"))
    if not council:
        return _none_held(linked, context)
    counts = _counts(linked)
    if not counts or not any(linked.where("n.text.vote", "how.vote")):
        return []
    period, dates = period_of(linked, range(len(linked)), context)
    found = texts_in(linked, _describing(linked, counts), context)
    if not (found.texts.topics or found.texts.sessions):
        return []
    used = frozenset(found.used | dates | {c.at for c in counts} | _words(linked))
    session = found.texts.sessions[0] if len(found.texts.sessions) == 1 else None
    claims = [_claim(c, found.texts, None if session else period) for c in counts]
    if session and period is not None:
        return [Read(c, used, 0, len(linked) - 1) for c in (Sat(session=session, period=period), *claims)]
    return [Read(c, used, 0, len(linked) - 1) for c in claims]


def _claim(count: _Count, texts: Texts, period: Period | None) -> Held:
    dated = period if count.what not in {Counted.APART, Counted.UNVOTED} else None
    noun = "resolution" if texts.noun == "resolution" and count.what is Counted.VOTED else ""
    plain = Texts(topics=texts.topics, sessions=texts.sessions, period=dated, plural=True, noun=noun)
    return Held(what=count.what, n=count.n, over=Measured(texts=plain))


def _words(linked: Linked) -> set[int]:
    return {i for i in range(len(linked)) if linked[i].tagged("held", "body", "how", "except.apart")}


def _describing(linked: Linked, counts: Sequence[_Count]) -> list[int]:
    """Return the places that say which texts are meant: all but the counts, and the dates."""
    taken = {c.at for c in counts}
    return [i for i in range(len(linked)) if i not in taken and linked[i].kind is not Kind.PERIOD and not linked[i].tagged("except")]  # fmt: skip  # noqa: E501


def _counts(linked: Linked) -> list[_Count]:
    found = []
    for i, m in enumerate(linked.mentions):
        n = 0 if m.tagged("q.no") else m.value if m.kind is Kind.NUMBER and isinstance(m.value, int) else None
        what = _counted(linked, i) if n is not None else None
        if n is not None and what is not None:
            found.append(_Count(i, n, what))
    return found


def _counted(linked: Linked, i: int) -> Counted | None:
    if i > 1 and linked[i - 1].text == ":" and linked[i - 2].tagged("except.apart"):
        return Counted.APART
    noun = linked[i + 1] if i + 1 < len(linked) else linked[i]
    if noun.tagged("n.text.amendment", "n.text.motion"):
        return Counted.APART
    if noun.tagged(*_VOTED):
        return _texts_counted(linked, i)
    if noun.tagged("v.outcome.adopted"):
        return Counted.ADOPTED
    return Counted.REJECTED if noun.tagged("v.outcome.rejected") else None


def _texts_counted(linked: Linked, i: int) -> Counted | None:
    """Return what "12 texts" are: agreed, as the record has them, or put to the vote; "took" counts votes only."""
    if _without_a_vote(linked, i + 2):
        return Counted.UNVOTED if any(linked.where("held.in_the_record")) else None
    took = any(linked[k].tagged("held.took") for k in range(i))
    return Counted.VOTED if linked[i + 1].tagged("n.text.vote") or not took else None


_VOTED = ("n.text.text", "n.text.vote", "n.text.resolution", "n.text.draft")


def _without_a_vote(linked: Linked, at: int) -> bool:
    return any(linked[i].tagged("how.without") for i in range(at, min(at + 2, len(linked))))


def _none_held(linked: Linked, context: Context) -> list[Read]:
    """Read "in 2007 no text under item 7 was put to a recorded vote while A was a member"."""
    items = [i for i in linked.where("scope.item") if i + 1 < len(linked) and linked[i + 1].value == 7]
    named = [*linked.where("selection"), *items]
    no = next(linked.where("q.no"), None)
    put = next(linked.where("how.vote"), None)
    if len(named) != 1 or no is None or put is None or any(linked.where("v.vote")):
        return []
    period, dates = period_of(linked, range(len(linked)), context)
    who = states_in(linked, range(put + 1, len(linked)), context)
    if who is None or len(who.states.states) != 1 or period is None:
        return []
    texts = Texts(country=True, plural=True, period=period)
    over = Measured(texts=texts, selection=SELECTIONS[linked[named[0]].under("selection") or "item_7"])
    claim = Held(what=Counted.VOTED, n=0, over=over, state=who.states.states[0], bound=Quantifier.EXACTLY)
    used = frozenset({no, put, *named, *(i + 1 for i in items)} | dates | who.used)
    return [Read(claim, used, 0, len(linked) - 1)]
