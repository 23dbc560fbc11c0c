"""One chain of draws from the posterior of ideal points, sweep by sweep.

A sweep proposes slope and cuts of every item, every state's path, and moves of scale and origin at every
period; each is taken or left (Metropolis-Hastings), so that what stays is the posterior of ``fit``'s model exactly.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from onrecord.measures.ideal_points import kernels, layout, log_likelihood, paths
from onrecord.measures.ideal_points.cells import Cells
from onrecord.measures.ideal_points.item_draws import ItemProposal, item_proposal
from onrecord.measures.ideal_points.item_walks import ItemWalk, stretched
from onrecord.measures.ideal_points.lattices import Lattices
from onrecord.measures.ideal_points.options import Options
from onrecord.measures.ideal_points.path_draws import accept_paths, draw_paths
from onrecord.measures.ideal_points.posterior_density import CUTS, NOWHERE, Tied, pull, sums_after
from onrecord.measures.ideal_points.scale_moves import Bridges, move_scales

WANTED = 0.44
"""Which part of the moves of scale is to be taken: about the best where one number moves."""
FIRST_SIZE = 0.02
SHORTEST, LONGEST = 1e-4, 1.0


@dataclass(frozen=True, eq=False)
class Panel:
    """The cells and priors as all chains take them."""

    cells: Cells
    options: Options

    @cached_property
    def where(self) -> layout.Layout:
        """The cells sorted by call and by point."""
        return layout.layout(self.cells, 1)

    @cached_property
    def first_periods(self) -> np.ndarray:
        """The number of the period of the first vote on each item; 0 where there is none."""
        first = np.full(self.cells.items, len(self.where.periods))
        np.minimum.at(first, self.where.item_of_call, self.where.period_of_call)
        return np.where(first == len(self.where.periods), 0, first)

    @cached_property
    def tied(self) -> Tied:
        """What ties the points."""
        nodes, options = self.cells.nodes, self.options
        walk = paths.walk(nodes.paths, nodes.gap, options.walk_variance, options.start_variance)
        variances = np.array([options.slope_variance, options.cut_variance])
        return Tied(nodes.paths, walk.first, walk.step, self.where.period_of_point, self.first_periods, variances)

    @cached_property
    def bridges(self) -> Bridges:
        """The calls on items that were voted on before, for each period whose move they weigh on."""
        where = self.where
        times = where.period_of_call - self.first_periods[where.item_of_call]
        call = np.repeat(np.arange(len(times)), times)
        # A call weighs on every border between the first vote on its item and itself.
        border = where.period_of_call[call] - (np.repeat(np.cumsum(times), times) - 1 - np.arange(len(call)))
        order = np.argsort(border, kind="stable")
        begins = np.searchsorted(border[order], np.arange(len(where.periods) + 1))
        call = call[order]
        return Bridges(begins, call, where.item_of_call[call], where.by_call.begins, where.by_call.of_cell)


class Chain:
    """Where a chain is: ``points`` and ``items`` (slope, two cuts, padding), on a scale that moves with them.

    ``taken`` is, over the sweeps since ``settle`` was called, which share was taken of items, paths and moves.
    """

    def __init__(self, panel: Panel, points: np.ndarray, items: np.ndarray, random: np.random.Generator) -> None:
        """Begin at points (nodes) and items (items, 4); all randomness is that of ``random``."""
        self.panel, self.random = panel, random
        self.points, self.items = points.copy(), items.copy()
        self.sums = np.empty(CUTS + 1)
        self.logs = self._of_calls(self.items)
        self.size, self.centre = np.full((2, len(panel.where.periods)), FIRST_SIZE), np.zeros(len(panel.where.periods))
        self.walk, self.lattices = ItemWalk(self.items), Lattices(self.points)
        self.adapting, self.sweeps, self.taken = True, 0, np.zeros(3)

    def settle(self) -> None:
        """Stop adapting the size of moves: from here on draws count."""
        self.adapting, self.sweeps, self.taken = False, 0, np.zeros(3)

    def sweep(self) -> None:
        """Propose everything once, and take it or leave it."""
        of_items = self._sweep_items()
        sums_after(self.panel.tied, NOWHERE, self.points, self.items, self.sums)
        of_paths = self._sweep_paths()
        of_scales = self._sweep_scales()
        self.sweeps += 1
        self.taken += (np.array([of_items, of_paths, of_scales]) - self.taken) / self.sweeps

    def standard(self) -> tuple[np.ndarray, np.ndarray]:
        """Return points of mean 0 and standard deviation 1, and items (slope, cut_1, cut_2) on that scale."""
        centre, scale = self.points.mean(), self.points.std()
        items = self.items[:, :3].copy()
        items[:, 1:] -= items[:, :1] * centre
        items[:, 0] *= scale
        return (self.points - centre) / scale, items

    def log_likelihood(self) -> float:
        """Return the log-likelihood of all positions."""
        return float(self.logs.sum())

    def _of_calls(self, items: np.ndarray) -> np.ndarray:
        where = self.panel.where
        found = np.empty(len(where.item_of_call))
        of_item = items[where.item_of_call]
        log_likelihood.of_calls(where.by_call.begins, where.by_call.of_cell, self.points, of_item, found)
        return found

    def _proposal(self, items: np.ndarray) -> ItemProposal:
        where = self.panel.where
        calls, sums = np.empty((len(where.item_of_call), 9)), np.zeros((len(items), 9))
        by_call, of_item = where.by_call, items[where.item_of_call]
        kernels.item_sums((0, len(calls)), by_call.begins, by_call.of_cell, self.points, of_item, calls)
        np.add.at(sums, where.item_of_call, calls)
        return item_proposal(sums, items, self.panel.tied.variances)

    def _sweep_items(self) -> float:
        there = self._proposal(self.items)
        drawn = there.draw(self.random)
        back = self._proposal(drawn)
        taken = self._take_items(drawn, back.log_density(self.items) - there.log_density(drawn))
        if self.sweeps % 2:
            self._take_items(*stretched(self.items, self.random))
        else:
            self._walk_items()
        return float(taken.mean())

    def _walk_items(self) -> None:
        zero = np.zeros(len(self.items))
        taken = self._take_items(self.walk.proposed(self.items, self.random), zero)
        if self.adapting:
            self.walk.learn(self.items, taken)

    def _take_items(self, drawn: np.ndarray, gain: np.ndarray) -> np.ndarray:
        """Take each item drawn or leave it; ``gain`` is the logarithm of the ratio of the proposals' densities."""
        calls, item_of_call = self._of_calls(drawn), self.panel.where.item_of_call
        gain = gain + np.bincount(item_of_call, calls - self.logs, len(drawn))
        gain += self._prior_of_items(drawn) - self._prior_of_items(self.items)
        taken = np.log1p(-self.random.random(len(gain))) < gain
        self.items[taken] = drawn[taken]
        self.logs = np.where(taken[item_of_call], calls, self.logs)
        return taken

    def _prior_of_items(self, items: np.ndarray) -> np.ndarray:
        """Return the log prior density of items on the standard scale."""
        options, centre, scale = self.panel.options, self.points.mean(), self.points.std()
        slope, cuts = items[:, 0], items[:, 1:3] - items[:, :1] * centre
        normal = (slope * scale) ** 2 / options.slope_variance + (cuts**2).sum(axis=1) / options.cut_variance
        return options.spacing * np.log(items[:, 2] - items[:, 1]) - 0.5 * normal

    def _sweep_paths(self) -> float:
        tied = self.panel.tied
        if self.adapting:
            self.lattices.learn(self.points, pull(self.sums, tied.variances))
        lattice = self.lattices.drawn(self.points, self.random)
        weight, drawn = self._of_places(lattice), np.empty(len(lattice))
        weight += self.lattices.weight(lattice, tied.first)
        draw_paths(tied, lattice, weight, self.random.random(len(lattice)), drawn)
        uniform = np.log1p(-self.random.random(len(tied.begins) - 1))
        taken = accept_paths(tied, self.lattices.pull, drawn, uniform, self.points, self.sums)
        self.logs = self._of_calls(self.items)
        return taken

    def _of_places(self, lattice: np.ndarray) -> np.ndarray:
        """Return the log-likelihood of each point's positions at each of its places."""
        where, found = self.panel.where, np.empty(lattice.shape)
        items = self.items[where.item_of_call]
        log_likelihood.of_places(where.by_point.begins, where.by_point.of_cell, lattice, items, found)
        return found

    def _sweep_scales(self) -> float:
        """Stretch the part before or from each period on, then shift it."""
        periods = self.size.shape[1]
        if periods == 1:
            return 1.0
        if self.adapting:
            at = self.panel.where.period_of_point
            self.centre += (np.bincount(at, self.points) / np.bincount(at) - self.centre) / (1 + self.sweeps)
        taken = np.empty((2, periods - 1))
        for kind, size in enumerate(self.size):
            draws = np.zeros((periods, 3))
            draws[:, kind] = size * self.random.standard_normal(periods)
            if kind == 0:
                # Stretched around where the period's points are, the origin stays.
                draws[:, 1] = self.centre * -np.expm1(draws[:, 0])
            draws[:, 2] = np.log1p(-self.random.random(periods))
            move_scales(self.panel.tied, self.panel.bridges, draws, (self.points, self.items, self.sums, self.logs))
            taken[kind] = draws[1:, 2]
        if self.adapting:
            self.size[:, 1:] *= np.exp((taken - WANTED) / np.sqrt(1 + self.sweeps / 10))
            np.clip(self.size, SHORTEST, LONGEST, out=self.size)
        return float(taken.mean())
