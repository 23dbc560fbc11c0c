"""What each position tells of its state's point and its item's parameters: derivatives of the likelihood.

The second derivatives are the observed ones, of the positions taken, or the expected ones (Fisher's), the mean over the
positions that could have been taken. The observed ones are those of the density itself; the expected ones are never
negative, and stand in where the observed ones do not make a covariance.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import log_ndtr

from onrecord.measures.ideal_points.cells import ABSTAIN, NO, YES, Cells
from onrecord.measures.ideal_points.likelihood import log_probability

_LOG_ROOT_2_PI = 0.5 * np.log(2.0 * np.pi)
_STIFFEST = np.log(1e6)


@dataclass(frozen=True, eq=False)
class Information:
    """Minus the second derivatives of each cell's log-likelihood, float64 arrays with one entry for each cell.

    ``node`` is by the point θ twice, ``cross`` (shape: cells, 3) by θ and slope, lower and upper cutpoint, ``item``
    (shape: cells, 3, 3) by the three twice.
    """

    node: np.ndarray
    cross: np.ndarray
    item: np.ndarray


@dataclass(frozen=True, eq=False)
class Derivatives:
    """Derivatives of each cell's log-likelihood by its lower (l) and upper (h) cutpoint, each less slope times θ.

    ``first`` has the shape (2, cells), by l and h; ``second`` (3, cells), by ll, lh and hh; ``third`` (4, cells), by
    lll, llh, lhh and hhh.
    """

    first: np.ndarray
    second: np.ndarray
    third: np.ndarray


def derivatives(cells: Cells, theta: np.ndarray, items: np.ndarray) -> Derivatives:
    """Return the derivatives at the positions taken. ``items`` (items, 3): slope, lower and upper cutpoint."""
    point, (slope, cut_1, cut_2) = theta[cells.nodes.of_cell], items[cells.item].T
    low, high = cut_1 - slope * point, cut_2 - slope * point
    probability = log_probability(cells.position, slope, cut_1, cut_2, point)
    at_low, at_high = (np.exp(-0.5 * cut**2 - _LOG_ROOT_2_PI - probability) for cut in (low, high))
    yes, abstain, no = (cells.position == one for one in (YES, ABSTAIN, NO))
    by_low = np.where(yes, at_low, 0.0) - np.where(abstain, at_low, 0.0)
    by_high = np.where(abstain, at_high, 0.0) - np.where(no, at_high, 0.0)
    low_low, both, high_high = -low * by_low - by_low**2, -by_low * by_high, -high * by_high - by_high**2
    third = (
        -by_low - low * low_low - 2.0 * by_low * low_low,
        -low * both - 2.0 * by_low * both,
        -high * both - 2.0 * by_high * both,
        -by_high - high * high_high - 2.0 * by_high * high_high,
    )
    return Derivatives(np.stack([by_low, by_high]), np.stack([low_low, both, high_high]), np.stack(third))


def observed(cells: Cells, theta: np.ndarray, items: np.ndarray, found: Derivatives) -> Information:
    """Return what each position taken tells."""
    return _information(cells, theta, items, -found.second, found.first.sum(axis=0))


def expected(cells: Cells, theta: np.ndarray, items: np.ndarray) -> Information:
    """Return what each position is expected to tell, whichever it is."""
    point, (slope, cut_1, cut_2) = theta[cells.nodes.of_cell], items[cells.item].T
    low, high = cut_1 - slope * point, cut_2 - slope * point
    at_low, at_high = (-0.5 * cut**2 - _LOG_ROOT_2_PI for cut in (low, high))
    yes, no = log_ndtr(low), log_ndtr(-high)
    abstain = log_probability(np.full(cells.n, ABSTAIN), slope, cut_1, cut_2, point)
    # Where the cutpoints meet, nobody abstains: the two move as one, and only what yes and no tell is left.
    abstain = np.maximum(abstain, np.maximum(at_low, at_high) - _STIFFEST)
    second = (
        np.exp(2.0 * at_low - yes) + np.exp(2.0 * at_low - abstain),
        -np.exp(at_low + at_high - abstain),
        np.exp(2.0 * at_high - no) + np.exp(2.0 * at_high - abstain),
    )
    return _information(cells, theta, items, np.stack(second), np.zeros(cells.n))


def _information(
    cells: Cells, theta: np.ndarray, items: np.ndarray, second: np.ndarray, first: np.ndarray
) -> Information:
    """Return second derivatives by θ, slope and cutpoints, from those by the cutpoints less slope times θ."""
    point, slope = theta[cells.nodes.of_cell], items[cells.item, 0]
    low_low, both, high_high = second
    by_low, by_high = low_low + both, high_high + both
    whole = by_low + by_high
    cross = np.stack([slope * point * whole + first, -slope * by_low, -slope * by_high], axis=1)
    item = np.empty((cells.n, 3, 3))
    item[:, 0, 0] = point**2 * whole
    item[:, 0, 1] = item[:, 1, 0] = -point * by_low
    item[:, 0, 2] = item[:, 2, 0] = -point * by_high
    item[:, 1, 1], item[:, 2, 2] = low_low, high_high
    item[:, 1, 2] = item[:, 2, 1] = both
    return Information(slope**2 * whole, cross, item)
