"""The drift of origin and scale between periods: the directions in which the votes themselves hardly hold the points.

If all points of a period move by α + γ·θ and the slopes and cuts of its own items go along, no probability changes;
only the walk and the items voted on in several periods hold the scale of one period to that of another. Steps that
move items and points in turn creep along these directions. Here origin and scale of every period move together with
all items, in one Newton step: for a call in period s the item's parameters look moved by T·δ, δ = (α, γ) and
T = [[0, b], [-b, 0], [-b, 0]], so that the sums of each call hold all that is needed.
"""

import numpy as np

from onrecord.measures.ideal_points.compiling import compiled


@compiled
def drift_system(calls, sums, items, solved, system):
    """Add what the votes say of the drift to the system's matrix (2 × periods, squared) and right side.

    ``calls`` are where each item's calls begin and the period of each call, from 0 on; ``solved`` is what
    item_steps.solve_items wrote. Items are eliminated. α of period s stands at 2s, γ at 2s + 1.
    """
    begins, period = calls
    inverse, ahead = solved
    matrix, right = system
    for j in range(len(items)):
        for call in range(begins[j], begins[j + 1]):
            at = 2 * period[call]
            alpha, gamma = moved_by(sums[call], items[j, 0])
            add_call(sums[call], items[j, 0], at, system)
            right[at] -= dot(alpha, ahead[j])
            right[at + 1] -= dot(gamma, ahead[j])
            alpha, gamma = times(inverse[j], alpha), times(inverse[j], gamma)
            for other in range(begins[j], begins[j + 1]):
                to = 2 * period[other]
                its_alpha, its_gamma = moved_by(sums[other], items[j, 0])
                matrix[at, to] -= dot(alpha, its_alpha)
                matrix[at, to + 1] -= dot(alpha, its_gamma)
                matrix[at + 1, to] -= dot(gamma, its_alpha)
                matrix[at + 1, to + 1] -= dot(gamma, its_gamma)


@compiled
def add_call(one, slope, at, system):
    """Add what one call says by itself, its item's parameters held: T'·g to the right side, T'·H·T to the matrix."""
    matrix, right = system
    alpha, gamma = moved_by(one, slope)
    right[at] -= slope * (one[1] + one[2])
    right[at + 1] += slope * one[0]
    matrix[at, at] -= slope * (alpha[1] + alpha[2])
    matrix[at, at + 1] += slope * alpha[0]
    matrix[at + 1, at] += slope * alpha[0]
    matrix[at + 1, at + 1] += slope * gamma[0]


@compiled
def moved_by(one, slope):
    """Return H·T of a call: how the gradient by slope and cuts changes with α and with γ."""
    alpha = (-slope * (one[4] + one[5]), -slope * (one[6] + one[7]), -slope * (one[7] + one[8]))
    return alpha, (slope * one[3], slope * one[4], slope * one[5])


@compiled
def dot(a, b):
    """Return the inner product of two triples."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


@compiled
def times(m, v):
    """Return the product of a symmetric matrix (six numbers) and a triple."""
    return (
        m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
        m[1] * v[0] + m[3] * v[1] + m[4] * v[2],
        m[2] * v[0] + m[4] * v[1] + m[5] * v[2],
    )


@compiled
def walk_system(points, period, first, step, system):
    """Add what the walk's prior says of the drift: how far it would tear points from the ones before."""
    matrix, right = system
    for p in range(len(points)):
        at = 2 * period[p]
        x = points[p]
        if first[p] > 0:
            add_square(matrix, right, at, at, (first[p], -x, x, 0.0))
        if step[p] > 0:
            add_square(matrix, right, at, 2 * period[p - 1], (step[p], points[p - 1] - x, x, points[p - 1]))


@compiled
def add_square(matrix, right, at, before, term):
    """Add one squared difference, weight·(move here - move before - wanted)², to the system.

    ``term`` is the weight, the wanted difference and the points here and before; a first point has none before, which
    is the same place given twice.
    """
    weight, wanted, x, y = term
    places = (at, at + 1, before, before + 1)
    factors = (1.0, x, -1.0, -y)
    n = 2 if at == before else 4
    for i in range(n):
        right[places[i]] += weight * wanted * factors[i]
        for k in range(n):
            matrix[places[i], places[k]] += weight * factors[i] * factors[k]


@compiled
def follow(calls, sums, items, solved, drift):
    """Change the items' Newton steps to go along with the drift."""
    begins, period = calls
    inverse, ahead = solved
    for j in range(len(items)):
        t0 = t1 = t2 = 0.0
        for call in range(begins[j], begins[j + 1]):
            alpha, gamma = moved_by(sums[call], items[j, 0])
            a, g = drift[2 * period[call]], drift[2 * period[call] + 1]
            t0 += a * alpha[0] + g * gamma[0]
            t1 += a * alpha[1] + g * gamma[1]
            t2 += a * alpha[2] + g * gamma[2]
        m = inverse[j]
        ahead[j, 0] -= m[0] * t0 + m[1] * t1 + m[2] * t2
        ahead[j, 1] -= m[1] * t0 + m[3] * t1 + m[4] * t2
        ahead[j, 2] -= m[2] * t0 + m[4] * t1 + m[5] * t2


def solve_drift(matrix: np.ndarray, right: np.ndarray, points: np.ndarray, period: np.ndarray) -> np.ndarray:
    """Return the drift that solves the system and leaves mean and standard deviation of all points as they are."""
    kept = np.empty((len(right), 2))
    kept[0::2, 0] = np.bincount(period)
    kept[1::2, 0] = kept[0::2, 1] = np.bincount(period, points)
    kept[1::2, 1] = np.bincount(period, points**2)
    solved = np.linalg.solve(matrix, np.column_stack([right, kept]))
    step, held = solved[:, 0], solved[:, 1:]
    return step - held @ np.linalg.solve(kept.T @ held, kept.T @ step)
