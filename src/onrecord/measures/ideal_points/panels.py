"""From a table of positions to a panel that ideal points are fitted to, and what of the table is left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from onrecord.measures.ideal_points.bridging import bridging
from onrecord.measures.ideal_points.cells import ABSTAIN, NO, YES, Cells, cells_of
from onrecord.record.position_table import Code, PositionTable
from onrecord.vocabulary.errors import NotEstimable


class LeftOut(StrEnum):
    """What points do not rest on."""

    UNANIMOUS = "roll calls on which no two positions differ"
    ABSENT = "absences"
    UNKNOWN = "positions that are not in the record"
    DOUBTFUL = "positions that the sources leave in doubt"
    FEW = "points of a state that rest on too few positions to be shown"
    PERIODS = "periods that place nobody"


@dataclass(frozen=True, eq=False)
class Panel:
    """The cells of a fit; ``labels`` are its periods in words (a year, a session), ``years`` the years they lie in.

    Periods of the cells are places in ``labels`` where they are sessions, and years where they are years, so that the
    gap between two periods is the number of years.
    """

    cells: Cells
    labels: Mapping[int, int | str]
    years: Mapping[int, float]


def panel(table: PositionTable, period: str, *, static: bool = False) -> Panel:
    """Return the panel of a table by ``period`` (year or session), or with one period where it is ``static``.

    Roll calls on which no two positions differ are no part of it. Raises NotEstimable where none is left.
    """
    items = np.array(bridging(table.rollcalls).items, dtype=np.int64)
    kept = contested(table.codes, items)
    if not kept.any():
        raise NotEstimable("ideal points", "a vote on which positions differ", f"none of {len(items)}")
    numbers, labels = _periods(table, period, static)
    _, number = np.unique(items[kept], return_inverse=True)
    cells = cells_of(table.codes[:, kept], numbers[kept].tolist(), table.states, number.tolist())
    years = table.years.astype(np.float64)
    of_year = {one: float(years[kept][numbers[kept] == one].mean()) for one in np.unique(numbers[kept]).tolist()}
    return Panel(cells, {one: labels[one] for one in of_year}, of_year)


def contested(codes: np.ndarray, items: np.ndarray) -> np.ndarray:
    """Return which roll calls are on an item on which at least two positions differ (roll calls)."""
    taken = np.stack([(codes == one).any(axis=0) for one in (YES, ABSTAIN, NO)])
    seen = np.zeros((3, int(items.max(initial=-1)) + 1), dtype=bool)
    for position, calls in enumerate(taken):
        np.logical_or.at(seen[position], items, calls)
    return (seen.sum(axis=0) > 1)[items]


def _periods(table: PositionTable, period: str, static: bool) -> tuple[np.ndarray, dict[int, int | str]]:
    """Return the number of each roll call's period, and each number's label."""
    years = table.years.astype(np.int64)
    if static:
        first, last = int(years.min()), int(years.max())
        return np.zeros_like(years), {0: first if first == last else f"{first}–{last}"}
    if period == "year":
        return years, {int(one): int(one) for one in np.unique(years)}
    order = list(dict.fromkeys(one.session for one in table.rollcalls))
    place = {session: at for at, session in enumerate(order)}
    return np.array([place[one.session] for one in table.rollcalls]), dict(enumerate(order))


def left_out(table: PositionTable) -> dict[LeftOut, int]:
    """Return how many roll calls and positions of a table a panel leaves out, by reason."""
    items = np.array(bridging(table.rollcalls).items, dtype=np.int64)
    unknown, doubtful = table.codes == Code.UNKNOWN, table.doubtful & (table.codes == Code.UNKNOWN)
    return {
        LeftOut.UNANIMOUS: int((~contested(table.codes, items)).sum()),
        LeftOut.ABSENT: int((table.codes == Code.ABSENT).sum()),
        LeftOut.UNKNOWN: int(unknown.sum() - doubtful.sum()),
        LeftOut.DOUBTFUL: int(doubtful.sum()),
    }
