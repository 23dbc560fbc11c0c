"""The fast fit: the ideal points, slopes and cuts under which the positions, with weak priors, are most likely.

Ordinal probit with yes < abstain < no. In turn each item's slope and cuts take a Newton step (3 × 3), and each
state's whole path does (tridiagonal: the random walk ties each point to the one before and the one after); Anderson
acceleration joins the sweeps. It stops when neither the points move nor the gradient is left, never because two
rounds correlate. The model is that of Bailey, Strezhnev and Voeten (Journal of Conflict Resolution 61, 2017), with a
proper walk in both directions in place of a prior that looks back only.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from onrecord.measures.ideal_points import kernels, layout, paths, scale, start
from onrecord.measures.ideal_points.anderson import Anderson
from onrecord.measures.ideal_points.cells import Cells
from onrecord.vocabulary.errors import NotEstimable


class Mode(StrEnum):
    """What a state has a point for: all votes together, each period on a path, or each period by itself."""

    STATIC = "static"
    DYNAMIC = "dynamic"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Options:
    """The model's priors, on the scale where points have mean 0 and standard deviation 1, and when to stop.

    ``walk_variance`` is ω²: how far, squared, a state is expected to move in one period. ``start_variance`` is that
    of a path's first point (of each point where there is no path), ``slope_variance`` and ``cut_variance`` those of
    normal priors around 0; cuts have also the density (cut_2 - cut_1) to the power ``spacing``, which keeps them apart
    where nobody abstained. The fit stops when the largest step of a point is under ``tolerance`` standard deviations
    and every gradient under ``tolerance`` times ``gradient_ratio`` standard errors; else after ``most_sweeps``.
    """

    mode: Mode = Mode.DYNAMIC
    walk_variance: float = 0.05
    slope_variance: float = 4.0
    cut_variance: float = 25.0
    start_variance: float = 1.0
    spacing: float = 0.05
    tolerance: float = 1e-3
    gradient_ratio: float = 10.0
    most_sweeps: int = 500
    threads: int = 2


@dataclass(frozen=True, eq=False)
class Fit:
    """The points (in the order of ``cells.nodes``, mean 0, standard deviation 1) and the items' slopes and cuts.

    ``sweeps`` were made; in the last the largest step of a point was ``change`` standard deviations, and the largest
    gradient of an item or a point ``gradient`` of its own standard errors.
    """

    cells: Cells
    options: Options
    theta: np.ndarray
    slope: np.ndarray
    cut_1: np.ndarray
    cut_2: np.ndarray
    sweeps: int
    change: float
    gradient: float

    @property
    def converged(self) -> bool:
        """Whether the fit stopped because it had arrived, not because it had swept as often as allowed."""
        asked = self.options.tolerance
        return self.change < asked and self.gradient < asked * self.options.gradient_ratio


def fit(cells: Cells, options: Options) -> Fit:
    """Return the most likely points, slopes and cuts; high θ is the side of no on items of positive slope.

    In mode SESSION an item of several periods becomes one item for each: ``Fit.cells`` has them. Raises NotEstimable
    where the positions differ on no item.
    """
    cells = _cells_of_mode(cells, options.mode)
    if not _differ(cells):
        raise NotEstimable("ideal points", "at least one item on which positions differ", f"{cells.n} equal positions")
    with ThreadPoolExecutor(options.threads) as pool:
        return _Sweeps(cells, options, pool).fitted()


def _cells_of_mode(cells: Cells, mode: Mode) -> Cells:
    if mode is Mode.STATIC:
        return cells.static()
    if mode is Mode.DYNAMIC:
        return cells
    found, item = np.unique(cells.item.astype(np.int64) * (1 << 20) + cells.period, return_inverse=True)
    return replace(cells, item=item.astype(np.int32), items=len(found))


def _differ(cells: Cells) -> bool:
    low = np.full(cells.items, 9, dtype=np.int8)
    high = np.full(cells.items, -1, dtype=np.int8)
    np.minimum.at(low, cells.item, cells.position)
    np.maximum.at(high, cells.item, cells.position)
    return bool((high > low).any())


class _Sweeps:
    """The state of one fit: where points and items are, and the sweep that moves them."""

    def __init__(self, cells: Cells, options: Options, pool: ThreadPoolExecutor) -> None:
        self.cells, self.options, self.pool = cells, options, pool
        nodes = cells.nodes
        alone = options.mode is Mode.SESSION
        self.groups, self.group = 1, np.zeros(nodes.n, dtype=np.int64)
        if alone:
            periods, self.group = np.unique(nodes.period, return_inverse=True)
            self.groups = len(periods)
        begins = np.arange(nodes.n + 1) if alone else nodes.paths
        self.walk = paths.walk(begins, nodes.gap, options.walk_variance, options.start_variance)
        self.by_item = layout.by_item(cells, options.threads)
        self.by_point = layout.by_point(cells, options.threads)
        self.item_sums, self.point_sums = np.empty((cells.items, 9)), np.empty((nodes.n, 2))
        unit = nodes.state if options.mode is Mode.DYNAMIC else np.arange(nodes.n)
        self.points = start.first_points(cells, unit, self.group, self.groups)
        self.items = start.first_items(self.by_item.counts)
        self.of_item = np.zeros(cells.items, dtype=np.int64)
        if alone:
            self.of_item[cells.item] = self.group[nodes.of_cell]

    def fitted(self) -> Fit:
        """Sweep until nothing is left to do, or as often as allowed."""
        options, memory, before = self.options, Anderson(), np.inf
        for _ in range(2):
            self._move_items()
        change = gradient = np.inf
        for sweeps in range(1, options.most_sweeps + 1):
            at = self._joined()
            change, gradient = self._sweep()
            if change < options.tolerance and gradient < options.tolerance * options.gradient_ratio:
                break
            if change > 2 * before:
                memory.forget()
            before = change
            self._go_to(memory.next(at, self._joined()))
        slope, cut_1, cut_2 = self.items[:, 0].copy(), self.items[:, 1].copy(), self.items[:, 2].copy()
        return Fit(self.cells, options, self.points, slope, cut_1, cut_2, sweeps, change, gradient)

    def _joined(self) -> np.ndarray:
        return np.concatenate([self.points, self.items[:, :3].ravel()])

    def _go_to(self, place: np.ndarray) -> None:
        """Take an extrapolated place, items only where it keeps their cuts well apart."""
        n = len(self.points)
        items = place[n:].reshape(-1, 3)
        apart = items[:, 2] - items[:, 1] > 0.2 * (self.items[:, 2] - self.items[:, 1])
        self.items[apart, :3] = items[apart]
        self._place(place[:n])

    def _sweep(self) -> tuple[float, float]:
        """Move items, then points; return the largest step of a point and the largest gradient."""
        of_items = self._move_items()
        step, curvature = self._step_of_points()
        self._place(self.points + np.clip(step, -1, 1))
        largest = np.abs(step)
        return float(largest.max()), max(of_items, float((largest * np.sqrt(curvature)).max()))

    def _place(self, points: np.ndarray) -> None:
        """Put points on their scale, and items with them: no probability changes."""
        mean, spread = scale.moments(points, self.group, self.groups)
        self.points = (points - mean[self.group]) / spread[self.group]
        self.items[:, 1:3] -= self.items[:, :1] * mean[self.of_item, None]
        self.items[:, 0] *= spread[self.of_item]

    def _move_items(self) -> float:
        where = self.by_item
        self._share(kernels.item_sums, where, self.points, self.items, self.item_sums)
        options, moved = self.options, np.zeros_like(self.items)
        decrement = kernels.item_step(
            self.item_sums, self.items, 1 / options.slope_variance, 1 / options.cut_variance, options.spacing, moved
        )
        self.items = moved
        return float(decrement)

    def _step_of_points(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the Newton step of all points that keeps their scale, and their curvatures."""
        self._share(kernels.point_sums, self.by_point, self.points, self.items, self.point_sums)
        gradient = self.point_sums[:, 0] + self.walk.gradient(self.points)
        curvature = self.point_sums[:, 1] + self.walk.diagonal
        right = np.stack([gradient, np.ones_like(gradient), self.points])
        solved = paths.solve_tridiagonal(curvature, -self.walk.step, right)
        return scale.kept_in_scale(solved, self.points, self.group, self.groups), curvature

    def _share(self, loop, where: layout.Layout, points: np.ndarray, items: np.ndarray, sums: np.ndarray) -> None:
        """Run a loop over all owners: the first range here, the others on the pool's threads."""
        ranges = where.halves
        others = [
            self.pool.submit(loop, first, last, where.begins, where.of_cell, points, items, sums)
            for first, last in ranges[1:]
        ]
        loop(*ranges[0], where.begins, where.of_cell, points, items, sums)
        for one in others:
            one.result()
