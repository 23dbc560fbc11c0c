"""The outcome of simulation-based calibration: whether the sampler of ideal points is right, by which figures."""

from dataclasses import dataclass

from onrecord.measures.ideal_points.calibration import Calibration


@dataclass(frozen=True, slots=True)
class QuantityLine:
    """One test quantity: how far its ranks are from uniform (γ, small is far), and how often chance is as far."""

    name: str
    statistic: float
    p: float
    ranks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CalibrationView:
    """The simulated panel, and whether ranks are uniform at ``level``, all quantities together.

    ``p`` is the smallest p value times the number of quantities; ``draws`` are those of each replication, ``seed``
    makes the same simulation again.
    """

    passed: bool
    p: float
    level: float
    worst: str
    mode: str
    states: int
    items: int
    periods: int
    replications: int
    draws: int
    seed: int
    quantities: tuple[QuantityLine, ...]


def calibration_view(found: Calibration) -> CalibrationView:
    """Return what is shown of a calibration."""
    design = found.design
    lines = tuple(QuantityLine(one.name, one.statistic, one.p, one.ranks) for one in found.quantities)
    outcome = found.passed, found.adjusted, found.level, found.worst.name, design.options.mode.value
    panel = design.states, design.items, design.periods, design.replications, found.draws, design.seed
    return CalibrationView(*outcome, *panel, lines)
