"""The compiled loops that draw every state's whole path at once, from places on lattices laid through where it is.

Each point may go to any place of its own short lattice, one of which is where it stands. Of all paths through these
places one is drawn with the probability it has: filter forward, sample backward. It is an embedded hidden Markov model
(Neal, "Markov Chain Sampling for Non-linear State Space Models Using Embedded Hidden Markov Models", University of
Toronto, 2003). Nothing is taken to be normal, so states at an end of the line, whose votes hardly say how far out they
stand, move as freely as others.
"""

import math

import numpy as np

from onrecord.measures.ideal_points.compiling import compiled
from onrecord.measures.ideal_points.posterior_density import (
    FIRST_SQUARES,
    FIRST_TOTAL,
    SQUARES,
    STEPS,
    TOTAL,
    log_prior,
)


@compiled
def draw_paths(tied, lattice, weight, uniform, drawn):
    """Draw a path through the lattices for each state to ``drawn``.

    ``lattice`` and ``weight`` have shape (points, places): where each place is, and the logarithm of its weight without
    the walk's steps, which are in ``tied``; ``weight`` is overwritten. ``uniform`` has a uniform number for each point.
    """
    for at in range(len(tied.begins) - 1):
        begin, end = tied.begins[at], tied.begins[at + 1]
        for k in range(begin, end):
            weight[k] = np.exp(weight[k] - weight[k].max())
            if k > begin:
                least = shortest(lattice[k - 1], lattice[k], tied.step[k])
                for place in range(lattice.shape[1]):
                    weight[k, place] *= reached(lattice[k - 1], weight[k - 1], lattice[k, place], tied.step[k], least)
            weight[k] /= weight[k].sum()
        drawn[end - 1] = chosen(lattice[end - 1], weight[end - 1], uniform[end - 1])
        for k in range(end - 2, begin - 1, -1):
            least = shortest(lattice[k], lattice[k + 1], tied.step[k + 1])
            for place in range(lattice.shape[1]):
                weight[k, place] *= math.exp(least - 0.5 * tied.step[k + 1] * (drawn[k + 1] - lattice[k, place]) ** 2)
            drawn[k] = chosen(lattice[k], weight[k], uniform[k])


@compiled
def shortest(places, to, step):
    """Return what the shortest step from one of the places to one of the next costs; ``step`` is its precision."""
    least = np.inf
    for there in to:
        for here in places:
            least = min(least, abs(there - here))
    return 0.5 * step * least**2


@compiled
def reached(places, weights, to, step, least):
    """Return how much weight comes to ``to`` from the places before it, as a multiple of exp(-``least``).

    Taken from the library's exponential: a leap of many standard deviations is unlikely by its full measure, and which
    of two leaps is taken is decided by just that.
    """
    total = 0.0
    for place in range(len(places)):
        total += weights[place] * math.exp(least - 0.5 * step * (to - places[place]) ** 2)
    return total


@compiled
def chosen(places, weights, uniform):
    """Return one of the places, drawn by its weight."""
    left, place = uniform * weights.sum(), 0
    while place < len(places) - 1 and left >= weights[place]:
        left -= weights[place]
        place += 1
    return places[place]


@compiled
def accept_paths(tied, pull, drawn, uniform, points, sums):
    """Take each path drawn or leave it, in turn; return which part was taken.

    What ``draw_paths`` does not know of a path is how it changes the scale that all other points are on, but for the
    weight ``pull[0]``·x + ``pull[1]``·x² of each point. ``uniform`` has the logarithm of a uniform number for each
    path; ``points`` and ``sums`` (posterior_density) are changed in place.
    """
    tried, taken = sums.copy(), 0
    for at in range(len(tied.begins) - 1):
        tried[:] = sums
        known = 0.0
        for k in range(tied.begins[at], tied.begins[at + 1]):
            old, new = points[k], drawn[k]
            more, squares, first = new - old, new * new - old * old, tied.first[k]
            tried[TOTAL] += more
            tried[SQUARES] += squares
            tried[FIRST_TOTAL] += first * more
            tried[FIRST_SQUARES] += first * squares
            known += pull[0] * more + pull[1] * squares - 0.5 * first * squares
            if k > tied.begins[at]:
                steps = tied.step[k] * ((new - drawn[k - 1]) ** 2 - (old - points[k - 1]) ** 2)
                tried[STEPS] += steps
                known -= 0.5 * steps
        if uniform[at] < log_prior(tried, tied.variances) - log_prior(sums, tied.variances) - known:
            for k in range(tied.begins[at], tied.begins[at + 1]):
                points[k] = drawn[k]
            sums[:] = tried
            taken += 1
    return taken / (len(tied.begins) - 1)
