"""Building the record: the same bytes every time, nothing half done, every row described and cited."""

import csv
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.record.build import FORMAT, MANIFEST, build
from onrecord.record.parquet import write_table
from onrecord.record.schema import TABLES, SourceTable
from onrecord.record.store import Record
from onrecord.vocabulary.errors import DamagedFact, OnRecordError, RecordMissing

Damage = Callable[[str, int, str, str], Path]

AGAIN = "from pathlib import Path; from onrecord.record.build import build; import sys; build(*map(Path, sys.argv[1:]))"


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def few_built(few_facts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("few-built") / "record"
    build(few_facts, folder)
    return folder


def test_two_builds_give_the_same_bytes_in_another_process_and_place(
    few_facts: Path, few_built: Path, tmp_path: Path
) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    command = [sys.executable, "-c", AGAIN, str(few_facts), str(tmp_path / "elsewhere" / "again")]
    subprocess.run(command, check=True, env=environment)
    assert bytes_of(tmp_path / "elsewhere" / "again") == bytes_of(few_built)


def test_a_damaged_fact_leaves_the_record_that_was_there_and_nothing_else(damaged: Damage, tmp_path: Path) -> None:
    out = tmp_path / "place" / "record"
    out.mkdir(parents=True)
    (out / MANIFEST).write_text("{}", encoding="utf-8")
    (out / "vote.parquet").write_bytes(b"as it was")
    before = bytes_of(out)
    with pytest.raises(DamagedFact):
        build(damaged("membership.csv", 2, "term_start", "soon"), out)
    assert bytes_of(out) == before
    assert [path.name for path in out.parent.iterdir()] == ["record"]


def test_a_build_that_fails_while_writing_leaves_the_record_that_was_there(
    few_facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "place" / "record"
    out.mkdir(parents=True)
    (out / MANIFEST).write_text("{}", encoding="utf-8")

    def full(*_: object) -> int:
        raise OSError("no space left on device")

    monkeypatch.setattr("onrecord.record.build.write_table", full)
    with pytest.raises(OSError, match="no space"):
        build(few_facts, out)
    assert bytes_of(out) == {MANIFEST: b"{}"}
    assert [path.name for path in out.parent.iterdir()] == ["record"]


def test_a_record_is_replaced_by_the_new_one_whole(few_facts: Path, few_built: Path, tmp_path: Path) -> None:
    out = tmp_path / "record"
    out.mkdir()
    (out / MANIFEST).write_text('{"format": 0}', encoding="utf-8")
    (out / "of_an_older_format.parquet").write_bytes(b"")
    build(few_facts, out)
    assert bytes_of(out) == bytes_of(few_built)


@pytest.mark.parametrize("files", [("thesis.txt",), ("thesis.txt", MANIFEST), ("data.parquet",)])
def test_a_folder_of_other_files_is_never_overwritten(few_facts: Path, tmp_path: Path, files: tuple[str, ...]) -> None:
    out = tmp_path / "mine"
    out.mkdir()
    for name in files:
        (out / name).write_text("mine", encoding="utf-8")
    with pytest.raises(OnRecordError, match="mine: expected"):
        build(few_facts, out)
    assert bytes_of(out) == dict.fromkeys(files, b"mine")


def test_a_file_in_the_place_of_the_record_is_never_overwritten(few_facts: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine"
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(OnRecordError, match="found other files"):
        build(few_facts, out)
    assert out.read_text(encoding="utf-8") == "mine"


def test_the_manifest_counts_and_signs_every_table(record: Record, built: Path) -> None:
    manifest = json.loads((built / MANIFEST).read_text(encoding="utf-8"))
    assert (manifest["format"], set(manifest["tables"])) == (FORMAT, set(TABLES))
    assert {path.stem for path in built.glob("*.parquet")} == set(TABLES)
    for name, said in manifest["tables"].items():
        ((rows,),) = record.tuples(f"SELECT count(*) FROM {name}")
        digest = hashlib.sha256((built / f"{name}.parquet").read_bytes()).hexdigest()
        assert (said["rows"], said["sha256"]) == (rows, digest), name


def test_every_column_is_described_and_of_the_type_described(record: Record) -> None:
    for name, table in TABLES.items():
        described = {column: kind for column, (kind, _, _) in table.columns.items()}
        assert {column: kind for column, kind, *_ in record.tuples(f"DESCRIBE {name}")} == described
        assert all(text.strip() for _, _, text in table.columns.values()), name
        assert (table.row_type.__doc__ or "").strip(), name


def test_a_column_said_always_to_have_a_value_has_one(record: Record) -> None:
    for name, table in TABLES.items():
        for column, (_, may_be_none, _) in table.columns.items():
            ((empty,),) = record.tuples(f"SELECT count(*) FROM {name} WHERE {column} IS NULL")
            assert may_be_none or not empty, f"{name}.{column}"


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if "source_id" in table.columns])
def test_every_citation_leads_to_a_source(record: Record, name: str) -> None:
    lost = record.tuples(
        f"SELECT DISTINCT source_id FROM {name} WHERE source_id IS NOT NULL"
        " AND source_id NOT IN (SELECT source_id FROM source)"
    )
    assert lost == []


@pytest.mark.parametrize("name", TABLES)
def test_every_key_stands_for_one_row(record: Record, name: str) -> None:
    key = ", ".join(TABLES[name].order)
    assert record.tuples(f"SELECT {key} FROM {name} GROUP BY ALL HAVING count(*) > 1") == []


def test_a_table_with_one_key_twice_is_not_written(tmp_path: Path) -> None:
    rows = [SourceTable("s1", "one", None), SourceTable("s1", "two", None)]
    with pytest.raises(DamagedFact, match=r"table source: expected one row for each source_id.*s1"):
        write_table("source", TABLES["source"], rows, tmp_path)


def test_words_come_back_from_a_table_as_they_went_in(tmp_path: Path) -> None:
    titles = ['He said "no"', "two\nlines", "a, b", " spaced ", "Côte d’Ivoire", "NULL", "back\\slash"]
    rows = [SourceTable(f"s{n}", title, None) for n, title in enumerate(titles)]
    write_table("source", TABLES["source"], rows, tmp_path)
    import duckdb

    with duckdb.connect() as connection:
        found = connection.execute(f"SELECT title, url FROM '{tmp_path}/source.parquet' ORDER BY source_id").fetchall()
    assert found == [(title, None) for title in titles]


def test_texts_roll_calls_and_votes_belong_together(record: Record) -> None:
    for orphans in (
        "SELECT rollcall_id FROM vote WHERE rollcall_id NOT IN (SELECT rollcall_id FROM rollcall)",
        "SELECT rollcall_id FROM rollcall WHERE body = 'HRC' AND text_id NOT IN (SELECT text_id FROM text)",
        "SELECT parent_id FROM text WHERE parent_id NOT IN (SELECT text_id FROM text)",
        "SELECT state FROM vote WHERE state NOT IN (SELECT iso3 FROM state)",
        "SELECT subject FROM situation WHERE subject NOT IN (SELECT subject FROM subject)",
        "SELECT slug FROM rollcall GROUP BY slug HAVING count(*) > 1",
    ):
        assert record.tuples(orphans) == [], orphans


def test_where_no_one_is_set_aside_the_figures_used_are_those_of_the_positions(record: Record) -> None:
    apart = record.tuples(
        "SELECT rollcall_id FROM rollcall JOIN vote USING (rollcall_id)"
        " WHERE body = 'HRC' AND tally_witness = 'positions listed' GROUP BY rollcall_id, yes, no, abstain, absent"
        " HAVING count(*) FILTER (position IS NULL AND listed <> 'absent') = 0 AND (yes, no, abstain, absent) <>"
        " (count(*) FILTER (position = 'yes'), count(*) FILTER (position = 'no'),"
        " count(*) FILTER (position = 'abstain'), count(*) FILTER (position = 'absent'))"
    )
    assert apart == []


def test_a_record_of_another_format_is_not_opened(few_built: Path, tmp_path: Path) -> None:
    manifest = json.loads((few_built / MANIFEST).read_text(encoding="utf-8"))
    (tmp_path / MANIFEST).write_text(json.dumps({**manifest, "format": FORMAT + 1}), encoding="utf-8")
    with pytest.raises(RecordMissing, match=f"expected a record of format {FORMAT}, found {FORMAT + 1}"):
        Record(tmp_path)


def test_an_empty_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordMissing, match="onrecord build"):
        Record(tmp_path)


