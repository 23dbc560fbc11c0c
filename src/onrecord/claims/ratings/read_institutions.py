"""Reads claims about the accreditation of national human rights institutions."""

from collections.abc import Iterator

from onrecord.claims.context import Read
from onrecord.claims.mentions import Kind
from onrecord.claims.ratings.parts import Part
from onrecord.claims.ratings.typed import AccreditationMoved, Accredited, Institution

_STATUSES = (("rating.a", "A"), ("rating.b", "B"), ("rating.no_status", "none"))


def institutions(part: Part) -> Iterator[Read]:
    """Yield the claims on a national institution's status that a part of a sentence makes."""
    statuses = _statuses(part)
    if not statuses and part.tagged("v.rating.exists"):
        yield from _existing(part)
        return
    # A later part of the sentence ("A status in 2005") goes on with the institution named before.
    named = bool(part.tagged("rating.nhri", "rating.paris")) or "NHRI" in part.bodies
    follows = part.first > 0 and any(part.linked[i].tagged("rating.nhri") for i in range(part.first))
    if not statuses or not (named or follows) or len({s for _, s in part.states}) != 1 or part.numbers():
        return
    state = part.states[0][1]
    if part.tagged("v.rating.upgrade", "v.rating.downgrade"):
        yield from _moved(part, statuses, state)
        return
    if len({s for _, s in statuses}) != 1:
        return
    places = [*(i for i, _ in statuses), *_spoken(part)]
    denied = part.tagged("negation", "order.never")
    granted = bool(part.tagged("v.rating.accredit")) and _given(part)
    if not part.periods:
        if part.edition_at == frozenset():
            claim = Accredited(state=state, status=statuses[0][1], denied=bool(denied))
            yield part.read(claim, [*places, *denied])
        return
    for _, period in part.periods:
        since = period.last is None or period.first is None or period.last.year > period.first.year
        claim = Accredited(
            state=state,
            status=statuses[0][1],
            when=period,
            denied=bool(denied),
            since=since,
            granted=granted and not since,
        )
        yield part.read(claim, [*places, *denied])


def _existing(part: Part) -> Iterator[Read]:
    """Read "a human rights ombudsman operates in the country", each institution by itself."""
    if len({s for _, s in part.states}) != 1 or part.tagged("negation", "order.never") or part.edition_at is None:
        return
    for i in part.tagged("rating.nhri"):
        claim = Institution(state=part.states[0][1], name=part.linked[i].text, when=part.edition)
        yield part.read(claim, [i])


def _given(part: Part) -> bool:
    words = {w for i in part.tagged("v.rating.accredit") for w in part.linked[i].text.lower().split()}
    return bool(
        words & {"accredited", "granted", "obtained", "re", "reaccredited", "re-accredited", "accreditation", "awarded"}
    )


def _spoken(part: Part) -> list[int]:
    return [
        i for i in part.places if part.linked[i].tagged("rating", "order.still") and part.linked[i].kind is Kind.PHRASE
    ]


def _statuses(part: Part) -> list[tuple[int, str]]:
    return [
        (i, code) for i in part.places for tag, code in _STATUSES if part.linked[i].tagged(tag) and i not in part.hidden
    ]


def _moved(part: Part, statuses: list[tuple[int, str]], state: str) -> Iterator[Read]:
    linked = part.linked
    if part.tagged("negation", "order.never") or part.edition_at is None:
        return
    before = next((s for i, s in statuses if _led(part, i) == "from"), None)
    after = next((s for i, s in statuses if _led(part, i) == "to"), None)
    if (before is not None) + (after is not None) != len(statuses):
        return
    up = bool(part.tagged("v.rating.upgrade"))
    claim = AccreditationMoved(state=state, up=up, before=before, after=after, when=part.edition)
    yield part.read(claim, [i for i in part.places if linked[i].tagged("rating", "v.rating")])


def _led(part: Part, i: int) -> str:
    words = [part.linked[k].text.lower().split()[-1] for k in range(max(part.first, i - 3), i)]
    return next((w for w in reversed(words) if w in {"from", "to"}), "")
