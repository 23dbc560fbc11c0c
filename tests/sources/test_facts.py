"""Reading the facts whole: what must hold between tables, each break named with file, row and column."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.sources.facts import TABLES, read_facts
from onrecord.sources.facts_carried import CARRIED
from onrecord.vocabulary.errors import DamagedFact

Damage = Callable[[str, int, str, str], Path]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def refusal(folder: Path) -> DamagedFact:
    with pytest.raises(DamagedFact) as raised:
        read_facts(folder)
    return raised.value


def test_every_row_of_every_table_is_read(few_facts: Path) -> None:
    facts = read_facts(few_facts)
    for name, table in TABLES.items():
        assert len(getattr(facts, name)) == len(rows_of(few_facts / table.path)), name
    for name, table in CARRIED.items():
        assert len(facts.carried[name]) == len(rows_of(few_facts / table.path)), name


def test_every_table_in_the_folder_is_one_that_is_read(facts_folder: Path) -> None:
    found = {path.relative_to(facts_folder).as_posix() for path in facts_folder.rglob("*.csv")}
    assert found == {table.path for table in (*TABLES.values(), *CARRIED.values())}


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "expected"),
    [
        ("membership.csv", 2, "source_id", "s9999", "a source_id of sources.csv"),
        ("hrc/catalogue_totals.csv", 3, "source_id", "s9999", "a source_id of sources.csv"),
        ("membership.csv", 2, "state", "QQQ", "an ISO 3166 alpha-3 code of states/states.csv"),
        ("states/groups.csv", 5, "iso3", "XXX", "an ISO 3166 alpha-3 code of states/states.csv"),
        ("hrc/corrections_positions.csv", 2, "state", "ZZZ", "an ISO 3166 alpha-3 code of states/states.csv"),
        ("hrc/rollcalls.csv", 9, "session", "62", "a session of hrc/sessions.csv"),
        ("hrc/rollcalls_added.csv", 2, "session", "S-99", "a session of hrc/sessions.csv"),
        ("hrc/catalogue_totals.csv", 2, "rollcall_id", "hrc-res-99-1",
         "a rollcall_id of hrc/rollcalls.csv or rollcalls_added.csv"),
        ("hrc/corrections_rollcalls.csv", 2, "rollcall_id", "ga-3",
         "a rollcall_id of hrc/rollcalls.csv or rollcalls_added.csv"),
        ("ga/positions.csv", 2, "rollcall_id", "hrc-res-1-2", "a rollcall_id of ga/rollcalls.csv"),
        ("hrc/rollcalls_added.csv", 9, "same_vote_as", "hrc-26-l-99", "a rollcall_id of hrc/rollcalls.csv"),
        ("situations/terms.csv", 2, "subject", "XYZ", "a subject of situations/subjects.csv"),
        ("situations/readings.csv", 3, "subjects", "XYZ", "subjects of situations/subjects.csv, or none"),
        ("hrc/adopted_without_vote.csv", 4, "symbol", "A/HRC/PRST/12/1",
         "the symbol of a resolution or decision in standard form"),
        ("hrc/second_witness_tallies.csv", 2, "symbol", "A/HRC/RES/12/99", "the symbol of a roll call"),
        ("hrc/corrections_rollcalls.csv", 2, "corrected", "stands", "one of stand, withdrawn"),
        ("hrc/corrections_positions.csv", 2, "corrected", "against", "one of yes, no, abstain, absent"),
        ("hrc/corrections_positions.csv", 2, "recorded", "yes", "the position listed for ALB in hrc-res-34-3: abstain"),
        ("hrc/corrections_positions.csv", 2, "confidence", "3", "0, 1 or 2"),
        ("membership.csv", 2, "confidence", "3", "0, 1 or 2"),
    ],
)  # fmt: skip
def test_names_the_cell_that_does_not_fit_the_other_tables(
    damaged: Damage, table: str, row: int, column: str, value: str, expected: str
) -> None:
    error = refusal(damaged(table, row, column, value))
    assert error.place == f"facts/{table} row {row}, column {column}"
    assert error.expected == expected
    assert value in error.found


def test_an_unknown_state_in_a_list_of_positions_is_named(damaged: Damage, few_facts: Path) -> None:
    listed = rows_of(few_facts / "hrc/positions.csv")[4]["yes"]
    error = refusal(damaged("hrc/positions.csv", 6, "yes", listed + " QQQ"))
    assert (error.place, error.found) == ("facts/hrc/positions.csv row 6, column yes", "QQQ")


@pytest.mark.parametrize("table", ["hrc/positions.csv", "ga/positions.csv"])
def test_a_state_with_two_positions_in_one_vote_is_damage(damaged: Damage, few_facts: Path, table: str) -> None:
    row = rows_of(few_facts / table)[4]
    twice = row["no"].split()[0]
    error = refusal(damaged(table, 6, "yes", f"{row['yes']} {twice}"))
    assert (error.place, error.expected, error.found) == (f"facts/{table} row 6", "each state once", f"twice: {twice}")


@pytest.mark.parametrize(
    ("table", "column"),
    [("sources.csv", "source_id"), ("states/states.csv", "iso3"), ("hrc/rollcalls.csv", "rollcall_id")],
)
def test_a_key_used_twice_names_both_rows(damaged: Damage, few_facts: Path, table: str, column: str) -> None:
    first = rows_of(few_facts / table)[0][column]
    error = refusal(damaged(table, 7, column, first))
    assert (error.place, error.found) == (f"facts/{table} row 7", f"{first!r}, already in row 2")


@pytest.mark.parametrize("folder", ["hrc", "ga"])
def test_a_roll_call_without_its_row_of_positions_is_damage(damaged: Damage, few_facts: Path, folder: str) -> None:
    copy = damaged("sources.csv", 2, "title", "as it was")
    path = copy / folder / "positions.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    gone = lines.pop(3).split(",")[0]
    path.write_text("".join(lines), encoding="utf-8")
    error = refusal(copy)
    assert (error.place, error.found) == (f"facts/{folder}/rollcalls.csv row 4", f"none for {gone}")


def test_a_table_that_is_missing_is_named(damaged: Damage) -> None:
    copy = damaged("sources.csv", 2, "title", "as it was")
    (copy / "hrc" / "sessions.csv").unlink()
    error = refusal(copy)
    assert (error.place, error.found) == ("facts/hrc/sessions.csv", "no such file")


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere").place == str(tmp_path / "nowhere")
