"""The export: its tables read back alike from every format, described, deterministic, never half-written."""

import csv
import json
import re
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import pytest
from frictionless import Package
from typer.testing import CliRunner

from onrecord.publish.as_csv import guarded, unguarded
from onrecord.publish.cli import app
from onrecord.publish.export import workbook
from onrecord.publish.export.data_package import data_package
from onrecord.publish.export.files import Format, write_csv
from onrecord.publish.export.flat_votes import NAME, flat_votes
from onrecord.publish.export.manifest import issue_of, read_manifest
from onrecord.publish.export.package import export
from onrecord.publish.export.tables import Column, ExportedTable, exported_tables
from onrecord.publish.views.state_year import state_year
from onrecord.record.constraints import references, values
from onrecord.record.schema import TABLES
from onrecord.record.store import Record
from onrecord.vocabulary.errors import DamagedRelease, OnRecordError

LARGE = {"vote", "votes_with_context", "recommendation", "rating", "tally", "rollcall"}
NS = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def _columns(name: str) -> str:
    kinds = {column: kind for column, (kind, _, _) in TABLES[name].columns.items()}
    return "{" + ", ".join(f"'{column}': '{kind}'" for column, kind in kinds.items()) + "}"


@pytest.mark.parametrize("name", TABLES)
def test_every_format_holds_the_rows_of_the_record(record, exported, name) -> None:
    columns = _columns(name)
    read = {
        "csv": f"read_csv('{exported}/csv/{name}.csv', header=true, auto_detect=false, delim=',', quote='\"',"
        f" escape='\"', nullstr='', columns={columns})",
        "parquet": f"read_parquet('{exported}/parquet/{name}.parquet')",
    }
    own = f"read_parquet('{record.folder}/{name}.parquet')"
    for form, rows in read.items():
        only = duckdb.execute(f"(FROM {own} EXCEPT ALL FROM {rows}) UNION ALL (FROM {rows} EXCEPT ALL FROM {own})")
        assert only.fetchall() == [], form


@pytest.mark.parametrize("name", TABLES)
def test_json_lines_hold_the_rows_of_the_parquet_files(whole, name) -> None:
    lines = f"read_json('{whole}/jsonl/{name}.jsonl', format='newline_delimited', columns={_columns(name)})"
    rows = f"read_parquet('{whole}/parquet/{name}.parquet')"
    only = duckdb.execute(f"(FROM {lines} EXCEPT ALL FROM {rows}) UNION ALL (FROM {rows} EXCEPT ALL FROM {lines})")
    assert only.fetchall() == []


def test_the_table_without_joins_is_the_same_in_every_format(whole) -> None:
    parquet = duckdb.execute(f"FROM read_parquet('{whole}/parquet/{NAME}.parquet')")
    kinds = {column: str(kind) for column, kind, *_ in parquet.description}
    rows = parquet.fetchall()
    lines = f"read_json('{whole}/jsonl/{NAME}.jsonl', format='newline_delimited', columns={kinds})"
    assert rows == duckdb.execute(f"FROM {lines}").fetchall()
    with (whole / "csv" / f"{NAME}.csv").open(encoding="utf-8", newline="") as handle:
        cells = [[unguarded(cell) for cell in row] for row in csv.reader(handle)]
    assert cells == [list(kinds), *([_written(value) for value in row] for row in rows)]


def _written(value: object) -> str:
    return "" if value is None else str(value).upper() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize(("state", "year"), [("KAZ", 2014), ("FRA", 2009), ("CUB", 2022), ("ZAF", 2016)])
def test_the_table_without_joins_counts_as_the_page_does(record, exported, state, year) -> None:
    found = duckdb.execute(
        f"SELECT position, count(*) FROM read_parquet('{exported}/parquet/{NAME}.parquet') WHERE state = '{state}'"
        f" AND year(date) = {year} AND final AND vote_taken AND situations IS NOT NULL"
        " AND position IS DISTINCT FROM 'not a member' GROUP BY position"
    )
    counts = dict(found.fetchall())
    shown = next(f for f in state_year(record, state, year).figures if f.selection == "all")
    expected = {"yes": shown.yes, "no": shown.no, "abstain": shown.abstain, "absent": shown.absent, None: shown.unknown}
    assert counts == {position: n for position, n in expected.items() if n}


