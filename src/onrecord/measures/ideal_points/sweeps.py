"""The sweeps of a fit: items move, with them origin and scale of the periods, then points; until nothing moves."""

import numpy as np

from onrecord.measures.ideal_points import drift, item_steps, kernels, paths, start
from onrecord.measures.ideal_points.anderson import Anderson
from onrecord.measures.ideal_points.cells import Cells
from onrecord.measures.ideal_points.layout import Layout
from onrecord.measures.ideal_points.options import Mode, Options
from onrecord.measures.ideal_points.scale import Scale
from onrecord.measures.ideal_points.threads import Share

LONGEST_STEP, LONGEST_DRIFT = 1.0, 0.3
"""No point moves farther in a sweep, no period's origin or scale drifts farther: far from the best place the quadratic
that a Newton step trusts is not to be trusted."""


class Sweeps:
    """Where points and items of one fit are, and what moves them.

    ``points`` are in the order of the nodes; ``items`` has shape (items, 4): slope, cut_1, cut_2 and padding.
    """

    def __init__(self, cells: Cells, options: Options, where: Layout, scale: Scale, share: Share) -> None:
        """Begin at the first component of the positions."""
        self.options, self.where, self.scale, self.share = options, where, scale, share
        nodes, alone = cells.nodes, options.mode is Mode.SESSION
        begins = np.arange(nodes.n + 1) if alone else nodes.paths
        self.walk = paths.walk(begins, nodes.gap, options.walk_variance, options.start_variance)
        self.drifts = options.mode is Mode.DYNAMIC and len(where.periods) > 1
        self.points = start.first_points(where, np.arange(nodes.n) if alone else nodes.state, scale, share)
        self.items = start.first_items(where, cells.items)
        # An item of which no position is observed has no call; it keeps to the first scale, where nothing holds it.
        self.group_of_item = np.zeros(cells.items, dtype=np.int32)
        self.group_of_item[where.item_of_call] = where.period_of_call if scale.groups > 1 else 0
        self.call_sums, self.point_sums = np.empty((len(where.item_of_call), 9)), np.empty((nodes.n, 2))
        self.precisions = 1 / options.slope_variance, 1 / options.cut_variance, options.spacing

    def run(self) -> tuple[int, float, float]:
        """Sweep until nothing is left to do; return how often, and the last sweep's step and gradient."""
        options, memory, before = self.options, Anderson(), np.inf
        for _ in range(2):
            self._move_items(drifting=False)
        change = gradient = np.inf
        for sweep in range(1, options.most_sweeps + 1):
            at = self._joined()
            change, gradient = self._sweep()
            if change < options.tolerance and gradient < options.tolerance * options.gradient_ratio:
                return sweep, change, gradient
            if change > 2 * before:
                memory.forget()
            before = change
            self._go_to(memory.next(at, self._joined()))
        return options.most_sweeps, change, gradient

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
        """Move items and drift, then points; return the largest step of a point and the largest gradient."""
        before = self.points
        of_items = self._move_items(self.drifts)
        step, curvature = self._step_of_points()
        self._place(self.points + np.clip(step, -LONGEST_STEP, LONGEST_STEP))
        change = float(np.abs(self.points - before).max())
        return change, max(of_items, float((np.abs(step) * np.sqrt(curvature)).max()))

    def _place(self, points: np.ndarray) -> None:
        """Put points on their scale, and items with them: no probability changes."""
        mean, spread = self.scale.moments(points)
        group = self.scale.group
        self.points = (points - mean[group]) / spread[group]
        self.items[:, 1:3] -= self.items[:, :1] * mean[self.group_of_item, None]
        self.items[:, 0] *= spread[self.group_of_item]

    def _move_items(self, drifting: bool) -> float:
        """Move items by a Newton step, where asked with the drift of the periods; return the largest decrement."""
        where, items = self.where, self.items
        self.share(kernels.item_sums, where.by_call, self.points, items[where.item_of_call], self.call_sums)
        inverse, ahead = solved = np.empty((len(items), 6)), np.empty((len(items), 3))
        begins = where.calls_of_item
        decrement = item_steps.solve_items(begins, self.call_sums, items, self.precisions, inverse, ahead)
        if drifting:
            found = self._drift(solved)
            drift.follow((begins, where.period_of_call), self.call_sums, items, solved, found)
            at = 2 * where.period_of_point
            self.points = self.points + found[at] + found[at + 1] * self.points
        self.items = np.empty_like(items)
        item_steps.move_items(items, ahead, self.items)
        return float(decrement)

    def _drift(self, solved: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
        """Return how origin and scale of each period are to move, two numbers for each."""
        where, n = self.where, 2 * len(self.where.periods)
        system = np.zeros((n, n)), np.zeros(n)
        calls = where.calls_of_item, where.period_of_call
        drift.drift_system(calls, self.call_sums, self.items, solved, system)
        drift.walk_system(self.points, where.period_of_point, self.walk.first, self.walk.step, system)
        found = drift.solve_drift(*system, self.points, where.period_of_point)
        return np.clip(found, -LONGEST_DRIFT, LONGEST_DRIFT)

    def _step_of_points(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the Newton step of all points that keeps their scale, and their curvatures."""
        where = self.where
        self.share(kernels.point_sums, where.by_point, self.points, self.items[where.item_of_call], self.point_sums)
        gradient = self.point_sums[:, 0] + self.walk.gradient(self.points)
        curvature = self.point_sums[:, 1] + self.walk.diagonal
        right = np.stack([gradient, np.ones_like(gradient), self.points])
        solved = paths.solve_tridiagonal(curvature, -self.walk.step, right)
        return self.scale.kept(solved, self.points), curvature
