"""Into which stretches the paths are cut: long paths of states at an end of the line are seldom taken whole.

In each sweep every second stretch of a path is proposed, given the points between; where cuts fall is left to chance.
How long stretches are is learnt for each path while a chain warms up (Knorr-Held, "Conditional Prior Proposals in
Dynamic Models", Scandinavian Journal of Statistics 26, 1999, has blocks of this kind).
"""

import numpy as np

WANTED = 0.5
"""Which part of its stretches a path is to take."""
SHORTEST = 3.0


class Stretches:
    """How long the stretches of each path are; a path shorter than that is proposed whole."""

    def __init__(self, begins: np.ndarray) -> None:
        """Begin with whole paths; ``begins`` as in ``cells.Nodes.paths``."""
        self.lengths = np.diff(begins)
        self.path = np.repeat(np.arange(len(self.lengths)), self.lengths)
        self.place = np.arange(begins[-1]) - np.repeat(begins[:-1], self.lengths)
        self.size = self.lengths * 2.0
        self.seen = 0

    def drawn(self, random: np.random.Generator) -> np.ndarray:
        """Return the stretches of one sweep, shape (stretches, 2): where each begins and ends among the points."""
        size = np.maximum(self.size, SHORTEST).astype(np.int64)
        offset = (random.random(len(size)) * 2 * size).astype(np.int64)
        whole = size >= self.lengths
        offset[whole] = 0
        number = (self.place + offset[self.path]) // size[self.path]
        chosen = number % 2 == 0
        edge = np.diff(chosen.astype(np.int8), prepend=0, append=0)
        start = self.place == 0
        begins = chosen & ((edge[:-1] == 1) | start)
        ends = chosen & ((edge[1:] == -1) | np.append(start[1:], True))
        return np.stack([np.flatnonzero(begins), np.flatnonzero(ends) + 1], axis=1)

    def learn(self, stretches: np.ndarray, taken: np.ndarray) -> None:
        """Make the stretches of paths that took too few of them shorter, of others longer."""
        self.seen += 1
        path = self.path[stretches[:, 0]]
        n = np.bincount(path, minlength=len(self.size))
        share = np.bincount(path, taken, len(self.size)) / np.maximum(n, 1)
        self.size *= np.exp(np.where(n > 0, share - WANTED, 0.0) / np.sqrt(1 + self.seen / 10))
        self.size = np.clip(self.size, SHORTEST, 2.0 * np.maximum(self.lengths, SHORTEST))
