"""The compiled loops over cells: how the log-likelihood changes with items' parameters and with states' points.

Each loop works on a range of items or of points and writes to that range alone, so that two threads share the work.
Cells come sorted by item (or point) and within it by position: ``begins`` has three entries for each item, where its
yes, abstentions and no begin, and a last one.
"""

import math

import numpy as np

from onrecord.measures.ideal_points.compiling import compiled
from onrecord.measures.ideal_points.mills import CENTRE, COEFFICIENTS

C0, C1, C2, C3, C4, C5, C6, C7, C8, C9, C10, C11, C12, C13, C14 = COEFFICIENTS
E0, E1, E2, E3, E4, E5, E6, E7 = (float((-1 / 256) ** k / math.factorial(k)) for k in range(8))
ROOT_HALF, DENSITY_AT_ZERO = math.sqrt(0.5), 1 / math.sqrt(2 * math.pi)
FARTHEST = 40.0
"""Beyond it exp(-s) counts as exp(-40), 4e-18: less than the last digit of what it is added to."""


@compiled
def exp_minus(s):
    """Return exp(-s) for s ≥ 0, to 3e-9 of itself: the power series at s/256, squared eight times.

    Unlike the library's it has no branch and no table, so that several cells are worked on at once.
    """
    s = min(s, FARTHEST)
    p = E0 + s * (E1 + s * (E2 + s * (E3 + s * (E4 + s * (E5 + s * (E6 + s * E7))))))
    p *= p
    p *= p
    p *= p
    p *= p
    p *= p
    p *= p
    p *= p
    p *= p
    return p


@compiled
def scaled_mills(x):
    """Return (1 + 2x)·M(x·√2) for x ≥ 0 (module mills)."""
    u = (x - CENTRE) / (x + CENTRE)
    low = C0 + u * (C1 + u * (C2 + u * (C3 + u * (C4 + u * (C5 + u * (C6 + u * C7))))))
    high = C8 + u * (C9 + u * (C10 + u * (C11 + u * (C12 + u * (C13 + u * C14)))))
    u2 = u * u
    u4 = u2 * u2
    return low + u4 * u4 * high


@compiled
def one_sided(z):
    """Return φ(z)/Φ(z): how fast the logarithm of Φ(z), the probability of a yes or a no, grows with z."""
    x = abs(z) * ROOT_HALF
    mills, width = scaled_mills(x), 1.0 + 2.0 * x
    density = DENSITY_AT_ZERO * exp_minus(x * x)
    above = width * density if z > 0 else width
    below = width - density * mills if z > 0 else mills
    return above / below


@compiled
def between(a, b):
    """Return φ(a)/P and φ(b)/P, P = Φ(b) - Φ(a) the probability of an abstention, for a < b.

    Taken on the side of the nearer end, where the difference loses nothing.
    """
    turned = a + b > 0
    low = -b if turned else a
    high = -a if turned else b
    far, near = -low * ROOT_HALF, abs(high) * ROOT_HALF
    decay = exp_minus(far * far - near * near)
    density = DENSITY_AT_ZERO * exp_minus(near * near)
    mills_far = decay * scaled_mills(far) / (1.0 + 2.0 * far)
    mills_near = scaled_mills(near) / (1.0 + 2.0 * near)
    above = density if high > 0 else 1.0
    below = 1.0 - density * (mills_near + mills_far) if high > 0 else mills_near - mills_far
    at_high = above / below
    at_low = at_high * decay
    return (at_high, at_low) if turned else (at_low, at_high)


@compiled
def side_of_item(points, of_cell, slope, cut, sign):
    """Return sums over the yes (sign 1) or no (sign -1) of an item: r, r·θ, h, h·θ, h·θ².

    z = sign·(cut - slope·θ); r = φ(z)/Φ(z) is the first derivative of log Φ(z), -h the second.
    """
    r0 = r1 = h0 = h1 = h2 = 0.0
    for k in range(len(of_cell)):
        theta = points[of_cell[k]]
        z = sign * (cut - slope * theta)
        r = one_sided(z)
        h = r * (r + z)
        r0 += r
        r1 += r * theta
        h0 += h
        h1 += h * theta
        h2 += h * theta * theta
    return r0, r1, h0, h1, h2


