"""The data dictionary is the code's own words, whole, and every fact is cited."""

import csv
from pathlib import Path

import pytest

from onrecord.record.as_of import KNOWN
from onrecord.record.dictionary import dictionary
from onrecord.record.schema import TABLES

ROOT = Path(__file__).parents[2]
UNCITED = {"coverage", "finding", "situation", "subject", "vote"}
"""Tables made by the record itself: coded, audited or listed under a roll call that is cited."""


def test_the_dictionary_in_docs_is_the_one_the_code_writes() -> None:
    written = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert written == dictionary(), "`make dictionary` writes it anew"


@pytest.mark.parametrize("name", TABLES)
def test_every_table_and_column_is_documented(name: str) -> None:
    table = TABLES[name]
    assert len((table.row_type.__doc__ or "").split()) >= 4
    assert all(len(description) >= 3 for _, _, description in table.columns.values())


@pytest.mark.parametrize("name", TABLES)
def test_every_table_says_what_of_it_was_known_on_a_day(name: str) -> None:
    assert set(KNOWN[name].columns) <= set(TABLES[name].columns)


@pytest.mark.parametrize("name", sorted(set(TABLES) - UNCITED))
def test_every_row_of_a_table_cites_its_source(name: str, record) -> None:
    assert "source_id" in TABLES[name].columns
    ((uncited,),) = record.tuples(
        f"SELECT count(*) FROM {name} WHERE source_id IS NULL OR source_id NOT IN (SELECT source_id FROM source)"
    )
    assert uncited == 0


def test_every_row_of_facts_has_a_source() -> None:
    without = {"situations/subjects.csv", "situations/terms.csv", "situations/readings.csv"}
    for path in sorted((ROOT / "facts").rglob("*.csv")):
        name = path.relative_to(ROOT / "facts").as_posix()
        with path.open(encoding="utf-8", newline="") as handle:
            rows = csv.DictReader(handle)
            if name in without:
                continue
            assert all(row["source_id"] for row in rows), name
