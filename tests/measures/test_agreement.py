"""Identical share and three-point agreement on a case worked by hand, and what is left out."""

from datetime import date

import pytest

from onrecord.measures.agreement import MINIMUM, agreement, opposites
from onrecord.record.ballots import Ballot, Cast
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body, Status

Y, N, A, O = Position.YES, Position.NO, Position.ABSTAIN, Position.ABSENT  # noqa: E741


def ballot(a, b, members=("AAA", "BBB"), taken=True):
    casts = {
        state: Cast(position, position or O, "", None, False, None)
        for state, position in (("AAA", a), ("BBB", b))
        if state in members
    }
    return Ballot(
        "r", Body.HRC, None, None, "r", "25", date(2014, 3, 28), "day", "resolution", "t", "4", taken, "adopted",
        Status.AGREED, None, 1, 1, 1, 0, "", "", "full", "s", ("SYR",), casts, frozenset(members),
    )  # fmt: skip


PAIRS = [(Y, Y)] * 10 + [(A, A)] * 4 + [(Y, A)] * 4 + [(Y, N)] * 2


def test_a_case_worked_by_hand():
    found = agreement([ballot(a, b) for a, b in PAIRS], "AAA", "BBB")
    assert (found.n, found.same, found.one_step, found.opposite) == (20, 14, 4, 2)
    assert found.identical_share == pytest.approx(0.70)
    assert found.three_point == pytest.approx(0.80)


def test_the_order_of_the_two_states_changes_nothing():
    ballots = [ballot(a, b) for a, b in PAIRS]
    assert agreement(ballots, "AAA", "BBB") == agreement(ballots, "BBB", "AAA")


def test_absence_unknown_positions_and_votes_not_open_to_both_are_apart():
    ballots = [ballot(O, Y), ballot(None, Y), ballot(Y, Y, members=("AAA",)), ballot(Y, Y, taken=False), ballot(Y, N)]
    found = agreement(ballots, "AAA", "BBB")
    assert (found.could, found.n, found.absent, found.unknown, found.opposite) == (3, 1, 1, 1, 1)
    assert len(opposites(ballots, "AAA", "BBB")) == 1


def test_no_share_under_the_minimum():
    found = agreement([ballot(Y, Y)] * (MINIMUM - 1), "AAA", "BBB")
    assert (found.n, found.identical_share, found.three_point) == (MINIMUM - 1, None, None)
