"""The scale of ideal points: mean 0 and standard deviation 1 over the points, which the likelihood leaves open.

Moving and stretching all points changes no probability if slopes and cuts go with them. The fit therefore looks for
the best points among those with mean 0 and standard deviation 1, so that the priors, and with them the variance of the
walk, mean the same in every fit. Points of a session that is fitted by itself have a scale of their own.
"""

import numpy as np

ENOUGH = 3
"""Under this many points on a scale its two conditions leave nothing to estimate."""


def moments(points: np.ndarray, group: np.ndarray, groups: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean and the standard deviation of the points of each group; 1 where they do not differ."""
    if groups == 1:
        mean, spread = np.array([points.mean()]), np.array([points.std()])
    else:
        n = np.bincount(group, minlength=groups)
        mean = np.bincount(group, points, groups) / n
        spread = np.sqrt(np.maximum(np.bincount(group, points**2, groups) / n - mean**2, 0))
    return mean, np.where(spread > 1e-12, spread, 1.0)


def standardised(points: np.ndarray, group: np.ndarray, groups: int) -> np.ndarray:
    """Return the points with mean 0 and standard deviation 1 in each group."""
    mean, spread = moments(points, group, groups)
    return (points - mean[group]) / spread[group]


def kept_in_scale(solved: np.ndarray, points: np.ndarray, group: np.ndarray, groups: int) -> np.ndarray:
    """Return a Newton step that, to first order, changes neither mean nor standard deviation of any group.

    ``solved`` has three rows: the curvature's inverse times the gradient, times ones, and times the points. The step
    is the first row less the multiples of the other two that the conditions ask for (Lagrange multipliers).
    """
    step, ones, stretch = solved

    def total(values: np.ndarray) -> np.ndarray:
        return np.array([values.sum()]) if groups == 1 else np.bincount(group, values, groups)

    a, b, d = total(ones), total(stretch), total(points * stretch)
    c = total(points * ones)
    first, second = total(step), total(points * step)
    determinant = a * d - b * c
    safe = np.where(np.abs(determinant) > 1e-12 * np.abs(a * d), determinant, np.inf)
    move, spread = (first * d - second * b) / safe, (second * a - first * c) / safe
    fixed = np.isinf(safe)[group]
    return np.where(fixed, 0.0, step - move[group] * ones - spread[group] * stretch)
