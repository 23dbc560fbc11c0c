"""The 3 x 3 table of two states' positions: for one state beside all others, for all pairs, for pairs of groups.

Cell (k, l) of a table counts the roll calls in which the first took position k and the second position l, in the
order yes, abstain, no. Every method of agreement is a function of it. All tables of a selection come from products
of the matrices that mark who took which position in which roll call.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.record.position_table import Code, PositionTable

CAST = (Code.YES, Code.ABSTAIN, Code.NO)
"""The positions of a state that took part, in the order of a table's rows and columns."""

STEPS = np.abs(np.subtract.outer(np.arange(3), np.arange(3)))
"""How many steps two positions are apart: yes and no are two, an abstention is one from either."""


@dataclass(frozen=True, slots=True, eq=False)
class PairTables:
    """Tables of pairs: ``counts`` has shape (rows, columns, 3, 3), the other counts (rows, columns), all int64.

    ``could`` roll calls were open to both. In ``unknown`` of them a position of one of the two is not in the record,
    in ``absent`` both are known and one or both were absent, and the rest are in ``counts``; ``doubtful`` of those
    rest on a position that the sources of the vote leave in doubt.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: np.ndarray
    could: np.ndarray
    absent: np.ndarray
    unknown: np.ndarray
    doubtful: np.ndarray

    @property
    def n(self) -> np.ndarray:
        """In how many roll calls both voted yes, no or abstained."""
        return self.counts.sum(axis=(-2, -1))

    def apart(self, steps: int) -> np.ndarray:
        """In how many roll calls the positions were so many steps apart: 0 the same, 1 one step, 2 opposite."""
        return self.counts[..., steps == STEPS].sum(axis=-1)


def pair_tables(table: PositionTable, states: Sequence[str] | None = None) -> PairTables:
    """Return the tables of ``states`` beside every state of the selection; of all pairs without ``states``.

    A state that could take part in none of the roll calls has tables of zeros.
    """
    rows = table.states if states is None else tuple(states)
    codes, doubtful = _rows_of(table, rows)
    return _tables(rows, table.states, (codes, doubtful), (table.codes, table.doubtful))


def _rows_of(table: PositionTable, states: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return codes and doubts of some states, one row each; a state without a row could take part in nothing."""
    at = np.array([-1 if (row := table.row(one)) is None else row for one in states], dtype=np.int64)
    seated = (at >= 0)[:, None]
    if not len(table.states):
        shape = (len(states), len(table.rollcalls))
        return np.full(shape, Code.NOT_A_MEMBER, dtype=np.int8), np.zeros(shape, dtype=np.bool_)
    return np.where(seated, table.codes[at], np.int8(Code.NOT_A_MEMBER)), seated & table.doubtful[at]


_Rows = tuple[np.ndarray, np.ndarray]


def _tables(rows: tuple[str, ...], columns: tuple[str, ...], first: _Rows, second: _Rows) -> PairTables:
    counts = np.empty((len(rows), len(columns), 3, 3), dtype=np.int64)
    for k in CAST:
        for l in CAST:  # noqa: E741 - the letters of the formula
            counts[:, :, k, l] = _both(first[0] == k, second[0] == l)
    n = counts.sum(axis=(-2, -1))
    could, known = (_both(test(first[0]), test(second[0])) for test in (_open, _known))
    sure = _both((first[0] <= Code.NO) & ~first[1], (second[0] <= Code.NO) & ~second[1])
    return PairTables(rows, columns, counts, could, known - n, could - known, n - sure)


def _both(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return in how many roll calls both marks are set; exact, as float32 holds whole numbers to 16 million."""
    return np.rint(first.astype(np.float32) @ second.astype(np.float32).T).astype(np.int64)


def _open(codes: np.ndarray) -> np.ndarray:
    return codes != Code.NOT_A_MEMBER


def _known(codes: np.ndarray) -> np.ndarray:
    return codes <= Code.ABSENT


def group_tables(table: PositionTable, groups: Mapping[str, np.ndarray]) -> PairTables:
    """Return the tables of pairs of groups: every two different states, one of each group, in every roll call.

    ``groups`` gives by name who was a member when: a mask of shape (states, roll calls). The counts are numbers of
    pairs of states in roll calls, not of roll calls; a state is never paired with itself, and within one group each
    pair stands in the table both ways round.
    """
    names = tuple(groups)
    size = (len(names), len(names))
    counts = np.empty((*size, 3, 3), dtype=np.int64)
    for k in CAST:
        for l in CAST:  # noqa: E741 - the letters of the formula
            counts[:, :, k, l] = _pairs(groups, table.codes == k, table.codes == l)
    n = counts.sum(axis=(-2, -1))
    could, known = (_pairs(groups, mark, mark) for mark in (_open(table.codes), _known(table.codes)))
    sure = (table.codes <= Code.NO) & ~table.doubtful
    return PairTables(names, names, counts, could, known - n, could - known, n - _pairs(groups, sure, sure))


def _pairs(groups: Mapping[str, np.ndarray], first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return how many pairs of different states there are, the first marked in one group and the second in another."""
    own = [(first & inside, second & inside) for inside in groups.values()]
    found = np.zeros((len(own), len(own)), dtype=np.int64)
    for at, (one, _) in enumerate(own):
        for to, (_, other) in enumerate(own):
            found[at, to] = one.sum(axis=0) @ other.sum(axis=0) - (one & other).sum()
    return found
