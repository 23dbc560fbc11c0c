"""The full posterior: its loops against plain arithmetic, its draws against each other, the fit and relabelling."""

from dataclasses import replace

import numpy as np
import pytest

from onrecord.measures.ideal_points import kernels
from onrecord.measures.ideal_points.cells import Cells, cells_of
from onrecord.measures.ideal_points.chains import Chain, Panel
from onrecord.measures.ideal_points.convergence import Convergence
from onrecord.measures.ideal_points.fit import fit
from onrecord.measures.ideal_points.gibbs import Sampling, posterior
from onrecord.measures.ideal_points.item_draws import item_proposal
from onrecord.measures.ideal_points.lattices import PLACES, Lattices
from onrecord.measures.ideal_points.likelihood import log_probability
from onrecord.measures.ideal_points.options import Mode, Options
from onrecord.measures.ideal_points.path_draws import accept_paths, draw_paths
from onrecord.measures.ideal_points.posterior_density import (
    CUTS,
    NOWHERE,
    SQUARES,
    TOTAL,
    Tied,
    log_prior,
    pull,
    sums_after,
)
from onrecord.measures.ideal_points.prior_draws import Prior
from onrecord.measures.ideal_points.scale_moves import change_of_bridges, make_move
from onrecord.record.position_table import VoteSelection, position_table
from onrecord.vocabulary.errors import NotEstimable
from onrecord.vocabulary.rollcalls import Body

SHORT = Sampling(chains=2, warm_up=60, sweeps=160, thin=2)


def bridged(seed: int = 5) -> Cells:
    """Return a simulated panel of 9 states over 3 periods in which three items are voted on in two of them."""
    cells = Prior(9, 24, 3, Options()).draw(np.random.default_rng(seed)).cells
    return replace(cells, item=np.where((cells.item >= 8) & (cells.item < 11), cells.item - 8, cells.item))


@pytest.fixture(scope="module")
def panel():
    cells = bridged()
    return Panel(cells, Options(threads=1))


def chain_of(panel: Panel, seed: int = 1) -> Chain:
    random = np.random.default_rng(seed)
    items = random.standard_normal((panel.cells.items, 4))
    items[:, 2] = items[:, 1] + 0.3 + random.random(len(items))
    return Chain(panel, random.standard_normal(panel.cells.nodes.n), items, random)


def exact(cells: Cells, points: np.ndarray, items: np.ndarray) -> np.ndarray:
    one = items[cells.item]
    return log_probability(cells.position, one[:, 0], one[:, 1], one[:, 2], points[cells.nodes.of_cell])


def test_the_log_likelihood_of_items_and_of_points_is_the_exact_one(panel):
    chain = chain_of(panel)
    cells, found = panel.cells, exact(panel.cells, chain.points, chain.items)
    assert chain.log_likelihood() == pytest.approx(found.sum(), abs=1e-5)
    lattice = chain.points[:, None] + np.array([-0.7, 0.0, 4.0])
    by_place = chain._of_places(lattice).T
    for points, log_likelihood in zip(lattice.T, by_place, strict=True):
        of_points = np.bincount(cells.nodes.of_cell, exact(cells, points, chain.items))
        assert log_likelihood == pytest.approx(of_points, abs=1e-6)


def test_far_tails_stay_exact():
    cells = Cells(*np.zeros((3, 3), dtype=np.int32), np.array([0, 1, 2], dtype=np.int8), ("A",), 1)
    for theta in (-30.0, -8.0, 0.0, 9.0, 25.0):
        items = np.array([[1.0, -0.4, 0.7, 0.0]])
        chain = Chain(Panel(cells, Options(threads=1)), np.array([theta]), items, np.random.default_rng(1))
        assert chain.log_likelihood() == pytest.approx(exact(cells, chain.points, items).sum(), rel=1e-7)


@pytest.mark.parametrize("leap", [0.0, 12.0, 60.0])
def test_a_path_is_drawn_with_the_probability_it_has(leap):
    random = np.random.default_rng(2)
    lattice, weight = random.standard_normal((4, 3)), random.standard_normal((4, 3))
    step, first = np.array([0.0, 1.4, 0.6, 0.0]), np.array([1.0, 0.0, 0.0, 1.0])
    tied = Tied(np.array([0, 3, 4]), first, step, np.zeros(4, int), np.zeros(1, int), np.ones(2))
    # After a leap places are weighed so that what the leap adds to the steps' costs is undone: the shares stay.
    leapt, undone = lattice.copy(), weight.copy()
    leapt[1:3] += leap
    undone[0] -= step[1] * leap * lattice[0]
    undone[1] += step[1] * leap * lattice[1]
    counts, drawn, rounds = np.zeros((3, 3, 3)), np.empty(4), 20_000
    for _ in range(rounds):
        draw_paths(tied, leapt, undone.copy(), random.random(4), drawn)
        counts[tuple(np.argmax(leapt[k] == drawn[k]) for k in range(3))] += 1
    a, b, c = np.meshgrid(*lattice[:3], indexing="ij")
    weighed = weight[0][:, None, None] + weight[1][:, None] + weight[2]
    share = np.exp(weighed - 0.5 * step[1] * (b - a) ** 2 - 0.5 * step[2] * (c - b) ** 2)
    share /= share.sum()
    assert counts / rounds == pytest.approx(share, abs=5 * np.sqrt(share.max() / rounds))