def test_six_positions_and_not_knowing_stay_apart(record) -> None:
    at = [c.name for c in exported_tables(record)[0].columns].index("position")
    found = {row[at] for row in flat_votes(record)}
    assert found == {"yes", "no", "abstain", "absent", "not a member", "no vote taken", None}


@pytest.mark.parametrize("day", [None, date(2012, 1, 1), date(2019, 6, 1)])
def test_references_and_values_hold(record, day) -> None:
    opened = record if day is None else Record(as_of=day)
    for name in TABLES:
        for one in references(name):
            ((lost,),) = opened.tuples(
                f"SELECT count(*) FROM {name} WHERE {one.column} IS NOT NULL"
                f" AND {one.column} NOT IN (SELECT {one.to} FROM {one.table})"
            )
            assert lost == 0, (name, one)
        for column in TABLES[name].columns:
            allowed = values(name, column)
            if allowed:
                found = {value for (value,) in opened.tuples(f"SELECT DISTINCT {column} FROM {name}")} - {None}
                assert found <= set(allowed), (name, column)


def test_the_data_package_is_valid(exported) -> None:
    # The longest table is validated whole by hand at each release: it takes minutes.
    report = Package(str(exported / "datapackage.json")).validate(limit_rows=1500)
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:5]
    assert {task.name for task in report.tasks} == {NAME, *TABLES}


def test_the_data_package_refuses_a_wrong_value(exported, tmp_path) -> None:
    package = json.loads((exported / "datapackage.json").read_text(encoding="utf-8"))
    kept = {"membership", "state", "source"}
    package["resources"] = [one for one in package["resources"] if one["name"] in kept]
    (tmp_path / "csv").mkdir()
    for one in package["resources"]:
        text = (exported / one["path"]).read_text(encoding="utf-8")
        (tmp_path / one["path"]).write_text(text.replace(",APG,", ",Asia,", 1), encoding="utf-8")
        del one["bytes"], one["hash"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert [kind for _, kind in report.flatten(["name", "type"])] == ["constraint-error"]


def test_every_table_and_column_is_described(record) -> None:
    package = data_package(issue_of(record), exported_tables(record), (), Format.CSV, None)
    assert [one["path"] for one in package["resources"]] == [f"{name}.csv" for name in (NAME, *TABLES)]
    assert all(field["description"] for one in package["resources"] for field in one["schema"]["fields"])


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"), ("-5", "'-5"), ("+41 22", "'+41 22"), ("@x", "'@x"), ("\ta", "'\ta"), ("'=a", "''=a"),
        ("''-a", "'''-a"), ("'quoted'", "'quoted'"), ("a=b", "a=b"), ("", ""), ("＝1", "'＝1"),
        ("Côte d'Ivoire", "Côte d'Ivoire"),
    ],
)  # fmt: skip
def test_the_guard_makes_text_of_formulas_and_can_be_undone(text, cell) -> None:
    assert guarded(text) == cell
    assert unguarded(cell) == text


