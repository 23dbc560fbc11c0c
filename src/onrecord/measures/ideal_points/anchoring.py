"""Which side of the line is high: said after the fit, by named states, and checked in every period.

Votes do not say which end is which: θ and every slope may change their sign together. Two short lists of states say
it, so that those of the first stand higher on average than those of the second. The states do not enter the fit.
Whether they stand so in every single period is a question to the fit, and the answer is kept: where it is no, the line
of that period is not the line that the named states stand for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.measures.ideal_points.fit import Fit
from onrecord.measures.ideal_points.options import Mode
from onrecord.vocabulary.errors import NotEstimable


@dataclass(frozen=True, slots=True)
class Side:
    """Of one period: which of the named states have a point, and the difference of their means.

    ``difference`` is the mean of the positive states less that of the negative; None where one side is missing.
    """

    period: int
    positive: tuple[str, ...]
    negative: tuple[str, ...]
    difference: float | None

    @property
    def agrees(self) -> bool | None:
        """Whether the positive states stand higher; None where a side is missing."""
        return None if self.difference is None else self.difference > 0


def sides(fit: Fit, positive: Sequence[str], negative: Sequence[str]) -> tuple[Side, ...]:
    """Return for each period of a fit how the named states stand in it."""
    nodes = fit.cells.nodes
    name = np.array(fit.cells.states)[nodes.state]
    up, down = np.isin(name, list(positive)), np.isin(name, list(negative))
    return tuple(
        _side(int(period), nodes.period == period, (up, down), (name, fit.theta)) for period in np.unique(nodes.period)
    )


def _side(
    period: int, here: np.ndarray, named: tuple[np.ndarray, np.ndarray], points: tuple[np.ndarray, np.ndarray]
) -> Side:
    up, down = named[0] & here, named[1] & here
    name, theta = points
    both = up.any() and down.any()
    difference = float(theta[up].mean() - theta[down].mean()) if both else None
    return Side(period, tuple(name[up].tolist()), tuple(name[down].tolist()), difference)


def anchored(fit: Fit, positive: Sequence[str], negative: Sequence[str]) -> Fit:
    """Return the fit with the positive states on the high side.

    In modes STATIC and DYNAMIC all is turned or nothing, by the sum of the periods' differences. In mode SESSION each
    period is turned by itself; one in which a side is missing is turned so that its states stand as they do in the
    period before (or, at the beginning, after) that could be turned. Raises NotEstimable where no period has both.
    """
    found = sides(fit, positive, negative)
    known = [one.difference for one in found if one.difference is not None]
    if not known:
        expected = f"a period with one of {', '.join(positive)} and one of {', '.join(negative)}"
        raise NotEstimable("side of the ideal points", expected, "none")
    if fit.options.mode is Mode.SESSION:
        return _turned(fit, _signs(fit, found))
    sign = 1.0 if sum(known) >= 0 else -1.0
    return _turned(fit, dict.fromkeys((one.period for one in found), sign))


def _signs(fit: Fit, found: tuple[Side, ...]) -> dict[int, float]:
    """Return the sign by which each period of a fit by session is multiplied."""
    signs = {one.period: float(np.sign(one.difference) or 1) for one in found if one.difference is not None}
    first = next(at for at, one in enumerate(found) if one.difference is not None)
    order = [*range(first, len(found)), *range(first - 1, -1, -1)]
    for before, at in zip([first, *order], order, strict=False):
        here = found[at].period
        if here not in signs:
            near = found[first if at == first - 1 else before].period
            signs[here] = signs[near] * _same_way(fit, near, here)
    return signs


def _same_way(fit: Fit, one: int, other: int) -> float:
    """Return -1.0 where the states of two periods stand the other way round in the second, else 1.0."""
    nodes = fit.cells.nodes
    of_one = dict(zip(nodes.state[nodes.period == one].tolist(), fit.theta[nodes.period == one].tolist(), strict=True))
    of_other = zip(nodes.state[nodes.period == other].tolist(), fit.theta[nodes.period == other].tolist(), strict=True)
    return -1.0 if sum(of_one.get(state, 0.0) * theta for state, theta in of_other) < 0 else 1.0


def _turned(fit: Fit, signs: dict[int, float]) -> Fit:
    """Return the fit with points and slopes multiplied by their period's sign (all alike but in mode SESSION)."""
    cells = fit.cells
    theta = fit.theta * np.array([signs[one] for one in cells.nodes.period.tolist()])
    of_item = np.ones(cells.items)
    of_item[cells.item] = np.array([signs[one] for one in cells.nodes.period.tolist()])[cells.nodes.of_cell]
    return replace(fit, theta=theta, slope=fit.slope * of_item)
