"""A panel's points as a chain of periods, and the covariance of points tied along it, solved block by block."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from scipy.linalg import cholesky, solve_triangular

from onrecord.measures.ideal_points.cells import Cells


@dataclass(frozen=True, eq=False)
class Chain:
    """The places of points in the matrix: every state has one in each period between its first and its last.

    Where a state took no position in a period its path goes on unseen, so that each period is tied to the next alone.
    ``periods`` are the periods in order, ``members[t]`` the states of the t-th, ``begins`` where its block begins, and
    ``place`` (int64) the place of each node.
    """

    periods: np.ndarray
    members: tuple[np.ndarray, ...]
    begins: np.ndarray
    place: np.ndarray

    @property
    def n(self) -> int:
        """How many places there are, unseen ones included."""
        return int(self.begins[-1])

    def block(self, t: int) -> slice:
        """Return the places of the t-th period."""
        return slice(int(self.begins[t]), int(self.begins[t + 1]))

    def period_of(self, place: np.ndarray) -> np.ndarray:
        """Return which period, counted from 0, each place belongs to."""
        return np.searchsorted(self.begins, place, side="right") - 1


def chain(cells: Cells) -> Chain:
    """Return the places of a panel's points."""
    nodes = cells.nodes
    periods, at = np.unique(nodes.period, return_inverse=True)
    first, last = np.full(len(cells.states), len(periods)), np.full(len(cells.states), -1)
    np.minimum.at(first, nodes.state, at)
    np.maximum.at(last, nodes.state, at)
    members = tuple(np.flatnonzero((first <= t) & (t <= last)) for t in range(len(periods)))
    begins = np.concatenate([[0], np.cumsum([len(one) for one in members])]).astype(np.int64)
    place = np.empty(nodes.n, dtype=np.int64)
    for t, states in enumerate(members):
        here = at == t
        place[here] = begins[t] + np.searchsorted(states, nodes.state[here])
    return Chain(periods, members, begins, place)


@dataclass(frozen=True, eq=False)
class PathPrior:
    """What is held of the states' paths before any vote: normal, around a mean.

    ``start`` (states) is the variance of a path's first point, ``steps`` (periods - 1) that of the step from each
    period to the next, ``mean`` (places) what each point is expected to be.
    """

    start: np.ndarray
    steps: np.ndarray
    mean: np.ndarray

    def blocks(self, places: Chain) -> list[np.ndarray]:
        """Return the precision's diagonal blocks, each given by its diagonal."""
        steps, found, seen = np.concatenate([[0.0], 1.0 / self.steps, [0.0]]), [], places.members[0][:0]
        for t, states in enumerate(places.members):
            later = places.members[t + 1] if t + 1 < len(places.members) else states[:0]
            before = np.where(np.isin(states, seen), steps[t], 1.0 / self.start[states])
            found.append(before + np.isin(states, later) * steps[t + 1])
            seen = states
        return found

    def tie(self, places: Chain, t: int) -> np.ndarray:
        """Return the precision's block between a period (rows) and the one before it (columns)."""
        shared = places.members[t][:, None] == places.members[t - 1][None, :]
        return shared * (-1.0 / self.steps[t - 1])

    def times(self, places: Chain, points: np.ndarray) -> np.ndarray:
        """Return the precision times points (places)."""
        found = np.concatenate(self.blocks(places)) * points
        for t in range(1, len(places.members)):
            tie = self.tie(places, t)
            found[places.block(t)] += tie @ points[places.block(t - 1)]
            found[places.block(t - 1)] += tie.T @ points[places.block(t)]
        return found


