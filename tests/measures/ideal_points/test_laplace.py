"""Intervals of ideal points: the covariance against a dense inverse, invariances, derivatives against differences."""

from dataclasses import replace

import numpy as np
import pytest

from onrecord.measures.ideal_points.cells import Cells
from onrecord.measures.ideal_points.covered import added, covered
from onrecord.measures.ideal_points.dynamic_intervals import Spread, since_first, width
from onrecord.measures.ideal_points.fit import Fit, fit
from onrecord.measures.ideal_points.gibbs import Sampling, posterior
from onrecord.measures.ideal_points.information import derivatives, expected, observed
from onrecord.measures.ideal_points.laplace import Laplace, laplace
from onrecord.measures.ideal_points.likelihood import log_probability, probabilities
from onrecord.measures.ideal_points.means import mean_points
from onrecord.measures.ideal_points.options import Mode, Options
from onrecord.measures.ideal_points.panels import Panel
from onrecord.measures.ideal_points.placing import placed_panel
from onrecord.measures.ideal_points.simulation import drawn_positions
from onrecord.vocabulary.errors import NotEstimable

STATES = ("USA", "GBR", "CUB", "CHN", *(f"A{letter}{other}" for letter in "ABCD" for other in "ABCDEFG"))
PERIODS, CALLS = 4, 40


def panel_cells(seed: int = 3, periods: int = PERIODS) -> tuple[Cells, np.ndarray, np.ndarray]:
    """Return simulated positions with their points and items; one item in five is voted on in every period."""
    random = np.random.default_rng(seed)
    n = len(STATES)
    state, call = (one.ravel() for one in np.meshgrid(np.arange(n), np.arange(periods * CALLS), indexing="ij"))
    period = call // CALLS
    item = np.where(call % 5 == 0, call % CALLS, call)
    # A third of the states is away in the second period.
    here = (period != 1) | (state % 3 > 0) | (state < 4)
    made = Cells(
        *(one[here].astype(np.int32) for one in (state, item, period)),
        np.zeros(here.sum(), dtype=np.int8),
        STATES,
        periods * CALLS,
    )
    start = random.standard_normal(n)
    start[:4] = 1.8, 1.5, -1.6, -1.4
    walk = np.cumsum(np.hstack([start[:, None], 0.2 * random.standard_normal((n, periods - 1))]), axis=1)
    theta = walk[made.nodes.state, made.nodes.period]
    theta = (theta - theta.mean()) / theta.std()
    cut = 0.6 * random.standard_normal(made.items)
    items = np.stack([1.5 * random.standard_normal(made.items), cut - 0.4, cut + 0.4], axis=1)
    return drawn_positions(made, theta, items, random), theta, items


@pytest.fixture(scope="module")
def fitted() -> Fit:
    """A fit on paths of four periods."""
    return fit(panel_cells()[0], Options(tolerance=1e-6))


@pytest.fixture(scope="module")
def found(fitted: Fit) -> Laplace:
    """The normal distribution around it."""
    return laplace(fitted)


def test_derivatives_are_those_of_the_likelihood(fitted: Fit):
    cells = fitted.cells.part(np.arange(0, fitted.cells.n, 37))
    random = np.random.default_rng(1)
    theta = random.standard_normal(cells.nodes.n)
    items = np.stack([random.standard_normal(cells.items), np.full(cells.items, -0.5), np.full(cells.items, 0.7)], 1)
    slopes = derivatives(cells, theta, items)
    point = theta[cells.nodes.of_cell]
    slope, low, high = items[cells.item].T

    def at(by_low: float, by_high: float) -> np.ndarray:
        return log_probability(cells.position, slope, low + by_low, high + by_high, point)

    step = 1e-3
    assert slopes.first[0] == pytest.approx((at(step, 0) - at(-step, 0)) / (2 * step), abs=1e-5)
    assert slopes.second[2] == pytest.approx((at(0, step) - 2 * at(0, 0) + at(0, -step)) / step**2, abs=1e-4)
    crossed = at(step, step) - at(step, -step) - at(-step, step) + at(-step, -step)
    assert slopes.second[1] == pytest.approx(crossed / (4 * step**2), abs=1e-4)
    higher = np.array([0.0, 0.0, step])
    moved = derivatives(cells, theta, items + higher).second - derivatives(cells, theta, items - higher).second
    assert slopes.third[1:] == pytest.approx(moved / (2 * step), abs=1e-4)


def test_expected_information_is_the_mean_of_the_observed(fitted: Fit):
    cells = fitted.cells.part(np.arange(0, fitted.cells.n, 53))
    items = np.stack([fitted.slope, fitted.cut_1, fitted.cut_2], axis=1)
    items[:, 2] = items[:, 1] + 0.5
    theta = np.linspace(-2, 2, cells.nodes.n)
    shares = probabilities(*items[cells.item].T, theta[cells.nodes.of_cell])
    mean = np.zeros(cells.n)
    for position in range(3):
        taken = replace(cells, position=np.full(cells.n, position, dtype=np.int8))
        mean += shares[:, position] * observed(taken, theta, items, derivatives(taken, theta, items)).node
    assert expected(cells, theta, items).node == pytest.approx(mean, rel=1e-6, abs=1e-9)


