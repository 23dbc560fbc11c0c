"""Whether ranks are uniform: the test of calibration, on the whole distribution at once.

After Säilynoja, Bürkner and Vehtari ("Graphical Test for Discrete Uniformity and its Applications in Goodness-of-Fit
Evaluation and Multiple Sample Comparison", Statistics and Computing 32, 2022).
"""

import numpy as np
from scipy.stats import binom

SIMULATIONS = 5000


def smallest_tail(ranks: np.ndarray, draws: int) -> np.ndarray:
    """Return the statistic γ of each row of ranks (0 to ``draws``): the smallest two-sided tail of its distribution.

    At each rank the number of ranks up to it is binomial if ranks are uniform; γ is twice the smallest probability of
    a number as far out as the one found.
    """
    rows, n = ranks.shape
    counts = np.zeros((rows, draws + 1))
    np.add.at(counts, (np.arange(rows)[:, None], ranks), 1)
    below = np.cumsum(counts, axis=1)[:, :-1]
    share = np.arange(1, draws + 1) / (draws + 1)
    tails = np.minimum(binom.cdf(below, n, share), binom.sf(below - 1, n, share))
    return np.minimum(1.0, 2 * tails.min(axis=1))


def uniformity(ranks: np.ndarray, draws: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return γ of each row of ranks, and the probability of one as small if the ranks are uniform (by simulation)."""
    found = smallest_tail(ranks, draws)
    random = np.random.default_rng(seed)
    usual = smallest_tail(random.integers(0, draws + 1, (SIMULATIONS, ranks.shape[1])), draws)
    as_small = (usual[None, :] <= found[:, None] * (1 + 1e-9)).sum(axis=1)
    return found, (1 + as_small) / (1 + SIMULATIONS)
