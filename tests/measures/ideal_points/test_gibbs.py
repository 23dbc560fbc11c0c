"""The full posterior: its loops against plain arithmetic, its draws against each other, the fit and relabelling."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import multivariate_normal

from onrecord.measures.ideal_points import kernels
from onrecord.measures.ideal_points.cells import Cells, cells_of
from onrecord.measures.ideal_points.chains import Chain, Panel
from onrecord.measures.ideal_points.fit import fit
from onrecord.measures.ideal_points.gibbs import Sampling, posterior
from onrecord.measures.ideal_points.item_draws import item_proposal
from onrecord.measures.ideal_points.likelihood import log_probability
from onrecord.measures.ideal_points.options import Mode, Options
from onrecord.measures.ideal_points.path_draws import density_of_stretches, draw_stretches
from onrecord.measures.ideal_points.posterior_density import CUTS, log_prior, sums_after
from onrecord.measures.ideal_points.prior_draws import Prior
from onrecord.measures.ideal_points.scale_moves import make_move
from onrecord.measures.ideal_points.stretches import Stretches
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
    by_point, _ = chain._of_points(chain.points)
    assert by_point == pytest.approx(np.bincount(cells.nodes.of_cell, found), abs=1e-6)


def test_far_tails_stay_exact():
    cells = Cells(*np.zeros((3, 3), dtype=np.int32), np.array([0, 1, 2], dtype=np.int8), ("A",), 1)
    for theta in (-30.0, -8.0, 0.0, 9.0, 25.0):
        items = np.array([[1.0, -0.4, 0.7, 0.0]])
        chain = Chain(Panel(cells, Options(threads=1)), np.array([theta]), items, np.random.default_rng(1))
        assert chain.log_likelihood() == pytest.approx(exact(cells, chain.points, items).sum(), rel=1e-7)


def test_a_stretch_is_drawn_from_the_normal_distribution_it_says():
    random = np.random.default_rng(2)
    stretches, beside = np.array([[0, 4], [5, 7]]), np.array([0.0, 2.0, 1.0, 3.0, 2.0, 1.5, 2.5, 1.0])
    diagonal, gradient = 8 + random.random(8), random.standard_normal(8)
    drawn, density, again = np.zeros(8), np.empty(2), np.empty(2)
    steps = []
    for _ in range(4000):
        draw_stretches(stretches, beside, (diagonal, gradient), random.standard_normal(8), drawn, density)
        density_of_stretches(stretches, beside, (diagonal, gradient), drawn, again)
        steps.append(drawn.copy())
    assert again == pytest.approx(density)
    assert (drawn[4], drawn[7]) == (0, 0)
    precision = np.diag(diagonal[:4]) - np.diag(beside[1:4], 1) - np.diag(beside[1:4], -1)
    covariance = np.linalg.inv(precision)
    normal = multivariate_normal(covariance @ gradient[:4], covariance)
    assert density[0] - 2 * np.log(2 * np.pi) == pytest.approx(normal.logpdf(drawn[:4]))
    assert np.cov(np.array(steps)[:, :4].T) == pytest.approx(covariance, abs=0.02)


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
        sums_after(tied, (0, 1.0, 0.0), chain.points, chain.items, sums)
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


def test_a_move_of_scale_changes_the_sums_as_said_and_no_probability_but_of_bridges(panel):
    chain, tied, move = chain_of(panel), panel.tied, (1, 1.2, -0.4)
    before = exact(panel.cells, chain.points, chain.items)
    said, after = np.empty(CUTS + 1), np.empty(CUTS + 1)
    sums_after(tied, move, chain.points, chain.items, said)
    make_move(tied, move, chain.points, chain.items)
    sums_after(tied, (0, 1.0, 0.0), chain.points, chain.items, after)
    assert after == pytest.approx(said)
    changed = np.abs(exact(panel.cells, chain.points, chain.items) - before) > 1e-9
    weighs = (panel.cells.period >= 1) & (panel.first_periods[panel.cells.item] < 1)
    assert (changed == weighs).all()
    assert weighs.any()


def test_logs_stay_those_of_where_the_chain_is(panel):
    chain = chain_of(panel)
    for _ in range(30):
        chain.sweep()
    assert chain.log_likelihood() == pytest.approx(exact(panel.cells, chain.points, chain.items).sum(), abs=1e-5)
    assert ((chain.taken > 0.1) & (chain.taken <= 1)).all()


def test_stretches_cover_every_point_evenly_and_never_touch():
    random, found = np.random.default_rng(3), Stretches(np.array([0, 1, 13, 30]))
    assert found.drawn(random).tolist() == [[0, 1], [1, 13], [13, 30]]
    found.size[:] = [9.0, 4.0, 5.0]
    times = np.zeros(30)
    for _ in range(3000):
        drawn = found.drawn(random)
        assert (drawn[:, 1] - drawn[:, 0] <= 5).all()
        for begin, end in drawn:
            times[begin:end] += 1
    assert times[0] == 3000
    assert times[1:] / 3000 == pytest.approx(np.full(29, 0.5), abs=0.06)
    before = found.size.copy()
    found.learn(drawn, np.zeros(len(drawn)))
    assert (found.size[1:] < before[1:]).all()


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