def test_numbers_below_zero_are_no_formulas(tmp_path) -> None:
    columns = (Column("n", "INTEGER", False, "a number"), Column("text", "VARCHAR", True, "words"))
    rows = ((-5, "-5"), (7, None), (0, 'two "words", and\r\na line'))
    write_csv(ExportedTable("t", "t", columns, ("n",), (), 3, lambda: rows), tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes() == b'n,text\r\n-5,\'-5\r\n7,\r\n0,"two ""words"", and\r\na line"\r\n'


def test_no_text_of_the_record_needs_the_guard(record) -> None:
    held = (value for table in exported_tables(record) if table.name != "vote" for row in table.rows() for value in row)
    assert not any(guarded(value) is not value for value in held)


@pytest.fixture(scope="module")
def whole(small: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "export"
    export(small, folder)
    return folder


def test_two_exports_give_the_same_bytes(small, whole, tmp_path) -> None:
    again = export(small, tmp_path / "again")
    assert again == read_manifest(whole)
    assert [file.path for file in again.files if "/" not in file.path] == [
        "CITATION.cff", "LICENSE", "README.txt", "datapackage.json", "onrecord.xlsx", "schema.json",
    ]  # fmt: skip


def _sheet(book: zipfile.ZipFile, name: str) -> list[list[str | None]]:
    sheets = ElementTree.fromstring(book.read("xl/workbook.xml")).findall(".//s:sheet", NS)
    number = [sheet.get("name") for sheet in sheets].index(name) + 1
    rows = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).findall(".//s:row", NS)
    return [["".join(cell.itertext()) for cell in row.findall("s:c", NS)] for row in rows]


def test_the_workbook_holds_every_table_as_text_numbers_and_days(small, whole) -> None:
    with zipfile.ZipFile(whole / "onrecord.xlsx") as book:
        contents = _sheet(book, "contents")
        assert [line[0] for line in contents[1:-1]] == [NAME, *TABLES]
        for name in ("membership", "rollcall", NAME):
            assert len(_sheet(book, name)) == 1 + next(t.n for t in exported_tables(small) if t.name == name)
        first = dict(zip(*_sheet(book, "membership")[:2], strict=False))
        assert first["body"] == "HRC"
        assert re.fullmatch(r"\d{5}", first["term_start"] or "")
        assert b"<f>" not in b"".join(book.read(one) for one in book.namelist() if "worksheets" in one)


def test_a_table_longer_than_a_sheet_is_said_to_be_left_out(small, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(workbook, "LONGEST", 1000)
    tables = [table for table in exported_tables(small) if table.name in {"vote", "subject"}]
    book = workbook.Workbook(tmp_path / "b.xlsx", date(2026, 3, 31))
    book.write(tables, "onrecord")
    with zipfile.ZipFile(tmp_path / "b.xlsx") as archive:
        lines = {line[0]: line[2] for line in _sheet(archive, "contents")[1:-1]}
        names = re.findall(r'sheet name="(\w+)"', archive.read("xl/workbook.xml").decode())
    assert names == ["contents", "columns", "subject"]
    assert lines["subject"] == "sheet subject"
    assert "more than the 1,000 rows of a sheet; whole as csv/vote.csv" in (lines["vote"] or "")


def test_a_folder_with_other_things_is_left_as_it_is(small, tmp_path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep", encoding="utf-8")
    with pytest.raises(DamagedRelease, match=r"an earlier export, found other files, such as letter\.txt"):
        export(small, tmp_path / "mine", (Format.CSV,))
    assert [p.name for p in tmp_path.rglob("*")] == ["mine", "letter.txt"]


def test_an_earlier_export_is_replaced_unless_something_was_put_in_it(small, tmp_path) -> None:
    out = tmp_path / "out"
    export(small, out, (Format.CSV, Format.JSONL))
    export(small, out, (Format.CSV,))
    assert not (out / "jsonl").exists()
    (out / "csv" / "mine.csv").write_text("a", encoding="utf-8")
    with pytest.raises(DamagedRelease, match=r"found csv/mine\.csv, which its manifest\.json does not list"):
        export(small, out, (Format.CSV,))
    assert (out / "csv" / "mine.csv").exists()


def test_a_failure_leaves_nothing_half_written(small, tmp_path) -> None:
    def fail(step: str) -> None:
        if step == "csv/tally.csv":
            raise OnRecordError("stopped")

    with pytest.raises(OnRecordError, match="stopped"):
        export(small, tmp_path / "out", (Format.CSV,), fail)
    assert list(tmp_path.iterdir()) == []


def test_the_command_writes_what_is_asked_for(small, tmp_path) -> None:
    folder = str(tmp_path / "e")
    asked = ["export", folder, "--record", str(small.folder), "--as-of", "2010-01-01", "--format", "jsonl"]
    result = CliRunner().invoke(app, [*asked, "--format", "csv", "--json"])
    manifest = json.loads(result.stdout)
    assert (result.exit_code, manifest["as_of"]) == (0, "2010-01-01")
    assert {file["path"].split("/")[0] for file in manifest["files"]} >= {"csv", "jsonl"}
    assert "parquet" not in {p.name for p in Path(folder).iterdir()}
    lines = (Path(folder) / "jsonl" / "rollcall.jsonl").read_text(encoding="utf-8").splitlines()
    assert max(json.loads(line)["date"] for line in lines) <= "2010-01-01"


def test_the_command_refuses_a_format_it_does_not_know(small, tmp_path) -> None:
    result = CliRunner().invoke(app, ["export", str(tmp_path / "e"), "--format", "sav", "--record", str(small.folder)])
    assert str(result.exception) == "format: expected one of csv, parquet, jsonl, xlsx, found 'sav'."
    assert not (tmp_path / "e").exists()
