"""Reads claims about how many states made recommendations to a state, or received some from it."""

from collections.abc import Iterator

from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.phrases import BOUNDS, states_of
from onrecord.claims.typed import Quantifier
from onrecord.claims.upr.scope import which_in
from onrecord.claims.upr.typed import Partners

_LIGHT = frozenset({"other", "different", "un", "known", "member"})


def read_partners(linked: Linked, context: Context) -> list[Read]:
    """Return "received recommendations from 75 states", "made recommendations to 36 states"."""
    noun = next(linked.where("n.recommendation"), None)
    states = list(linked.of_kind(Kind.STATE))
    codes = tuple(dict.fromkeys(c for i in states for c in states_of(linked[i], context)))
    numbers = list(linked.of_kind(Kind.NUMBER))
    if noun is None or len(codes) != 1 or len(numbers) != 1:
        return []
    return list(_read(linked, noun, codes[0], numbers[0], context))


def _read(linked: Linked, noun: int, state: str, number: int, context: Context) -> Iterator[Read]:
    following = [linked[k] for k in range(number + 1, min(len(linked), number + 4))]
    while following and following[0].text.lower() in _LIGHT:
        following.pop(0)
    if number < noun or not following or not following[0].tagged("n.member", "upr.fellow"):
        return
    bound = next((k for k in (number - 1, number - 2) if linked[k].tagged("bound")), None)
    before = linked[(bound if bound is not None else number) - 1].text.lower()
    if before not in {"from", "to", "by"}:
        return
    scope = which_in(linked, range(len(linked)), context)
    said = BOUNDS[linked[bound].under("bound") or "exactly"] if bound is not None else Quantifier.EXACTLY
    claim = Partners(state=state, made=before == "to", which=scope.meant, n=linked[number].value, bound=said)
    used = {noun, number, *scope.used, *linked.of_kind(Kind.STATE), *([bound] if bound is not None else [])}
    yield Read(claim, frozenset(used), 0, len(linked) - 1)
