"""Reads claims that compare reviews or put states in an order by their recommendations."""

import re
from collections.abc import Sequence

from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import states_of
from onrecord.claims.upr.scope import WhichRead, which_in
from onrecord.claims.upr.typed import ComparedReviews, RankedReviews, Response, Which
from onrecord.vocabulary.verdicts import Filled

_MORE = {"more": 1, "fewer": -1, "less": -1}
_ALL = ("n.member", "upr.fellow")


def read_orders(linked: Linked, context: Context) -> list[Read]:
    """Return the claims of a sentence that reviews or states are before others in recommendations."""
    noun = next(linked.where("n.recommendation"), None)
    if noun is None:
        return []
    return _compared(linked, noun, context) or _ranked(linked, noun, context)


def _compared(linked: Linked, noun: int, context: Context) -> list[Read]:
    """Return "received more recommendations at its second review than at its first"."""
    how = next((i for i in (noun - 1, noun - 2) if i >= 0 and linked[i].text.lower() in _MORE), None)
    than = next((i for i in range(noun, len(linked)) if linked[i].text.lower() == "than"), None)
    if how is None or than is None:
        return []
    left, right = range(than), range(than + 1, len(linked))
    first, filled = _state(linked, left, context)
    second, _ = _state(linked, right, Context())
    which, other = which_in(linked, left, context), which_in(linked, right, context)
    bare = [i for i in right if linked[i].kind is Kind.ORDINAL and i not in other.used]
    if len(bare) == 1 and not other.which.said:
        other.which = Which(cycle=linked[bare[0]].value)
        other.used.add(bare[0])
    if first is None or (second is None and not other.meant.said):
        return []
    claim = ComparedReviews(
        state=first,
        which=which.meant,
        other=second or first,
        other_which=other.meant if other.meant.said else which.meant,
        sign=_MORE[linked[how].text.lower()],
        response=_response(linked, left),
    )
    used = {noun, how, than, *which.used, *other.used, *linked.of_kind(Kind.STATE)}
    return [Read(claim, frozenset(used), 0, len(linked) - 1, filled)]


def _response(linked: Linked, places: Sequence[int]) -> Response | None:
    if any(linked[i].tagged("v.upr.noted") for i in places):
        return Response.NOTED
    return Response.ACCEPTED if any(linked[i].tagged("v.upr.accepted") for i in places) else None


def _state(linked: Linked, places: Sequence[int], context: Context) -> tuple[str | None, tuple[Filled, ...]]:
    named = [i for i in places if linked[i].kind is Kind.STATE]
    codes = tuple(dict.fromkeys(c for i in named for c in states_of(linked[i], context)))
    if codes:
        return (codes[0], ()) if len(codes) == 1 else (None, ())
    known = context.subject or context.about
    pronoun = next((i for i in places if linked[i].tagged("pronoun.it")), None)
    if known is None or pronoun is None:
        return None, ()
    return known, (Filled("state", known, f"“{linked[pronoun].text}”"),)


def _ranked(linked: Linked, noun: int, context: Context) -> list[Read]:
    """Return "made the most recommendations of all states in the first cycle"."""
    high = _highest(linked, noun)
    if high is None:
        return []
    states = list(linked.of_kind(Kind.STATE))
    state, filled = _state(linked, range(len(linked)), context)
    scope = which_in(linked, range(len(linked)), context)
    if state is None or not scope.meant.said:
        return []
    made = any(m.tagged("v.upr.made") and not m.tagged("v.upr.received") for m in linked.mentions)
    place, used = _place(linked, high, scope)
    fewest = linked[high].tagged("order.lowest") or _MORE.get(linked[high].text.lower()) == -1
    claim = RankedReviews(state=state, made=made, which=scope.meant, place=place, fewest=fewest)
    group = {
        i
        for i in range(noun, len(linked))
        if linked[i].tagged(*_ALL, "q.all", "q.any", "elect.any_other", "order.than")
    }
    everything = frozenset({noun, high, *states, *scope.used, *used, *group})
    return [Read(claim, everything, 0, len(linked) - 1, filled)]


def _highest(linked: Linked, noun: int) -> int | None:
    """Return the place of "the most", or of the "more" of "more recommendations than any other state"."""
    before = range(max(0, noun - 4), noun)
    high = next((i for i in before if linked[i].tagged("order.highest", "order.lowest")), None)
    than = next((i for i in range(noun, len(linked)) if linked[i].text.lower().split()[0] == "than"), None)
    if high is not None or than is None:
        return high if than is None else None
    others = " ".join(linked[i].text.lower() for i in range(than, min(than + 4, len(linked))))
    if not re.match(r"than (?:any|all) (?:of the )?other", others):
        return None
    return next((i for i in before if linked[i].text.lower() in _MORE), None)


def _place(linked: Linked, high: int, scope: WhichRead) -> tuple[int, set[int]]:
    for i in (high - 1, high - 2, high + 1):
        if i >= 0 and linked[i].kind is Kind.ORDINAL and i not in scope.used and isinstance(linked[i].value, int):
            return linked[i].value, {i}
    return 1, set()
