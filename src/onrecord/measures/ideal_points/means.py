"""From the most likely points to the mean ones: what the mode gets wrong where items are known from few votes.

The joint mode of points and items lies beside the mean of their distribution, for each item has three parameters of its
own, however many items there are (Neyman and Scott, "Consistent Estimates Based on Partially Consistent Observations",
Econometrica 16, 1948). Of 47 states' votes the slopes come out such that the points of some states are off by more than
their intervals. The next term of Laplace's expansion says how far: the mean is the mode plus the covariance times half
the gradient of tr(-HΣ), with H the second derivatives of the log density and Σ the covariance, held (Lindley,
"Approximate Bayesian Methods", Trabajos de Estadística y de Investigación Operativa 31, 1980).
"""

from dataclasses import dataclass

import numpy as np

from onrecord.measures.ideal_points.laplace import Laplace, around, grouped, period_ties, sums_of_items


@dataclass(frozen=True, eq=False)
class _Joint:
    """Covariances by cell: of its point (cells), of point and item (cells, 3); and of each item (items, 3, 3)."""

    point: np.ndarray
    both: np.ndarray
    item: np.ndarray


def mean_points(found: Laplace) -> tuple[np.ndarray, np.ndarray]:
    """Return points (in the order of the nodes, mean 0, standard deviation 1) and items (items, 3) at their means.

    The way from mode to mean bends: it is the mean of the first step and of a second that is taken at its end (Heun's
    method).
    """
    points, items = _step(found)
    ahead = around(found.cells, found.options, *_standard(found, found.theta + points, found.items + items))
    if ahead is None:
        return _standard(found, found.theta + points, found.items + items)
    more_points, more_items = _step(ahead)
    points, items = found.theta + 0.5 * (points + more_points), found.items + 0.5 * (items + more_items)
    return _standard(found, points, items)


def _step(found: Laplace) -> tuple[np.ndarray, np.ndarray]:
    """Return the step to the mean of points (nodes) and items (items, 3), as it is seen from where they are."""
    joint, scale = _joint(found), _Scale(found)
    points, items = _steps(found, scale, *_pulls(found, scale.kept(joint)))
    return points[found.chain.place], items


