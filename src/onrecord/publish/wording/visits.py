"""Sentences on visits and standing invitations: what is in the record, never that there was none."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.publish.sentences import capital, day, joined, span
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.publish.written_dates import in_words

if TYPE_CHECKING:
    from onrecord.publish.views.visits import InvitationLine, RequestLine, VisitLine

VISITS_PARTIAL = (
    "The list of visits is not complete: it was gathered for few states, and a visit that is not listed may have"
    " been made."
)
INVITATIONS_PARTIAL = (
    "The lists of standing invitations are not complete, and most dates say by when an invitation was known, not when"
    " it was made: a state that is not listed may have issued one."
)
NO_TOTALS = "How many states had issued standing invitations by this day is not in the record."
_SCOPE = "visits found in sources; the list is not complete"


def dated(date: str, meaning: str) -> str:
    """Return the date of an invitation as precisely as its source has it."""
    words = in_words(date)
    prefix = {"on or before": "on or before ", "exact": "on ", "year": "in ", "count": "by "}
    if meaning == "session":
        return f"at a session of the UPR working group in {words}"
    return f"{prefix[meaning]}{words}"


def of_visits(head: StateHead, page: str, made: Sequence["VisitLine"]) -> Sentence:
    """Return how many visits to a state are in the record."""
    name = head.running_name
    if not made:
        return Sentence(f"No visit to {name} is in the record; the list of visits is not complete.", 0, _SCOPE, page)
    kinds: dict[str, int] = {}
    for visit in made:
        kinds[visit.kind] = kinds.get(visit.kind, 0) + 1
    parts = joined(f"{n} of the kind “{kind}”" for kind, n in sorted(kinds.items(), key=lambda k: (-k[1], k[0])))
    when = span(made[0].opened, made[-1].closed or made[-1].opened)
    text = (
        f"The record has {len(made)} visit{'s' * (len(made) != 1)} to {name} {when}: {parts}. The list is not complete."
    )
    return Sentence(text, len(made), _SCOPE, page)


def of_request(head: StateHead, page: str, one: "RequestLine") -> Sentence:
    """Return a request for a visit and the visit that answered it."""
    asked = f"A request by the {_mandate(one.mandate)} to visit {head.running_name} is known by {day(one.known_by)}"
    if one.answered_on is None:
        return Sentence(f"{asked}; no visit by that mandate since then is in the record.", 1, _SCOPE, page)
    return Sentence(f"{asked}; the visit began on {day(one.answered_on)}.", 1, _SCOPE, page)


def _mandate(mandate: str) -> str:
    return mandate.removeprefix("the ")


def of_invitations(head: StateHead, page: str, found: Sequence["InvitationLine"]) -> list[Sentence]:
    """Return what the record has of a state's standing invitation and of pledges to issue one."""
    scope = "what sources say of standing invitations to all thematic special procedures; lists not complete"
    if not found:
        text = (
            f"No standing invitation by {head.running_name} is in the record; the lists of states that have issued"
            " one are not complete."
        )
        return [Sentence(text, 0, scope, page)]
    name = capital(head.running_name)
    return [
        Sentence(f"{name}, {one.dated}: {_event(one)} ({one.source}).", 1, scope, page)
        for one in found
    ]  # fmt: skip


def _event(one: "InvitationLine") -> str:
    words = one.event if "invitation" in one.event else f"{one.event} (standing invitation to special procedures)"
    return f"{words}; a pledge, not an invitation" if one.pledge else words


def listed(states: int, visited: int, visits: int, totals: Sequence["InvitationLine"], page: str) -> list[Sentence]:
    """Return how many states the record has visits and invitations of, and the last total by a source."""
    said = [
        Sentence(
            f"The record has {visits} visit{'s' * (visits != 1)} to {visited} state{'s' * (visited != 1)} and names"
            f" {states} states as having issued a standing invitation; neither list is complete.",
            states,
            "states named in a source as having issued a standing invitation; pledges are not counted",
            page,
        )
    ]
    if totals:
        last = totals[-1]
        text = f"{capital(last.dated)}, {last.event} had issued standing invitations ({last.source})."
        said.append(Sentence(text, len(totals), "totals as sources print them, one for each date", page))
    return said
