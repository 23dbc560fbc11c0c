"""One panel placed: its points with standard deviations that simulation has set right."""

from dataclasses import dataclass, replace

import numpy as np

from onrecord.measures.ideal_points.anchoring import anchored, sides
from onrecord.measures.ideal_points.anchors import NEGATIVE, POSITIVE
from onrecord.measures.ideal_points.dynamic_intervals import Spread
from onrecord.measures.ideal_points.fit import fit
from onrecord.measures.ideal_points.laplace import Laplace, laplace
from onrecord.measures.ideal_points.means import mean_points
from onrecord.measures.ideal_points.options import Options
from onrecord.measures.ideal_points.panels import Panel
from onrecord.measures.ideal_points.priors import (
    AssemblyPoints,
    Prediction,
    assembly_prior,
    predicted,
    under_prior,
)
from onrecord.measures.ideal_points.simulation import Widening, widening
from onrecord.measures.ideal_points.threads import calm


@dataclass(frozen=True, eq=False)
class Placed:
    """A panel's points: ``spread`` before widening and ``unit``, by which its standard deviations are divided.

    ``anchors`` are the states present that say which end is high and which is low, ``disagree`` the periods in which
    they do not stand so.
    """

    panel: Panel
    spread: Spread
    unit: float
    widening: Widening
    anchors: tuple[tuple[str, ...], tuple[str, ...]]
    disagree: tuple[int, ...]
    prediction: Prediction | None

    @property
    def votes(self) -> np.ndarray:
        """How many positions each point rests on."""
        return self.panel.cells.nodes.votes

    @property
    def within(self) -> np.ndarray:
        """The standard deviation of each point within its period."""
        return self.spread.within / self.unit * self.widening.of_within(self.votes)

    @property
    def across(self) -> np.ndarray:
        """The standard deviation of each point across periods."""
        return self.spread.across / self.unit * self.widening.of_across(self.votes)

    def change(self, before: np.ndarray, after: np.ndarray) -> np.ndarray:
        """Return the standard deviation of each change from a point to another of the same state."""
        fewer = np.minimum(self.votes[before], self.votes[after])
        return self.spread.change(before, after) / self.unit * self.widening.of_changes(fewer)


@calm()
def placed_panel(one: Panel, options: Options, level: float, known: AssemblyPoints | None) -> Placed:
    """Return a panel placed for intervals of a level, informed by the Assembly where its points are ``known``.

    Raises NotEstimable where positions differ on no item or none of the states that say which end is high are there.
    """
    fitted = anchored(fit(one.cells, options), POSITIVE, NEGATIVE)
    found = laplace(fitted)
    points, items = mean_points(found)
    factors = widening(found, points, items, level)
    prediction = None
    if known is not None:
        found, points, prediction = _informed(found, points, one, known)
    unit = float(points.std())
    return Placed(
        panel=replace(one, cells=found.cells),
        spread=Spread((points - points.mean()) / unit, found.covariance),
        unit=unit,
        widening=factors,
        anchors=(_present(POSITIVE, found), _present(NEGATIVE, found)),
        disagree=tuple(side.period for side in sides(fitted, POSITIVE, NEGATIVE) if side.agrees is False),
        prediction=prediction,
    )


def _informed(
    found: Laplace, points: np.ndarray, one: Panel, known: AssemblyPoints
) -> tuple[Laplace, np.ndarray, Prediction | None]:
    """Return the votes' distribution and points beside what the Assembly says, and how well it predicts."""
    years = np.array([one.years[int(period)] for period in found.chain.periods])
    of_node = years[found.chain.period_of(found.chain.place)]
    prediction = predicted(found, points, Spread(points, found.covariance).across, of_node, known)
    if prediction is None:
        return found, points, None
    return *under_prior(found, points, assembly_prior(found, prediction, known, years)), prediction


def _present(states: tuple[str, ...], found: Laplace) -> tuple[str, ...]:
    here = {found.cells.states[one] for one in found.cells.nodes.state.tolist()}
    return tuple(state for state in states if state in here)
