"""The Newton step of each item's slope and cuts, with the points where they are.

An item may have been voted on in several periods: ``begins`` says where the calls of each item begin among all calls,
which are sorted by item. Symmetric 3 × 3 matrices are kept as six numbers: 00, 01, 02, 11, 12, 22.
"""

import math

from onrecord.measures.ideal_points.compiling import compiled


@compiled
def solve_items(begins, sums, items, precisions, inverse, ahead):
    """Write each item's inverse curvature (items, 6) and Newton step (items, 3); return the largest decrement.

    ``sums`` are those of kernels.item_sums for each call; ``precisions`` are those of slope and cuts around 0, and the
    power of (cut_2 - cut_1) in the prior. The decrement √(gᵀH⁻¹g) is an item's distance from its best values, in
    standard errors.
    """
    of_slope, of_cut, spacing = precisions
    largest = 0.0
    for j in range(len(items)):
        slope, cut_1, cut_2 = items[j, 0], items[j, 1], items[j, 2]
        pull, bend = spacing / (cut_2 - cut_1), spacing / (cut_2 - cut_1) ** 2
        g0, g1, g2 = -slope * of_slope, -cut_1 * of_cut - pull, -cut_2 * of_cut + pull
        a, b, c, d, e, f = of_slope, 0.0, 0.0, of_cut + bend, -bend, of_cut + bend
        for call in range(begins[j], begins[j + 1]):
            one = sums[call]
            g0 += one[0]
            g1 += one[1]
            g2 += one[2]
            a += one[3]
            b += one[4]
            c += one[5]
            d += one[6]
            e += one[7]
            f += one[8]
        m = inverse[j]
        m[0], m[1], m[2] = d * f - e * e, c * e - b * f, b * e - c * d
        m[3], m[4], m[5] = a * f - c * c, b * c - a * e, a * d - b * b
        m /= a * m[0] + b * m[1] + c * m[2]
        ahead[j, 0] = m[0] * g0 + m[1] * g1 + m[2] * g2
        ahead[j, 1] = m[1] * g0 + m[3] * g1 + m[4] * g2
        ahead[j, 2] = m[2] * g0 + m[4] * g1 + m[5] * g2
        largest = max(largest, ahead[j, 0] * g0 + ahead[j, 1] * g1 + ahead[j, 2] * g2)
    return math.sqrt(largest)


@compiled
def move_items(items, ahead, moved):
    """Write items after a step to ``moved``: none farther than 2, leaving a tenth of the cuts' distance."""
    for j in range(len(items)):
        s0, s1, s2 = ahead[j, 0], ahead[j, 1], ahead[j, 2]
        distance = items[j, 2] - items[j, 1]
        part = min(1.0, 2.0 / max(abs(s0), abs(s1), abs(s2), 1e-300))
        while distance + part * (s2 - s1) < 0.1 * distance:
            part *= 0.5
        moved[j, 0], moved[j, 1], moved[j, 2] = (
            items[j, 0] + part * s0,
            items[j, 1] + part * s1,
            items[j, 2] + part * s2,
        )
        moved[j, 3] = 0.0
