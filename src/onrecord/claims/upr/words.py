"""How reviews and recommendations read in a sentence, and their rows as evidence."""

from collections.abc import Iterable, Sequence

from onrecord.claims.evidence import row
from onrecord.claims.naming import day, joined, many, state_name, when
from onrecord.claims.upr.typed import Response, Which
from onrecord.record.query_upr import UPR_INFO, RecommendationRow
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import UprReview
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.verdicts import Evidence

ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}
MOST_SHOWN = 60
"""Rows given as evidence at most."""


def ordinal(n: int) -> str:
    """Return a place in an order in words, as far as there are cycles: "second"."""
    return ORDINALS.get(n, f"{n}th")


def at_review(which: Which) -> str:
    """Return which review is meant, as a sentence has it: " at its second review", " at its review in 2010"."""
    if which.cycle is not None:
        return f" at its {ordinal(which.cycle)} Universal Periodic Review"
    if which.last:
        return " at its last Universal Periodic Review"
    if which.session is not None:
        return f" at its review at session {which.session} of the UPR working group"
    return f" at its Universal Periodic Review{when(which.period)}"


def in_set(which: Which) -> str:
    """Return a set of reviews of all states: " in the second cycle of the Universal Periodic Review"."""
    if which.cycle is not None:
        return f" in the {ordinal(which.cycle)} cycle of the Universal Periodic Review"
    if which.session is not None:
        return f" at session {which.session} of the UPR working group"
    return f" in the Universal Periodic Review{when(which.period)}"


DID = {Response.ACCEPTED: "accepted", Response.NOTED: "noted"}


def on_day(written: str | None) -> str:
    """Return a date as precise as it is known, with its preposition: " on 12 February 2010", " in November 2019"."""
    if not written:
        return ""
    first = PartialDate(written).first
    if len(written) == 4:
        return f" in {first.year}"
    return f" in {first:%B %Y}" if len(written) == 7 or "/" in written else f" on {day(first)}"


def review_words(record: Record, review: UprReview) -> str:
    """Return a review with its counts under their units, as a sentence."""
    held = on_day(review.review_date) or " (day not in the record)"
    said = f"{state_name(record, review.state)}'s review of cycle {review.cycle}{held}"
    parts = [f"{review.report_items} numbered items in the report"] if review.report_items else []
    if review.recommendations is not None:
        unit = "UPR Info's rows" if review.count_unit == UPR_INFO else f"a count by “{review.count_unit}”"
        parts.append(f"{review.recommendations} in {unit}{_became(review)}")
    return f"{said}: {'; '.join(parts) if parts else 'number of recommendations not in the record'}"


def _became(review: UprReview) -> str:
    given = ((review.supported, "accepted"), (review.noted, "noted"))
    parts = [f"{n} {what}" for n, what in given if n is not None]
    return f" ({joined(parts)})" if parts else ""


def review_row(record: Record, review: UprReview) -> Evidence:
    """Return a review as evidence."""
    outcome = f"; outcome decided{on_day(review.outcome_date)}" if review.outcome_date else ""
    says = review_words(record, review) + outcome
    page = f"/upr/{record.gazetteer.state(review.state).slug}"
    symbol = review.report_symbol or review.outcome_decision
    return row(record, f"upr_cycles:{review.state}/{review.cycle}", says, review.source_id, symbol, page)


def review_rows(record: Record, found: Iterable[UprReview]) -> tuple[Evidence, ...]:
    """Return reviews as evidence."""
    return tuple(review_row(record, one) for one in list(found)[:MOST_SHOWN])


def recommendation_rows(record: Record, rows: Sequence[RecommendationRow]) -> tuple[Evidence, ...]:
    """Return recommendations as evidence, those of one state to another in one review together."""
    dealt: dict[tuple[str, int, str | None], list[RecommendationRow]] = {}
    for one in rows:
        dealt.setdefault((one.state, one.cycle, one.by_state), []).append(one)
    return tuple(_together(record, key, found) for key, found in list(dealt.items())[:MOST_SHOWN])


def _together(record: Record, key: tuple[str, int, str | None], rows: Sequence[RecommendationRow]) -> Evidence:
    state, cycle, by = key
    who = state_name(record, by) if by else "a state not known"
    ends = f"by {who} to {state_name(record, state)}, cycle {cycle}"
    says = f"{many(len(rows), 'row')} of recommendations {ends}: {tally(rows)}"
    page = f"/upr/{record.gazetteer.state(state).slug}"
    return row(record, f"upr_recommendations:{state}/{cycle}/{by or 'unknown'}", says, rows[0].source_id, None, page)


def tally(rows: Sequence[RecommendationRow]) -> str:
    """Return what became of rows: "12 accepted, 1 noted"."""
    counts = {name: sum(r.response == name for r in rows) for name in ("accepted", "noted")}
    open_ = len(rows) - sum(counts.values())
    rest = [f"{open_} without a response known by the day"] if open_ else []
    return ", ".join([*(f"{n} {name}" for name, n in counts.items()), *rest])
