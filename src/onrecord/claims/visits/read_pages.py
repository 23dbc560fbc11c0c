"""Reads the sentences in which the record's own pages tell of visits and standing invitations."""

import re
from collections.abc import Iterator

from onrecord.claims.clauses import resolved
from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import states_of
from onrecord.claims.typed import Claim, Quantifier
from onrecord.claims.visits.typed import Invited, NumberInviting, NumberOfVisits, Visited, VisitRequested
from onrecord.claims.visits.visitors import visitors_in
from onrecord.vocabulary.periods import Period

_KINDS = re.compile(r"The record has \d+ visits? to .*?: .*?(?P<n>\d+) of the kind “special procedure”")
_REQUEST = re.compile(r"A request by the .+? to visit .+? is known by ")
_TOLD = re.compile(r".+?, (?:on or before|on|in|at a session of the UPR working group in) [^:]+: (?P<event>.+)")
_TOTAL = re.compile(r"By .+?, (?P<n>\d+) UN members and \d+ observer States? had issued standing invitations")


def read_pages(linked: Linked, context: Context) -> list[Read]:
    """Return the claims of a sentence of the record's own pages; none for other sentences."""
    for pattern, claims in ((_KINDS, _kinds), (_REQUEST, _request), (_TOTAL, _total), (_TOLD, _told)):
        match = pattern.match(linked.text.strip())
        if match:
            everything = frozenset(range(len(linked)))
            return [Read(c, everything, 0, len(linked) - 1) for c in claims(linked, match, context)]
    return []


def _state(linked: Linked, context: Context) -> str | None:
    found = (c for i in linked.of_kind(Kind.STATE) for c in states_of(linked[i], context))
    return next(found, None)


def _dates(linked: Linked, context: Context) -> list[Period]:
    return [p for i in linked.of_kind(Kind.PERIOD) if (p := resolved(linked[i], context))]


def _kinds(linked: Linked, match: re.Match[str], context: Context) -> Iterator[Claim]:
    state = _state(linked, context)
    if state:
        yield NumberOfVisits(state=state, n=int(match["n"]), bound=Quantifier.AT_LEAST)


def _request(linked: Linked, match: re.Match[str], context: Context) -> Iterator[Claim]:
    state, visitors, dates = _state(linked, context), visitors_in(linked), _dates(linked, context)
    if state is None or len(visitors) != 1:
        return
    yield VisitRequested(state=state, mandate=visitors[0].mandate)
    if "the visit began on" in linked.text and len(dates) > 1:
        yield Visited(state=state, mandate=visitors[0].mandate, period=dates[-1])


def _total(linked: Linked, match: re.Match[str], context: Context) -> Iterator[Claim]:
    dates = _dates(linked, context)
    yield NumberInviting(n=int(match["n"]), period=dates[0] if dates else None)


def _told(linked: Linked, match: re.Match[str], context: Context) -> Iterator[Claim]:
    """Yield what a source says of a state's invitation; a pledge to issue one is none."""
    state, dates = _state(linked, context), _dates(linked, context)
    event = match["event"]
    if state is None or "standing invitation" not in event or "a pledge" in event:
        return
    issued = dates[0] if dates and event.startswith("issued") and dates[0].first else None
    yield Invited(states=(state,), issued=issued)
