"""The posterior's density apart from the likelihood: the priors of ``fit.Options``, and the scale they are on.

The priors hold for points of mean 0 and standard deviation 1 over all nodes (``scale``); that is part of the model, and
the mode of this density is what ``fit`` finds. A sampler moves more freely without the condition. So the points that it
moves are m + s·θ, the slopes b/s and the cuts c + b·m/s, of equal likelihood, where m and s are two numbers more, drawn
by themselves: m and log s are normal around 0, with a standard deviation of 1/√nodes, at least 0.05. This is parameter
expansion (Liu and Wu, "Parameter Expansion for Data Augmentation", Journal of the American Statistical Association 94,
1999); each draw is brought back to mean 0 and standard deviation 1, and m and s are forgotten.
"""

import math
from typing import NamedTuple

import numpy as np

from onrecord.measures.ideal_points.compiling import compiled

N, TOTAL, SQUARES, FIRSTS, FIRST_TOTAL, FIRST_SQUARES, STEPS, ITEMS, SLOPES, SKEW, CUTS = range(11)
"""What the density needs of points and items, as places of one array of sums (``sums_after``)."""
NOWHERE = 0, 0, 1.0, 0.0
"""The move that moves nothing."""
MOST = 400.0
"""The largest precision of m and log s: held tighter, many points could drift together by small steps only."""


class Tied(NamedTuple):
    """What ties points: where paths begin, the walk's precisions (``paths.Walk``), and when points and items are.

    ``period`` is the number of each point's period among all periods, from 0 without gaps; ``first_period`` that of
    the first vote on each item. ``variances`` are those of the priors of slopes and of cuts.
    """

    begins: np.ndarray
    first: np.ndarray
    step: np.ndarray
    period: np.ndarray
    first_period: np.ndarray
    variances: np.ndarray


@compiled
def sums_after(tied, move, points, items, sums):
    """Write the sums that ``log_prior`` takes, as they are after a move; return moved points less moved items.

    ``move`` is (begin, end, stretch, shift): points of the periods from ``begin`` to before ``end`` become stretch·θ +
    shift, and the items first voted on then go with them. NOWHERE moves nothing.
    """
    begin, end, stretch, shift = move
    sums[:] = 0.0
    sums[N], sums[ITEMS] = len(points), len(items)
    moved, before = 0, 0.0
    for k in range(len(points)):
        x, pull = points[k], tied.first[k]
        if begin <= tied.period[k] < end:
            x = stretch * x + shift
            moved += 1
        sums[TOTAL] += x
        sums[SQUARES] += x * x
        sums[FIRSTS] += pull
        sums[FIRST_TOTAL] += pull * x
        sums[FIRST_SQUARES] += pull * x * x
        sums[STEPS] += tied.step[k] * (x - before) * (x - before)
        before = x
    for j in range(len(items)):
        slope, cut_1, cut_2 = items[j, 0], items[j, 1], items[j, 2]
        if begin <= tied.first_period[j] < end:
            slope /= stretch
            cut_1 += slope * shift
            cut_2 += slope * shift
            moved -= 1
        sums[SLOPES] += slope * slope
        sums[SKEW] += slope * (cut_1 + cut_2)
        sums[CUTS] += cut_1 * cut_1 + cut_2 * cut_2
    return moved


@compiled
def centre_and_scale(sums):
    """Return m and s: mean and standard deviation of the points."""
    centre = sums[TOTAL] / sums[N]
    return centre, math.sqrt(max(sums[SQUARES] / sums[N] - centre * centre, 1e-300))


@compiled
def log_prior(sums, variances):
    """Return the log density of points and items as they are moved, without the spacing of cuts and the constant.

    ``volume`` is the change of volume: as s grows, the points have more room in their nodes - 2 other directions, the
    slopes less; one more s is that of the density of s itself.
    """
    m, s = centre_and_scale(sums)
    log_s = math.log(s)
    walk = sums[FIRST_SQUARES] - 2 * m * sums[FIRST_TOTAL] + m * m * sums[FIRSTS] + sums[STEPS]
    slopes = s * s * sums[SLOPES] / variances[0]
    cuts = (sums[CUTS] - 2 * m * sums[SKEW] + 2 * m * m * sums[SLOPES]) / variances[1]
    volume = (sums[ITEMS] - sums[N] + 1) * log_s
    return -0.5 * (walk / (s * s) + slopes + cuts + min(sums[N], MOST) * (m * m + log_s * log_s)) + volume


def pull(sums: np.ndarray, variances: np.ndarray) -> np.ndarray:
    """Return how ``log_prior`` grows with Σx and with Σx² of the points, through m and s; shape (2,)."""
    m, s = centre_and_scale(sums)
    precision = min(sums[N], MOST)
    walk = sums[FIRST_SQUARES] - 2 * m * sums[FIRST_TOTAL] + m * m * sums[FIRSTS] + sums[STEPS]
    by_m = (sums[FIRST_TOTAL] - m * sums[FIRSTS]) / s**2 - precision * m
    by_m += (sums[SKEW] - 2 * m * sums[SLOPES]) / variances[1]
    by_s = walk / s**3 - s * sums[SLOPES] / variances[0]
    by_s += (sums[ITEMS] - sums[N] + 1 - precision * math.log(s)) / s
    # m = Σx/n and s² = Σx²/n - m².
    return np.array([by_m - by_s * m / s, 0.5 * by_s / s]) / sums[N]
