"""The audit's rules are not hard-coded: faults invented here are found, and nothing is found without them."""

import csv
import shutil
from pathlib import Path

import pytest

from onrecord.record.audit import audit
from onrecord.record.rows import Prepared
from onrecord.record.schema import FindingTable
from onrecord.sources.facts import read_facts

CLEAN = tuple(f"hrc-res-43-{number}" for number in (15, 21, 24, 26, 28, 30, 31, 32))
"""Votes of 2020 on which nothing was found; each gets one fault."""

PASTED, PASTED_FROM, TRANSPOSED = "hrc-41-l-42", "hrc-res-40-3", "hrc-41-l-46"
"""Amendments of 2019 with a catalogue total, and a resolution of another session of that year."""

TABLES = {
    "hrc/positions.csv": "rollcall_id", "hrc/rollcalls.csv": "rollcall_id", "hrc/catalogue_totals.csv": "rollcall_id",
    "hrc/second_witness_tallies.csv": "symbol", "hrc/adopted_without_vote.csv": "symbol",
    "hrc/corrections_positions.csv": "correction_id", "ga/positions.csv": "rollcall_id", "membership.csv": "state",
}  # fmt: skip


class Tables:
    """A copy of the facts, its tables held as rows to change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows = {table: self._read(folder / table) for table in TABLES}

    def _read(self, path: Path) -> list[dict[str, str]]:
        with path.open(encoding="utf-8", newline="") as handle:
            return list(csv.DictReader(handle))

    def row(self, table: str, key: str, **more: str) -> dict[str, str]:
        wanted = {TABLES[table]: key, **more}
        (found,) = [row for row in self.rows[table] if wanted.items() <= row.items()]
        return found

    def write(self) -> None:
        for table, rows in self.rows.items():
            with (self.folder / table).open("w", encoding="utf-8", newline="") as handle:
                writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)


def put_faults_in(facts: Tables) -> None:
    stranger, empty, outcome, symbol, item, day, title, no_item = CLEAN
    voted = facts.row("hrc/positions.csv", stranger)
    voted["yes"] = voted["yes"].replace("ARG", "NZL")
    facts.row("hrc/positions.csv", empty).update(yes="", no="", abstain="", absent="")
    facts.row("hrc/rollcalls.csv", outcome)["outcome"] = "rejected"
    facts.row("hrc/rollcalls.csv", symbol)["catalogue_symbol"] = "A/HRC/RES43/26"
    facts.row("hrc/rollcalls.csv", item)["agenda_item"] = "11"
    facts.row("hrc/rollcalls.csv", day)["date"] = "2020-12-24"
    facts.row("hrc/rollcalls.csv", title)["title"] = "Human rights and the rule of law in the"
    facts.row("hrc/rollcalls.csv", no_item)["agenda_item"] = ""
    facts.row("hrc/rollcalls.csv", "hrc-res-s-21-1")["agenda_item"] = "7"
    other = facts.row("hrc/positions.csv", PASTED_FROM)
    facts.row("hrc/positions.csv", PASTED).update({p: other[p] for p in ("yes", "no", "abstain", "absent")})
    facts.row("hrc/catalogue_totals.csv", TRANSPOSED).update(yes="26", no="11", abstain="9", absent="1")
    facts.row("hrc/catalogue_totals.csv", "hrc-res-12-22")["abstain"] = "1"
    tally = facts.row("hrc/second_witness_tallies.csv", "A/HRC/RES/40/18")
    tally.update(yes=str(int(tally["yes"]) - 1), no=str(int(tally["no"]) + 1))
    facts.row("hrc/adopted_without_vote.csv", "A/HRC/RES/12/10")["listed_year"] = "2016"
    facts.row("hrc/corrections_positions.csv", "c038").update(rollcall_id="hrc-res-48-5", recorded="yes")
    facts.row("ga/positions.csv", "ga-5")["yes"] += " SSD"
    facts.row("membership.csv", "AFG", term_end="2020-12-31").update(end_reason="withdrew", term_end="2020-11-30")


@pytest.fixture(scope="module")
def before(prepared: Prepared) -> dict[str, FindingTable]:
    return {finding.finding_id: finding for finding in audit(prepared)}


@pytest.fixture(scope="module")
def new(
    few_facts: Path, before: dict[str, FindingTable], tmp_path_factory: pytest.TempPathFactory
) -> list[FindingTable]:
    """What the audit finds with the faults put in and did not find without."""
    folder = tmp_path_factory.mktemp("faulty") / "facts"
    shutil.copytree(few_facts, folder)
    facts = Tables(folder)
    put_faults_in(facts)
    facts.write()
    after = audit(Prepared(read_facts(folder)))
    assert len({finding.finding_id for finding in after}) == len(after)
    return [f for f in after if f.finding_id not in before or f.found != before[f.finding_id].found]


def found_by(new: list[FindingTable], rule: str, place: str) -> FindingTable:
    (finding,) = [f for f in new if (f.rule, f.place) == (rule, place)]
    return finding


def test_nothing_was_found_on_the_votes_that_faults_are_put_into(before: dict[str, FindingTable]) -> None:
    assert [f.finding_id for f in before.values() if f.rollcall_id in CLEAN] == []


@pytest.mark.parametrize(
    ("rule", "place", "words"),
    [
        ("voter was not a member", "A/HRC/RES/43/15", "not members: NZL"),
        ("no positions", "A/HRC/RES/43/21", "no state listed"),
        ("outcome differs from the list", "A/HRC/RES/43/24", "listed as rejected"),
        ("symbol not in standard form", "A/HRC/RES43/26", "A/HRC/RES43/26"),
        ("agenda item", "A/HRC/RES/43/28", "item 11"),
        ("day outside the session", "A/HRC/RES/43/30", "2020-12-24"),
        ("title damaged", "A/HRC/RES/43/31", "cut off: Human rights and the rule of law in the"),
        ("agenda item missing", "A/HRC/RES/43/32", "none"),
        ("agenda item", "A/HRC/RES/S-21/1", "item 7"),
        ("list of another vote", "A/HRC/41/L.42", "all 47 positions equal those of A/HRC/RES/40/3"),
        ("total columns transposed", "A/HRC/41/L.46", "26-11-9-1; as 11-26-9-1 it is 0 apart, not 15"),
        ("total does not add up", "A/HRC/RES/12/22", "32-14-1-1 (catalogue total) adds up to 48"),
        ("positions contradict the adoption note", "A/HRC/RES/40/18", "1 position apart"),
        ("listed under another year", "A/HRC/RES/12/10", "2016"),
        ("voter was not a member", "General Assembly votes of SSD", "1 positions from 1946"),
        ("seats filled", "membership from 2020-12-01", "46 members"),
    ],
)
def test_finds_the_fault_put_in(new: list[FindingTable], rule: str, place: str, words: str) -> None:
    assert words in found_by(new, rule, place).found


def test_finds_the_member_in_whose_place_a_stranger_stands(new: list[FindingTable]) -> None:
    assert found_by(new, "member without a position", "A/HRC/RES/43/15").state == "ARG"


def test_a_total_put_right_by_accident_is_no_longer_found_to_be_wrong(before, new: list[FindingTable]) -> None:
    assert "total-does-not-add-up/a/hrc/41/l.46" in before
    assert not [f for f in new if (f.rule, f.place) == ("total does not add up", "A/HRC/41/L.46")]


def test_a_seat_left_empty_is_said_whose_it_was(new: list[FindingTable]) -> None:
    finding = found_by(new, "seats filled", "membership from 2020-12-01")
    assert (finding.state, finding.settled.startswith("AFG withdrew")) == ("AFG", True)


def test_a_suspension_explains_the_empty_seat_over_the_next_change_of_terms(before: dict[str, FindingTable]) -> None:
    spans = [f for f in before.values() if f.rule == "seats filled" and f.place.startswith("membership from 2011")]
    assert len(spans) == 2
    assert all(f.state == "LBY" and f.settled.startswith("LBY suspended") for f in spans)


def test_two_findings_of_one_rule_at_one_place_keep_ids_of_their_own(new: list[FindingTable]) -> None:
    ids = {f.finding_id for f in new if f.rule == "position in doubt"}
    assert "position-in-doubt/a/hrc/res/48/5-2" in ids


def test_a_fault_in_one_vote_is_found_in_no_other(new: list[FindingTable]) -> None:
    touched = {*CLEAN, PASTED, PASTED_FROM, TRANSPOSED, "hrc-res-12-22", "hrc-res-40-18", "hrc-res-48-5", None}
    assert [f.finding_id for f in new if f.rollcall_id not in touched] == []
