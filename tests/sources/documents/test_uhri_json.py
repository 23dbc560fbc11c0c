"""The index's export as JSON: every key said or told, cut files, giants, floods of odd values."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record
from onrecord.sources.documents.uhri import MOST_ODDITIES, listed, plain
from onrecord.sources.documents.uhri_json import LARGEST, READER
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.statements import MechanismSaid, Statement, WhyLeft
from tests.sources.documents.reading import found, left, opened, reads_or_refuses, said

# A record as the export has them: keys and forms of values are its own, the words are ours.
PERU = {
    "AffectedPersons": ["Children", "Women & girls"],
    "AnnotationId": "a9ceae8c-0000-40f9-a326-1529e0ab678f",
    "AnnotationType": "- Concerns/Observations",
    "Body": "- CRC",
    "Countries": ["Peru"],
    "DocumentId": "41a0b08f-0000-4eb5-985f-05b47986ad82",
    "PublicationDate": "2025-02-12T00:00:00",
    "PublicationDateOnUhri": "2025-03-03T10:53:45.827",
    "Regions": ["Latin America and the Caribbean"],
    "Sdgs": ["16.2 - Protect children"],
    "Symbol": "CRC/C/PER/CO/6-7",
    "Text": "4.<p>The Committee <b>reminds</b> the State&nbsp;party.</p> ",
    "Themes": ["Right to health"],
    "UprCycle": None,
    "UprPositions": [],
    "UprRecommendingCountry": [],
    "UprRecommendingRegions": [],
    "UprSession": [],
}
REVIEW = PERU | {
    "AnnotationId": "b",
    "AnnotationType": "- Recommendations",
    "Body": "- UPR",
    "Countries": ["Kazakhstan"],
    "Symbol": "A/HRC/28/10",
    "Text": "125.31 Abolish the death penalty (France);",
    "UprCycle": "2nd",
    "UprPositions": ["Supported"],
    "UprRecommendingCountry": ["France", "Congo"],
    "UprRecommendingRegions": ["WEOG"],
    "UprSession": ["20"],
}


def _read(tmp_path: Path, record: Record, rows: Sequence[object] | bytes):
    data = rows if isinstance(rows, bytes) else json.dumps(rows).encode()
    return found(READER, opened(tmp_path, "export-full-en.json", data), record.gazetteer)


def test_a_passage_of_a_treaty_body(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, [PERU])
    (item,) = [item for item in items if isinstance(item, Statement)]
    assert len(items) == 1
    assert item.printed == PERU["Text"]
    assert (item.place.row, item.place.paragraph) == (1, "4")
    assert item.says == MechanismSaid(
        annotation="a9ceae8c-0000-40f9-a326-1529e0ab678f",
        kind="Concerns/Observations",
        mechanism="CRC",
        symbol="CRC/C/PER/CO/6-7",
        states=("PER",),
        text="The Committee reminds the State party.",
        themes=("Right to health",),
        persons=("Children", "Women & girls"),
        goals=("16.2 - Protect children",),
        regions=("Latin America and the Caribbean",),
        document="41a0b08f-0000-4eb5-985f-05b47986ad82",
        published=date(2025, 2, 12),
        indexed=date(2025, 3, 3),
    )


def test_a_recommendation_of_the_review(tmp_path: Path, record: Record) -> None:
    (one,) = said(_read(tmp_path, record, [REVIEW]), MechanismSaid)
    assert (one.upr_recommended_by, one.upr_positions, one.upr_session) == (("FRA", "COG"), ("Supported",), "20")
    assert (one.upr_cycle, one.upr_recommending_regions, one.states) == ("2nd", ("WEOG",), ("KAZ",))
    assert one.text == "Abolish the death penalty (France);"


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("4.The Committee", "4", "The Committee"),
        ("124.12.Accede to", "124.12", "Accede to"),
        ("95.42 Ratify it", "95.42", "Ratify it"),
        ("12) Take note", "12", "Take note"),
        ("4.5 per cent of women", None, "4.5 per cent of women"),
        ("2015 was a year", None, "2015 was a year"),
        ("Rural women 49.The Committee", None, "Rural women 49.The Committee"),
        ("<p>7.</p><p>Adopt</p>", "7", "Adopt"),
        ("fewer than < 5 of 10 > 3", None, "fewer than < 5 of 10 > 3"),
        ("&lt;b&gt; is markup", None, "<b> is markup"),
        ("<!-- Word --><span style='x'>Sus</span>tain", None, "Sustain"),
        ("", None, ""),
    ],
)
def test_number_and_words(text: str, number: str | None, words: str) -> None:
    assert plain(text) == (number, words)


def test_values_listed_on_lines() -> None:
    assert listed("- A, b & c\n- D - e") == ("A, b & c", "D - e")
    assert listed("- SR Torture; - Special Procedures") == ("SR Torture", "Special Procedures")
    assert listed("CRC") == ("CRC",)
    assert listed("") == ()


def test_a_key_nobody_knows_and_one_that_lacks_are_told_once_with_their_count(tmp_path: Path, record: Record) -> None:
    odd = {key: value for key, value in PERU.items() if key != "Sdgs"} | {"Cluster": "x"}
    items = _read(tmp_path, record, [PERU, odd | {"AnnotationId": "1"}, odd | {"AnnotationId": "2"}])
    (unread,) = left(items, WhyLeft.UNREAD_FIELD)
    (missing,) = left(items, WhyLeft.MISSING_FIELD)
    assert (unread.place.field, unread.place.row) == ("Cluster", 2)
    assert "2 rows" in unread.expected
    assert missing.place.field == "Sdgs"
    assert len(said(items, MechanismSaid)) == 3


def test_values_nobody_knows_are_kept_as_they_are_and_told(tmp_path: Path, record: Record) -> None:
    odd = REVIEW | {
        "AnnotationType": "- Praise",
        "UprPositions": ["Perhaps"],
        "PublicationDate": "0001-01-01T00:00:00",
        "Symbol": "CCPR/CO/72/PRK x",
        "Themes": ["a", 5],
        "UprCycle": {"deep": []},
    }
    items = _read(tmp_path, record, [odd])
    (one,) = said(items, MechanismSaid)
    assert (one.kind, one.upr_positions, one.published, one.symbol) == (
        "Praise",
        ("Perhaps",),
        None,
        "CCPR/CO/72/PRK x",
    )
    assert {item.place.field for item in left(items, WhyLeft.UNKNOWN_VALUE)} == {
        "AnnotationType",
        "UprPositions",
        "PublicationDate",
        "Symbol",
        "Themes",
        "UprCycle",
    }


def test_a_name_that_is_no_state_is_left_with_its_place_and_candidates(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, [PERU | {"Countries": ["Peruu", "Nigerr", "Chile"]}])
    unknown = left(items, WhyLeft.UNKNOWN_STATE)
    assert [item.printed for item in unknown] == ["Peruu", "Nigerr"]
    assert "Peru" in unknown[0].candidates
    assert all((item.place.row, item.place.field) == (1, "Countries") for item in unknown)
    assert said(items, MechanismSaid)[0].states == ("CHL",)


def test_an_annotation_that_comes_twice_is_said_twice_and_told(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, [PERU, REVIEW, PERU])
    (again,) = left(items, WhyLeft.REPEATED)
    assert again.place.row == 3
    assert len(said(items, MechanismSaid)) == 3


def test_a_key_that_comes_twice_in_one_annotation_is_told(tmp_path: Path, record: Record) -> None:
    data = json.dumps([PERU]).encode().replace(b'"Symbol":', b'"Symbol": "A/1", "Symbol":')
    (again,) = left(_read(tmp_path, record, data), WhyLeft.REPEATED)
    assert (again.place.field, again.printed) == ("Symbol", "CRC/C/PER/CO/6-7")


def test_a_cut_file_gives_what_was_complete(tmp_path: Path, record: Record) -> None:
    data = json.dumps([PERU | {"AnnotationId": str(n)} for n in range(300)]).encode()
    for cut in (len(data) - 1, len(data) // 2, 10):
        items = _read(tmp_path, record, data[:cut])
        (short,) = left(items, WhyLeft.CUT_SHORT)
        complete = len(said(items, MechanismSaid))
        assert complete == data[:cut].count(b'"UprSession": []}')
        assert short.place.row == complete + 1


def test_no_identifier_no_passage_and_no_object_are_told(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, [PERU | {"AnnotationId": ""}, PERU | {"Text": " "}, "text", [[]]])
    assert left(items, WhyLeft.NO_SUBJECT)[0].place.row == 1
    assert left(items, WhyLeft.MISSING_FIELD)[0].place.row == 2
    assert [item.place.row for item in left(items, WhyLeft.UNKNOWN_VALUE)] == [3, 4]


@pytest.mark.parametrize("giant", [b'[{"AnnotationId":"a', b"[" * 3, b'[{"Text":['])
def test_what_would_not_fit_in_memory_is_refused_early(tmp_path: Path, record: Record, giant: bytes) -> None:
    file = opened(tmp_path, "giant.json", giant + giant[-1:] * (LARGEST * 3))
    with pytest.raises(UnreadableDocument, match="at most"):
        found(READER, file, record.gazetteer)


def test_a_flood_of_odd_values_stays_bounded(tmp_path: Path, record: Record) -> None:
    rows = [PERU | {"AnnotationId": str(n), f"Key{n}": 1} for n in range(MOST_ODDITIES + 50)]
    unread = left(_read(tmp_path, record, rows), WhyLeft.UNREAD_FIELD)
    assert len(unread) == MOST_ODDITIES + 1
    assert "50 rows" in unread[-1].expected


def test_a_byte_order_mark_and_progress(tmp_path: Path, record: Record) -> None:
    told: list[int] = []
    file = opened(tmp_path, "export.json", b"\xef\xbb\xbf" + json.dumps([PERU]).encode())
    file = type(file)(file.path, file.name, told.append)
    assert READER.recognises(file)
    assert len(said(found(READER, file, record.gazetteer), MechanismSaid)) == 1
    assert told[-1] >= file.size - 3


@pytest.mark.parametrize("data", [b"", b"[]", b"[{}]", b'{"AnnotationId": 1, "Body": 2}', b"<html>", b"\x00\xff" * 50])
def test_other_files_are_not_recognised(tmp_path: Path, data: bytes) -> None:
    assert not READER.recognises(opened(tmp_path, "x", data))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 1200), put=st.binary(max_size=8), drop=st.integers(0, 8))
def test_changed_bytes_never_break_it(tmp_path: Path, record: Record, at: int, put: bytes, drop: int) -> None:
    data = json.dumps([PERU, REVIEW]).encode()
    reads_or_refuses(READER, opened(tmp_path, "x.json", data[:at] + put + data[at + drop :]), record.gazetteer)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200))
def test_any_bytes_never_break_it(tmp_path: Path, record: Record, data: bytes) -> None:
    file = opened(tmp_path, "x.json", data)
    READER.recognises(file)
    reads_or_refuses(READER, file, record.gazetteer)