def _standard(found: Laplace, points: np.ndarray, items: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return points of mean 0 and standard deviation 1, and items on that scale.

    A mean may lie where the cutpoints would cross: they stay apart as at the mode.
    """
    centre, spread = points.mean(), points.std()
    items = items.copy()
    middle, half = items[:, 1:].mean(axis=1), 0.5 * np.maximum(items[:, 2] - items[:, 1], _gap(found))
    items[:, 1], items[:, 2] = middle - half, middle + half
    items[:, 1:] -= items[:, :1] * centre
    items[:, 0] *= spread
    return (points - centre) / spread, items


def _gap(found: Laplace) -> np.ndarray:
    return found.items[:, 2] - found.items[:, 1]


def _joint(found: Laplace) -> _Joint:
    """Return the covariances by cell without the condition on the scale."""
    cells, at = found.cells, found.place_of_cell
    point, both, item = np.empty(cells.n), np.empty((cells.n, 3)), found.of_items.copy()
    for t, chosen in enumerate(grouped(found.chain.period_of(at), len(found.chain.periods))):
        within = found.covariance.within(t)
        row = at[chosen] - found.chain.begins[t]
        point[chosen] = np.diag(within)[row]
        own = found.lone[cells.item[chosen]]
        mine, row = chosen[own], row[own]
        items, _, weighed = period_ties(cells.item[mine], row, found.told.cross[mine], found.of_items, len(within))
        spread = (within @ weighed.reshape(len(within), -1)).reshape(weighed.shape)
        both[mine] = -spread[row, np.searchsorted(items, cells.item[mine])]
        item[items] += np.matmul(weighed.transpose(1, 2, 0), spread.transpose(1, 0, 2))
    _in_border(found, both, item)
    return _Joint(point, both, item)


def _in_border(found: Laplace, both: np.ndarray, item: np.ndarray) -> None:
    """Write the covariances of the items of several periods."""
    several = np.flatnonzero(~found.lone)
    if not len(several):
        return
    inverse = found.covariance.border_inverse
    whole = (inverse.T @ inverse).reshape(len(several), 3, len(several), 3)
    each = np.arange(len(several))
    item[several] = whole[each, :, each, :]
    chosen = np.flatnonzero(~found.lone[found.cells.item])
    for at, mine in enumerate(grouped(np.searchsorted(several, found.cells.item[chosen]), len(several))):
        cells = chosen[mine]
        both[cells] = found.covariance.with_border(found.place_of_cell[cells], 3 * at + np.arange(3))


class _Scale:
    """The condition that points keep mean 0 and standard deviation 1, to first order."""

    def __init__(self, found: Laplace) -> None:
        self.found = found
        normal = np.zeros((found.chain.n, 2))
        normal[found.chain.place, 0], normal[found.chain.place, 1] = 1.0, found.theta
        self.normal, self.points = normal, found.covariance.times(normal)
        self.weight = np.linalg.inv(normal.T @ self.points)
        ties = [
            sums_of_items(found.cells, found.told.cross * self.points[found.place_of_cell, one, None]) for one in (0, 1)
        ]
        self.items = -np.matmul(found.of_items, np.stack(ties, axis=2))

    def kept(self, joint: _Joint) -> _Joint:
        """Return covariances among points that keep the scale."""
        points, items = self.points[self.found.place_of_cell], self.items[self.found.cells.item]
        weighed = points @ self.weight
        return _Joint(
            joint.point - (weighed * points).sum(axis=1),
            joint.both - np.matmul(items, weighed[:, :, None])[:, :, 0],
            joint.item - self.items @ self.weight @ self.items.transpose(0, 2, 1),
        )

    def step(self, points: np.ndarray) -> np.ndarray:
        """Return a step of points without what changes their scale."""
        return points - self.points @ (self.weight @ (self.normal.T @ points))


@dataclass(frozen=True, eq=False)
class _Along:
    """How a cut less slope times θ moves with point and item: its covariance with the point, and with the item."""

    direction: np.ndarray
    point: np.ndarray
    item: np.ndarray


def _along(found: Laplace, joint: _Joint, cut: int) -> _Along:
    """Return this for the lower (1) or upper (2) cutpoint of each cell."""
    cells, slope = found.cells, found.items[found.cells.item, :1]
    direction = np.zeros((cells.n, 3))
    direction[:, 0], direction[:, cut] = -found.theta[cells.nodes.of_cell], 1.0
    item = np.matmul(joint.item[cells.item], direction[:, :, None])[:, :, 0] - slope * joint.both
    point = (joint.both * direction).sum(axis=1) - slope[:, 0] * joint.point
    return _Along(direction, point, item)


def _pulls(found: Laplace, joint: _Joint) -> tuple[np.ndarray, np.ndarray]:
    """Return half the gradient of tr(-HΣ) by the points of cells (cells) and by items (items, 3)."""
    slope, point = found.items[found.cells.item, 0], found.theta[found.cells.nodes.of_cell]
    low, high = _along(found, joint, 1), _along(found, joint, 2)
    low_low = (low.item * low.direction).sum(axis=1) - slope * low.point
    both = (low.item * high.direction).sum(axis=1) - slope * low.point
    high_high = (high.item * high.direction).sum(axis=1) - slope * high.point
    third, second = found.slopes.third, found.slopes.second
    by_low, by_high = second[0] + second[1], second[1] + second[2]
    # Slope times θ bends: its second derivative by the two is 1, so their covariance pulls as well.
    bend = -2.0 * joint.both[:, 0]
    at_low = 0.5 * (third[0] * low_low + 2.0 * third[1] * both + third[2] * high_high + bend * by_low)
    at_high = 0.5 * (third[1] * low_low + 2.0 * third[2] * both + third[3] * high_high + bend * by_high)
    of_points = -slope * (at_low + at_high) - by_low * low.item[:, 0] - by_high * high.item[:, 0]
    of_slopes = -point * (at_low + at_high) - by_low * low.point - by_high * high.point
    pulls = sums_of_items(found.cells, np.stack([of_slopes, at_low, at_high], axis=1))
    spread = joint.item[:, 1, 1] + joint.item[:, 2, 2] - 2.0 * joint.item[:, 1, 2]
    apart = found.options.spacing * spread / _gap(found) ** 3
    return of_points, pulls + np.stack([np.zeros_like(apart), -apart, apart], axis=1)


def _steps(found: Laplace, scale: _Scale, of_points: np.ndarray, of_items: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the covariance times pulls: the steps of points (places) and of items (items, 3)."""
    cells, at, own = found.cells, found.place_of_cell, found.lone[found.cells.item]
    solved = np.matmul(found.of_items, of_items[:, :, None])[:, :, 0]
    through = np.where(own, (found.told.cross * solved[cells.item]).sum(axis=1), 0.0)
    points = found.covariance.times(np.bincount(at, of_points - through, found.chain.n)[:, None])[:, 0]
    if not found.lone.all():
        points += found.covariance.of_border(of_items[~found.lone].ravel())
    points = scale.step(points)
    back = of_items - sums_of_items(found.cells, found.told.cross * points[at, None])
    return points, np.matmul(found.of_items, back[:, :, None])[:, :, 0]
