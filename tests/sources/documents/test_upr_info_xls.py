"""UPR Info's export: the real file whole, rows by hand, and rows and files that are wrong."""

import csv
import os
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record, shipped_record
from onrecord.sources.documents.opened import Found, Opened
from onrecord.sources.documents.upr_info_xls import COLUMNS, ISSUES, READER
from onrecord.vocabulary.errors import OnRecordError, UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, RecommendationSaid, Statement, UprResponse, WhyLeft
from onrecord.vocabulary.states import Gazetteer

ROW = (
    *("Macedonia FYR", "EEG", "OIF", "Free the press, all of it", "DPR Korea", "Asia", ""),
    *("Accepted", "4.0", "Freedom of the press,Civil society", "7.0"),
)
needs_samples = pytest.mark.skipif("ONRECORD_SHARED" not in os.environ, reason="ONRECORD_SHARED names no samples")


@cache
def _shipped() -> Gazetteer:
    return Record(shipped_record()).gazetteer


def samples() -> Path:
    return Path(os.environ["ONRECORD_SHARED"]) / "samples" / "upr_info"


def export(folder: Path, *rows: tuple[str, ...], header: tuple[str, ...] = COLUMNS, encoding: str = "utf-8") -> Opened:
    path = folder / "export.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return Opened(path, path.name)


def changed(**cells: str) -> tuple[str, ...]:
    return tuple(cells.get(f"c{at}", cell) for at, cell in enumerate(ROW))


def said(found: list[Found]) -> list[RecommendationSaid]:
    return [x.says for x in found if isinstance(x, Statement) and isinstance(x.says, RecommendationSaid)]


def left(found: list[Found]) -> list[tuple[WhyLeft, str | None]]:
    return [(x.why, x.place.field) for x in found if isinstance(x, Left)]


@needs_samples
def test_the_real_xls_reads_whole_and_its_states_are_all_resolved(record: Record) -> None:
    path = samples() / "REAL_export_voluntary_pledges.xls"
    found = list(READER.read(Opened(path, path.name), record.gazetteer))
    rows = said(found)
    assert (len(rows), left(found)) == (947, [])
    assert {row.response for row in rows} == {UprResponse.VOLUNTARY_PLEDGE}
    assert all(row.recommended_by == (row.state,) for row in rows)
    assert Counter(row.action for row in rows) == {4: 373, 5: 328, 2: 153, 3: 73, 1: 20}
    assert {row.session for row in rows} == set(range(1, 20))


@needs_samples
@pytest.mark.parametrize(("session", "n", "noted"), [(7, 129, 7), (20, 198, 51)])
def test_the_csv_of_a_review_is_what_the_record_has(record: Record, session: int, n: int, noted: int) -> None:
    path = samples() / f"export_rows_KAZ_session{session}.csv"
    found = list(READER.read(Opened(path, path.name), record.gazetteer))
    assert left(found) == []
    rows = Counter((row.recommended_by[0], str(row.response == UprResponse.NOTED), row.action) for row in said(found))
    sql = "SELECT by_state, CASE response WHEN 'noted' THEN 'True' ELSE 'False' END, action FROM recommendation"
    kept = Counter(record.tuples(f"{sql} WHERE state = 'KAZ' AND session = ?", [session]))
    assert rows == kept
    assert (rows.total(), sum(v for key, v in rows.items() if key[1] == "True")) == (n, noted)


@needs_samples
def test_a_mutated_xls_raises_nothing_but_our_errors() -> None:
    data = (samples() / "REAL_export_voluntary_pledges.xls").read_bytes()
    folder = Path(os.environ.get("TMPDIR", "/tmp"))
    path = folder / f"mutated-{os.getpid()}.xls"

    @settings(max_examples=20, deadline=None)
    @given(st.lists(st.tuples(st.integers(0, len(data) - 1), st.binary(min_size=1, max_size=8)), max_size=20))
    def mutate(changes: list[tuple[int, bytes]]) -> None:
        mutated = bytearray(data)
        for at, new in changes:
            mutated[at : at + len(new)] = new
        path.write_bytes(mutated)
        opened = Opened(path, path.name)
        READER.recognises(opened)
        try:
            list(READER.read(opened, _shipped()))
        except OnRecordError:
            return

    try:
        mutate()
    finally:
        path.unlink(missing_ok=True)