@compiled
def middle_of_item(points, of_cell, slope, cut_1, cut_2, sums):
    """Add an item's abstentions to ``sums``: the gradient and the negative second derivatives, as in item_sums."""
    g0 = g1 = g2 = h00 = h01 = h02 = h11 = h12 = h22 = 0.0
    for k in range(len(of_cell)):
        theta = points[of_cell[k]]
        a, b = cut_1 - slope * theta, cut_2 - slope * theta
        at_a, at_b = between(a, b)
        haa, hbb, hab = at_a * at_a - a * at_a, at_b * at_b + b * at_b, -at_a * at_b
        g0 += (at_a - at_b) * theta
        g1 -= at_a
        g2 += at_b
        h00 += (haa + hbb + 2 * hab) * theta * theta
        h01 -= (haa + hab) * theta
        h02 -= (hbb + hab) * theta
        h11 += haa
        h12 += hab
        h22 += hbb
    sums[0] += g0
    sums[1] += g1
    sums[2] += g2
    sums[3] += h00
    sums[4] += h01
    sums[5] += h02
    sums[6] += h11
    sums[7] += h12
    sums[8] += h22


@compiled
def item_sums(first, last, begins, of_cell, points, items, sums):
    """Write, for items from ``first`` to before ``last``, how the log-likelihood changes with slope and cuts.

    ``items`` has shape (items, 4): slope, cut_1, cut_2 and one number of padding. ``sums`` has shape (items, 9): the
    gradient by slope, cut_1 and cut_2, then the negative second derivatives in the order 00, 01, 02, 11, 12, 22.
    """
    for j in range(first, last):
        slope, cut_1, cut_2 = items[j, 0], items[j, 1], items[j, 2]
        yes, middle, no, end = begins[3 * j], begins[3 * j + 1], begins[3 * j + 2], begins[3 * j + 3]
        r0, r1, h0, h1, h2 = side_of_item(points, of_cell[yes:middle], slope, cut_1, 1.0)
        n0, n1, k0, k1, k2 = side_of_item(points, of_cell[no:end], slope, cut_2, -1.0)
        one = sums[j]
        one[0], one[1], one[2] = n1 - r1, r0, -n0
        one[3], one[4], one[5] = h2 + k2, -h1, -k1
        one[6], one[7], one[8] = h0, 0.0, k0
        if no > middle:
            middle_of_item(points, of_cell[middle:no], slope, cut_1, cut_2, one)


@compiled
def side_of_point(items, of_cell, theta, cut, sign):
    """Return sums over the yes (cut 1, sign 1) or no (cut 2, sign -1) of a point: -sign·r·slope and h·slope²."""
    gradient = curvature = 0.0
    for k in range(len(of_cell)):
        slope = items[of_cell[k], 0]
        z = sign * (items[of_cell[k], cut] - slope * theta)
        r = one_sided(z)
        gradient += r * slope
        curvature += r * (r + z) * slope * slope
    return -sign * gradient, curvature


@compiled
def middle_of_point(items, of_cell, theta):
    """Return the same two sums over the abstentions of a point."""
    gradient = curvature = 0.0
    for k in range(len(of_cell)):
        slope = items[of_cell[k], 0]
        a, b = items[of_cell[k], 1] - slope * theta, items[of_cell[k], 2] - slope * theta
        at_a, at_b = between(a, b)
        g = at_a - at_b
        gradient += g * slope
        curvature += (g * g + b * at_b - a * at_a) * slope * slope
    return gradient, curvature


@compiled
def point_sums(first, last, begins, of_cell, points, items, sums):
    """Write, for points from ``first`` to before ``last``, the log-likelihood's gradient and negative second derivative.

    ``sums`` has shape (points, 2).
    """
    for p in range(first, last):
        yes, middle, no, end = begins[3 * p], begins[3 * p + 1], begins[3 * p + 2], begins[3 * p + 3]
        g0, h0 = side_of_point(items, of_cell[yes:middle], points[p], 1, 1.0)
        g1, h1 = middle_of_point(items, of_cell[middle:no], points[p])
        g2, h2 = side_of_point(items, of_cell[no:end], points[p], 2, -1.0)
        sums[p, 0] = g0 + g1 + g2
        sums[p, 1] = h0 + h1 + h2


@compiled
def sums_by_position(first, last, begins, of_cell, values, sums):
    """Write, for owners from ``first`` to before ``last``, the sums of ``values`` over its yes, abstentions and no."""
    for owner in range(3 * first, 3 * last):
        total = 0.0
        for k in range(begins[owner], begins[owner + 1]):
            total += values[of_cell[k]]
        sums[owner // 3, owner % 3] = total
