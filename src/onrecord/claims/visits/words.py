"""Names of mandates and visits in a sentence, and rows of visits as evidence."""

from collections.abc import Sequence
from functools import cache, lru_cache

from onrecord.claims.evidence import row
from onrecord.claims.lexicon import key_of, table
from onrecord.claims.matching import WordList
from onrecord.claims.naming import day, state_name
from onrecord.claims.visits.typed import ANY, SUBCOMMITTEE
from onrecord.measures.visits import requested
from onrecord.record.query_visits import invitation_totals, invitations, visits
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import StandingInvitation, Visit
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Evidence

_SPECIAL = "special procedure"


@cache
def _names() -> WordList:
    named = ((form, code) for code, forms in table("mandates").items() for form in forms)
    return WordList([*named, ("subcommittee on prevention of torture", SUBCOMMITTEE)])


@cache
def mandate_of(written: str) -> str:
    """Return the code of the mandate that a row of visits names; nothing where the lexicon has no such mandate."""
    return next((match.value for match in _names().find(written)), "")


def mandate_name(mandate: str) -> str:
    """Return a mandate as a sentence names it: "the Special Rapporteur on torture"."""
    if mandate == ANY:
        return "mandate holders of the special procedures"
    if mandate == SUBCOMMITTEE:
        return "the Subcommittee on Prevention of Torture"
    return f"the {table('mandates')[mandate][0]}"


@lru_cache(maxsize=16)
def _by_state(record: Record) -> dict[str, tuple[Visit, ...]]:
    found: dict[str, list[Visit]] = {}
    for one in visits(record):
        found.setdefault(one.state, []).append(one)
    return {state: tuple(rows) for state, rows in found.items()}


def visits_made(record: Record, state: str, mandate: str) -> tuple[Visit, ...]:
    """Return the visits to a state by a mandate, or by any special procedure, in their order."""
    return tuple(v for v in _by_state(record).get(state, ()) if not requested(v) and _by(v, mandate))


def visits_asked(record: Record, state: str, mandate: str) -> tuple[Visit, ...]:
    """Return the requests for visits to a state by a mandate."""
    return tuple(v for v in _by_state(record).get(state, ()) if requested(v) and _by(v, mandate))


def _by(visit: Visit, mandate: str) -> bool:
    return visit.kind == _SPECIAL if mandate == ANY else mandate_of(visit.mandate) == mandate


def held_by(visit: Visit, holder: str) -> bool:
    """Return whether a visit's holder can be the person named: the same last name, no other first name."""
    known, named = key_of(visit.holder or "").split(), key_of(holder).split()
    if not known or not named or known[-1] != named[-1]:
        return False
    return len(named) == 1 or known[0] == named[0] or known[0][0] == named[0].rstrip(".")


def span_of(visit: Visit) -> Period:
    """Return the days of a visit."""
    return Period(visit.opened, visit.closed or visit.opened)


@lru_cache(maxsize=16)
def invitations_by_state(record: Record) -> dict[str, tuple[StandingInvitation, ...]]:
    """Return what sources say of each state's standing invitation, by date."""
    found: dict[str, list[StandingInvitation]] = {}
    for one in invitations(record):
        if one.state:
            found.setdefault(one.state, []).append(one)
    return {state: tuple(rows) for state, rows in found.items()}


@lru_cache(maxsize=16)
def totals(record: Record) -> tuple[StandingInvitation, ...]:
    """Return how many states had standing invitations, as sources count them, by date."""
    return tuple(invitation_totals(record))


def visit_row(record: Record, visit: Visit) -> Evidence:
    """Return a visit, or a request for one, as evidence."""
    who = f"{visit.mandate}{f' ({visit.holder})' if visit.holder else ''}"
    state = state_name(record, visit.state)
    if requested(visit):
        says = f"{who}: a visit to {state} requested, known by {day(visit.opened)}"
    else:
        says = f"{who} visited {state} {span_of(visit).words}"
    page = f"/visits/{record.gazetteer.state(visit.state).slug}"
    return row(record, f"visits:{visit.state}/{visit.opened}", says, visit.source_id, visit.report_symbol, page)


def visit_rows(record: Record, rows: Sequence[Visit]) -> tuple[Evidence, ...]:
    """Return visits as evidence."""
    return tuple(visit_row(record, one) for one in rows)


def invitation_row(record: Record, one: StandingInvitation) -> Evidence:
    """Return what a source says of a standing invitation as evidence."""
    who = state_name(record, one.state) if one.state else "states"
    page = f"/visits/{record.gazetteer.state(one.state).slug}" if one.state else "/visits"
    says = f"standing invitation, {who}, {one.date_meaning} {one.date}: {one.event}"
    return row(record, f"standing_invitations:{one.state or 'total'}/{one.date}", says, one.source_id, None, page)
