"""How many positions of a roll call are not in the record, and could turn its result."""

import numpy as np

from onrecord.record.position_table import Code, PositionTable
from onrecord.vocabulary.rollcalls import Body


def missing(table: PositionTable, mask: np.ndarray | None = None) -> np.ndarray:
    """Return for each roll call how many states could have a position that the record does not know, int64.

    ``mask`` narrows the states, shape (states, roll calls). The compilation of the Assembly's votes lists every
    position taken and no absence: there a state without a position was absent, and none is missing.
    """
    if table.selection.body is Body.GA:
        return np.zeros(len(table.rollcalls), dtype=np.int64)
    unknown = table.codes == Code.UNKNOWN
    return (unknown if mask is None else unknown & mask).sum(axis=0)