def test_a_path_is_taken_by_what_its_weights_do_not_know(panel):
    chain, tied = chain_of(panel), panel.tied
    sums, after = np.empty(CUTS + 1), np.empty(CUTS + 1)
    sums_after(tied, NOWHERE, chain.points, chain.items, sums)
    begin, end, pull_here = tied.begins[1], tied.begins[2], np.array([0.3, -0.2])
    drawn = chain.points.copy()
    drawn[begin:end] += 0.5

    def weighed(points):
        steps = tied.step[1:] * np.diff(points) ** 2
        return (pull_here[0] * points + (pull_here[1] - 0.5 * tied.first) * points**2).sum() - 0.5 * steps.sum()

    sums_after(tied, NOWHERE, drawn, chain.items, after)
    ratio = log_prior(after, tied.variances) - log_prior(sums, tied.variances) - weighed(drawn) + weighed(chain.points)
    for slack, taken in ((-1e-6, True), (1e-6, False)):
        points, held = chain.points.copy(), sums.copy()
        share = accept_paths(tied, pull_here, drawn, np.full(len(tied.begins) - 1, ratio + slack), points, held)
        # The paths that stay are taken too, or left, which is the same.
        assert np.array_equal(points, drawn if taken else chain.points)
        assert held == pytest.approx(after if taken else sums)
        assert 0 <= share <= 1


def test_the_pull_of_the_scale_is_the_slope_of_the_density(panel):
    chain, tied = chain_of(panel), panel.tied
    chain.points = chain.points * 1.3 + 0.2
    sums = np.empty(CUTS + 1)
    sums_after(tied, NOWHERE, chain.points, chain.items, sums)
    slopes = []
    for one in (TOTAL, SQUARES):
        step = np.zeros(CUTS + 1)
        step[one] = 1e-4
        slopes.append((log_prior(sums + step, tied.variances) - log_prior(sums - step, tied.variances)) / 2e-4)
    assert pull(sums, tied.variances) == pytest.approx(slopes, rel=1e-5)


def test_an_item_is_proposed_from_the_distribution_it_says(panel):
    chain = chain_of(panel)
    proposal = chain._proposal(chain.items)
    draws = np.stack([proposal.draw(chain.random) for _ in range(4000)])
    assert (draws[:, :, 2] > draws[:, :, 1]).all()
    # The mean of exp(other density - own density) is 1 if both are densities over the same room.
    widened = item_proposal(chain_sums(chain) * 0.9, chain.items, panel.tied.variances * 1.1)
    ratio = np.exp([widened.log_density(one) - proposal.log_density(one) for one in draws])
    moderate = np.abs(chain.items[:, 0]) < 1.5
    assert np.median(ratio.mean(axis=0)[moderate]) == pytest.approx(1, abs=0.1)


def chain_sums(chain: Chain) -> np.ndarray:
    where = chain.panel.where
    calls, sums = np.empty((len(where.item_of_call), 9)), np.zeros((len(chain.items), 9))
    of_item = chain.items[where.item_of_call]
    by_call = where.by_call
    kernels.item_sums((0, len(calls)), by_call.begins, by_call.of_cell, chain.points, of_item, calls)
    np.add.at(sums, where.item_of_call, calls)
    return sums


def test_the_density_of_priors_is_that_on_the_standard_scale(panel):
    chain, options, tied = chain_of(panel), panel.options, panel.tied
    sums = np.empty(CUTS + 1)
    found = []
    for _ in range(2):
        sums_after(tied, NOWHERE, chain.points, chain.items, sums)
        theta, items = chain.standard()
        m, s, nodes = chain.points.mean(), chain.points.std(), len(theta)
        first = (tied.first * theta**2).sum()
        steps = (tied.step[1:] * np.diff(theta) ** 2).sum()
        normal = first + steps + (items[:, 0] ** 2).sum() / options.slope_variance
        normal += (items[:, 1:] ** 2).sum() / options.cut_variance + nodes * (m**2 + np.log(s) ** 2)
        volume = (len(items) - (nodes - 2) - 1) * np.log(s)
        found.append(log_prior(sums, tied.variances) - (volume - 0.5 * normal))
        chain.points *= 1.3
    assert found == pytest.approx([0, 0], abs=1e-8)


