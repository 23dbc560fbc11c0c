"""The index's export as a workbook: its misspelt columns, lists in cells, serial dates, damaged files."""

import datetime
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record
from onrecord.sources.documents import uhri_xlsx
from onrecord.sources.documents.uhri_xlsx import LONGEST_CELL, READER
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.statements import MechanismSaid, Statement, WhyLeft
from tests.sources.documents.reading import found, left, opened, reads_or_refuses, said

# The sixteen columns of an export, misspellings and all, in its order.
COLUMNS = (
    "Text",
    "Countries Concerned",
    "Reccomending Body",
    "Document Symbol",
    "Themes",
    "Affected Persons",
    "Sdgs",
    "Document Publication Date",
    "UPR Reccomending States",
    "UPR Position",
    "Type",
    "OHCHR Annotation Id",
    "UPR Session",
    "Regions Concerned",
    "Recommending Regions",
    "Date of publication on UHRI",
)
IRAQ = (
    "49.The Committee notes",
    "- Iraq",
    "- CEDAW",
    "CEDAW/C/IRQ/CO/8",
    "- Equality & non-discrimination\n- Land & property rights",
    "- Women & girls",
    "- 1.4 - Equal rights to economic resources\n- 16.3 - Promote the rule of law",
    46078,
    "",
    "",
    "- Concerns/Observations",
    "b4288060-0000-478d-9a9a-df1978d336c3",
    "",
    "- Asia-Pacific",
    "",
    46125.4996282407,
)
REVIEW = (
    "125.31 Abolish it (France);",
    "- Kazakhstan",
    "- UPR",
    "A/HRC/28/10",
    "",
    "",
    "",
    41988,
    "- France\n- Bolivia (Plurinational State of)",
    "- Supported",
    "- Recommendations",
    "c",
    20,
    "",
    "- WEOG",
    "",
)


def workbook(rows: Iterable[Sequence[object]], columns: Sequence[str] = COLUMNS, sheets: int = 1) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    for n in range(sheets):
        sheet = book.add_worksheet()
        for at, row in enumerate([columns, *rows] if n == 0 else [("other",)]):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime.datetime):
                    sheet.write_datetime(at, column, cell, book.add_format({"num_format": "yyyy-mm-dd"}))
                else:
                    sheet.write(at, column, cell)
    book.close()
    return data.getvalue()


def _read(tmp_path: Path, record: Record, rows: Iterable[Sequence[object]], columns: Sequence[str] = COLUMNS):
    return found(READER, opened(tmp_path, "export.xlsx", workbook(rows, columns)), record.gazetteer)


def test_rows_say_what_the_other_export_says(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, [IRAQ, REVIEW])
    assert all(isinstance(item, Statement) for item in items)
    assert [item.place.row for item in items] == [2, 3]
    assert [item.place.paragraph for item in items] == ["49", "125.31"]
    iraq, review = said(items, MechanismSaid)
    assert iraq == MechanismSaid(
        annotation="b4288060-0000-478d-9a9a-df1978d336c3",
        kind="Concerns/Observations",
        mechanism="CEDAW",
        symbol="CEDAW/C/IRQ/CO/8",
        states=("IRQ",),
        text="The Committee notes",
        themes=("Equality & non-discrimination", "Land & property rights"),
        persons=("Women & girls",),
        goals=("1.4 - Equal rights to economic resources", "16.3 - Promote the rule of law"),
        regions=("Asia-Pacific",),
        published=datetime.date(2026, 2, 25),
        indexed=datetime.date(2026, 4, 13),
    )
    assert review.upr_recommended_by == ("FRA", "BOL")
    assert (review.upr_positions, review.upr_session, review.published) == (
        ("Supported",),
        "20",
        datetime.date(2014, 12, 15),
    )


def test_dates_formatted_as_dates_and_dates_that_are_none(tmp_path: Path, record: Record) -> None:
    dated = [*IRAQ]
    dated[7] = datetime.datetime(2020, 5, 4)
    dated[15] = "soon"
    items = _read(tmp_path, record, [dated])
    (one,) = said(items, MechanismSaid)
    assert (one.published, one.indexed) == (datetime.date(2020, 5, 4), None)
    (odd,) = left(items, WhyLeft.UNKNOWN_VALUE)
    assert (odd.printed, odd.place.field) == ("soon", "Date of publication on UHRI")