@dataclass(frozen=True, eq=False)
class Covariance:
    """The covariance of points, never written out whole: it is asked for the parts that are needed.

    ``roots`` and ``ties`` are the blocks of the chain's Cholesky root, ``border`` (places, 3·items) the ties between
    points and the items of several periods, ``half`` the inverse of the chain's root times these, ``border_root`` the
    root of what these items' own matrix is without the points.
    """

    chain: Chain
    roots: tuple[np.ndarray, ...]
    ties: tuple[np.ndarray, ...]
    border: np.ndarray
    half: np.ndarray
    border_root: np.ndarray

    def times(self, right: np.ndarray) -> np.ndarray:
        """Return the covariance of all places times ``right`` (places, k)."""
        found = self._solved(right)
        return found + self.spread @ (self.spread.T @ right)

    def within(self, t: int) -> np.ndarray:
        """Return the covariance of the points of the t-th period."""
        part = self.spread[self.chain.block(t)]
        return self._diagonal[t] + part @ part.T

    def drawn(self, random: np.random.Generator) -> np.ndarray:
        """Return one draw (places) of a normal distribution around zero with this covariance."""
        free = random.standard_normal(self.chain.n)
        return self._backward(free) + self.spread @ random.standard_normal(self.spread.shape[1])

    @cached_property
    def spread(self) -> np.ndarray:
        """The part of the covariance that comes from items of several periods: it is this times its transpose."""
        if not self.border.shape[1]:
            return np.zeros((self.chain.n, 0))
        return solve_triangular(self.border_root, self._backward(self.half).T, lower=True, check_finite=False).T

    @cached_property
    def border_inverse(self) -> np.ndarray:
        """The inverse of ``border_root``."""
        return solve_triangular(self.border_root, np.eye(len(self.border_root)), lower=True, check_finite=False)

    def with_border(self, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
        """Return the covariance of some places and of some parameters of the items of several periods."""
        return -self.spread[rows] @ self.border_inverse[:, columns]

    def of_border(self, values: np.ndarray) -> np.ndarray:
        """Return the covariance of all places and all parameters of these items times ``values``."""
        return -self.spread @ (self.border_inverse @ values)

    def _solved(self, right: np.ndarray) -> np.ndarray:
        return self._backward(self.forward(right))

    def forward(self, right: np.ndarray) -> np.ndarray:
        """Return the inverse of the chain's root times ``right``."""
        out, at = np.array(right, dtype=np.float64), self.chain.block
        for t, root in enumerate(self.roots):
            if t:
                out[at(t)] -= self.ties[t - 1] @ out[at(t - 1)]
            out[at(t)] = solve_triangular(root, out[at(t)], lower=True, check_finite=False)
        return out

    def _backward(self, right: np.ndarray) -> np.ndarray:
        """Return the inverse of the root's transpose times ``right``."""
        out, at = np.array(right, dtype=np.float64), self.chain.block
        for t in reversed(range(len(self.roots))):
            if t + 1 < len(self.roots):
                out[at(t)] -= self.ties[t].T @ out[at(t + 1)]
            out[at(t)] = solve_triangular(self.roots[t], out[at(t)], lower=True, trans=1, check_finite=False)
        return out

    @cached_property
    def _diagonal(self) -> tuple[np.ndarray, ...]:
        """The diagonal blocks of the chain's inverse, made from the last to the first."""
        found: list[np.ndarray] = []
        for t in reversed(range(len(self.roots))):
            inverse = solve_triangular(self.roots[t], np.eye(len(self.roots[t])), lower=True, check_finite=False)
            block = inverse.T @ inverse
            if found:
                tie = inverse.T @ self.ties[t].T
                block += tie @ found[-1] @ tie.T
            found.append(block)
        return tuple(reversed(found))


def factored(
    places: Chain, prior: PathPrior, told: Sequence[np.ndarray], border: np.ndarray, own: np.ndarray
) -> Covariance:
    """Return the covariance of points of which votes tell ``told`` (a block for each period) beside their prior.

    ``own`` is the matrix of the items in the border. Raises numpy.linalg.LinAlgError where it is no covariance.
    """
    roots: list[np.ndarray] = []
    ties: list[np.ndarray] = []
    for t, (block, diagonal) in enumerate(zip(told, prior.blocks(places), strict=True)):
        rest = block + np.diag(diagonal)
        if t:
            tie = solve_triangular(roots[-1], prior.tie(places, t).T, lower=True, check_finite=False).T
            ties.append(tie)
            rest -= tie @ tie.T
        roots.append(cholesky(rest, lower=True, check_finite=False))
    found = Covariance(places, tuple(roots), tuple(ties), border, border, np.zeros((0, 0)))
    if not border.shape[1]:
        return found
    half = found.forward(border)
    root = cholesky(own - half.T @ half, lower=True, check_finite=False)
    return replace(found, half=half, border_root=root)
