"""Sentences on visits and standing invitations: what is in the record, never that there was none."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.publish.languages.words import english, message, say, say_n
from onrecord.publish.languages.writing import day, joined
from onrecord.publish.sentences import capital, span
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.publish.written_dates import in_words

if TYPE_CHECKING:
    from onrecord.publish.views.visits import InvitationLine, RequestLine, VisitLine

VISITS_PARTIAL = message(
    "The list of visits is not complete: it was gathered for few states, and a visit that is not listed may have"
    " been made."
)
INVITATIONS_PARTIAL = message(
    "The lists of standing invitations are not complete, and most dates say by when an invitation was known, not when"
    " it was made: a state that is not listed may have issued one."
)
NO_TOTALS = message("How many states had issued standing invitations by this day is not in the record.")


def _scope() -> str:
    return say("visits found in sources; the list is not complete")


def dated(date: str, meaning: str) -> str:
    """Return the date of an invitation as precisely as its source has it."""
    words = in_words(date)
    return say(_DATED[meaning], date=words)


_DATED = {
    "on or before": message("on or before {date}"),
    "exact": message("on {date}"),
    "year": message("in {date}"),
    "count": message("by {date}"),
    "session": message("at a session of the UPR working group in {date}"),
}


def of_visits(head: StateHead, page: str, made: Sequence["VisitLine"]) -> Sentence:
    """Return how many visits to a state are in the record."""
    name = head.running_name
    if not made:
        text = say("No visit to {name} is in the record; the list of visits is not complete.", name=name)
        return Sentence(text, 0, _scope(), page)
    kinds: dict[str, int] = {}
    for visit in made:
        kinds[visit.kind] = kinds.get(visit.kind, 0) + 1
    counted = sorted(kinds.items(), key=lambda k: (-k[1], k[0]))
    text = say_n(
        "The record has {n} visit to {name} {when}: {kinds}. The list is not complete.",
        "The record has {n} visits to {name} {when}: {kinds}. The list is not complete.",
        len(made),
        name=name,
        when=span(made[0].opened, made[-1].closed or made[-1].opened),
        kinds=joined(say("{number} of the kind “{kind}”", number=n, kind=english(kind)) for kind, n in counted),
    )
    return Sentence(text, len(made), _scope(), page)


def of_request(head: StateHead, page: str, one: "RequestLine") -> Sentence:
    """Return a request for a visit and the visit that answered it."""
    asked = say(
        "A request by the {mandate} to visit {name} is known by {day}",
        mandate=english(_mandate(one.mandate)),
        name=head.running_name,
        day=day(one.known_by),
    )
    if one.answered_on is None:
        text = say("{request}; no visit by that mandate since then is in the record.", request=asked)
        return Sentence(text, 1, _scope(), page)
    text = say("{request}; the visit began on {day}.", request=asked, day=day(one.answered_on))
    return Sentence(text, 1, _scope(), page)


def _mandate(mandate: str) -> str:
    return mandate.removeprefix("the ")


def of_invitations(head: StateHead, page: str, found: Sequence["InvitationLine"]) -> list[Sentence]:
    """Return what the record has of a state's standing invitation and of pledges to issue one."""
    scope = say("what sources say of standing invitations to all thematic special procedures; lists not complete")
    if not found:
        text = say(
            "No standing invitation by {name} is in the record; the lists of states that have issued one are not"
            " complete.",
            name=head.running_name,
        )
        return [Sentence(text, 0, scope, page)]
    name = capital(head.running_name)
    return [
        Sentence(f"{name}, {one.dated}: {_event(one)} ({english(one.source)}).", 1, scope, page)
        for one in found
    ]  # fmt: skip


def _event(one: "InvitationLine") -> str:
    words = english(one.event)
    if "invitation" not in one.event:
        words = say("{event} (standing invitation to special procedures)", event=words)
    return say("{event}; a pledge, not an invitation", event=words) if one.pledge else words


def listed(states: int, visited: int, visits: int, totals: Sequence["InvitationLine"], page: str) -> list[Sentence]:
    """Return how many states the record has visits and invitations of, and the last total by a source."""
    text = say(
        "The record has {visits} to {visited} and names {states} as having issued a standing invitation; neither list"
        " is complete.",
        visits=say_n("{n} visit", "{n} visits", visits),
        visited=say_n("{n} state", "{n} states", visited),
        states=say("{number} states", number=states),
    )
    scope = say("states named in a source as having issued a standing invitation; pledges are not counted")
    said = [Sentence(text, states, scope, page)]
    if totals:
        last = totals[-1]
        text = say(
            "{date}, {event} had issued standing invitations ({source}).",
            date=capital(last.dated),
            event=english(last.event),
            source=english(last.source),
        )
        said.append(Sentence(text, len(totals), say("totals as sources print them, one for each date"), page))
    return said
