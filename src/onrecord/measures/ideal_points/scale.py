"""The scale of ideal points: mean 0 and standard deviation 1 over the points, which the votes leave open.

Moving and stretching all points changes no probability if slopes and cuts go with them. The fit therefore looks for
the best points among those with mean 0 and standard deviation 1, so that the priors, and with them the variance of the
walk, mean the same in every fit. The points of a period that is fitted by itself have a scale of their own.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Scale:
    """Which points share a scale: ``group`` of each point, from 0 to ``groups`` - 1."""

    group: np.ndarray
    groups: int

    def total(self, values: np.ndarray) -> np.ndarray:
        """Return the sum of the points' values in each group."""
        if self.groups == 1:
            return np.array([values.sum()])
        return np.bincount(self.group, values, self.groups)

    def moments(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return mean and standard deviation of the points of each group; 1 where they do not differ."""
        n = self.total(np.ones(len(points)))
        mean = self.total(points) / n
        spread = np.sqrt(self.total((points - mean[self.group]) ** 2) / n)
        return mean, np.where(spread > 1e-12, spread, 1.0)

    def standardised(self, points: np.ndarray) -> np.ndarray:
        """Return the points with mean 0 and standard deviation 1 in each group."""
        mean, spread = self.moments(points)
        return (points - mean[self.group]) / spread[self.group]

    def kept(self, solved: np.ndarray, points: np.ndarray) -> np.ndarray:
        """Return a Newton step that, to first order, changes neither mean nor standard deviation of any group.

        ``solved`` has three rows: the curvature's inverse times the gradient, times ones, and times the points. The
        step is the first row less the multiples of the other two that the conditions ask for (Lagrange multipliers).
        A group of one or two points has no freedom left: it stays.
        """
        step, ones, stretch = solved
        a, b, c = self.total(ones), self.total(stretch), self.total(points * stretch)
        first, second = self.total(step), self.total(points * step)
        determinant = a * c - b * b
        held = self.total(np.ones(len(points))) < 3
        determinant[held] = 1.0
        move, spread = (first * c - second * b) / determinant, (second * a - first * b) / determinant
        kept = step - move[self.group] * ones - spread[self.group] * stretch
        return np.where(held[self.group], 0.0, kept)
