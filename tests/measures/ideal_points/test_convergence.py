"""R-hat and effective draws: equal to loops written from the paper's formulas, and able to see what is wrong."""

import math

import numpy as np
import pytest
from scipy.stats import norm

from onrecord.measures.ideal_points.convergence import convergence
from onrecord.vocabulary.errors import NotEstimable


def naive_rhat(chains):
    n = len(chains[0])
    means = [sum(chain) / n for chain in chains]
    within = sum(sum((x - m) ** 2 for x in chain) / (n - 1) for chain, m in zip(chains, means, strict=True)) / len(
        chains
    )
    grand = sum(means) / len(means)
    between = sum((m - grand) ** 2 for m in means) / (len(means) - 1)
    return math.sqrt(((n - 1) / n * within + between) / within)


def naive_ess(chains):
    n, m = len(chains[0]), len(chains)
    means = [sum(chain) / n for chain in chains]
    within = sum(sum((x - u) ** 2 for x in chain) / (n - 1) for chain, u in zip(chains, means, strict=True)) / m
    grand = sum(means) / m
    total = within * (n - 1) / n + sum((u - grand) ** 2 for u in means) / (m - 1)
    rho = [1.0]
    for lag in range(1, n):
        covariances = [
            sum((chain[t] - u) * (chain[t + lag] - u) for t in range(n - lag)) / n
            for chain, u in zip(chains, means, strict=True)
        ]
        rho.append(1 - (within - sum(covariances) / m) / total)
    length, before = -1.0, math.inf
    for at in range(0, n // 2 * 2, 2):
        pair = rho[at] + rho[at + 1]
        if pair <= 0:
            break
        before = min(before, pair)
        length += 2 * before
    return m * n / max(length, 1 / math.log10(m * n))


def naive(draws):
    """R-hat, bulk and tail of one quantity, draws by chain."""
    half = len(draws[0]) // 2
    chains = [part for chain in draws for part in (list(chain[:half]), list(chain[-half:]))]
    flat = sorted(x for chain in chains for x in chain)

    def scored(values):
        ranked = sorted(x for chain in values for x in chain)
        place = {x: ranked.index(x) + (ranked.count(x) + 1) / 2 for x in ranked}
        return [[norm.ppf((place[x] - 0.375) / (len(ranked) + 0.25)) for x in chain] for chain in values]

    middle = float(np.median(flat))
    folded = [[abs(x - middle) for x in chain] for chain in chains]
    low, high = np.quantile(flat, (0.05, 0.95))
    tails = [naive_ess([[float(x <= at) for x in chain] for chain in chains]) for at in (low, high)]
    return max(naive_rhat(scored(chains)), naive_rhat(scored(folded))), naive_ess(scored(chains)), min(tails)


def walks(random, chains, draws, memory):
    found = np.zeros((chains, draws))
    for t in range(draws):
        found[:, t] = memory * found[:, t - 1] * (t > 0) + random.standard_normal(chains)
    return found


def test_it_equals_the_formulas_written_as_loops():
    random = np.random.default_rng(4)
    columns = [walks(random, 3, 41, memory) for memory in (0.0, 0.5, 0.9, -0.6)]
    columns.append(columns[0] + np.array([[0.0], [1.0], [3.0]]))
    columns.append(columns[0] * np.array([[1.0], [1.0], [6.0]]))
    found = convergence(np.stack(columns, axis=2))
    for at, column in enumerate(columns):
        assert (found.rhat[at], found.bulk[at], found.tail[at]) == pytest.approx(naive(column), rel=1e-9)


def test_chains_in_different_places_or_of_different_width_have_not_converged():
    draws = np.random.default_rng(1).standard_normal((4, 300, 3))
    draws[2, :, 1] += 1
    draws[2, :, 2] *= 4
    found = convergence(draws)
    assert found.rhat[0] < 1.01
    assert (found.rhat[1:] > 1.03).all()
    assert not found.reached
    assert convergence(draws[:, :, :1]).reached


def test_a_slow_chain_is_worth_few_draws():
    draws = walks(np.random.default_rng(2), 4, 1000, 0.8)[:, :, None]
    # Theory for an autoregression of order 1: (1 - 0.8) / (1 + 0.8) of the draws.
    assert convergence(draws).bulk[0] == pytest.approx(4000 * 0.2 / 1.8, rel=0.3)


def test_what_never_changes_has_no_figure_and_short_chains_are_refused():
    draws = np.random.default_rng(3).standard_normal((2, 50, 2))
    draws[:, :, 1] = 0.5
    found = convergence(draws)
    assert np.isnan([found.rhat[1], found.bulk[1], found.tail[1]]).all()
    assert found.worst_rhat == found.rhat[0]
    with pytest.raises(NotEstimable, match="at least 8 draws, found chains of 7"):
        convergence(draws[:, :7])
