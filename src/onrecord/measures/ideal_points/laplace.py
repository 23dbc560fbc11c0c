"""How certain ideal points are: a normal distribution around points, items and all.

The joint distribution of points and items near its mode is normal with the inverse of the matrix of second derivatives
as its covariance (Laplace's approximation; Tierney and Kadane, "Accurate Approximations for Posterior Moments and
Marginal Densities", Journal of the American Statistical Association 81, 1986). Leaving the items' part aside would hold
them for known and make intervals too narrow, so they are eliminated by the Schur complement: an item of one period ties
that period's points to each other, and its three parameters leave the matrix there. What stays is a chain of periods,
each a block tied to the next by the random walks, and, beside it, the items voted on in several periods.

The fit keeps mean 0 and standard deviation 1 over all points. There the density still rises in the direction in which
all points stretch; how steeply (a Lagrange multiplier) belongs to the second derivatives along the curved surface of
points that keep the scale.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from onrecord.measures.ideal_points.cells import Cells
from onrecord.measures.ideal_points.fit import Fit
from onrecord.measures.ideal_points.information import Derivatives, Information, derivatives, expected, observed
from onrecord.measures.ideal_points.options import Mode, Options
from onrecord.measures.ideal_points.period_blocks import Chain, Covariance, PathPrior, chain, factored
from onrecord.vocabulary.errors import NotEstimable


@dataclass(frozen=True, eq=False)
class Laplace:
    """The normal distribution around a place: points in the order of ``cells.nodes`` (float64), items (items, 3).

    ``told`` is what the positions tell, ``blocks`` (one for each period, points by points) the same with the items
    eliminated, ``of_items`` (items, 3, 3) the inverse of each item's own matrix, ``lone`` which items were voted on in
    one period alone. ``covariance`` is that of the points in their places.
    """

    cells: Cells
    options: Options
    theta: np.ndarray
    items: np.ndarray
    slopes: Derivatives
    told: Information
    blocks: tuple[np.ndarray, ...]
    own: np.ndarray
    of_items: np.ndarray
    lone: np.ndarray
    prior: PathPrior
    covariance: Covariance

    @property
    def chain(self) -> Chain:
        """The places of the points."""
        return self.covariance.chain

    @cached_property
    def place_of_cell(self) -> np.ndarray:
        """The place of each cell's point."""
        return self.chain.place[self.cells.nodes.of_cell]

    def under(self, prior: PathPrior) -> "Laplace":
        """Return what the same votes tell beside another prior."""
        made = factored(self.chain, prior, self.blocks, self.covariance.border, self.own)
        return replace(self, prior=prior, covariance=made)


def laplace(fitted: Fit) -> Laplace:
    """Return the normal distribution around a fit of mode STATIC or DYNAMIC.

    Raises NotEstimable for mode SESSION, where each period is a panel by itself, and where a fit that has not arrived
    at its maximum has no covariance.
    """
    if fitted.options.mode is Mode.SESSION:
        raise NotEstimable("intervals of ideal points", "one panel", "a fit of each session by itself")
    items = np.stack([fitted.slope, fitted.cut_1, fitted.cut_2], axis=1)
    found = around(fitted.cells, fitted.options, fitted.theta, items)
    if found is None:
        raise NotEstimable(
            "intervals of ideal points", "a maximum of the likelihood", f"a fit of {fitted.sweeps} sweeps"
        )
    return found


def around(cells: Cells, options: Options, theta: np.ndarray, items: np.ndarray) -> Laplace | None:
    """Return the normal distribution that the second derivatives at a place give; None where they give none."""
    slopes = derivatives(cells, theta, items)
    ways: tuple[Callable[[], Information], ...] = (
        lambda: observed(cells, theta, items, slopes),
        lambda: expected(cells, theta, items),
    )
    for way in ways:
        try:
            return _laplace(cells, options, theta, items, slopes, way())
        except np.linalg.LinAlgError:
            continue
    return None


def _laplace(
    cells: Cells, options: Options, theta: np.ndarray, items: np.ndarray, slopes: Derivatives, told: Information
) -> Laplace:
    places = chain(cells)
    prior = walk_prior(places, len(cells.states), options)
    at = places.place[cells.nodes.of_cell]
    own = _item_matrices(cells, told, items, options)
    lone = _in_one_period(cells, places.period_of(at))
    inner = np.bincount(at, weights=told.node, minlength=places.n)
    inner[places.place] += _multiplier(cells, options, theta, items[:, 0])
    inverse = np.linalg.inv(own)
    blocks = _blocks(cells, places, told, inverse, lone, inner)
    border, of_border = _border(cells, at, told, own, ~lone, places.n)
    made = factored(places, prior, blocks, border, of_border)
    return Laplace(cells, options, theta, items, slopes, told, blocks, of_border, inverse, lone, prior, made)


