"""Random walks of slope and cuts of each item, which reach where normal proposals seldom do.

Where an item has next to no abstentions or no dissent its posterior is long on one side, and the normal proposals of
``item_draws`` leave the long side seldom. Two walks go there and back: one stretches slope and cuts together, along
which a lone dissent says little; the other has the item's own covariance, learnt while a chain warms up. Covariance and
size are adapted after Andrieu and Thoms ("A Tutorial on Adaptive MCMC", Statistics and Computing 18, 2008,
algorithm 4), and held once draws count.
"""

import numpy as np

FORGETTING = 0.6
"""How fast new places weigh less: the n-th with n to the power of minus this."""
WANTED = 0.3
FIRST_VARIANCE, LEAST_VARIANCE = 0.02, 1e-6
STRETCH = 0.4
"""Standard deviation of the logarithm by which slope and cuts are stretched."""
EVERY = 10
"""After how many sweeps the covariances' roots are taken anew."""


class ItemWalk:
    """Mean, covariance (items, 3, 3) and size of the steps of each item's walk in slope, cut_1 and cut_2."""

    def __init__(self, items: np.ndarray) -> None:
        """Begin with small independent steps around the items' place."""
        self.mean = items[:, :3].copy()
        self.covariance = np.tile(FIRST_VARIANCE * np.eye(3), (len(items), 1, 1))
        self.size = np.full(len(items), np.log(2.38 / np.sqrt(3)))
        self.root = np.linalg.cholesky(self.covariance)
        self.seen = 0

    def proposed(self, items: np.ndarray, random: np.random.Generator) -> np.ndarray:
        """Return items after one step; where a step would exchange the cuts, the item stays as it is."""
        steps = np.matvec(self.root, random.standard_normal((len(items), 3)))
        drawn = items.copy()
        drawn[:, :3] += np.exp(self.size)[:, None] * steps
        exchanged = drawn[:, 2] <= drawn[:, 1]
        drawn[exchanged] = items[exchanged]
        return drawn

    def learn(self, items: np.ndarray, taken: np.ndarray) -> None:
        """Adapt to where the items are now, and to which steps were taken."""
        self.seen += 1
        weight = (1 + self.seen) ** -FORGETTING
        away = items[:, :3] - self.mean
        self.mean += weight * away
        self.covariance += weight * (away[:, :, None] * away[:, None, :] - self.covariance)
        self.size += weight * (taken - WANTED)
        if self.seen % EVERY == 0:
            self.root = np.linalg.cholesky(self.covariance + LEAST_VARIANCE * np.eye(3))


def stretched(items: np.ndarray, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return items with slope and cuts stretched by one number each, and the logarithm of the change of volume."""
    logs = STRETCH * random.standard_normal(len(items))
    return items * np.exp(logs)[:, None], 3 * logs
