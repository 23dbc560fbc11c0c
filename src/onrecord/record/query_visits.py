"""Questions about visits to states and standing invitations to the special procedures."""

from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import StandingInvitation, Visit

_INVITATIONS = "SELECT * FROM standing_invitation WHERE {} ORDER BY date, state, source_id"


def visits(record: Record, state: str | None = None) -> list[Visit]:
    """Return the visits and requests for visits to a state, or to all states, by their first day."""
    where, given = ("WHERE state = ?", [state]) if state else ("", [])
    return record.rows(Visit, f"SELECT * FROM visit {where} ORDER BY opened, mandate, state", given)


def invitations(record: Record, state: str | None = None) -> list[StandingInvitation]:
    """Return what sources say of standing invitations by a state, or by any state, by date."""
    where, given = ("state = ?", [state]) if state else ("state IS NOT NULL", [])
    return record.rows(StandingInvitation, _INVITATIONS.format(where), given)


def invitation_totals(record: Record) -> list[StandingInvitation]:
    """Return how many states had issued standing invitations, as sources count them, by date."""
    return record.rows(StandingInvitation, _INVITATIONS.format("state IS NULL"))
