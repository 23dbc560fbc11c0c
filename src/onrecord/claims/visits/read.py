"""Reads claims about visits: who visited which state when, who asked to, how many did, what was first or last."""

from collections.abc import Iterator

from onrecord.claims.context import Context, Mood, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import BOUNDS
from onrecord.claims.typed import Claim, Quantifier
from onrecord.claims.visits.read_invitations import read_invitations
from onrecord.claims.visits.read_pages import read_pages
from onrecord.claims.visits.tellings import Told, tellings
from onrecord.claims.visits.typed import ANY, NumberOfVisits, Order, Visited, VisitInOrder, VisitRequested
from onrecord.claims.visits.visitors import Visitor


def read(linked: Linked, context: Context) -> list[Read]:
    """Return the claims about visits, requests and standing invitations that a sentence makes."""
    if context.mood in {Mood.FUTURE, Mood.HYPOTHETICAL}:
        return []
    pages = read_pages(linked, context)
    if pages:
        return pages
    found = read_invitations(linked, context)
    for told in tellings(linked, context):
        found += _claims(told, context)
    return found


def _claims(told: Told, context: Context) -> Iterator[Read]:
    linked = told.linked
    denied = {i for i in told.places if linked[i].tagged("negation.not", "order.never", "q.none", "q.no")}
    order = {i for i in told.places if linked[i].tagged("order.first", "order.last", "order.never")} - denied
    often = {i for i in told.places if linked[i].tagged("q.generic")}
    loose = {i for i in told.places if linked[i].tagged("q.some", "q.many", "order.already", "visit.link")}
    used = told.used | loose | often
    counted = _count(told)
    for visitor in told.visitors:
        for state in told.states:
            if told.asked:
                yield from _asked(told, visitor, state, used | denied, context)
            elif counted and visitor.mandate == ANY:
                claim = NumberOfVisits(state=state, n=counted[0], bound=counted[1], period=visitor.period)
                yield Read(claim, used | counted[2], told.first, told.last, told.filled)
            else:
                yield from _one(told, visitor, state, (denied, order, often), used)


def _one(
    told: Told, visitor: Visitor, state: str, marks: tuple[set[int], set[int], set[int]], used: frozenset[int]
) -> Iterator[Read]:
    """Yield that one visitor did or did not visit one state, or that it was the first or last time."""
    denied, order, often = marks
    if denied and order:
        return
    claim: Claim
    if order:
        if visitor.period is None:
            return
        which = Order.FIRST if any(told.linked[i].tagged("order.first") for i in order) else Order.LAST
        claim = VisitInOrder(
            state=state, mandate=visitor.mandate, order=which, holder=visitor.holder, period=visitor.period
        )
    else:
        example = visitor.mandate != ANY and any(v.mandate == ANY for v in told.visitors)
        generic = bool(often) and not example
        quantifier = Quantifier.NONE if denied else Quantifier.GENERIC if generic else Quantifier.SOME
        claim = Visited(
            state=state, mandate=visitor.mandate, holder=visitor.holder, period=visitor.period, quantifier=quantifier
        )
    yield Read(claim, used | denied | order, told.first, told.last, told.filled)


def _asked(told: Told, visitor: Visitor, state: str, used: frozenset[int], context: Context) -> Iterator[Read]:
    linked = told.linked
    waiting = {i for i in told.places if linked[i].tagged("visit.pending")}
    denied = any(linked[i].tagged("negation", "order.never") for i in told.places if i not in waiting)
    if denied or visitor.mandate == ANY:
        return
    claim = VisitRequested(state=state, mandate=visitor.mandate, period=visitor.period)
    yield Read(claim, used | waiting, told.first, told.last, told.filled)
    if waiting or context.mood is Mood.APPEAL:
        still = VisitRequested(state=state, mandate=visitor.mandate, pending=True)
        yield Read(still, used | waiting, told.first, told.last, told.filled)


def _count(told: Told) -> tuple[int, Quantifier, frozenset[int]] | None:
    """Return the number of visits or visitors that a telling gives, with its bound."""
    linked = told.linked
    at = [i for i in told.places if linked[i].kind is Kind.NUMBER and _counts(told, i)]
    if len(at) != 1:
        return None
    bound = next((i for i in (at[0] - 1, at[0] - 2) if i >= told.first and linked[i].tagged("bound")), None)
    said = BOUNDS[linked[bound].under("bound") or "exactly"] if bound is not None else Quantifier.EXACTLY
    return linked[at[0]].value, said, frozenset({at[0], *([bound] if bound is not None else [])})


def _counts(told: Told, i: int) -> bool:
    ahead = range(i + 1, min(i + 4, told.last + 1))
    starts = {v.first for v in told.visitors}
    return any(told.linked[k].tagged("n.visit", "n.visitor") or k in starts for k in ahead)
