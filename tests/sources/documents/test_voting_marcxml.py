"""Votes in MARCXML: both libraries' dialects, every trap their records hold, and files that are broken."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record
from onrecord.sources.documents.voting_marcxml import READER
from onrecord.vocabulary.errors import OnRecordError, UnreadableDocument
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Outcome
from onrecord.vocabulary.statements import (
    Left,
    OutcomeSaid,
    PositionSaid,
    SponsorRole,
    SponsorSaid,
    Statement,
    TallySaid,
    TextSaid,
    VoteKey,
    WhyLeft,
)
from onrecord.vocabulary.states import Gazetteer
from tests.sources.documents.writing_catalogues import (
    Fields,
    all_left,
    library_csv,
    marc,
    ohchr_fields,
    opened,
    positions_of,
    read_back,
    says,
    votes_of,
)

KEY = VoteKey("HRC", "A/HRC/RES/25/1")


@pytest.fixture(scope="module")
def gazetteer(record: Record) -> Gazetteer:
    return record.gazetteer


def ohchr_row(n: int, code: str, vote: str, name: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    return ("967", (("a", str(n)), ("b", code), ("d", vote), ("e", name)))


def ohchr(*rows: tuple, totals: str = "1 1 1 1 4", **fields: str) -> Fields:
    """A record as OHCHR's library has it; ``f245=`` and the like put a subfield a in place of what is there."""
    head = {"f245": "One text", "f269": "2014-03-27", "f591": "RECORDED", "f791": "A/HRC/RES/25/1"} | fields
    listed = rows or (
        ohchr_row(1, "ARG", "Y", "ARGENTINA"),
        ohchr_row(2, "CHN", "N", "CHINA"),
        ohchr_row(3, "KAZ", "A", "KAZAKHSTAN"),
        ohchr_row(4, "COG", ".", "CONGO"),
    )
    figures = tuple(zip("bcdef", totals.split(), strict=False))
    return [
        ("001", (("", "17001"),)),
        *((tag[1:], (("a", text),)) for tag, text in head.items() if text),
        *listed,
        *([("996", figures)] if figures else []),
    ]


def digital_library(*rows: tuple, symbol: str = "A/RES/78/1") -> Fields:
    return [
        ("001", (("", "4025240"),)),
        ("245", (("a", "Some matter :"), ("b", "resolution /"), ("c", "adopted by the General Assembly"))),
        ("269", (("a", "2023-12-19"),)),
        ("591", (("a", "RECORDED - No machine generated vote"),)),
        ("791", (("a", symbol), ("b", "A/"), ("c", "78"))),
        ("793", (("a", "PLENARY MEETING"),)),
        ("952", (("a", "A/78/PV.50"),)),
        *rows,
        ("991", (("a", "A/78/251"), ("b", "71b"), ("c", "RIGHTS"), ("d", "HUMAN RIGHTS--PART"))),
        ("993", (("a", "A/C.3/78/L.60"),)),
        ("993", (("a", "A/78/481/Add.2"),)),
    ]


def test_a_record_of_the_ohchr_library(tmp_path: Path, gazetteer: Gazetteer) -> None:
    written = [
        *ohchr(),
        ("500", (("a", "Main sponsors : Argentina, Bosnia and Herzegovina, Atlantis"),)),
        ("856", (("u", "https://undocs.org/fr/A/HRC/RES/25/1"), ("y", "French"))),
        ("856", (("u", "https://undocs.org/A/HRC/RES/25/1"), ("y", "English"))),
        ("991", (("a", "A/HRC/25/2"), ("b", "2"), ("c", "Reports"), ("d", "SRI LANKA"))),
        ("993", (("a", "A/HRC/25/L.1/Rev.1 as orally revised"),)),
        ("793", (("v", "55th meeting"),)),
    ]
    found = read_back(READER, tmp_path, marc([written]), gazetteer)
    assert says(found, TextSaid) == [
        TextSaid(
            KEY,
            title="One text",
            date=date(2014, 3, 27),
            session="25",
            agenda_item="2",
            meeting="55th meeting",
            subject="SRI LANKA",
            draft_symbol="A/HRC/25/L.1/Rev.1 as orally revised",
            url="https://undocs.org/A/HRC/RES/25/1",
            agenda_title="Reports",
            related=("A/HRC/25/2",),
            note="RECORDED",
        )
    ]
    assert says(found, TallySaid) == [TallySaid(KEY, 1, 1, 1, 1, 4)]
    assert positions_of(found) == {
        KEY: [("ARG", Position.YES), ("CHN", Position.NO), ("KAZ", Position.ABSTAIN), ("COG", Position.ABSENT)]
    }
    sponsors = [SponsorSaid("A/HRC/RES/25/1", state, SponsorRole.MAIN) for state in ("ARG", "BIH")]
    assert says(found, SponsorSaid) == sponsors
    assert [left.printed for left in all_left(found)] == ["Atlantis"]
    absent = next(one for one in found if isinstance(one, Statement) and one.printed == ".")
    assert str(absent.place) == "row 1, 967[4] d"