def dense(found: Laplace) -> np.ndarray:
    """Return the covariance of all places and items from one matrix of all, built cell by cell."""
    cells, places, options = found.cells, found.chain, found.options
    n = places.n
    whole = np.zeros((n + 3 * cells.items, n + 3 * cells.items))
    for cell in range(cells.n):
        place, item = found.place_of_cell[cell], n + 3 * cells.item[cell] + np.arange(3)
        whole[place, place] += found.told.node[cell]
        whole[place, item] += found.told.cross[cell]
        whole[item, place] += found.told.cross[cell]
        whole[np.ix_(item, item)] += found.told.item[cell]
    gaps = found.items[:, 2] - found.items[:, 1]
    for item in range(cells.items):
        at = n + 3 * item
        whole[range(at, at + 3), range(at, at + 3)] += 1 / np.array(
            [options.slope_variance, options.cut_variance, options.cut_variance]
        )
        whole[at + 1 : at + 3, at + 1 : at + 3] += options.spacing / gaps[item] ** 2 * np.array([[1, -1], [-1, 1]])
    for t, members in enumerate(places.members):
        for place, state in enumerate(members, places.begins[t]):
            earlier = places.members[t - 1].tolist() if t else []
            if state not in earlier:
                whole[place, place] += 1 / options.start_variance
            else:
                before = places.begins[t - 1] + earlier.index(state)
                step = 1 / (options.walk_variance * (places.periods[t] - places.periods[t - 1]))
                whole[place, place] += step
                whole[before, before] += step
                whole[place, before] -= step
                whole[before, place] -= step
    nodes = found.cells.nodes
    first = np.zeros(nodes.n, dtype=bool)
    first[nodes.paths[:-1]] = True
    walked = np.where(first, found.theta**2 / options.start_variance, 0).sum()
    walked += np.where(first, 0, np.diff(found.theta, prepend=0) ** 2 / nodes.gap / options.walk_variance).sum()
    stretch = (found.items[:, 0] ** 2).sum() / options.slope_variance - walked
    whole[places.place, places.place] += stretch / nodes.n
    return np.linalg.inv(whole)


def test_blocks_give_what_one_dense_matrix_gives(found: Laplace):
    whole = dense(found)
    n = found.chain.n
    assert (~found.lone).sum() == CALLS // 5
    for t in range(PERIODS):
        block = found.chain.block(t)
        assert found.covariance.within(t) == pytest.approx(whole[block, block], rel=1e-6, abs=1e-9)
    right = np.random.default_rng(2).standard_normal((n, 3))
    assert found.covariance.times(right) == pytest.approx(whole[:n, :n] @ right, rel=1e-6, abs=1e-8)
    several = np.flatnonzero(~found.lone)
    columns = (n + 3 * several[:, None] + np.arange(3)).ravel()
    some = np.array([0, 5, n - 1])
    ties = found.covariance.with_border(some, np.array([0, 4]))
    assert ties == pytest.approx(whole[np.ix_(some, columns[[0, 4]])], rel=1e-5, abs=1e-8)
    values = np.random.default_rng(3).standard_normal(len(columns))
    assert found.covariance.of_border(values) == pytest.approx(whole[:n, columns] @ values, rel=1e-5, abs=1e-8)


def test_draws_have_the_covariance(found: Laplace):
    random = np.random.default_rng(4)
    draws = np.stack([found.covariance.drawn(random) for _ in range(3000)])
    sd = np.sqrt(np.diag(found.covariance.within(2)))
    assert draws[:, found.chain.block(2)].std(axis=0) == pytest.approx(sd, rel=0.08)


def test_means_do_not_depend_on_the_order_of_states_items_or_on_the_sign(fitted: Fit, found: Laplace):
    points, _ = mean_points(found)
    random = np.random.default_rng(5)
    new_state, new_item = random.permutation(len(STATES)), random.permutation(fitted.cells.items)
    cells = fitted.cells
    turned = replace(
        cells,
        state=new_state[cells.state].astype(np.int32),
        item=new_item[cells.item].astype(np.int32),
        position=(2 - cells.position).astype(np.int8),
    )
    again, _ = mean_points(laplace(fit(turned, fitted.options)))
    name = {(s, t): at for at, (s, t) in enumerate(zip(turned.nodes.state, turned.nodes.period, strict=True))}
    order = [name[new_state[s], t] for s, t in zip(cells.nodes.state, cells.nodes.period, strict=True)]
    again = again[order]
    assert again * np.sign(again @ points) == pytest.approx(points, abs=1e-3)


