"""Where a fit begins: points from the first principal component of the positions, cuts from their shares."""

import numpy as np
from scipy.special import ndtri

from onrecord.measures.ideal_points import kernels
from onrecord.measures.ideal_points.layout import PLACES, Layout
from onrecord.measures.ideal_points.scale import Scale
from onrecord.measures.ideal_points.threads import Share

ROUNDS = 5
"""Rounds of the power method. Neither its limit nor its digits matter: the fit goes on from there."""

SCORES = np.array([0.0, 2.0, 1.0])
"""Of yes, no and abstain, the order in which the layout keeps them."""


def first_points(cells: Layout, unit: np.ndarray, scale: Scale, share: Share) -> np.ndarray:
    """Return points on the first component of the positions, scored 0, 1, 2 and centred on each call's mean.

    ``unit`` says for each point whose component it takes: its own, or its state's over all periods.
    """
    mean = cells.by_call.counts @ SCORES / cells.by_call.counts.sum(axis=1)
    by_call, by_point = np.empty((len(mean), 2)), np.empty((len(unit), 2))
    load = np.ones(len(mean))
    for _ in range(ROUNDS):
        share(kernels.scored_sums, cells.by_point, np.column_stack([load * mean, load]), by_point)
        points = scale.standardised(np.bincount(unit, by_point[:, 0] - by_point[:, 1])[unit])
        share(kernels.scored_sums, cells.by_call, np.column_stack([points, points]), by_call)
        load = mean * by_call[:, 0] - by_call[:, 1]
    return points


def first_items(cells: Layout, items: int) -> np.ndarray:
    """Return items (slope, cut_1, cut_2, padding) of slope 0 whose cuts give each item's shares of positions."""
    counts = np.full((items, 3), 0.5)
    np.add.at(counts, cells.item_of_call, cells.by_call.counts[:, PLACES])
    shares = np.cumsum(counts, axis=1) / counts.sum(axis=1, keepdims=True)
    found = np.zeros((items, 4))
    found[:, 1], found[:, 2] = ndtri(shares[:, 0]), ndtri(shares[:, 1])
    return found
