"""The terms on the Council that are known on a day: held ones, running ones with their scheduled end, coming ones."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from onrecord.claims.elections.slates import elections
from onrecord.record.query_elections import CandidacyRow
from onrecord.record.store import CouncilTerm, Record
from onrecord.vocabulary.periods import Period

FOUNDED = date(2006, 6, 19)
"""The day the Council's first terms began."""


@dataclass(frozen=True, slots=True)
class KnownTerm:
    """One elected term. ``spans`` are the days sat, to the scheduled end where it still runs; ``end_reason`` None
    where it runs or is to come."""

    state: str
    group: str
    elected_on: date
    first: date
    scheduled: date
    spans: tuple[tuple[date, date], ...]
    end_reason: str | None
    source_id: str

    @property
    def last(self) -> date:
        """Its last day: the actual one, or the scheduled one where it runs or is to come."""
        return self.spans[-1][1]

    def on(self, day: date) -> bool:
        """Return whether the seat was held on a day."""
        return any(first <= day <= last for first, last in self.spans)

    def within(self, period: Period) -> bool:
        """Return whether the seat was held on some day of a period."""
        return any(Period(first, last).overlaps(period) for first, last in self.spans)


@lru_cache(maxsize=16)
def known_terms(record: Record) -> Mapping[str, tuple[KnownTerm, ...]]:
    """Return each state's terms, the earliest first."""
    parts: dict[tuple[str, date], list[CouncilTerm]] = defaultdict(list)
    for part in _parts(record):
        parts[part.state, part.election_date].append(part)
    found: dict[str, list[KnownTerm]] = defaultdict(list)
    for election in elections(record):
        for row in election.elected():
            held = sorted(parts.get((row.state, election.date), ()), key=lambda p: p.term_start)
            found[row.state].append(_term(row, held))
    return {state: tuple(sorted(terms, key=lambda t: t.first)) for state, terms in found.items()}


def _parts(record: Record) -> Iterator[CouncilTerm]:
    seats = record.seats
    states = {row.state for election in elections(record) for row in election.elected()}
    return (t for state in states for t in seats.terms(state) if isinstance(t, CouncilTerm))


def _term(row: CandidacyRow, parts: list[CouncilTerm]) -> KnownTerm:
    start, end = row.term_start or row.election_date, row.term_end or row.election_date
    spans = [(p.term_start, end if p.running and p.end_reason is None else p.term_end) for p in parts]
    over = parts[-1].end_reason if parts and not parts[-1].running else None
    return KnownTerm(
        row.state,
        row.regional_group,
        row.election_date,
        start,
        end,
        tuple(spans) or ((start, end),),
        over,
        row.source_id,
    )


def terms_of(record: Record, state: str) -> tuple[KnownTerm, ...]:
    """Return a state's terms, the earliest first; none where it was never elected."""
    return known_terms(record).get(state, ())


def all_terms(record: Record) -> Iterator[KnownTerm]:
    """Yield every term known."""
    for terms in known_terms(record).values():
        yield from terms


def spells(record: Record, state: str) -> tuple[tuple[date, date], ...]:
    """Return the stretches in which a state sat without a day's break."""
    found: list[tuple[date, date]] = []
    for first, last in (span for term in terms_of(record, state) for span in term.spans):
        if found and first <= found[-1][1] + timedelta(days=1):
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)


def sitting(record: Record, on: date, group: str | None = None) -> frozenset[str]:
    """Return the states that had a seat on a day, of one group or all."""
    return _sitting(record, on, group)


@lru_cache(maxsize=4096)
def _sitting(record: Record, on: date, group: str | None) -> frozenset[str]:
    return frozenset(t.state for t in all_terms(record) if t.on(on) and group in {None, t.group})


def consecutive(record: Record, term: KnownTerm) -> int:
    """Return the place of a term in a row of terms that follow each other directly: 1, 2 …"""
    place, later = 1, term
    for earlier in reversed([t for t in terms_of(record, term.state) if t.first < term.first]):
        if earlier.scheduled + timedelta(days=1) != later.first or earlier.end_reason not in {None, "expired"}:
            break
        place, later = place + 1, earlier
    return place


@lru_cache(maxsize=16)
def known_to(record: Record) -> date:
    """Return the last day for which all members are known: a year from when those elected last took their seats."""
    starts = [e.term.first for e in elections(record) if not e.by_election and e.term.first]
    return max(starts).replace(year=max(starts).year + 1) - timedelta(days=1) if starts else date.min


def running_past(record: Record, state: str, election_date: date, seats_from: date | None) -> KnownTerm | None:
    """Return the term that a state had when an election was held and that ran on beyond the start of the new seats."""
    begins = seats_from or election_date
    return next(
        (t for t in terms_of(record, state) if t.elected_on < election_date and t.on(election_date) and t.on(begins)),
        None,
    )