def test_columns_in_another_order_rightly_spelt_unknown_missing_and_twice(tmp_path: Path, record: Record) -> None:
    names = ["Cluster" if name == "Sdgs" else name.replace("Reccomending", "Recommending") for name in COLUMNS]
    turned = [*reversed(names), "Type"]
    items = _read(tmp_path, record, [[*reversed(IRAQ), "- Recommendations"]], turned)
    (one,) = said(items, MechanismSaid)
    assert (one.mechanism, one.goals, one.kind) == ("CEDAW", (), "Concerns/Observations")
    assert [item.printed for item in left(items, WhyLeft.UNREAD_FIELD)] == ["Cluster"]
    assert [item.place.field for item in left(items, WhyLeft.MISSING_FIELD)] == ["Sdgs"]
    assert [item.printed for item in left(items, WhyLeft.REPEATED)] == ["Type"]


def test_a_passage_that_fills_a_cell_was_cut(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, [("x" * LONGEST_CELL, *IRAQ[1:])])
    assert left(items, WhyLeft.CUT_SHORT)[0].place.row == 2
    assert len(said(items, MechanismSaid)) == 1


def test_an_unknown_state_and_a_second_sheet_are_told(tmp_path: Path, record: Record) -> None:
    data = workbook([(IRAQ[0], "- Iraqq\n- Iraq", *IRAQ[2:])], sheets=2)
    items = found(READER, opened(tmp_path, "export.xlsx", data), record.gazetteer)
    (unknown,) = left(items, WhyLeft.UNKNOWN_STATE)
    assert (unknown.printed, unknown.place.field, "Iraq" in unknown.candidates) == (
        "Iraqq",
        "Countries Concerned",
        True,
    )
    assert left(items, WhyLeft.UNREAD_FIELD)[0].printed == "Sheet2"


def test_recognised_by_its_headers_alone(tmp_path: Path) -> None:
    assert READER.recognises(opened(tmp_path, "x", workbook([IRAQ])))
    assert not READER.recognises(opened(tmp_path, "x", workbook([], ("State", "Vote"))))
    assert not READER.recognises(opened(tmp_path, "x", b"PK\x03\x04 and no more"))
    assert not READER.recognises(opened(tmp_path, "x", b""))


def test_a_workbook_without_the_headers_is_refused(tmp_path: Path, record: Record) -> None:
    with pytest.raises(UnreadableDocument, match="column headers"):
        _read(tmp_path, record, [("a", "b")], ("State", "Vote"))


def test_an_archive_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uhri_xlsx, "MOST_UNPACKED", 1000)
    with pytest.raises(UnreadableDocument, match="at most"):
        _read(tmp_path, record, [IRAQ])


def test_a_part_that_lies_about_itself_is_found_before_it_is_read(tmp_path: Path, record: Record) -> None:
    data = bytearray(workbook([IRAQ]))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as packed:
        part = packed.getinfo("xl/sharedStrings.xml")
    size = part.file_size.to_bytes(4, "little")
    at = data.rfind(b"xl/sharedStrings.xml") - 22
    assert data[at : at + 4] == size
    data[at : at + 4] = (part.file_size - 9).to_bytes(4, "little")
    with pytest.raises(UnreadableDocument):
        found(READER, opened(tmp_path, "x.xlsx", bytes(data)), record.gazetteer)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 8000), put=st.binary(max_size=6), drop=st.integers(0, 6))
def test_changed_bytes_never_break_it(tmp_path: Path, record: Record, at: int, put: bytes, drop: int) -> None:
    data = workbook([IRAQ, REVIEW])
    file = opened(tmp_path, "x.xlsx", data[:at] + put + data[at + drop :])
    READER.recognises(file)
    reads_or_refuses(READER, file, record.gazetteer)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(part=st.sampled_from(["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"]), data=st.data())
def test_changed_parts_never_break_it(tmp_path: Path, record: Record, part: str, data: st.DataObject) -> None:
    rebuilt = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook([IRAQ, REVIEW]))) as old, zipfile.ZipFile(rebuilt, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                at = data.draw(st.integers(0, len(content)))
                put = data.draw(st.one_of(st.binary(max_size=6), st.sampled_from([b"999999999", b'r="ZZZ9"', b"<c/>"])))
                content = content[:at] + put + content[at + data.draw(st.integers(0, 6)) :]
            new.writestr(name, content)
    reads_or_refuses(READER, opened(tmp_path, "x.xlsx", rebuilt.getvalue()), record.gazetteer)
