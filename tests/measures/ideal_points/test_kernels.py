"""The compiled loops: held to the exact likelihood, its derivatives taken by small differences, and to far tails."""

import numpy as np
import pytest
from scipy.special import erfcx

from onrecord.measures.ideal_points import item_steps, kernels, paths
from onrecord.measures.ideal_points.cells import ABSTAIN, NO, YES, Cells
from onrecord.measures.ideal_points.layout import layout
from onrecord.measures.ideal_points.likelihood import log_probability
from onrecord.measures.ideal_points.mills import mills_ratio

SLOPE, CUT_1, CUT_2 = 1.3, -0.4, 0.7


def one_item(position: int, theta: np.ndarray) -> Cells:
    """Cells of one item on which each of several states takes one position."""
    n = len(theta)
    zeros = np.zeros(n, dtype=np.int32)
    states = tuple(f"S{one}" for one in range(n))
    return Cells(np.arange(n, dtype=np.int32), zeros, zeros, np.full(n, position, dtype=np.int8), states, 1)


def item_sums(position: int, theta: np.ndarray) -> np.ndarray:
    where, sums = layout(one_item(position, theta), 1), np.empty((1, 9))
    items = np.array([[SLOPE, CUT_1, CUT_2, 0.0]])
    kernels.item_sums((0, 1), where.by_call.begins, where.by_call.of_cell, theta, items, sums)
    return sums[0]


def point_sums(position: int, theta: np.ndarray) -> np.ndarray:
    where, sums = layout(one_item(position, theta), 1), np.empty((len(theta), 2))
    items = np.array([[SLOPE, CUT_1, CUT_2, 0.0]])
    kernels.point_sums((0, len(theta)), where.by_point.begins, where.by_point.of_cell, theta, items, sums)
    return sums


def test_mills_ratio_is_exact_over_the_whole_half_line() -> None:
    t = np.concatenate([np.linspace(0, 12, 4001), np.geomspace(12, 1e6, 500)])
    exact = erfcx(t / np.sqrt(2)) * np.sqrt(np.pi / 2)
    assert np.abs(mills_ratio(t) / exact - 1).max() < 2e-10


@pytest.mark.parametrize("position", [YES, ABSTAIN, NO])
def test_derivatives_of_an_item_are_those_of_the_exact_likelihood(position: int) -> None:
    theta = np.linspace(-3, 3, 41)

    def total(at: np.ndarray) -> float:
        slope, cut_1, cut_2 = at[:, None]
        return float(log_probability(np.full(41, position), slope, cut_1, cut_2, theta).sum())

    at, step = np.array([SLOPE, CUT_1, CUT_2]), 1e-4
    axes = np.eye(3) * step
    gradient = [(total(at + axis) - total(at - axis)) / (2 * step) for axis in axes]
    second = [
        -(total(at + a + b) - total(at + a - b) - total(at - a + b) + total(at - a - b)) / (4 * step**2)
        for a, b in ((axes[i], axes[k]) for i, k in ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)))
    ]
    sums = item_sums(position, theta)
    assert sums[:3] == pytest.approx(gradient, abs=1e-5)
    assert sums[3:] == pytest.approx(second, abs=1e-4)


@pytest.mark.parametrize("position", [YES, ABSTAIN, NO])
def test_derivatives_of_a_point_are_those_of_the_exact_likelihood(position: int) -> None:
    theta, step = np.linspace(-4, 4, 31), 1e-4
    item = np.array([SLOPE]), np.array([CUT_1]), np.array([CUT_2])
    before, at, after = (log_probability(np.full(31, position), *item, theta + move) for move in (-step, 0.0, step))
    sums = point_sums(position, theta)
    assert sums[:, 0] == pytest.approx((after - before) / (2 * step), abs=1e-5)
    assert sums[:, 1] == pytest.approx(-(after - 2 * at + before) / step**2, abs=1e-4)


@pytest.mark.parametrize("position", [YES, ABSTAIN, NO])
@pytest.mark.parametrize("far", [-60.0, 60.0])
def test_a_lone_dissent_far_from_its_side_pulls_as_the_tail_says(position: int, far: float) -> None:
    gradient, curvature = point_sums(position, np.array([far]))[0]
    assert np.isfinite([gradient, curvature]).all()
    assert curvature >= 0
    dissents = position == ABSTAIN or (position == YES) == (far > 0)
    # Of φ(z)/Φ(z) only -z is left: the pull grows with the distance; where nobody is surprised there is none.
    expected = -np.sign(far) * SLOPE * (SLOPE * abs(far)) if dissents else 0.0
    assert gradient == pytest.approx(expected, rel=0.02, abs=1e-9)


def test_a_tridiagonal_system_of_two_paths_is_solved_as_the_dense_one() -> None:
    walk = paths.walk(np.array([0, 3, 5]), np.array([1.0, 1.0, 4.0, 1.0, 2.0]), 0.1, 1.0)
    precision = np.diag(walk.diagonal + 2.0) - np.diag(walk.step[1:], 1) - np.diag(walk.step[1:], -1)
    right = np.arange(10.0).reshape(2, 5)
    solved = paths.solve_tridiagonal(walk.diagonal + 2.0, -walk.step, right)
    assert solved == pytest.approx(np.linalg.solve(precision, right.T).T)
    assert walk.step.tolist() == pytest.approx([0, 10, 2.5, 0, 5])


def test_gradient_of_the_walk_is_that_of_its_log_density() -> None:
    walk, at = paths.walk(np.array([0, 3, 4]), np.array([1.0, 1.0, 2.0, 1.0]), 0.2, 1.0), np.array([0.3, -1, 2, 0.5])
    steps = np.eye(4) * 1e-5
    found = [(walk.log_density(at + one) - walk.log_density(at - one)) / 2e-5 for one in steps]
    assert walk.gradient(at) == pytest.approx(found, abs=1e-6)


def test_a_step_never_lets_the_cuts_meet() -> None:
    items, moved = np.array([[0.0, 0.0, 1.0, 0.0]]), np.empty((1, 4))
    item_steps.move_items(items, np.array([[0.1, 1.5, -1.5]]), moved)
    assert moved[0, 2] - moved[0, 1] >= 0.1
