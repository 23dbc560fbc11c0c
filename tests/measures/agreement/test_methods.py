"""Every method of agreement: cases worked by hand, published values, invariances, and naive writings of its formula."""

import itertools

import numpy as np
import pytest

from onrecord.measures.agreement.methods import (
    COINCIDENCE,
    COINCIDENCE_2017,
    IDENTICAL,
    KAPPA,
    METHODS,
    MINIMUM,
    PI,
    THEY_VOTE_FOR_YOU,
    THREE_POINT,
    S,
    chance_corrected,
    figures,
    method,
)
from onrecord.measures.agreement.pair_tables import pair_tables
from onrecord.record.position_table import VoteSelection, position_table
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body

Y, A, N = 0, 1, 2
WORKED = np.array([[10, 3, 1], [1, 4, 0], [1, 0, 0]])
"""14 the same, 4 one step apart, 2 opposite."""


def votes_of(table):
    return [pair for pair in itertools.product(range(3), repeat=2) for _ in range(table[pair])]


def naive_mean(pairs, of):
    return sum(of(a, b) for a, b in pairs) / len(pairs)


def naive_s(pairs):
    return 1 - 2 * sum(abs(a - b) for a, b in pairs) / (len(pairs) * 2)


def naive_kappa(pairs):
    """Observed squared distance over that of every vote of the one with every vote of the other."""
    first, second = zip(*pairs, strict=True)
    observed = sum((a - b) ** 2 for a, b in pairs) / len(pairs)
    return 1 - observed / (sum((a - b) ** 2 for a in first for b in second) / len(pairs) ** 2)


def naive_pi(pairs):
    """The same with both votes drawn from the votes of the two together."""
    pool = [vote for pair in pairs for vote in pair]
    observed = sum((a - b) ** 2 for a, b in pairs) / len(pairs)
    return 1 - observed / (sum((a - b) ** 2 for a in pool for b in pool) / len(pool) ** 2)


def naive_decided(pairs):
    decided = [(a, b) for a, b in pairs if A not in {a, b}]
    return sum(a == b for a, b in decided) / len(decided)


NAIVE = {
    IDENTICAL: lambda pairs: naive_mean(pairs, lambda a, b: a == b),
    THREE_POINT: lambda pairs: naive_mean(pairs, lambda a, b: (1, 0.5, 0)[abs(a - b)]),
    S: naive_s,
    PI: naive_pi,
    KAPPA: naive_kappa,
    COINCIDENCE: naive_decided,
    COINCIDENCE_2017: lambda pairs: naive_mean(pairs, lambda a, b: 1 if a == b else 0.5 if A in {a, b} else 0),
    THEY_VOTE_FOR_YOU: naive_decided,
}


def by_hand(chosen, table=WORKED):
    return float(figures(chosen, np.asarray(table), minimum=1).value)


@pytest.mark.parametrize(
    ("chosen", "value"),
    [
        (IDENTICAL, 14 / 20),
        (THREE_POINT, 16 / 20),
        (S, 1 - 2 * 8 / 40),
        (COINCIDENCE, 10 / 12),
        (COINCIDENCE_2017, 16 / 20),
        (THEY_VOTE_FOR_YOU, 10 / 12),
    ],
)
def test_a_case_worked_by_hand(chosen, value):
    assert by_hand(chosen) == pytest.approx(value)


def test_kappa_and_pi_worked_by_hand():
    # Two votes of four differ by one step: 2/4. Both have two yes and two abstentions, so 1/2 is expected of chance.
    assert by_hand(KAPPA, [[1, 1, 0], [1, 1, 0], [0, 0, 0]]) == pytest.approx(0)
    # The one always yes, the other always no: kappa expects just that, pi half of it.
    assert by_hand(KAPPA, [[0, 0, 4], [0, 0, 0], [0, 0, 0]]) == pytest.approx(0)
    assert by_hand(PI, [[0, 0, 4], [0, 0, 0], [0, 0, 0]]) == pytest.approx(-1)


