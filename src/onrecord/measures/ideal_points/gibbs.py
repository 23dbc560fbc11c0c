"""The full posterior of ideal points: draws of all points, slopes and cuts together, from several chains.

The model is ``fit``'s, priors and scale included, so that the fit is the mode of what is drawn here. Blocks are drawn
in turn (Gibbs sampling with Metropolis-Hastings steps, ``chains``), without latent scores: these would tie each draw
closely to the one before. What the fast fit and its intervals approximate, the draws show without approximation but for
their number, which ``convergence`` says.
"""

import math
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat

import numpy as np

from onrecord.measures.ideal_points.chains import Chain, Panel
from onrecord.measures.ideal_points.convergence import Convergence, convergence
from onrecord.measures.ideal_points.fit import Fit
from onrecord.measures.ideal_points.options import Mode
from onrecord.measures.ideal_points.threads import calm
from onrecord.vocabulary.errors import NotEstimable


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampling:
    """How long and from where to sample.

    Each of ``chains`` makes ``warm_up`` sweeps that are not kept, then ``sweeps`` of which every ``thin``-th is; where
    these are not enough (``Convergence.reached``) as many again as it has made, while that stays within ``most``. It
    begins at the fit, thrown off by ``dispersion`` (in standard deviations of the points, by point and by period);
    every second chain begins at its mirror image. ``threads`` chains run at a time; the draws do not depend on that.
    """

    chains: int = 4
    warm_up: int = 300
    sweeps: int = 2000
    most: int = 0
    thin: int = 4
    dispersion: float = 0.2
    seed: int = 20261122
    threads: int = 2


