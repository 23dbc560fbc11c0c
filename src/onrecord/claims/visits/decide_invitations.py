"""What the record says to claims about standing invitations: who is named as having one, since when, how many."""

from collections.abc import Sequence
from datetime import date

from onrecord.claims.judging import C, R, S, U, all_of, unknown
from onrecord.claims.naming import capital, joined, state_name
from onrecord.claims.typed import Quantifier
from onrecord.claims.visits.typed import Invited, NumberInviting
from onrecord.claims.visits.words import invitation_row, invitations_by_state, totals
from onrecord.measures.visits import is_pledge
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import StandingInvitation
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Evidence, Finding, Reason, Verdict

_SCOPE = "what sources say of standing invitations to the special procedures; the lists are not complete"


def invited(claim: Invited, record: Record) -> Finding:
    """Return whether states have a standing invitation, and whether it was issued when it is said to be."""
    found = [_of_state(claim, record, state) for state in claim.states]
    verdict = all_of(v for v, _, _ in found)
    says = " ".join(words for _, words, _ in found)
    rows = tuple(e for _, _, evidence in found for e in evidence)
    if verdict is U:
        return unknown(Reason.NOT_IN_THE_RECORD, says, _SCOPE, rows)
    return Finding(
        verdict, says, _SCOPE, None, len(rows), (), rows if verdict is S else (), () if verdict is S else rows
    )


def _of_state(claim: Invited, record: Record, state: str) -> tuple[Verdict, str, tuple[Evidence, ...]]:
    rows = [one for one in invitations_by_state(record).get(state, ()) if not is_pledge(one)]
    name = capital(state_name(record, state))
    if not rows:
        return (
            U,
            f"No standing invitation by {state_name(record, state)} is in the record, whose lists are not complete.",
            (),
        )
    evidence = tuple(invitation_row(record, one) for one in rows)
    told = joined(f"{one.event} ({one.date_meaning} {one.date})" for one in rows)
    says = f"{name} is named as having a standing invitation: {told}."
    return _verdict(claim, rows), says, evidence


def _verdict(claim: Invited, rows: Sequence[StandingInvitation]) -> Verdict:
    if not claim.has:
        return _denied(claim.issued, rows)
    if claim.issued is None:
        return S
    exact = [one for one in rows if one.date_meaning in {"exact", "year"}]
    if exact:
        return S if any(_within(one.date, claim.issued) for one in exact) else R
    known_by = min(PartialDate(one.date).last for one in rows)
    return R if claim.issued.first and claim.issued.first > known_by else U


def _within(written: str, period: Period) -> bool:
    given = PartialDate(written)
    return Period(given.first, given.last).overlaps(period)


def _denied(period: Period | None, rows: Sequence[StandingInvitation]) -> Verdict:
    """Return the verdict on "has none", or "had none until then": an invitation on record refutes it."""
    if period is None or period.last is None:
        return R
    exact = [PartialDate(one.date) for one in rows if one.date_meaning in {"exact", "year"}]
    if exact and min(d.first for d in exact) > period.last:
        return S
    return R if any(PartialDate(one.date).last <= period.last for one in rows) else U


def number_inviting(claim: NumberInviting, record: Record) -> Finding:
    """Return whether so many states had standing invitations, by the totals that sources print."""
    listed = totals(record)
    asked = claim.period.last if claim.period and claim.period.last else record.as_of
    rows = tuple(invitation_row(record, one) for one in listed)
    says = f"By the totals known: {joined(f'{one.event} by {one.date}' for one in listed)}." if listed else ""
    verdict = _counted(claim, listed, asked)
    if verdict is U:
        said = says or "How many states had standing invitations by then is not in the record."
        return unknown(Reason.OUTSIDE_COVERAGE, said, _SCOPE, rows)
    return Finding(verdict, says, _SCOPE, None, None, (), rows if verdict is S else (), () if verdict is S else rows)


def _counted(claim: NumberInviting, listed: Sequence[StandingInvitation], asked: date | None) -> Verdict:
    """Return the verdict of the total of that year; between totals, what both sides leave possible."""
    if asked is None and listed:
        asked = PartialDate(listed[-1].date).last
    if asked is None:
        return U
    same = [one for one in listed if PartialDate(one.date).last.year == asked.year]
    if same:
        return S if any(_holds(claim, n) for one in same for n in _numbers(one)) else C
    before = [n for one in listed if PartialDate(one.date).last <= asked for n in _numbers(one)]
    if before and claim.bound in {Quantifier.AT_LEAST, Quantifier.MORE_THAN} and _holds(claim, max(before)):
        return S
    return U


def _numbers(one: StandingInvitation) -> tuple[int, ...]:
    """Return the members counted in a total, and the members with the observers."""
    found = [int(word) for word in one.event.split() if word.isdigit()]
    return (found[0], sum(found)) if found else ()


def _holds(claim: NumberInviting, n: int) -> bool:
    return {
        Quantifier.AT_LEAST: n >= claim.n,
        Quantifier.MORE_THAN: n > claim.n,
        Quantifier.AT_MOST: n <= claim.n,
        Quantifier.FEWER_THAN: n < claim.n,
        Quantifier.ABOUT: abs(n - claim.n) <= 5,
    }.get(claim.bound, n == claim.n)
