"""The commands report, brief and letter: where the file goes, what is refused, and that nothing is half written."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.publish import cli
from onrecord.publish.commands import reports

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command as from a terminal in an empty folder: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["onrecord", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return run


def test_a_letter_is_written_into_a_file_named_for_what_it_is(run: Run, tmp_path: Path) -> None:
    code, out, err = run("letter", "KAZ", "--term", "2013-2015", "--format", "html")
    assert (code, out) == (0, "")
    assert "wrote onrecord-letter-kazakhstan-2013-2015.html" in err
    assert [one.name for one in tmp_path.iterdir()] == ["onrecord-letter-kazakhstan-2013-2015.html"]


@pytest.mark.parametrize(("name", "begins"), [("a.pdf", b"%PDF"), ("b.docx", b"PK"), ("c.html", b"<!doctype html>")])
def test_the_ending_of_the_file_says_the_form(run: Run, tmp_path: Path, name: str, begins: bytes) -> None:
    code, _, _ = run("letter", "Tuvalu", "--out", name)
    assert code == 0
    assert (tmp_path / name).read_bytes().lstrip().startswith(begins)


def test_a_file_that_is_there_is_not_written_over_unless_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.html").write_text("my notes", encoding="utf-8")
    code, _, err = run("letter", "KAZ", "--out", "mine.html")
    assert code == 2
    assert "expected no file there, found one" in " ".join(err.replace("│", " ").split())
    assert (tmp_path / "mine.html").read_text(encoding="utf-8") == "my notes"
    assert run("letter", "KAZ", "--out", "mine.html", "--force")[0] == 0
    assert "Letter to Kazakhstan" in (tmp_path / "mine.html").read_text(encoding="utf-8")


def test_what_stood_there_stays_if_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "report.pdf").write_bytes(b"before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(Exception, match="No space left"):
        reports._put(b"after", tmp_path / "report.pdf")
    assert [one.name for one in tmp_path.iterdir()] == ["report.pdf"]
    assert (tmp_path / "report.pdf").read_bytes() == b"before"


def test_a_folder_that_is_not_there_is_said(run: Run) -> None:
    code, _, err = run("letter", "KAZ", "--out", "nowhere/letter.pdf")
    assert code == 2
    assert "No such file or directory" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "KAZ", "--term", "2016-2018"), "Did you mean: 2013-2015; 2022-2024?"),
        (("report", "Narnia", "--term", "2013-2015"), "found 'Narnia'"),
        (("report", "KAZ"), "--term"),
        (("brief", "2011-01-01"), "the day or year of an election"),
        (("brief", "2012", "--group", "XX"), "found 'XX'"),
        (("letter", "KAZ", "--term", "2013-2015", "--election", "2012"), "give one"),
        (("letter", "KAZ", "--out", "letter.odt"), "found odt"),
        (("report", "KAZ", "--term", "2013-2015", "--as-of", "2012-07-31"), "the record has none"),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in " ".join(err.replace("│", " ").split())
    assert not list(tmp_path.iterdir())


def test_as_json_the_whole_document_is_printed_and_no_file_made(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("report", "MHL", "--term", "2020-2022", "--json")
    view = json.loads(out)
    assert code == 0
    assert view["title"] == "Marshall Islands on the UN Human Rights Council, 2020–2022"
    assert view["sections"][0]["blocks"][0]["sentence"]["n"] > 0
    assert not list(tmp_path.iterdir())


def test_a_brief_as_of_an_earlier_day_knows_no_later_election(run: Run) -> None:
    code, _, err = run("brief", "2021-10-14", "--as-of", "2014-01-01")
    assert code == 2
    assert "election" in err
