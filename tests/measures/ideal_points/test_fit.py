"""The fast fit: it finds what a panel was made from, and nothing but the votes decides."""

from dataclasses import replace

import numpy as np
import pytest

from onrecord.measures.ideal_points.cells import ABSTAIN, NO, YES, Cells, cells_of
from onrecord.measures.ideal_points.codings import Coding, coded
from onrecord.measures.ideal_points.fit import Fit, Mode, Options, fit
from onrecord.measures.ideal_points.likelihood import log_probability
from onrecord.measures.ideal_points.paths import walk
from onrecord.vocabulary.errors import NotEstimable

STATIC = Options(mode=Mode.STATIC, tolerance=1e-6)
TIGHT = Options(tolerance=1e-7)


def panel(states: int, items: int, periods: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Codes of simulated votes (states × items), the items' periods, and the true points (states × periods)."""
    rng = np.random.default_rng(seed)
    theta = rng.normal(size=(states, 1)) + np.cumsum(rng.normal(size=(states, periods)) * 0.15, axis=1)
    period = np.sort(rng.integers(0, periods, items))
    slope, centre = rng.normal(size=items) * 1.5, rng.normal(size=items)
    drawn = slope * theta[:, period] + rng.normal(size=(states, items))
    half = rng.uniform(0.2, 0.6, items)
    codes = np.select([drawn < centre - half, drawn < centre + half], [YES, ABSTAIN], NO).astype(np.int8)
    codes[rng.random(codes.shape) < 0.1] = 3
    return codes, period, theta


def named(n: int) -> tuple[str, ...]:
    return tuple(f"S{one:03}" for one in range(n))


def cells_of_panel(states: int, items: int, periods: int, seed: int) -> tuple[Cells, np.ndarray]:
    codes, period, theta = panel(states, items, periods, seed)
    return cells_of(codes, period.tolist(), named(states), range(items)), theta


def log_posterior(found: Fit) -> float:
    """The logarithm of what the fit makes greatest, without constants, from the exact likelihood."""
    cells, options = found.cells, found.options
    nodes, item = cells.nodes, cells.item
    votes = log_probability(
        cells.position, found.slope[item], found.cut_1[item], found.cut_2[item], found.theta[nodes.of_cell]
    )
    prior = walk(nodes.paths, nodes.gap, options.walk_variance, options.start_variance).log_density(found.theta)
    items = -0.5 * found.slope**2 / options.slope_variance + options.spacing * np.log(found.cut_2 - found.cut_1)
    cuts = -0.5 * (found.cut_1**2 + found.cut_2**2) / options.cut_variance
    return float(votes.sum() + prior + items.sum() + cuts.sum())


def test_static_points_are_recovered() -> None:
    cells, theta = cells_of_panel(60, 400, 1, 1)
    found = fit(cells, STATIC)
    assert found.converged
    assert abs(np.corrcoef(found.theta, theta[:, 0])[0, 1]) > 0.99
    assert found.theta.mean() == pytest.approx(0, abs=1e-9)
    assert found.theta.std() == pytest.approx(1)


def test_dynamic_points_are_recovered_in_every_period() -> None:
    cells, theta = cells_of_panel(60, 600, 8, 2)
    found = fit(cells, TIGHT)
    nodes = cells.nodes
    r = [np.corrcoef(found.theta[nodes.period == one], theta[:, one])[0, 1] for one in range(8)]
    assert np.abs(r).min() > 0.97
    assert len(set(np.sign(r))) == 1


@pytest.mark.parametrize("mode", [Mode.STATIC, Mode.DYNAMIC])
def test_no_small_move_on_the_scale_is_more_likely(mode: Mode) -> None:
    cells, _ = cells_of_panel(20, 120, 4, 3)
    found = fit(cells, Options(mode=mode, tolerance=1e-8))
    best, rng = log_posterior(found), np.random.default_rng(4)
    for size in (1e-3, 1e-2):
        for _ in range(20):
            theta = found.theta + size * rng.normal(size=len(found.theta))
            theta = (theta - theta.mean()) / theta.std()
            slope, cut = (size * rng.normal(size=len(found.slope)) for _ in range(2))
            moved = replace(found, theta=theta, slope=found.slope + slope, cut_1=found.cut_1 + cut * 0.1)
            assert log_posterior(moved) < best


def test_bridged_items_and_gaps_lead_to_the_best_place_too() -> None:
    codes, period, _ = panel(25, 160, 6, 5)
    items = [one if one < 100 else one - 60 for one in range(160)]
    cells = cells_of(codes, (period**2).tolist(), named(25), items)
    found, rng = fit(cells, Options(tolerance=1e-8)), np.random.default_rng(6)
    assert found.converged
    best = log_posterior(found)
    for _ in range(20):
        theta = found.theta + 0.01 * rng.normal(size=len(found.theta))
        assert log_posterior(replace(found, theta=(theta - theta.mean()) / theta.std())) < best


def test_yes_and_no_exchanged_turns_all_points() -> None:
    cells, _ = cells_of_panel(30, 150, 4, 7)
    turned = fit(replace(cells, position=(2 - cells.position).astype(np.int8)), TIGHT)
    found = fit(cells, TIGHT)
    sign = np.sign(found.theta @ turned.theta)
    assert sign * turned.theta == pytest.approx(found.theta, abs=1e-4)
    assert turned.slope * sign == pytest.approx(-found.slope, abs=1e-3)
    assert turned.cut_1 == pytest.approx(-found.cut_2, abs=1e-3)


def test_order_of_states_items_and_cells_does_not_matter() -> None:
    cells, _ = cells_of_panel(30, 150, 4, 8)
    rng = np.random.default_rng(9)
    states, items, order = rng.permutation(30), rng.permutation(150), rng.permutation(cells.n)
    other = Cells(
        states.astype(np.int32)[cells.state[order]],
        items.astype(np.int32)[cells.item[order]],
        cells.period[order],
        cells.position[order],
        cells.states,
        cells.items,
    )
    found, mixed = fit(cells, TIGHT), fit(other, TIGHT)
    place = {(s, p): at for at, (s, p) in enumerate(zip(other.nodes.state, other.nodes.period, strict=True))}
    at = [place[states[s], p] for s, p in zip(cells.nodes.state, cells.nodes.period, strict=True)]
    sign = np.sign(found.theta @ mixed.theta[at])
    assert sign * mixed.theta[at] == pytest.approx(found.theta, abs=1e-4)
    assert sign * mixed.slope[items] == pytest.approx(found.slope, abs=1e-3)


@pytest.mark.parametrize("threads", [1, 3])
def test_number_of_threads_changes_nothing(threads: int) -> None:
    cells, _ = cells_of_panel(30, 150, 4, 10)
    other = fit(cells, replace(TIGHT, threads=threads))
    assert other.theta == pytest.approx(fit(cells, TIGHT).theta, abs=1e-6)


def test_the_same_fit_twice_is_the_same_to_the_last_digit() -> None:
    cells, _ = cells_of_panel(30, 150, 4, 11)
    assert (fit(cells, Options()).theta == fit(cells, Options()).theta).all()


def test_the_usual_tolerance_is_a_hundredth_of_the_scale_from_the_best_place() -> None:
    cells, _ = cells_of_panel(60, 600, 8, 12)
    best, found = fit(cells, Options(tolerance=1e-9)), fit(cells, Options())
    assert np.abs(found.theta - best.theta).max() < 0.01


def test_a_lone_dissent_an_item_of_all_yes_and_a_state_with_one_vote() -> None:
    codes, period, _ = panel(30, 120, 1, 13)
    codes[:, 0], codes[:, 1] = YES, YES
    codes[4, 0] = NO
    codes[7, :], codes[7, 5] = 3, NO
    cells = cells_of(codes, period.tolist(), named(30), range(120))
    found = fit(cells, STATIC)
    assert found.converged
    assert np.isfinite(found.theta).all()
    assert abs(found.slope[1]) < 0.5
    lonely = int(np.flatnonzero(cells.nodes.state == 7)[0])
    assert abs(found.theta[lonely]) < 2


def test_a_state_without_a_position_has_no_point() -> None:
    codes, period, _ = panel(20, 80, 2, 14)
    codes[3, :] = 3
    found = fit(cells_of(codes, period.tolist(), named(20), range(80)), Options())
    assert 3 not in found.cells.nodes.state
    assert len(found.theta) == found.cells.nodes.n


def test_each_session_by_itself_is_a_static_fit_of_its_votes() -> None:
    cells, _ = cells_of_panel(30, 240, 3, 15)
    found = fit(cells, Options(mode=Mode.SESSION, tolerance=1e-8))
    nodes = found.cells.nodes
    for period in range(3):
        alone = fit(cells.part(cells.period == period), Options(mode=Mode.STATIC, tolerance=1e-8))
        here = found.theta[nodes.period == period]
        assert here.std() == pytest.approx(1)
        assert here * np.sign(here @ alone.theta) == pytest.approx(alone.theta, abs=1e-5)


def test_an_item_of_two_sessions_is_two_items_where_each_session_is_by_itself() -> None:
    codes, period, _ = panel(20, 80, 2, 16)
    cells = cells_of(codes, period.tolist(), named(20), [one % 40 for one in range(80)])
    found = fit(cells, Options(mode=Mode.SESSION))
    assert found.cells.items == len(set(zip(cells.item.tolist(), cells.period.tolist(), strict=True)))


def test_binary_codings_have_two_positions_and_agree_with_the_ordinal_points() -> None:
    cells, theta = cells_of_panel(60, 400, 1, 17)
    support, side = coded(cells, Coding.YES_OR_NOT), coded(cells, Coding.YES_OR_NO)
    assert set(support.position.tolist()) == set(side.position.tolist()) == {YES, NO}
    assert support.n == cells.n
    assert side.n == cells.n - int((cells.position == ABSTAIN).sum())
    assert coded(cells, Coding.ORDINAL) is cells
    for one in (support, side):
        assert abs(np.corrcoef(fit(one, STATIC).theta, theta[:, 0])[0, 1]) > 0.98


def test_votes_on_which_nobody_differs_are_refused() -> None:
    codes = np.zeros((5, 4), dtype=np.int8)
    with pytest.raises(NotEstimable, match="a vote on which positions differ, found none in all"):
        fit(cells_of(codes, [0, 0, 1, 1], named(5), range(4)), Options())
    codes[0, 0] = NO
    with pytest.raises(NotEstimable, match="found none in period 7"):
        fit(cells_of(codes, [3, 3, 7, 7], named(5), range(4)), Options(mode=Mode.SESSION))


def test_no_position_at_all_is_refused() -> None:
    with pytest.raises(NotEstimable, match="at least one position, found none"):
        fit(cells_of(np.full((3, 2), 3, dtype=np.int8), [0, 0], named(3), range(2)), Options())