def test_means_are_those_of_the_draws(fitted: Fit, found: Laplace):
    drawn = posterior(fitted, Sampling(chains=2, warm_up=200, sweeps=1000, thin=2))
    away = [(points - drawn.mean) / drawn.sd for points in (fitted.theta, mean_points(found)[0])]
    mode, mean = (np.sqrt((one**2).mean()) for one in away)
    assert mean < 0.12
    assert mean < 0.6 * mode


def test_within_a_period_origin_and_scale_are_held_and_across_they_are_not(found: Laplace):
    spread = Spread(mean_points(found)[0], found.covariance)
    assert (spread.within <= spread.across * 1.02).all()
    whole, points = spread.within_period(2), spread.points[spread.members(2)]
    assert whole @ np.ones(len(points)) == pytest.approx(0, abs=1e-10)
    assert whole @ points == pytest.approx(0, abs=1e-10)
    ends = spread.across
    assert spread.change(np.array([0]), np.array([0])) == pytest.approx([0], abs=1e-6)
    first, last = found.cells.nodes.paths[:2] - [0, 1]
    change = spread.change(np.array([first]), np.array([last]))[0]
    assert 0 < change < ends[first] + ends[last]


def test_a_change_has_the_variance_that_one_dense_matrix_gives(found: Laplace):
    """The covariance of all points with their mean and standard deviation held, written out."""
    spread = Spread(mean_points(found)[0], found.covariance)
    n, place = len(spread.points), spread.place
    whole = found.covariance.times(np.eye(found.chain.n))[np.ix_(place, place)]
    held = np.eye(n) - (np.ones((n, n)) + np.outer(spread.points, spread.points)) / n
    whole = held @ whole @ held.T
    before, after = since_first(found.cells.nodes)
    wanted = np.sqrt(np.diag(whole)[before] + np.diag(whole)[after] - 2 * whole[before, after])
    assert spread.change(before, after) == pytest.approx(wanted, rel=1e-8)
    assert spread.across == pytest.approx(np.sqrt(np.diag(whole)), rel=1e-8)


def test_changes_are_counted_from_the_first_point_with_enough_positions():
    cells, _, _ = panel_cells()
    first_year = (cells.state == 7) & (cells.period == 0)
    part = cells.part(~first_year | (np.cumsum(first_year) <= 4))
    nodes = part.nodes
    before, after = since_first(nodes)
    own = np.flatnonzero(nodes.state == 7)
    assert nodes.votes[own[0]] == 4
    assert {int(one) for one in before[nodes.state[after] == 7]} == {int(own[1])}
    assert after[nodes.state[after] == 7].tolist() == own[2:].tolist()
    others = np.setdiff1d(nodes.paths[:-1], own)
    assert set(before.tolist()) == {int(own[1]), *others.tolist()}
    assert len(after) == nodes.n - len(nodes.paths[:-1]) - 1


def test_a_point_of_fewer_votes_has_a_wider_interval():
    cells, _, _ = panel_cells(periods=1)
    kept = (cells.state != 7) | (cells.item < 6)
    part = cells.part(kept)
    found = laplace(fit(part, Options()))
    spread = Spread(mean_points(found)[0], found.covariance)
    few = np.flatnonzero(part.nodes.votes == 6)[0]
    assert spread.within[few] > 1.5 * np.median(spread.within)


def test_a_fit_by_session_is_no_one_panel(fitted: Fit):
    with pytest.raises(NotEstimable, match="expected one panel, found a fit of each session"):
        laplace(replace(fitted, options=replace(fitted.options, mode=Mode.SESSION)))


def test_intervals_of_a_level_are_as_wide_as_the_normal_distribution_says():
    assert width(0.9) == pytest.approx(1.6449, abs=1e-4)
    assert width(0.5) == pytest.approx(0.6745, abs=1e-4)


def test_intervals_hold_about_what_they_say():
    """Three simulated panels; the coverage of many is measured by benchmarks/ideal_points_coverage.py."""
    held: dict[str, tuple[int, int]] = {}
    for seed in (11, 12, 13):
        cells, theta, _ = panel_cells(seed)
        one = Panel(cells, dict.fromkeys(range(PERIODS), 0), dict.fromkeys(range(PERIODS), 0.0))
        held = added(held, covered(placed_panel(one, Options(), 0.9, None), theta, 0.9))
    shares = {stratum: within / n for stratum, (within, n) in held.items() if n > 100}
    assert len(shares) == 5
    assert all(0.82 <= share <= 0.97 for share in shares.values()), shares


def test_coverage_can_fail():
    cells, theta, _ = panel_cells(11)
    one = Panel(cells, dict.fromkeys(range(PERIODS), 0), dict.fromkeys(range(PERIODS), 0.0))
    placed = placed_panel(one, Options(), 0.9, None)
    for truth, least, most in ((theta, 0.8, 1.0), (np.random.default_rng(1).permutation(theta), 0.0, 0.5)):
        held, n = covered(placed, truth, 0.9)["across periods, the others"]
        assert least <= held / n <= most
