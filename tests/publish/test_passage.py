"""`onrecord cite DOCUMENT --at PLACE`: the words to cite, the lines around them, what was read there."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.publish.cli import app
from onrecord.record.archive.documents import Archive
from onrecord.vocabulary.errors import NotInVocabulary

REPORT = """Report of the Human Rights Council on its seventh session
A/HRC/7/78
1. The session was opened on 3 March 2008.
218. A recorded vote was taken on draft resolution A/HRC/7/L.9. The draft resolution was adopted, by 2 votes to 1,
with no abstentions. The voting was as follows:
In favour: Angola, Azerbaijan;
Against: Canada.
219. The meeting rose.
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path / "home"))
    (tmp_path / "report.txt").write_text(REPORT)
    run("read", str(tmp_path / "report.txt"), "--no-build", "--from", "https://example.org/r")
    return tmp_path / "home"


def run(*arguments: str) -> str:
    done = CliRunner(env={"COLUMNS": "200"}).invoke(app, arguments)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.stderr
    return done.stdout


def test_a_place_is_shown_with_the_lines_around_it_and_what_was_read_there(home: Path) -> None:
    (document,) = Archive(home).documents()
    out = run("cite", document.short, "--at", "row 7")
    assert "“Canada”" in out
    assert f"SHA-256 {document.sha256}" in out
    assert "> row 7  Against: Canada." in out
    assert "  row 6  In favour: Angola, Azerbaijan;" in out
    assert "CAN on A/HRC/7/L.9: no" in out


def test_a_place_where_nothing_was_read_is_shown_all_the_same(home: Path) -> None:
    out = run("cite", "report.txt", "--at", "row 3")
    assert "“1. The session was opened on 3 March 2008.”" in out
    assert "Read there" not in out


def test_as_json_it_is_one_object(home: Path) -> None:
    told = json.loads(run("cite", "report.txt", "--at", "row 7", "--json"))
    assert told["said"][0]["printed"] == "Canada"
    assert told["said"][0]["cited_as"]["symbol"] == "A/HRC/7/L.9"
    assert [line["asked"] for line in told["lines"]].count(True) == 1


@pytest.mark.parametrize(("document", "at"), [("report.txt", "row 999"), ("report.txt", "95.42"), ("nothing", "row 7")])
def test_what_is_not_there_is_told(home: Path, document: str, at: str) -> None:
    with pytest.raises(NotInVocabulary):
        run("cite", document, "--at", at)


@pytest.mark.skipif("ONRECORD_SHARED" not in os.environ, reason="real documents are not in the repository")
def test_a_real_recommendation_is_cited_by_its_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path / "home"))
    run("read", str(Path(os.environ["ONRECORD_SHARED"], "samples", "kazakhstan2010.pdf")), "--no-build")
    out = run("cite", "A/HRC/14/10", "--at", "95.42")
    assert "A/HRC/14/10, page 17, paragraph 95.42, row 732: “42. To establish torture as a serious crime" in out
    assert "https://undocs.org/en/A/HRC/14/10" in out
    assert "> page 17, row 734  Torture (Australia);" in out
