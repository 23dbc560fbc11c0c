"""The fast fit: the ideal points, slopes and cuts under which the positions, with weak priors, are most likely.

Ordinal probit with yes < abstain < no. In turn each item's slope and cuts take a Newton step (3 × 3), and each
state's whole path does (tridiagonal: the random walk ties each point to the one before and the one after); Anderson
acceleration joins the sweeps. It stops when neither the points move nor the gradient is left, never because two
rounds correlate. The model is that of Bailey, Strezhnev and Voeten (Journal of Conflict Resolution 61, 2017), with a
proper walk in both directions in place of a prior that looks back only.
"""

from dataclasses import dataclass, replace

import numpy as np

from onrecord.measures.ideal_points.cells import Cells, distinct
from onrecord.measures.ideal_points.layout import Layout, layout
from onrecord.measures.ideal_points.options import Mode, Options
from onrecord.measures.ideal_points.scale import Scale
from onrecord.measures.ideal_points.sweeps import Sweeps
from onrecord.measures.ideal_points.threads import sharing
from onrecord.vocabulary.errors import NotEstimable


@dataclass(frozen=True, eq=False)
class Fit:
    """The points (in the order of ``cells.nodes``, mean 0, standard deviation 1) and the items' slopes and cuts.

    ``sweeps`` were made; in the last the largest step of a point was ``change`` standard deviations, and the largest
    gradient of an item or a point ``gradient`` of its own standard errors.
    """

    cells: Cells
    options: Options
    theta: np.ndarray
    slope: np.ndarray
    cut_1: np.ndarray
    cut_2: np.ndarray
    sweeps: int
    change: float
    gradient: float

    @property
    def converged(self) -> bool:
        """Whether the fit stopped because it had arrived, not because it had swept as often as allowed."""
        asked = self.options.tolerance
        return self.change < asked and self.gradient < asked * self.options.gradient_ratio


def fit(cells: Cells, options: Options) -> Fit:
    """Return the most likely points, slopes and cuts; high θ is the side of no on items of positive slope.

    In mode SESSION an item of several periods becomes one item for each: ``Fit.cells`` has them. Raises NotEstimable
    where in no item, or in mode SESSION in none of a period, positions differ.
    """
    cells = cells_of_mode(cells, options.mode)
    if not cells.n:
        raise NotEstimable("ideal points", "at least one position", "none")
    where = layout(cells, options.threads)
    scale = _scale(cells, where, options.mode)
    _check(where, scale)
    with sharing(options.threads) as share:
        sweeps = Sweeps(cells, options, where, scale, share)
        made, change, gradient = sweeps.run()
    slope, cut_1, cut_2 = sweeps.items[:, :3].T.copy()
    return Fit(cells, options, sweeps.points, slope, cut_1, cut_2, made, change, gradient)


def cells_of_mode(cells: Cells, mode: Mode) -> Cells:
    """Return the cells that a mode fits: one period in mode STATIC, items of one period each in mode SESSION."""
    if mode is Mode.STATIC:
        return cells.static()
    if mode is Mode.DYNAMIC or not cells.n:
        return cells
    periods, period = distinct(cells.period)
    found, item = distinct(cells.item.astype(np.int64) * len(periods) + period)
    if len(found) == len(distinct(cells.item)[0]):
        return cells
    return replace(cells, item=item, items=len(found))


def _scale(cells: Cells, where: Layout, mode: Mode) -> Scale:
    if mode is Mode.SESSION:
        return Scale(where.period_of_point, len(where.periods))
    return Scale(np.zeros(cells.nodes.n, dtype=np.int32), 1)


def _check(where: Layout, scale: Scale) -> None:
    """Raise NotEstimable where the points of a scale have no item on which positions differ."""
    differ = (where.by_call.counts > 0).sum(axis=1) > 1
    period = where.period_of_call[differ] if scale.groups > 1 else np.zeros(differ.sum(), dtype=np.int32)
    without = np.flatnonzero(np.bincount(period, minlength=scale.groups) == 0)
    if len(without):
        place = f"in period {where.periods[without[0]]}" if scale.groups > 1 else "in all"
        raise NotEstimable("ideal points", "a vote on which positions differ", f"none {place}")
