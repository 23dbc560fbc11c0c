"""How views show a named method, and the interval of its figures."""

from dataclasses import dataclass

import numpy as np

from onrecord.measures.agreement.methods import Method, Scale
from onrecord.measures.cohesion import Index
from onrecord.measures.resampling import Intervals


@dataclass(frozen=True, slots=True)
class MethodLine:
    """A method by its name: formula in words, source, which roll calls it leaves out, how an absence counts."""

    name: str
    label: str
    formula: str
    source: str
    leaves_out: str
    absence: str
    scale: Scale


@dataclass(frozen=True, slots=True)
class IntervalLine:
    """How intervals were made: ``draws`` times as many ``drawn`` again, with replacement, as the ``units`` there are.

    Percentile intervals of ``level``; the seed makes them the same each time.
    """

    drawn: str
    units: int
    draws: int
    level: float
    seed: int


def method_line(method: Method) -> MethodLine:
    """Return a method of agreement as a view shows it."""
    return MethodLine(
        method.name, method.label, method.formula, method.source, method.leaves_out, method.absence, method.scale
    )


def index_line(index: Index) -> MethodLine:
    """Return an index of cohesion as a view shows it."""
    absence = "An absent member is not counted."
    return MethodLine(index.name, index.label, index.formula, index.source, index.leaves_out, absence, Scale.INDEX)


def interval_line(found: Intervals) -> IntervalLine:
    """Return how intervals were made."""
    made = found.bootstrap
    return IntervalLine(made.drawn.value, found.units, made.draws, made.level, made.seed)


def known(value: np.ndarray | float) -> float | None:
    """Return a figure as a view holds it: None where there is none."""
    return None if np.isnan(value) else float(value)