def test_a_record_of_the_digital_library_runs_on_in_968_and_969(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = [
        ("967", (("a", "1"), ("c", "ALB"), ("d", "Y"), ("e", "ALBANIA"))),
        ("968", (("a", "2"), ("c", "BEN"), ("e", "BENIN"))),
        ("969", (("a", "3"), ("c", "USA"), ("d", "N"), ("e", "UNITED STATES"))),
        ("996", (("b", "1"), ("c", "1"), ("d", "0"), ("e", "1"), ("f", "3"))),
    ]
    found = read_back(READER, tmp_path, marc([digital_library(*rows)]), gazetteer)
    key = VoteKey("GA", "A/RES/78/1")
    assert positions_of(found) == {key: [("ALB", Position.YES), ("BEN", Position.ABSENT), ("USA", Position.NO)]}
    text = says(found, TextSaid)[0]
    assert text.title == "Some matter : resolution / adopted by the General Assembly"
    assert (text.draft_symbol, text.related) == ("A/C.3/78/L.60", ("A/78/481/Add.2", "A/78/251"))
    assert (text.session, text.meeting, text.subject) == ("78", "A/78/PV.50", "HUMAN RIGHTS--PART")
    assert text.note == "RECORDED - No machine generated vote"
    assert all_left(found) == []


@pytest.mark.parametrize(
    ("row", "state", "position", "why"),
    [
        (ohchr_row(1, "VEN", "y", "VENEZUELA (BOLIVARIAN REPUBLIC OF)"), "VEN", Position.YES, WhyLeft.SPELLING),
        (
            ("967", (("a", "1"), ("b", "VEN$eVENEZUELA (BOLIVARIAN REPUBLIC OF)"), ("d", "Y"))),
            "VEN",
            Position.YES,
            WhyLeft.SPELLING,
        ),
        (ohchr_row(1, "SWZ", "Y", "SWITZERLAND"), None, None, WhyLeft.DISAGREES),
        (ohchr_row(1, "ARG", "Z", "ARGENTINA"), None, None, WhyLeft.UNKNOWN_VALUE),
        (ohchr_row(1, "ARG", "X", "ARGENTINA"), None, None, WhyLeft.UNKNOWN_VALUE),
        (ohchr_row(1, "ARG", "", "ARGENTINA"), "ARG", Position.ABSENT, None),
        (ohchr_row(1, "", "Y", "ARGENTINA"), "ARG", Position.YES, WhyLeft.MISSING_FIELD),
        (ohchr_row(1, "QQQ", "Y", "ATLANTIS"), None, None, WhyLeft.UNKNOWN_STATE),
        (("967", (("a", "1"), ("c", "ARG"), ("d", "."), ("e", "ARGENTINA"))), None, None, WhyLeft.UNKNOWN_VALUE),
    ],
)
def test_the_traps_of_a_row(
    tmp_path: Path,
    gazetteer: Gazetteer,
    row: tuple,
    state: str | None,
    position: Position | None,
    why: WhyLeft | None,
) -> None:
    found = read_back(READER, tmp_path, marc([ohchr(row, totals="")]), gazetteer)
    assert [(said.state, said.position) for said in says(found, PositionSaid)] == ([(state, position)] if state else [])
    of_row = [left for left in all_left(found) if (left.place.field or "").startswith("967[1]")]
    assert [left.why for left in of_row] == ([why] if why else [])


def test_a_code_against_its_name_names_both_and_counts_the_row(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = (ohchr_row(1, "SWZ", "Y", "SWITZERLAND"), ohchr_row(2, "CHN", "N", "CHINA"))
    found = read_back(READER, tmp_path, marc([ohchr(*rows, totals="1 1 0 0 2")]), gazetteer)
    (left,) = all_left(found)
    assert left.candidates == ("Swaziland", "Switzerland")
    assert "SWITZERLAND" in left.printed
    assert positions_of(found) == {KEY: [("CHN", Position.NO)]}


def test_an_empty_vote_in_a_list_that_marks_absence_is_doubted(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = (ohchr_row(1, "ARG", "", "ARGENTINA"), ohchr_row(2, "CHN", ".", "CHINA"))
    found = read_back(READER, tmp_path, marc([ohchr(*rows, totals="0 0 0 2 2")]), gazetteer)
    assert [(left.why, left.place.field) for left in all_left(found)] == [(WhyLeft.MISSING_FIELD, "967[1] d")]


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        ("1 1 1 1 46", ["a total of 4, as the figures add up", "1-1-1-1 of 4, as the rows count up"]),
        ("29 1 17 0 47", ["1-1-1-1 of 4, as the rows count up"]),
        ("1 1 1", []),
    ],
)
def test_totals_that_rows_contradict_are_said_and_reported(
    tmp_path: Path, gazetteer: Gazetteer, totals: str, expected: list[str]
) -> None:
    found = read_back(READER, tmp_path, marc([ohchr(totals=totals)]), gazetteer)
    assert [left.expected for left in all_left(found, WhyLeft.DISAGREES)] == expected
    assert len(says(found, TallySaid)) == 1
    assert len(says(found, PositionSaid)) == 4


@pytest.mark.parametrize(
    ("note", "outcome", "left"),
    [
        ("RECORDED", None, [WhyLeft.MISSING_FIELD, WhyLeft.MISSING_FIELD]),
        ("RECORDED - No machine generated vote", None, [WhyLeft.MISSING_FIELD, WhyLeft.MISSING_FIELD]),
        ("NON-RECORDED", None, []),
        ("VOTING BY MAIL", None, []),
        ("ADOPTED WITHOUT VOTE", Outcome.ADOPTED_WITHOUT_A_VOTE, []),
        ("WITHDRAWN", Outcome.NOT_PUT, []),
        ("NOT CONSIDERED", Outcome.NOT_PUT, []),
        ("Withdrawn", Outcome.NOT_PUT, [WhyLeft.SPELLING]),
        ("BY ACCLAMATION", None, [WhyLeft.UNKNOWN_VALUE, WhyLeft.MISSING_FIELD, WhyLeft.MISSING_FIELD]),
    ],
)
def test_how_a_text_without_a_list_was_decided(
    tmp_path: Path, gazetteer: Gazetteer, note: str, outcome: Outcome | None, left: list[WhyLeft]
) -> None:
    written = [field for field in ohchr(f591=note, totals="") if field[0] != "967"]
    found = read_back(READER, tmp_path, marc([written]), gazetteer)
    assert [said.outcome for said in says(found, OutcomeSaid)] == ([outcome] if outcome else [])
    assert [one.why for one in all_left(found)] == left


def test_a_list_under_a_text_without_a_vote_disagrees(tmp_path: Path, gazetteer: Gazetteer) -> None:
    found = read_back(READER, tmp_path, marc([ohchr(f591="ADOPTED WITHOUT VOTE")]), gazetteer)
    assert [left.why for left in all_left(found)] == [WhyLeft.DISAGREES]
    assert len(says(found, PositionSaid)) == 4


@pytest.mark.parametrize(
    ("written", "symbol", "left"),
    [
        ("A/HRC/DEC41/104", "A/HRC/DEC/41/104", [WhyLeft.SPELLING]),
        ("A/HRC/RES/56/L.33", "A/HRC/56/L.33", [WhyLeft.SPELLING]),
        ("A/HRC/50/L.37 as orally revised", "A/HRC/50/L.37 as orally revised", []),
        ("A/HRC/DEC/OM/1/1", "A/HRC/DEC/OM/1/1", []),
        ("DEC/18/114A", "A/HRC/DEC/18/114A", [WhyLeft.SPELLING]),
        ("A/HRC/RES/25/1*", "A/HRC/RES/25/1", []),
        ("A/RES/68/7[B]", "A/RES/68/7B", []),
        ("No symbol", "No symbol", [WhyLeft.UNKNOWN_VALUE]),
    ],
)
def test_symbols_in_the_wild(
    tmp_path: Path, gazetteer: Gazetteer, written: str, symbol: str, left: list[WhyLeft]
) -> None:
    found = read_back(READER, tmp_path, marc([ohchr(f791=written)]), gazetteer)
    assert [text.vote.symbol for text in says(found, TextSaid)] == [symbol]
    assert [one.why for one in all_left(found)] == left


@pytest.mark.parametrize(
    ("fields", "day", "left"),
    [
        ({"f269": "20140327"}, date(2014, 3, 27), []),
        ({"f269": "", "f992": "2014-03-27"}, date(2014, 3, 27), []),
        ({"f992": "20140328"}, date(2014, 3, 27), [WhyLeft.DISAGREES]),
        ({"f269": "2014-02-30"}, None, [WhyLeft.UNKNOWN_VALUE]),
        ({"f269": ""}, None, [WhyLeft.MISSING_FIELD]),
    ],
)
def test_days(
    tmp_path: Path, gazetteer: Gazetteer, fields: dict[str, str], day: date | None, left: list[WhyLeft]
) -> None:
    found = read_back(READER, tmp_path, marc([ohchr(**fields)]), gazetteer)
    assert [text.date for text in says(found, TextSaid)] == [day]
    assert [one.why for one in all_left(found)] == left


def test_the_same_vote_twice_is_said_once_and_another_has_its_own_key(tmp_path: Path, gazetteer: Gazetteer) -> None:
    other = ohchr(ohchr_row(1, "ARG", "N", "ARGENTINA"), totals="0 1 0 0 1")
    found = read_back(READER, tmp_path, marc([ohchr(), ohchr(f245="The text again"), other]), gazetteer)
    assert [text.vote.ordinal for text in says(found, TextSaid)] == [1, 1, 2]
    assert {key.ordinal: len(held) for key, held in positions_of(found).items()} == {1: 4, 2: 1}
    assert [(left.place.row, left.why) for left in all_left(found)] == [(2, WhyLeft.REPEATED), (3, WhyLeft.REPEATED)]


def test_a_state_listed_twice(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = [ohchr_row(n, "ARG", vote, "ARGENTINA") for n, vote in enumerate("YYN", start=1)]
    found = read_back(READER, tmp_path, marc([ohchr(*rows, totals="2 1 0 0 3")]), gazetteer)
    assert [said.position for said in says(found, PositionSaid)] == [Position.YES, Position.NO]
    assert [left.why for left in all_left(found)] == [WhyLeft.REPEATED, WhyLeft.DISAGREES]


def test_unknown_fields_are_named_once_in_the_file(tmp_path: Path, gazetteer: Gazetteer) -> None:
    written = [*ohchr(), ("700", (("a", "somebody"),)), ("245", (("z", "more"),)), ("999", (("c", "t"),))]
    found = read_back(READER, tmp_path, marc([written, written]), gazetteer)
    assert [left.place.field for left in all_left(found, WhyLeft.UNREAD_FIELD)] == ["700[1] a", "245[2] z"]


def test_a_cut_file_says_what_was_whole(tmp_path: Path, gazetteer: Gazetteer) -> None:
    whole = marc([ohchr(), ohchr(f791="A/HRC/RES/25/2")])
    found = read_back(READER, tmp_path, whole[: whole.rindex(b"996")], gazetteer)
    assert list(positions_of(found)) == [KEY]
    last = found[-1]
    assert isinstance(last, Left)
    assert (last.why, last.place.row) == (WhyLeft.CUT_SHORT, 2)


@pytest.mark.parametrize("data", [b"", b"\x00\xff garbage", b"<collection/>", b"<record><datafield", b"{}"])
def test_what_holds_no_record_is_unreadable(tmp_path: Path, gazetteer: Gazetteer, data: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        read_back(READER, tmp_path, data, gazetteer)
    assert not READER.recognises(opened(tmp_path, data))


def test_recognises_votes_and_nothing_else(tmp_path: Path, record: Record, gazetteer: Gazetteer) -> None:
    votes = votes_of(record, "HRC")[:1]
    assert READER.recognises(opened(tmp_path, marc([ohchr()])))
    prefixed = marc([ohchr()]).replace(b"<record", b"<marc:record").replace(b"<datafield", b"<marc:datafield")
    assert READER.recognises(opened(tmp_path, prefixed))
    assert not READER.recognises(opened(tmp_path, library_csv(votes, gazetteer, "2026")))
    assert not READER.recognises(opened(tmp_path, marc([[("245", (("a", "A book"),))]])))


def test_without_a_namespace_and_in_another_encoding(tmp_path: Path, gazetteer: Gazetteer) -> None:
    row = ohchr_row(1, "CIV", "Y", "CÔTE D'IVOIRE")
    written = marc([ohchr(row, totals="1 0 0 0 1")], '<?xml version="1.0" encoding="ISO-8859-1"?>')
    bare = written.decode().replace(' xmlns="http://www.loc.gov/MARC21/slim"', "").encode("latin-1")
    found = read_back(READER, tmp_path, bare, gazetteer)
    assert positions_of(found) == {KEY: [("CIV", Position.YES)]}
    assert all_left(found) == []


def test_entities_are_never_expanded_nor_fetched(tmp_path: Path, gazetteer: Gazetteer) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    doctype = f'<!DOCTYPE c [<!ENTITY l "ha"><!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    for entity in (b"&l;", b"&x;"):
        data = marc([ohchr()], f'<?xml version="1.0"?>{doctype}').replace(b"One text", entity)
        found = read_back(READER, tmp_path, data, gazetteer)
        assert [text.title for text in says(found, TextSaid)] == [None]
        assert [left.why for left in all_left(found)] == [WhyLeft.UNREAD_FIELD]
        assert "SECRET" not in repr(found)


def test_a_billion_laughs_are_bounded(tmp_path: Path, gazetteer: Gazetteer) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    declaration = f'<?xml version="1.0"?><!DOCTYPE c [<!ENTITY l0 "ha">{laughs}]>'
    with pytest.raises(UnreadableDocument, match="amplification"):
        read_back(READER, tmp_path, marc([ohchr()], declaration).replace(b"One text", b"&l11;"), gazetteer)


def test_nesting_is_bounded(tmp_path: Path, gazetteer: Gazetteer) -> None:
    deep = b"<collection>" + b"<a>" * 100_000 + b'<record><datafield tag="967"/></record>'
    with pytest.raises(UnreadableDocument):
        read_back(READER, tmp_path, deep, gazetteer)


def test_the_whole_council_comes_back(tmp_path: Path, record: Record, gazetteer: Gazetteer) -> None:
    votes = votes_of(record, "HRC")
    path = opened(tmp_path, marc(ohchr_fields(vote, gazetteer) for vote in votes))
    found = list(READER.read(path, gazetteer))
    assert list(positions_of(found).values()) == [list(vote.positions) for vote in votes if vote.positions]
    contradicted = [vote for vote in votes if vote.positions and vote.totals not in (None, vote.counted)]
    assert len(all_left(found, WhyLeft.DISAGREES)) == len(contradicted) > 100
    assert {left.why for left in all_left(found)} == {WhyLeft.DISAGREES, WhyLeft.MISSING_FIELD, WhyLeft.NO_SUBJECT}


SMALL = marc([ohchr(), digital_library(("967", (("c", "ALB"), ("d", "Y"), ("e", "ALBANIA"))))])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.integers(0, len(SMALL)), st.integers(0, 200))
def test_no_bytes_do_harm(tmp_path: Path, gazetteer: Gazetteer, inserted: bytes, at: int, lost: int) -> None:
    for data in (inserted, SMALL[:at] + inserted + SMALL[at + lost :]):
        READER.recognises(opened(tmp_path, data))
        try:
            read_back(READER, tmp_path, data, gazetteer)
        except OnRecordError:
            continue


def test_an_element_whose_name_is_damaged_is_told_as_an_unknown_field(tmp_path: Path, gazetteer: Gazetteer) -> None:
    harmed = SMALL.replace(b"<controlfield", b'<x:y xmlns:x="http://{}x"/><controlfield', 1)
    assert harmed != SMALL
    found = read_back(READER, tmp_path, harmed, gazetteer)
    assert [left.place.field for left in all_left(found, WhyLeft.UNREAD_FIELD)].count("y") == 1
