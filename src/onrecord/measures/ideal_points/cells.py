"""What ideal points are estimated from: the positions observed, each of a state in a period on an item.

Nothing is imputed: an absence, a state without a seat and a position that is not in the record are no cells.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from onrecord.measures.ideal_points.compiling import compiled

YES, ABSTAIN, NO = 0, 1, 2
"""Positions in their order, as ``record.position_table.Code`` has them."""


@dataclass(frozen=True, eq=False)
class Cells:
    """Observed positions, one for each entry of four arrays of one length.

    ``state`` (int32) indexes ``states``, ``item`` (int32) runs from 0 to ``items`` - 1, ``period`` (int32) is a number
    that grows with time (a session, a year; all 0 for a static fit), ``position`` (int8) is YES, ABSTAIN or NO.
    """

    state: np.ndarray
    item: np.ndarray
    period: np.ndarray
    position: np.ndarray
    states: tuple[str, ...]
    items: int

    @property
    def n(self) -> int:
        """How many positions are observed."""
        return len(self.position)

    @cached_property
    def nodes(self) -> "Nodes":
        """The states' points to be estimated: one for each state and period in which it took a position."""
        periods, period = distinct(self.period)
        key = self.state.astype(np.int64) * max(len(periods), 1) + period
        found, node = distinct(key)
        state, at = np.divmod(found, max(len(periods), 1))
        return Nodes(state.astype(np.int32), periods[at].astype(np.int32), node)

    def static(self) -> "Cells":
        """Return the same positions with one point for each state."""
        return Cells(self.state, self.item, np.zeros_like(self.period), self.position, self.states, self.items)

    def part(self, chosen: np.ndarray) -> "Cells":
        """Return some of the positions (a mask or indices), with the same states and items."""
        return Cells(
            self.state[chosen], self.item[chosen], self.period[chosen], self.position[chosen], self.states, self.items
        )


def distinct(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the distinct keys (integers) in order, and for each key its place among them (int32).

    As numpy's unique, without sorting: the keys of a table of votes lie close together.
    """
    if not len(keys):
        return keys, np.zeros(0, dtype=np.int32)
    least = keys.min()
    there = np.zeros(int(keys.max() - least) + 1, dtype=np.int32)
    place = np.empty(len(keys), dtype=np.int32)
    return np.flatnonzero(_ranked(keys, least, there, place)) + least, place


@compiled
def _ranked(keys, least, there, place):
    """Write the place of each key among the distinct ones; return which of all between the least and the last occur."""
    for k in range(len(keys)):
        there[keys[k] - least] = 1
    occurs, before = there > 0, 0
    for at in range(len(there)):
        before += there[at]
        there[at] = before - 1
    for k in range(len(keys)):
        place[k] = there[keys[k] - least]
    return occurs


@dataclass(frozen=True, eq=False)
class Nodes:
    """A state in a period, by state and then time: ``state`` and ``period`` of each node, ``of_cell`` of each cell."""

    state: np.ndarray
    period: np.ndarray
    of_cell: np.ndarray

    @property
    def n(self) -> int:
        """How many points there are to estimate."""
        return len(self.state)

    @cached_property
    def paths(self) -> np.ndarray:
        """Where each state's path begins among the nodes, and at the end how many nodes there are."""
        begins = np.flatnonzero(np.diff(self.state)) + 1
        return np.concatenate([[0], begins, [self.n]]).astype(np.int64)

    @cached_property
    def votes(self) -> np.ndarray:
        """How many positions each node rests on."""
        return np.bincount(self.of_cell, minlength=self.n)

    @cached_property
    def gap(self) -> np.ndarray:
        """How many periods lie between a node and the one before on its path; 1 at the beginning of a path."""
        gap = np.diff(self.period, prepend=self.period[:1] - 1).astype(np.float64)
        gap[self.paths[:-1]] = 1.0
        return gap


def cells_of(codes: np.ndarray, periods: Sequence[int], states: tuple[str, ...], items: Sequence[int]) -> Cells:
    """Return the cells of a table of positions: ``codes`` by state and roll call, a period and an item for each column.

    Columns of one item are votes on the same words in several periods: the item's difficulty is one, which ties the
    periods together (bridging).
    """
    state, call = np.nonzero(codes <= NO)
    of_call, period = np.asarray(items, dtype=np.int32), np.asarray(periods, dtype=np.int32)
    position = codes[state, call].astype(np.int8)
    n = int(of_call.max()) + 1 if len(of_call) else 0
    return Cells(state.astype(np.int32), of_call[call], period[call], position, states, n)