def test_what_is_only_remembered_or_guessed_is_not_published(record: Record, facts_folder: Path) -> None:
    with (facts_folder / "hrc" / "corrections_positions.csv").open(encoding="utf-8", newline="") as handle:
        leads = [row for row in csv.DictReader(handle) if row["confidence"] == "0" and row["state"]]
    assert len(leads) > 5
    assert record.tuples("SELECT * FROM correction WHERE confidence = 0 AND state IS NOT NULL") == []
    assert record.tuples("SELECT * FROM correction WHERE confidence = 0 AND applied") == []
    for lead in leads:
        asked = [lead["rollcall_id"], lead["state"]]
        ((position, listed, correction),) = record.tuples(
            "SELECT position, listed, correction_id FROM vote WHERE rollcall_id = ? AND state = ?", asked
        )
        assert (position, listed, correction) == (lead["recorded"], lead["recorded"], None)


def test_a_vote_known_in_part_has_the_named_positions_and_no_others(record: Record) -> None:
    positions = record.tuples("SELECT position, count(*) FROM vote WHERE rollcall_id = 'hrc-48-l-11' GROUP BY position")
    assert dict(positions) == {"yes": 9, "no": 12, "abstain": 2, "absent": 1}
    ((figures, status),) = record.tuples(
        "SELECT (yes, no, abstain), list_status FROM rollcall WHERE rollcall_id = 'hrc-48-l-11'"
    )
    assert (figures, status) == ((18, 21, 7), "partial")


def test_positions_found_in_a_second_account_cite_that_account(record: Record) -> None:
    ((title,),) = record.tuples(
        "SELECT source.title FROM rollcall JOIN source USING (source_id) WHERE rollcall_id = 'hrc-15-l-35'"
    )
    ((library,),) = record.tuples(
        "SELECT source.title FROM rollcall JOIN source USING (source_id) WHERE rollcall_id = 'hrc-res-15-1'"
    )
    assert title != library


def test_the_catalogue_s_item_is_kept_beside_the_corrected_one(record: Record) -> None:
    ((read, listed, basis),) = record.tuples(
        "SELECT agenda_item, listed_agenda_item, item_basis FROM text WHERE text_id = 'A/HRC/18/L.34'"
    )
    assert (read, listed) == ("3", "5")
    assert "19th session" in basis
