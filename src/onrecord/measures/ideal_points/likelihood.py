"""The ordinal probit: how likely a position is, given a state's point and an item's slope and two cutpoints.

A position is yes if b·θ + e < c1, no if b·θ + e > c2, and an abstention between, with e standard normal. Written with
numpy and in logarithms, exact in the tails: what the fast kernels are held to, and what held-out positions are
scored with.
"""

import numpy as np
from scipy.special import log_ndtr

from onrecord.measures.ideal_points.cells import ABSTAIN, NO, YES


def log_probability(
    position: np.ndarray, slope: np.ndarray, cut_1: np.ndarray, cut_2: np.ndarray, theta: np.ndarray
) -> np.ndarray:
    """Return the natural logarithm of each position's probability; arguments have one length or broadcast to it."""
    mean = slope * theta
    low, high = cut_1 - mean, cut_2 - mean
    return np.select(
        [position == YES, position == ABSTAIN, position == NO],
        [log_ndtr(low), _log_between(low, high), log_ndtr(-high)],
    )


def _log_between(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Return log(Φ(high) - Φ(low)), each difference taken on the side where it loses nothing."""
    flipped = low > 0
    below, above = np.where(flipped, -high, low), np.where(flipped, -low, high)
    top, bottom = log_ndtr(above), log_ndtr(below)
    with np.errstate(divide="ignore"):
        return top + np.log1p(-np.exp(np.minimum(bottom - top, 0.0)))


def probabilities(slope: np.ndarray, cut_1: np.ndarray, cut_2: np.ndarray, theta: np.ndarray) -> np.ndarray:
    """Return the probabilities of yes, abstain and no, in a last axis of length 3."""
    positions = (YES, ABSTAIN, NO)
    return np.stack(
        [np.exp(log_probability(np.asarray(one), slope, cut_1, cut_2, theta)) for one in positions], axis=-1
    )
