"""The command ``correct``: entered with a reason and an author, shown in the record made anew, taken back."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.publish.cli import app
from onrecord.record import opened
from onrecord.record.archive import layered
from onrecord.record.archive.corrections import corrections_file, read_corrections
from onrecord.record.build import build

GIVEN = ["correct", "25/24", "KAZ", "yes", "--reason", "the screen shows it", "--author", "A. Reader"]


@pytest.fixture
def home(few_facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder over a shipped record that is quick to build."""
    shipped = tmp_path / "shipped"
    build(few_facts, shipped)
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(opened, "shipped_record", lambda: shipped)
    monkeypatch.setattr(layered, "own_facts", lambda: few_facts)
    return tmp_path / "home"


def _run(*arguments: str) -> dict:
    said = CliRunner().invoke(app, [*arguments, "--json"], catch_exceptions=False)
    assert said.exit_code == 0, said.output
    return json.loads(said.stdout)


def _kazakhstan() -> dict:
    view = _run("vote", "25/24")
    return next(s for group in view["groups"] for s in group["states"] if s["state"]["iso3"] == "KAZ")


def test_a_correction_is_entered_shown_and_taken_back(home: Path) -> None:
    assert _kazakhstan()["position"] == "no"
    entered = _run(*GIVEN)
    assert (entered["correction_id"], entered["listed"], entered["position"]) == ("u1", "no", "yes")
    held = _kazakhstan()
    assert (held["position"], held["listed"], held["rule"], held["correction_id"]) == ("yes", "no", "user", "u1")
    (shown,) = _run("vote", "25/24")["corrections"]
    assert shown["reason"].startswith("the screen shows it (A. Reader, ")
    again = CliRunner().invoke(app, GIVEN)
    assert again.exit_code == 1, "a second correction of one state in one vote"
    assert [row.correction_id for row in read_corrections(corrections_file(home))] == ["u1"]
    assert _run("correct", "--undo", "u1")["undone"] is True
    assert _kazakhstan()["position"] == "no"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["correct", "25/24", "KAZ", "maybe", "--reason", "r", "--author", "a"], "position"),
        (["correct", "25/24", "Zimbabwe", "no", "--reason", "r", "--author", "a"], "a position listed for ZWE"),
        (["correct", "25/24", "KAZ", "no", "--author", "a"], "reason"),
        (["correct", "25/24", "KAZ", "no", "--reason", "r"], "author"),
        (["correct", "25/24"], "a vote, a state and a position"),
        (["correct", "--undo", "u7"], "u7"),
    ],
)
def test_what_is_no_correction_is_not_entered(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path))
    found = CliRunner().invoke(app, arguments)
    assert found.exit_code != 0
    assert said in str(found.exception)
    assert not corrections_file(tmp_path).exists()
