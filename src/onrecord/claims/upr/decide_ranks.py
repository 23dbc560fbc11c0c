"""What the record says to claims about who received or made the most recommendations."""

from collections import Counter
from functools import lru_cache

from onrecord.claims.judging import C, R, S, unknown
from onrecord.claims.naming import capital, joined, state_name
from onrecord.claims.upr.selecting import all_rows, can_be_complete, covered
from onrecord.claims.upr.typed import RankedReviews, Which
from onrecord.claims.upr.words import in_set
from onrecord.claims.upr.words import recommendation_rows as rows_as_evidence
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Finding, Reason


@lru_cache(maxsize=64)
def totals(record: Record, which: Which, made: bool) -> dict[str, int]:
    """Return how many recommendations each state made, or received, in a cycle, session or period."""
    found: Counter[str] = Counter()
    for row in all_rows(record):
        if _within(which, row.cycle, row.session):
            state = row.by_state if made else row.state
            if state:
                found[state] += 1
    return dict(found)


def _within(which: Which, cycle: int, session: int) -> bool:
    return which.cycle in {None, cycle} and which.session in {None, session}


def ranked(claim: RankedReviews, record: Record) -> Finding:
    """Return whether a state has the place claimed; only where all recommendations are in the record."""
    found = totals(record, claim.which, claim.made)
    name = capital(state_name(record, claim.state))
    verb = "made" if claim.made else "received"
    mine = found.get(claim.state, 0)
    says = (
        f"{name} {verb} {mine} recommendations{in_set(claim.which)} by UPR Info's rows; {_ends(record, found, claim)}."
    )
    scope = "UPR Info's rows, one for each recommending state and action"
    if claim.which.period is not None or not can_be_complete(record, claim.which) or not mine:
        span = covered(record)
        known = f"Recommendations are in the record for sessions {span.first} to {span.last} only. " if span else ""
        return unknown(Reason.OUTSIDE_COVERAGE, known + says, scope)
    ahead = sum(n < mine if claim.fewest else n > mine for n in found.values())
    ties = sum(n == mine for n in found.values())
    fits = ahead + 1 <= claim.place <= ahead + ties
    verdict = (S if ties == 1 else C) if fits else R
    rows = rows_as_evidence(record, [r for r in all_rows(record) if _mine(claim, r)][:1])
    return Finding(
        verdict, says, scope, None, len(found), (), rows if verdict is S else (), () if verdict is S else rows
    )


def _mine(claim: RankedReviews, row) -> bool:
    state = row.by_state if claim.made else row.state
    return state == claim.state and _within(claim.which, row.cycle, row.session)


def _ends(record: Record, found: dict[str, int], claim: RankedReviews) -> str:
    ordered = sorted(found.items(), key=lambda item: (item[1] if claim.fewest else -item[1], item[0]))[:5]
    side = "fewest" if claim.fewest else "most"
    return f"the {side}: {joined(f'{state_name(record, s)} {n}' for s, n in ordered)}" if ordered else "no others known"
