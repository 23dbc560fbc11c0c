"""Calibration: the prior is drawn as said, the test of uniformity holds its level, and a wrong prior does not pass."""

from dataclasses import replace

import numpy as np
import pytest

from onrecord.measures.ideal_points.calibration import Design, calibrate
from onrecord.measures.ideal_points.gibbs import Sampling
from onrecord.measures.ideal_points.options import Mode, Options
from onrecord.measures.ideal_points.prior_draws import Prior
from onrecord.measures.ideal_points.uniformity import smallest_tail, uniformity
from onrecord.vocabulary.errors import NotEstimable

QUICK = Design(
    6, 10, 1, 12, 7, Options(mode=Mode.STATIC, threads=1), Sampling(chains=1, warm_up=60, sweeps=120, thin=8)
)


def test_points_of_the_prior_are_those_of_the_walk_on_its_sphere():
    options = Options(walk_variance=0.2, start_variance=2.0)
    random = np.random.default_rng(1)
    draws = np.stack([Prior(2, 2, 2, options).points(random) for _ in range(3000)])
    assert draws.mean(axis=1) == pytest.approx(np.zeros(3000), abs=1e-9)
    assert draws.std(axis=1) == pytest.approx(np.ones(3000))
    # The same density by weighing points drawn evenly on the sphere.
    even = random.standard_normal((100_000, 4))
    even = (even - even.mean(axis=1, keepdims=True)) / even.std(axis=1, keepdims=True)
    steps = (even[:, 1] - even[:, 0]) ** 2 + (even[:, 3] - even[:, 2]) ** 2
    weight = np.exp(-0.5 * ((even[:, 0] ** 2 + even[:, 2] ** 2) / 2.0 + steps / 0.2))
    for square in (lambda x: (x[:, 1] - x[:, 0]) ** 2, lambda x: x[:, 0] ** 2, lambda x: x[:, 0] * x[:, 3]):
        assert square(draws).mean() == pytest.approx(np.average(square(even), weights=weight), abs=0.06)


def test_items_of_the_prior_have_their_variances_and_cuts_in_order():
    items = Prior(3, 20_000, 1, Options(spacing=0.0, slope_variance=4.0, cut_variance=25.0)).draw_items(
        np.random.default_rng(2)
    )
    assert items[:, 0].std() == pytest.approx(2, rel=0.03)
    # Two normal numbers of standard deviation 5 in order: their distance is |N(0, 50)|.
    assert (items[:, 2] - items[:, 1]).mean() == pytest.approx(np.sqrt(50 * 2 / np.pi), rel=0.03)
    assert (items[:, 2] > items[:, 1]).all()


def test_the_test_of_uniformity_holds_its_level_and_sees_what_is_not_uniform():
    random = np.random.default_rng(3)
    _, p = uniformity(random.integers(0, 20, (600, 40)), 19, 5)
    assert (p < 0.1).mean() == pytest.approx(0.1, abs=0.04)
    edges = np.concatenate([np.zeros(20, dtype=int), np.full(20, 19)])
    high = random.integers(8, 20, 40)
    _, p = uniformity(np.stack([edges, high]), 19, 5)
    assert (p < 0.001).all()


def test_the_statistic_of_a_case_worked_by_hand():
    # Two ranks of 0 to 1, both 0: up to rank 0 both, with probability 1/4 each way round.
    assert smallest_tail(np.array([[0, 0], [0, 1]]), 1) == pytest.approx([0.5, 1.0])


def test_the_sampler_passes_and_a_prior_that_is_not_its_own_does_not():
    right = calibrate(QUICK)
    assert right.passed
    assert {len(one.ranks) for one in right.quantities} == {12}
    assert max(max(one.ranks) for one in right.quantities) <= right.draws == 15
    wrong = calibrate(QUICK, drawn_from=replace(QUICK.options, slope_variance=100.0))
    assert not wrong.passed
    assert {one.name: one.p for one in wrong.quantities}["slopes squared"] < 0.01


def test_it_says_how_far_it_is_and_is_the_same_each_time():
    told = []
    small = replace(QUICK, items=8, periods=2, replications=2, options=Options(threads=1))
    found = calibrate(small, lambda *at: told.append(at))
    assert told == [(1, 2), (2, 2)]
    assert found == calibrate(small)
    assert "steps squared" in [one.name for one in found.quantities]


def test_a_panel_too_small_is_refused():
    with pytest.raises(NotEstimable, match="found 2 states, 10 items, 1 periods, 12 times"):
        calibrate(replace(QUICK, states=2))
