"""The compiled loops of the moves that let scale and origin drift between periods.

All points from a period on, or all before it, are stretched and shifted, and the items first voted on there go with
them, so that only items voted on before and after (bridges) and the steps over that border become more or less likely.
Without such moves a chain takes very long to try what the votes leave open. The idea is that of Liu and Sabatti
("Generalised Gibbs Sampler and Multigrid Monte Carlo for Bayesian Computation", Biometrika 87, 2000), here as a
Metropolis-Hastings step.
"""

import math
from typing import NamedTuple

import numpy as np

from onrecord.measures.ideal_points.compiling import compiled
from onrecord.measures.ideal_points.log_likelihood import of_call
from onrecord.measures.ideal_points.posterior_density import log_prior, sums_after


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
def change_of_bridges(bridges, border, move, points, items, logs):
    """Return how a move up to or from a border changes the log-likelihood of the bridges over it."""
    change = 0.0
    for at in range(bridges.begins[border], bridges.begins[border + 1]):
        change += log_of_moved(bridges, at, move, points, items) - logs[bridges.call[at]]
    return change


@compiled
def log_of_moved(bridges, at, move, points, items):
    """Return the log-likelihood of a bridge's call after a move.

    Its item is from before the border: moved itself with all before it, or left behind by the points. Stretching and
    shifting these is the same as stretching the slope and shifting the cuts.
    """
    begin, _, stretch, shift = move
    slope, cut_1, cut_2, _ = items[bridges.item[at]]
    if begin == 0:
        slope /= stretch
        moved = (slope, cut_1 + slope * shift, cut_2 + slope * shift)
    else:
        moved = (slope * stretch, cut_1 - slope * shift, cut_2 - slope * shift)
    return of_call(bridges.call_begins, bridges.of_cell, bridges.call[at], points, moved)


@compiled
def make_move(tied, move, points, items):
    """Stretch and shift the points of some periods, and the items first voted on in them."""
    begin, end, stretch, shift = move
    for k in range(len(points)):
        if begin <= tied.period[k] < end:
            points[k] = stretch * points[k] + shift
    for j in range(len(items)):
        if begin <= tied.first_period[j] < end:
            items[j, 0] /= stretch
            items[j, 1] += items[j, 0] * shift
            items[j, 2] += items[j, 0] * shift


@compiled
def move_scales(tied, bridges, draws, place):
    """Propose a move at each period after the first, take it or leave it, and write 1 or 0 for each to ``draws``.

    The part before that period or the part from it on moves, whichever has fewer points: against the others' scale it
    is the same, and the scale of all points is disturbed less. ``draws`` has shape (periods, 3): the logarithm of the
    stretch, the shift, and the logarithm of a uniform number, which is overwritten; its first row is not used.
    ``place`` is where the chain is, changed in place: points, items, sums, and the log-likelihood of each call.
    """
    points, items, sums, logs = place
    tried = sums.copy()
    for border in range(1, len(draws)):
        before = 0
        for k in range(len(points)):
            before += tied.period[k] < border
        early = 2 * before < len(points)
        begin, end = (0, border) if early else (border, len(draws))
        move = (begin, end, math.exp(draws[border, 0]), draws[border, 1])
        moved = sums_after(tied, move, points, items, tried)
        change = log_prior(tried, tied.variances) - log_prior(sums, tied.variances)
        change += moved * draws[border, 0] + change_of_bridges(bridges, border, move, points, items, logs)
        taken = draws[border, 2] < change
        draws[border, 2] = 1.0 if taken else 0.0
        if taken:
            for at in range(bridges.begins[border], bridges.begins[border + 1]):
                logs[bridges.call[at]] = log_of_moved(bridges, at, move, points, items)
            make_move(tied, move, points, items)
            sums[:] = tried
