"""Passages: the lines of a printed document around a place, the row or record of a file, or nothing."""

import io
import json
from contextlib import suppress
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record
from onrecord.sources.documents.opened import Opened
from onrecord.sources.passages import passage
from onrecord.vocabulary.errors import OnRecordError
from onrecord.vocabulary.places import Place
from tests.sources.documents.writing_catalogues import library_csv, marc, ohchr_fields, votes_of

TEXT = "One.\nTwo goes\non here.\nThree.\nFour.\nFive.\nSix.\n"


def opened(folder: Path, data: bytes | str) -> Opened:
    (folder / "file").write_bytes(data.encode() if isinstance(data, str) else data)
    return Opened(folder / "file", "a file")


def test_the_lines_of_the_words_and_those_beside_them(tmp_path: Path) -> None:
    found = passage(opened(tmp_path, TEXT), Place(row=2), "Two goes on here.", beside=1)
    assert [(line.place, line.text, line.asked) for line in found] == [
        ("row 1", "One.", False),
        ("row 2", "Two goes", True),
        ("row 3", "on here.", True),
        ("row 4", "Three.", False),
    ]


def test_one_line_where_the_words_are_not_known(tmp_path: Path) -> None:
    found = passage(opened(tmp_path, TEXT), Place(row=7), "", beside=1)
    assert [(line.text, line.asked) for line in found] == [("Five.", False), ("Six.", True)]


@pytest.mark.parametrize(
    ("place", "words"), [(Place(row=2), "Something else"), (Place(row=99), ""), (Place(page=3), "")]
)
def test_lines_that_do_not_hold_the_words_are_not_shown(tmp_path: Path, place: Place, words: str) -> None:
    assert passage(opened(tmp_path, TEXT), place, words) == ()


def test_a_record_of_a_catalogue_is_shown_with_its_fields(tmp_path: Path, record: Record) -> None:
    votes = votes_of(record, "HRC", every=200)
    file = opened(tmp_path, marc(ohchr_fields(vote, record.gazetteer) for vote in votes))
    found = passage(file, Place(row=2, field="791 a"), "")
    symbols = [line for line in found if line.place == "791 a"]
    assert [line.asked for line in symbols] == [True]
    assert symbols[0].text.startswith("A/HRC/")
    assert passage(file, Place(row=1), "") != found
    assert passage(file, Place(row=99_999), "") == ()


def test_a_row_of_a_table_is_shown_under_its_headers(tmp_path: Path, record: Record) -> None:
    file = opened(tmp_path, library_csv(votes_of(record, "HRC", every=300), record.gazetteer, "2026"))
    found = {line.place: line.text for line in passage(file, Place(row=2), "")}
    assert found["ms_code"].isalpha()
    assert "undl_id" in found
    assert passage(file, Place(row=9_999_999), "") == ()


def test_an_item_of_json_and_a_row_of_a_workbook(tmp_path: Path) -> None:
    items = opened(tmp_path, json.dumps([{"Text": "a"}, {"Text": "b", "Countries": ["Peru"]}]))
    assert [(line.place, line.text) for line in passage(items, Place(row=2), "b")] == [
        ("Text", "b"),
        ("Countries", '["Peru"]'),
    ]
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = workbook.add_worksheet()
    for row, cells in enumerate((("Text", "Type"), ("a", "b"), ("c", "d"))):
        sheet.write_row(row, 0, cells)
    workbook.close()
    found = passage(opened(tmp_path, out.getvalue()), Place(row=3, field="Type"), "")
    assert [(line.place, line.text, line.asked) for line in found] == [("Text", "c", False), ("Type", "d", True)]


@given(
    data=st.one_of(
        st.binary(max_size=300), st.sampled_from([b"<collection><record>", b'[{"a": ', b'a,b,c\n"', b"PK\x03\x04"])
    ),
    row=st.integers(1, 5),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_upsets_it(tmp_path: Path, data: bytes, row: int) -> None:
    with suppress(OnRecordError):
        assert isinstance(passage(opened(tmp_path, data), Place(row=row), "x"), tuple)
