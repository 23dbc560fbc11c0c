"""Change points: the ratio by hand, a step that is found, noise that is left alone as often as is said."""

from math import comb, log

import numpy as np
import pytest

from onrecord.measures.change_points import YearOfSupport, change_points, likelihood_ratios, support_by_year
from onrecord.record.position_table import VoteSelection, position_table
from onrecord.vocabulary.situations import Selection


def series(yes: list[int], n: int = 10) -> list[YearOfSupport]:
    return [YearOfSupport(2010 + at, one, n) for at, one in enumerate(yes)]


def test_the_ratio_is_that_of_two_binomial_shares_against_one():
    def likelihood(yes: int, n: int, share: float) -> float:
        return log(comb(n, yes)) + yes * log(share) + (n - yes) * log(1 - share)

    found = likelihood_ratios(np.array([8, 2]), np.array([10, 10]))
    apart = likelihood(8, 10, 0.8) + likelihood(2, 10, 0.2)
    assert found.tolist() == pytest.approx([2 * (apart - likelihood(8, 10, 0.5) - likelihood(2, 10, 0.5))])
    assert likelihood_ratios(np.array([5, 0]), np.array([5, 5])).tolist() == pytest.approx([20 * log(2)])


def test_a_step_is_found_where_it_is():
    found = change_points(series([9, 8, 9, 9, 1, 2, 1, 2]), draws=999)
    assert [(one.last_before, one.first_after) for one in found.changes] == [(2013, 2014)]
    assert [(one.first, one.last, one.yes, one.n) for one in found.stretches] == [
        (2010, 2013, 35, 40),
        (2014, 2017, 6, 40),
    ]
    assert found.changes[0].p == pytest.approx(0.001)


def test_two_steps_are_found_one_after_the_other():
    found = change_points(series([9, 9, 9, 1, 1, 1, 9, 9, 9]), draws=999)
    assert [one.first_after for one in found.changes] == [2013, 2016]
    assert found.n == 90


def test_a_level_series_and_a_single_year_have_no_change():
    level = change_points(series([5, 6, 5, 4, 5]), draws=199)
    assert (level.changes, len(level.stretches)) == ((), 1)
    assert level.likeliest is not None
    one = change_points(series([5]))
    assert (one.likeliest, one.changes, one.stretches[0].small) == (None, (), True)
    assert change_points([]).stretches == ()


def test_false_alarms_come_as_often_as_is_said():
    """Of 200 series without a change some ten are called at five per cent; 22 is beyond chance."""
    rng = np.random.default_rng(7)
    drawn = [series(rng.binomial(12, 0.4, 10).tolist(), 12) for _ in range(200)]
    found = [change_points(one, draws=199, seed=at) for at, one in enumerate(drawn)]
    assert sum(bool(one.changes) for one in found) < 22


def test_whole_years_that_swing_are_not_taken_for_a_change():
    """A year in which all votes go one way is one draw, not twelve: the second p-value says so."""
    rng = np.random.default_rng(8)
    drawn = [series((12 * rng.integers(0, 2, 8)).tolist(), 12) for _ in range(40)]
    found = [one.likeliest for one in (change_points(s, draws=199) for s in drawn) if one.likeliest]
    assert sum(one.p <= 0.05 for one in found) > 30
    assert sum(one.p_years <= 0.05 for one in found) < 9


def test_three_years_never_convince_as_whole_years():
    found = change_points(series([10, 10, 0]), draws=999)
    assert found.changes[0].p < 0.01
    assert found.changes[0].p_years > 0.2


@pytest.mark.parametrize("year", [YearOfSupport(2014, 3, 2), YearOfSupport(2014, 0, 0), YearOfSupport(2014, -1, 3)])
def test_what_is_no_year_is_refused(year):
    with pytest.raises(ValueError, match="yes from 0 to n"):
        change_points([year])


def test_the_record_s_years_hold_every_known_position(record):
    table = position_table(record, VoteSelection(named=Selection.VOTES_COUNT, kinds=("resolution",)))
    for state in ("IND", "BRA", "MEX"):
        years, turned = support_by_year(table, state)
        known = int((table.codes[table.states.index(state)] <= 3).sum())
        assert sum(one.n for one in years) + turned == known
        assert [one.year for one in years] == sorted({one.year for one in years})
    assert support_by_year(table, "ZZZ") == ([], 0)
