"""A real year worked out again from facts/ with nothing but csv, against what the measures give."""

import csv
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from onrecord.measures.support import count, shares_of_members
from onrecord.record.ballots import of_year
from onrecord.record.store import Record
from onrecord.vocabulary.situations import Selection

APPLIED = "2"


def rows(facts: Path, name: str) -> list[dict[str, str]]:
    with (facts / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def is_member(terms: list[dict[str, str]], state: str, day: str) -> bool:
    return any(t["term_start"] <= day <= t["term_end"] for t in terms if t["state"] == state)


def votes_count_texts(facts: Path, year: int) -> list[dict[str, str]]:
    """Return the votes on whole texts on situations under items 1, 2, 4 and 10 and in special sessions."""
    subjects = {row["text_id"]: row["subjects"] for row in rows(facts, "situations/readings.csv")}
    items = {row["text_id"]: row["agenda_item"] for row in rows(facts, "hrc/agenda_item_readings.csv")}
    unsaid = {row["rollcall_id"] for row in rows(facts, "hrc/corrections_rollcalls.csv")
              if row["field"] == "vote taken" and row["corrected"] == "no"}  # fmt: skip
    return [
        row
        for row in rows(facts, "hrc/rollcalls.csv") + rows(facts, "hrc/rollcalls_added.csv")
        if date.fromisoformat(row["date"]).year == year
        and row["kind"] in ("resolution", "decision", "draft")
        and row["rollcall_id"] not in unsaid
        and subjects[row["symbol"]] != "none"
        and (row["session"].startswith("S-") or items.get(row["symbol"], row["agenda_item"]) in ("1", "2", "4", "10"))
    ]


def worked_out(facts: Path, year: int) -> dict[str, Counter]:
    """Return the positions of every member on those texts, counted by state."""
    texts = {row["rollcall_id"]: row["date"] for row in votes_count_texts(facts, year)}
    corrected = {(row["rollcall_id"], row["state"]): row["corrected"]
                 for row in rows(facts, "hrc/corrections_positions.csv") if row["confidence"] == APPLIED}  # fmt: skip
    terms = rows(facts, "membership.csv")
    found: dict[str, Counter] = defaultdict(Counter)
    for row in rows(facts, "hrc/positions.csv") + rows(facts, "hrc/rollcalls_added.csv"):
        for listed in ("yes", "no", "abstain", "absent") if row["rollcall_id"] in texts else ():
            for state in row[listed].split():
                if is_member(terms, state, texts[row["rollcall_id"]]):
                    found[state][corrected.get((row["rollcall_id"], state), listed)] += 1
    return found


@pytest.mark.parametrize("year", [2011, 2014, 2017, 2019, 2022])
def test_every_member_s_share_is_what_the_facts_give(record: Record, facts_folder: Path, year: int) -> None:
    expected = worked_out(facts_folder, year)
    selected = [b for b in of_year(record, year) if b.final and b.vote_taken and b.selected(Selection.VOTES_COUNT)]
    assert sorted(b.rollcall_id for b in selected) == sorted(
        row["rollcall_id"] for row in votes_count_texts(facts_folder, year)
    )
    assert len(selected) > 5
    assert shares_of_members(selected) == {s: n["yes"] / n.total() for s, n in expected.items()}
    for state, n in expected.items():
        counted = count(selected, state)
        assert (counted.yes, counted.no, counted.abstain, counted.absent) == (
            n["yes"], n["no"], n["abstain"], n["absent"],
        ), state  # fmt: skip


def test_no_state_without_a_seat_is_among_the_members_of_a_year(record: Record, facts_folder: Path) -> None:
    terms = rows(facts_folder, "membership.csv")
    for ballot in of_year(record, 2011):
        assert ballot.members == {t["state"] for t in terms if is_member(terms, t["state"], ballot.date.isoformat())}
