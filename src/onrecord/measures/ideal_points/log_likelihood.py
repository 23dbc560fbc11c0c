"""The compiled loops that say how likely the positions are: what a sampler weighs a proposal by.

They go with the loops of ``kernels``, over the same layout of cells, and use the same Mills ratio. A logarithm is taken
of the product of a few probabilities at a time; what could vanish in a far tail is added apart, as -z²/2.
"""

import math

import numpy as np

from onrecord.measures.ideal_points.compiling import compiled, inlined
from onrecord.measures.ideal_points.kernels import DENSITY_AT_ZERO, ROOT_HALF, exp_minus, scaled_mills

TOGETHER = 32
"""How many probabilities are multiplied before the logarithm is taken: far from the smallest number."""


@compiled
def one_sided_parts(z):
    """Return P and s with Φ(z) = P·exp(-s)."""
    x = abs(z) * ROOT_HALF
    tail = DENSITY_AT_ZERO * scaled_mills(x) / (1.0 + 2.0 * x)
    s = x * x
    body = 1.0 - exp_minus(s) * tail
    return (tail if z < 0 else body), (s if z < 0 else 0.0)


@inlined
def between_parts(a, b):
    """Return P and s with Φ(b) - Φ(a) = P·exp(-s), for a < b, taken on the side of the nearer end."""
    middle, half = abs(a + b), b - a
    far, near = 0.5 * (middle + half) * ROOT_HALF, 0.5 * abs(middle - half) * ROOT_HALF
    s = near * near
    mills_far = exp_minus(far * far - s) * scaled_mills(far) / (1.0 + 2.0 * far)
    mills_near = scaled_mills(near) / (1.0 + 2.0 * near)
    astride = half > middle
    body = 1.0 - DENSITY_AT_ZERO * exp_minus(s) * (mills_near + mills_far)
    tail = DENSITY_AT_ZERO * (mills_near - mills_far)
    return (body if astride else tail), (0.0 if astride else s)


@compiled
def sides_of_call(points, of_cell, split, item):
    """Return the log-likelihood of the yes (before ``split``) and the no of a call; ``item`` is slope and two cuts."""
    slope, cut_1, cut_2 = item
    total = 0.0
    for begin in range(0, len(of_cell), TOGETHER):
        product = 1.0
        for k in range(begin, min(begin + TOGETHER, len(of_cell))):
            mean = slope * points[of_cell[k]]
            part, s = one_sided_parts(cut_1 - mean if k < split else mean - cut_2)
            product *= part
            total -= s
        total += math.log(product)
    return total


@compiled
def middle_of_call(points, of_cell, item):
    """Return the log-likelihood of the abstentions of a call."""
    slope, cut_1, cut_2 = item
    total = 0.0
    for begin in range(0, len(of_cell), TOGETHER):
        product = 1.0
        for k in range(begin, min(begin + TOGETHER, len(of_cell))):
            mean = slope * points[of_cell[k]]
            part, s = between_parts(cut_1 - mean, cut_2 - mean)
            product *= part
            total -= s
        total += math.log(product)
    return total


@compiled
def of_call(begins, of_cell, call, points, item):
    """Return the log-likelihood of one call's positions."""
    yes, no, middle, end = begins[3 * call], begins[3 * call + 1], begins[3 * call + 2], begins[3 * call + 3]
    found = sides_of_call(points, of_cell[yes:middle], no - yes, item)
    if end > middle:
        found += middle_of_call(points, of_cell[middle:end], item)
    return found


@compiled
def of_calls(begins, of_cell, points, items, found):
    """Write the log-likelihood of each call's positions to ``found``; ``items`` has a row for each call."""
    for call in range(len(found)):
        item = (items[call, 0], items[call, 1], items[call, 2])
        found[call] = of_call(begins, of_cell, call, points, item)


@compiled
def of_sides(cut, slope, theta):
    """Return the log-likelihood of yes and no at a point; ``cut`` and ``slope`` have their signs turned for a no."""
    total = 0.0
    for begin in range(0, len(cut), TOGETHER):
        product = 1.0
        for k in range(begin, min(begin + TOGETHER, len(cut))):
            part, s = one_sided_parts(cut[k] - slope[k] * theta)
            product *= part
            total -= s
        total += math.log(product)
    return total


@compiled
def of_middle(cut_1, cut_2, slope, theta):
    """Return the log-likelihood of abstentions at a point."""
    total = 0.0
    for begin in range(0, len(slope), TOGETHER):
        product = 1.0
        for k in range(begin, min(begin + TOGETHER, len(slope))):
            mean = slope[k] * theta
            part, s = between_parts(cut_1[k] - mean, cut_2[k] - mean)
            product *= part
            total -= s
        total += math.log(product)
    return total


@compiled
def of_places(begins, of_cell, lattice, items, found):
    """Write the log-likelihood of each point's positions at each place of its row of ``lattice`` to ``found``.

    ``items`` has a row for each call. A point's slopes and cuts are brought together first: they serve for all places.
    """
    most = 0
    for p in range(len(lattice)):
        most = max(most, begins[3 * p + 3] - begins[3 * p])
    slope, cut_1, cut_2 = np.empty(most), np.empty(most), np.empty(most)
    for p in range(len(lattice)):
        first, no, middle, end = begins[3 * p], begins[3 * p + 1], begins[3 * p + 2], begins[3 * p + 3]
        for k in range(first, end):
            call = of_cell[k]
            turned = no <= k < middle
            slope[k - first] = -items[call, 0] if turned else items[call, 0]
            cut_1[k - first] = -items[call, 2] if turned else items[call, 1]
            cut_2[k - first] = items[call, 2]
        sides, both = middle - first, end - first
        for place in range(lattice.shape[1]):
            theta = lattice[p, place]
            found[p, place] = of_sides(cut_1[:sides], slope[:sides], theta)
            if both > sides:
                found[p, place] += of_middle(cut_1[sides:both], cut_2[sides:both], slope[sides:both], theta)
