"""`onrecord worklist`, `settle` and `diff`: what a person is asked, how it is answered, what a document changes."""

import csv
import io
import json
import shutil
from pathlib import Path
from typing import get_args

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from onrecord.publish.cli import app
from onrecord.publish.views.readings import ReadingView, reading_view
from onrecord.publish.views.worklist import kind_named
from onrecord.publish.wording.statements import KINDS, said
from onrecord.record.archive.disk import hash_of
from onrecord.record.archive.document import KeptDocument, Known
from onrecord.record.archive.documents import Archive
from onrecord.record.archive.reading import Listening, Readers, read_file
from onrecord.record.archive.settled import QuestionKind
from onrecord.record.schema import MANIFEST
from onrecord.record.store import Record, shipped_record
from onrecord.vocabulary.errors import NotInVocabulary, OnRecordError
from onrecord.vocabulary.statements import Says, WhyLeft
from tests.sources.documents.writing_catalogues import marc, ohchr_fields, votes_of

NAMED = "KAZAKHSTAN"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("ONRECORD_HOME", str(folder))
    return folder


@pytest.fixture
def document(home: Path, tmp_path: Path, record: Record) -> KeptDocument:
    """25/24 as a catalogue gives it, with a name nobody knows, one position turned round and one state twice."""
    vote = next(one for one in votes_of(record, "HRC") if one.symbol == "A/HRC/RES/25/24")
    fields = []
    for tag, subfields in ohchr_fields(vote, record.gazetteer):
        values = {text for _, text in subfields}
        swap = {"KAZ": "XXQ", "N": "N"} if "KAZ" in values else {"N": "Y"} if "CUB" in values else {}
        changed = tuple((code, _misprinted(text, swap)) for code, text in subfields)
        fields.append((tag, changed))
    path = tmp_path / "votes.xml"
    path.write_bytes(marc([fields]))
    return read_file(Archive(home), path, Known("votes.xml"), Readers(record.gazetteer, "1"), Listening()).document


def _misprinted(text: str, swap: dict[str, str]) -> str:
    return "Qazaqia" if text.upper() == NAMED else swap.get(text, text)


def run(*arguments: str | Path) -> tuple[int, str, str]:
    done = CliRunner(env={"COLUMNS": "200"}).invoke(app, [*map(str, arguments)])
    if isinstance(done.exception, OnRecordError):
        return 2, done.stdout, str(done.exception)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def asked(kind: str) -> dict:
    code, out, err = run("worklist", "--kind", kind, "--json")
    assert code == 0, err
    (question, *_) = json.loads(out)["questions"]
    return question


def test_the_work_list_asks_each_thing_once_with_its_place_and_answers(document: KeptDocument) -> None:
    code, out, _ = run("worklist")
    assert code == 0
    assert "a position that differs from the record, votes.xml, row 1, " in out
    assert "the record says: no (/votes/A-HRC-RES-25-24)" in out
    name = asked("name")
    assert name["question_id"].startswith(f"{document.short}-")
    assert "Qazaqia" in name["printed"]
    assert name["answers"].startswith("an ISO 3166 alpha-3 code")
    ids = [line.split()[0] for line in out.splitlines() if line.startswith(document.short)]
    assert len(ids) == len(set(ids)) > 2
    assert run("worklist")[1] == out


def test_the_work_list_says_how_many_more_there_are(document: KeptDocument) -> None:
    assert document.left > 1
    _, out, _ = run("worklist", "--limit", "1", "--json")
    view = json.loads(out)
    assert len(view["questions"]) == 1
    assert view["n"] == view["more"] + 1 == sum(one["n"] for one in view["by_kind"])


def test_settling_takes_the_question_off_the_list_and_undo_brings_it_back(document: KeptDocument, home: Path) -> None:
    question = asked("name")["question_id"]
    before = json.loads(run("diff", document.short, "--json")[1])["statements"]
    code, out, _ = run("settle", question, "KAZ", "--author", "A. Reader", "--reason", "row 27", "--no-build")
    assert code == 0
    assert "KAZ, A. Reader, " in out
    assert "is made when the document is read back" in out
    assert json.loads(run("diff", document.short, "--json")[1])["statements"] == before + 1
    assert question in [one["question_id"] for one in json.loads(run("worklist", "--json")[1])["settled"]]
    code, out, _ = run("settle", question, "--undo", "--no-build")
    assert (code, asked("name")["question_id"]) == (0, question)
    assert "is open again; it had been settled by A. Reader: KAZ" in out
    assert sorted(path.name for path in home.iterdir()) == ["documents", "settled.csv"]


def test_a_position_is_settled_for_the_document_or_the_record(document: KeptDocument) -> None:
    question = asked("position")["question_id"]
    assert run("settle", question, "document", "--author", "A. Reader")[0] == 0
    assert json.loads(run("worklist", document.short, "--kind", "position", "--json")[1])["n"] == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("KAZ",), "author: expected who answers: --author"),
        (("--author", "A"), "answer: expected what the question asks for"),
        (("NIG", "--author", "A"), "Did you mean: Niger"),
        (("9", "--author", "A"), "answer: expected"),
        (("NOR", "--undo"), "answer: expected none beside --undo"),
        (("--undo",), "the id of a question that was settled"),
    ],
)
def test_an_answer_that_cannot_be_taken_is_told_why(
    document: KeptDocument, home: Path, arguments: tuple[str, ...], words: str
) -> None:
    code, _, err = run("settle", asked("name")["question_id"], *arguments)
    assert (code, document.name) == (2, "votes.xml")
    assert words in err
    assert not (home / "settled.csv").exists()


