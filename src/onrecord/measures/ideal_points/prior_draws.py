"""Draws from the prior of ideal points, and of the positions that go with them: what a calibration begins with.

The prior is that of ``options.Options`` for points of mean 0 and standard deviation 1: a walk on a sphere. It is drawn
exactly, by the acceptance-rejection method for the Bingham distribution of Kent, Ganeiwala and Mardia ("A New Unified
Approach for the Simulation of a Wide Class of Directional Distributions", Journal of Computational and Graphical
Statistics 27, 2018).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.linalg import null_space
from scipy.optimize import brentq

from onrecord.measures.ideal_points import paths
from onrecord.measures.ideal_points.cells import Cells
from onrecord.measures.ideal_points.likelihood import probabilities
from onrecord.measures.ideal_points.options import Options


@dataclass(frozen=True, eq=False)
class Truth:
    """Points (states · periods, by state), items (items, 3: slope, cut_1, cut_2) and the positions drawn from them."""

    theta: np.ndarray
    items: np.ndarray
    cells: Cells


@dataclass(frozen=True)
class Prior:
    """The prior of a panel in which every state votes on every item, the items shared evenly among the periods."""

    states: int
    items: int
    periods: int
    options: Options

    def draw(self, random: np.random.Generator) -> Truth:
        """Return one draw of points and items, and of positions given them."""
        theta, items = self.points(random), self.draw_items(random)
        state, item = (one.ravel() for one in np.mgrid[: self.states, : self.items])
        period = item * self.periods // self.items
        node = state * self.periods + period
        shares = probabilities(items[item, 0], items[item, 1], items[item, 2], theta[node])
        position = (random.random(len(item))[:, None] > np.cumsum(shares, axis=1)[:, :2]).sum(axis=1)
        names = tuple(f"S{one:03}" for one in range(self.states))
        columns = (one.astype(np.int32) for one in (state, item, period))
        return Truth(theta, items, Cells(*columns, position.astype(np.int8), names, self.items))

    def points(self, random: np.random.Generator) -> np.ndarray:
        """Return points of mean 0 and standard deviation 1 from the walk's density on that sphere."""
        rate, vectors, width = self._sphere
        n = len(rate)
        stretch = 1 + 2 * rate / width
        # Twice the logarithm of the bound of the density over its envelope.
        bound = n * np.log(n / width) - (n - width)
        while True:
            direction = random.standard_normal(n) / np.sqrt(stretch)
            direction /= np.linalg.norm(direction)
            squares = direction**2
            gain = n * np.log(stretch @ squares) - 2 * rate @ squares - bound
            if 2 * np.log1p(-random.random()) < gain:
                return np.sqrt(n + 1) * vectors @ direction

    @cached_property
    def _sphere(self) -> tuple[np.ndarray, np.ndarray, float]:
        """The walk's precision among points of mean 0: rates (the least is 0), directions, the envelope's width."""
        nodes = self.states * self.periods
        begins = np.arange(0, nodes + 1, self.periods)
        walk = paths.walk(begins, np.ones(nodes), self.options.walk_variance, self.options.start_variance)
        precision = np.diag(walk.diagonal) - np.diag(walk.step[1:], 1) - np.diag(walk.step[1:], -1)
        mean_zero = null_space(np.ones((1, nodes)))
        rate, vectors = np.linalg.eigh(mean_zero.T @ precision @ mean_zero)
        rate = (rate - rate[0]) * nodes / 2
        width = brentq(lambda b: (1 / (b + 2 * rate)).sum() - 1, 1.0, float(nodes))
        return rate, mean_zero @ vectors, float(width)

    def draw_items(self, random: np.random.Generator) -> np.ndarray:
        """Return slopes and cuts: normal, the distance of the cuts with the density that keeps them apart."""
        options, n = self.options, self.items
        slope = np.sqrt(options.slope_variance) * random.standard_normal(n)
        middle = np.sqrt(options.cut_variance / 2) * random.standard_normal(n)
        half = np.sqrt(options.cut_variance * random.gamma((options.spacing + 1) / 2, size=n))
        return np.stack([slope, middle - half, middle + half], axis=1)
