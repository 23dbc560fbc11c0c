"""p-values of permutation tests."""

import numpy as np


def monte_carlo_p(at_least: np.ndarray | int, draws: int) -> np.ndarray:
    """Return p-values: ``at_least`` of ``draws`` random permutations were as far out as the data.

    One is added above and below (Phipson and Smyth, "Permutation P-values Should Never Be Zero", Statistical
    Applications in Genetics and Molecular Biology 9, 2010).
    """
    return (np.asarray(at_least, dtype=float) + 1) / (draws + 1)
