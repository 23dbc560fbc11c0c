"""`onrecord read` and `onrecord documents`: what is read, kept, left and told, in words and as lines of JSON."""

import json
import os
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.publish.cli import app
from onrecord.publish.terminal.progress import Progress
from onrecord.publish.views.cited_as import OWN
from onrecord.record.archive import layered
from onrecord.record.archive.documents import ABOUT, Archive
from onrecord.record.store import Record
from onrecord.sources.documents.formats import READERS
from onrecord.sources.fetching.addresses import ADDRESSES, Programs
from onrecord.sources.fetching.kept import Kept, note
from onrecord.sources.statement_lines import KINDS, read_object
from onrecord.vocabulary.errors import DamagedArchive
from tests.sources.documents.writing_catalogues import marc, ohchr_fields, votes_of

ADDRESS = "https://example.org/votes.xml"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("ONRECORD_HOME", str(folder))
    return folder


@pytest.fixture(scope="module")
def votes(tmp_path_factory: pytest.TempPathFactory, record: Record) -> Path:
    """A catalogue of a few votes, with one state that is none and one total that its list contradicts."""
    written = votes_of(record, "HRC", every=300)
    data = marc(ohchr_fields(vote, record.gazetteer) for vote in written).decode()
    path = tmp_path_factory.mktemp("given") / "votes.xml"
    path.write_text(data.replace(">ANGOLA<", ">RURITANIA<", 1).replace(">AGO<", "><", 1), encoding="utf-8")
    return path


