"""What a fit of ideal points is asked: the mode, the priors, and when to stop."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """What a state has a point for: all votes together, each period on a path, or each period by itself."""

    STATIC = "static"
    DYNAMIC = "dynamic"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Options:
    """The model's priors, on the scale where points have mean 0 and standard deviation 1, and when to stop.

    ``walk_variance`` is ω²: how far, squared, a state is expected to move in one period. ``start_variance`` is that
    of a path's first point (of each point where there is no path), ``slope_variance`` and ``cut_variance`` those of
    normal priors around 0; cuts have also the density (cut_2 - cut_1) to the power ``spacing``, which keeps them apart
    where nobody abstained. The fit stops when the largest step of a point is under ``tolerance`` standard deviations
    and every gradient under ``tolerance`` times ``gradient_ratio`` standard errors; else after ``most_sweeps``.
    """

    mode: Mode = Mode.DYNAMIC
    walk_variance: float = 0.05
    slope_variance: float = 4.0
    cut_variance: float = 10.0
    start_variance: float = 1.0
    spacing: float = 0.05
    tolerance: float = 1e-3
    gradient_ratio: float = 10.0
    most_sweeps: int = 500
    threads: int = 2
