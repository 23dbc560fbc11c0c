"""The places that each point may go to in a sweep, and what of the scale of all points its weight has to know.

How far apart a point's places are is learnt while a chain warms up, from how far the point itself goes, and so is the
pull of the scale: a state that moves outward makes the spread of all points larger, and that changes how likely all
other steps, slopes and cuts are. Both are held once draws count.
"""

import numpy as np

PLACES = 6
APART = 0.8
"""Distance of places in standard deviations of the point."""
UNEVEN = 0.4
"""Standard deviation of the logarithm by which distances differ from sweep to sweep."""
FIRST_VARIANCE, LEAST_VARIANCE = 0.04, 1e-4
RECENT = 4.0
"""How much of the sweeps so far counts: about the last fourth part."""


class Lattices:
    """Mean and variance of each point so far, and ``pull``, the mean slope of the density in Σx and Σx²."""

    def __init__(self, points: np.ndarray) -> None:
        """Begin around the points' place."""
        self.mean, self.variance = points.copy(), np.full(len(points), FIRST_VARIANCE)
        self.pull = np.zeros(2)
        self.seen = 0

    def drawn(self, points: np.ndarray, random: np.random.Generator) -> np.ndarray:
        """Return places for each point, shape (points, PLACES), one of which is where it stands.

        Which one is left to chance, so that from any of them the same lattice is as likely.
        """
        n = len(points)
        apart = APART * np.sqrt(self.variance) * np.exp(UNEVEN * random.standard_normal(n))
        place = np.arange(PLACES) - random.integers(0, PLACES, n)[:, None]
        return points[:, None] + place * apart[:, None]

    def weight(self, lattice: np.ndarray, first: np.ndarray) -> np.ndarray:
        """Return the logarithm of what the pull and the prior of first points (their precision) weigh places with."""
        return self.pull[0] * lattice + (self.pull[1] - 0.5 * first[:, None]) * lattice**2

    def learn(self, points: np.ndarray, pull: np.ndarray) -> None:
        """Adapt to where the points are now, and to the pull there."""
        self.seen += 1
        weight = RECENT / (RECENT + self.seen)
        self.pull += (pull - self.pull) * (weight if self.seen > 1 else 1.0)
        away = points - self.mean
        self.mean += weight * away
        self.variance += weight * (away**2 - self.variance)
        np.maximum(self.variance, LEAST_VARIANCE, out=self.variance)
