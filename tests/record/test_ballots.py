"""Positions as every measure takes them: a state's years known by heart, and states that were not there."""

from datetime import date

import pytest

from onrecord.record.ballots import Ballot, Cast, ballots, of_state, of_year
from onrecord.record.store import Record
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body, Status
from onrecord.vocabulary.situations import Selection

KAZAKHSTAN_2014 = {
    "25/1": "abstain", "25/23": "abstain", "26/23": "abstain", "27/16": "abstain", "25/24": "no", "25/25": "yes",
    "26/25": "no", "26/30": "abstain", "25/27": "yes", "25/28": "yes", "25/29": "yes", "25/30": "yes",
    "25/31": "yes", "S-21/1": "yes",
}  # fmt: skip
KAZAKHSTAN_2013 = {
    "22/1": "abstain", "22/24": "abstain", "23/26": "abstain", "24/22": "abstain", "22/23": "absent",
    "23/1": "absent", "23/15": "no",
}  # fmt: skip


def positions(record: Record, state: str, where: str, **parameters: object) -> dict[str, Position | None]:
    found = ballots(record, f"body = 'HRC' AND {where}", parameters, (state,))
    return {(b.symbol or b.rollcall_id).removeprefix("A/HRC/RES/"): b.position(state) for b in found}


def situations_of(record: Record, year: int, *, item_7: bool | None = None) -> dict[str, Position | None]:
    return {
        (b.symbol or "").removeprefix("A/HRC/RES/"): b.position("KAZ")
        for b in of_year(record, year)
        if b.final and b.subjects and item_7 in (None, b.selected(Selection.ITEM_7))
    }


def test_kazakhstan_on_every_situation_put_to_a_vote_in_2014(record: Record) -> None:
    assert situations_of(record, 2014) == KAZAKHSTAN_2014


def test_kazakhstan_on_every_situation_put_to_a_vote_in_2013(record: Record) -> None:
    item_7 = situations_of(record, 2013, item_7=True)
    assert (len(item_7), set(item_7.values())) == (6, {"yes"})
    assert situations_of(record, 2013, item_7=False) == KAZAKHSTAN_2013


def test_a_suspended_member_listed_as_absent_was_not_a_member(record: Record) -> None:
    while_suspended = "vote_taken AND date BETWEEN $first AND $last"
    found = positions(record, "LBY", while_suspended, first=date(2011, 3, 2), last=date(2011, 11, 17))
    assert len(found) > 20
    assert set(found.values()) == {Position.NOT_A_MEMBER}
    assert record.tuples(
        "SELECT DISTINCT listed, position FROM vote JOIN rollcall USING (rollcall_id)"
        " WHERE body = 'HRC' AND state = 'LBY' AND year(date) = 2011 AND date BETWEEN '2011-03-02' AND '2011-11-17'"
    ) == [("absent", None)]


def test_a_member_that_withdrew_was_a_member_until_that_day_and_not_after(record: Record) -> None:
    after = positions(record, "USA", "date BETWEEN $first AND $last", first=date(2018, 6, 20), last=date(2021, 12, 31))
    before = positions(record, "USA", "date BETWEEN $first AND $last", first=date(2017, 1, 1), last=date(2018, 6, 19))
    assert len(after) > 100
    assert set(after.values()) == {Position.NOT_A_MEMBER}
    assert set(before.values()) <= {Position.YES, Position.NO, Position.ABSTAIN, Position.ABSENT, None}
    assert Position.NO in before.values()


def test_a_member_the_list_leaves_out_is_unknown_and_never_absent(record: Record) -> None:
    for state, rollcall in (
        ("VEN", "hrc-26-l-34"),
        ("ARG", "hrc-50-l-48"),
        ("BRA", "hrc-51-l-43"),
        ("CHE", "hrc-res-16-31"),
    ):
        (ballot,) = ballots(record, "rollcall_id = $one", {"one": rollcall})
        assert state in ballot.members
        assert (ballot.position(state), ballot.doubtful(state)) == (None, False)


@pytest.mark.parametrize("symbol", ["A/HRC/33/L.34", "A/HRC/32/L.36"])
def test_a_pasted_list_gives_no_member_a_position(record: Record, symbol: str) -> None:
    (ballot,) = ballots(record, "symbol = $symbol", {"symbol": symbol})
    assert {ballot.position(state) for state in ballot.members} == {None}
    assert len(ballot.casts) > 40


@pytest.mark.parametrize(
    ("code", "state", "first", "last"),
    [("SCG", "CSK", 1946, 1992), ("RUS", "SUN", 1946, 1991), ("YUG", "SCG", 2003, 2006), ("YUG", "SRB", 2006, 2020)],
)
def test_the_assembly_s_codes_are_read_as_the_state_of_the_day(
    record: Record, code: str, state: str, first: int, last: int
) -> None:
    ((earliest, latest, n),) = record.tuples(
        "SELECT min(year(date)), max(year(date)), count(*) FROM vote JOIN rollcall USING (rollcall_id)"
        " WHERE body = 'GA' AND state = ? AND listed_code = ?",
        [state, code],
    )
    assert (earliest, latest) == (first, last)
    assert n > 100


def test_no_state_votes_in_the_assembly_before_or_after_its_time(record: Record) -> None:
    for state, condition in (("RUS", "date < '1991-12-01'"), ("SUN", "date >= '1992-01-01'"),
                             ("CSK", "date >= '1993-01-01'"), ("SCG", "date < '2003-02-01'")):  # fmt: skip
        assert (
            record.tuples(
                "SELECT rollcall_id FROM vote JOIN rollcall USING (rollcall_id)"
                f" WHERE body = 'GA' AND state = '{state}' AND {condition}"
            )
            == []
        ), state


def test_a_state_not_listed_in_the_assembly_is_not_in_the_record(record: Record) -> None:
    (ballot,) = ballots(record, "rollcall_id = 'ga-3'", {})
    assert "AFG" not in ballot.casts
    assert ballot.position("AFG") is None


def test_narrowing_to_a_state_changes_none_of_its_positions(record: Record) -> None:
    narrow = {b.rollcall_id: b.position("BRA") for b in of_state(record, "BRA") if b.date.year == 2019}
    assert narrow == {b.rollcall_id: b.position("BRA") for b in of_year(record, 2019)}
    assert len(narrow) > 50


BALLOT = Ballot(
    "r", Body.HRC, "t", None, "t", "25", date(2014, 3, 27), "day", "resolution", "Title", "4", True, "adopted",
    Status.AGREED, None, 1, 0, 0, 0, "witnesses agree", "as listed", "full", "s", (),
    {"A": Cast(Position.YES, Position.YES, "as listed", None, False, None),
     "X": Cast(None, Position.ABSENT, "set aside", None, True, None)}, frozenset({"A", "B"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("state", "position"), [("A", "yes"), ("B", None), ("X", "not a member"), ("Z", "not a member")]
)
def test_tells_unknown_from_not_a_member(state: str, position: str | None) -> None:
    assert BALLOT.position(state) == position
