"""Where a fit begins: points from the first principal component of the positions, cuts from their shares."""

import numpy as np
from scipy.special import ndtri

from onrecord.measures.ideal_points.cells import Cells
from onrecord.measures.ideal_points.scale import standardised

ROUNDS = 12


def first_points(cells: Cells, unit: np.ndarray, group: np.ndarray, groups: int) -> np.ndarray:
    """Return points on the first component of the positions, scored 0, 1, 2 and centred on each item's mean.

    ``unit`` says for each point whose component it takes: its own, or its state's over all periods.
    """
    n = np.bincount(cells.item, minlength=cells.items)
    mean = np.bincount(cells.item, cells.position, cells.items) / np.maximum(n, 1)
    score = mean[cells.item] - cells.position
    units = int(unit.max()) + 1
    of_cell = unit[cells.nodes.of_cell]
    points = np.bincount(of_cell, score, units)[unit]
    for _ in range(ROUNDS):
        points = standardised(points, group, groups)
        load = np.bincount(cells.item, score * points[cells.nodes.of_cell], cells.items)
        points = np.bincount(of_cell, score * load[cells.item], units)[unit]
    return standardised(points, group, groups)


def first_items(counts: np.ndarray) -> np.ndarray:
    """Return items (slope, cut_1, cut_2, padding) of slope 0 whose cuts give each item's shares of positions."""
    shares = np.cumsum(counts + 0.5, axis=1) / (counts + 0.5).sum(axis=1, keepdims=True)
    items = np.zeros((len(counts), 4))
    items[:, 1], items[:, 2] = ndtri(shares[:, 0]), ndtri(shares[:, 1])
    return items
