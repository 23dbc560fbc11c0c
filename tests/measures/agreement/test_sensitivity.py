"""How a ranking changes: hand-worked ranks, what does not change, and what scipy says of real rankings."""

import numpy as np
import pytest
from scipy.stats import kendalltau, rankdata

from onrecord.measures.agreement.methods import IDENTICAL, KAPPA, METHODS, figures
from onrecord.measures.agreement.pair_tables import pair_tables
from onrecord.measures.agreement.sensitivity import Changed, Effect, Variant, correlations, sensitivity, without_doubt
from onrecord.record.position_table import Code, VoteSelection, position_table
from onrecord.vocabulary.rollcalls import Body
from tests.measures.agreement.tables import table_of

BASE = "y" * 40


def others(**rows):
    """Return a table of AAA, always in favour, with others: of 40 votes so many y, a, n, o (absent) each."""
    words = {
        name: "".join(letter * n for letter, n in zip("yano", numbers, strict=True)) for name, numbers in rows.items()
    }
    return {"AAA": BASE, **words}


def variant(found, changed) -> Variant:
    return next(one for one in found.variants if one.changed is changed)


def test_an_absence_counted_as_abstention_moves_who_was_often_away():
    # BBB agrees in 20 of 20 it took part in, CCC in 35 of 40, DDD in 30 of 40, EEE in 25, FFF in 20.
    table = table_of(
        others(BBB=(20, 0, 0, 20), CCC=(35, 5, 0, 0), DDD=(30, 10, 0, 0), EEE=(25, 0, 15, 0), FFF=(19, 21, 0, 0))
    )
    found = variant(sensitivity(table, "AAA", IDENTICAL), Changed.ABSENCE)
    assert {one.state: (one.asked, one.changed) for one in found.moves} == {
        "BBB": (1, 4), "CCC": (2, 1), "DDD": (3, 2), "EEE": (4, 3), "FFF": (5, 5),
    }  # fmt: skip
    assert found.effect is Effect.ENDS
    assert found.nearest == (("BBB", "CCC", "DDD"), ("CCC", "DDD", "EEE"))
    assert found.movers[0].state == "BBB"
    assert correlations(found).tau == pytest.approx((7 - 3) / 10)


def test_amendments_left_out_count_no_more():
    kinds = "a" * 20 + " " * 20
    table = table_of({"AAA": BASE, "BBB": "n" * 20 + "y" * 20, "CCC": "y" * 38 + "nn"}, kinds=kinds)
    found = variant(sensitivity(table, "AAA", IDENTICAL), Changed.AMENDMENTS)
    assert {one.state: (one.asked, one.changed) for one in found.moves} == {"BBB": (2, 1), "CCC": (1, 2)}
    # Two states, both at either end: ranks change, who stands there does not.
    assert found.effect is Effect.MIDDLE


def test_a_position_in_doubt_left_out():
    table = table_of({"AAA": BASE, "BBB": "y" * 39 + "n", "CCC": BASE}, doubts={"CCC": "x" * 30})
    found = sensitivity(table, "AAA", IDENTICAL)
    assert variant(found, Changed.DOUBT).n == 1
    assert (without_doubt(table).codes[2] == Code.UNKNOWN).sum() == 30


def test_what_would_change_nothing_is_not_tried():
    found = sensitivity(table_of({"AAA": BASE, "BBB": "yn" * 20, "CCC": BASE}), "AAA", IDENTICAL)
    assert set(found.not_tried) == {Changed.ABSENCE, Changed.AMENDMENTS, Changed.DOUBT}
    assert len(found.variants) == len(METHODS) - 1


def test_where_no_rank_changes_it_says_so():
    table = table_of(others(BBB=(40, 0, 0, 0), CCC=(30, 0, 10, 0), DDD=(20, 0, 20, 0)))
    found = sensitivity(table, "AAA", IDENTICAL)
    alike = [one for one in found.variants if one.name in {"three-point", "s", "coincidence"}]
    assert {one.effect for one in alike} == {Effect.SAME}
    assert all(one.movers == () for one in alike)


def test_the_order_of_the_roll_calls_changes_nothing(record):
    table = position_table(record, VoteSelection(Body.HRC, 2016, 2018))
    mixed = table.columns(np.random.default_rng(1).permutation(len(table.rollcalls)))
    assert sensitivity(table, "GHA", IDENTICAL).variants == sensitivity(mixed, "GHA", IDENTICAL).variants


def test_on_the_record_ranks_and_tau_are_those_of_scipy(record):
    table = position_table(record, VoteSelection(Body.HRC, 2006, 2026))
    found = next(one for one in sensitivity(table, "KAZ", IDENTICAL).variants if one.name == "kappa")
    counts = pair_tables(table, ["KAZ"]).counts[0]
    values = [figures(one, counts).value for one in (IDENTICAL, KAPPA)]
    both = np.flatnonzero(~np.isnan(values[0]) & ~np.isnan(values[1]) & (np.array(table.states) != "KAZ"))
    ranks = [rankdata(-np.round(one[both], 12), method="min") for one in values]
    assert [(one.state, one.asked, one.changed) for one in found.moves] == [
        (table.states[at], *map(int, pair)) for at, pair in zip(both, zip(*ranks, strict=True), strict=True)
    ]
    assert correlations(found).tau == pytest.approx(kendalltau(*ranks).statistic)
    assert found.effect is Effect.ENDS


def test_one_state_alone_has_no_correlation():
    found = sensitivity(table_of({"AAA": BASE, "BBB": "yn" * 20}), "AAA", IDENTICAL)
    assert {(one.n, correlations(one).tau) for one in found.variants} == {(1, None)}
    assert found.effect is Effect.SAME
