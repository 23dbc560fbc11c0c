"""Matrices of recommendations: Word tables of our own, with every column, and with what should not be there."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record, shipped_record
from onrecord.sources.documents.opened import Found, Opened
from onrecord.sources.documents.upr_matrix import READER
from onrecord.vocabulary.errors import OnRecordError
from onrecord.vocabulary.statements import (
    Left,
    RecommendationSaid,
    ReferenceSaid,
    Statement,
    UprResponse,
    WhyLeft,
)
from onrecord.vocabulary.states import Gazetteer

HEADER = (
    *("Recommendation", "Position", "Full list of themes"),
    "Assessment/comments on level of implementation",
)
ROW = (
    "124.8 Protect women (CEDAW) (Chad) (Mali);\nSource of position: A/HRC/28/10/Add.1 - Para. 7",
    *("Supported", "D3 Equality\nF13 Violence\nAffected persons:\n- women\n- girls", ""),
)


@cache
def _shipped() -> Gazetteer:
    return Record(shipped_record()).gazetteer


def matrix(
    folder: Path,
    *rows: Sequence[str],
    header: Sequence[str] = HEADER,
    title: str = "UPR of Kazakhstan (3rd cycle, 34th session)",
) -> Opened:
    document = docx.Document()
    document.add_paragraph(title)
    document.add_paragraph("Thematic list of recommendations")
    table = document.add_table(rows=0, cols=len(header))
    for cells in (header, *rows):
        made = table.add_row().cells
        if len(cells) == 1:
            made[0].merge(made[-1]).text = cells[0]
            continue
        for cell, words in zip(made, cells, strict=True):
            first, *more = words.split("\n")
            cell.text = first
            for line in more:
                cell.add_paragraph(line)
    path = folder / "matrix.docx"
    document.save(str(path))
    return Opened(path, path.name)


def read(opened: Opened, record: Record) -> list[Found]:
    return list(READER.read(opened, record.gazetteer))


def said(found: list[Found], kind: type) -> list:
    return [x.says for x in found if isinstance(x, Statement) and isinstance(x.says, kind)]


def left(found: list[Found]) -> list[WhyLeft]:
    return [x.why for x in found if isinstance(x, Left)]


def test_a_row_is_a_recommendation_with_its_themes_and_the_source_of_its_position(
    tmp_path: Path, record: Record
) -> None:
    opened = matrix(tmp_path, ("Theme: D3 Equality",), ROW, ("126.1. Join (Cuba);", "Noted", "A12 Treaties", ""))
    assert READER.recognises(opened)
    found = read(opened, record)
    assert left(found) == []
    assert said(found, RecommendationSaid) == [
        RecommendationSaid(
            *("KAZ", "A/HRC/28/10", "124.8", "Protect women (CEDAW)", ("TCD", "MLI"), UprResponse.SUPPORTED),
            issues=("D3 Equality", "F13 Violence"),
            persons=("women", "girls"),
        ),
        RecommendationSaid("KAZ", None, "126.1", "Join", ("CUB",), UprResponse.NOTED, issues=("A12 Treaties",)),
    ]
    assert [(x.symbol, x.paragraphs) for x in said(found, ReferenceSaid)] == [("A/HRC/28/10/Add.1", ("7",))]


@pytest.mark.parametrize(
    ("rows", "why", "kept"),
    [
        ([(ROW[0], "Perhaps", *ROW[2:])], WhyLeft.UNKNOWN_VALUE, 1),
        ([(*ROW[:3], "Done in 2016")], WhyLeft.UNREAD_FIELD, 1),
        ([ROW, ROW], WhyLeft.REPEATED, 2),
        ([("124.9 Free them (Norwey);", *ROW[1:])], WhyLeft.UNKNOWN_STATE, 1),
        ([("124.9 Free them;", *ROW[1:])], WhyLeft.MISSING_FIELD, 1),
        ([("Free them (Norway);", *ROW[1:])], WhyLeft.UNREAD_FIELD, 0),
        ([("124.9 Free them (Cuba); Source of position: the web", *ROW[1:])], WhyLeft.UNKNOWN_VALUE, 1),
    ],
)
def test_what_a_row_should_not_hold_is_left(
    tmp_path: Path, record: Record, rows: list[tuple[str, ...]], why: WhyLeft, kept: int
) -> None:
    found = read(matrix(tmp_path, *rows), record)
    assert left(found) == [why]
    assert len(said(found, RecommendationSaid)) == kept


def test_an_unknown_column_is_left_with_what_stands_in_it(tmp_path: Path, record: Record) -> None:
    opened = matrix(tmp_path, (*ROW[:2], "blue"), header=("Recommendation", "Position", "Colour"))
    assert left(read(opened, record)) == [WhyLeft.UNREAD_FIELD, WhyLeft.UNREAD_FIELD]


def test_a_column_of_states_is_held_against_the_brackets(tmp_path: Path, record: Record) -> None:
    header = ("Recommendation", "Recommending state/s", "Position")
    rows = (("1.1 Free them", "Chad, Mali", "Supported/Noted"), ("1.2 Tax them (Cuba);", "Chad", "Noted"))
    found = read(matrix(tmp_path, *rows, header=header), record)
    first, second = said(found, RecommendationSaid)
    assert (first.recommended_by, first.response) == (("TCD", "MLI"), UprResponse.SUPPORTED_IN_PART)
    assert second.recommended_by == ("CUB",)
    assert left(found) == [WhyLeft.DISAGREES]


def test_a_matrix_of_no_state_is_not_guessed_at(tmp_path: Path, record: Record) -> None:
    assert left(read(matrix(tmp_path, ROW, title="UPR of Freedonia"), record)) == [WhyLeft.NO_SUBJECT]


def test_other_tables_are_not_recognised(tmp_path: Path) -> None:
    assert not READER.recognises(matrix(tmp_path, ROW[:3], header=("Mandate", "Status", "Date")))
    path = tmp_path / "empty.docx"
    path.write_bytes(b"")
    assert not READER.recognises(Opened(path, path.name))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 40_000), min_size=1, max_size=12), st.binary(min_size=1, max_size=4))
def test_a_damaged_file_raises_nothing_but_our_errors(
    tmp_path_factory: pytest.TempPathFactory, places: list[int], new: bytes
) -> None:
    opened = matrix(tmp_path_factory.mktemp("fuzz"), ROW)
    data = bytearray(opened.path.read_bytes())
    for at in places:
        data[at % len(data) : at % len(data) + len(new)] = new
    opened.path.write_bytes(data)
    damaged = Opened(opened.path, "damaged.docx")
    READER.recognises(damaged)
    try:
        list(READER.read(damaged, _shipped()))
    except OnRecordError:
        return
