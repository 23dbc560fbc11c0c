"""Proposals for the slope and cuts of all items at once: a normal distribution around one Newton step.

This is the proposal of Gamerman ("Sampling from the Posterior Distribution in Generalized Linear Mixed Models",
Statistics and Computing 7, 1997). It integrates over the latent scores instead of drawing them, so cuts need no step of
their own. The distance between the cuts comes first, from a normal distribution cut off at zero; then slope and first
cut given it.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import log_ndtr, ndtri_exp


@dataclass(frozen=True, eq=False)
class ItemProposal:
    """Normal distributions around one Newton step from each item's present place, in (distance, cut_1, slope).

    ``distance`` and ``spread`` are mean and standard deviation of the cuts' distance before it is cut off at zero.
    ``rest`` (2, items) is the mean of cut_1 and slope where the distance is ``distance``, ``lean`` (2, items) how it
    falls as the distance grows; ``root`` (cut_1, cut_1·slope, slope) is the Cholesky root of their precision.
    """

    distance: np.ndarray
    spread: np.ndarray
    rest: np.ndarray
    lean: np.ndarray
    root: tuple[np.ndarray, np.ndarray, np.ndarray]

    def draw(self, random: np.random.Generator) -> np.ndarray:
        """Return one draw for each item, shape (items, 4) as in ``kernels``."""
        n = len(self.distance)
        uniform = np.log1p(-random.random(n)) + log_ndtr(self.distance / self.spread)
        distance = self.distance - self.spread * ndtri_exp(uniform)
        first, second = random.standard_normal((2, n))
        one, mixed, two = self.root
        slope = second / two
        cut = (first - mixed * slope) / one
        cut, slope = np.stack([cut, slope]) + self.rest - self.lean * (distance - self.distance)
        return np.stack([slope, cut, cut + distance, np.zeros(n)], axis=1)

    def log_density(self, items: np.ndarray) -> np.ndarray:
        """Return the log density of items under the proposal, without its constant."""
        distance = items[:, 2] - items[:, 1]
        away = (distance - self.distance) / self.spread
        cut, slope = np.stack([items[:, 1], items[:, 0]]) - self.rest + self.lean * (distance - self.distance)
        one, mixed, two = self.root
        squares = away**2 + (one * cut + mixed * slope) ** 2 + (two * slope) ** 2
        return np.log(one * two / self.spread) - log_ndtr(self.distance / self.spread) - 0.5 * squares


def item_proposal(sums: np.ndarray, items: np.ndarray, variances: np.ndarray) -> ItemProposal:
    """Return the proposals from items at their place; ``sums`` as ``kernels.item_sums`` writes them there."""
    slope, cut_1, cut_2 = items[:, 0], items[:, 1], items[:, 2]
    by_slope, by_cut = 1 / variances
    g_slope, g_1, g_2 = sums[:, 0] - by_slope * slope, sums[:, 1] - by_cut * cut_1, sums[:, 2] - by_cut * cut_2
    h_11, h_12, h_22 = sums[:, 6] + by_cut, sums[:, 7], sums[:, 8] + by_cut
    one = np.sqrt(h_11 + 2 * h_12 + h_22)
    mixed = (sums[:, 4] + sums[:, 5]) / one
    two = np.sqrt(sums[:, 3] + by_slope - mixed**2)
    root = one, mixed, two
    lean = _solved(root, np.stack([h_12 + h_22, sums[:, 5]]))
    gradient = np.stack([g_1 + g_2, g_slope])
    precision = h_22 - lean[0] * (h_12 + h_22) - lean[1] * sums[:, 5]
    far = (g_2 - (lean * gradient).sum(axis=0)) / precision
    rest = np.stack([cut_1, slope]) + _solved(root, gradient) - lean * far
    return ItemProposal(cut_2 - cut_1 + far, 1 / np.sqrt(precision), rest, lean, root)


def _solved(root: tuple[np.ndarray, np.ndarray, np.ndarray], right: np.ndarray) -> np.ndarray:
    """Solve with the matrix that has this Cholesky root, for each item."""
    one, mixed, two = root
    first = right[0] / one
    second = (right[1] - mixed * first) / two**2
    return np.stack([(first - mixed * second) / one, second])
