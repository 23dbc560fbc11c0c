"""The cells as the compiled loops take them: once by item and once by point, each sorted by position within.

Two threads share the work: each has a range of items and a range of points with about half the cells.
"""

from dataclasses import dataclass

import numpy as np

from onrecord.measures.ideal_points.cells import Cells


@dataclass(frozen=True, eq=False)
class Layout:
    """Cells of ``owners`` (items or points): ``begins`` has shape (3·owners + 1), ``of_cell`` indexes the other kind.

    ``halves`` are the ranges of owners for the threads.
    """

    begins: np.ndarray
    of_cell: np.ndarray
    halves: tuple[tuple[int, int], ...]

    @property
    def owners(self) -> int:
        """How many items or points there are."""
        return (len(self.begins) - 1) // 3

    @property
    def counts(self) -> np.ndarray:
        """How often each position was taken on each item or by each point, shape (owners, 3)."""
        return np.diff(self.begins).reshape(-1, 3)


def by_item(cells: Cells, threads: int) -> Layout:
    """Return the cells by item; ``of_cell`` indexes the points."""
    return _layout(cells.item, cells.items, cells.position, cells.nodes.of_cell, threads)


def by_point(cells: Cells, threads: int) -> Layout:
    """Return the cells by point; ``of_cell`` indexes the items."""
    return _layout(cells.nodes.of_cell, cells.nodes.n, cells.position, cells.item, threads)


def _layout(owner: np.ndarray, owners: int, position: np.ndarray, other: np.ndarray, threads: int) -> Layout:
    key = owner.astype(np.int64) * 3 + position
    begins = np.concatenate([[0], np.cumsum(np.bincount(key, minlength=3 * owners))])
    order = np.argsort(key, kind="stable")
    return Layout(begins, other[order].astype(np.int32), _shared(begins[::3], threads))


def _shared(begins: np.ndarray, threads: int) -> tuple[tuple[int, int], ...]:
    """Return ranges of owners that have about the same number of cells each."""
    wanted = np.arange(1, threads) * (begins[-1] / threads)
    edges = [0, *(int(one) for one in np.searchsorted(begins, wanted)), len(begins) - 1]
    return tuple((edges[at], edges[at + 1]) for at in range(threads))
