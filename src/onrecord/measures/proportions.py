"""Intervals of a share and of the difference of two shares.

Wilson's score interval: Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the
American Statistical Association 22, 1927. The difference of two independent shares: Newcombe, "Interval Estimation for
the Difference between Independent Proportions: Comparison of Eleven Methods", Statistics in Medicine 17, 1998, method
10 (hybrid score, without continuity correction). Both take each vote as a draw of its own; votes on one text are alike,
so that the intervals are rather too narrow than too wide.
"""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

LEVEL = 0.95
"""The level of an interval where no other is asked for."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A share or a difference of shares, ``low`` and ``high`` at ``level``."""

    low: float
    high: float
    level: float

    def holds(self, value: float) -> bool:
        """Return whether a value lies within, ends included."""
        return self.low <= value <= self.high


def wilson(count: int, n: int, level: float = LEVEL) -> Interval | None:
    """Return the score interval of a share of ``count`` in ``n``; None where n is 0."""
    _check(count, n, level)
    if not n:
        return None
    z = NormalDist().inv_cdf((1 + level) / 2)
    share = count / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return Interval(0.0 if count == 0 else middle - half, 1.0 if count == n else middle + half, level)


def newcombe(first: tuple[int, int], second: tuple[int, int], level: float = LEVEL) -> Interval | None:
    """Return the interval of the first share less the second, each as count and n; None where an n is 0."""
    one, other = wilson(*first, level), wilson(*second, level)
    if one is None or other is None:
        return None
    p, q = first[0] / first[1], second[0] / second[1]
    low = (p - q) - sqrt((p - one.low) ** 2 + (other.high - q) ** 2)
    high = (p - q) + sqrt((one.high - p) ** 2 + (q - other.low) ** 2)
    return Interval(low, high, level)


def _check(count: int, n: int, level: float) -> None:
    if not 0 <= count <= n:
        raise ValueError(f"count of a share: expected 0 to {n}, found {count}")
    if not 0 < level < 1:
        raise ValueError(f"level of an interval: expected a number between 0 and 1, found {level}")
