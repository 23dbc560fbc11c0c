"""Bootstrap intervals: a spread that theory gives, sessions that move together, and where there is none."""

import numpy as np
import pytest

from onrecord.measures.agreement.intervals import default_bootstrap, intervals
from onrecord.measures.agreement.methods import IDENTICAL, METHODS, figures
from onrecord.measures.agreement.pair_tables import pair_tables
from onrecord.measures.resampling import MINIMUM_SESSIONS, Bootstrap, Drawn, drawn_weights, expanded, units_of
from onrecord.record.position_table import VoteSelection, position_table
from onrecord.vocabulary.rollcalls import Body
from tests.measures.agreement.tables import table_of

SINGLE = Bootstrap(Drawn.ROLL_CALLS)


def test_the_spread_is_that_of_a_share():
    """200 roll calls, 3/4 the same: the standard error is sqrt(p q / n), and a 95 per cent interval 1.96 of them."""
    table = table_of({"AAA": "y" * 200, "BBB": "yyyn" * 50})
    found = intervals(table, "AAA", IDENTICAL, SINGLE)
    half = 1.96 * np.sqrt(0.75 * 0.25 / 200)
    assert found.low[1] == pytest.approx(0.75 - half, abs=0.01)
    assert found.high[1] == pytest.approx(0.75 + half, abs=0.01)
    assert found.units == 200


def test_votes_of_a_session_that_go_together_widen_the_interval():
    """Ten sessions of twenty votes, each all the same or all opposite: ten facts, not two hundred."""
    sessions = "".join(letter * 20 for letter in "abcdefghij")
    together = "".join(vote * 20 for vote in "yyynyynyny")
    table = table_of({"AAA": "y" * 200, "BBB": together}, sessions)
    wide, narrow = (
        intervals(table, "AAA", IDENTICAL, Bootstrap(drawn)) for drawn in (Drawn.SESSIONS, Drawn.ROLL_CALLS)
    )
    assert (wide.units, narrow.units) == (10, 200)
    assert wide.high[1] - wide.low[1] > 3 * (narrow.high[1] - narrow.low[1])


def test_the_same_seed_gives_the_same_interval():
    table = table_of({"AAA": "y" * 40, "BBB": "yyan" * 10})
    first, again = (intervals(table, "AAA", IDENTICAL, Bootstrap(Drawn.ROLL_CALLS, draws=51)) for _ in range(2))
    other = intervals(table, "AAA", IDENTICAL, Bootstrap(Drawn.ROLL_CALLS, draws=51, seed=1))
    assert (first.low[1], first.high[1]) == (again.low[1], again.high[1])
    assert (first.low[1], first.high[1]) != (other.low[1], other.high[1])


def test_every_draw_has_as_many_units_as_there_are():
    weights = drawn_weights(17, Bootstrap(draws=50))
    assert weights.shape == (50, 17)
    assert (weights.sum(axis=1) == 17).all()


@pytest.mark.parametrize("chosen", METHODS, ids=lambda one: one.name)
def test_an_interval_holds_its_figure(record, chosen):
    """On the Council over all its years, for a state with many terms."""
    table = position_table(record, VoteSelection(Body.HRC))
    value = figures(chosen, pair_tables(table, ["BRA"]).counts[0]).value
    found = intervals(table, "BRA", chosen, Bootstrap(draws=200))
    given = ~np.isnan(found.low)
    assert given.sum() > 60
    assert (found.low[given] <= value[given] + 1e-9).all()
    assert (found.high[given] >= value[given] - 1e-9).all()
    assert (np.isnan(value) <= np.isnan(found.low)).all()


def test_no_interval_where_there_is_no_figure_or_too_few_sessions():
    few = table_of({"AAA": "y" * 19, "BBB": "y" * 19})
    assert np.isnan(intervals(few, "AAA", IDENTICAL, SINGLE).low).all()
    sessions = table_of({"AAA": "y" * 40, "BBB": "yn" * 20}, "abcd" * 10)
    found = intervals(sessions, "AAA", IDENTICAL, Bootstrap(Drawn.SESSIONS))
    assert found.units == MINIMUM_SESSIONS - 1
    assert np.isnan(found.low).all()
    assert np.isnan(intervals(sessions, "ZZZ", IDENTICAL, SINGLE).high).all()


def test_sessions_are_drawn_where_there_are_enough():
    assert default_bootstrap(table_of({"AAA": "y" * 5, "BBB": "y" * 5}, "abcde"), "AAA").drawn is Drawn.SESSIONS
    # One of the five sessions was not open to the state.
    assert default_bootstrap(table_of({"AAA": "-yyyy", "BBB": "y" * 5}, "abcde"), "AAA").drawn is Drawn.ROLL_CALLS
    assert default_bootstrap(table_of({"AAA": "y", "BBB": "y"}), "ZZZ").drawn is Drawn.ROLL_CALLS


def test_units_are_roll_calls_or_sessions():
    table = table_of({"AAA": "yyyy"}, "abba")
    assert units_of(table, Drawn.ROLL_CALLS).tolist() == [0, 1, 2, 3]
    assert units_of(table, Drawn.SESSIONS).tolist() == [0, 1, 1, 0]


def test_percentiles_lie_farther_out_where_units_are_few():
    """Ten units: Student's t with nine degrees of freedom is 2.262, times sqrt(10/9) 2.384, below it 0.856 per cent."""
    assert expanded(0.95, 10) == pytest.approx((0.00856, 0.99144), abs=0.00002)
    assert expanded(0.95, 100_000) == pytest.approx((0.025, 0.975), abs=0.0001)
    assert expanded(0.9, 1) == pytest.approx((0.05, 0.95))


def test_intervals_by_sessions_hold_the_true_share_about_as_often_as_they_say():
    """300 simulated states over 12 sessions whose votes go together: by roll calls the intervals are too narrow."""
    random = np.random.default_rng(11)
    share = random.beta(6.3, 2.7, size=(300, 12)).repeat(15, axis=1)
    votes = {
        f"S{at:03d}": "".join(np.where(row, "y", "n")) for at, row in enumerate(random.random(share.shape) < share)
    }
    table = table_of({"AAA": "y" * 180, **votes}, "".join(letter * 15 for letter in "abcdefghijkl"))
    held = {}
    for drawn in Drawn:
        found = intervals(table, "AAA", IDENTICAL, Bootstrap(drawn))
        held[drawn] = ((found.low[1:] <= 0.7) & (found.high[1:] >= 0.7)).mean()
    assert held[Drawn.SESSIONS] > 0.90
    assert held[Drawn.ROLL_CALLS] < 0.80
