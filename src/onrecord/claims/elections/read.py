"""Reads claims about elections: who was elected or lost, for which term, how often, with how many votes."""

from collections.abc import Iterator, Sequence

from onrecord.claims.elections import read_lists, read_totals
from onrecord.claims.elections.hearing import Hearing
from onrecord.claims.elections.race_verbs import got
from onrecord.claims.elections.stretch import Stretch
from onrecord.claims.elections.typed import Again, Beat, Held, How, Outcome, Race, Result, TimesElected, Votes
from onrecord.claims.elections.weighed import (
    at_expense,
    ordinal_alone,
    ordinal_of,
    take_again,
    take_consecutive,
    take_first,
    take_tally,
    take_term,
    take_term_length,
    take_times,
    word_times,
)
from onrecord.claims.membership.typed import TermIs
from onrecord.claims.mentions import Kind
from onrecord.claims.typed import Claim, Quantifier
from onrecord.vocabulary.periods import Period

_COMING = frozenset(
    {"will", "shall", "would", "plans", "hopes", "intends", "aims", "wants", "wishes", "may", "might", "could"}
    | {"expects", "expected", "set"}
)


def _to_come(stretch: Stretch) -> bool:
    near = range(max(stretch.first, stretch.at - 4), stretch.at)
    return any(stretch.linked[i].text.lower() in _COMING for i in near)


def _of_a_text(one: Hearing) -> bool:
    """Whether the stretch speaks of a vote on a text or of a rating: its figures are no candidate's."""
    return any(
        m.kind in {Kind.SYMBOL, Kind.RATING} or (m.tagged("n.text") and not m.tagged("n.ballot", "n.race", "v.elect"))
        for m in (one.linked[i] for i in one.stretch.places)
    )


def claims_of(one: Hearing) -> Iterator[Claim]:
    """Yield the claims about elections that one stretch makes."""
    if _to_come(one.stretch) or one.hedged() or _of_a_text(one):
        return
    kind = one.stretch.kind.removeprefix("elect.")
    if kind == "get":
        kind = got(one.linked, one.stretch.at)
    yield from read_lists.listed(one, kind)
    yield from read_totals.totals(one, kind)
    yield from read_totals.ranks(one, kind)
    yield from read_totals.comparisons(one)
    yield from read_lists.contests(one)
    yield from read_lists.numbers(one, kind)
    if kind in _FATES:
        yield from _fates(one, kind)
    if kind in {"won", "again", "kept", "returned", "gave"}:
        yield from _terms(one, one.objects() if kind == "gave" else one.subjects())
    if kind == "beat":
        yield from _beats(one)
    if kind == "held" or one.stretch.has("elect.session"):
        yield from _held(one)


_FATES = {
    "won": Outcome.ELECTED,
    "again": Outcome.ELECTED,
    "kept": Outcome.ELECTED,
    "returned": Outcome.ELECTED,
    "lost": Outcome.LOST,
    "stood": Outcome.STOOD,
    "withdrew": Outcome.WITHDREW,
    "went": Outcome.ELECTED,
}
_AGAIN = {"again": How.REELECTED, "kept": How.DIRECTLY, "returned": How.AFTER_A_GAP}


def _fates(one: Hearing, kind: str) -> Iterator[Claim]:
    states = one.winners() if kind == "went" else one.subjects()
    outcome = _FATES[kind]
    denied = one.denied()
    if not states or (denied and outcome is not Outcome.ELECTED):
        return
    if denied:
        outcome = Outcome.NOT_ELECTED
    times = [f for f in one.figures if f.of == "times"]
    if take_times(one, times):
        yield from _times(one, states, times, kind)
    else:
        for race in one.races():
            never = denied and one.never()
            yield Result(states=states, outcome=outcome, race=race, never=never)
    if outcome is Outcome.ELECTED:
        yield from _again(one, states, kind)
    for loser in at_expense(one):
        yield Beat(winners=states, losers=loser, race=one.race)


def _times(one: Hearing, states: Sequence[str], times, kind: str) -> Iterator[Claim]:
    n, bound = (times[0].n, times[0].bound) if times else (word_times(one), Quantifier.EXACTLY)
    if n is None:
        return
    period = one.span() or (Period(None, one.periods[-1].last) if len(one.periods) == 1 else None)
    for state in states:
        yield TimesElected(state=state, n=n, lost=kind == "lost", bound=bound, period=period)
        if len(one.periods) > 1:
            yield from (Result(states=(state,), outcome=_FATES[kind], race=Race(period=p)) for p in one.take_periods())


def _again(one: Hearing, states: Sequence[str], kind: str) -> Iterator[Claim]:
    how = _AGAIN.get(kind)
    nth = ordinal_of(one, "times") or ordinal_alone(one)
    if how is None and take_first(one):
        how = How.FIRST
    if how is None and nth is None and take_again(one):
        how = How.REELECTED
    if nth is not None:
        one.mark("elect.founded")
    for state in states:
        if how is not None:
            yield Again(state=state, race=one.race, how=how)
        if nth == 1:
            yield Again(state=state, race=one.race, how=How.FIRST)
        elif nth is not None:
            yield Again(state=state, race=one.race, how=How.NTH, n=nth)


def _terms(one: Hearing, states: Sequence[str]) -> Iterator[Claim]:
    if not states:
        return
    begin, end = take_term(one)
    years, nth, in_a_row = take_term_length(one), ordinal_of(one, "terms"), take_consecutive(one)
    if begin is None and end is None and years is None and nth is None and not in_a_row:
        return
    period = one.race.period
    for state in states:
        yield TermIs(state=state, begin=begin, end=end, nth=nth, years=years, elected=period, consecutive=in_a_row)


def _beats(one: Hearing) -> Iterator[Claim]:
    subjects, objects = one.subjects(), one.objects()
    passive = one.stretch.linked[one.stretch.at].text.lower()
    if not subjects or not objects or one.denied():
        return
    turned = passive.endswith((" by", " to"))
    winners, losers = (objects, subjects) if turned else (subjects, objects)
    yield from _by_tally(one, winners, losers)
    yield Beat(winners=winners, losers=losers, race=one.race)


def _by_tally(one: Hearing, winners: Sequence[str], losers: Sequence[str]) -> Iterator[Claim]:
    """Yield the votes of "A beat B by 114 votes to 112"."""
    tally = take_tally(one)
    if tally is not None and len(winners) == len(losers) == 1:
        for state, n in zip((winners[0], losers[0]), tally, strict=True):
            yield Votes(state=state, race=one.race, n=n)


def _held(one: Hearing) -> Iterator[Claim]:
    session = ordinal_of(one, "session")
    by = True if one.stretch.has("n.race.by_election") else None
    race = Race(period=one.race.period, by_election=by)
    if one.race.period is not None and (session is not None or one.stretch.kind == "elect.held"):
        yield Held(race=race, session=session)
