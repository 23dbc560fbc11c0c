"""Reads how seats are taken and given up: who came, left, was suspended, follows whom, may not stand again."""

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.claims.elections.hearing import Hearing
from onrecord.claims.elections.weighed import take_again, take_first
from onrecord.claims.membership.typed import Barred, Came, Ended, EndedEarly, Succeeds, TermIs
from onrecord.claims.typed import Claim
from onrecord.vocabulary.periods import Period

_EARLY = {"suspended": Ended.SUSPENDED, "withdrew": Ended.WITHDREW}


def changes(one: Hearing, kind: str, later: Sequence[Hearing]) -> Iterator[Claim]:
    """Yield the claims on seats taken, given up or passed on that a stretch makes."""
    if kind in {"come", "return", "leave"}:
        yield from _came(one, kind)
    elif kind in _EARLY:
        yield from _ended_early(one, kind)
    elif kind == "succeed":
        yield from _succeeds(one, later)
    elif kind in {"barred", "eligible"}:
        yield from _barred(one, kind)


def plain_period(one: Hearing) -> Period | None:
    """Return the one plain date of a stretch, and use it."""
    return one.take_period(one.periods[0]) if len(one.periods) == 1 else None


def _came(one: Hearing, kind: str) -> Iterator[Claim]:
    states = one.subjects()
    if not states or one.denied():
        return
    period = plain_period(one)
    if period is None and (one.times.spans or one.times.since):
        open_ = one.take_date(one.times.since or one.times.spans[0])
        period = Period.year_of(open_.first.year) if open_.first and open_.last is None else None
    if period is None:
        return
    period = _moment(one, period) if kind == "leave" else period
    again = kind == "return" or take_again(one)
    first = kind == "come" and take_first(one)
    for state in states:
        yield Came(state=state, period=period, left=kind == "leave", again=again)
        if first:
            yield TermIs(state=state, nth=1, begin=period)


def _moment(one: Hearing, period: Period) -> Period:
    """To leave at the beginning of a year is to have sat to the end of the one before."""
    said = {word for i in one.times.election_at for word in one.linked[i].text.lower().split()}
    if period.year is None or not ({"start", "beginning", "outset"} & said):
        return period
    return Period(date(period.year - 1, 12, 31), date(period.year, 1, 31))


def _ended_early(one: Hearing, kind: str) -> Iterator[Claim]:
    states = one.objects() or one.subjects()
    if states and not one.denied():
        yield EndedEarly(states=states, how=_EARLY[kind], period=plain_period(one))


def _succeeds(one: Hearing, later: Sequence[Hearing]) -> Iterator[Claim]:
    new, old = one.subjects(), one.objects()
    following = next((h for h in later if h.stretch.kind == "member.leave"), None)
    if not old and following is not None and not following.stretch.inherited:
        old = following.subjects()
        one.used |= following.used | {following.stretch.at}
    if len(new) != 1 or len(old) != 1 or new == old or one.denied():
        return
    period = plain_period(one)
    if period is None and (one.times.spans or one.times.terms):
        period = one.take_date([*one.times.spans, *one.times.terms][0])
    yield Succeeds(new=new[0], old=old[0], period=period)


def _barred(one: Hearing, kind: str) -> Iterator[Claim]:
    states = one.subjects()
    denied = one.denied()
    one.mark("term.next", "negation")
    if not states:
        return
    barred = (kind == "barred") is not denied
    yield Barred(states=states, period=plain_period(one), barred=barred)
    two = next((f for f in one.figures if f.of == "terms"), None)
    if two and one.mark("term.consecutive"):
        one.used |= two.places
        yield from (TermIs(state=s, nth=two.n, consecutive=True) for s in states)
