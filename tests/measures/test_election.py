"""Ranks with ties, totals in doubt, and candidates whose totals were not found."""

from datetime import date

import pytest

from onrecord.measures.election import Rank, contested, majority, may_stand_above, rank
from onrecord.record.query_elections import CandidacyRow

TOTALS = {"A": (187,), "B": (183,), "C": (183, 182), "D": (183,), "E": (182,)}


def test_equal_totals_share_the_better_rank_and_a_second_total_is_named():
    assert rank(183, "B", TOTALS) == Rank(2, 2, 2, 5, ("D",), ("C",))


def test_a_candidate_with_two_totals_is_ranked_on_each():
    assert rank(183, "C", TOTALS).rank == 2
    assert rank(182, "C", TOTALS) == Rank(4, 4, 4, 5, ("E",), ())


def test_another_s_second_total_widens_the_rank():
    assert rank(182, "E", TOTALS) == Rank(5, 4, 5, 5, (), ("C",))


def test_relabelling_states_changes_no_rank():
    renamed = {f"x{state}": totals for state, totals in reversed(TOTALS.items())}
    for state, totals in TOTALS.items():
        one, other = rank(totals[0], state, TOTALS), rank(totals[0], f"x{state}", renamed)
        assert (one.rank, one.best, one.worst) == (other.rank, other.best, other.worst)


def row(state, votes, elected, rounds=1, group="WEOG"):
    day = date(2012, 11, 12)
    return CandidacyRow(
        day, state, group, 3, "candidate", votes, None, rounds, elected, day, day, "no", None, 2, "s0017"
    )


@pytest.mark.parametrize(("elected", "rounds", "above"), [("no", 1, ()), ("yes", 1, ("GRC",)), ("no", 2, ("GRC",))])
def test_one_not_elected_in_a_single_round_cannot_stand_above_the_elected_of_its_group(elected, rounds, above):
    rows = [row("IRL", 124, "yes", rounds), row("GRC", None, elected, rounds), row("KAZ", 183, "yes", 1, "APG")]
    assert may_stand_above(183, rows) == above


def test_as_many_candidates_as_seats_is_no_contest():
    assert (contested(5, 3), contested(3, 3), contested(2, 3)) == (True, False, False)


@pytest.mark.parametrize(("members", "needed"), [(191, 96), (192, 97), (193, 97)])
def test_the_majority_is_more_than_half_of_all_members(members: int, needed: int) -> None:
    assert majority(members) == needed
