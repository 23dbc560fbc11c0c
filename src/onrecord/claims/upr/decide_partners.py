"""What the record says to claims about how many states recommended something, and which the most."""

from collections import Counter
from collections.abc import Sequence

from onrecord.claims.judging import C, R, S, U, all_of, bounded, unknown
from onrecord.claims.naming import capital, joined, many, state_name
from onrecord.claims.upr.selecting import can_be_complete, held_on, meant, rows_by, rows_to
from onrecord.claims.upr.typed import Partners, Which
from onrecord.claims.upr.words import in_set, recommendation_rows
from onrecord.record.query_upr import RecommendationRow
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Finding, Reason, Verdict

_ALL_STATES = 200
_SPOKE = 10
"""So many states more or fewer may come from counting those that spoke, which the record does not have."""
_SCOPE = "UPR Info's rows, one for each recommending state and action"


def partners(claim: Partners, record: Record) -> Finding:
    """Return whether so many states recommended something to a state, or were recommended something by it."""
    rows, complete = _rows(claim, record)
    found = Counter(other for r in rows if (other := r.state if claim.made else r.by_state))
    complete = complete and (claim.made or all(r.by_state for r in rows) or claim.n is None)
    verdict = all_of(_verdicts(claim, found, complete))
    says = _says(claim, record, found)
    if not rows or verdict is U:
        return unknown(Reason.OUTSIDE_COVERAGE, says, _SCOPE, recommendation_rows(record, rows))
    shown = recommendation_rows(record, _of_top(claim, rows) or rows)
    return Finding(
        verdict, says, _SCOPE, None, len(found), (), shown if verdict is S else (), () if verdict is S else shown
    )


def _rows(claim: Partners, record: Record) -> tuple[list[RecommendationRow], bool]:
    if claim.made:
        rows = [r for r in rows_by(record, claim.state) if _within(claim.which, record, r)]
        return rows, can_be_complete(record, claim.which)
    listed = [rows_to(record, claim.state, review.cycle) for review in meant(record, claim.state, claim.which)]
    return [r for rows in listed for r in rows], bool(listed) and all(listed)


def _within(which: Which, record: Record, row: RecommendationRow) -> bool:
    if which.cycle is not None or which.session is not None:
        return which.cycle in {None, row.cycle} and which.session in {None, row.session}
    return which.period is None or which.period.contains(held_on(record, row))


def _verdicts(claim: Partners, found: Counter[str], complete: bool) -> list[Verdict]:
    verdicts = []
    if claim.n is not None:
        verdict = bounded(claim.bound, len(found), len(found) if complete else _ALL_STATES, claim.n)
        near = abs(claim.n - len(found)) <= _SPOKE
        verdicts.append(C if verdict is R and near else verdict)
    if claim.top and found:
        highest = max(found.values())
        first = {state for state, n in found.items() if n == highest}
        right = set(claim.top) == first and claim.most in {None, highest}
        verdicts.append(U if not complete and not right else S if right else R)
    return verdicts or [U]


def _of_top(claim: Partners, rows: Sequence[RecommendationRow]) -> list[RecommendationRow]:
    return [r for r in rows if (r.state if claim.made else r.by_state) in claim.top]


def _says(claim: Partners, record: Record, found: Counter[str]) -> str:
    verb = "made recommendations to" if claim.made else "received recommendations from"
    first = joined(f"{state_name(record, s)} ({n})" for s, n in found.most_common(5)) if found else "none"
    name = capital(state_name(record, claim.state))
    which = in_set(claim.which) if claim.which.said else ""
    return f"{name} {verb} {many(len(found), 'state')}{which}; the most: {first}."
