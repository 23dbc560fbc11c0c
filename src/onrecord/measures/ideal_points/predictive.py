"""How likely a position is when the parameters themselves are not known exactly.

With the best values put in as if they were certain, a fit promises too much: an item on which nobody was seen to say
no, or a state with few votes, would make a no next to impossible. Here the linear predictor c - b·θ has a variance v
from the curvature of the fit, and the probability is Φ((c - b·θ)/√(1 + v)), the mean of the probit over a normal
distribution of its argument (Rasmussen and Williams, Gaussian Processes for Machine Learning, MIT Press 2006, section
3.9). Items and points count as uncertain apart from each other, each with the rest held where it is: v is rather too
small than too large.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from onrecord.measures.ideal_points import item_steps, kernels, paths
from onrecord.measures.ideal_points.fit import Fit
from onrecord.measures.ideal_points.layout import layout
from onrecord.measures.ideal_points.options import Mode

LEAST = 1e-9
"""The least probability of an abstention: the two cuts have variances of their own, and may meet."""


@dataclass(frozen=True, eq=False)
class Uncertainty:
    """Conditional variances at the best values: ``items`` (items, 6) covariances of slope, cut_1 and cut_2 in the
    order 00, 01, 02, 11, 12, 22; ``points`` one variance for each point."""

    items: np.ndarray
    points: np.ndarray


def uncertainty(fit: Fit) -> Uncertainty:
    """Return the inverse curvature of each item with the points held, and of each point with all else held."""
    where, nodes, options = layout(fit.cells, 1), fit.cells.nodes, fit.options
    items = np.column_stack([fit.slope, fit.cut_1, fit.cut_2, np.zeros(len(fit.slope))])
    calls, points = np.empty((len(where.item_of_call), 9)), np.empty((nodes.n, 2))
    for loop, cells, sums in ((kernels.item_sums, where.by_call, calls), (kernels.point_sums, where.by_point, points)):
        loop(cells.ranges[0], cells.begins, cells.of_cell, fit.theta, items[where.item_of_call], sums)
    precisions = 1 / options.slope_variance, 1 / options.cut_variance, options.spacing
    inverse = np.empty((len(items), 6))
    item_steps.solve_items(where.calls_of_item, calls, items, precisions, inverse, np.empty((len(items), 3)))
    begins = np.arange(nodes.n + 1) if options.mode is Mode.SESSION else nodes.paths
    walk = paths.walk(begins, nodes.gap, options.walk_variance, options.start_variance)
    return Uncertainty(inverse, 1 / (points[:, 1] + walk.diagonal))


def predicted(fit: Fit, node: np.ndarray, item: np.ndarray) -> np.ndarray:
    """Return the probabilities of yes, abstain and no of points (indices of nodes) on items, shape (n, 3)."""
    unsure = uncertainty(fit)
    theta, slope = fit.theta[node], fit.slope[item]
    v = unsure.items[item]
    shared = v[:, 0] * theta**2 + slope**2 * unsure.points[node]
    yes = ndtr((fit.cut_1[item] - slope * theta) / np.sqrt(1 + shared + v[:, 3] - 2 * theta * v[:, 1]))
    no = ndtr((slope * theta - fit.cut_2[item]) / np.sqrt(1 + shared + v[:, 5] - 2 * theta * v[:, 2]))
    found = np.column_stack([yes, np.maximum(1 - yes - no, LEAST), no])
    return found / found.sum(axis=1, keepdims=True)
