"""Indices of cohesion: cases worked by hand, invariances, naive writings, and the average with its interval."""

import itertools
from fractions import Fraction

import numpy as np
import pytest

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.measures.blocs.defection import group_line
from onrecord.measures.cohesion import (
    AGREEMENT_INDEX,
    ATTINA,
    INDICES,
    RICE,
    by_roll_call,
    cohesion,
    group_counts,
    index,
)
from onrecord.measures.resampling import Bootstrap, Drawn
from onrecord.record.position_table import Code, VoteSelection, position_table
from onrecord.record.query_groups import members
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body
from tests.measures.agreement.tables import table_of

SINGLE = Bootstrap(Drawn.ROLL_CALLS, draws=200)


def naive_rice(yes, abstain, no):
    return None if yes + no < 2 else Fraction(abs(yes - no), yes + no)


def naive_attina(yes, abstain, no):
    most = max(yes, abstain, no)
    total = yes + abstain + no
    return None if total < 2 else Fraction(most - (total - most), total)


def naive_agreement(yes, abstain, no):
    """As Hix, Noury and Roland write it: max - 1/2 [(Y + N + A) - max], over Y + N + A."""
    total, most = yes + no + abstain, max(yes, no, abstain)
    return None if total < 2 else (most - Fraction(1, 2) * (total - most)) / total


NAIVE = {RICE: naive_rice, ATTINA: naive_attina, AGREEMENT_INDEX: naive_agreement}


@pytest.mark.parametrize(
    ("counts", "rice", "attina", "agreement"),
    [
        ((10, 0, 0), 1, 1, 1),
        ((8, 0, 2), 0.6, 0.6, 0.7),
        ((5, 0, 5), 0, 0, 0.25),
        ((4, 4, 4), 0, -1 / 3, 0),
        ((0, 9, 0), None, 1, 1),
        ((3, 3, 0), 1, 0, 0.25),
    ],
)
def test_cases_worked_by_hand(counts, rice, attina, agreement):
    found = [float(by_roll_call(one, np.array(counts))) for one in (RICE, ATTINA, AGREEMENT_INDEX)]
    expected = [np.nan if value is None else value for value in (rice, attina, agreement)]
    assert found == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize("chosen", INDICES, ids=lambda one: one.name)
def test_an_index_is_its_formula_written_plainly(chosen):
    every = list(itertools.product(range(5), repeat=3))
    found = by_roll_call(chosen, np.array(every))
    expected = [NAIVE[chosen](*counts) for counts in every]
    assert found == pytest.approx([np.nan if one is None else float(one) for one in expected], nan_ok=True)


@pytest.mark.parametrize("chosen", INDICES, ids=lambda one: one.name)
def test_what_an_index_does_not_depend_on(chosen):
    counts = np.random.default_rng(5).integers(0, 12, size=(60, 3))
    value = by_roll_call(chosen, counts)
    assert by_roll_call(chosen, counts[:, ::-1]) == pytest.approx(value, nan_ok=True), "yes and no exchanged"
    many = counts[chosen.n(counts) > 1]
    assert by_roll_call(chosen, 3 * many) == pytest.approx(by_roll_call(chosen, many)), "each member three times"


def test_attina_and_the_agreement_index_rank_alike():
    counts = np.random.default_rng(6).integers(1, 12, size=(60, 3))
    assert by_roll_call(AGREEMENT_INDEX, counts) == pytest.approx((3 * by_roll_call(ATTINA, counts) + 1) / 4)


def everyone(table):
    return np.ones(table.codes.shape, dtype=np.bool_)


def test_the_mean_counts_each_roll_call_once_and_says_how_many():
    # Unanimous, two to one, absent and unknown left out, one member alone (does not count); five times over.
    table = table_of({"AAA": "yyyy" * 8, "BBB": "yyo-" * 8, "CCC": "ynn?" * 8})
    found = cohesion(table, everyone(table), RICE, SINGLE)
    assert found.n == 24
    assert found.value == pytest.approx((1 + 1 / 3 + 0) / 3)
    assert found.split == 16
    assert found.members == pytest.approx((3 + 3 + 2) / 3)
    assert found.low is not None
    assert found.value is not None
    assert found.high is not None
    assert found.low < found.value < found.high


def test_roll_calls_twice_or_in_another_order_change_no_mean(record):
    table = position_table(record, VoteSelection(Body.HRC, 2017, 2018))
    found = cohesion(table, everyone(table), AGREEMENT_INDEX, SINGLE)
    twice = table.columns(np.concatenate([np.arange(len(table.rollcalls))[::-1]] * 2))
    again = cohesion(twice, everyone(twice), AGREEMENT_INDEX, SINGLE)
    assert (again.value, again.n) == (pytest.approx(found.value), 2 * found.n)


def test_members_count_while_they_are_members():
    table = table_of({"AAA": "yy", "BBB": "nn", "CCC": "yy"})
    counts = group_counts(table, np.array([[True, True], [False, True], [True, True]]))
    assert counts.counts.tolist() == [[2, 0, 0], [2, 0, 1]]
    assert counts.members.tolist() == [2, 3]


def test_no_mean_under_the_minimum():
    table = table_of({"AAA": "y" * (MINIMUM - 1), "BBB": "y" * (MINIMUM - 1)})
    found = cohesion(table, everyone(table), RICE, SINGLE)
    assert (found.value, found.low, found.n) == (None, None, MINIMUM - 1)


def test_votes_that_never_differed_have_no_interval():
    table = table_of({"AAA": "y" * 30, "BBB": "y" * 30})
    found = cohesion(table, everyone(table), RICE, SINGLE)
    assert (found.value, found.low, found.high) == (1, None, None)


def test_few_sessions_give_no_interval_of_sessions():
    table = table_of({"AAA": "y" * 40, "BBB": "yn" * 20}, "abcd" * 10)
    assert cohesion(table, everyone(table), RICE, Bootstrap(Drawn.SESSIONS)).low is None


def test_on_the_record_it_is_the_index_of_a_group_beside_its_line(record):
    """The African Group in the Council, 2016 to 2018, in the roll calls in which three members or more voted."""
    whole = position_table(record, VoteSelection(Body.HRC, 2016, 2018))
    table = whole.columns(group_counts(whole, in_group(record, whole)).counts.sum(axis=1) >= 3)
    mask = in_group(record, table)
    found, line = cohesion(table, mask, AGREEMENT_INDEX, SINGLE), group_line(table, mask)
    assert line.few == 0
    assert found.n == len(table.rollcalls) > 200
    assert found.value == pytest.approx(line.cohesion)
    assert found.n - found.split == line.unanimous


def in_group(record, table):
    inside = [members(record, "AG", call.date) for call in table.rollcalls]
    mask = np.array([[state in held for held in inside] for state in table.states])
    return mask & (table.codes != Code.NOT_A_MEMBER)


def test_an_index_is_found_by_its_name():
    assert index("Rice ") is RICE
    with pytest.raises(NotInVocabulary, match="expected one of agreement-index, rice, attina"):
        index("unity")
