"""The numbers, groups and states of a stretch about elections or seats, each number by what it is of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.claims.context import Context
from onrecord.claims.elections.stretch import Stretch
from onrecord.claims.mentions import Kind, Linked, Mention
from onrecord.claims.phrases import BOUNDS, states_of
from onrecord.claims.typed import Quantifier
from onrecord.vocabulary.states import RegionalGroup

_GROUPS = frozenset(g.value for g in RegionalGroup)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it is of, its bound, and the places it takes.

    ``whole`` is the second number of "183 of the 193 states"; ``part`` says that it is of a set not counted.
    """

    n: int
    of: str
    bound: Quantifier
    places: frozenset[int]
    group: str | None = None
    whole: int | None = None
    part: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A state with the votes beside it: "Armenia (144)"."""

    state: str
    n: int
    places: frozenset[int]


NOUNS = {
    "votes": ("n.ballot.votes", "n.ballot.total"),
    "ballots": ("n.ballot.valid",),
    "candidates": ("n.candidate.candidate", "n.candidate.with_total"),
    "seats": ("n.seat", "n.opening"),
    "newcomers": ("n.newcomer.newcomer",),
    "new": ("n.newcomer.new",),
    "winners": ("n.newcomer.winner",),
    "losers": ("n.newcomer.loser",),
    "incumbents": ("n.newcomer.incumbent",),
    "terms": ("n.term",),
    "times": ("n.times.time",),
    "groups": ("n.slate",),
    "states": ("n.member",),
}
"""What numbers are of, by the noun behind them."""


def _of(m: Mention) -> str:
    return next((name for name, tags in NOUNS.items() if m.tagged(*tags)), "")


def figures(stretch: Stretch) -> list[Figure]:
    """Return the numbers of a stretch that stand before a noun, with it; "183 of 193 states" is one."""
    linked, found = stretch.linked, {}
    for i in reversed(stretch.places):
        if linked[i].kind is not Kind.NUMBER:
            continue
        part = _part_of(linked, i, stretch.last)
        if part in found:
            whole = found.pop(part)
            bound, places = _bound(linked, i, {i, *whole.places})
            found[i] = replace(whole, n=linked[i].value, whole=whole.n, bound=bound, places=places)
        elif (figure := _figure(linked, i, stretch.last)) is not None:
            found[i] = _out_of(linked, figure, stretch.last)
    return [found[i] for i in sorted(found)]


def _out_of(linked: Linked, figure: Figure, last: int) -> Figure:
    """Return "183 votes out of 193" as one figure."""
    end = max(figure.places)
    k = _part_of(linked, end, last) if figure.of == "votes" else None
    if k is None or not any("out" in linked[j].text.lower().split() for j in range(end, k)):
        return figure
    return replace(figure, whole=linked[k].value, places=figure.places | {k})


_OF_A_WHOLE = frozenset({"of", "the", "out", "un", "all", "a", "possible", "total", "un's"})


def _part_of(linked: Linked, i: int, last: int) -> int | None:
    """Return the place of the second number in "183 of the 193", "183 out of 193"."""
    k, of = i + 1, False
    while k <= last and linked[k].kind is not Kind.NUMBER and set(linked[k].text.lower().split()) <= _OF_A_WHOLE:
        of = of or "of" in linked[k].text.lower().split()
        k += 1
    return k if of and k <= last and linked[k].kind is Kind.NUMBER else None


_WON = frozenset({"elected", "successful", "winning", "victorious"})
_LOST = frozenset({"losing", "unsuccessful", "defeated", "failed"})
_BESIDES = frozenset({"other", "others", "another", "more", "further", "additional", "remaining"})
_NEUTRAL = frozenset({"available", "vacant", "open", "free", "total", "official", "declared", "regional", "different"})


def _figure(linked: Linked, i: int, last: int) -> Figure | None:
    places, group, fate, part = {i}, None, "", False
    for k in range(i + 1, min(i + 8, last + 1)):
        m, word = linked[k], linked[k].text.lower()
        of = "" if word in _BESIDES else _of(m)
        if m.kind is Kind.GROUP and m.value in _GROUPS:
            group = m.value
            places.add(k)
        elif of and not (of == "states" and k < last and _of(linked[k + 1]) == "newcomers"):
            return Figure(linked[i].value, _fated(of, fate), *_bound(linked, i, places | {k}), group, None, part)
        elif word in _WON | _LOST:
            fate = "winners" if word in _WON else "losers"
        elif word in _BESIDES or (not of and not _passes(m)):
            return None
        part = part or "of" in word.split()
    return None


def _fated(of: str, fate: str) -> str:
    return fate if fate and of in {"states", "candidates"} else of


def _passes(m: Mention) -> bool:
    """Whether a word may stand between a number and its noun without changing what is counted."""
    weighed = m.tagged("bound", "contest", "foreign.none", "order", "term")
    return weighed or m.kind is Kind.SMALL or m.text == "-" or m.text.lower() in _NEUTRAL


def _bound(linked: Linked, i: int, places: set[int]) -> tuple[Quantifier, frozenset[int]]:
    for k in (i - 1, i - 2):
        name = linked[k].under("bound") if k >= 0 else None
        if name and (k == i - 1 or linked[i - 1].kind is Kind.SMALL):
            return BOUNDS[name], frozenset(places | {k})
    return Quantifier.EXACTLY, frozenset(places)


def pairs(stretch: Stretch, context: Context) -> list[Pair]:
    """Return the states of a stretch that have their votes right beside them: "A polled 172, B 159 and C (105)"."""
    linked = stretch.linked
    return [p for i in stretch.places if linked[i].kind is Kind.STATE and (p := _pair(linked, i, stretch, context))]


_BESIDE = frozenset({"'s", "’s", "(", ":", "–", "-", "with", "on", "—", "at", ","})


def _pair(linked: Linked, i: int, stretch: Stretch, context: Context) -> Pair | None:
    codes = states_of(linked[i], context)
    places, k = {i}, i + 1
    while k <= stretch.last and (
        linked[k].text.lower() in _BESIDE or linked[k].tagged("v.elect.polled", "v.elect.get")
    ):
        if linked[k].text == "," or (
            linked[k].text == "(" and k + 1 <= stretch.last and linked[k + 1].kind is not Kind.NUMBER
        ):
            return None
        places.add(k)
        k += 1
    if not codes or k > stretch.last or linked[k].kind is not Kind.NUMBER or linked[k].value > 193:
        return None
    places.add(k)
    following = linked[k + 1] if k + 1 <= stretch.last else None
    if following is not None and _of(following) not in {"", "votes"}:
        return None
    if following is not None and following.text.lower() == "of":
        return None
    if following is not None and _of(following) == "votes":
        places.add(k + 1)
    return Pair(codes[0], linked[k].value, frozenset(places))


def groups(stretch: Stretch) -> Iterator[tuple[int, str]]:
    """Yield the regional groups of a stretch with their places."""
    for i in stretch.places:
        m = stretch.linked[i]
        if m.kind is Kind.GROUP and m.value in _GROUPS:
            yield i, m.value


def states_at(stretch: Stretch, places: Iterator[int] | range | tuple[int, ...], context: Context) -> dict[int, str]:
    """Return the states named at places, by place; a name that fits several only where the context decides."""
    linked = stretch.linked
    found = {}
    for i in places:
        codes = states_of(linked[i], context)
        if codes:
            found[i] = codes[0]
    return found