def test_weighted_kappa_of_cohen_1968():
    """The example of Cohen, Psychological Bulletin 70 (1968), with his weights: kappa .492, weighted .348."""
    shares = np.array([[0.44, 0.07, 0.09], [0.05, 0.20, 0.05], [0.01, 0.03, 0.06]])
    weights = np.array([[0, 1, 3], [1, 0, 6], [3, 6, 0]])
    assert chance_corrected(shares, weights, pooled=False) == pytest.approx(0.348, abs=0.0005)
    assert chance_corrected(shares, 1 - np.eye(3), pooled=False) == pytest.approx(0.492, abs=0.0005)


@pytest.mark.parametrize("chosen", METHODS, ids=lambda one: one.name)
def test_a_method_is_its_formula_written_plainly(chosen, record):
    """On random tables, and on real pairs of the Council: close ones, far ones, one with few votes."""
    random = np.random.default_rng(3)
    for table in random.integers(0, 9, size=(10, 3, 3)):
        assert by_hand(chosen, table) == pytest.approx(NAIVE[chosen](votes_of(table)))
    of_council = position_table(record, VoteSelection(Body.HRC))
    pairs = pair_tables(of_council, ["CUB"])
    for other in ("CHN", "USA", "KAZ", "KEN"):
        table = pairs.counts[0, of_council.states.index(other)]
        assert by_hand(chosen, table) == pytest.approx(NAIVE[chosen](votes_of(table)))


@pytest.mark.parametrize("chosen", METHODS, ids=lambda one: one.name)
def test_what_a_method_does_not_depend_on(chosen):
    value = by_hand(chosen)
    assert by_hand(chosen, WORKED.T) == pytest.approx(value), "the order of the two states"
    assert by_hand(chosen, WORKED[::-1, ::-1]) == pytest.approx(value), "texts put the other way round"
    assert by_hand(chosen, 7 * WORKED) == pytest.approx(value), "each roll call seven times"
    assert by_hand(chosen, np.diag([3, 4, 5])) == pytest.approx(1), "always the same position"
    both = figures(chosen, np.stack([WORKED, 7 * WORKED]))
    assert both.value.shape == both.n.shape == (2,)


def test_the_ends_of_the_scales():
    opposite = [[0, 0, 10], [0, 0, 0], [10, 0, 0]]
    assert [by_hand(one, opposite) for one in (IDENTICAL, THREE_POINT, COINCIDENCE)] == [0, 0, 0]
    assert [by_hand(one, opposite) for one in (S, PI, KAPPA)] == pytest.approx([-1, -1, -1])


def test_s_is_three_point_agreement_on_another_scale():
    assert by_hand(S) == pytest.approx(2 * by_hand(THREE_POINT) - 1)


@pytest.mark.parametrize("chosen", METHODS, ids=lambda one: one.name)
def test_no_figure_under_the_minimum_but_its_n(chosen):
    # Five of these roll calls count for no method that takes votes in favour and against alone.
    abstained = 5 if chosen in {COINCIDENCE, THEY_VOTE_FOR_YOU} else 0
    few = figures(chosen, np.diag([MINIMUM - 2, abstained, 1]))
    assert int(few.n) == MINIMUM - 1
    assert np.isnan(few.value)


def test_without_variation_chance_explains_all():
    """Always yes on both sides: nothing is left to correct for, and no figure is given, never 1."""
    always = np.diag([50, 0, 0])
    assert np.isnan(figures(KAPPA, always).value)
    assert np.isnan(figures(PI, always).value)
    assert figures(IDENTICAL, always).value == 1


def test_nothing_of_nothing():
    for one in METHODS:
        found = figures(one, np.zeros((2, 3, 3)), minimum=0)
        assert np.isnan(found.value).all()
        assert (found.n == 0).all()


def test_a_method_is_found_by_its_name():
    assert method(" Kappa") is KAPPA
    assert len({one.name for one in METHODS}) == len(METHODS)
    with pytest.raises(NotInVocabulary, match="method of agreement: expected one of identical, three-point"):
        method("friendship")


def test_every_method_says_its_source_and_what_it_leaves_out():
    for one in METHODS:
        assert all((one.label, one.formula, one.source, one.leaves_out, one.absence))
