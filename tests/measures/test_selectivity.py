"""Selectivity and the intervals of shares, held to printed values and to what must be so."""

import pytest

from onrecord.measures.proportions import newcombe, wilson
from onrecord.measures.selectivity import Selectivity, selectivity
from onrecord.measures.support import Counted
from onrecord.record.ballots import of_state
from onrecord.vocabulary.situations import Selection, in_selection


def counted(yes: int, n: int) -> Counted:
    return Counted(yes, n - yes, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        # Newcombe 1998, table II, method 10.
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 20), 0.6791, 1.0000),
        ((10, 10), (0, 10), 0.6075, 1.0000),
    ],
)
def test_the_difference_of_two_shares_has_the_printed_interval(first, second, low, high):
    found = newcombe(first, second)
    assert found is not None
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_wilson_has_the_printed_interval():
    # Newcombe, "Two-Sided Confidence Intervals for the Single Proportion", 1998, table I, method 3.
    for (count, n), ends in {(81, 263): (0.2553, 0.3662), (15, 148): (0.0624, 0.1605), (0, 20): (0.0, 0.1611)}.items():
        found = wilson(count, n)
        assert found is not None
        assert (round(found.low, 4), round(found.high, 4)) == ends


@pytest.mark.parametrize(("count", "n", "level"), [(3, 2, 0.95), (-1, 2, 0.95), (1, 2, 1.0)])
def test_what_is_no_share_is_refused(count, n, level):
    with pytest.raises(ValueError, match="expected"):
        wilson(count, n, level)


def test_a_side_without_votes_has_no_difference():
    found = Selectivity(counted(1, 2), counted(0, 0))
    assert (found.difference, found.interval, found.beyond_noise, found.small) == (None, None, None, True)


def test_few_votes_are_noise_and_many_are_not():
    few, many = Selectivity(counted(3, 5), counted(2, 6)), Selectivity(counted(60, 100), counted(40, 120))
    assert few.difference == pytest.approx(many.difference)
    assert (few.beyond_noise, few.small) == (False, True)
    assert (many.beyond_noise, many.small) == (True, False)


def test_the_sides_exchanged_turn_the_interval_round():
    one, other = Selectivity(counted(7, 30), counted(22, 40)), Selectivity(counted(22, 40), counted(7, 30))
    assert one.interval
    assert other.interval
    assert one.interval.low == pytest.approx(-other.interval.high)


def test_item_7_beside_the_rest_in_the_record(record):
    for state, beyond in (("KAZ", True), ("CUB", True), ("GBR", True)):
        votes = [one for one in of_state(record, state) if one.subjects and one.final and one.vote_taken]
        sides = [
            [one for one in votes if in_selection(selection, one.session, one.agenda_item)]
            for selection in (Selection.ITEM_7, Selection.VOTES_COUNT)
        ]
        found = selectivity(*sides, state)
        assert found.beyond_noise is beyond
        assert found.interval
        assert found.interval.holds(found.difference or 0.0)
