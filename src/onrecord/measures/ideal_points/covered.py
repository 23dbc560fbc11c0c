"""How often intervals hold the points that votes were simulated from, by stratum."""

from collections.abc import Iterator

import numpy as np

from onrecord.measures.ideal_points.cells import Nodes
from onrecord.measures.ideal_points.dynamic_intervals import FEW, since_first, width
from onrecord.measures.ideal_points.placing import Placed
from onrecord.measures.ideal_points.simulation import on_periods

STRATA = (
    "within a period",
    "differences within a period",
    "across periods",
    "changes since the first",
    "changes to the next",
)

Held = dict[str, tuple[int, int]]
"""By stratum, how many intervals hold the truth, and of how many."""


def covered(placed: Placed, truth: np.ndarray, level: float) -> Held:
    """Return how many intervals hold the truth. ``truth``: the points simulated from, in the order of the nodes.

    Each of ``STRATA`` is told apart by whether a point that it concerns rests on fewer than ``FEW`` positions.
    Differences are those of all pairs of one period; changes those of each state from its first point, which are
    published, and from each point to its next, for which the same factors are used.
    """
    truth = (truth - truth.mean()) / truth.std()
    truth = truth * np.sign(truth @ placed.spread.points)
    found: Held = {}
    for kind, errors, sd, few in _intervals(placed, truth):
        hit = np.abs(errors) <= width(level) * sd
        for words, chosen in ((f"{kind}, under {FEW} positions", few), (f"{kind}, the others", ~few)):
            held, n = found.get(words, (0, 0))
            found[words] = held + int(hit[chosen].sum()), n + int(chosen.sum())
    return found


def added(one: Held, other: Held) -> Held:
    """Return the counts of two simulations together."""
    found = dict(one)
    for key, (held, n) in other.items():
        before = found.get(key, (0, 0))
        found[key] = before[0] + held, before[1] + n
    return found


def _intervals(placed: Placed, truth: np.ndarray) -> Iterator[tuple[str, np.ndarray, np.ndarray, np.ndarray]]:
    """Yield each stratum's errors, standard deviations, and whether they rest on few positions."""
    spread, votes, nodes = placed.spread, placed.votes, placed.panel.cells.nodes
    few, on_period = votes < FEW, on_periods(spread, truth)
    yield STRATA[0], spread.points - on_period, placed.within, few
    for t in range(len(spread.covariance.chain.periods)):
        here = spread.members(t)
        one, other = np.triu_indices(len(here), 1)
        whole = spread.within_period(t)
        variance = np.diag(whole)[one] + np.diag(whole)[other] - 2 * whole[one, other]
        widened = placed.widening.of_within(np.minimum(votes[here[one]], votes[here[other]])) / placed.unit
        errors = (spread.points - on_period)[here]
        yield STRATA[1], errors[one] - errors[other], np.sqrt(variance) * widened, few[here[one]] | few[here[other]]
    yield STRATA[2], spread.points - truth, placed.across, few
    errors = spread.points - truth
    for kind, (before, after) in zip(STRATA[3:], (since_first(nodes), _to_the_next(nodes)), strict=True):
        yield kind, errors[after] - errors[before], placed.change(before, after), few[before] | few[after]


def _to_the_next(nodes: Nodes) -> tuple[np.ndarray, np.ndarray]:
    """Return the pairs of nodes that follow each other on a state's path."""
    before = np.setdiff1d(np.arange(nodes.n), nodes.paths[1:] - 1)
    return before, before + 1
