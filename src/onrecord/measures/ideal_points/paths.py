"""States' paths through the periods: the random walk that ties a state's points, and systems of equations along it.

The walk is two-sided: each point is drawn towards the one before and the one after, by the precision 1/(ω²·gap); the
first of a path has a normal prior around zero. All of it is one tridiagonal matrix for each path.
"""

from dataclasses import dataclass

import numpy as np

from onrecord.measures.ideal_points.compiling import compiled


@dataclass(frozen=True, eq=False)
class Walk:
    """The precision of a walk's prior over points in the order of the nodes.

    ``first`` is the precision of a path's first point around zero, 0 elsewhere; ``step`` that of a point around the
    one before it on its path, 0 at the first.
    """

    first: np.ndarray
    step: np.ndarray

    @property
    def diagonal(self) -> np.ndarray:
        """The diagonal of the prior's precision matrix; beside it stands -``step``."""
        return self.first + self.step + np.append(self.step[1:], 0.0)

    def gradient(self, points: np.ndarray) -> np.ndarray:
        """Return the gradient of the prior's log density at the points."""
        pull = self.step * np.diff(points, prepend=0.0)
        return -self.first * points - pull + np.append(pull[1:], 0.0)

    def log_density(self, points: np.ndarray) -> float:
        """Return the prior's log density at the points, without its constant."""
        steps = np.diff(points, prepend=0.0)
        return float(-0.5 * (self.first @ points**2 + self.step @ steps**2))


def walk(paths: np.ndarray, gap: np.ndarray, walk_variance: float, start_variance: float) -> Walk:
    """Return the walk of paths that begin at ``paths`` (and end before its last entry), with gaps in periods."""
    begins = paths[:-1]
    first, step = np.zeros(len(gap)), 1.0 / (walk_variance * gap)
    first[begins], step[begins] = 1.0 / start_variance, 0.0
    return Walk(first, step)


@compiled
def solve_tridiagonal(diagonal, beside, right):
    """Return the solutions of a symmetric tridiagonal system for each row of ``right``, shape (k, n).

    ``beside[i]`` stands between i - 1 and i; where it is 0 a path begins, and paths do not touch each other.
    """
    n, k = len(diagonal), len(right)
    pivot, factor = np.empty(n), np.zeros(n)
    solved = right.copy()
    for i in range(n):
        pivot[i] = diagonal[i]
        if i > 0 and beside[i] != 0:
            factor[i] = beside[i] / pivot[i - 1]
            pivot[i] -= factor[i] * beside[i]
            for row in range(k):
                solved[row, i] -= factor[i] * solved[row, i - 1]
    for row in range(k):
        solved[row, n - 1] /= pivot[n - 1]
        for i in range(n - 2, -1, -1):
            solved[row, i] = solved[row, i] / pivot[i] - factor[i + 1] * solved[row, i + 1]
    return solved
