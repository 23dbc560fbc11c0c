"""The UN Digital Library's CSV of votes: its editions, its traps, files in another order, and broken ones."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record
from onrecord.sources.documents.assembly_csv import READER
from onrecord.vocabulary.errors import OnRecordError, UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Outcome
from onrecord.vocabulary.statements import (
    Left,
    OutcomeSaid,
    PositionSaid,
    Statement,
    TallySaid,
    TextSaid,
    VoteKey,
    WhyLeft,
)
from onrecord.vocabulary.states import Gazetteer
from tests.sources.documents.writing_catalogues import (
    HEADERS,
    VoteToWrite,
    all_left,
    library_csv,
    opened,
    positions_of,
    read_back,
    says,
    votes_of,
)

Rows = list[dict[str, str]]
KEY = VoteKey("GA", "A/RES/ES-10/21")
FIRST = {
    "undl_id": "4025240",
    "ms_code": "AFG",
    "ms_name": "AFGHANISTAN",
    "ms_vote": "Y",
    "date": "2023-10-27",
    "session": "ES-10",
    "resolution": "A/RES/ES-10/21",
    "draft": "A/ES-10/L.25|A/ES-10/L.26",
    "committee_report": "A/78/1",
    "meeting": "A/ES-10/PV.41",
    "title": "A title, with a comma : resolution / adopted by the General Assembly",
    "agenda_title": "One item|Another",
    "subjects": "TERRITORIES--SETTLEMENT POLICY|CIVILIANS",
    "vote_note": "RECORDED",
    "total_yes": "1.0",
    "total_no": "1.0",
    "total_abstentions": "0.0",
    "total_non_voting": "1.0",
    "total_ms": "3.0",
    "undl_link": "https://digitallibrary.un.org/record/4025240",
}


@pytest.fixture(scope="module")
def gazetteer(record: Record) -> Gazetteer:
    return record.gazetteer


def three(**shared: str) -> Rows:
    rows = [FIRST, FIRST | {"ms_code": "BEN", "ms_name": "BENIN", "ms_vote": "X"}]
    rows.append(FIRST | {"ms_code": "USA", "ms_name": "UNITED STATES", "ms_vote": "N"})
    return [row | shared for row in rows]


def another() -> Rows:
    number = "4025241"
    return three(undl_id=number, resolution="A/RES/78/1", undl_link=f"https://digitallibrary.un.org/record/{number}")


def written(rows: Rows, header: str = HEADERS["2026"]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, header.split(","), extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def test_a_vote_is_said_once_and_each_position_with_its_place(tmp_path: Path, gazetteer: Gazetteer) -> None:
    found = read_back(READER, tmp_path, b"\xef\xbb\xbf" + written(three()), gazetteer)
    text = TextSaid(
        KEY,
        title="A title, with a comma : resolution / adopted by the General Assembly",
        date=date(2023, 10, 27),
        session="ES-10",
        meeting="A/ES-10/PV.41",
        subject="TERRITORIES--SETTLEMENT POLICY | CIVILIANS",
        draft_symbol="A/ES-10/L.25",
        url="https://digitallibrary.un.org/record/4025240",
        agenda_title="One item | Another",
        related=("A/ES-10/L.26", "A/78/1"),
        note="RECORDED",
    )
    assert found == [
        Statement(text, Place(row=2, field="resolution"), "A/RES/ES-10/21"),
        Statement(TallySaid(KEY, 1, 1, 0, 1, 3), Place(row=2, field="total_yes"), "1-1-0-1 of 3"),
        Statement(PositionSaid(KEY, "AFG", Position.YES), Place(row=2, field="ms_vote"), "Y"),
        Statement(PositionSaid(KEY, "BEN", Position.ABSENT), Place(row=3, field="ms_vote"), "X"),
        Statement(PositionSaid(KEY, "USA", Position.NO), Place(row=4, field="ms_vote"), "N"),
    ]


@pytest.mark.parametrize("edition", list(HEADERS))
def test_the_whole_council_comes_back_from_every_edition(
    tmp_path: Path, record: Record, gazetteer: Gazetteer, edition: str
) -> None:
    votes = votes_of(record, "HRC", every=1 if edition == "2026" else 4)
    found = read_back(READER, tmp_path, library_csv(votes, gazetteer, edition), gazetteer)
    assert list(positions_of(found).values()) == [list(vote.positions) for vote in votes if vote.positions]
    nameless = [vote for vote in votes if vote.positions and not vote.symbol]
    assert [left.why for left in all_left(found)] == [WhyLeft.MISSING_FIELD] * len(nameless)


@pytest.mark.parametrize("edition", ["2024", "2025", "2026"])
def test_the_assembly_comes_back_from_every_edition(
    tmp_path: Path, record: Record, gazetteer: Gazetteer, edition: str
) -> None:
    sample = votes_of(record, "GA", every=97 if edition == "2026" else 211)
    votes = [replace(vote, symbol=vote.symbol or f"A/RES/0/{vote.number}") for vote in sample]
    path = opened(tmp_path, library_csv(votes, gazetteer, edition))
    assert READER.recognises(path)
    found = list(READER.read(path, gazetteer))
    assert list(positions_of(found).values()) == [list(vote.positions) for vote in votes]
    assert {state for vote in votes for state, _ in vote.positions} >= {"SUN", "YUG", "CSK", "DDR", "YMD"}
    assert {left.why for left in all_left(found)} <= {WhyLeft.UNKNOWN_VALUE, WhyLeft.REPEATED}


def test_columns_are_told_one_by_one(tmp_path: Path, gazetteer: Gazetteer) -> None:
    header = HEADERS["2026"].replace("meeting,", "").replace("undl_link", "undl_link,colour,ms_vote")
    found = read_back(READER, tmp_path, written(three(), header), gazetteer)
    assert [(left.why, left.place.field) for left in all_left(found)] == [
        (WhyLeft.UNREAD_FIELD, "colour"),
        (WhyLeft.REPEATED, "ms_vote"),
        (WhyLeft.MISSING_FIELD, "meeting"),
    ]
    assert len(positions_of(found)[KEY]) == 3


@pytest.mark.parametrize("lost", ["ms_vote,", "ms_code,ms_name,"])
def test_without_voters_or_votes_nothing_can_be_read(tmp_path: Path, gazetteer: Gazetteer, lost: str) -> None:
    with pytest.raises(UnreadableDocument):
        read_back(READER, tmp_path, written(three(), HEADERS["2026"].replace(lost, "")), gazetteer)


@pytest.mark.parametrize(
    ("changed", "said", "why"),
    [
        ({"ms_vote": "NV"}, ("AFG", Position.ABSENT), None),
        ({"ms_vote": ""}, ("AFG", Position.ABSENT), None),
        ({"ms_vote": "y"}, ("AFG", Position.YES), WhyLeft.SPELLING),
        ({"ms_vote": "P"}, None, WhyLeft.UNKNOWN_VALUE),
        ({"ms_name": "QWERTY"}, ("AFG", Position.YES), WhyLeft.SPELLING),
        ({"ms_code": "QQQ"}, ("AFG", Position.YES), WhyLeft.SPELLING),
        ({"ms_code": "QQQ", "ms_name": "ATLANTIS"}, None, WhyLeft.UNKNOWN_STATE),
        ({"ms_code": "SWZ", "ms_name": "SWITZERLAND"}, None, WhyLeft.DISAGREES),
        ({"ms_code": "SWZ", "ms_name": "SWITZRLAND"}, None, WhyLeft.DISAGREES),
        ({"ms_code": "RUS", "ms_name": "USSR", "date": "1970-01-05"}, ("SUN", Position.YES), WhyLeft.DISAGREES),
        ({"ms_code": "SUN", "ms_name": "USSR", "date": "1970-01-05"}, ("SUN", Position.YES), None),
        ({"ms_code": "SUN", "ms_name": "USSR"}, ("SUN", Position.YES), WhyLeft.DISAGREES),
    ],
)
def test_the_traps_of_a_row(
    tmp_path: Path,
    gazetteer: Gazetteer,
    changed: dict[str, str],
    said: tuple[str, Position] | None,
    why: WhyLeft | None,
) -> None:
    totals = dict.fromkeys((name for name in FIRST if name.startswith("total_")), "")
    found = read_back(READER, tmp_path, written([FIRST | totals | changed]), gazetteer)
    assert [held for votes in positions_of(found).values() for held in votes] == ([said] if said else [])
    assert [left.why for left in all_left(found)] == ([why] if why else [])


def test_a_row_of_two_states_is_counted_and_given_to_none(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = three()
    rows[0] |= {"ms_code": "SWZ", "ms_name": "SWITZERLAND"}
    found = read_back(READER, tmp_path, written(rows), gazetteer)
    (left,) = all_left(found)
    assert (left.why, left.place, left.candidates) == (
        WhyLeft.DISAGREES,
        Place(row=2, field="ms_name"),
        ("Eswatini", "Switzerland"),
    )
    assert [state for state, _ in positions_of(found)[KEY]] == ["BEN", "USA"]


def test_totals_that_rows_contradict(tmp_path: Path, gazetteer: Gazetteer) -> None:
    found = read_back(READER, tmp_path, written(three(total_yes="0.0", total_ms="2.0")), gazetteer)
    (left,) = all_left(found)
    assert (left.why, left.printed, left.expected) == (
        WhyLeft.DISAGREES,
        "0-1-0-1 of 2",
        "1-1-0-1 of 3, as the rows count up",
    )
    assert len(positions_of(found)[KEY]) == 3


def test_a_total_that_is_no_number_and_a_day_that_is_none(tmp_path: Path, gazetteer: Gazetteer) -> None:
    found = read_back(READER, tmp_path, written(three(total_yes="1.5", date="27 October")), gazetteer)
    assert [(left.why, left.place.field) for left in all_left(found)] == [
        (WhyLeft.UNKNOWN_VALUE, "total_yes"),
        (WhyLeft.UNKNOWN_VALUE, "date"),
    ]
    assert says(found, TallySaid) == [TallySaid(KEY, None, 1, 0, 1, 3)]


def test_a_row_that_says_other_things_of_its_vote(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = three()
    rows[2] |= {"title": "Another title", "total_no": "2.0"}
    found = read_back(READER, tmp_path, written(rows), gazetteer)
    assert [(left.place.row, left.place.field) for left in all_left(found, WhyLeft.DISAGREES)] == [
        (4, "title"),
        (4, "total_no"),
    ]
    assert [tally.no for tally in says(found, TallySaid)] == [1, 2]


def test_a_state_twice_in_one_vote(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = three()
    found = read_back(READER, tmp_path, written([*rows, rows[0], rows[2] | {"ms_vote": "Y"}]), gazetteer)
    assert [left.why for left in all_left(found)] == [WhyLeft.REPEATED, WhyLeft.DISAGREES, WhyLeft.DISAGREES]
    assert positions_of(found)[KEY][-1] == ("USA", Position.YES)
    assert len(positions_of(found)[KEY]) == 4


def test_a_file_sorted_by_state_is_the_same_votes(tmp_path: Path, gazetteer: Gazetteer) -> None:
    by_vote = [*three(), *another()]
    found = read_back(READER, tmp_path, written(sorted(by_vote, key=lambda row: row["ms_code"])), gazetteer)
    assert positions_of(found) == positions_of(read_back(READER, tmp_path, written(by_vote), gazetteer))
    assert [(left.why, left.place.row) for left in all_left(found)] == [(WhyLeft.REPEATED, 4), (WhyLeft.REPEATED, 5)]
    assert len(says(found, TextSaid)) == 2


def test_rows_that_never_come_are_missed_at_the_end(tmp_path: Path, gazetteer: Gazetteer) -> None:
    found = read_back(READER, tmp_path, written([*three()[:2], *another()]), gazetteer)
    (left,) = all_left(found)
    assert (left.why, left.expected, left.place.row) == (WhyLeft.DISAGREES, "1-0-0-1 of 2, as the rows count up", 2)
    assert found[-1] == left


def test_two_votes_on_one_symbol(tmp_path: Path, gazetteer: Gazetteer) -> None:
    again = [row | {"resolution": FIRST["resolution"]} for row in another()]
    found = read_back(READER, tmp_path, written([*three(), *again]), gazetteer)
    assert [key.ordinal for key in positions_of(found)] == [1, 2]
    assert [left.why for left in all_left(found)] == [WhyLeft.REPEATED]


def test_the_security_councils_columns(tmp_path: Path, gazetteer: Gazetteer) -> None:
    council = {
        "resolution": "S/RES/2787(2025)",
        "draft": "S/2025/461",
        "description": "One matter",
        "permanent_member": "True",
        "modality": "Without vote",
        "agenda": "An item",
    }
    rows = three(**council)
    rows[1] |= {"permanent_member": "perhaps"}
    found = read_back(READER, tmp_path, written(rows, HEADERS["Security Council"]), gazetteer)
    (text,) = says(found, TextSaid)
    assert (text.vote, text.title) == (VoteKey("SC", "S/RES/2787(2025)"), "One matter")
    assert (text.agenda_title, text.draft_symbol) == ("An item", "S/2025/461")
    assert [said.outcome for said in says(found, OutcomeSaid)] == [Outcome.ADOPTED_WITHOUT_A_VOTE]
    assert [(left.why, left.place) for left in all_left(found)] == [
        (WhyLeft.UNKNOWN_VALUE, Place(row=3, field="permanent_member"))
    ]
    assert len(says(found, PositionSaid)) == 3


@pytest.mark.parametrize("cut", [3, 12, 60, 200])
def test_a_cut_last_row(tmp_path: Path, gazetteer: Gazetteer, cut: int) -> None:
    found = read_back(READER, tmp_path, written(three())[:-cut], gazetteer)
    assert WhyLeft.CUT_SHORT in {left.why for left in all_left(found)}
    assert positions_of(found)[KEY][:2] == [("AFG", Position.YES), ("BEN", Position.ABSENT)]


def test_a_file_without_a_last_line_break_is_whole(tmp_path: Path, gazetteer: Gazetteer) -> None:
    assert all_left(read_back(READER, tmp_path, written(three())[:-1], gazetteer)) == []


def test_a_row_of_another_width(tmp_path: Path, gazetteer: Gazetteer) -> None:
    lines = written(three()).splitlines(keepends=True)
    found = read_back(READER, tmp_path, b"".join([*lines[:2], b"1,2,3\n", b"\n", *lines[2:]]), gazetteer)
    assert [(left.why, left.place.row) for left in all_left(found)] == [(WhyLeft.MISSING_FIELD, 3)]
    assert [one.place.row for one in found if isinstance(one, Statement)][2:] == [2, 5, 6]


def test_a_quotation_mark_that_is_never_closed_ends_the_reading(tmp_path: Path, gazetteer: Gazetteer) -> None:
    plain = written(three(title="A title"))
    data = plain + b'"' + plain.splitlines(keepends=True)[1] * 1_000
    found = read_back(READER, tmp_path, data, gazetteer)
    (left,) = all_left(found, WhyLeft.CUT_SHORT)
    assert "field limit" in left.printed
    assert len(positions_of(found)[KEY]) == 3


def test_windows_1252_is_read_and_said(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = three()
    rows[0] |= {"ms_code": "CIV", "ms_name": "CÔTE D'IVOIRE"}
    found = read_back(READER, tmp_path, written(rows).decode().encode("cp1252"), gazetteer)
    assert positions_of(found)[KEY][0] == ("CIV", Position.YES)
    assert [(left.why, left.place.row) for left in all_left(found)] == [(WhyLeft.SPELLING, 2)]
    assert all_left(read_back(READER, tmp_path, written(rows), gazetteer)) == []


@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe", b"a,b,c\n1,2,3\n", b"<collection>", b"[{}]"])
def test_other_files_are_not_recognised(tmp_path: Path, gazetteer: Gazetteer, data: bytes) -> None:
    assert not READER.recognises(opened(tmp_path, data))
    with pytest.raises(UnreadableDocument):
        read_back(READER, tmp_path, data, gazetteer)


def test_how_far_it_is_is_told(tmp_path: Path, record: Record, gazetteer: Gazetteer) -> None:
    votes: list[VoteToWrite] = votes_of(record, "HRC")[:200]
    path = opened(tmp_path, library_csv(votes, gazetteer, "2026"))
    told: list[int] = []
    for _ in READER.read(replace(path, told=told.append), gazetteer):
        pass
    assert told == sorted(told)
    assert len(told) > 1
    assert told[-1] == path.size


SMALL = written([*three(), *another()])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.integers(0, len(SMALL)), st.integers(0, 100))
def test_no_bytes_do_harm(tmp_path: Path, gazetteer: Gazetteer, inserted: bytes, at: int, lost: int) -> None:
    for data in (inserted, SMALL[:at] + inserted + SMALL[at + lost :]):
        READER.recognises(opened(tmp_path, data))
        try:
            found = read_back(READER, tmp_path, data, gazetteer)
        except OnRecordError:
            continue
        assert all(isinstance(one, Left | Statement) for one in found)
