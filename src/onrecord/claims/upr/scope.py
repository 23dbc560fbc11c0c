"""Reads which review a sentence speaks of: by its cycle, its session, its date, or as the last."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.upr.typed import Which
from onrecord.vocabulary.periods import Period

_NEAR = timedelta(days=31)
_BACK = 5
_AHEAD = 8
_ADJECTIVES = frozenset({"mandated", "held", "conducted", "human", "rights", "peer", "periodic", "recent"})
_SOFT = (Kind.SMALL, Kind.MARK, Kind.NAME, Kind.STATE)


@dataclass(slots=True)
class WhichRead:
    """Which review is meant, the places that say so, and a date tied to the review itself or to what is done."""

    which: Which = field(default_factory=Which)
    tied: Period | None = None
    loose: Period | None = None
    noun: int | None = None
    used: set[int] = field(default_factory=set)

    @property
    def meant(self) -> Which:
        """Which review the claims beside it are about; a date says it where nothing else does."""
        if self.which.said:
            return self.which
        return Which(period=self.tied or self.loose)


def which_in(linked: Linked, places: Sequence[int], context: Context) -> WhichRead:
    """Return which review the words at these places speak of."""
    got = WhichRead()
    got.used |= _days_of_the_text(linked, places, context)
    inside = frozenset(places)
    for i in places:
        if linked[i].tagged("n.review.upr", "n.review.review", "n.review.cycle"):
            _take_noun(linked, i, inside, context, got)
        elif linked[i].tagged("n.session.regular"):
            _take_session(linked, i, inside, got)
    loose = [i for i in places if linked[i].kind is Kind.PERIOD and i not in got.used]
    if len(loose) == 1 and got.tied is None and (period := resolved(linked[loose[0]], context)):
        got.loose = period
        got.used.add(loose[0])
    return got


def _days_of_the_text(linked: Linked, places: Sequence[int], context: Context) -> set[int]:
    """Return the places of "as of November 2012" where that is when the text itself was written."""
    if context.as_of is None:
        return set()
    dates = [i for i in places if linked[i].kind is Kind.PERIOD and linked[i].text.lower().startswith("as of")]
    return {i for i in dates if (p := resolved(linked[i], context)) and p.last and abs(p.last - context.as_of) <= _NEAR}


def _take_noun(linked: Linked, i: int, inside: frozenset[int], context: Context, got: WhichRead) -> None:
    got.used.add(i)
    got.noun = i if got.noun is None else got.noun
    for k in _before(linked, i, inside):
        m = linked[k]
        if m.kind is Kind.ORDINAL and got.which.cycle is None and isinstance(m.value, int):
            got.which = replace(got.which, cycle=m.value)
            got.used.add(k)
        elif m.tagged("order.first") and got.which.cycle is None:
            got.which = replace(got.which, cycle=1)
            got.used.add(k)
        elif m.tagged("order.last") and m.kind is not Kind.ORDINAL:
            got.which = replace(got.which, last=True)
            got.used.add(k)
    after = i + 1
    if linked[i].tagged("n.review.cycle") and after in inside and linked[after].kind is Kind.NUMBER:
        got.which = replace(got.which, cycle=linked[after].value)
        got.used.add(after)
    _take_date(linked, i, inside, context, got)


def _before(linked: Linked, i: int, inside: frozenset[int]) -> list[int]:
    """Return the places before a noun that can describe it, nearest first."""
    found = []
    for k in range(i - 1, i - 1 - _BACK, -1):
        if k not in inside or (linked[k].kind is Kind.MARK and linked[k].text not in "-–'’s"):
            break
        found.append(k)
        soft = linked[k].kind in _SOFT or linked[k].tagged("n.review", "pronoun", "order.last", "order.first")
        if not soft and linked[k].text.lower() not in _ADJECTIVES:
            break
    return found


def _take_date(linked: Linked, i: int, inside: frozenset[int], context: Context, got: WhichRead) -> None:
    """Take the date that stands at a review: "its 2010 review", "the review of Kazakhstan in 2010"."""
    if got.tied is not None:
        return
    near = [*range(i + 1, i + 1 + _AHEAD), *range(i - 1, i - _BACK, -1)]
    for k in near:
        if k not in inside or k in got.used:
            continue
        if linked[k].kind is Kind.PERIOD and _joined(linked, i, k, got.used):
            got.tied = resolved(linked[k], context)
            if got.tied is not None:
                got.used.add(k)
                return


def _joined(linked: Linked, noun: int, date: int, used: set[int]) -> bool:
    between = range(min(noun, date) + 1, max(noun, date))
    return all(k in used or _light(linked, k) for k in between)


def _light(linked: Linked, k: int) -> bool:
    m = linked[k]
    if m.tagged("v.upr") and not m.tagged("n.review"):
        return False
    named = m.kind in {*_SOFT, Kind.ORDINAL} or m.tagged(
        "pronoun", "n.review", "body", "order", "v.upr.held", "n.session"
    )
    return (named and m.text not in {";", ":"}) or m.text.lower() in _ADJECTIVES


def _take_session(linked: Linked, i: int, inside: frozenset[int], got: WhichRead) -> None:
    """Take a session of the working group; one of the Council is not this."""
    ahead = [linked[k] for k in range(i + 1, i + 6) if k in inside]
    if any(m.tagged("body.council") for m in ahead) and not any(m.tagged("n.review") for m in ahead):
        return
    for k in (i - 1, i + 1, i - 2):
        if k in inside and linked[k].kind in {Kind.ORDINAL, Kind.NUMBER} and isinstance(linked[k].value, int):
            got.which = replace(got.which, session=linked[k].value)
            got.used.update({i, k})
            return
