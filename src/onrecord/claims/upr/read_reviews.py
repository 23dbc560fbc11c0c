"""Reads claims about when and how often a state was reviewed."""

from collections.abc import Iterator, Sequence

from onrecord.claims.context import Context, Read
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.numbers import NumberKind, numbers
from onrecord.claims.phrases import BOUNDS, states_of
from onrecord.claims.typed import Quantifier
from onrecord.claims.upr.scope import WhichRead, which_in
from onrecord.claims.upr.slots import Slots
from onrecord.claims.upr.typed import NumberOfReviews, Reviewed
from onrecord.vocabulary.verdicts import Filled

_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_HELD = ("v.upr.reviewed", "v.upr.held")


def read_reviews(linked: Linked, places: Sequence[int], context: Context, slots: Slots | None) -> Iterator[Read]:
    """Yield the claims on the date of a review: where its date stands at it, or a verb says that it was held."""
    scope = slots.scope if slots else which_in(linked, places, context)
    state, filled, used = _state(linked, places, context, slots)
    if state is None or any(linked[i].tagged("upr.scrutiny", "negation", "order.never") for i in places):
        return
    held = slots is not None and slots.clause.verb.tagged(*_HELD) and slots.noun is None
    own = scope.used & set(places)
    if held:
        times = _times(linked, places, own)
        if times is not None:
            n, bound, more = times
            yield Read(
                NumberOfReviews(state=state, n=n, bound=bound), frozenset(own | used | more), *_ends(places), filled
            )
            return
    cycle, more = _time(linked, places) if held else (None, set())
    period = scope.tied or (scope.loose if held else None)
    if (period is None or not own) and (scope.which.session is None or not own):
        return
    if not _noun(linked, places, scope) and not cycle:
        return
    claim = Reviewed(
        state=state,
        cycle=scope.which.cycle or cycle,
        last=scope.which.last,
        session=scope.which.session,
        period=period,
    )
    yield Read(claim, frozenset(own | used | more), *_ends(places), filled)


def _ends(places: Sequence[int]) -> tuple[int, int]:
    return places[0], places[-1]


def _noun(linked: Linked, places: Sequence[int], scope: WhichRead) -> bool:
    """Whether a review itself is named, not only a cycle of reviews of all states."""
    return any(
        linked[i].tagged("n.review.upr", "n.review.review", "n.review.group", "n.review.under") for i in places
    ) or (scope.noun is not None and scope.which.cycle is None)


def _state(
    linked: Linked, places: Sequence[int], context: Context, slots: Slots | None
) -> tuple[str | None, tuple[Filled, ...], set[int]]:
    if slots is not None and len(slots.to) == 1:
        return slots.to[0], (), set(slots.used)
    if slots is not None and slots.by:
        return None, (), set()
    named = [i for i in places if linked[i].kind is Kind.STATE]
    codes = tuple(dict.fromkeys(c for i in named for c in states_of(linked[i], context)))
    if len(codes) == 1:
        return codes[0], (), set(named)
    pronoun = next((i for i in places if linked[i].tagged("pronoun.it")), None)
    known = context.subject or context.about
    if codes or known is None or pronoun is None:
        return None, (), set()
    return known, (Filled("state", known, f"“{linked[pronoun].text}”"),), set()


def _time(linked: Linked, places: Sequence[int]) -> tuple[int | None, set[int]]:
    """Return the cycle of "for the third time"."""
    for i in places[:-1]:
        if linked[i].kind is Kind.ORDINAL and linked[i + 1].text.lower() == "time" and isinstance(linked[i].value, int):
            return linked[i].value, {i}
        if linked[i].text.lower() in {"for the first time", "first time"}:
            return 1, {i}
    return None, set()


def _counted(words: str) -> Iterator[int]:
    """Yield the number of "three times", where that is one phrase of the lexicon."""
    if words.endswith(" times"):
        yield from (n.value for n in numbers(words) if n.kind is NumberKind.CARDINAL and isinstance(n.value, int))


def _times(linked: Linked, places: Sequence[int], own: set[int]) -> tuple[int, Quantifier, set[int]] | None:
    """Return the number of "three times", "twice", "three reviews"."""
    for i in places:
        word = linked[i].text.lower()
        told = _TIMES.get(word) or (next(_counted(word), None) if linked[i].kind is Kind.PHRASE else None)
        if told is not None:
            return told, Quantifier.EXACTLY, {i}
        if linked[i].kind is not Kind.NUMBER or i in own or i + 1 >= len(linked):
            continue
        following = linked[i + 1]
        if following.text.lower() == "times" or following.tagged("n.review.review", "n.review.upr", "n.review.cycle"):
            bound = next((k for k in (i - 1, i - 2) if k >= 0 and linked[k].tagged("bound")), None)
            said = BOUNDS[linked[bound].under("bound") or "exactly"] if bound is not None else Quantifier.EXACTLY
            return linked[i].value, said, {i, *([bound] if bound is not None else [])}
    return None
