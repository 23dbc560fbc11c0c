"""What the General Assembly says of a state before the Council votes: a prior with the width that it has earned.

A state's point in the Council is expected where its point in the Assembly, near that year, puts it: on a straight line
fitted over all states that have both. How far the states lie from that line, beyond what the Council's few votes leave
open, is the prior's variance, estimated by moments as between studies (DerSimonian and Laird, "Meta-Analysis in
Clinical Trials", Controlled Clinical Trials 7, 1986). Where the Assembly's votes in the record end, its points walk on
unseen and the prior widens with each year.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from onrecord.measures.ideal_points.anchoring import anchored
from onrecord.measures.ideal_points.anchors import NEGATIVE, POSITIVE
from onrecord.measures.ideal_points.fit import fit
from onrecord.measures.ideal_points.laplace import Laplace
from onrecord.measures.ideal_points.options import Mode, Options
from onrecord.measures.ideal_points.panels import panel
from onrecord.measures.ideal_points.period_blocks import Chain, PathPrior
from onrecord.record.position_table import PositionTable

LEAST_STATES = 10
"""With fewer states that have both points, how well the one predicts the other cannot be said."""


@dataclass(frozen=True, eq=False)
class AssemblyPoints:
    """Points in the Assembly: ``years`` in order, ``points`` by state (its years and points in them, in order)."""

    points: dict[str, tuple[np.ndarray, np.ndarray]]
    walk_variance: float
    last: int

    def near(self, state: str, year: float) -> float | None:
        """Return a state's point in the year nearest to one; None where it has none."""
        if state not in self.points:
            return None
        years, points = self.points[state]
        return float(points[np.abs(years - year).argmin()])


@dataclass(frozen=True, slots=True)
class Prediction:
    """How well the Assembly predicts the Council: Council = ``at_zero`` + ``slope`` times Assembly, give or take.

    ``deviation`` is the standard deviation of what is left, ``correlation`` that of the two, over ``n`` points of
    ``states`` states. ``last`` is the Assembly's last year; ``yearly`` the variance that each later year adds.
    """

    at_zero: float
    slope: float
    deviation: float
    correlation: float
    n: int
    states: int
    last: int
    yearly: float


@lru_cache(maxsize=8)
def assembly_points(table: PositionTable) -> AssemblyPoints:
    """Return the states' points in the Assembly by year, the high side where the anchors' positive states are."""
    by_year = panel(table, "year")
    mode = Mode.STATIC if len(by_year.labels) == 1 else Mode.DYNAMIC
    options = Options(mode=mode)
    found = anchored(fit(by_year.cells, options), POSITIVE, NEGATIVE)
    nodes = found.cells.nodes
    years = nodes.period if mode is Mode.DYNAMIC else np.full(nodes.n, next(iter(by_year.labels)))
    names = np.array(found.cells.states)[nodes.state]
    points = {str(one): (years[names == one], found.theta[names == one]) for one in np.unique(names)}
    return AssemblyPoints(points, options.walk_variance, int(years.max()))


def predicted(
    found: Laplace, points: np.ndarray, sd: np.ndarray, years: np.ndarray, known: AssemblyPoints
) -> Prediction | None:
    """Return how well the Assembly predicts a panel's points; None where fewer than ``LEAST_STATES`` have both.

    ``points`` and their standard deviations ``sd`` are in the order of the nodes, ``years`` their years.
    """
    state = found.cells.nodes.state
    names = [found.cells.states[one] for one in state.tolist()]
    there = np.array([known.near(name, year) for name, year in zip(names, years, strict=True)], dtype=np.float64)
    both = np.isfinite(there) & (years <= known.last + 1)
    n, states = int(both.sum()), len(np.unique(state[both]))
    if states < LEAST_STATES:
        return None
    slope, at_zero = np.polyfit(there[both], points[both], 1)
    left = points[both] - at_zero - slope * there[both]
    between = (left**2).sum() / (n - 2) - (sd[both] ** 2).mean()
    return Prediction(
        at_zero=float(at_zero),
        slope=float(slope),
        deviation=float(np.sqrt(max(between, _LEAST_DEVIATION**2))),
        correlation=float(np.corrcoef(there[both], points[both])[0, 1]),
        n=n,
        states=states,
        last=known.last,
        yearly=float(slope**2 * known.walk_variance),
    )


_LEAST_DEVIATION = 0.4
"""No prediction is held to be nearer than this, which is what is found over all of the Council's years to 2020.

One year's 47 members and few votes may seem to lie nearer to the line than they do.
"""


def assembly_prior(found: Laplace, prediction: Prediction, known: AssemblyPoints, years: np.ndarray) -> PathPrior:
    """Return the prior that a prediction gives; ``years`` are those of the panel's periods, in order.

    A state without a point in the Assembly keeps the plain prior's start, around the mean of all.
    """
    places, plain = found.chain, found.prior
    expected, start = np.zeros(places.n), plain.start.copy()
    begun = np.zeros(len(start), dtype=bool)
    for t, members in enumerate(places.members):
        for place, state in enumerate(members.tolist(), int(places.begins[t])):
            there = known.near(found.cells.states[state], years[t])
            expected[place] = 0.0 if there is None else prediction.at_zero + prediction.slope * there
            if there is not None and not begun[state]:
                start[state] = prediction.deviation**2 + _unseen(prediction, prediction.last, years[t])
            begun[state] = True
    later = np.array([_unseen(prediction, one, other) for one, other in pairwise(years.tolist())])
    return PathPrior(start, plain.steps + later, expected)


def _unseen(prediction: Prediction, one: float, other: float) -> float:
    """Return the variance of the Assembly's walk between two years, as far as its votes are not in the record."""
    return prediction.yearly * max(other - max(one, prediction.last), 0.0)


def under_prior(found: Laplace, points: np.ndarray, prior: PathPrior) -> tuple[Laplace, np.ndarray]:
    """Return what a panel's votes tell beside another prior, and the points (nodes) under it.

    The votes' information is normal around the points found under the plain prior: that prior is taken out and the
    other put in. Points then have the mean and the spread that the prior gives them.
    """
    made, places = found.under(prior), found.chain
    whole = _with_unseen(found, points)
    pull = prior.times(places, prior.mean - whole) + found.prior.times(places, whole)
    return made, (whole + made.covariance.times(pull[:, None])[:, 0])[places.place]


def _with_unseen(found: Laplace, points: np.ndarray) -> np.ndarray:
    """Return a point for every place: where a path goes on unseen, on the straight line between its neighbours."""
    nodes, places = found.cells.nodes, found.chain
    whole = np.empty(places.n)
    state, period = _of_places(places)
    for one in np.unique(nodes.state):
        mine, here = nodes.state == one, state == one
        whole[here] = np.interp(period[here], nodes.period[mine], points[mine])
    return whole


def _of_places(places: Chain) -> tuple[np.ndarray, np.ndarray]:
    """Return the state and the period of each place."""
    sizes = [len(one) for one in places.members]
    return np.concatenate(places.members), np.repeat(places.periods, sizes)
