"""Sentences about the documents of reviews, numbered recommendations and comparisons."""

from random import Random

from onrecord.claims.naming import day, state_name
from onrecord.claims.pledges.clauses_known import clauses_by_state
from onrecord.claims.relation import Sample
from onrecord.claims.upr.decide_numbers import counts
from onrecord.claims.upr.samples_numbers import counted
from onrecord.claims.upr.samples_reviews import all_reviews, pair
from onrecord.claims.upr.selecting import reviews_by_state
from onrecord.claims.upr.words import ordinal
from onrecord.record.store import Record
from onrecord.vocabulary.dates import PartialDate

_REVIEW = "upr review"
_DAY = 10


def outcomes(record: Record, chance: Random) -> Sample | None:
    """Return a sentence about the Council's decision on a review."""
    one = chance.choice([r for r in all_reviews(record) if len(r.outcome_date or "") == _DAY and r.outcome_decision])
    other = chance.choice([r for r in all_reviews(record) if r.outcome_decision and r is not one])
    on = PartialDate(one.outcome_date or "").first
    patterns = (
        ("The outcome of the {nth} Universal Periodic Review of {state} was adopted on {date}.", "date"),
        ("The Council adopted the outcome of {state}'s {nth} UPR on {date}.", "date"),
        ("The outcome of {state}'s {nth} UPR was adopted by decision {symbol}.", "symbol"),
        ("The outcome of the {nth} UPR of {state} was adopted by {symbol}.", "symbol"),
    )
    pattern, changed = chance.choice(patterns)
    right = {"state": state_name(record, one.state), "nth": ordinal(one.cycle), "date": day(on)}
    right["symbol"] = one.outcome_decision or ""
    wrong = {"date": day(on.replace(year=on.year + 1, day=min(on.day, 28))), "symbol": other.outcome_decision}
    return pair(chance, (pattern,), right, {changed: wrong[changed]}, (_REVIEW, "citation"))


def reports(record: Record, chance: Random) -> Sample | None:
    """Return a sentence about the symbol of a working group's report."""
    known = [r for r in all_reviews(record) if r.report_symbol]
    one, other = chance.sample(known, 2)
    patterns = (
        "The report of the Working Group on {state}'s {nth} UPR is {symbol}.",
        "Report of the Working Group on the Universal Periodic Review, {state}, {nth} cycle ({symbol}).",
        "The Working Group's report on the {nth} UPR of {state} bears the symbol {symbol}.",
        "{symbol} is the report of the Working Group on the {nth} Universal Periodic Review of {state}.",
    )
    right = {"state": state_name(record, one.state), "nth": ordinal(one.cycle), "symbol": one.report_symbol}
    return pair(chance, patterns, right, {"symbol": other.report_symbol}, (_REVIEW, "citation"))


def adopted(record: Record, chance: Random) -> Sample:
    """Return a sentence about the day on which the working group adopted its report."""
    one = chance.choice([r for r in all_reviews(record) if len(r.report_adopted or "") == _DAY])
    on = PartialDate(one.report_adopted or "").first
    patterns = (
        "The UPR Working Group adopted its report on {state} on {date}.",
        "On {date} the UPR Working Group adopted its report on {state}.",
        "The report of the Working Group on the UPR of {state} was adopted on {date}.",
        "The Working Group on the UPR adopted the report on {state}'s {nth} UPR on {date}.",
    )
    right = {"state": state_name(record, one.state), "nth": ordinal(one.cycle), "date": day(on)}
    wrong = {"date": day(on.replace(year=on.year + 1, day=min(on.day, 28)))}
    return pair(chance, patterns, right, wrong, (_REVIEW, "citation"))


def numbered(record: Record, chance: Random) -> Sample | None:
    """Return a sentence about who made a numbered recommendation."""
    known = [c for rows in clauses_by_state(record).values() for c in rows if c.recommended and c.closed and c.by]
    one = chance.choice(known)
    number = (one.pledge.paragraph or "").split("-")[0]
    patterns = (
        "{symbol}, recommendation {number} ({by}).",
        "Recommendation {number} of {symbol} was made by {by}.",
        "Recommendation {number} in {symbol} came from {by}.",
        "See {symbol}, recommendation {number} ({by}).",
    )
    by = chance.choice(one.by)
    others = [s for s in ("CUB", "CHN", "ISL", "FJI", "NPL") if s not in one.by]
    right = {"symbol": one.pledge.document_symbol, "number": number, "by": state_name(record, by)}
    wrong = {"by": state_name(record, chance.choice(others))}
    return pair(chance, patterns, right, wrong, ("upr recommendations", "citation"))


def compared(record: Record, chance: Random) -> Sample | None:
    """Return a sentence that compares two reviews of a state."""
    one = chance.choice(counted(record))
    rows = {r.cycle: r for r in reviews_by_state(record)[one.state]}
    if not {1, 2} <= rows.keys():
        return None
    first, second = ({c.unit: c.least for c in counts(record, rows[k], None) if c.known} for k in (1, 2))
    signs = {second[unit] > first[unit] for unit in first if unit in second}
    equal = any(second[unit] == first[unit] for unit in first if unit in second)
    if len(signs) != 1 or equal:
        return None
    more, fewer = ("more", "fewer") if signs == {True} else ("fewer", "more")
    patterns = (
        "{state} received {how} recommendations at its second UPR than at its first.",
        "At its second Universal Periodic Review, {state} received {how} recommendations than at its first.",
        "{state} was given {how} recommendations at its second UPR than at its first UPR.",
        "{state} got {how} recommendations during its second UPR than during its first.",
    )
    right = {"state": state_name(record, one.state), "how": more}
    return pair(chance, patterns, right, {"how": fewer}, ("upr recommendations", "comparison"))