def run(*arguments: str | Path) -> tuple[int, str, str]:
    more = ["--no-build"] if arguments[0] == "read" else []
    done = CliRunner(env={"COLUMNS": "200"}).invoke(app, [*map(str, arguments), *more])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def lines(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_file_is_read_kept_and_told(home: Path, votes: Path) -> None:
    code, out, _ = run("read", votes, "--from", ADDRESS, "--retrieved", "2026-11-01", "--licence", "free")
    (document,) = Archive(home).documents()
    assert code == 0
    assert f"{votes}: MARCXML voting records" in out
    assert f"{document.sha256} (onrecord documents {document.short})" in out
    assert f"1 of 1 file read: {document.statements:,} statements" in out
    assert (document.url, str(document.retrieved), document.licence) == (ADDRESS, "2026-11-01", "free")


def test_the_users_record_is_built_anew_where_something_new_is_kept(
    home: Path, votes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[Path] = []
    monkeypatch.setattr(layered, "layer", lambda folder, progress: built.append(folder))
    for _ in range(2):
        done = CliRunner().invoke(app, ["read", str(votes)])
        assert done.exit_code == 0
    CliRunner().invoke(app, ["read", str(votes), "--no-keep"])
    assert built == [home]
    assert "Your record holds it now" not in done.stderr


def test_what_is_read_is_kept_where_the_record_cannot_be_built(
    home: Path, votes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(folder: Path, progress: object) -> None:
        raise DamagedArchive("another", "a document", "none")

    monkeypatch.setattr(layered, "layer", fails)
    done = CliRunner().invoke(app, ["read", str(votes)])
    assert done.exit_code == 1
    assert "what was read is kept, but your record was not built anew: another" in done.stderr
    assert len(Archive(home).documents()) == 1


def test_what_is_left_is_told_with_place_expectation_and_nearest(votes: Path) -> None:
    _, out, _ = run("read", votes)
    assert "no state of this name is known" in out
    assert "RURITANIA" in out.upper()
    assert "expected" in out


def test_the_same_file_twice_changes_nothing_and_says_so(home: Path, votes: Path) -> None:
    run("read", votes)
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    code, out, _ = run("read", votes)
    assert code == 0
    assert "was read before; nothing changed" in out
    assert "1 of 1 file read, 1 of them read before" in out
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before


def test_as_json_every_statement_is_a_line_that_reads_back_with_how_it_is_cited(home: Path, votes: Path) -> None:
    code, out, _ = run("read", votes, "--json")
    told = lines(out)
    (document,) = Archive(home).documents()
    assert code == 0
    assert told[0]["document"]["sha256"] == document.sha256
    assert told[-2]["summary"]["statements"] == document.statements
    assert told[-1]["files"]["unread"] == []
    middle = told[1:-2]
    cited = [one.pop("cited_as", None) for one in middle]
    assert [read_object(one) for one in middle] == list(Archive(home).statements(document))
    for one, how in zip(middle, cited, strict=True):
        assert ("left" in one) == (how is None)
    position = next(n for n, one in enumerate(middle) if one.get("kind") == "PositionSaid")
    assert cited[position]["symbol"] == middle[position]["says"]["vote"]["symbol"]
    assert cited[position]["url"].startswith("https://undocs.org/en/A/HRC/")


def test_every_kind_of_statement_can_be_cited() -> None:
    assert set(OWN) == set(KINDS.values())


def test_a_broken_file_is_told_the_others_are_read_and_the_exit_code_says_so(
    home: Path, votes: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "cut.xml"
    broken.write_bytes(votes.read_bytes()[:9_000])
    code, out, err = run("read", tmp_path / "missing.pdf", broken, votes, "--limit", "0")
    assert code == 1
    assert "missing.pdf, the whole file: expected a file, found none" in err
    assert "cut.xml" in err
    assert "1 of 3 files read" in out
    assert [one.name for one in Archive(home).documents()] == ["votes.xml"]


def test_why_a_file_is_not_recognised(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all,")
    code, out, err = run("read", tmp_path / "letter.txt", "--json")
    assert code == 1
    assert "plain text that begins 'Dear all,', in which none of these is recognised" in err
    assert "MARCXML voting records" in lines(out)[0]["unread"]["expected"]


def test_folders_are_walked_without_what_is_hidden_or_no_document(home: Path, votes: Path, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    (folder / "2024").mkdir(parents=True)
    (folder / ".git").mkdir()
    for path in (folder / "2024" / "votes.xml", folder / ".git" / "votes.xml", folder / "votes.xml.part"):
        path.write_bytes(votes.read_bytes())
    note(folder / "2024" / "votes.xml", Kept(ADDRESS, ADDRESS, None, None))
    code, out, _ = run("read", folder)
    assert code == 0
    assert "1 of 1 file read" in out
    assert Archive(home).documents()[0].url == ADDRESS


def test_nothing_is_kept_where_nothing_is_to_be_kept(home: Path, votes: Path) -> None:
    code, out, _ = run("read", votes, "--no-keep")
    assert code == 0
    assert "(not kept)" in out
    assert not home.exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("--retrieved", "yesterday"), "a day as YYYY-MM-DD"), (("--from", ADDRESS), "one address is one file's")],
)
def test_what_cannot_be_meant_is_refused(
    votes: Path, arguments: tuple[str, str], told: str, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    from onrecord.publish.cli import main

    monkeypatch.setattr(sys, "argv", ["onrecord", "read", str(votes), str(votes), *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_documents_are_listed_and_shown_in_full(home: Path, votes: Path) -> None:
    run("read", votes, "--from", ADDRESS)
    (document,) = Archive(home).documents()
    _, out, _ = run("documents")
    assert document.short in out
    assert "votes.xml" in out
    _, out, _ = run("documents", document.short)
    assert f"from: {ADDRESS}" in out
    assert f"SHA-256: {document.sha256}" in out
    assert out.count("\n  row ") + out.count("\n    row ") >= document.statements
    _, out, _ = run("documents", document.short, "--limit", "2")
    assert f"{document.statements - 2:,} more" in out
    _, out, _ = run("documents", "votes.xml", "--json")
    assert len(lines(out)) == 1 + document.statements + document.left
    _, out, _ = run("documents", "--json")
    assert lines(out)[0]["document"]["name"] == "votes.xml"


def test_a_damaged_document_is_named_and_the_others_are_listed(home: Path, votes: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.xml"
    other.write_bytes(votes.read_bytes().replace(b"</collection>", b"\n</collection>"))
    run("read", votes, other)
    document = Archive(home).document("votes.xml")
    (home / "documents" / document.sha256 / ABOUT).write_text("{")
    code, out, err = run("documents")
    assert code == 1
    assert "other.xml" in out
    assert "read the document again" in err
    code, out, _ = run("read", votes)
    assert code == 0
    assert "read before" not in out
    assert run("documents")[0] == 0


def test_progress_is_said_over_a_second_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        written = ""

        def isatty(self) -> bool:
            return True

        def write(self, words: str) -> int:
            self.written += words
            return len(words)

        def flush(self) -> None:
            pass

    terminal = Terminal()
    progress = Progress(to=terminal)  # ty: ignore[invalid-argument-type]
    progress.say("a.xml: 10 of 100 bytes read, 3 statements")
    assert terminal.written == ""
    progress.begun -= 2
    progress.say("a.xml: 20 of 100 bytes read, 6 statements")
    assert "20 of 100 bytes read, 6 statements" in terminal.written
    progress.end()
    assert terminal.written.endswith("\r\x1b[K")


@pytest.mark.skipif("ONRECORD_SHARED" not in os.environ, reason="real documents are not in the repository")
def test_real_reports_are_read_and_their_items_cited_by_number() -> None:
    samples = Path(os.environ["ONRECORD_SHARED"], "samples")
    code, out, _ = run("read", samples / "kazakhstan2010.pdf", "--json")
    assert code == 0
    cited = [one["cited_as"] for one in lines(out) if one.get("kind") == "RecommendationSaid"]
    assert {"item": "95.42", "symbol": "A/HRC/14/10", "url": "https://undocs.org/en/A/HRC/14/10"} in cited


def test_the_guide_names_every_format_and_every_kind_that_is_saved_by_hand() -> None:
    text = (Path(__file__).parents[2] / "docs" / "reading.md").read_text(encoding="utf-8")
    assert [reader.name for reader in READERS if f"| {reader.name} |" not in text] == []
    by_hand = (address for address in ADDRESSES if address.programs is not Programs.MAY)
    assert [address.kind for address in by_hand if f"`{address.kind}`" not in text] == []
