"""Who moved, and when: states whose agreement with a reference changed from one year to the next.

The reference is another state, or the body: the mean three-point agreement with every other state that took a position.
What is put to the vote differs from year to year, so each roll call's agreement is taken less the mean agreement of all
states compared on that roll call: a state has moved where it changed beside the others, not where the agenda did. Only
states that could take part in roll calls of both years are compared, and they alone make the body.

The test permutes roll calls between the two years (Fisher, The Design of Experiments, 1935): if nothing changed, it
does not matter in which year one was. The roll calls on one text, its amendments with it, are moved as one: ten
amendments to one text are not ten proofs. All states are tested in the same permutations, each against the largest
standardised change of any of them (Westfall and Young, Resampling-Based Multiple Testing, 1993, single-step maxT), and
the p-value is multiplied by the number of pairs of years (Bonferroni): the chance that even one move called in a
selection is false is held at five per cent.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.measures.permutations import monte_carlo_p
from onrecord.record.position_table import Code, PositionTable

DRAWS = 9999
"""Permutations of roll calls between two years, where nothing else is asked for."""

CALLED_AT = 0.05
"""A move is called where its adjusted p-value is at most this."""


@dataclass(frozen=True, slots=True)
class Move:
    """A state from one year to the next: its agreement with the reference, and how far it changed beside the others.

    ``change`` is the difference of the two years' means of agreement less the mean of all states; ``n_before`` and
    ``n_after`` are roll calls on which it and the reference took a position. ``p`` is of this test alone, ``adjusted``
    for all tests of the selection. ``texts`` is the number of texts whose roll calls were permuted.
    """

    state: str
    before: int
    after: int
    texts: int
    n_before: int
    n_after: int
    agreement_before: float
    agreement_after: float
    change: float
    p: float
    adjusted: float

    @property
    def called(self) -> bool:
        """Whether the adjusted p-value is small enough to say that the state moved."""
        return self.adjusted <= CALLED_AT


@dataclass(frozen=True, slots=True)
class Moves:
    """Every test of a selection, the smallest adjusted p-value first, over ``pairs`` pairs of consecutive years.

    ``too_few`` is the number of states and pairs of years with a position beside the reference in both years, but on
    fewer than ``minimum`` roll calls in one of them.
    """

    reference: str | None
    draws: int
    minimum: int
    pairs: int
    tests: tuple[Move, ...]
    too_few: int


def moves(
    table: PositionTable,
    texts: np.ndarray,
    reference: str | None = None,
    minimum: int = MINIMUM,
    draws: int = DRAWS,
    seed: int = 0,
) -> Moves:
    """Return how every state changed between consecutive years with votes; the same for the same seed.

    ``texts`` numbers the text that each roll call was about; a text voted on in two years counts as one in each. Years
    follow one another where no year between them has a roll call. Raises ValueError for a reference that could take
    part in no roll call.
    """
    if reference is not None and table.row(reference) is None:
        raise ValueError(f"reference: expected a state that could take part in the roll calls, found {reference}")
    found: list[list[Move]] = []
    few, years = 0, sorted(set(table.years.tolist()))
    for before, after in pairwise(years):
        chosen = (table.years == before) | (table.years == after)
        beside = _Beside(table.columns(chosen), texts[chosen], reference, minimum)
        few += beside.few
        tested = list(beside.tests(np.random.default_rng([seed, before]), draws))
        found += [tested] if tested else []
    tests = [replace(one, adjusted=min(1.0, one.adjusted * len(found))) for tested in found for one in tested]
    tests.sort(key=lambda one: (one.adjusted, one.p, -abs(one.change), one.state, one.before))
    return Moves(reference, draws, minimum, len(found), tuple(tests), few)


class _Beside:
    """The states that could take part in both years of a table, beside the reference."""

    def __init__(self, table: PositionTable, texts: np.ndarray, reference: str | None, minimum: int) -> None:
        years = table.years
        self.before, self.after = int(years.min()), int(years.max())
        self.later = years == self.after
        self.texts = np.unique(2 * texts + self.later, return_inverse=True)[1]
        member = table.codes != Code.NOT_A_MEMBER
        both = np.flatnonzero(member[:, self.later].any(axis=1) & member[:, ~self.later].any(axis=1))
        at = table.row(reference) if reference else None
        theirs = None if reference is None else table.codes[at] if at in both else np.full(len(years), Code.UNKNOWN)
        rows = both[both != at] if at is not None else both
        agreed = agreements(table.codes[rows], theirs)
        n = np.stack([(~np.isnan(agreed[:, ~self.later])).sum(axis=1), (~np.isnan(agreed[:, self.later])).sum(axis=1)])
        enough = (n >= minimum).all(axis=0)
        self.few = int(((n > 0).all(axis=0) & ~enough).sum())
        self.states = [table.states[row] for row in rows[enough]]
        self.n, self.agreed = n[:, enough], agreed[enough]
        self.over = agreed[enough] - _mean(agreed)

    def tests(self, rng: np.random.Generator, draws: int) -> Iterator[Move]:
        """Yield each state's change, with its p-value alone and that of the largest change of any state."""
        if not self.states:
            return
        change = _change(self.over, self.later[None, :])[:, 0]
        drawn = _change(self.over, self._permuted(rng, draws))
        spread = np.maximum(drawn.std(axis=1), np.finfo(float).eps)
        size, sizes = np.abs(change) / spread, np.abs(drawn) / spread[:, None]
        p = monte_carlo_p((sizes >= size[:, None] - 1e-9).sum(axis=1), draws)
        largest = monte_carlo_p((sizes.max(axis=0)[None, :] >= size[:, None] - 1e-9).sum(axis=1), draws)
        for at, state in enumerate(self.states):
            mine, n = self.agreed[at], self.n[:, at]
            means = float(np.nanmean(mine[~self.later])), float(np.nanmean(mine[self.later]))
            figures = (float(change[at]), float(p[at]), float(largest[at]))
            sets = int(self.texts.max()) + 1
            yield Move(state, self.before, self.after, sets, int(n[0]), int(n[1]), *means, *figures)

    def _permuted(self, rng: np.random.Generator, draws: int) -> np.ndarray:
        """Return for each draw which roll calls fall to the later year, bool of shape (draws, roll calls)."""
        first_of = np.unique(self.texts, return_index=True)[1]
        dealt = self.later[first_of][np.argsort(rng.random((draws, len(first_of))), axis=1)]
        return dealt[:, self.texts]


