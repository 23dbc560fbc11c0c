"""Questions about what the record covers."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.record.store import Record
from onrecord.vocabulary.rollcalls import Body


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day covered."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One coverage statement of the record."""

    table_name: str
    scope: str
    covers_from: date | None
    covers_to: date | None
    complete: bool
    rows: int
    why: str


@lru_cache(maxsize=4)
def council_votes_span(record: Record) -> Span:
    """Return the first and last day of the Council's roll calls in the record."""
    ((first, last),) = record.tuples("SELECT min(date), max(date) FROM rollcall WHERE body = 'HRC'")
    return Span(first, last)


@lru_cache(maxsize=8)
def votes_taken_span(record: Record, body: Body) -> Span | None:
    """Return the first and last day of a body's recorded votes in the record; None where there are none."""
    sql = "SELECT min(date), max(date) FROM rollcall WHERE body = ? AND vote_taken"
    ((first, last),) = record.tuples(sql, [body.value])
    return Span(first, last) if first else None


@lru_cache(maxsize=4)
def years_without_vote_lists(record: Record) -> frozenset[int]:
    """Return the years of the Council for which texts adopted without a vote are not in the record."""
    span = council_votes_span(record)
    listed = {
        year
        for (year,) in record.tuples(
            "SELECT DISTINCT year(decided_on) FROM text JOIN source USING (source_id)"
            " WHERE how_decided = 'without a vote' AND kind = 'resolution' AND text_id NOT IN"
            " (SELECT text_id FROM rollcall WHERE text_id IS NOT NULL)"
        )
    }
    return frozenset(range(span.first.year, span.last.year + 1)) - listed


def coverage(record: Record) -> list[CoverageLine]:
    """Return every coverage statement."""
    return record.rows(CoverageLine, "SELECT * FROM coverage ORDER BY table_name, scope")
