"""The compiled loops that take or leave proposals whose effect on the scale of all points has to be weighed.

Stretches of paths, and the moves that let scale and origin drift between periods: all points from a period on are
stretched and shifted, and the items first voted on from then on go with them, so that only items voted on before and
after (bridges) and the steps over that border become more or less likely. Without such moves a chain takes very long to
try what the votes leave open. The idea is that of Liu and Sabatti ("Generalised Gibbs Sampler and Multigrid Monte Carlo
for Bayesian Computation", Biometrika 87, 2000), here as a Metropolis-Hastings step.
"""

import math
from typing import NamedTuple

import numpy as np

from onrecord.measures.ideal_points.compiling import compiled
from onrecord.measures.ideal_points.log_likelihood import of_call
from onrecord.measures.ideal_points.posterior_density import (
    FIRST_SQUARES,
    FIRST_TOTAL,
    SQUARES,
    STEPS,
    TOTAL,
    log_prior,
    sums_after,
)


class Bridges(NamedTuple):
    """The calls from each period on of items voted on before: those that weigh on period p stand from begins[p] on.

    ``item`` has the item of each of these calls. ``call_begins`` and ``of_cell`` are the cells (``layout.Sorted``).
    """

    begins: np.ndarray
    call: np.ndarray
    item: np.ndarray
    call_begins: np.ndarray
    of_cell: np.ndarray


@compiled
def accept_stretches(stretches, tied, proposed, slack, points, sums):
    """Take each proposed stretch of a path or leave it, in turn; write 1 or 0 for each to ``slack``.

    ``slack`` is, by stretch, the change of log-likelihood plus the logarithm of the ratio of the proposals' densities,
    less the logarithm of a uniform number. ``points`` and ``sums`` (posterior_density) are changed in place; outside
    the stretches ``proposed`` has to be ``points``.
    """
    tried = sums.copy()
    for at in range(len(stretches)):
        begin, end = stretches[at]
        tried[:] = sums
        for k in range(begin, end):
            old, new = points[k], proposed[k]
            tried[TOTAL] += new - old
            tried[SQUARES] += new * new - old * old
            tried[FIRST_TOTAL] += tied.first[k] * (new - old)
            tried[FIRST_SQUARES] += tied.first[k] * (new * new - old * old)
        for k in range(max(begin, 1), min(end + 1, len(points))):
            if tied.step[k] > 0:
                # The step beyond the end goes to a point that stays.
                after = proposed[k] if k < end else points[k]
                behind = proposed[k - 1] if k > begin else points[k - 1]
                tried[STEPS] += tied.step[k] * ((after - behind) ** 2 - (points[k] - points[k - 1]) ** 2)
        change = log_prior(tried, tied.variances) - log_prior(sums, tied.variances) + slack[at]
        slack[at] = 1.0 if change > 0 else 0.0
        if change > 0:
            points[begin:end] = proposed[begin:end]
            sums[:] = tried


@compiled
def change_of_bridges(bridges, move, points, items, logs):
    """Return how a move changes the log-likelihood of the bridges over its border, from ``logs`` of all calls.

    Stretching and shifting a call's points is the same as stretching its slope and shifting its cuts.
    """
    border, change = move[0], 0.0
    for at in range(bridges.begins[border], bridges.begins[border + 1]):
        change += log_of_moved(bridges, at, move, points, items) - logs[bridges.call[at]]
    return change


@compiled
def log_of_moved(bridges, at, move, points, items):
    """Return the log-likelihood of a bridge's call if its points are stretched and shifted, and its item is not."""
    _, stretch, shift = move
    item = items[bridges.item[at]]
    moved = (item[0] * stretch, item[1] - item[0] * shift, item[2] - item[0] * shift)
    return of_call(bridges.call_begins, bridges.of_cell, bridges.call[at], points, moved)


@compiled
def make_move(tied, move, points, items):
    """Stretch and shift the points from a period on, and the items first voted on from then on with them."""
    border, stretch, shift = move
    for k in range(len(points)):
        if tied.period[k] >= border:
            points[k] = stretch * points[k] + shift
    for j in range(len(items)):
        if tied.first_period[j] >= border:
            items[j, 0] /= stretch
            items[j, 1] += items[j, 0] * shift
            items[j, 2] += items[j, 0] * shift


@compiled
def move_scales(tied, bridges, draws, place):
    """Propose a move at each period after the first, take it or leave it, and write 1 or 0 for each to ``draws``.

    ``draws`` has shape (periods, 3): the logarithm of the stretch, the shift, and the logarithm of a uniform number,
    which is overwritten; its first row is not used. ``place`` is where the chain is, changed in place: points, items,
    sums, and the log-likelihood of each call.
    """
    points, items, sums, logs = place
    tried = sums.copy()
    for border in range(1, len(draws)):
        move = (border, math.exp(draws[border, 0]), draws[border, 1])
        moved = sums_after(tied, move, points, items, tried)
        change = log_prior(tried, tied.variances) - log_prior(sums, tied.variances)
        change += moved * draws[border, 0] + change_of_bridges(bridges, move, points, items, logs)
        taken = draws[border, 2] < change
        draws[border, 2] = 1.0 if taken else 0.0
        if taken:
            for at in range(bridges.begins[border], bridges.begins[border + 1]):
                logs[bridges.call[at]] = log_of_moved(bridges, at, move, points, items)
            make_move(tied, move, points, items)
            sums[:] = tried