def test_a_row_is_a_recommendation(tmp_path: Path, record: Record) -> None:
    opened = export(tmp_path, ROW)
    assert READER.recognises(opened)
    (statement,) = READER.read(opened, record.gazetteer)
    assert statement == Statement(
        RecommendationSaid(
            *("MKD", None, None, "Free the press, all of it", ("PRK",), UprResponse.SUPPORTED, 7, 4),
            ("Freedom of the press", "Civil society"),
        ),
        Place(row=2),
        " | ".join(ROW),
    )


@pytest.mark.parametrize(
    ("row", "why", "field", "kept"),
    [
        (changed(c0="Freedonia"), WhyLeft.UNKNOWN_STATE, "SuR", 0),
        (changed(c4="Korea"), WhyLeft.UNCLEAR_STATE, "RS", 0),
        (changed(c7="Maybe"), WhyLeft.UNKNOWN_VALUE, "Response", 1),
        (changed(c7=""), WhyLeft.UNKNOWN_VALUE, "Response", 1),
        (changed(c8="6.0"), WhyLeft.UNKNOWN_VALUE, "Action", 1),
        (changed(c8="4.5"), WhyLeft.UNKNOWN_VALUE, "Action", 1),
        (changed(c9="Freedom of the press,Chess"), WhyLeft.UNKNOWN_VALUE, "Issue", 1),
        (changed(c10="seven"), WhyLeft.UNKNOWN_VALUE, "Session", 1),
        (changed(c1="Atlantis"), WhyLeft.UNKNOWN_VALUE, "Rgrp", 1),
        (changed(c6="NATO"), WhyLeft.UNKNOWN_VALUE, "Org of RS", 1),
        (changed(c3="  "), WhyLeft.MISSING_FIELD, "Recommendation", 1),
        (ROW[:-1], WhyLeft.MISSING_FIELD, None, 0),
    ],
)
def test_what_a_row_should_not_hold_is_left(
    tmp_path: Path, record: Record, row: tuple[str, ...], why: WhyLeft, field: str | None, kept: int
) -> None:
    found = list(READER.read(export(tmp_path, row, ROW), record.gazetteer))
    assert left(found) == [(why, field)]
    assert len(said(found)) == kept + 1


def test_a_header_in_another_order_is_not_read_by_position(tmp_path: Path, record: Record) -> None:
    opened = export(tmp_path, ROW, header=(*COLUMNS[:7], "Action", "Response", *COLUMNS[9:]))
    assert not READER.recognises(opened)
    with pytest.raises(UnreadableDocument, match="row 1"):
        list(READER.read(opened, record.gazetteer))


def test_rows_before_a_broken_one_are_kept(tmp_path: Path, record: Record) -> None:
    opened = export(tmp_path, ROW, ROW)
    opened.path.write_bytes(opened.path.read_bytes() + b'Chad,Africa,"cut')
    read = READER.read(opened, record.gazetteer)
    assert next(read)
    with pytest.raises(UnreadableDocument, match="after row"):
        list(read)
    opened = export(tmp_path, changed(c3="Libérer"), encoding="latin-1")
    with pytest.raises(UnreadableDocument, match="after row"):
        list(READER.read(opened, record.gazetteer))


@pytest.mark.parametrize(
    "data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)]
)
def test_empty_and_cut_files_are_refused(tmp_path: Path, record: Record, data: bytes) -> None:
    path = tmp_path / "export.xls"
    path.write_bytes(data)
    opened = Opened(path, path.name)
    assert not READER.recognises(opened)
    with pytest.raises(UnreadableDocument):
        list(READER.read(opened, record.gazetteer))


def test_the_issues_are_those_of_the_record_and_none_holds_a_comma(facts_folder: Path) -> None:
    with (facts_folder / "upr" / "issues.csv").open(encoding="utf-8") as file:
        assert {row["label"] for row in csv.DictReader(file)} == ISSUES
    assert not any("," in label for label in ISSUES)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), max_size=13), max_size=4))
def test_rows_of_anything_raise_nothing_but_our_errors(tmp_path_factory: pytest.TempPathFactory, rows: list) -> None:
    opened = export(tmp_path_factory.mktemp("fuzz"), *rows, encoding="utf-8-sig")
    try:
        found = list(READER.read(opened, _shipped()))
    except OnRecordError:
        return
    assert sum(any(row) for row in rows) <= len(found) or not rows
