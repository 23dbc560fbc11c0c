"""Questions about elections to the Council: who stood, with what total, for which term, and how terms ended."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class CandidacyRow:
    """One state in one election, as the record has it."""

    election_date: date
    state: str
    regional_group: str
    seats: int
    standing: str
    votes: int | None
    ballots_valid: int | None
    rounds: int | None
    elected: str
    term_start: date | None
    term_end: date | None
    by_election: str
    note: str | None
    confidence: int
    source_id: str


@dataclass(frozen=True, slots=True)
class OtherTotalRow:
    """Another total that a source prints for a candidate."""

    election_date: date
    state: str
    votes: int
    said_by: str
    source_id: str


@dataclass(frozen=True, slots=True)
class HeldTerm:
    """A term, or a part of one, that a state held after an election, with how it ended."""

    state: str
    term_start: date
    term_end: date
    end_reason: str | None
    note: str | None
    source_id: str


@dataclass(frozen=True, slots=True)
class MembersOfTheUn:
    """How many states were members of the United Nations on a day, and the sources of their dates."""

    n: int
    source_ids: tuple[str, ...]


@lru_cache(maxsize=64)
def days_of_elections(record: Record) -> frozenset[date]:
    """Return the days on which elections to the Council were held."""
    return frozenset(day for (day,) in record.tuples("SELECT DISTINCT election_date FROM candidacy"))


def candidacies(record: Record, on: date | None = None) -> list[CandidacyRow]:
    """Return the candidacies of one election, or of all, by day, regional group and votes."""
    return record.rows(
        CandidacyRow,
        f"SELECT {', '.join(CandidacyRow.__match_args__)} FROM candidacy WHERE $day IS NULL OR election_date = $day"
        " ORDER BY election_date, regional_group, votes DESC NULLS LAST, state",
        {"day": on},
    )


def other_totals(record: Record, on: date) -> list[OtherTotalRow]:
    """Return the other totals printed for candidates of an election."""
    return record.rows(
        OtherTotalRow,
        f"SELECT {', '.join(OtherTotalRow.__match_args__)} FROM other_total WHERE election_date = ?"
        " ORDER BY state, votes, said_by",
        [on],
    )


def held_terms(record: Record, on: date) -> list[HeldTerm]:
    """Return the terms held by those elected on a day, as the table of membership has them."""
    return record.rows(
        HeldTerm,
        f"SELECT {', '.join(HeldTerm.__match_args__)} FROM membership WHERE body = 'HRC' AND election_date = ?"
        " ORDER BY state, term_start",
        [on],
    )


def members_of_the_un(record: Record, on: date) -> MembersOfTheUn:
    """Return how many states were members of the United Nations on a day, by their days of admission and end."""
    rows = record.tuples(
        "SELECT iso3, source_id FROM state WHERE un_member_from <= $day"
        " AND (un_member_to IS NULL OR un_member_to >= $day)",
        {"day": on},
    )
    return MembersOfTheUn(len(rows), tuple(sorted({source_id for _, source_id in rows})))
