"""The agreement of every two states of a table over its roll calls, each roll call with a weight.

Weights make a resample of roll calls cheap: a roll call drawn twice has weight 2.
"""

import numpy as np

from onrecord.measures.agreement.methods import IDENTICAL, THREE_POINT, Method
from onrecord.measures.agreement.pair_tables import CAST
from onrecord.record.position_table import Code, PositionTable

METHODS = (THREE_POINT, IDENTICAL)
"""The methods of agreement by which states can be clustered: shares with a value for every two states that voted."""


class Pairs:
    """Some states of a table beside one another, ready to be weighed again and again."""

    def __init__(self, table: PositionTable, rows: np.ndarray | None = None) -> None:
        """Hold the positions of the rows named, or of all; what is not yes, no or abstain is no position here."""
        codes = table.codes if rows is None else table.codes[rows]
        self.states = table.states if rows is None else tuple(table.states[one] for one in rows)
        self._cast = (codes <= Code.NO).astype(np.float32)
        self._of = [(codes == code).astype(np.float32) for code in CAST]

    def n(self, weights: np.ndarray | None = None) -> np.ndarray:
        """Return the weight of the roll calls on which both took a position, float64 of shape (states, states)."""
        return _product(self._cast, self._cast, weights)

    def agreement(self, method: Method, weights: np.ndarray | None = None) -> np.ndarray:
        """Return the agreement of every two states by a method; nan where they share no position.

        ``weights`` has one non-negative number for each roll call; all count once where it is None.
        """
        tables = np.empty((*2 * (len(self.states),), 3, 3))
        for k in CAST:
            for other in range(k, len(CAST)):
                tables[:, :, k, other] = _product(self._of[k], self._of[other], weights)
                tables[:, :, other, k] = tables[:, :, k, other].T
        return method.value(tables)


def _product(left: np.ndarray, right: np.ndarray, weights: np.ndarray | None) -> np.ndarray:
    weighed = left if weights is None else left * weights
    return (weighed @ right.T).astype(np.float64)