def walk_prior(places: Chain, states: int, options: Options) -> PathPrior:
    """Return the prior of the fit of so many states: around zero, with a walk whose variance grows with the gap."""
    start = np.full(states, options.start_variance)
    return PathPrior(start, options.walk_variance * np.diff(places.periods), np.zeros(places.n))


def _multiplier(cells: Cells, options: Options, theta: np.ndarray, slope: np.ndarray) -> float:
    """Return how steeply the density rises as all points stretch and slopes shrink, for each point.

    The likelihood does not change then; the priors of slopes rise and those of paths fall.
    """
    points = cells.nodes
    first = np.zeros(points.n, dtype=bool)
    first[points.paths[:-1]] = True
    steps = np.where(first, 0.0, np.diff(theta, prepend=0.0) ** 2 / points.gap)
    walked = steps.sum() / options.walk_variance + (theta[first] ** 2).sum() / options.start_variance
    return float(((slope**2).sum() / options.slope_variance - walked) / points.n)


def _item_matrices(cells: Cells, told: Information, items: np.ndarray, options: Options) -> np.ndarray:
    """Return what votes and priors tell of each item's three parameters (items, 3, 3)."""
    found = sums_of_items(cells, told.item.reshape(-1, 9))
    normal = np.diag([1.0 / options.slope_variance, 1.0 / options.cut_variance, 1.0 / options.cut_variance])
    apart = options.spacing / (items[:, 2] - items[:, 1]) ** 2
    return found.reshape(-1, 3, 3) + normal + apart[:, None, None] * _APART


_APART = np.array([[0.0, 0.0, 0.0], [0.0, 1.0, -1.0], [0.0, -1.0, 1.0]])


def sums_of_items(cells: Cells, values: np.ndarray) -> np.ndarray:
    """Return the sums by item (items, k) of values of cells (cells, k)."""
    sums = [np.bincount(cells.item, weights=one, minlength=cells.items) for one in values.T]
    return np.stack(sums, axis=1)


def _in_one_period(cells: Cells, period: np.ndarray) -> np.ndarray:
    """Return whether each item was voted on in one period alone."""
    low, high = np.full(cells.items, np.iinfo(np.int64).max), np.full(cells.items, -1)
    np.minimum.at(low, cells.item, period)
    np.maximum.at(high, cells.item, period)
    return low >= high


def grouped(number: np.ndarray, n: int) -> list[np.ndarray]:
    """Return where each of the numbers from 0 to ``n`` - 1 stands."""
    order = np.argsort(number, kind="stable")
    return np.split(order, np.searchsorted(number[order], np.arange(1, n)))


def _blocks(
    cells: Cells, places: Chain, told: Information, inverse: np.ndarray, lone: np.ndarray, inner: np.ndarray
) -> tuple[np.ndarray, ...]:
    """Return what votes tell of each period's points, the items of that period alone eliminated."""
    at = places.place[cells.nodes.of_cell]
    found = []
    for t, chosen in enumerate(grouped(places.period_of(at), len(places.periods))):
        mine = chosen[lone[cells.item[chosen]]]
        diagonal = inner[places.block(t)]
        row = at[mine] - places.begins[t]
        _, ties, weighed = period_ties(cells.item[mine], row, told.cross[mine], inverse, len(diagonal))
        found.append(np.diag(diagonal) - weighed.reshape(len(diagonal), -1) @ ties.reshape(len(diagonal), -1).T)
    return tuple(found)


def period_ties(
    item: np.ndarray, row: np.ndarray, cross: np.ndarray, inverse: np.ndarray, size: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return a period's own items, their ties C to its points (points, items, 3), and C B⁻¹ of the same shape."""
    mine, column = np.unique(item, return_inverse=True)
    ties = summed(row, column, cross, (size, len(mine)))
    return mine, ties, np.matmul(ties.transpose(1, 0, 2), inverse[mine]).transpose(1, 0, 2)


def summed(row: np.ndarray, column: np.ndarray, values: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Return a table of shape (rows, columns, k) of values (cells, k): those of one place added up."""
    place, n = row.astype(np.int64) * shape[1] + column, shape[0] * shape[1]
    parts = [np.bincount(place, weights=one, minlength=n) for one in values.T]
    return np.stack(parts, axis=1).reshape(*shape, values.shape[1])


def _border(
    cells: Cells, at: np.ndarray, told: Information, own: np.ndarray, several: np.ndarray, places: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return the ties between points and the items of several periods, and these items' own matrix."""
    chosen, mine = np.flatnonzero(several[cells.item]), np.flatnonzero(several)
    column, of_border = np.searchsorted(mine, cells.item[chosen]), np.zeros((len(mine), 3, len(mine), 3))
    border = summed(at[chosen], column, told.cross[chosen], (places, len(mine)))
    of_border[np.arange(len(mine)), :, np.arange(len(mine)), :] = own[mine]
    return border.reshape(places, 3 * len(mine)), of_border.reshape(3 * len(mine), 3 * len(mine))
