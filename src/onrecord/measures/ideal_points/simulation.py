"""Simulated votes on a panel's own pattern of seats and roll calls: what intervals hold of points that are known.

A panel's points and items are drawn around the estimate, positions by the model wherever there is one in the panel, and
the estimate is made anew: a parametric bootstrap (Lewis and Poole, "Measuring Bias and Uncertainty in Ideal Point
Estimates via the Parametric Bootstrap", Political Analysis 12, 2004). How often intervals hold drawn points is their
coverage; by how much they have to be wider to hold as many as they say is their widening.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

import numpy as np

from onrecord.measures.ideal_points.cells import Cells
from onrecord.measures.ideal_points.dynamic_intervals import FEW, Spread, since_first, width
from onrecord.measures.ideal_points.fit import fit
from onrecord.measures.ideal_points.laplace import Laplace, laplace, sums_of_items
from onrecord.measures.ideal_points.likelihood import probabilities
from onrecord.measures.ideal_points.means import mean_points
from onrecord.vocabulary.errors import NotEstimable

ENOUGH_POINTS, ENOUGH_CELLS, MOST_ROUNDS = 4000, 150_000, 8
"""Rounds are made until so many points or positions are simulated, at least one and no more than these."""

LEAST_OF_STRATUM, ENOUGH_OF_STRATUM = 200, 1600
"""A stratum of fewer points takes the widening of all; where one round has the first number of points on few positions,
rounds are made until there are the second."""


@dataclass(frozen=True, slots=True)
class Widening:
    """Factors of intervals' widths, of points with few positions (under ``FEW``) and of the others.

    ``n`` points were drawn.
    """

    within_few: float
    within: float
    across_few: float
    across: float
    changes_few: float
    changes: float
    n: int

    def of_within(self, votes: np.ndarray) -> np.ndarray:
        """Return the factor of each point within its period, by how many positions it rests on."""
        return np.where(votes < FEW, self.within_few, self.within)

    def of_across(self, votes: np.ndarray) -> np.ndarray:
        """Return the factor of each point across periods."""
        return np.where(votes < FEW, self.across_few, self.across)

    def of_changes(self, votes: np.ndarray) -> np.ndarray:
        """Return the factor of each change, by how many positions the one of its two points with fewer rests on."""
        return np.where(votes < FEW, self.changes_few, self.changes)


@dataclass(frozen=True, eq=False)
class Errors:
    """How far estimates lie from the points drawn, in standard deviations; ``few``: those with few positions.

    ``changes``: how far changes since states' first points are; ``few_changes``: those with few positions at one end.
    """

    within: np.ndarray
    across: np.ndarray
    few: np.ndarray
    changes: np.ndarray
    few_changes: np.ndarray


def drawn_positions(cells: Cells, theta: np.ndarray, items: np.ndarray, random: np.random.Generator) -> Cells:
    """Return the cells with positions drawn by the model; ``items`` (items, 3) are slopes and cutpoints."""
    shares = probabilities(*items[cells.item].T, theta[cells.nodes.of_cell])
    at = random.random(cells.n)
    position = (at > shares[:, 0]).astype(np.int8) + (at > shares[:, 0] + shares[:, 1])
    return replace(cells, position=position.astype(np.int8))


def drawn_truth(
    found: Laplace, points: np.ndarray, items: np.ndarray, random: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Return points (mean 0, standard deviation 1) and items (items, 3) drawn together around an estimate of both.

    Together, for they hang together: where the points of a period are drawn far apart, its slopes are small.
    """
    step = found.covariance.drawn(random)[found.chain.place]
    told = sums_of_items(found.cells, found.told.cross * step[found.cells.nodes.of_cell, None])
    own = np.matmul(np.linalg.cholesky(found.of_items), random.standard_normal((*items.shape, 1)))
    drawn = items + (own - np.matmul(found.of_items, told[:, :, None]))[:, :, 0]
    # Cutpoints that come out crossed change places.
    drawn[:, 1:].sort(axis=1)
    theta = points + step
    centre, spread = theta.mean(), theta.std()
    drawn[:, 1:] -= drawn[:, :1] * centre
    drawn[:, 0] *= spread
    return (theta - centre) / spread, drawn


def widening(found: Laplace, points: np.ndarray, items: np.ndarray, level: float, seed: int = 1) -> Widening:
    """Return by which factors intervals of a panel's estimate are to be wider to hold ``level`` of the points drawn.

    They are never made narrower: the real votes need not be as the model has them.
    """
    made = list(_rounds(found, points, items, _enough(found.cells), np.random.default_rng(seed)))
    if not made:
        raise NotEstimable("intervals of ideal points", "votes on which positions differ", "none in simulation")
    within, across, few, changes, few_changes = (
        np.concatenate([getattr(one, part.name) for one in made]) for part in fields(Errors)
    )
    strata = ((within, few), (across, few), (changes, few_changes))
    return Widening(*(_factor(errors, chosen, level) for errors, low in strata for chosen in (low, ~low)), n=len(few))


def _enough(cells: Cells) -> int:
    """Return how many rounds are made."""
    few = int((cells.nodes.votes < FEW).sum())
    by_size = min(-(-ENOUGH_POINTS // cells.nodes.n), -(-ENOUGH_CELLS // cells.n))
    by_stratum = -(-ENOUGH_OF_STRATUM // few) if few >= LEAST_OF_STRATUM else 1
    return min(MOST_ROUNDS, max(by_size, by_stratum))


def _rounds(
    found: Laplace, points: np.ndarray, items: np.ndarray, rounds: int, random: np.random.Generator
) -> Iterator[Errors]:
    for _ in range(rounds):
        truth, of_items = drawn_truth(found, points, items, random)
        drawn = drawn_positions(found.cells, truth, of_items, random)
        try:
            again = laplace(fit(drawn, found.options))
        except NotEstimable:
            continue
        yield errors_of(again, truth)


def errors_of(again: Laplace, truth: np.ndarray) -> Errors:
    """Return how far an estimate from drawn votes lies from the points they were drawn from."""
    points, _ = mean_points(again)
    spread = Spread(points, again.covariance)
    truth = truth * np.sign(truth @ points)
    few, errors = again.cells.nodes.votes < FEW, points - truth
    before, after = since_first(again.cells.nodes)
    return Errors(
        _ratio(points - on_periods(spread, truth), spread.within),
        _ratio(errors, spread.across),
        few,
        _ratio(errors[after] - errors[before], spread.change(before, after)),
        few[before] | few[after],
    )


def on_periods(spread: Spread, truth: np.ndarray) -> np.ndarray:
    """Return true points on each period's own origin and scale, those of its estimated points."""
    placed = np.empty_like(truth)
    for t in range(len(spread.covariance.chain.periods)):
        here = spread.members(t)
        own, theirs = truth[here], spread.points[here]
        stretch = theirs.std() / own.std() if own.std() else 1.0
        placed[here] = (own - own.mean()) * stretch + theirs.mean()
    return placed


def _ratio(errors: np.ndarray, sd: np.ndarray) -> np.ndarray:
    """Return absolute errors by their standard deviations, 0 where nothing is open."""
    return np.divide(np.abs(errors), sd, out=np.zeros_like(errors), where=sd > 0)


def _factor(errors: np.ndarray, chosen: np.ndarray, level: float) -> float:
    stratum = errors[chosen] if chosen.sum() >= LEAST_OF_STRATUM else errors
    if not len(stratum):
        return 1.0
    return max(1.0, float(np.quantile(stratum, level) / width(level)))
