"""Anderson acceleration of a sequence that a map is applied to again and again.

Of the last few values and what the map made of them, it takes the combination in which the changes nearly cancel
(Walker and Ni, "Anderson Acceleration for Fixed-Point Iterations", SIAM Journal on Numerical Analysis 49, 2011, the
unconstrained form of section 2).
"""

import numpy as np

FAR, NEAR, LINEAR = 3, 8, 0.1
"""How many differences are remembered far from the end and near it, where the map is nearly linear: where nothing
changes by more than ``LINEAR`` in a step. A long memory of a curved way leads astray."""


class Anderson:
    """The memory of a sequence: ``next`` is given a value and the map's value of it, and returns where to go on."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self.changes: list[np.ndarray] = []
        self.values: list[np.ndarray] = []

    def forget(self) -> None:
        """Begin anew: what is remembered comes from too far away."""
        self.changes.clear()
        self.values.clear()

    def next(self, at: np.ndarray, mapped: np.ndarray) -> np.ndarray:
        """Return the extrapolated value; the mapped one while too little is remembered."""
        change = mapped - at
        memory = NEAR if np.abs(change).max() < LINEAR else FAR
        self.changes.append(change)
        self.values.append(mapped)
        del self.changes[: -memory - 1], self.values[: -memory - 1]
        if len(self.changes) < 3:
            return mapped
        d_change, d_value = np.diff(self.changes, axis=0), np.diff(self.values, axis=0)
        gram = d_change @ d_change.T
        gram[np.diag_indices_from(gram)] *= 1 + 1e-10
        gamma = np.linalg.lstsq(gram, d_change @ change, rcond=1e-12)[0]
        return mapped - gamma @ d_value
