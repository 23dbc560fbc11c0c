"""Whether chains of draws have arrived at one distribution, and how many independent draws they are worth.

Rank-normalised split R-hat, bulk and tail effective sample size, after Vehtari, Gelman, Simpson, Carpenter and Bürkner
("Rank-Normalization, Folding, and Localization: An Improved R̂ for Assessing Convergence of MCMC", Bayesian Analysis
16, 2021). An R-hat of at most 1.01 and an effective size of at least 400 is what they ask for.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri
from scipy.stats import rankdata

from onrecord.vocabulary.errors import NotEstimable

FEWEST = 8
"""Draws of a chain under which halves are too short to say anything."""
BLOCK = 500
"""How many quantities are worked on at once, so that memory stays small."""


@dataclass(frozen=True, slots=True, eq=False)
class Convergence:
    """For each quantity its R-hat and its effective numbers of draws, of the centre (bulk) and of the 5 % tails.

    A quantity that never changes has no R-hat: all three are NaN.
    """

    rhat: np.ndarray
    bulk: np.ndarray
    tail: np.ndarray

    @property
    def worst_rhat(self) -> float:
        """The largest R-hat."""
        return float(np.nanmax(self.rhat))

    @property
    def least(self) -> float:
        """The smallest effective number of draws, of bulk and tails."""
        return float(min(np.nanmin(self.bulk), np.nanmin(self.tail)))

    @property
    def reached(self) -> bool:
        """Whether every R-hat is at most 1.01 and every effective number of draws at least 400."""
        return self.worst_rhat <= 1.01 and self.least >= 400


def convergence(draws: np.ndarray) -> Convergence:
    """Return R-hat and effective numbers of draws; ``draws`` has shape (chains, draws, quantities).

    Raises NotEstimable where chains are shorter than 8 draws.
    """
    if draws.shape[1] < FEWEST:
        raise NotEstimable("convergence", f"chains of at least {FEWEST} draws", f"chains of {draws.shape[1]}")
    found = [_of_block(draws[:, :, first : first + BLOCK]) for first in range(0, draws.shape[2], BLOCK)]
    return Convergence(*(np.concatenate(one) for one in zip(*found, strict=True)))


def _of_block(draws: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    # float64: the products of float32 would lose what the autocovariances are made of.
    halves = split(np.moveaxis(draws, 2, 0).astype(np.float64))
    flat = halves.reshape(len(halves), -1)
    constant = flat.max(axis=1) == flat.min(axis=1)
    folded = np.abs(halves - np.median(flat, axis=1)[:, None, None])
    normal = rank_normal(halves)
    with np.errstate(invalid="ignore", divide="ignore"):
        rhat = np.maximum(potential_reduction(normal), potential_reduction(rank_normal(folded)))
        bulk = effective(normal)
        low, high = np.quantile(flat, (0.05, 0.95), axis=1)
        tails = [effective((halves <= at[:, None, None]).astype(np.float64)) for at in (low, high)]
    tail = np.minimum(*tails)
    rhat, bulk, tail = np.where(constant, np.nan, np.stack([rhat, bulk, tail]))
    return rhat, bulk, tail


def split(draws: np.ndarray) -> np.ndarray:
    """Return each chain as two: shape (quantities, chains, draws) to (quantities, 2·chains, draws // 2)."""
    half = draws.shape[2] // 2
    return np.concatenate([draws[:, :, :half], draws[:, :, -half:]], axis=1)


def rank_normal(draws: np.ndarray) -> np.ndarray:
    """Return the normal scores of the ranks among all draws of a quantity: Φ⁻¹((r - 3/8)/(S + 1/4))."""
    flat = draws.reshape(len(draws), -1)
    ranks = rankdata(flat, axis=1)
    return ndtri((ranks - 0.375) / (flat.shape[1] + 0.25)).reshape(draws.shape)


def potential_reduction(draws: np.ndarray) -> np.ndarray:
    """Return R-hat of each quantity: √(variance of all chains together / variance within them)."""
    n = draws.shape[2]
    within = draws.var(axis=2, ddof=1).mean(axis=1)
    between = draws.mean(axis=2).var(axis=1, ddof=1)
    return np.sqrt((within * (n - 1) / n + between) / within)


def effective(draws: np.ndarray) -> np.ndarray:
    """Return the effective number of draws of each quantity, from the autocorrelations of all chains together.

    The sum of autocorrelations is cut where the sum of a pair first falls under zero, and pairs are made to decrease
    (Geyer, "Practical Markov Chain Monte Carlo", Statistical Science 7, 1992). At most S·log10(S) for S draws.
    """
    chains, n = draws.shape[1:]
    covariance = _autocovariance(draws)
    within = covariance[:, :, 0].mean(axis=1) * n / (n - 1)
    total = within * (n - 1) / n + draws.mean(axis=2).var(axis=1, ddof=1)
    correlation = 1 - (within[:, None] - covariance.mean(axis=1)) / total[:, None]
    correlation[:, 0] = 1.0
    pairs = correlation[:, : n // 2 * 2].reshape(len(draws), -1, 2).sum(axis=2)
    positive = np.logical_and.accumulate(pairs > 0, axis=1)
    length = -1 + 2 * np.where(positive, np.minimum.accumulate(pairs, axis=1), 0).sum(axis=1)
    draws_in_all = chains * n
    return draws_in_all / np.maximum(length, 1 / np.log10(draws_in_all))


def _autocovariance(draws: np.ndarray) -> np.ndarray:
    """Return the autocovariances of each chain at each lag, sums divided by n, by Fourier transform."""
    n = draws.shape[2]
    length = 2 ** int(np.ceil(np.log2(2 * n)))
    centred = draws - draws.mean(axis=2, keepdims=True)
    spectrum = np.fft.rfft(centred, length, axis=2)
    return np.fft.irfft(np.abs(spectrum) ** 2, length, axis=2)[:, :, :n] / n
