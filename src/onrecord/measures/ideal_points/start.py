"""Where a fit begins: points from the first principal component of the positions, cuts from their shares."""

import numpy as np
from scipy.special import ndtri

from onrecord.measures.ideal_points import kernels
from onrecord.measures.ideal_points.layout import PLACES, Layout
from onrecord.measures.ideal_points.scale import Scale
from onrecord.measures.ideal_points.threads import Share

ROUNDS = 8
"""Rounds of the power method. Neither its limit nor its digits matter: the fit goes on from there."""

SCORES = np.array([0.0, 2.0, 1.0])
"""Of yes, no and abstain, the order in which the layout keeps them."""


def first_points(cells: Layout, unit: np.ndarray, scale: Scale, share: Share) -> np.ndarray:
    """Return points on the first component of the positions, scored 0, 1, 2 and centred on each call's mean.

    ``unit`` says for each point whose component it takes: its own, or its state's over all periods.
    """
    counts = cells.by_call.counts
    mean = counts @ SCORES / counts.sum(axis=1)
    by_call, by_point = np.empty((len(counts), 3)), np.empty((len(unit), 3))
    load = np.ones(len(counts))
    for _ in range(ROUNDS):
        share(kernels.sums_by_position, cells.by_point, load * mean, by_point)
        total = by_point.sum(axis=1)
        share(kernels.sums_by_position, cells.by_point, load, by_point)
        points = np.bincount(unit, total - by_point @ SCORES)[unit]
        points = scale.standardised(points)
        share(kernels.sums_by_position, cells.by_call, points, by_call)
        load = mean * by_call.sum(axis=1) - by_call @ SCORES
    return points


def first_items(cells: Layout, items: int) -> np.ndarray:
    """Return items (slope, cut_1, cut_2, padding) of slope 0 whose cuts give each item's shares of positions."""
    counts = np.full((items, 3), 0.5)
    np.add.at(counts, cells.item_of_call, cells.by_call.counts[:, PLACES])
    shares = np.cumsum(counts, axis=1) / counts.sum(axis=1, keepdims=True)
    found = np.zeros((items, 4))
    found[:, 1], found[:, 2] = ndtri(shares[:, 0]), ndtri(shares[:, 1])
    return found
