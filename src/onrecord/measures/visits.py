"""Which requests for visits were answered by a visit, and which words on standing invitations are only pledges."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.sources.facts_cooperation import StandingInvitation, Visit

REQUESTED = "requested"
"""How the status of a visit that was asked for and not yet made begins."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request for a visit, with the first visit of the same mandate after it; none where none is known."""

    request: Visit
    answered_by: Visit | None


def requested(row: Visit) -> bool:
    """Return whether a row is a request, not a visit."""
    return row.status.startswith(REQUESTED)


def requests(rows: Sequence[Visit]) -> tuple[Request, ...]:
    """Return the requests, each with the visit that answered it: of the same mandate, on or after its day."""
    made = sorted((r for r in rows if not requested(r)), key=lambda r: r.opened)
    return tuple(Request(row, _answer(row, made)) for row in rows if requested(row))


def _answer(request: Visit, made: Sequence[Visit]) -> Visit | None:
    same = (v for v in made if (v.state, v.mandate) == (request.state, request.mandate) and v.opened >= request.opened)
    return next(same, None)


def is_pledge(row: StandingInvitation) -> bool:
    """Return whether a source speaks of a pledge to extend an invitation, not of an invitation."""
    return row.event.startswith("pledged")
