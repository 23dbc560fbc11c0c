"""The compiled loops that draw stretches of paths from a normal approximation, and say how likely a draw was.

A stretch is some points of one path that follow each other: ``stretches`` has a row for each, where it begins and ends
among all points. Given the points around it, its precision matrix A is tridiagonal, with -``beside`` next to the
diagonal. It is decomposed as L·P·Lᵀ, P diagonal: one pass forward, and a draw is one pass back.
"""

import math

import numpy as np

from onrecord.measures.ideal_points.compiling import compiled


@compiled
def draw_stretches(stretches, beside, normal, random, drawn, log_density):
    """Draw the steps of each stretch from N(A⁻¹·g, A⁻¹) to ``drawn``, and their log density (no constant).

    ``normal`` is the diagonal of A and the gradient g at all points, ``random`` a standard normal number for each.
    """
    diagonal, gradient = normal
    pivots = np.empty(len(diagonal))
    for at in range(len(stretches)):
        begin, end = stretches[at]
        density = 0.0
        for k in range(begin, end):
            pivots[k], whitened = diagonal[k], gradient[k]
            if k > begin:
                pivots[k] -= beside[k] * beside[k] / pivots[k - 1]
                whitened += beside[k] * drawn[k - 1]
            drawn[k] = whitened / pivots[k]
            density += 0.5 * math.log(pivots[k]) - 0.5 * random[k] * random[k]
        log_density[at] = density
        for k in range(end - 1, begin - 1, -1):
            drawn[k] += random[k] / math.sqrt(pivots[k])
            if k + 1 < end:
                drawn[k] += beside[k + 1] / pivots[k] * drawn[k + 1]


@compiled
def density_of_stretches(stretches, beside, normal, step, log_density):
    """Write the log density (no constant) with which ``draw_stretches`` draws a step, by stretch."""
    diagonal, gradient = normal
    for at in range(len(stretches)):
        begin, end = stretches[at]
        density, pivot, mean = 0.0, 1.0, 0.0
        for k in range(begin, end):
            behind = beside[k] if k > begin else 0.0
            pivot = diagonal[k] - behind * behind / pivot
            mean = (gradient[k] + behind * mean) / pivot
            distance = step[k] - mean
            if k + 1 < end:
                distance -= beside[k + 1] / pivot * step[k + 1]
            density += 0.5 * math.log(pivot) - 0.5 * pivot * distance * distance
        log_density[at] = density