def agreements(codes: np.ndarray, reference: np.ndarray | None) -> np.ndarray:
    """Return the three-point agreement of each state with a reference on each roll call, nan where there is none.

    ``codes`` has shape (states, roll calls). ``reference`` are the codes of another state; None stands for the mean
    over all other states given.
    """
    place = np.where(codes <= Code.NO, codes, np.nan).astype(np.float64)
    if reference is not None:
        return 1 - np.abs(place - np.where(reference <= Code.NO, reference, np.nan)) / 2
    counts = np.stack([(codes == code).sum(axis=0) for code in (Code.YES, Code.ABSTAIN, Code.NO)])
    away = sum(counts[code] * np.abs(place - code) for code in range(len(counts)))
    others = counts.sum(axis=0) - 1
    return np.where(others > 0, 1 - away / (2 * np.maximum(others, 1)), np.nan)


def _mean(agreed: np.ndarray) -> np.ndarray:
    known = ~np.isnan(agreed)
    return np.where(known, agreed, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)


def _change(over: np.ndarray, later: np.ndarray) -> np.ndarray:
    """Return each state's mean over the later roll calls less that over the others, for every row of ``later``."""
    known = (~np.isnan(over)).astype(np.float64)
    values, chosen = np.nan_to_num(over), later.astype(np.float64).T
    n_later, s_later = known @ chosen, values @ chosen
    n_rest, s_rest = known.sum(axis=1)[:, None] - n_later, values.sum(axis=1)[:, None] - s_later
    return s_later / np.maximum(n_later, 1) - s_rest / np.maximum(n_rest, 1)
