"""Reviews and recommendations held in memory, and which review of a state a sentence means."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from onrecord.claims.upr.typed import Which
from onrecord.record.coverage_of import coverage
from onrecord.record.query_upr import (
    Asked,
    RecommendationRow,
    SessionsCovered,
    last_days,
    paragraphs,
    recommendations,
    reviews,
    sessions_covered,
)
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import UprParagraph, UprReview
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.periods import Period

SHORTEST_INTERVAL = timedelta(days=4 * 365)
"""No state has been reviewed again sooner."""
_BEFORE_OUTCOME = (timedelta(days=28), timedelta(days=500))
"""Least and most days between a review and the decision on its outcome."""


@lru_cache(maxsize=16)
def reviews_by_state(record: Record) -> dict[str, tuple[UprReview, ...]]:
    """Return the reviews of each state by cycle; those filed under a state before it existed are left out."""
    found: dict[str, list[UprReview]] = {}
    for one in reviews(record):
        days = window(one)
        if days is None or days.last is None or record.gazetteer.state(one.state).existed(days.last):
            found.setdefault(one.state, []).append(one)
    return {state: tuple(rows) for state, rows in found.items()}


@lru_cache(maxsize=16)
def all_rows(record: Record) -> tuple[RecommendationRow, ...]:
    """Return every row of recommendations."""
    return recommendations(record, Asked())


@lru_cache(maxsize=16)
def _by_review(record: Record) -> dict[tuple[str, int], tuple[RecommendationRow, ...]]:
    return _dealt(all_rows(record), lambda r: (r.state, r.cycle))


@lru_cache(maxsize=16)
def _by_author(record: Record) -> dict[str | None, tuple[RecommendationRow, ...]]:
    return _dealt(all_rows(record), lambda r: r.by_state)


def _dealt(rows: Iterable[RecommendationRow], key) -> dict:
    found: dict = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return {name: tuple(dealt) for name, dealt in found.items()}


def rows_to(record: Record, state: str, cycle: int) -> tuple[RecommendationRow, ...]:
    """Return the rows of recommendations of one review; none where they are not in the record."""
    return _by_review(record).get((state, cycle), ())


def rows_by(record: Record, author: str) -> tuple[RecommendationRow, ...]:
    """Return the rows of recommendations that a state made."""
    return _by_author(record).get(author, ())


@lru_cache(maxsize=16)
def covered(record: Record) -> SessionsCovered | None:
    """Return the sessions whose recommendations are in the record."""
    return sessions_covered(record)


def window(review: UprReview) -> Period | None:
    """Return the days within which a review was held: its own, or by the day of its outcome; None if not known."""
    if review.review_date:
        given = PartialDate(review.review_date)
        return Period(given.first, given.last)
    if review.outcome_date:
        least, most = _BEFORE_OUTCOME
        given = PartialDate(review.outcome_date)
        return Period(given.first - most, given.last - least)
    return None


@lru_cache(maxsize=16)
def cycle_spans(record: Record) -> dict[int, Period]:
    """Return the first and last day on which states can have been reviewed in each cycle."""
    found: dict[int, list[Period]] = {}
    for rows in reviews_by_state(record).values():
        for one in rows:
            if days := window(one):
                found.setdefault(one.cycle, []).append(days)
    return {
        cycle: Period(min(d.first for d in days if d.first), max(d.last for d in days if d.last))
        for cycle, days in found.items()
    }


@lru_cache(maxsize=16)
def days_listed_to(record: Record) -> date | None:
    """Return the day up to which the record has the day of every review; None where it has none."""
    lines = [line for line in coverage(record) if line.table_name == "recommendation" and line.complete]
    return max((line.covers_to for line in lines if line.covers_to), default=None)


@lru_cache(maxsize=512)
def paragraphs_of(record: Record, state: str, symbol: str) -> tuple[UprParagraph, ...]:
    """Return the paragraphs of a report that list recommendations."""
    return paragraphs(record, state).get(symbol, ())


def decided(review: UprReview) -> Period | None:
    """Return the day on which the outcome of a review was decided; None where it is not known."""
    if not review.outcome_date:
        return None
    given = PartialDate(review.outcome_date)
    return Period(given.first, given.last)


def meant(record: Record, state: str, which: Which) -> list[UprReview]:
    """Return the reviews of a state that a sentence can mean; all of them where it does not say."""
    known = list(reviews_by_state(record).get(state, ()))
    if which.cycle is not None:
        return [r for r in known if r.cycle == which.cycle]
    if which.last:
        return known[-1:] if last_known(record, known) else []
    if which.session is not None:
        return [r for r in known if r.upr_session == which.session]
    if which.period is not None:
        return _in_period(known, which.period)
    return known


def last_known(record: Record, known: Sequence[UprReview]) -> bool:
    """Return whether the last review known is surely the last by the record's day: no other can have followed."""
    if not known:
        return False
    held = window(known[-1])
    return held is not None and held.first is not None and today(record) - held.first < SHORTEST_INTERVAL


@lru_cache(maxsize=16)
def today(record: Record) -> date:
    """Return the day the record is asked on: its day, or the last day of a review in it."""
    if record.as_of:
        return record.as_of
    last = [w.last for rows in reviews_by_state(record).values() for r in rows if (w := window(r)) and w.last]
    return max(last)


def _in_period(known: Sequence[UprReview], period: Period) -> list[UprReview]:
    """Return the reviews held in a period; else those whose outcome was decided in it."""
    held = [r for r in known if (w := window(r)) and (w.overlaps(period) if r.review_date else w.within(period))]
    if held:
        return held
    settled = [r for r in known if (d := decided(r)) and d.overlaps(period)]
    return settled or [r for r in known if not r.review_date and (w := window(r)) and w.overlaps(period)]


def held_on(record: Record, row: RecommendationRow) -> date:
    """Return the day of the review a row belongs to; the last day of its session where the row has none."""
    return row.review_date or last_days(record)[row.session]


def can_be_complete(record: Record, which: Which) -> bool:
    """Return whether all recommendations that a selection over all states means are in the record."""
    span = covered(record)
    if span is None:
        return False
    if which.session is not None:
        return span.first <= which.session <= span.last
    if which.cycle is not None:
        return which.cycle == 1 and today(record) > span.first_day and _first_cycle_over(record)
    if which.period and which.period.first and which.period.last:
        return span.first_day <= which.period.first and which.period.last <= span.last_day
    return False


def _first_cycle_over(record: Record) -> bool:
    return any(r.cycle == 2 for rows in reviews_by_state(record).values() for r in rows)