def test_kinds_of_questions_are_named_in_lower_case() -> None:
    assert kind_named("position") is QuestionKind.POSITION
    assert kind_named(None) is None
    with pytest.raises(NotInVocabulary, match="name, disagrees, repeated, position"):
        kind_named("guess")


def viewed(document: KeptDocument, home: Path, record: Record, limit: int) -> ReadingView:
    return reading_view(document, Archive(home), record, limit)


def test_a_reading_is_shown_with_what_was_left_and_what_differs(
    document: KeptDocument, home: Path, record: Record
) -> None:
    view = viewed(document, home, record, 5)
    assert (view.statements, view.left) == (document.statements, document.left)
    assert sum(kind.n for kind in view.kinds) == view.statements
    (group,) = [one for one in view.left_by_reason if one.why is WhyLeft.UNKNOWN_STATE]
    assert (group.n, group.more) == (1, 0)
    (line,) = [one for one in view.differing if one.kind == "positions"]
    assert (line.document_says, line.record_says) == ("CUB on A/HRC/RES/25/24: yes", "no")
    assert line.page == "/votes/A-HRC-RES-25-24"


def test_a_reading_is_bounded_and_says_how_much_more_there_is(
    document: KeptDocument, home: Path, record: Record
) -> None:
    whole, none = (viewed(document, home, record, limit) for limit in (50, 0))
    assert (none.differing, none.new) == ((), ())
    assert none.differing_more == len(whole.differing) > 0
    assert all(not group.shown and group.more == group.n for group in none.left_by_reason)
    assert none.relations == whole.relations


def test_what_a_document_changes_is_said_in_words(document: KeptDocument) -> None:
    code, out, _ = run("diff", "votes.xml")
    assert code == 0
    assert f"votes.xml ({document.short}), MARCXML voting records" in out
    assert "the document: CUB on A/HRC/RES/25/24: yes; the record: no (/votes/A-HRC-RES-25-24)" in out


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped record with one position turned round and one row gone."""
    folder = tmp_path_factory.mktemp("records") / "changed"
    shutil.copytree(shipped_record(), folder)
    file = folder / "session_request.parquet"
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE kept AS SELECT * FROM read_parquet(?) ORDER BY ALL", [str(file)])
        connection.execute("DELETE FROM kept WHERE session = 'S-9' AND state = 'AGO'")
        connection.execute("UPDATE kept SET seat = 'observer' WHERE session = 'S-9' AND state = 'AZE'")
        connection.execute(f"COPY kept TO '{file}' (FORMAT parquet)")
    _hashed(folder, "session_request")
    return folder


def _hashed(folder: Path, table: str) -> None:
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    manifest["tables"][table]["sha256"] = hash_of(folder / f"{table}.parquet")
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


def test_two_records_are_compared_row_by_row(changed: Path) -> None:
    code, out, _ = run("diff", shipped_record(), changed)
    assert code == 0
    assert "- session_request: 1,313 rows before, 1,312 now; 0 added, 1 removed, 1 changed (seat in 1)." in out
    assert out.count("unchanged.") > 20
    rows = list(csv.DictReader(io.StringIO(run("diff", shipped_record(), changed, "--csv")[1])))
    assert [(row["key"], row["change"], row["after"] or None) for row in rows] == [
        ("S-9/AGO/supported", "removed", None),
        ("S-9/AZE/supported", "changed", "observer"),
    ]
    assert json.loads(run("diff", shipped_record(), changed, "--json")[1])["schema"] == []


def test_mine_is_compared_with_the_shipped_record(changed: Path, home: Path) -> None:
    code, _, err = run("diff", "--mine")
    assert (code, "expected your own record, found none; `onrecord build --mine` makes it" in err) == (2, True)
    shutil.copytree(changed, home / "record")
    assert "1 removed, 1 changed (seat in 1)" in run("diff", "--mine")[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "expected a document, two folders, or --mine"),
        (("no-such.xml",), "a hash, symbol or file name of one document"),
        (("no-folder", "no-other"), "expected a built record, found none"),
    ],
)
def test_what_cannot_be_compared_is_told_why(arguments: tuple[str, ...], words: str) -> None:
    code, _, err = run("diff", *arguments)
    assert (code, words in err) == (2, True), err


@pytest.mark.parametrize("kind", get_args(Says), ids=lambda kind: kind.__name__)
def test_every_kind_of_statement_has_words_in_one_line(kind: type[Says]) -> None:
    @settings(max_examples=30, deadline=None)
    @given(st.from_type(kind))
    def told(says: Says) -> None:
        assert len(said(says).splitlines()) <= 1

    told()
    assert kind in KINDS
