"""Intervals of points within a period, and across periods.

Within a period states are compared with each other: the period's origin and scale, its members' mean and standard
deviation, are held, for they move all members alike. Across periods a state is compared with itself, and what is not
known of the origin and scale of each period is part of the interval: only the mean and the standard deviation of all
points together are held. A state's change from one period to another has an interval of its own: what is not known of
the one point is in part not known of the other either, and cancels.
"""

from dataclasses import dataclass
from functools import cached_property
from statistics import NormalDist

import numpy as np

from onrecord.measures.ideal_points.cells import Nodes
from onrecord.measures.ideal_points.period_blocks import Covariance

FEW = 25
"""Points that rest on fewer positions than this are a stratum of their own in simulations."""

LEAST = 5
"""Points that rest on fewer positions are not shown: their intervals say little but the prior."""


@dataclass(frozen=True, eq=False)
class Spread:
    """Points (in the order of the nodes) with their covariance; ``place`` is where each stands in it."""

    points: np.ndarray
    covariance: Covariance

    @property
    def place(self) -> np.ndarray:
        """The place of each point."""
        return self.covariance.chain.place

    @cached_property
    def period(self) -> np.ndarray:
        """Which period, counted from 0, each point belongs to."""
        return self.covariance.chain.period_of(self.place)

    def members(self, t: int) -> np.ndarray:
        """Return the points of the t-th period."""
        return np.flatnonzero(self.period == t)

    def within_period(self, t: int) -> np.ndarray:
        """Return the covariance of the t-th period's points with its origin and scale held (members, members).

        All zero where it has fewer than three points: two conditions leave nothing open.
        """
        chosen = self.members(t)
        here = self.place[chosen] - self.covariance.chain.begins[t]
        whole = self.covariance.within(t)[np.ix_(here, here)]
        if len(chosen) < _ENOUGH:
            return np.zeros_like(whole)
        held = _held(self.points[chosen])
        return held @ whole @ held.T

    @cached_property
    def within(self) -> np.ndarray:
        """The standard deviation of each point within its period."""
        found = np.empty(len(self.points))
        for t in range(len(self.covariance.chain.periods)):
            found[self.members(t)] = np.sqrt(np.diag(self.within_period(t)))
        return found

    @cached_property
    def across(self) -> np.ndarray:
        """The standard deviation of each point on the scale of all periods."""
        return np.sqrt(np.maximum(self._variance + self._of_scale(np.arange(len(self.points))), 0.0))

    def change(self, before: np.ndarray, after: np.ndarray) -> np.ndarray:
        """Return the standard deviation of the differences of pairs of points, origin and scale included.

        The fewer points ``before`` has, the less there is to do.
        """
        distinct, at = np.unique(self.place[before], return_inverse=True)
        one_each = np.zeros((self.covariance.chain.n, len(distinct)))
        one_each[distinct, np.arange(len(distinct))] = 1.0
        shared = self.covariance.times(one_each)[self.place[after], at]
        plain = self._variance[before] + self._variance[after] - 2.0 * shared
        return np.sqrt(np.maximum(plain + self._of_scale(after, before), 0.0))

    @cached_property
    def _variance(self) -> np.ndarray:
        """The variance of each point before the mean and standard deviation of all are held."""
        blocks = range(len(self.covariance.chain.periods))
        return np.concatenate([np.diag(self.covariance.within(t)) for t in blocks])[self.place]

    def _of_scale(self, one: np.ndarray, other: np.ndarray | None = None) -> np.ndarray:
        """Return what holding the mean and standard deviation of all points adds to the variance of points.

        Held, a point is θ less the mean of all and less θ times their stretch: to first order θ less u·1 less v·θ, with
        u and v sums over all points.
        """
        n = len(self.points)
        sums = np.zeros((self.covariance.chain.n, 2))
        sums[self.place, 0], sums[self.place, 1] = 1.0 / n, self.points / n
        moved = self.covariance.times(sums)
        own, direction = moved[self.place], np.stack([np.ones(n), self.points], axis=1)
        cross, along = own[one], direction[one]
        if other is not None:
            cross, along = cross - own[other], along - direction[other]
        return ((along @ (sums.T @ moved)) * along).sum(axis=1) - 2.0 * (cross * along).sum(axis=1)


_ENOUGH = 3


def _held(points: np.ndarray) -> np.ndarray:
    """Return the matrix that takes from a step of points what moves or stretches all alike."""
    basis = np.linalg.qr(np.stack([np.ones_like(points), points], axis=1))[0]
    return np.eye(len(points)) - basis @ basis.T


def since_first(nodes: Nodes) -> tuple[np.ndarray, np.ndarray]:
    """Return pairs of points: of each state the first that is shown, and each later one."""
    at = np.arange(nodes.n)
    shown = np.where(nodes.votes >= LEAST, at, nodes.n)
    first = np.repeat(np.minimum.reduceat(shown, nodes.paths[:-1]), np.diff(nodes.paths))
    after = np.flatnonzero(at > first)
    return first[after], after


def width(level: float) -> float:
    """Return how many standard deviations on either side hold ``level`` of a normal distribution: 1.645 for 0.9."""
    return NormalDist().inv_cdf(0.5 + level / 2.0)
