"""Statements as lines: written and read back exactly, and nothing else read."""

import json
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.sources.statement_lines import KINDS, line_of, read_line
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.statements import (
    Left,
    PositionSaid,
    Says,
    Statement,
    TallySaid,
    TextSaid,
    VoteKey,
    WhyLeft,
)

VOTE = VoteKey("HRC", "A/HRC/RES/25/1")
PLACES = st.builds(Place)


@pytest.mark.parametrize("kind", get_args(Says), ids=lambda kind: kind.__name__)
def test_each_kind_of_statement_comes_back_as_it_was(kind: type[Says]) -> None:
    @given(st.builds(Statement, says=st.from_type(kind), place=PLACES))
    @settings(max_examples=60, deadline=None)
    def comes_back(found: Statement) -> None:
        line = line_of(found)
        assert read_line(line) == found
        assert line.isascii()
        assert "\n" not in line
        assert line_of(read_line(line)) == line

    comes_back()


@given(st.builds(Left, place=PLACES))
@settings(max_examples=100, deadline=None)
def test_what_was_left_comes_back_as_it_was(found: Left) -> None:
    assert read_line(line_of(found)) == found


def test_every_kind_of_statement_has_a_line() -> None:
    assert set(KINDS.values()) == set(get_args(Says))
    assert len(KINDS) == len(get_args(Says))


def test_a_line_is_plain_to_read() -> None:
    says = PositionSaid(VOTE, "KAZ", Position.YES)
    assert json.loads(line_of(Statement(says, Place(row=3, field="967 d"), "Y"))) == {
        "kind": "PositionSaid",
        "says": {
            "vote": {"body": "HRC", "symbol": "A/HRC/RES/25/1", "ordinal": 1},
            "state": "KAZ",
            "position": "yes",
        },
        "place": {"row": 3, "field": "967 d"},
        "printed": "Y",
    }


def test_a_figure_that_is_not_printed_is_told_apart_from_one_not_asked_for() -> None:
    tally = json.loads(line_of(Statement(TallySaid(VOTE, 20, None, 3), Place(), "20 to …")))["says"]
    assert tally["no"] is None
    assert "total" not in tally
    day = json.loads(line_of(Statement(TextSaid(VOTE, date=date(2014, 3, 28)), Place(), "")))["says"]
    assert day["date"] == "2014-03-28"


@given(st.text(st.characters(exclude_categories=()), max_size=20))
@settings(max_examples=100, deadline=None)
def test_any_printed_characters_come_back_be_they_halves_of_one(printed: str) -> None:
    found = Statement(TallySaid(VOTE, 1, 2, 3), Place(), printed)
    assert read_line(line_of(found)) == found
    assert line_of(found).isascii()


def test_what_was_left_says_why_first() -> None:
    left = Left(WhyLeft.UNKNOWN_STATE, Place(page=2), "Nigerria", "a state", ("Nigeria", "Niger"))
    assert line_of(left).startswith('{"left":"no state of this name is known","place":{"page":2},"printed":"Nigerria"')


GOOD = json.loads(line_of(Statement(TallySaid(VOTE, 20, 3, None), Place(row=1), "20-3")))


def damaged(**says: object) -> str:
    return json.dumps({**GOOD, "says": {**GOOD["says"], **says}})


@pytest.mark.parametrize(
    "line",
    [
        "",
        "null",
        "[]",
        "{}",
        "{" * 100_000,
        "[" * 100_000,
        "1" * 5_000,
        '{"left":"because","place":{},"printed":"","expected":""}',
        '{"left":["x"],"place":{},"printed":"","expected":""}',
        '{"left":"said twice in the document","place":{},"printed":"","expected":"","candidates":"ab"}',
        '{"left":"said twice in the document","place":{},"printed":""}',
        json.dumps({**GOOD, "more": 1}),
        json.dumps({**GOOD, "place": {"row": True}}),
        json.dumps({**GOOD, "place": {"line": 1}}),
        json.dumps({**GOOD, "place": None}),
        json.dumps({**GOOD, "printed": None}),
        json.dumps({**GOOD, "kind": "Place"}),
        json.dumps({**GOOD, "kind": ["TallySaid"]}),
        json.dumps({**GOOD, "says": {k: v for k, v in GOOD["says"].items() if k != "no"}}),
        damaged(yes="20"),
        damaged(yes=20.0),
        damaged(yes=True),
        damaged(vote=None),
        damaged(vote=[]),
        damaged(vote={"body": "HRC", "symbol": "x", "ordinal": None}),
        damaged(__class__="os.system"),
    ],
)
def test_what_is_no_line_of_ours_is_refused(line: str) -> None:
    with pytest.raises(UnreadableDocument):
        read_line(line)


@pytest.mark.parametrize("day", ["2014-3-28", "20140328", "2014-W13-5", "2014-02-30", "2014-03-28T00:00", 20140328])
def test_a_day_is_read_only_as_it_is_written(day: object) -> None:
    line = {**GOOD, "kind": "TextSaid", "says": {"vote": GOOD["says"]["vote"], "date": day}}
    with pytest.raises(UnreadableDocument, match="date"):
        read_line(json.dumps(line))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["says", "left", "kind"]), inner),
    max_leaves=8,
)


@given(st.one_of(st.text(), JSON.map(json.dumps)))
@settings(max_examples=100, deadline=None)
def test_any_line_is_read_or_refused(line: str) -> None:
    with pytest.raises(UnreadableDocument):
        read_line(line)
