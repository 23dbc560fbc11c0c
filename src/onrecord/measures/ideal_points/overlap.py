"""What intervals permit to be said of an order: who is apart from whom, which places a state may have, who moves.

Two states are called apart where their intervals do not meet. That is stricter than a test of their difference:
intervals may meet although the difference is clear, so that "not apart" never means "at the same place" (Schenker and
Gentleman, "On Judging the Significance of Differences by Examining the Overlap Between Confidence Intervals", The
American Statistician 55, 2001).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol


class Interval(Protocol):
    """A state's point with its interval, as an estimate has them."""

    @property
    def state(self) -> str:
        """The state, ISO 3166 alpha-3."""
        ...

    @property
    def point(self) -> float:
        """Where it stands."""
        ...

    @property
    def low(self) -> float:
        """Where its interval begins."""
        ...

    @property
    def high(self) -> float:
        """Where its interval ends."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """One state among the others: ``above`` and ``below`` are apart from it, intervals of ``overlaps`` meet its own.

    The three add up to ``others``. From the highest point, counted from 1, its interval permits every place from
    ``first`` to ``last``.
    """

    above: int
    below: int
    overlaps: int

    @property
    def others(self) -> int:
        """How many other states there are."""
        return self.above + self.below + self.overlaps

    @property
    def first(self) -> int:
        """The highest place its interval permits."""
        return self.above + 1

    @property
    def last(self) -> int:
        """The lowest place its interval permits."""
        return self.others + 1 - self.below


def places(found: Sequence[Interval]) -> dict[str, Place]:
    """Return for each state how many of the others are apart from it, above and below."""
    return {one.state: _place(one, found) for one in found}


def _place(one: Interval, found: Sequence[Interval]) -> Place:
    above = sum(other.low > one.high for other in found)
    below = sum(other.high < one.low for other in found)
    return Place(above, below, len(found) - 1 - above - below)


@dataclass(frozen=True, slots=True)
class Moves:
    """How the order by point differs between two fits, over the ``members`` that stand in both.

    ``moved`` have another place. ``farthest`` are those that move over the most places, ``places`` of them. Of all
    ``pairs``, ``turned`` stand the other way round; ``turned_apart`` are those of them that are apart in either fit.
    ``apart_before`` and ``apart_after`` count the pairs that are apart.
    """

    members: int
    moved: int
    places: int
    farthest: tuple[str, ...]
    pairs: int
    turned: int
    turned_apart: tuple[tuple[str, str], ...]
    apart_before: int
    apart_after: int


def moves(before: Iterable[Interval], after: Iterable[Interval]) -> Moves:
    """Return how the order by point of the states in both fits changes from one to the other."""
    first, then = {one.state: one for one in before}, {one.state: one for one in after}
    states = sorted(first.keys() & then.keys())
    by = _steps(states, first, then)
    pairs = list(combinations(states, 2))
    turned = [(a, b) for a, b in pairs if _side(first, a, b) * _side(then, a, b) < 0]
    return Moves(
        members=len(states),
        moved=sum(step != 0 for step in by),
        places=max(by, default=0),
        farthest=tuple(one for one, step in zip(states, by, strict=True) if step and step == max(by)),
        pairs=len(pairs),
        turned=len(turned),
        turned_apart=tuple((a, b) for a, b in turned if _apart(first, a, b) or _apart(then, a, b)),
        apart_before=sum(_apart(first, a, b) for a, b in pairs),
        apart_after=sum(_apart(then, a, b) for a, b in pairs),
    )


def _steps(states: Sequence[str], first: Mapping[str, Interval], then: Mapping[str, Interval]) -> list[int]:
    """Return over how many places each state moves."""
    was, now = _order(states, first), _order(states, then)
    return [abs(was[one] - now[one]) for one in states]


def _order(states: Sequence[str], found: Mapping[str, Interval]) -> dict[str, int]:
    return {one: at for at, one in enumerate(sorted(states, key=lambda state: (-found[state].point, state)))}


def _side(found: Mapping[str, Interval], a: str, b: str) -> float:
    return found[a].point - found[b].point


def _apart(found: Mapping[str, Interval], a: str, b: str) -> bool:
    return found[a].low > found[b].high or found[b].low > found[a].high


@dataclass(frozen=True, slots=True)
class Course:
    """A state's points over its periods: of all ``pairs`` of two periods, ``apart`` have intervals that do not meet."""

    pairs: int
    apart: int


def course(points: Sequence[tuple[float, float]]) -> Course:
    """Return what intervals across periods, each from low to high and in the order of time, permit to be said."""
    apart = [other[0] > one[1] or other[1] < one[0] for one, other in combinations(points, 2)]
    return Course(len(apart), sum(apart))
