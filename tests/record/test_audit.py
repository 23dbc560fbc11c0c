"""The audit of the real facts: what was found by eye must be found by rule, and what became of it said."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from onrecord.record.store import Record

KNOWN = Path(__file__).with_name("known_faults.csv")

BY_RULE: dict[str, tuple[str, ...]] = {
    "positions of another text": ("list of another vote",),
    "title or positions doubtful": ("list of another vote",),
    "no positions": ("no positions",),
    "motion": ("motion read as an amendment",),
    "wrong voter": ("voter was not a member", "member without a position"),
    "wrong voters": ("voter was not a member", "member without a position"),
    "missing voter": ("member without a position",),
    "positions contradict totals": (
        "positions contradict the catalogue total",
        "positions contradict the adoption note",
        "total columns transposed",
    ),
    "title or subject": ("title and subject apart",),
    "symbol": ("symbol not in standard form",),
    "agenda item": ("agenda item",),
    "direction": ("direction",),
    "year": ("listed under another year",),
}
"""Faults as noted by eye, each with every rule that must find it."""

OF_TITLES = {"title repeated", "title is an agenda heading", "title damaged"}


def known_faults() -> list[tuple[str, str]]:
    with KNOWN.open(encoding="utf-8", newline="") as handle:
        return [(row["symbol"], row["fault"]) for row in csv.DictReader(handle)]


def rules_at(record: Record, symbol: str) -> set[str]:
    rows = record.tuples("SELECT rule FROM finding WHERE place = $symbol OR text_id = $symbol", {"symbol": symbol})
    return {rule for (rule,) in rows}


@pytest.mark.parametrize(("symbol", "fault"), known_faults())
def test_finds_by_rule_what_was_found_by_eye(record: Record, symbol: str, fault: str) -> None:
    found = rules_at(record, symbol)
    if fault == "title":
        assert found & OF_TITLES
    else:
        assert found >= set(BY_RULE[fault])


@pytest.mark.parametrize(
    ("symbol", "became"),
    [
        ("A/HRC/15/L.35", "the vote took place: adopted, 25-19-3-0"),
        ("A/HRC/50/L.40", "the vote took place: rejected, 14-22-9-2"),
        ("A/HRC/18/L.33", "no vote took place: not put to the vote"),
        ("A/HRC/19/L.42", "no vote took place: adopted without a vote"),
        ("A/HRC/29/L.39", "no vote took place: accepted by the sponsor"),
        ("A/HRC/RES/56/18", "no vote took place: adopted without a vote"),
        ("A/HRC/RES/56/20", "no vote took place: adopted without a vote"),
        ("A/HRC/RES/56/21", "no vote took place: adopted without a vote"),
    ],
)
def test_says_what_became_of_each_vote_without_positions(record: Record, symbol: str, became: str) -> None:
    ((settled,),) = record.tuples("SELECT settled FROM finding WHERE rule = 'no positions' AND place = ?", [symbol])
    assert settled.startswith(became)


def test_finds_no_further_vote_without_positions(record: Record) -> None:
    assert record.tuples("SELECT count(*) FROM finding WHERE rule = 'no positions'") == [(8,)]


@pytest.mark.parametrize(
    ("symbol", "strangers", "missing"),
    [
        ("A/HRC/RES/16/31", {"SVN", "SWZ", "LBY"}, {"SVK", "CHE"}),
        ("A/HRC/50/L.48", {"DZA"}, {"ARG"}),
        ("A/HRC/33/L.34", {"BRA", "EGY", "HRV", "HUN", "IRQ", "JPN", "RWA", "TUN", "USA"},
         {"DZA", "FRA", "MAR", "MDV", "MEX", "MKD", "NAM", "RUS", "VNM"}),
        ("A/HRC/33/L.35", {"BRA", "EGY", "HRV", "HUN", "IRQ", "JPN", "RWA", "TUN", "USA"},
         {"DZA", "FRA", "MAR", "MDV", "MEX", "MKD", "NAM", "RUS", "VNM"}),
    ],
)  # fmt: skip
def test_names_voters_without_a_seat_and_members_left_out(
    record: Record, symbol: str, strangers: set[str], missing: set[str]
) -> None:
    found = dict(record.tuples("SELECT rule, found FROM finding WHERE place = ?", [symbol]))
    assert set(found["voter was not a member"].removeprefix("not members: ").split()) == strangers
    assert set(found["member without a position"].removeprefix("not listed: ").split()) == missing


def test_finds_every_conflict_with_the_catalogue_s_totals(record: Record, facts_folder: Path) -> None:
    with (facts_folder / "hrc" / "catalogue_totals.csv").open(encoding="utf-8", newline="") as handle:
        listed = {row["rollcall_id"] for row in csv.DictReader(handle)}
    rows = record.tuples("SELECT rollcall_id FROM finding WHERE rule = 'positions contradict the catalogue total'")
    assert (len(rows), {rollcall for (rollcall,) in rows}) == (131, listed)


def test_finds_every_conflict_with_the_adoption_notes(record: Record, facts_folder: Path) -> None:
    rows = record.tuples("SELECT place FROM finding WHERE rule = 'positions contradict the adoption note'")
    hrc = facts_folder / "hrc"
    with (hrc / "rollcalls.csv").open(encoding="utf-8", newline="") as handle:
        symbols = {row["rollcall_id"]: row["symbol"] for row in csv.DictReader(handle)}
    with (hrc / "positions.csv").open(encoding="utf-8", newline="") as handle:
        listed = {
            symbols[row["rollcall_id"]]: tuple(len(row[p].split()) for p in ("yes", "no", "abstain"))
            for row in csv.DictReader(handle)
        }
    with (hrc / "second_witness_tallies.csv").open(encoding="utf-8", newline="") as handle:
        notes = {
            row["symbol"]: (int(row["yes"]), int(row["no"]), int(row["abstain"])) for row in csv.DictReader(handle)
        }
    assert {place for (place,) in rows} == {symbol for symbol, tally in notes.items() if listed[symbol] != tally}
    assert len(rows) == 12


def test_sixteen_noes_read_as_abstentions_are_severe(record: Record) -> None:
    rows = record.tuples(
        "SELECT severity, apart, yes, no, abstain FROM rollcall WHERE symbol = 'A/HRC/RES/34/3'"
    ) + record.tuples(
        "SELECT DISTINCT severity, 16, 31, 16, 0 FROM finding"
        " WHERE place = 'A/HRC/RES/34/3' AND rule LIKE 'positions contradict%'"
    )
    assert rows == [("severe", 16, 31, 16, 0)] * 2
    assert record.tuples(
        "SELECT listed, position, count(*) FROM vote"
        " WHERE rollcall_id = 'hrc-res-34-3' AND listed <> 'yes' GROUP BY ALL"
    ) == [("abstain", "no", 16)]


def test_a_tally_of_more_votes_than_seats_is_not_believed(record: Record) -> None:
    rows = record.tuples(
        "SELECT place, found FROM finding WHERE rule = 'total does not add up' AND found LIKE '%note%'"
    )
    assert sorted(rows) == [
        ("A/HRC/RES/14/3", "31-14-3 (adoption note) adds up to 48"),
        ("A/HRC/RES/16/3", "24-21-7 (adoption note) adds up to 52"),
    ]


def test_pasted_lists_are_those_withdrawn_or_shown_as_open(record: Record) -> None:
    rows = record.tuples(
        "SELECT place, positions_rule FROM finding JOIN rollcall USING (rollcall_id)"
        " WHERE rule = 'list of another vote'"
    )
    kept = [place for place, rule in rows if not rule.startswith("withdrawn")]
    assert (len(rows), kept) == (17, ["A/HRC/27/L.44"])
    ((withdrawn,),) = record.tuples("SELECT count(*) FROM rollcall WHERE positions_rule LIKE 'withdrawn%'")
    assert withdrawn == 16


def test_every_finding_says_what_was_expected_found_and_done(record: Record) -> None:
    assert record.tuples("SELECT finding_id FROM finding WHERE trim(expected) = '' OR trim(found) = ''") == []
    assert record.tuples("SELECT finding_id FROM finding WHERE trim(settled) = '' OR expected = found") == []


def test_no_single_fault_is_reported_twice_by_one_rule(record: Record) -> None:
    rows = record.tuples("SELECT rule, place, coalesce(state, ''), found FROM finding")
    assert [row for row, n in Counter(rows).items() if n > 1] == []
