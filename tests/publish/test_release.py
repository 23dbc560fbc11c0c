"""Releases: what changed is said in words and by id, and damage is found and named."""

import csv
import io
import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.publish.cli import app
from onrecord.publish.export.manifest import NAME, read_manifest
from onrecord.publish.export.release import Release, release
from onrecord.publish.export.schema_changes import schema_changes
from onrecord.publish.export.verify import Fault, verify
from onrecord.record.build import build
from onrecord.record.store import Record
from onrecord.vocabulary.errors import DamagedRelease


@pytest.fixture(scope="module")
def first(small: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("releases") / "first"
    release(small, folder)
    return folder


@pytest.fixture(scope="module")
def second(first: Path, few_facts: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Release]:
    """A release of a record in which one position of 7/1 is another, and one request for S-1 is gone."""
    folder = tmp_path_factory.mktemp("later")
    facts = folder / "facts"
    shutil.copytree(few_facts, facts)
    positions = facts / "hrc/positions.csv"
    rows = list(csv.DictReader(io.StringIO(positions.read_text(encoding="utf-8"))))
    row = next(one for one in rows if one["rollcall_id"] == "hrc-res-7-1")
    row["yes"] = " ".join(code for code in row["yes"].split() if code != "BRA")
    row["abstain"] = " ".join(sorted([*row["abstain"].split(), "BRA"]))
    with positions.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(row), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    lines = (facts / "session_requests.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (facts / "session_requests.csv").write_text("".join([lines[0], *lines[2:]]), encoding="utf-8")
    build(facts, folder / "record")
    later = Record(folder / "record", date(2008, 12, 31))
    return folder / "second", release(later, folder / "second", first)


def test_a_changed_position_is_listed_by_id_with_both_values(second) -> None:
    folder, found = second
    words = (folder / "CHANGES.md").read_text(encoding="utf-8")
    assert "- hrc-res-7-1/BRA: listed was “yes”, is now “abstain”." in words
    assert "- hrc-res-7-1/BRA: position was “yes”, is now “abstain”." in words
    assert re.search(r"- session_request: (\d+) rows before, \d+ now; 0 added, 1 removed, 0 changed\.", words)
    assert "- subject: 93 rows before, 93 now; unchanged." in words
    assert "The schema is the same." in words
    assert words.startswith("# Changes in onrecord ")
    rows = list(csv.DictReader(io.StringIO((folder / "changes.csv").read_text(encoding="utf-8"))))
    assert {"table": "vote", "key": "hrc-res-7-1/BRA", "change": "changed", "column": "position", "before": "yes",
            "after": "abstain"} in rows  # fmt: skip
    assert [row["change"] for row in rows if row["table"] == "session_request"] == ["removed"]
    assert found.changes is not None


def test_a_release_against_itself_has_no_changes(small, first, tmp_path) -> None:
    found = release(small, tmp_path / "same", first).changes
    assert found is not None
    assert found.schema == ()
    assert not any(table.differences is None or table.differences.any for table in found.tables)
    assert (tmp_path / "same" / "changes.csv").read_text(encoding="utf-8").count("\n") == 1


def test_an_undamaged_release_verifies(first, second) -> None:
    assert verify(first).faults == verify(second[0]).faults == ()
    assert verify(first).files == len([p for p in first.rglob("*") if p.is_file()]) - 1


def _damaged(first: Path, tmp_path: Path) -> Path:
    shutil.copytree(first, tmp_path / "copy")
    return tmp_path / "copy"


def test_damage_is_named_file_by_file(first, tmp_path) -> None:
    copy = _damaged(first, tmp_path)
    (copy / "csv" / "subject.csv").unlink()
    (copy / "jsonl" / "extra.jsonl").write_text("{}", encoding="utf-8")
    changed = copy / "csv" / "membership.csv"
    was = {file.path: file for file in read_manifest(copy).files}["csv/membership.csv"]
    changed.write_bytes(changed.read_bytes().replace(b"IND", b"IDN", 1))
    faults = {fault.file: fault for fault in verify(copy).faults}
    assert set(faults) == {"csv/subject.csv", "csv/membership.csv", "jsonl/extra.jsonl"}
    assert faults["csv/subject.csv"].found == "no such file"
    assert faults["jsonl/extra.jsonl"] == Fault(
        "jsonl/extra.jsonl", "no file that manifest.json does not list", "this file"
    )
    assert faults["csv/membership.csv"].expected == f"{was.bytes:,} bytes with SHA-256 {was.sha256}"
    assert faults["csv/membership.csv"].found.startswith(f"{was.bytes:,} bytes with SHA-256 ")


def test_a_manifest_changed_along_with_its_file_is_found(first, tmp_path) -> None:
    copy = _damaged(first, tmp_path)
    (copy / "README.txt").write_text("other", encoding="utf-8")
    manifest = json.loads((copy / NAME).read_text(encoding="utf-8"))
    line = next(file for file in manifest["files"] if file["path"] == "README.txt")
    line["sha256"], line["bytes"] = "d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa", 5
    (copy / NAME).write_text(json.dumps(manifest), encoding="utf-8")
    assert [fault.file for fault in verify(copy).faults] == [NAME]


def test_the_command_says_each_fault_and_ends_with_one(first, tmp_path) -> None:
    run = CliRunner().invoke
    assert run(app, ["verify", str(first)]).exit_code == 0
    copy = _damaged(first, tmp_path)
    (copy / "LICENSE").unlink()
    result = run(app, ["verify", str(copy)])
    assert result.exit_code == 1
    assert "LICENSE: expected " in result.stdout
    assert result.stdout.splitlines()[0].endswith("found no such file")
    assert json.loads(run(app, ["verify", str(copy), "--json"]).stdout)["faults"][0]["file"] == "LICENSE"


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"files": [{"path": "../x", "bytes": 1, "sha256": "a"}]}'])
def test_a_folder_without_a_manifest_that_can_be_read_is_refused(tmp_path, text) -> None:
    with pytest.raises(
        DamagedRelease, match=r"manifest\.json: expected the manifest of an export or release, found no"
    ):
        verify(tmp_path)
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(DamagedRelease, match="expected the manifest of an export or release"):
        verify(tmp_path)


def test_a_damaged_earlier_release_is_not_compared_with(small, first, tmp_path) -> None:
    copy = _damaged(first, tmp_path)
    (copy / "parquet" / "vote.parquet").write_bytes(b"PAR1")
    with pytest.raises(DamagedRelease, match=r"vote\.parquet: expected .* found 4 bytes"):
        release(small, tmp_path / "out", copy)
    assert not (tmp_path / "out").exists()


def test_schema_changes_are_said_in_words() -> None:
    text, number = {"type": "VARCHAR", "may_be_none": False}, {"type": "INTEGER", "may_be_none": True}
    old = {"a": {"key": ["x"], "columns": {"x": text, "y": text}}, "gone": {"key": ["x"], "columns": {"x": text}}}
    new = {"a": {"key": ["x", "z"], "columns": {"x": number, "z": text}}, "b": {"key": ["x"], "columns": {"x": text}}}
    assert [change.text for change in schema_changes(old, new)] == [
        "Rows of a were unique by x, and are now so by x, z.",
        "The column x of a was varchar and is now integer or none.",
        "a no longer has the column y (varchar).",
        "a has the new column z (varchar).",
        "The table b is new, with the columns x.",
        "The table gone is gone.",
    ]
