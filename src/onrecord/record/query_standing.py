"""Questions about how others rate a state: national institution, ratings, concluding observations."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import ConcludingObservation, NhriStatus, Rating

ANNUAL = "status at year"
"""How the event of a row of the annual series begins; other rows are decisions."""


@dataclass(frozen=True, slots=True)
class EditionsCovered:
    """The editions of a rating that the record has, of one state or of any."""

    first: int
    last: int
    n: int


def nhri_statuses(record: Record, state: str) -> list[NhriStatus]:
    """Return a national institution's status year by year and the decisions on it, by year and date."""
    return record.rows(
        NhriStatus,
        "SELECT * FROM nhri_status WHERE state = ? ORDER BY year, date NULLS LAST, event, source_id",
        [state],
    )


def nhri_years(record: Record) -> tuple[int, ...]:
    """Return the years of the annual series that the record has."""
    sql = "SELECT DISTINCT year FROM nhri_status WHERE starts_with(event, ?) ORDER BY year"
    return tuple(year for (year,) in record.tuples(sql, [ANNUAL]))


def ratings(record: Record, state: str) -> list[Rating]:
    """Return all ratings of a state, by edition and kind."""
    return record.rows(Rating, "SELECT * FROM rating WHERE state = ? ORDER BY edition, rating, source_id", [state])


@lru_cache(maxsize=4)
def ranked(record: Record) -> Mapping[int, Rating]:
    """Return how many states RSF ranked, by edition, for the editions of which the record knows it."""
    found = record.rows(Rating, "SELECT * FROM rating WHERE rating = 'RSF-n-countries' ORDER BY edition")
    return {row.edition: row for row in found}


def editions(record: Record, rating: str) -> tuple[int, ...]:
    """Return the editions of a rating that the record has for at least one state."""
    sql = "SELECT DISTINCT edition FROM rating WHERE rating = ? AND state IS NOT NULL ORDER BY edition"
    return tuple(edition for (edition,) in record.tuples(sql, [rating]))


def concluding_observations(record: Record, state: str) -> list[ConcludingObservation]:
    """Return treaty bodies' concluding observations on a state, by the day they were considered."""
    return record.rows(
        ConcludingObservation,
        "SELECT * FROM concluding_observation WHERE state = ?"
        " ORDER BY coalesce(considered, adopted, document_date) NULLS LAST, treaty_body, report_considered",
        [state],
    )


def states_with_observations(record: Record) -> tuple[str, ...]:
    """Return the states of which the record has concluding observations."""
    return tuple(s for (s,) in record.tuples("SELECT DISTINCT state FROM concluding_observation ORDER BY state"))
