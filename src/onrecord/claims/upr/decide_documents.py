"""What the record says to claims about the documents of reviews, and about recommendations by their numbers."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import lru_cache

from onrecord.claims.judging import R, S, U, all_of, unknown
from onrecord.claims.naming import capital, joined, state_name
from onrecord.claims.pledges.clauses_known import Clause, clause_row
from onrecord.claims.upr.commitments import numbers_of, supported
from onrecord.claims.upr.selecting import meant, paragraphs_of, reviews_by_state, rows_to, window
from onrecord.claims.upr.typed import NumberedRecommendation, Response, ReviewDocument
from onrecord.claims.upr.words import on_day, recommendation_rows, review_row, review_rows, tally
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import UprParagraph, UprReview
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Evidence, Finding, Reason, Verdict

OUTCOME = "outcome"
REPORT = "report"
ADOPTED = "report adopted"
ADDENDUM = "addendum"
_AFTER_REVIEW = timedelta(days=30)
"""The working group adopts its report within so many days of the review."""
_SCOPE = "documents of reviews: the working group's report with the day of its adoption, the Council's decision"


@lru_cache(maxsize=16)
def _by_symbol(record: Record) -> dict[str, UprReview]:
    found = {}
    for rows in reviews_by_state(record).values():
        for one in rows:
            found.update({symbol: one for symbol in (one.report_symbol, one.outcome_decision) if symbol})
    return found


def document(claim: ReviewDocument, record: Record) -> Finding:
    """Return whether a document is that of a state's review, and whether its day is right."""
    chosen = _chosen(claim, record)
    if not chosen:
        says = f"No document of such a review of {state_name(record, claim.state)} is in the record."
        return unknown(Reason.OUTSIDE_COVERAGE, says, _SCOPE)
    answers = [(_fits(claim, one), one) for one in chosen]
    verdicts = [v for v, _ in answers]
    verdict = S if S in verdicts else U if U in verdicts else R
    shown = [one for v, one in answers if v is verdict]
    says = capital("; ".join(_said(record, one) for one in shown)) + "."
    rows = review_rows(record, shown)
    if verdict is U:
        return unknown(Reason.NOT_IN_THE_RECORD, says, _SCOPE, rows)
    return Finding(
        verdict, says, _SCOPE, None, len(shown), (), rows if verdict is S else (), () if verdict is S else rows
    )


def _chosen(claim: ReviewDocument, record: Record) -> list[UprReview]:
    """Return the reviews whose document can be meant: by what the sentence says of the review, else by the symbol."""
    if claim.which.said:
        return meant(record, claim.state, claim.which)
    named = [one for symbol in claim.symbols if (one := _by_symbol(record).get(_base(symbol)))]
    mine = [one for one in named if one.state == claim.state]
    if mine or (named and claim.symbols):
        return mine or [one for one in reviews_by_state(record).get(claim.state, ()) if one.report_symbol]
    return list(reviews_by_state(record).get(claim.state, ()))


def _base(symbol: str) -> str:
    return symbol.split("/Add.", maxsplit=1)[0]


def _fits(claim: ReviewDocument, one: UprReview) -> Verdict:
    known = one.outcome_decision if claim.kind == OUTCOME else one.report_symbol
    verdicts = []
    if claim.symbols:
        wanted = {_base(s) if claim.kind == ADDENDUM else s for s in claim.symbols}
        verdicts.append(U if known is None else S if known in wanted else R)
    if claim.period is not None:
        verdicts.append(_dated(claim, one, claim.period))
    return all_of(verdicts)


def _dated(claim: ReviewDocument, one: UprReview, period: Period) -> Verdict:
    """Return the verdict on a document's day: the record has the days of decisions and adoptions, none of issue."""
    if claim.kind == OUTCOME:
        return _within(one.outcome_date, period)
    held = window(one)
    if claim.kind == ADOPTED and one.report_adopted is None and held and held.first and held.last:
        return U if Period(held.first, held.last + _AFTER_REVIEW).overlaps(period) else R
    if claim.kind == ADOPTED:
        return _within(one.report_adopted, period)
    if held and held.last and period.last and period.last < held.last:
        return R
    return S if claim.kind == REPORT and _within(one.report_adopted, period) is S else U


def _within(written: str | None, period: Period) -> Verdict:
    if not written:
        return U
    given = PartialDate(written)
    days = Period(given.first, given.last)
    return S if days.within(period) else U if days.overlaps(period) else R


def _said(record: Record, one: UprReview) -> str:
    report = f"report {one.report_symbol}" if one.report_symbol else "symbol of the report not in the record"
    adopted = f", adopted{on_day(one.report_adopted)}" if one.report_adopted else ""
    outcome = (
        f"outcome {one.outcome_decision},{on_day(one.outcome_date)}" if one.outcome_decision else "no outcome known"
    )
    return f"{state_name(record, one.state)}, cycle {one.cycle}: {report}{adopted}; {outcome}"


