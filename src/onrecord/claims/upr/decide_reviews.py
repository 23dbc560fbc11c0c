"""What the record says to claims about when a state was reviewed and how often."""

from collections.abc import Sequence
from datetime import date

from onrecord.claims.judging import R, S, U, bounded, unknown
from onrecord.claims.naming import capital, joined, many, state_name
from onrecord.claims.upr.selecting import (
    SHORTEST_INTERVAL,
    cycle_spans,
    days_listed_to,
    last_known,
    reviews_by_state,
    today,
    window,
)
from onrecord.claims.upr.typed import NumberOfReviews, Reviewed
from onrecord.claims.upr.words import on_day, review_rows
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import UprReview
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Finding, Reason, Verdict

_SCOPE = "reviews in the record: days of sessions 1 to 20 and of a few later ones, decisions on outcomes of the others"


def reviewed(claim: Reviewed, record: Record) -> Finding:
    """Return whether a state was reviewed when a sentence says it was."""
    known = reviews_by_state(record).get(claim.state, ())
    rows = [r for r in known if claim.cycle is None or r.cycle == claim.cycle]
    if claim.last:
        return _last(claim, record, known)
    answers = [_fits(claim, r) for r in rows]
    hits = [r for r, a in zip(rows, answers, strict=True) if a is S]
    if hits:
        return Finding(S, _held(record, hits), _SCOPE, None, len(hits), (), review_rows(record, hits))
    if U in answers or not rows or not _would_be_known(claim, record, known):
        return _not_known(claim, record, rows or known)
    return Finding(R, _held(record, rows), _SCOPE, None, len(rows), (), (), review_rows(record, rows))


def _fits(claim: Reviewed, review: UprReview) -> Verdict:
    """Return whether one review fits the session and the period: surely, surely not, or not known."""
    verdicts = set()
    if claim.session is not None:
        verdicts.add(U if review.upr_session is None else S if review.upr_session == claim.session else R)
    if claim.period is not None:
        verdicts.add(_within(review, claim.period))
    return R if R in verdicts else U if U in verdicts else S


def _within(review: UprReview, period: Period) -> Verdict:
    days = window(review)
    if days is None:
        return U
    if not days.overlaps(period):
        return R
    return S if days.within(period) or (review.review_date and days.precision == "day") else U


def _would_be_known(claim: Reviewed, record: Record, known: Sequence[UprReview]) -> bool:
    """Return whether a review of any cycle whose days meet the period would be in the record."""
    if claim.cycle is not None or claim.period is None:
        return True
    last = min(claim.period.last or today(record), today(record))
    listed_to = days_listed_to(record)
    if listed_to is not None and last <= listed_to:
        return True
    spans = cycle_spans(record)
    met = {cycle for cycle, days in spans.items() if days.overlaps(claim.period)}
    ended = any(days.last and last <= days.last for days in spans.values())
    return ended and met <= {r.cycle for r in known}


def _last(claim: Reviewed, record: Record, known: Sequence[UprReview]) -> Finding:
    if not known:
        return _not_known(claim, record, known)
    found = _fits(claim, known[-1])
    if found is S and last_known(record, known):
        return Finding(S, _held(record, known[-1:]), _SCOPE, None, 1, (), review_rows(record, known[-1:]))
    end = claim.period.last if claim.period else None
    after = [r for r in known if end and (w := window(r)) and w.first and w.first > end]
    if after or (found is R and last_known(record, known)):
        against = after or known[-1:]
        return Finding(R, _held(record, against), _SCOPE, None, 1, (), (), review_rows(record, against))
    return _not_known(claim, record, known)


def _held(record: Record, rows: Sequence[UprReview]) -> str:
    parts = [
        f"cycle {r.cycle}{on_day(r.review_date) or f', outcome decided{on_day(r.outcome_date)}'}"
        + (f" (session {r.upr_session} of the working group)" if r.upr_session else "")
        for r in rows
    ]
    return f"{capital(state_name(record, rows[0].state))} was reviewed: {joined(parts)}."


def _not_known(claim: Reviewed, record: Record, rows: Sequence[UprReview]) -> Finding:
    known = f" {_held(record, rows)}" if rows else ""
    says = f"The day of such a review of {state_name(record, claim.state)} is not in the record.{known}"
    return unknown(Reason.OUTSIDE_COVERAGE, says, _SCOPE, review_rows(record, rows))


def number_of_reviews(claim: NumberOfReviews, record: Record) -> Finding:
    """Return whether a state was reviewed so often by the text's day."""
    known = reviews_by_state(record).get(claim.state, ())
    if not known:
        says = f"No review of {state_name(record, claim.state)} is in the record."
        return unknown(Reason.OUTSIDE_COVERAGE, says, _SCOPE)
    verdict = bounded(claim.bound, len(known), len(known) + _may_be_more(record, known), claim.n)
    says = f"{_held(record, known)} That makes {many(len(known), 'review')} in the record."
    rows = review_rows(record, known)
    if verdict is U:
        return unknown(Reason.OUTSIDE_COVERAGE, says, _SCOPE, rows)
    return Finding(
        verdict, says, _SCOPE, None, len(known), (), rows if verdict is S else (), () if verdict is S else rows
    )


def _may_be_more(record: Record, known: Sequence[UprReview]) -> int:
    """Return how many reviews may be missing: cycles passed over, and one since the last where time enough went by."""
    passed = known[-1].cycle - len(known)
    return passed + (0 if last_known(record, known) else (today(record) - _first(known)) // SHORTEST_INTERVAL)


def _first(known: Sequence[UprReview]) -> date:
    days = window(known[-1])
    return days.first if days and days.first else date.min
