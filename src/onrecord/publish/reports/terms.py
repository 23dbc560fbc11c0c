"""The terms of a state on the Council by name: the years it was elected for, and the days it held the seat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.publish.views.elections import Candidate, election_record
from onrecord.publish.views.state import StateRecord, TermLine
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.query_elections import candidacies
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


@dataclass(frozen=True, slots=True)
class TermName:
    """A term as it is asked for: the years it was elected for, and those it held the seat in where they differ."""

    name: str
    held: str
    election: date
    page: str


@dataclass(frozen=True, slots=True)
class TermOfState:
    """One term: its name, its days as held, in parts where it was interrupted, and the candidacy behind it."""

    name: str
    election: date
    first_day: date
    last_day: date
    running: bool
    years: tuple[int, ...]
    parts: tuple[TermLine, ...]
    candidate: Candidate | None

    @property
    def words(self) -> str:
        """The term's years in a sentence, 2013–2015."""
        return self.name.replace("-", "–")


def term_names(record: Record, state: StateRecord) -> tuple[TermName, ...]:
    """Return the terms of a state in the record, the earliest first."""
    rows = {row.election_date: row for row in candidacies(record) if row.state == state.state.iso3}
    names = []
    for election in dict.fromkeys(term.election_date for term in state.terms):
        first, last = _days(record, [t for t in state.terms if t.election_date == election])
        held, row = f"{first.year}-{last.year}", rows.get(election)
        elected_for = (row.term_start, row.term_end) if row and row.elected == "yes" else (None, None)
        name = _years(*elected_for) or held
        page = state.page.replace("/states/", "/reports/", 1)
        names.append(TermName(name, held, election, f"{page}/{name}"))
    return tuple(names)


def term_of_state(record: Record, state: StateRecord, asked: str) -> TermOfState:
    """Return a state's term by its years; NotInVocabulary, naming its terms, for years that are none of them."""
    wanted, known = asked.strip().replace("–", "-"), term_names(record, state)
    found = next((one for one in known if wanted in {one.name, one.held}), None)
    if found is None:
        who = f"a term of {state.state.running_name} on the Human Rights Council by its years"
        expected = who if known else f"{who}, but the record has none"
        raise NotInVocabulary("term", asked, expected, tuple(one.name for one in known))
    parts = tuple(t for t in state.terms if t.election_date == found.election)
    first, held_to = _days(record, parts)
    known, last_vote = known_to(record), council_votes_span(record).last
    return TermOfState(
        name=found.name,
        election=found.election,
        first_day=first,
        last_day=min(held_to, known),
        running=held_to > known or parts[-1].term_end is None,
        years=tuple(range(first.year, min(held_to, last_vote).year + 1)),
        parts=parts,
        candidate=_candidate(record, state.state.iso3, found.election),
    )


def known_to(record: Record) -> date:
    """Return the last day of a report: the day as of which the record is read, or that of its last roll call."""
    return record.as_of or council_votes_span(record).last


def _days(record: Record, parts: Sequence[TermLine]) -> tuple[date, date]:
    """Return the first and the last day of a term; as of a day, a running one is read to that day."""
    ends = [part.term_end or known_to(record) for part in parts]
    return min(part.term_start for part in parts), max(ends)


def _years(first: date | None, last: date | None) -> str | None:
    return f"{first.year}-{last.year}" if first and last else None


def _candidate(record: Record, iso3: str, election: date) -> Candidate | None:
    if not any(row.state == iso3 for row in candidacies(record, election)):
        return None
    view = election_record(record, election.isoformat())
    return next((c for slate in view.slates for c in slate.candidates if c.state.iso3 == iso3), None)