@pytest.mark.parametrize("move", [(1, 3, 1.2, -0.4), (0, 1, 1.2, -0.4)])
def test_a_move_of_scale_changes_the_sums_as_said_and_no_probability_but_of_bridges(panel, move):
    chain, tied = chain_of(panel), panel.tied
    before = exact(panel.cells, chain.points, chain.items)
    said, after = np.empty(CUTS + 1), np.empty(CUTS + 1)
    moved = sums_after(tied, move, chain.points, chain.items, said)
    change = change_of_bridges(panel.bridges, 1, move, chain.points, chain.items, chain.logs)
    at, since = panel.cells.period, panel.first_periods
    here = [(move[0] <= one) & (one < move[1]) for one in (panel.cells.nodes.period, since)]
    assert moved == here[0].sum() - here[1].sum()
    make_move(tied, move, chain.points, chain.items)
    sums_after(tied, NOWHERE, chain.points, chain.items, after)
    assert after == pytest.approx(said)
    now = exact(panel.cells, chain.points, chain.items)
    weighs = (at >= 1) & (since[panel.cells.item] < 1)
    assert ((np.abs(now - before) > 1e-9) == weighs).all()
    assert weighs.any()
    assert change == pytest.approx((now - before).sum(), abs=1e-5)


def test_logs_stay_those_of_where_the_chain_is(panel):
    chain = chain_of(panel)
    for _ in range(30):
        chain.sweep()
    assert chain.log_likelihood() == pytest.approx(exact(panel.cells, chain.points, chain.items).sum(), abs=1e-5)
    assert ((chain.taken > 0.1) & (chain.taken <= 1)).all()


def test_places_are_even_and_pass_through_the_point():
    random, points = np.random.default_rng(3), np.array([0.5, -1.0, 2.0])
    found = Lattices(points)
    at = np.zeros((PLACES, 3))
    for _ in range(3000):
        lattice = found.drawn(points, random)
        assert np.diff(lattice) == pytest.approx(np.tile(np.diff(lattice)[:, :1], PLACES - 1))
        here = np.abs(lattice - points[:, None]) < 1e-12
        assert (here.sum(axis=1) == 1).all()
        at[np.argmax(here, axis=1), range(3)] += 1
    assert at / 3000 == pytest.approx(np.full((PLACES, 3), 1 / PLACES), abs=0.03)
    sd = np.array([0.02, 0.2, 1.0])
    for _ in range(400):
        found.learn(points + sd * random.standard_normal(3), np.ones(2))
    assert np.sqrt(found.variance) == pytest.approx(sd, rel=0.3)
    assert found.pull == pytest.approx([1, 1])


def test_draws_are_standard_the_same_each_time_and_around_the_fit():
    start = fit(bridged(), Options(threads=1))
    found, again = posterior(start, SHORT), posterior(start, replace(SHORT, threads=1))
    assert np.array_equal(found.theta, again.theta)
    assert found.theta.shape == (2, 80, start.cells.nodes.n)
    assert found.theta.mean(axis=2) == pytest.approx(np.zeros((2, 80)), abs=1e-5)
    assert found.theta.std(axis=2) == pytest.approx(np.ones((2, 80)), abs=1e-5)
    assert (found.items[..., 2] > found.items[..., 1]).all()
    # The second chain begins at the mirror image, and is brought back.
    assert np.corrcoef(found.theta[0].mean(axis=0), found.theta[1].mean(axis=0))[0, 1] > 0.9
    assert np.corrcoef(found.mean, start.theta)[0, 1] > 0.95
    low, high = found.interval(0.9)
    assert ((low < found.mean) & (found.mean < high)).mean() > 0.98
    within = found.interval_within(0.9)
    assert (within[1] - within[0]).mean() < (high - low).mean()


def test_chains_go_on_while_they_are_not_enough_up_to_a_bound(monkeypatch):
    start = fit(bridged(), Options(threads=1))
    few = Sampling(chains=2, warm_up=40, sweeps=40, thin=2)
    for most, made in ((0, 40), (79, 40), (80, 80), (400, 320)):
        found = posterior(start, replace(few, most=most))
        assert (found.sweeps, found.theta.shape[1], found.convergence.reached) == (made, made // 2, False)
    # They go on from where they were, and stop when it is enough.
    assert np.array_equal(posterior(start, replace(few, sweeps=320)).theta, found.theta)
    monkeypatch.setattr(Convergence, "reached", True)
    assert posterior(start, replace(few, most=400)).sweeps == 40


def test_turning_the_line_round_turns_the_draws_round():
    start = fit(bridged(), Options(threads=1))
    turned = posterior(replace(start, theta=-start.theta, slope=-start.slope), SHORT)
    assert np.corrcoef(turned.mean, -posterior(start, SHORT).mean)[0, 1] > 0.98


def test_the_council_of_a_year(record):
    table = position_table(record, VoteSelection(body=Body.HRC, first_year=2014, last_year=2014))
    codes, n = table.codes, len(table.rollcalls)
    cells = cells_of(codes, [0] * n, table.states, list(range(n)))
    found = posterior(fit(cells, Options(mode=Mode.STATIC)), replace(SHORT, sweeps=400))
    points = dict(zip(table.states, found.mean, strict=True))
    side = np.sign(points["USA"])
    assert min(side * points[one] for one in ("USA", "GBR", "FRA")) > max(side * points[one] for one in ("CUB", "VEN"))


def test_sessions_by_themselves_are_refused():
    start = fit(bridged(), Options(mode=Mode.SESSION))
    with pytest.raises(NotEstimable, match="full posterior: expected a static or dynamic fit"):
        posterior(start, SHORT)
