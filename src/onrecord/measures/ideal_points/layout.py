"""The cells as the compiled loops take them: once by call and once by point, each sorted by position within.

A call is an item in one period. The work is shared between threads: each has a range of calls and a range of points
with about the same number of cells.
"""

from dataclasses import dataclass

import numpy as np

from onrecord.measures.ideal_points.cells import Cells, distinct
from onrecord.measures.ideal_points.compiling import compiled

PLACES = (0, 2, 1)
"""Where yes, abstain and no stand among an owner's cells."""


@dataclass(frozen=True, eq=False)
class Sorted:
    """Cells of owners (calls or points): ``begins`` has 3·owners + 1 entries, ``of_cell`` indexes the other kind.

    Of an owner's cells the yes come first, then the no, then the abstentions.

    ``ranges`` are the ranges of owners for the threads.
    """

    begins: np.ndarray
    of_cell: np.ndarray
    ranges: tuple[tuple[int, int], ...]

    @property
    def counts(self) -> np.ndarray:
        """How often each call or point has yes, no and abstentions (in this order), shape (owners, 3)."""
        return np.diff(self.begins).reshape(-1, 3)


@dataclass(frozen=True, eq=False)
class Layout:
    """The cells sorted twice, and how calls, items, points and periods hang together.

    Calls are sorted by item: those of item j begin at ``calls_of_item[j]``, and ``item_of_call`` says it the other way
    round. ``periods`` are the distinct periods; ``period_of_call`` and ``period_of_point`` index them.
    """

    by_call: Sorted
    by_point: Sorted
    calls_of_item: np.ndarray
    item_of_call: np.ndarray
    periods: np.ndarray
    period_of_call: np.ndarray
    period_of_point: np.ndarray


def layout(cells: Cells, threads: int) -> Layout:
    """Return the layout of cells for so many threads."""
    periods, period_of_point = distinct(cells.nodes.period)
    period = period_of_point[cells.nodes.of_cell]
    found, call = distinct(cells.item.astype(np.int64) * len(periods) + period)
    item, of_call = np.divmod(found, len(periods))
    by_call = _sorted(call, len(found), cells.position, cells.nodes.of_cell, threads)
    by_point = _sorted(cells.nodes.of_cell, cells.nodes.n, cells.position, call, threads)
    begins = np.searchsorted(item, np.arange(cells.items + 1))
    return Layout(by_call, by_point, begins, item.astype(np.int32), periods, of_call.astype(np.int32), period_of_point)


def _sorted(owner: np.ndarray, owners: int, position: np.ndarray, other: np.ndarray, threads: int) -> Sorted:
    begins = np.zeros(3 * owners + 1, dtype=np.int64)
    of_cell = np.empty(len(owner), dtype=np.uint32)
    count_and_place(owner, position, other, begins, of_cell)
    return Sorted(begins, of_cell, _ranges(begins[::3], threads))


@compiled
def count_and_place(owner, position, other, begins, of_cell):
    """Write where the cells of each owner and position begin, and the cells in that order (a counting sort)."""
    for k in range(len(owner)):
        begins[3 * owner[k] + PLACES[position[k]] + 1] += 1
    for at in range(1, len(begins)):
        begins[at] += begins[at - 1]
    free = begins[:-1].copy()
    for k in range(len(owner)):
        at = 3 * owner[k] + PLACES[position[k]]
        of_cell[free[at]] = other[k]
        free[at] += 1


def _ranges(begins: np.ndarray, threads: int) -> tuple[tuple[int, int], ...]:
    """Return ranges of owners that have about the same number of cells each."""
    wanted = np.arange(1, threads) * (begins[-1] / threads)
    edges = [0, *(int(one) for one in np.searchsorted(begins, wanted)), len(begins) - 1]
    return tuple((edges[at], edges[at + 1]) for at in range(threads))
