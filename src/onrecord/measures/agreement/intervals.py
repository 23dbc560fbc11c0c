"""Bootstrap intervals for the agreement of one state with every other, over roll calls or over whole sessions.

In each draw all pairs are counted over the same roll calls, so that two of a state's figures can be compared draw by
draw. The minimum of roll calls is asked of the figure itself, not of every draw.
"""

import numpy as np

from onrecord.measures.agreement.methods import Method, figures
from onrecord.measures.agreement.pair_tables import pair_tables
from onrecord.measures.resampling import Bootstrap, Drawn, Intervals, drawn_weights, enough, percentiles, units_of
from onrecord.record.position_table import Code, PositionTable


def intervals(table: PositionTable, state: str, method: Method, bootstrap: Bootstrap) -> Intervals:
    """Return the intervals of a state's figures with every state of the table, in the table's order.

    nan where a figure is not given, where the state could take part in nothing, or where the two have votes in common
    in too few sessions: what is drawn would hardly vary. Drawn are the roll calls or sessions open to the state.
    """
    point = figures(method, pair_tables(table, [state]).counts[0]).value
    row = table.row(state)
    none = np.full(len(table.states), np.nan)
    if row is None:
        return Intervals(none, none, 0, bootstrap)
    open_to = table.codes[row] != Code.NOT_A_MEMBER
    unit = np.unique(units_of(table, bootstrap.drawn)[open_to], return_inverse=True)[1]
    units = int(unit.max()) + 1
    if not enough(units, bootstrap.drawn):
        return Intervals(none, none, units, bootstrap)
    tables = _by_unit(table.codes[:, open_to], row, unit)
    drawn = drawn_weights(units, bootstrap) @ tables
    in_common = (tables.reshape(units, -1, 9).sum(axis=-1) > 0).sum(axis=0)
    point = np.where([enough(int(one), bootstrap.drawn) for one in in_common], point, np.nan)
    values = figures(method, drawn.astype(np.float64).reshape(bootstrap.draws, -1, 3, 3), minimum=1).value
    return Intervals(*percentiles(values, point, units, bootstrap), units, bootstrap)


def _by_unit(codes: np.ndarray, row: int, unit: np.ndarray) -> np.ndarray:
    """Return the state's tables with all states in each unit: float32 of shape (units, states x 9)."""
    both = (codes[row] <= Code.NO) & (codes <= Code.NO)
    other, call = np.nonzero(both)
    cell = other * 9 + codes[row, call].astype(np.int64) * 3 + codes[other, call]
    width = len(codes) * 9
    flat = np.bincount(unit[call] * width + cell, minlength=(int(unit.max()) + 1) * width)
    return flat.reshape(-1, width).astype(np.float32)


def default_bootstrap(table: PositionTable, state: str) -> Bootstrap:
    """Return how intervals are made where nothing is asked: by sessions where there are enough, else by roll calls."""
    row = table.row(state)
    calls = [] if row is None else np.flatnonzero(table.codes[row] != Code.NOT_A_MEMBER)
    sessions = {table.rollcalls[at].session for at in calls}
    return Bootstrap(Drawn.SESSIONS if enough(len(sessions), Drawn.SESSIONS) else Drawn.ROLL_CALLS)
