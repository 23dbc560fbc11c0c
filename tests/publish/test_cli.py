"""The command line: what each command shows, its JSON and CSV, and how it says what is wrong."""

import csv
import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from onrecord.publish.cli import app, main

FACTS = Path(__file__).parents[2] / "facts"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run the command line as a shell would; return exit code, standard output and standard error."""

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["onrecord", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return int(ended.value.code or 0), captured.out, captured.err

    return call


def from_json(run, *arguments: str) -> dict:
    code, out, err = run(*arguments, "--json")
    assert code == 0, err
    return json.loads(out)


KAZ_2014 = {
    ("25/1", "LKA", "abstain"), ("25/23", "SYR", "abstain"), ("26/23", "SYR", "abstain"), ("27/16", "SYR", "abstain"),
    ("25/24", "IRN", "no"), ("25/25", "PRK", "yes"), ("26/25", "BLR", "no"), ("26/30", "UKR", "abstain"),
    ("25/27", "PSE", "yes"), ("25/28", "PSE", "yes"), ("25/29", "PSE", "yes"), ("25/30", "PSE", "yes"),
    ("S-21/1", "PSE", "yes"), ("25/31", "PSE", "yes"),
}  # fmt: skip
KAZ_2013 = {
    ("22/1", "LKA", "abstain"), ("22/24", "SYR", "abstain"), ("23/26", "SYR", "abstain"), ("24/22", "SYR", "abstain"),
    ("22/23", "IRN", "absent"), ("23/1", "SYR", "absent"), ("23/15", "BLR", "no"),
    ("22/17", "PSE", "yes"), ("22/25", "PSE", "yes"), ("22/26", "PSE", "yes"), ("22/27", "PSE", "yes"),
    ("22/28", "PSE", "yes"), ("22/29", "PSE", "yes"),
}  # fmt: skip


@pytest.mark.parametrize(("year", "expected"), [(2014, KAZ_2014), (2013, KAZ_2013)])
def test_a_states_year_lists_exactly_its_country_situations(run, year: int, expected: set) -> None:
    view = from_json(run, "state", "KAZ", "--year", str(year))
    lines = view["country_situations"]
    found = {
        (line["symbol"].removeprefix("A/HRC/RES/"), " ".join(line["situations"]), line["position"]) for line in lines
    }
    assert found == expected
    assert len(lines) == len(expected)
    wanted = {"symbol", "date", "title", "situations", "agenda_item", "kind", "position", "status", "cite"}
    assert all(wanted | {"yes", "no", "abstain", "absent"} <= set(line) for line in lines)
    assert all(line["cite"]["url"] == f"https://undocs.org/en/{line['symbol']}" for line in lines)


def test_shifts_name_iran_in_2014(run) -> None:
    shifts = from_json(run, "state", "KAZ", "--year", "2014")["shifts"]
    assert [shift["text"] for shift in shifts] == ["Iran: absent 2013 → against 2014"]


@pytest.mark.parametrize(("state", "year"), [("KAZ", 2017), ("Norway", 2014), ("USA", 2019), ("Russia", 2024)])
def test_a_year_outside_membership_is_said_and_not_scored(run, state: str, year: int) -> None:
    view = from_json(run, "state", state, "--year", str(year))
    assert view["membership"]["status"] == "not a member"
    assert "was not a member" in view["membership"]["sentence"]
    assert view["country_situations"] == view["figures"] == view["situations"] == view["shifts"] == []
    assert view["selectivity"] is None


def test_a_year_of_suspension_is_part_of_a_year(run) -> None:
    view = from_json(run, "state", "Libya", "--year", "2011")
    assert view["membership"]["status"] == "member for part of the year"
    symbols = {line["symbol"] for line in view["country_situations"]}
    assert "A/HRC/RES/17/24" not in symbols, "Libya was suspended when 17/24 was voted on"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("state", "Kazakstn"), ("state", "Kazakstn", "Kazakhstan")),
        (("state", "KAZ", "--year", "1990"), ("year", "2006", "1990")),
        (("vote", "25/999"), ("25/999", "A/HRC/RES/25/9")),
        (("vote", "A/RES/72/50"), ("one vote", "ga-")),
        (("session", "S-99"), ("session", "S-99")),
        (("situation", "Narnia"), ("situation", "Narnia")),
        (("votes", "--position", "no"), ("a state", "position=no")),
        (("votes", "--kind", "poem"), ("resolution", "poem")),
        (("votes", "--item", "11"), ("agenda item", "11")),
        (("cite", "nothing-of-the-kind"), ("nothing-of-the-kind",)),
        (("audit", "--rule", "no such rule"), ("no such rule", "no positions")),
        (("state", "KAZ", "--record", "/nowhere"), ("/nowhere", "onrecord build")),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(run, arguments: tuple, words: tuple) -> None:
    code, out, err = run(*arguments)
    assert code == 2
    assert out == ""
    assert err.count("\n") == 1
    assert all(word in err for word in ("expected", "found", *words))


def test_every_command_has_help_and_stands_in_the_readme(run) -> None:
    readme = (FACTS.parent / "README.md").read_text(encoding="utf-8")
    for command in app.registered_commands:
        name = command.name or getattr(command.callback, "__name__", "").replace("_", "-")
        code, out, _ = run(name, "--help")
        assert code == 0
        assert (command.callback.__doc__ or "").split(":")[0].split(".")[0] in " ".join(out.split())
        assert f"onrecord {name}" in readme or f"make {name}" in readme, name


@pytest.mark.parametrize(
    "arguments",
    [
        ("state", "KAZ"), ("state", "KAZ", "--year", "2014"), ("vote", "34/3"), ("vote", "A/HRC/RES/26/1"),
        ("votes", "--state", "Cuba", "--year", "2024"), ("situation", "belarus"), ("session", "25"),
        ("cite", "25/24/KAZ"), ("audit", "--rule", "no positions"),
    ],
)  # fmt: skip
def test_text_and_json_come_from_the_same_view(run, arguments: tuple) -> None:
    code, text, _ = run(*arguments)
    view = from_json(run, *arguments)
    assert code == 0
    said = view.get("sentences") or [{"text": view.get("text") or str(view["n"])}]
    assert " ".join(said[0]["text"].split()) in " ".join(text.split())


def test_votes_as_csv_stand_alone_row_by_row(run) -> None:
    code, out, _ = run("votes", "--state", "KAZ", "--year", "2014", "--position", "no", "--csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert {row["symbol"] for row in rows} == {"A/HRC/RES/25/24", "A/HRC/RES/26/25"}
    assert all(row["date"] and row["title"] and row["document_url"] and row["source"] and row["link"] for row in rows)
    assert {(row["state"], row["position"]) for row in rows} == {("Kazakhstan", "no")}


def test_list_and_count_of_votes_agree(run) -> None:
    view = from_json(run, "votes", "--state", "France", "--situation", "PSE")
    assert view["n"] == len(view["votes"]) == sum(n for _, n in view["counts"])


def test_a_severe_conflict_is_marked_and_every_witness_shown(run) -> None:
    view = from_json(run, "vote", "34/3")
    assert (view["status"], view["severity"]) == ("sources conflict", "severe")
    assert {(w["witness"], w["yes"], w["no"], w["abstain"], w["used"]) for w in view["witnesses"]} == {
        ("positions listed", 31, 0, 16, False),
        ("catalogue total", 31, 16, 0, True),
        ("adoption note", 31, 16, 0, True),
    }
    belgium = next(s for g in view["groups"] for s in g["states"] if s["state"]["iso3"] == "BEL")
    assert (belgium["position"], belgium["listed"], belgium["correction_id"]) == ("no", "abstain", "c002")


def test_a_damaged_fact_stops_the_build_and_leaves_the_record_as_it_was(run, tmp_path: Path) -> None:
    facts, out = tmp_path / "facts", tmp_path / "record"
    shutil.copytree(FACTS, facts)
    path = facts / "membership.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[41] = lines[41].replace(",20", ",x20", 1)
    path.write_text("".join(lines), encoding="utf-8")
    code, _, err = run("build", "--facts", str(facts), "--out", str(out))
    assert code == 2
    assert "facts/membership.csv row 42, column term_start: expected a date as YYYY-MM-DD, found 'x20" in err
    assert not out.exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["facts"]
