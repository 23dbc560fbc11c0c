"""One chain of draws from the posterior of ideal points, sweep by sweep.

A sweep proposes slope and cuts of every item, stretches of every state's path, and moves of scale and origin at every
period; each is taken or left (Metropolis-Hastings), so that what stays is the posterior of ``fit``'s model exactly.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from onrecord.measures.ideal_points import kernels, layout, log_likelihood, paths
from onrecord.measures.ideal_points.cells import Cells
from onrecord.measures.ideal_points.item_draws import ItemProposal, item_proposal
from onrecord.measures.ideal_points.item_walks import ItemWalk, stretched
from onrecord.measures.ideal_points.options import Options
from onrecord.measures.ideal_points.path_draws import density_of_stretches, draw_stretches
from onrecord.measures.ideal_points.posterior_density import CUTS, Tied, sums_after
from onrecord.measures.ideal_points.scale_moves import Bridges, accept_stretches, move_scales
from onrecord.measures.ideal_points.stretches import Stretches

WANTED = 0.35
"""Which part of the moves of scale is to be taken: about the best for two numbers moved at once."""
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

    ``taken`` is, over the sweeps since ``settle`` was called, which share was taken of items, stretches and moves.
    """

    def __init__(self, panel: Panel, points: np.ndarray, items: np.ndarray, random: np.random.Generator) -> None:
        """Begin at points (nodes) and items (items, 4); all randomness is that of ``random``."""
        self.panel, self.random = panel, random
        self.points, self.items = points.copy(), items.copy()
        self.sums = np.empty(CUTS + 1)
        self.logs = self._of_calls(self.items)
        self.size = np.full(len(panel.where.periods), FIRST_SIZE)
        self.walk, self.stretches = ItemWalk(self.items), Stretches(panel.tied.begins)
        self.adapting, self.sweeps, self.taken = True, 0, np.zeros(3)

    def settle(self) -> None:
        """Stop adapting the size of moves: from here on draws count."""
        self.adapting, self.sweeps, self.taken = False, 0, np.zeros(3)

    def sweep(self) -> None:
        """Propose everything once, and take it or leave it."""
        of_items = self._sweep_items()
        sums_after(self.panel.tied, (0, 1.0, 0.0), self.points, self.items, self.sums)
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

    def _of_points(self, points: np.ndarray) -> tuple[np.ndarray, tuple[np.ndarray, np.ndarray]]:
        """Return by point the log-likelihood, and the diagonal and the gradient of the approximation there."""
        where, tied = self.panel.where, self.panel.tied
        by_point, items = where.by_point, self.items[where.item_of_call]
        sums, found = np.empty((len(points), 2)), np.empty(len(points))
        kernels.point_sums((0, len(points)), by_point.begins, by_point.of_cell, points, items, sums)
        log_likelihood.of_points(by_point.begins, by_point.of_cell, points, items, found)
        walk = paths.Walk(tied.first, tied.step)
        return found, (sums[:, 1] + walk.diagonal, sums[:, 0] + walk.gradient(points))

    def _sweep_paths(self) -> float:
        tied, stretches = self.panel.tied, self.stretches.drawn(self.random)
        drawn, there, back = np.zeros(len(self.points)), np.empty(len(stretches)), np.empty(len(stretches))
        here, normal = self._of_points(self.points)
        draw_stretches(stretches, tied.step, normal, self.random.standard_normal(len(drawn)), drawn, there)
        found, normal = self._of_points(self.points + drawn)
        density_of_stretches(stretches, tied.step, normal, -drawn, back)
        gain = np.append(0.0, np.cumsum(found - here))[stretches]
        slack = gain[:, 1] - gain[:, 0] + back - there - np.log1p(-self.random.random(len(there)))
        accept_stretches(stretches, tied, self.points + drawn, slack, self.points, self.sums)
        if self.adapting:
            self.stretches.learn(stretches, slack)
        self.logs = self._of_calls(self.items)
        return float(slack.mean())

    def _sweep_scales(self) -> float:
        periods = len(self.size)
        if periods == 1:
            return 1.0
        draws = self.random.standard_normal((periods, 3)) * self.size[:, None]
        draws[:, 2] = np.log1p(-self.random.random(periods))
        move_scales(self.panel.tied, self.panel.bridges, draws, (self.points, self.items, self.sums, self.logs))
        taken = draws[1:, 2]
        if self.adapting:
            self.size[1:] *= np.exp((taken - WANTED) / np.sqrt(1 + self.sweeps / 10))
            np.clip(self.size, SHORTEST, LONGEST, out=self.size)
        return float(taken.mean())