@dataclass(frozen=True, eq=False)
class Posterior:
    """Draws on the standard scale: in each, points have mean 0 and standard deviation 1, and the fit's sign.

    ``theta`` has shape (chains, draws, nodes), ``items`` (chains, draws, items, 3: slope, cut_1, cut_2), both float32;
    ``log_likelihood`` (chains, draws). ``taken`` is by chain the share of proposals taken of items, paths and moves of
    scale.
    """

    fit: Fit
    sampling: Sampling
    theta: np.ndarray
    items: np.ndarray
    log_likelihood: np.ndarray
    taken: np.ndarray

    @property
    def sweeps(self) -> int:
        """How many sweeps each chain made after its warm-up."""
        return self.theta.shape[1] * self.sampling.thin

    @cached_property
    def mean(self) -> np.ndarray:
        """The mean of each point over all draws."""
        return self.theta.mean(axis=(0, 1), dtype=np.float64)

    @cached_property
    def sd(self) -> np.ndarray:
        """The standard deviation of each point over all draws."""
        return self.theta.std(axis=(0, 1), dtype=np.float64)

    def interval(self, level: float) -> tuple[np.ndarray, np.ndarray]:
        """Return the ends of each point's central interval, scale and origin of its period included (across)."""
        return _quantiles(self.theta, level)

    def interval_within(self, level: float) -> tuple[np.ndarray, np.ndarray]:
        """Return the ends of each point's central interval among the points of its period (within).

        In each draw the points of a period are brought to the mean and standard deviation that their means have.
        """
        aligned = self.theta.copy()
        period = self.fit.cells.nodes.period
        for one in np.unique(period):
            here = period == one
            points = aligned[:, :, here]
            centre, scale = self.mean[here].mean(), self.mean[here].std()
            spread = np.maximum(points.std(axis=2, keepdims=True), 1e-6)
            aligned[:, :, here] = (points - points.mean(axis=2, keepdims=True)) / spread * scale + centre
        return _quantiles(aligned, level)

    def change(self, before: np.ndarray, after: np.ndarray, level: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return how far some points lie from others, on average, and the ends of the central interval of that."""
        changes = self.theta[:, :, after] - self.theta[:, :, before]
        return changes.mean(axis=(0, 1), dtype=np.float64), *_quantiles(changes, level)

    @cached_property
    def convergence(self) -> Convergence:
        """R-hat and effective number of draws of each point."""
        return convergence(self.theta)

    @cached_property
    def convergence_of_items(self) -> Convergence:
        """R-hat and effective number of draws of each item's slope and cuts, items in turn."""
        return convergence(self.items.reshape(*self.items.shape[:2], -1))


def posterior(fit: Fit, sampling: Sampling) -> Posterior:
    """Return draws from the posterior of a fit's model; their sign is the one that goes with the fit's points.

    Raises NotEstimable in mode SESSION, where each period is a model of its own: fit a period by itself as STATIC.
    """
    if fit.options.mode is Mode.SESSION:
        raise NotEstimable("full posterior", "a static or dynamic fit", "a fit of each session by itself")
    panel = Panel(fit.cells, fit.options)
    kept = [_Kept(fit) for _ in range(sampling.chains)]
    chains = [_start(panel, fit, sampling, one) for one in range(sampling.chains)]
    with calm(), ThreadPoolExecutor(sampling.threads) as pool:
        list(pool.map(_warmed, chains, kept, repeat(sampling)))
        found = _joined(fit, sampling, chains, kept)
        while 2 * found.sweeps <= sampling.most and not found.convergence.reached:
            list(pool.map(_run, chains, kept, repeat(sampling), repeat(found.sweeps)))
            found = _joined(fit, sampling, chains, kept)
    return found


class _Kept:
    """The draws of one chain as they come in."""

    def __init__(self, fit: Fit) -> None:
        self.fit = fit
        self.theta: list[np.ndarray] = []
        self.items: list[np.ndarray] = []
        self.log_likelihood: list[float] = []

    def keep(self, chain: Chain) -> None:
        """Keep where a chain is, with the fit's sign."""
        theta, items = chain.standard()
        if theta @ self.fit.theta < 0:
            theta, items[:, 0] = -theta, -items[:, 0]
        self.theta.append(theta.astype(np.float32))
        self.items.append(items.astype(np.float32))
        self.log_likelihood.append(chain.log_likelihood())


def _start(panel: Panel, fit: Fit, sampling: Sampling, number: int) -> Chain:
    """Return a chain at its dispersed start."""
    random = np.random.default_rng([sampling.seed, number])
    period = panel.where.period_of_point
    off = random.standard_normal((2, len(panel.where.periods)))[:, period] * sampling.dispersion
    points = fit.theta * np.exp(off[0]) + off[1] + sampling.dispersion * random.standard_normal(len(period))
    sign = -1.0 if number % 2 else 1.0
    items = np.stack([sign * fit.slope, fit.cut_1, fit.cut_2, np.zeros(len(fit.slope))], axis=1)
    return Chain(panel, sign * (points - points.mean()) / points.std(), items, random)


def _warmed(chain: Chain, kept: _Kept, sampling: Sampling) -> None:
    for _ in range(sampling.warm_up):
        chain.sweep()
    chain.settle()
    _run(chain, kept, sampling, sampling.sweeps)


def _run(chain: Chain, kept: _Kept, sampling: Sampling, sweeps: int) -> None:
    for _ in range(sweeps // sampling.thin):
        for _ in range(sampling.thin):
            chain.sweep()
        kept.keep(chain)


def _joined(fit: Fit, sampling: Sampling, chains: Sequence[Chain], kept: Sequence[_Kept]) -> Posterior:
    theta, items = np.stack([one.theta for one in kept]), np.stack([one.items for one in kept])
    logs, taken = np.array([one.log_likelihood for one in kept]), np.stack([one.taken for one in chains])
    return Posterior(fit, sampling, theta, items, logs, taken)


def _quantiles(draws: np.ndarray, level: float) -> tuple[np.ndarray, np.ndarray]:
    tail = (1 - level) / 2
    low, high = np.quantile(draws.reshape(math.prod(draws.shape[:2]), draws.shape[2]), (tail, 1 - tail), axis=0)
    return low, high
