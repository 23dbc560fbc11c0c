"""Support and standing: cases worked by hand, and what relabelling and order must not change."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onrecord.measures.support import (
    Counted,
    Standing,
    count,
    count_positions,
    shares_cast,
    shares_of_members,
    standing,
)
from onrecord.record.ballots import Ballot, Cast
from onrecord.vocabulary.positions import LISTED, Position
from onrecord.vocabulary.rollcalls import Body, Status

LETTERS = {"y": Position.YES, "n": Position.NO, "a": Position.ABSTAIN, "-": Position.ABSENT}
MEMBERS = "ABCDEF"


def vote(number: int, positions: dict[str, Position], members: str = MEMBERS, doubtful: str = "", **more) -> Ballot:
    casts = {state: Cast(p, p, "as listed", None, state in doubtful, None) for state, p in positions.items()}
    fields: dict[str, Any] = {
        "rollcall_id": f"r{number}", "body": Body.HRC, "text_id": f"t{number}", "symbol": None, "slug": "s",
        "session": "25", "date": date(2014, 3, 1) + timedelta(number), "date_precision": "day", "kind": "resolution",
        "title": "Title", "agenda_item": "4", "vote_taken": True, "outcome": "adopted", "status": Status.AGREED,
        "severity": None, "yes": None, "no": None, "abstain": None, "absent": None, "tally_rule": "",
        "positions_rule": "", "list_status": "full", "source_id": "s", "casts": casts, "members": frozenset(members),
    }  # fmt: skip
    return Ballot(**{**fields, **more})


def votes(**rows: str) -> list[Ballot]:
    """Return the votes of a table: for each state a letter per vote (y n a, - absent, ? not listed)."""
    length = max(map(len, rows.values()))
    return [
        vote(at, {state: LETTERS[row[at]] for state, row in rows.items() if row[at] != "?"}, "".join(rows))
        for at in range(length)
    ]


def test_counts_each_position_apart_and_support_over_all_known_ones() -> None:
    counted = count(votes(A="yyna-?"), "A")
    assert counted == Counted(yes=2, no=1, abstain=1, absent=1, unknown=1, doubtful=0)
    assert (counted.n, counted.share_yes, counted.share_passive) == (5, 0.4, 0.4)


def test_a_state_that_never_sat_has_no_share() -> None:
    counted = count(votes(A="yyy"), "Z")
    assert counted == Counted(0, 0, 0, 0, 0, 0)
    assert (counted.share_yes, counted.share_passive) == (None, None)


def test_a_member_never_listed_has_no_share_but_its_votes_are_counted_as_unknown() -> None:
    assert (count(votes(A="??"), "A").unknown, count(votes(A="??"), "A").share_yes) == (2, None)


def test_votes_not_taken_count_neither_as_known_nor_as_unknown() -> None:
    assert count([vote(1, {}, vote_taken=False)], "A") == Counted(0, 0, 0, 0, 0, 0)


def test_only_positions_among_the_n_can_be_doubtful() -> None:
    doubted = [vote(1, {"A": Position.YES}, "AB", "A"), vote(2, {"A": Position.YES}, "B", "A")]
    counted = count(doubted, "A")
    assert (counted.n, counted.doubtful) == (1, 1)


def test_equal_shares_share_the_better_rank() -> None:
    table = votes(A="yyyy", B="yynn", C="yn??", D="ynaa", E="-naa")
    assert shares_of_members(table) == {"A": 1.0, "B": 0.5, "C": 0.5, "D": 0.25, "E": 0.0}
    groups = {"A": "WEOG", "B": "AG", "C": "AG", "D": "AG", "E": None}
    assert standing(table, "C", groups) == Standing(2, 2, 5, 0.5, "AG", 0.5, 3)
    assert standing(table, "D", groups) == Standing(4, 1, 5, 0.5, "AG", 0.5, 3)


def test_shares_equal_as_fractions_are_equal_ranks() -> None:
    found = standing(votes(A="yaaaaa", B="y--nnn", C="yynnnnnnnnnn"[:6]), "A", {})
    assert (found.rank, found.tied) == (2, 2) if found else False


def test_a_state_in_no_group_has_no_group_median() -> None:
    found = standing(votes(A="yn", B="yy"), "A", {"A": None, "B": None})
    assert found == Standing(2, 1, 2, 0.75, None, None, 0)


def test_a_state_without_a_known_position_has_no_standing_and_is_no_one_s_rival() -> None:
    table = votes(A="yy", B="??", C="nn")
    assert standing(table, "B", {}) is None
    assert standing(table, "Z", {}) is None
    found = standing(table, "C", {})
    assert found is not None
    assert (found.rank, found.of) == (2, 2)


TABLES = st.lists(
    st.dictionaries(st.sampled_from(MEMBERS), st.sampled_from(LISTED), min_size=1), min_size=1, max_size=8
)


@given(TABLES, st.permutations(MEMBERS), st.randoms(use_true_random=False))
def test_labels_and_the_order_of_votes_change_no_figure(table, names, random) -> None:
    new = dict(zip(MEMBERS, names, strict=True))
    ones = [vote(n, row) for n, row in enumerate(table)]
    others = [vote(n, {new[state]: p for state, p in row.items()}) for n, row in enumerate(table)]
    random.shuffle(others)
    groups = {state: "AG" if state in "ABC" else "EEG" for state in MEMBERS}
    regrouped = {new[state]: group for state, group in groups.items()}
    for state in MEMBERS:
        assert count(ones, state) == count(others, new[state])
        assert standing(ones, state, groups) == standing(others, new[state], regrouped)


@given(TABLES)
def test_every_member_s_votes_are_known_or_unknown_and_shares_lie_in_their_bounds(table) -> None:
    ones = [vote(n, row) for n, row in enumerate(table)]
    for state in MEMBERS:
        counted = count(ones, state)
        assert counted.n + counted.unknown == len(ones)
        assert 0 <= (counted.share_yes or 0) + (counted.share_passive or 0) <= 1


def test_shares_of_positions_cast_leave_absences_out_and_are_none_where_none_was_cast() -> None:
    assert shares_cast(3, 1, 0) == (0.75, 0.25, 0.0)
    assert shares_cast(0, 0, 0) is None


def test_positions_alone_are_counted_as_those_of_votes_are() -> None:
    found = [(Position.YES, False), (Position.YES, True), (None, False), (Position.NOT_A_MEMBER, True)]
    assert count_positions(found) == Counted(2, 0, 0, 0, unknown=1, doubtful=1)
    assert count_positions([]).share_yes is None
