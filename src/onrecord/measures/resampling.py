"""Bootstrap: how often each roll call is drawn when as many are drawn again, with replacement, from a selection.

Roll calls of one session are not independent: one text brings ten amendments, and texts return in each other's
company. Drawing single roll calls takes them for independent, and mostly gives the narrower interval; drawing whole
sessions keeps together what was voted together. Percentile intervals and the drawing of whole clusters: Davison and
Hinkley, "Bootstrap Methods and their Application", Cambridge 1997.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import NormalDist

import numpy as np
from scipy.special import stdtrit

from onrecord.record.position_table import PositionTable

MINIMUM_SESSIONS = 5
"""Under this many sessions no interval is given by drawing sessions: too few ways to draw them."""


class Drawn(StrEnum):
    """What is drawn again, with replacement."""

    ROLL_CALLS = "roll calls"
    SESSIONS = "sessions"


@dataclass(frozen=True, slots=True)
class Bootstrap:
    """How an interval is made: what is drawn, how many times, the share of draws between its ends, the seed."""

    drawn: Drawn = Drawn.SESSIONS
    draws: int = 1000
    level: float = 0.95
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Intervals:
    """Expanded percentile intervals: ``low`` and ``high`` (float64, nan where there is none), ``units`` were drawn."""

    low: np.ndarray
    high: np.ndarray
    units: int
    bootstrap: Bootstrap


def units_of(table: PositionTable, drawn: Drawn) -> np.ndarray:
    """Return which unit each roll call belongs to, as numbers from 0: itself, or its session."""
    if drawn is Drawn.ROLL_CALLS:
        return np.arange(len(table.rollcalls))
    return _numbered([one.session for one in table.rollcalls])


def _numbered(names: Sequence[str]) -> np.ndarray:
    numbers = {name: at for at, name in enumerate(dict.fromkeys(names))}
    return np.array([numbers[name] for name in names], dtype=np.int64)


def drawn_weights(units: int, bootstrap: Bootstrap) -> np.ndarray:
    """Return how often each of so many units is drawn: float32 of shape (draws, units), the same for the same seed."""
    random = np.random.default_rng(bootstrap.seed)
    chosen = random.integers(0, units, size=(bootstrap.draws, units))
    flat = chosen + units * np.arange(bootstrap.draws)[:, None]
    return np.bincount(flat.ravel(), minlength=units * bootstrap.draws).reshape(-1, units).astype(np.float32)


def enough(units: int, drawn: Drawn) -> bool:
    """Return whether there are units enough to draw from."""
    return units >= (MINIMUM_SESSIONS if drawn is Drawn.SESSIONS else 1)


def percentiles(
    values: np.ndarray, point: np.ndarray, units: int, bootstrap: Bootstrap
) -> tuple[np.ndarray, np.ndarray]:
    """Return the ends of the intervals of draws of ``units`` in the first axis; nan where there is no figure.

    Draws without a value (no roll call that counts came up in them) are left out; where they are more than one in
    twenty, there is no interval. Nor is there one where all draws are alike: votes that never differed say nothing of
    how much they might have.
    """
    shape = point.shape
    low, high = np.full(shape, np.nan), np.full(shape, np.nan)
    without = np.isnan(values).mean(axis=0)
    given = ~np.isnan(point) & (without <= _WITHOUT)
    ends = expanded(bootstrap.level, units)
    # What is whole goes the quick way: numpy takes columns with gaps one by one.
    for chosen, quantile in ((given & (without == 0), np.quantile), (given & (without > 0), np.nanquantile)):
        if chosen.any():
            low[chosen], high[chosen] = quantile(values[:, chosen], ends, axis=0)
    alike = low == high
    low[alike] = high[alike] = np.nan
    return low, high


def expanded(level: float, units: int) -> tuple[float, float]:
    """Return the percentiles to take so that few units give an interval of the level: farther out than the level's own.

    The percentiles of a bootstrap are too near the middle where few units are drawn; these are those of the normal
    distribution at the ends of Student's interval (Hesterberg, "What Teachers Should Know About the Bootstrap", The
    American Statistician 69, 2015, expanded percentile interval). With one unit they are the level's own.
    """
    plain = (1 - level) / 2
    if units < 2:
        return plain, 1 - plain
    low = NormalDist().cdf(float(stdtrit(units - 1, plain)) * sqrt(units / (units - 1)))
    return low, 1 - low


_WITHOUT = 0.05
