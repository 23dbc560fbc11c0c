"""Claims about visits as plain sentences, which the reader reads back to the same claim."""

from onrecord.claims.naming import capital, joined, many, state_name, when
from onrecord.claims.typed import Quantifier
from onrecord.claims.visits.typed import (
    ANY,
    Invited,
    NumberInviting,
    NumberOfVisits,
    Visited,
    VisitInOrder,
    VisitRequested,
)
from onrecord.claims.visits.words import mandate_name
from onrecord.record.store import Record

_BOUND = {
    Quantifier.AT_LEAST: "at least ",
    Quantifier.AT_MOST: "at most ",
    Quantifier.MORE_THAN: "more than ",
    Quantifier.FEWER_THAN: "fewer than ",
    Quantifier.ABOUT: "about ",
}


def _who(mandate: str, holder: str) -> str:
    return f"{mandate_name(mandate)}{f', {holder},' if holder else ''}"


def say_visited(claim: Visited, record: Record) -> str:
    """Return "The Special Rapporteur on torture visited Kazakhstan in 2009"."""
    state = state_name(record, claim.state)
    if claim.quantifier is Quantifier.GENERIC:
        return f"{capital(state)} has regularly received {mandate_name(claim.mandate)}{when(claim.period)}."
    if claim.quantifier is Quantifier.NONE:
        who = "special rapporteur" if claim.mandate == ANY else ""
        return (
            f"No {who} has visited {state}{when(claim.period)}."
            if who
            else f"{capital(mandate_name(claim.mandate))} has never visited {state}{when(claim.period)}."
        )
    who = "a special rapporteur" if claim.mandate == ANY else _who(claim.mandate, claim.holder)
    return f"{capital(who)} visited {state}{when(claim.period)}."


def say_in_order(claim: VisitInOrder, record: Record) -> str:
    """Return "The first visit of the Special Rapporteur on torture to Kazakhstan was in 2009"."""
    who = "a special rapporteur" if claim.mandate == ANY else _who(claim.mandate, claim.holder).rstrip(",")
    return f"The {claim.order.value} visit of {who} to {state_name(record, claim.state)} was{when(claim.period)}."


def say_requested(claim: VisitRequested, record: Record) -> str:
    """Return "The Special Rapporteur on torture asked to visit Kazakhstan in 2012"."""
    who, state = capital(mandate_name(claim.mandate)), state_name(record, claim.state)
    rest = ", a request that is still pending" if claim.pending else ""
    return f"{who} asked to visit {state}{when(claim.period)}{rest}."


def say_number(claim: NumberOfVisits, record: Record) -> str:
    """Return "Kazakhstan received 11 visits by special procedures since 2009"."""
    number = f"{_BOUND.get(claim.bound, '')}{many(claim.n, 'visit')}"
    return f"{capital(state_name(record, claim.state))} received {number} by special procedures{when(claim.period)}."


def say_invited(claim: Invited, record: Record) -> str:
    """Return "Kazakhstan issued a standing invitation to the special procedures in 2009"."""
    names = capital(joined(state_name(record, s) for s in claim.states))
    many_ = len(claim.states) > 1
    if not claim.has:
        return f"{names} {'have' if many_ else 'has'} no standing invitation{when(claim.issued)}."
    if claim.issued:
        return f"{names} issued a standing invitation{when(claim.issued)}."
    return f"{names} {'have' if many_ else 'has'} a standing invitation."


def say_inviting(claim: NumberInviting, record: Record) -> str:
    """Return "126 states had standing invitations in 2020"."""
    return f"{_BOUND.get(claim.bound, '')}{many(claim.n, 'state')} had standing invitations{when(claim.period)}."
