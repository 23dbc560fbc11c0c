"""The compiled loops over cells: how the log-likelihood changes with items' parameters and with states' points.

Each loop works on a range of items or of points and writes to that range alone, so that two threads share the work.
Cells come sorted by item (or point) and within it by position: ``begins`` has three entries for each item, where its
yes, its no and its abstentions begin, and a last one. ``owners`` is where the range begins and ends. Yes and no go
through one loop, since each has one cut.
"""

import math

from onrecord.measures.ideal_points.compiling import compiled, inlined
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


@inlined
def between(middle, half):
    """Return φ(far)/P and φ(near)/P for an abstention between ``middle`` - ``half`` and ``middle`` + ``half``.

    P is its probability; ``near`` is the end nearer to 0, and both are taken on the side below 0, where the difference
    of two small probabilities loses nothing.
    """
    far, near = (abs(middle) + half) * ROOT_HALF, abs(abs(middle) - half) * ROOT_HALF
    decay = exp_minus(far * far - near * near)
    density = DENSITY_AT_ZERO * exp_minus(near * near)
    width_far, width_near = 1.0 + 2.0 * far, 1.0 + 2.0 * near
    # Both Mills ratios over one denominator: a division less.
    mills_far, mills_near = decay * scaled_mills(far) * width_near, scaled_mills(near) * width_far
    widths = width_far * width_near
    astride = half > abs(middle)
    above = widths * density if astride else widths
    below = widths - density * (mills_near + mills_far) if astride else mills_near - mills_far
    at_near = above / below
    return at_near * decay, at_near


@compiled
def sides_of_item(points, of_cell, split, item, sums):
    """Write what an item's yes (before ``split``) and no say: gradient and negative second derivatives, as item_sums.

    z = cut_1 - slope·θ for a yes and slope·θ - cut_2 for a no; r = φ(z)/Φ(z) is the derivative of log Φ(z), -h the
    second derivative.
    """
    slope, cut_1, cut_2 = item[0], item[1], item[2]
    r_all = r_yes = r_theta = h_all = h_yes = t_all = t_yes = square = 0.0
    for k in range(len(of_cell)):
        theta = points[of_cell[k]]
        yes = 1.0 if k < split else 0.0
        z = cut_1 - slope * theta if k < split else slope * theta - cut_2
        r = one_sided(z)
        h = r * (r + z)
        r_all += r
        r_yes += yes * r
        r_theta += (1.0 - 2.0 * yes) * r * theta
        h_all += h
        h_yes += yes * h
        t_all += h * theta
        t_yes += yes * h * theta
        square += h * theta * theta
    sums[0], sums[1], sums[2] = r_theta, r_yes, r_yes - r_all
    sums[3], sums[4], sums[5] = square, -t_yes, t_yes - t_all
    sums[6], sums[7], sums[8] = h_yes, 0.0, h_all - h_yes


@compiled
def middle_of_item(points, of_cell, item, sums):
    """Add what an item's abstentions say."""
    slope, centre, half = item[0], 0.5 * (item[1] + item[2]), 0.5 * (item[2] - item[1])
    at_1 = at_2 = theta_1 = theta_2 = h_1 = h_2 = t_1 = t_2 = square = cross = 0.0
    for k in range(len(of_cell)):
        theta = points[of_cell[k]]
        middle = centre - slope * theta
        far, near = between(middle, half)
        turned = 1.0 if middle > 0 else 0.0
        h_far = far * (far + abs(middle) + half - near)
        h_near = near * (near + half - abs(middle) - far)
        first, second = far + turned * (near - far), near + turned * (far - near)
        one, two = h_far + turned * (h_near - h_far), h_near + turned * (h_far - h_near)
        at_1 += first
        at_2 += second
        theta_1 += first * theta
        theta_2 += second * theta
        h_1 += one
        h_2 += two
        t_1 += one * theta
        t_2 += two * theta
        square += (one + two) * theta * theta
        cross += far * near
    sums[0] += theta_1 - theta_2
    sums[1] -= at_1
    sums[2] += at_2
    sums[3] += square
    sums[4] -= t_1
    sums[5] -= t_2
    sums[6] += h_1 + cross
    sums[7] -= cross
    sums[8] += h_2 + cross


@compiled
def item_sums(owners, begins, of_cell, points, items, sums):
    """Write, for a range of items, how the log-likelihood changes with slope and cuts.

    ``items`` has shape (items, 4): slope, cut_1, cut_2 and one number of padding. ``sums`` has shape (items, 9): the
    gradient by slope, cut_1 and cut_2, then the negative second derivatives in the order 00, 01, 02, 11, 12, 22.
    """
    for j in range(*owners):
        yes, no, middle, end = begins[3 * j], begins[3 * j + 1], begins[3 * j + 2], begins[3 * j + 3]
        sides_of_item(points, of_cell[yes:middle], no - yes, items[j], sums[j])
        if end > middle:
            middle_of_item(points, of_cell[middle:end], items[j], sums[j])


@compiled
def sides_of_point(items, of_cell, split, theta, sums):
    """Write what a point's yes (before ``split``) and no say: the gradient and the negative second derivative."""
    gradient = curvature = 0.0
    for k in range(len(of_cell)):
        slope = items[of_cell[k], 0]
        below, above = items[of_cell[k], 1] - slope * theta, slope * theta - items[of_cell[k], 2]
        z = below if k < split else above
        sign = -1.0 if k < split else 1.0
        r = one_sided(z)
        gradient += sign * r * slope
        curvature += r * (r + z) * slope * slope
    sums[0], sums[1] = gradient, curvature


@compiled
def middle_of_point(items, of_cell, theta, sums):
    """Add what a point's abstentions say."""
    gradient = curvature = 0.0
    for k in range(len(of_cell)):
        slope, cut_1, cut_2 = items[of_cell[k], 0], items[of_cell[k], 1], items[of_cell[k], 2]
        middle, half = 0.5 * (cut_1 + cut_2) - slope * theta, 0.5 * (cut_2 - cut_1)
        far, near = between(middle, half)
        sign = 1.0 if middle > 0 else -1.0
        difference = near - far
        gradient += sign * difference * slope
        curvature += (
            (difference * difference + (half - abs(middle)) * near + (half + abs(middle)) * far) * slope * slope
        )
    sums[0] += gradient
    sums[1] += curvature


@compiled
def point_sums(owners, begins, of_cell, points, items, sums):
    """Write, for a range of points, the log-likelihood's gradient and negative second derivative.

    ``sums`` has shape (points, 2).
    """
    for p in range(*owners):
        yes, no, middle, end = begins[3 * p], begins[3 * p + 1], begins[3 * p + 2], begins[3 * p + 3]
        sides_of_point(items, of_cell[yes:middle], no - yes, points[p], sums[p])
        if end > middle:
            middle_of_point(items, of_cell[middle:end], points[p], sums[p])


@compiled
def scored_sums(owners, begins, of_cell, values, sums):
    """Write, for a range of owners, Σ v and Σ s·v over its cells: s is 0 yes, 1 abstain, 2 no.

    ``values`` has shape (other owners, 2): v of the first sum and of the second; ``sums`` has shape (owners, 2).
    """
    for owner in range(*owners):
        total = scored = 0.0
        for place in range(3):
            here = 0.0
            for k in range(begins[3 * owner + place], begins[3 * owner + place + 1]):
                total += values[of_cell[k], 0]
                here += values[of_cell[k], 1]
            scored += (0.0, 2.0, 1.0)[place] * here
        sums[owner, 0], sums[owner, 1] = total, scored