def numbered(claim: NumberedRecommendation, record: Record) -> Finding:
    """Return who made a numbered recommendation and what became of it, as far as it is known."""
    review = _review(claim, record)
    if review is None:
        says = "Which report's numbers these are is not known from the record."
        return unknown(Reason.NOT_IN_THE_RECORD, says, _SCOPE)
    found = [_one(claim, record, review, number) for number in claim.paragraphs]
    verdict = all_of(v for v, _, _ in found)
    says = " ".join(dict.fromkeys(words for _, words, _ in found))
    rows = tuple(dict.fromkeys(e for _, _, evidence in found for e in evidence))
    if verdict is U:
        return unknown(Reason.NOT_IN_THE_RECORD, says, _SCOPE, rows)
    return Finding(
        verdict, says, _SCOPE, None, len(rows), (), rows if verdict is S else (), () if verdict is S else rows
    )


def _review(claim: NumberedRecommendation, record: Record) -> UprReview | None:
    if claim.symbol:
        return _by_symbol(record).get(_base(claim.symbol))
    holding = [r for r in reviews_by_state(record).get(claim.to, ()) if _holds(record, r, claim.paragraphs[0])]
    return holding[0] if len(holding) == 1 else None


def _holds(record: Record, review: UprReview, number: str) -> bool:
    return _paragraph(record, review, number) is not None


def _paragraph(record: Record, review: UprReview, number: str) -> UprParagraph | None:
    paragraph, item = number.split(".")[:2]
    listed = paragraphs_of(record, review.state, review.report_symbol) if review.report_symbol else ()
    return next((p for p in listed if p.paragraph == paragraph and p.first_item <= int(item) <= p.last_item), None)


Answered = tuple[Verdict, str, tuple[Evidence, ...]]


def _one(claim: NumberedRecommendation, record: Record, review: UprReview, number: str) -> Answered:
    clauses = list(_clauses(record, review, number))
    parts = []
    if claim.by:
        parts.append(_authors(claim, record, review, clauses))
    if claim.response:
        parts.append(_response(claim.response, record, review, number, clauses))
    if not parts:
        return U, f"Recommendation {number} is one of the report's.", (review_row(record, review),)
    return all_of(v for v, _, _ in parts), " ".join(w for _, w, _ in parts), tuple(e for _, _, es in parts for e in es)


def _clauses(record: Record, review: UprReview, number: str) -> Iterator[Clause]:
    paragraph, item = number.split(".")[:2]
    for clause in supported(record, review.state):
        if clause.pledge.document_symbol == review.report_symbol and any(
            paragraph == p and first <= int(item) <= last for p, first, last in numbers_of(clause)
        ):
            yield clause


def _authors(claim: NumberedRecommendation, record: Record, review: UprReview, clauses: Sequence[Clause]) -> Answered:
    """Return whether the states named made it: by the commitments, else refuted where a state made none at all."""
    rows = rows_to(record, review.state, review.cycle)
    theirs = [r for r in rows if r.by_state in claim.by]
    if clauses:
        known = {s for c in clauses for s in c.by}
        closed = all(c.closed for c in clauses)
        verdict = S if set(claim.by) <= known else R if closed else U
        says = f"By the commitments in the record it came from {joined(state_name(record, s) for s in sorted(known))}."
        return verdict, says, tuple(clause_row(record, c) for c in clauses)
    names = joined(state_name(record, s) for s in claim.by)
    made_none = rows and all(r.by_state for r in rows) and any(s not in {r.by_state for r in theirs} for s in claim.by)
    says = (
        f"Numbers are not given to rows of recommendations; of {names} the record has {len(theirs)}: {tally(theirs)}."
    )
    return (R if made_none else U), says, recommendation_rows(record, theirs) or (review_row(record, review),)


def _response(
    response: Response, record: Record, review: UprReview, number: str, clauses: Sequence[Clause]
) -> Answered:
    paragraph = _paragraph(record, review, number)
    if clauses:
        verdict = S if response is Response.ACCEPTED else R
        return verdict, f"Recommendation {number} was supported.", tuple(clause_row(record, c) for c in clauses)
    if paragraph is None:
        return U, f"Recommendation {number} is not in the record.", (review_row(record, review),)
    begins = {Response.ACCEPTED: "supported", Response.NOTED: "noted"}
    hit = paragraph.position.startswith(begins[response])
    other = any(paragraph.position.startswith(b) for r, b in begins.items() if r is not response)
    says = f"Paragraph {paragraph.paragraph} of {review.report_symbol}: {paragraph.position}."
    return (S if hit else R if other else U), says, (review_row(record, review),)
