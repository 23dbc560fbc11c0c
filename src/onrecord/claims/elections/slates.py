"""The elections in the record, kept ready: candidacies by election and state, totals with those that disagree."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.claims.elections.typed import Race
from onrecord.measures.election import contested
from onrecord.record.coverage_of import coverage
from onrecord.record.query_elections import CandidacyRow, candidacies, members_of_the_un, other_totals
from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period


@dataclass(frozen=True, slots=True)
class Election:
    """One election: every candidacy, and for each state with a total the totals in print, the one used first."""

    date: date
    rows: tuple[CandidacyRow, ...]
    totals: Mapping[str, tuple[int, ...]]

    @property
    def by_election(self) -> bool:
        """Whether it filled a seat that had become free before its time."""
        return any(row.by_election == "yes" for row in self.rows)

    @property
    def session(self) -> int:
        """The General Assembly's session that held it: one begins each September, the first in 1946."""
        return self.date.year - (1945 if self.date.month >= 9 else 1946)

    @property
    def term(self) -> Period:
        """The days of the seats that were filled, from the first to the last."""
        starts = [r.term_start for r in self.rows if r.term_start]
        ends = [r.term_end for r in self.rows if r.term_end]
        return Period(min(starts), max(ends))

    def row(self, state: str) -> CandidacyRow | None:
        """Return a state's row, None where it has none."""
        return next((row for row in self.rows if row.state == state), None)

    def standing(self, group: str | None = None) -> tuple[CandidacyRow, ...]:
        """Return those that stood in the ballot, of one group or all."""
        return tuple(r for r in self.rows if r.standing == "candidate" and group in {None, r.regional_group})

    def elected(self, group: str | None = None) -> tuple[CandidacyRow, ...]:
        """Return those elected, of one group or all."""
        return tuple(r for r in self.standing(group) if r.elected == "yes")

    def seats(self, group: str | None = None) -> int:
        """Return how many seats were to be filled."""
        by_group = {r.regional_group: r.seats for r in self.rows}
        return sum(by_group.values()) if group is None else by_group.get(group, 0)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that had seats to fill."""
        return tuple(dict.fromkeys(r.regional_group for r in self.rows))

    def contested(self, group: str) -> bool:
        """Return whether more of a group stood than it had seats."""
        return contested(len(self.standing(group)), self.seats(group))

    def whole(self, group: str | None = None) -> bool:
        """Whether every candidate's total is in the record, so that the ballot's list is known in full."""
        return all(r.votes is not None for r in self.standing(group))


@lru_cache(maxsize=16)
def elections(record: Record) -> tuple[Election, ...]:
    """Return every election in the record, the earliest first."""
    by_day: dict[date, list[CandidacyRow]] = defaultdict(list)
    for row in candidacies(record):
        if row.confidence > 0:
            by_day[row.election_date].append(row)
    return tuple(Election(day, tuple(rows), _totals(record, day, rows)) for day, rows in sorted(by_day.items()))


def _totals(record: Record, day: date, rows: list[CandidacyRow]) -> dict[str, tuple[int, ...]]:
    others: dict[str, list[int]] = defaultdict(list)
    for other in other_totals(record, day):
        others[other.state].append(other.votes)
    return {
        row.state: tuple(dict.fromkeys((row.votes, *others[row.state])))
        for row in rows
        if row.votes is not None and row.standing != "withdrawn"
    }


@lru_cache(maxsize=256)
def un_members(record: Record, on: date) -> int:
    """Return how many states were members of the United Nations on a day."""
    return members_of_the_un(record, on).n


def meant(record: Record, race: Race) -> tuple[Election, ...]:
    """Return the elections that a description means, the earliest first."""
    return tuple(e for e in elections(record) if _fits(e, race))


def _fits(election: Election, race: Race) -> bool:
    return (
        (race.period is None or race.period.contains(election.date))
        and (race.term is None or for_term(election, race.term))
        and (race.by_election is None or election.by_election is race.by_election)
        and (race.group is None or election.seats(race.group) > 0)
    )


def for_term(election: Election, term: Period) -> bool:
    """Return whether seats filled in an election have a term in the years described."""
    return any(
        term_fits(row.term_start, row.term_end, term) for row in election.rows if row.term_start and row.term_end
    )


def term_fits(start: date, end: date, term: Period) -> bool:
    """Return whether a term runs from and to the years described; one end alone may be given."""
    begins = term.first is None or _near(start, term.first)
    ends = term.last is None or _near(end, term.last)
    return begins and ends


def _near(actual: date, said: date) -> bool:
    whole_year = (said.month, said.day) in {(1, 1), (12, 31)}
    return actual.year == said.year if whole_year else abs((actual - said).days) <= 1


def regular(found: tuple[Election, ...]) -> tuple[Election, ...]:
    """Return the elections without by-elections, or all where there are only those."""
    return tuple(e for e in found if not e.by_election) or found


@lru_cache(maxsize=16)
def known_until(record: Record) -> date:
    """Return the day up to which the record knows who was elected."""
    ends = [line.covers_to for line in coverage(record) if line.table_name == "candidacy" and line.covers_to]
    return max(ends, default=date.min)


def covered(record: Record, period: Period | None) -> bool:
    """Return whether all of a period lies where the record knows every election."""
    if period is None:
        return True
    known = elections(record)
    if not known or period.last is None or period.first is None:
        return bool(known) and (period.last is None or period.last >= known[0].date)
    return period.last >= known[0].date and period.first <= known_until(record)


@lru_cache(maxsize=16)
def won_by(record: Record) -> Mapping[str, tuple[date, ...]]:
    """Return the days on which each state was elected, the earliest first."""
    days: dict[str, list[date]] = defaultdict(list)
    for election in elections(record):
        for row in election.elected():
            days[row.state].append(election.date)
    return {state: tuple(found) for state, found in days.items()}
