"""Simulation-based calibration: whether the sampler draws from the posterior that the model says.

Parameters are drawn from the prior and positions from them; then the rank of each true value among posterior draws is
uniform, if and only if the draws are right (Talts, Betancourt, Simpson, Vehtari and Gelman, "Validating Bayesian
Inference Algorithms with Simulation-Based Calibration", arXiv 1804.06788, 2018). The log-likelihood is among the
quantities, since it notices a sampler that forgets the data (Modrák et al., "Simulation-Based Calibration Checking for
Bayesian Computation: The Choice of Test Quantities Shapes Sensitivity", Bayesian Analysis, 2023).
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from onrecord.measures.ideal_points.cells import Cells
from onrecord.measures.ideal_points.fit import fit
from onrecord.measures.ideal_points.gibbs import Sampling, posterior
from onrecord.measures.ideal_points.likelihood import log_probability
from onrecord.measures.ideal_points.options import Mode, Options
from onrecord.measures.ideal_points.prior_draws import Prior, Truth
from onrecord.measures.ideal_points.uniformity import uniformity
from onrecord.vocabulary.errors import NotEstimable

LEVEL = 0.01
"""How often a sampler that is right would be said not to be."""
SAMPLING = Sampling(chains=1, warm_up=250, sweeps=63 * 12, thin=12)
"""63 draws, so far apart that they are nearly independent: ranks among draws that hang together are not uniform."""


@dataclass(frozen=True, slots=True)
class Design:
    """What is simulated: a panel in which every state votes on every item, how often, and how it is sampled."""

    states: int = 12
    items: int = 40
    periods: int = 3
    replications: int = 100
    seed: int = 20261122
    options: Options = field(default_factory=lambda: Options(threads=1))
    sampling: Sampling = field(default_factory=lambda: SAMPLING)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One test quantity: its statistic γ (``uniformity``), its p value, and its ranks, one for each replication."""

    name: str
    statistic: float
    p: float
    ranks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Calibration:
    """The outcome: ``draws`` posterior draws in each replication, p values to be held to ``level`` together."""

    design: Design
    draws: int
    level: float
    quantities: tuple[Quantity, ...]

    @property
    def worst(self) -> Quantity:
        """The quantity with the smallest p value."""
        return min(self.quantities, key=lambda one: one.p)

    @property
    def adjusted(self) -> float:
        """The smallest p value times the number of quantities (Bonferroni), at most 1."""
        return min(1.0, self.worst.p * len(self.quantities))

    @property
    def passed(self) -> bool:
        """Whether no quantity's ranks are further from uniform than chance permits."""
        return self.adjusted >= self.level


def calibrate(
    design: Design, told: Callable[[int, int], None] | None = None, drawn_from: Options | None = None
) -> Calibration:
    """Return whether ranks are uniform; ``told`` hears how many replications are done, of how many.

    ``drawn_from`` are the priors that parameters are drawn from, where they are to differ from those the sampler is
    given: then the calibration has to fail. Raises NotEstimable for a panel too small to place states on a line.
    """
    _check(design)
    prior = Prior(design.states, design.items, design.periods, drawn_from or design.options)
    ranks = []
    for one in range(design.replications):
        ranks.append(_ranks(design, prior.draw(np.random.default_rng([design.seed, one])), one))
        if told is not None:
            told(one + 1, design.replications)
    names = tuple(ranks[0])
    table = np.array([[row[name] for row in ranks] for name in names])
    draws = design.sampling.sweeps // design.sampling.thin
    statistics, p = uniformity(table, draws, design.seed)
    found = (
        Quantity(names[at], float(statistics[at]), float(p[at]), tuple(table[at].tolist())) for at in range(len(names))
    )
    return Calibration(design, draws, LEVEL, tuple(found))


def _check(design: Design) -> None:
    if design.states < 3 or design.periods < 1 or design.items < 2 * design.periods or design.replications < 1:
        found = f"{design.states} states, {design.items} items, {design.periods} periods, {design.replications} times"
        expected = "at least 3 states, 1 period, 2 items in each period and 1 replication"
        raise NotEstimable("calibration", expected, found)


def _ranks(design: Design, truth: Truth, number: int) -> dict[str, int]:
    """Return the rank of each quantity's true value among its draws, ties broken by chance."""
    cells = truth.cells if design.options.mode is Mode.DYNAMIC else truth.cells.static()
    start = fit(cells, design.options)
    sampling = design.sampling
    seeded = replace(sampling, chains=1, seed=design.seed + number)
    drawn = posterior(start, seeded)
    sign = 1.0 if truth.theta @ start.theta >= 0 else -1.0
    items = truth.items * np.array([sign, 1.0, 1.0])
    true = quantities(cells, (sign * truth.theta)[None], items[None], _log_likelihood(truth, cells))
    found = quantities(
        cells, drawn.theta[0].astype(np.float64), drawn.items[0].astype(np.float64), drawn.log_likelihood[0]
    )
    random = np.random.default_rng([design.seed, number, 1])
    return {name: _rank(true[name][0], found[name], random) for name in true}


def _rank(value: float, draws: np.ndarray, random: np.random.Generator) -> int:
    return int((draws < value).sum() + random.integers(0, (draws == value).sum() + 1))


def _log_likelihood(truth: Truth, cells: Cells) -> np.ndarray:
    item = truth.items[cells.item]
    point = truth.theta[cells.nodes.of_cell]
    return log_probability(cells.position, item[:, 0], item[:, 1], item[:, 2], point).sum(keepdims=True)


def quantities(cells: Cells, theta: np.ndarray, items: np.ndarray, log_likelihood: np.ndarray) -> dict[str, np.ndarray]:
    """Return the test quantities of each draw; ``theta`` is (draws, nodes), ``items`` (draws, items, 3).

    Slopes and cuts as a whole, as well as single ones: the former notice a wrong prior, the latter a wrong step.
    """
    nodes = cells.nodes
    found = {
        "log-likelihood": log_likelihood,
        "point of the first state": theta[:, 0],
        "point of the last state": theta[:, -1],
        "first state less the second": theta[:, 0] - theta[:, nodes.paths[1]],
        "slope of the first item": items[:, 0, 0],
        "first cut of the first item": items[:, 0, 1],
        "slopes squared": (items[:, :, 0] ** 2).sum(axis=1),
        "distances of cuts": (items[:, :, 2] - items[:, :, 1]).sum(axis=1),
    }
    later = np.setdiff1d(np.arange(nodes.n), nodes.paths[:-1])
    if len(later):
        found["steps squared"] = ((theta[:, later] - theta[:, later - 1]) ** 2 / nodes.gap[later]).sum(axis=1)
        found["spread of the first period"] = theta[:, nodes.period == nodes.period.min()].std(axis=1)
    return found
