"""Held-out positions: what a fit foretells beside the modal baseline, and the walk that foretells best."""

from dataclasses import replace

import numpy as np
import pytest

from onrecord.measures.ideal_points.cells import Cells, cells_of
from onrecord.measures.ideal_points.fit import Mode, Options, fit
from onrecord.measures.ideal_points.heldout import choose_walk_variance, held_out, score, score_of
from onrecord.measures.ideal_points.likelihood import probabilities
from onrecord.measures.ideal_points.predictive import predicted, uncertainty
from onrecord.vocabulary.errors import NotEstimable


def cells_that_move(variance: float, seed: int = 1) -> Cells:
    """Simulated votes of 40 states in 12 periods whose points take steps of a variance."""
    rng = np.random.default_rng(seed)
    theta = rng.normal(size=(40, 1)) + np.cumsum(rng.normal(size=(40, 12)) * variance**0.5, axis=1)
    period = np.repeat(np.arange(12), 40)
    slope, centre = rng.normal(size=480) * 1.5, rng.normal(size=480)
    drawn = slope * theta[:, period] + rng.normal(size=(40, 480)) - centre
    codes = np.select([drawn < -0.4, drawn < 0.4], [0, 1], 2).astype(np.int8)
    return cells_of(codes, period.tolist(), tuple(f"S{one:02}" for one in range(40)), range(480))


@pytest.mark.parametrize("mode", list(Mode))
def test_a_fit_foretells_better_than_the_modal_position(mode: Mode) -> None:
    cells = cells_that_move(0.01)
    held = held_out(cells, 0.1, 7)
    found = score(cells, held, Options(mode=mode))
    assert found.n + found.not_scored == held.sum()
    assert found.gain > 0.15
    assert found.accuracy > found.modal_accuracy
    assert found.error_reduction == pytest.approx(1 - (1 - found.accuracy) / (1 - found.modal_accuracy))


def test_the_baseline_is_the_share_of_each_position_among_the_others() -> None:
    codes = np.array([[0, 0], [0, 2], [0, 0], [2, 2]], dtype=np.int8)
    cells = cells_of(codes, [0, 0], tuple("ABCD"), range(2))
    held = (cells.state == 2) & (cells.item == 0)
    found = score(cells, held, Options(mode=Mode.STATIC))
    # Of the other three two said yes: (2 + 1/2) / (3 + 3/2).
    assert found.modal_log_likelihood == pytest.approx(np.log(2.5 / 4.5))
    assert found.modal_accuracy == 1
    assert found.error_reduction is None


def test_positions_without_a_point_are_counted_and_not_scored() -> None:
    cells = cells_that_move(0.01)
    held = (cells.state == 5) & (cells.period == 3)
    made = fit(cells.part(~held), Options())
    both = held | ((cells.state == 6) & (cells.period == 3))
    found = score_of(made, cells.part(both))
    assert (found.n, found.not_scored) == (40, 40)
    with pytest.raises(NotEstimable, match="held-out score"):
        score_of(made, cells.part(held))


def test_the_same_seed_holds_out_the_same_positions() -> None:
    cells = cells_that_move(0.01)
    assert (held_out(cells, 0.1, 3) == held_out(cells, 0.1, 3)).all()
    assert held_out(cells, 0.1, 3).mean() == pytest.approx(0.1, abs=0.01)
    assert (held_out(cells, 0.1, 3) != held_out(cells, 0.1, 4)).any()


def test_states_that_move_more_are_given_the_larger_walk() -> None:
    candidates = (0.003, 0.3)
    for variance, expected in ((0.001, 0.003), (0.4, 0.3)):
        cells = cells_that_move(variance, 2)
        chosen, scores = choose_walk_variance(cells, held_out(cells, 0.1, 5), Options(), candidates)
        assert chosen == expected
        assert [one for one, _ in scores] == list(candidates)


def test_what_is_not_known_exactly_is_promised_less() -> None:
    made = fit(cells_that_move(0.01), Options())
    node, item = np.repeat(np.arange(0, 480, 7), 40), np.tile(np.arange(0, 480, 12), 69)
    unsure = predicted(made, node, item)
    sure = probabilities(made.slope[item], made.cut_1[item], made.cut_2[item], made.theta[node])
    assert unsure.sum(axis=1) == pytest.approx(1)
    certain = sure.max(axis=1) > 0.9
    assert certain.sum() > 100
    assert (unsure.max(axis=1) < sure.max(axis=1))[certain].all()


def test_a_state_with_fewer_votes_is_less_certain() -> None:
    cells = cells_that_move(0.01)
    rng = np.random.default_rng(1)
    few = cells.part((cells.state > 0) | (rng.random(cells.n) < 0.2))
    made = fit(few, Options(mode=Mode.STATIC))
    variance = uncertainty(made).points
    assert variance[0] > 2 * np.median(variance)
    assert (uncertainty(fit(few, replace(Options(), mode=Mode.SESSION))).points > 0).all()
