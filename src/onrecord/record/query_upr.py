"""Questions about the Universal Periodic Review: reviews, paragraphs of reports, recommendations row by row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import UprParagraph, UprReview

UPR_INFO = "UPR Info (final position; one row per recommending State and action)"
"""The unit of UPR Info's counts, as the table of reviews writes it: that of the rows of recommendations."""


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """One recommendation of one state to another; ``response`` is none where it was not known by the day."""

    rec_id: str
    state: str
    by_state: str | None
    cycle: int
    session: int
    review_date: date | None
    response: str | None
    action: int
    issues: tuple[str, ...]
    source_id: str


@dataclass(frozen=True, slots=True)
class RowsOfReview:
    """How many rows the record has of one review and what became of them."""

    state: str
    cycle: int
    n: int
    accepted: int
    noted: int
    unknown: int


@dataclass(frozen=True, slots=True)
class SessionsCovered:
    """The sessions of the working group whose recommendations are in the record, with their days."""

    first: int
    last: int
    first_day: date
    last_day: date
    n: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Which recommendations are asked for; what is none is not narrowed."""

    state: str | None = None
    by_state: str | None = None
    cycle: int | None = None
    issue: str | None = None
    action: int | None = None
    response: str | None = None


def reviews(record: Record, state: str | None = None) -> list[UprReview]:
    """Return the reviews of a state, or of all states, by state and cycle."""
    where, given = ("WHERE state = ?", [state]) if state else ("", [])
    return record.rows(UprReview, f"SELECT * FROM upr_review {where} ORDER BY state, cycle", given)


def paragraphs(record: Record, state: str) -> dict[str, tuple[UprParagraph, ...]]:
    """Return the paragraphs that list recommendations to a state, by symbol of the report."""
    found: dict[str, list[UprParagraph]] = {}
    sql = "SELECT * FROM upr_paragraph WHERE state = ? ORDER BY report_symbol, length(paragraph), paragraph"
    for row in record.rows(UprParagraph, sql, [state]):
        found.setdefault(row.report_symbol, []).append(row)
    return {symbol: tuple(rows) for symbol, rows in found.items()}


def rows_of_reviews(record: Record) -> dict[tuple[str, int], RowsOfReview]:
    """Return how many rows of recommendations the record has of each review, by state and cycle."""
    found = record.rows(
        RowsOfReview,
        "SELECT state, cycle, count(*), count(*) FILTER (response = 'accepted'),"
        " count(*) FILTER (response = 'noted'), count(*) FILTER (response IS NULL)"
        " FROM recommendation GROUP BY state, cycle",
    )
    return {(row.state, row.cycle): row for row in found}


def decided_together(record: Record, decision: str, state: str) -> list[UprReview]:
    """Return other states' reviews whose outcome the Council decided under the same number: 18/114A and 18/114B."""
    return record.rows(
        UprReview,
        "SELECT * FROM upr_review WHERE state <> $state AND outcome_decision <> $decision"
        " AND regexp_replace(outcome_decision, '[A-Z]$', '') = regexp_replace($decision, '[A-Z]$', '')"
        " ORDER BY state",
        {"state": state, "decision": decision},
    )


_FILTERS = {
    "state": "state = $state",
    "by_state": "by_state = $by_state",
    "cycle": "cycle = $cycle",
    "issue": "list_contains(string_split(issues, ' '), $issue)",
    "action": "action = $action",
    "response": "response = $response",
}


@lru_cache(maxsize=8)
def recommendations(record: Record, asked: Asked) -> tuple[RecommendationRow, ...]:
    """Return the recommendations asked for, by session, state under review, recommending state and id; the last kept.

    A reader who turns the pages of a list asks for the same ones again and again.
    """
    given: Mapping[str, object] = {name: getattr(asked, name) for name in _FILTERS if getattr(asked, name) is not None}
    where = " AND ".join(_FILTERS[name] for name in given) or "true"
    found = record.rows(
        _recommendation,
        f"SELECT * FROM recommendation WHERE {where}"
        " ORDER BY session, state, by_state NULLS LAST, try_cast(rec_id AS BIGINT), rec_id",
        dict(given),
    )
    return tuple(found)


def _recommendation(*values) -> RecommendationRow:
    *row, issues, source_id = values
    return RecommendationRow(*row, tuple((issues or "").split()), source_id)


@lru_cache(maxsize=4)
def issue_labels(record: Record) -> Mapping[str, str]:
    """Return the issues by which recommendations are sorted, by code."""
    return dict(record.tuples("SELECT issue, label FROM upr_issue ORDER BY issue"))


@lru_cache(maxsize=4)
def sessions_covered(record: Record) -> SessionsCovered | None:
    """Return which sessions' recommendations are in the record; None where none are."""
    ((first, last, *days, n),) = record.tuples(
        "SELECT min(session), max(session), min(review_date), max(review_date), count(*) FROM recommendation"
    )
    return SessionsCovered(first, last, *days, n) if n else None


@lru_cache(maxsize=4)
def last_days(record: Record) -> Mapping[int, date]:
    """Return the last day of review of each session whose recommendations are in the record."""
    return dict(
        record.tuples(
            "SELECT session, max(review_date) FROM recommendation WHERE review_date IS NOT NULL"
            " GROUP BY session ORDER BY session"
        )
    )
