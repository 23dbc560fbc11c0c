"""What the record says to claims about visits: witnesses decide, absence never does, since the list is not complete."""

from collections.abc import Sequence
from datetime import timedelta

from onrecord.claims.judging import C, R, S, U, bounded, unknown
from onrecord.claims.naming import capital, day, joined, many, state_name, when
from onrecord.claims.typed import Quantifier
from onrecord.claims.visits.typed import ANY, NumberOfVisits, Order, Visited, VisitInOrder, VisitRequested
from onrecord.claims.visits.words import (
    held_by,
    mandate_name,
    span_of,
    visit_row,
    visit_rows,
    visits_asked,
    visits_made,
)
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import Visit
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Finding, Reason

_SCOPE = "visits found in sources; the list is not complete"
_OFTEN = 3
"""So many visits in as many years are at least needed for "regularly"."""
_EXACT = 45
"""A period of more days than these is not the days of one visit."""
_FRESH = timedelta(days=31)
"""A request known so recently was still one on the text's day."""


def visited(claim: Visited, record: Record) -> Finding:
    """Return whether a mandate holder visited a state, by the visits known."""
    rows = visits_made(record, claim.state, claim.mandate)
    met = [v for v in rows if claim.period is None or span_of(v).overlaps(claim.period)]
    if claim.quantifier is Quantifier.NONE:
        return _none(claim, record, met)
    if claim.quantifier is Quantifier.GENERIC:
        return _often(claim, record, met)
    named = [v for v in met if not claim.holder or held_by(v, claim.holder)]
    if named and _days_differ(named, claim.period):
        verdict = R if all(v.confidence > 1 for v in named) else C
        return Finding(verdict, _listed(named), _SCOPE, None, len(named), (), (), visit_rows(record, named))
    if named:
        return Finding(S, _listed(named), _SCOPE, None, len(named), (), visit_rows(record, named))
    if met and claim.holder and claim.period and claim.mandate != ANY and all(v.holder for v in met):
        return Finding(R, _listed(met), _SCOPE, None, len(met), (), (), visit_rows(record, met))
    return _not_known(claim.state, claim.mandate, record, rows)


def _days_differ(rows: Sequence[Visit], period: Period | None) -> bool:
    """Return whether a period is given to the day and is not that of a visit it overlaps."""
    if period is None or period.first is None or period.last is None or period.first == period.last:
        return False
    if (period.last - period.first).days > _EXACT or period.precision == "month":
        return False
    return not any(span_of(v) == period for v in rows)


def _listed(rows: Sequence[Visit]) -> str:
    shown = [f"the {v.mandate}{f' ({v.holder})' if v.holder else ''} {span_of(v).words}" for v in rows[:8]]
    more = f" and {len(rows) - 8} more" if len(rows) > 8 else ""
    return f"The record has {many(len(rows), 'visit')}: {joined(shown)}{more}."


def _not_known(state: str, mandate: str, record: Record, rows: Sequence[Visit]) -> Finding:
    known = f" {_listed(rows)}" if rows else ""
    who = mandate_name(mandate)
    to = state_name(record, state)
    says = f"No such visit by {who} to {to} is in the record, whose list of visits is not complete.{known}"
    return unknown(Reason.NOT_IN_THE_RECORD, says, _SCOPE, visit_rows(record, rows))


def _none(claim: Visited, record: Record, met: Sequence[Visit]) -> Finding:
    if met:
        return Finding(R, _listed(met), _SCOPE, None, len(met), (), (), visit_rows(record, met))
    return _not_known(claim.state, claim.mandate, record, visits_made(record, claim.state, claim.mandate))


def _often(claim: Visited, record: Record, met: Sequence[Visit]) -> Finding:
    years = {v.opened.year for v in met}
    if len(met) >= _OFTEN and len(years) >= _OFTEN:
        return Finding(S, _listed(met), f"{_SCOPE}; in {len(years)} years", None, len(met), (), visit_rows(record, met))
    return _not_known(claim.state, claim.mandate, record, met)


def in_order(claim: VisitInOrder, record: Record) -> Finding:
    """Return whether a visit can be the first or last: refuted by an earlier or later one, else not known."""
    rows = visits_made(record, claim.state, claim.mandate)
    if claim.order is Order.FIRST:
        against = [v for v in rows if claim.period.first and (v.closed or v.opened) < claim.period.first]
    else:
        against = [v for v in rows if claim.period.last and v.opened > claim.period.last]
    if against:
        return Finding(R, _listed(against), _SCOPE, None, len(against), (), (), visit_rows(record, against))
    return _not_known_order(claim, record, rows)


def _not_known_order(claim: VisitInOrder, record: Record, rows: Sequence[Visit]) -> Finding:
    side = "earlier" if claim.order is Order.FIRST else "later"
    known = f" {_listed(rows)}" if rows else ""
    says = f"The record knows of no {side} visit, but its list of visits is not complete.{known}"
    return unknown(Reason.OUTSIDE_COVERAGE, says, _SCOPE, visit_rows(record, rows))


def visit_requested(claim: VisitRequested, record: Record) -> Finding:
    """Return whether a visit was asked for, and whether it was still to be made on the text's day."""
    asked = [v for v in visits_asked(record, claim.state, claim.mandate) if _asked_then(v, claim.period)]
    made = [v for v in visits_made(record, claim.state, claim.mandate) if not asked or v.opened >= asked[-1].opened]
    if claim.pending:
        return _pending(claim, record, asked, made)
    if asked:
        says = f"{_requests(record, asked)}."
        return Finding(S, says, _SCOPE, None, len(asked), (), visit_rows(record, asked))
    return _not_known(claim.state, claim.mandate, record, made)


def _asked_then(visit: Visit, period: Period | None) -> bool:
    """Return whether a request known by a day can have been made in a period."""
    return period is None or period.first is None or visit.opened >= period.first


def _requests(record: Record, asked: Sequence[Visit]) -> str:
    known = joined(f"{day(v.opened)} (the {v.mandate})" for v in asked)
    return f"A request to visit {state_name(record, asked[0].state)} is known by {known}"


def _pending(claim: VisitRequested, record: Record, asked: Sequence[Visit], made: Sequence[Visit]) -> Finding:
    if asked and made:
        return Finding(R, _listed(made), _SCOPE, None, len(made), (), (), visit_rows(record, made))
    fresh = [v for v in asked if record.as_of is not None and record.as_of - v.opened <= _FRESH]
    if fresh:
        says = f"{_requests(record, fresh)}, as one not yet met."
        return Finding(S, says, _SCOPE, None, len(fresh), (), visit_rows(record, fresh))
    return _not_known(claim.state, claim.mandate, record, [*asked, *made])


def number_of_visits(claim: NumberOfVisits, record: Record) -> Finding:
    """Return whether a number of visits can be right: what is known is the least there were."""
    rows = visits_made(record, claim.state, ANY)
    met = [v for v in rows if claim.period is None or span_of(v).overlaps(claim.period)]
    name = capital(state_name(record, claim.state))
    says = (
        f"{name} had at least {many(len(met), 'visit')} by special procedures{when(claim.period)}; more may be missing."
    )
    verdict = bounded(claim.bound, len(met), 10**6, claim.n) if met else U
    evidence = tuple(visit_row(record, v) for v in met)
    if verdict is U:
        return unknown(Reason.OUTSIDE_COVERAGE, says, _SCOPE, evidence)
    against = evidence if verdict is R else ()
    return Finding(verdict, says, _SCOPE, None, len(met), (), evidence if verdict is S else (), against)
