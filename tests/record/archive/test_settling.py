"""Questions about documents, and the answers of a person: kept, applied when read back, taken back."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.record.archive.document import KeptDocument, Known
from onrecord.record.archive.documents import Archive
from onrecord.record.archive.reading import Listening, Readers, read_file
from onrecord.record.archive.settled import NAME, QuestionKind, Settled, SettledRow
from onrecord.record.archive.settling import Answer, Settler
from onrecord.record.archive.worklist import Question, open_questions, the_question
from onrecord.record.store import Record
from onrecord.vocabulary.errors import DamagedFact, NotInVocabulary
from onrecord.vocabulary.statements import Left, PositionSaid, RecommendationSaid, Statement, WhyLeft
from tests.sources.documents.test_upr_report import REPORT
from tests.sources.documents.writing_catalogues import marc, ohchr_fields, votes_of

ANSWER = Answer("", "A. Reader", "the library's own list has it so", date(2026, 11, 1))


def answer(words: str) -> Answer:
    return Answer(words, ANSWER.author, ANSWER.reason, ANSWER.day)


@pytest.fixture
def kept(tmp_path: Path, record: Record) -> tuple[Archive, KeptDocument]:
    """One vote of the record as a catalogue gives it: a name nobody knows, and one position turned round."""
    vote = next(one for one in votes_of(record, "HRC") if one.symbol == "A/HRC/RES/25/24")
    fields = [
        (tag, tuple(_misprinted(code, text) for code, text in subfields))
        for tag, subfields in ohchr_fields(vote, record.gazetteer)
    ]
    path = tmp_path / "votes.xml"
    path.write_bytes(marc([fields]))
    archive = Archive(tmp_path / "home")
    done = read_file(archive, path, Known("votes.xml"), Readers(record.gazetteer, "1"), Listening())
    return archive, done.document


def _misprinted(code: str, text: str) -> tuple[str, str]:
    if text in {"KAZ", "KAZAKHSTAN", "Kazakhstan"}:
        return code, "XXQ" if text == "KAZ" else "Qazaqia"
    return code, text


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def questions(archive: Archive, record: Record, home: Path) -> list[Question]:
    return list(open_questions(archive, record, Settled(home), archive.documents()))


def the_name(archive: Archive, record: Record, home: Path) -> Question:
    (asked,) = [
        one for one in questions(archive, record, home) if one.kind is QuestionKind.NAME and "Qazaqia" in one.printed
    ]
    return asked


def positions(archive: Archive, document: KeptDocument, state: str) -> list[Statement]:
    found = archive.statements(document)
    return [
        one
        for one in found
        if isinstance(one, Statement) and isinstance(one.says, PositionSaid) and one.says.state == state
    ]


def test_an_unknown_name_is_asked_under_an_id_that_lasts(
    kept: tuple[Archive, KeptDocument], record: Record, home: Path
) -> None:
    archive, document = kept
    asked = the_name(archive, record, home)
    assert asked.question_id.startswith(f"{document.short}-")
    assert the_question(archive, record, Settled(home), asked.question_id) == asked
    assert positions(archive, document, "KAZ") == []


def test_a_settled_name_makes_the_statement_that_was_left_and_says_who_and_why(
    kept: tuple[Archive, KeptDocument], record: Record, home: Path
) -> None:
    archive, document = kept
    settler, asked = Settler(archive, Settled(home), record.gazetteer), the_name(archive, record, home)
    row = settler.settle(asked, answer("kaz"))
    assert row.answer == "KAZ"
    (made,) = positions(archive, document, "KAZ")
    assert made.settled == "settled by A. Reader on 2026-11-01: the library's own list has it so"
    left = [one for one in archive.statements(document) if isinstance(one, Left)]
    assert not [one for one in left if one.why is WhyLeft.UNKNOWN_STATE]
    assert asked.question_id not in {one.question_id for one in questions(archive, record, home)}
    with pytest.raises(NotInVocabulary, match="is settled, --undo"):
        the_question(archive, record, Settled(home), asked.question_id)


def test_undo_brings_the_question_back(kept: tuple[Archive, KeptDocument], record: Record, home: Path) -> None:
    archive, document = kept
    before, asked = list(archive.statements(document)), the_name(archive, record, home)
    Settler(archive, Settled(home), record.gazetteer).settle(asked, answer("KAZ"))
    assert Settled(home).undo(asked.question_id).answer == "KAZ"
    assert list(archive.statements(document)) == before
    assert the_name(archive, record, home) == asked
    with pytest.raises(NotInVocabulary, match="the id of a question that was settled"):
        Settled(home).undo(asked.question_id)


def test_a_name_that_is_no_states_stays_left_and_is_asked_no_more(
    kept: tuple[Archive, KeptDocument], record: Record, home: Path
) -> None:
    archive, document = kept
    before, asked = list(archive.statements(document)), the_name(archive, record, home)
    Settler(archive, Settled(home), record.gazetteer).settle(asked, answer("neither"))
    assert list(archive.statements(document)) == before
    assert asked.question_id not in {one.question_id for one in questions(archive, record, home)}


@pytest.mark.parametrize(("words", "expected"), [("QQQ", "alpha-3"), ("7", "alpha-3"), ("document", "alpha-3")])
def test_an_answer_that_is_none_is_told_so_and_nothing_is_kept(
    kept: tuple[Archive, KeptDocument], record: Record, home: Path, words: str, expected: str
) -> None:
    archive, _ = kept
    with pytest.raises(NotInVocabulary, match=expected):
        Settler(archive, Settled(home), record.gazetteer).settle(the_name(archive, record, home), answer(words))
    assert Settled(home).rows() == ()


def test_an_id_that_is_none_is_told_with_those_that_are(
    kept: tuple[Archive, KeptDocument], record: Record, home: Path
) -> None:
    archive, document = kept
    with pytest.raises(NotInVocabulary, match=f"the id of a question about votes.xml.*{document.short}-"):
        the_question(archive, record, Settled(home), f"{document.short}-0000000000")
    with pytest.raises(NotInVocabulary, match="document"):
        the_question(archive, record, Settled(home), "nonsense")


ROW = SettledRow(
    question_id="a1-b2", document="a1", kind=QuestionKind.POSITION, place="row 1", printed="Y", answer="record",
    author="A. Reader", reason=None, date=date(2026, 11, 1), makes=None, replaces=None,
)  # fmt: skip


def test_answers_are_written_and_read_back_exactly(home: Path) -> None:
    rows = (ROW, replace(ROW, question_id="a1-c3", printed='two\nlines, "quoted"', reason="ÉÈ"))
    for one in rows:
        Settled(home).add(one)
    assert Settled(home).rows() == rows
    assert sorted(path.name for path in home.iterdir()) == [NAME]


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("kind", "guess", "one of name of a state"),
        ("date", "1 November", "a date as YYYY-MM-DD"),
        ("author", "", "some text"),
        ("makes", "[1]", "a list of statements"),
        ("makes", '{"left": 1}', "a list of statements"),
        ("replaces", "not JSON", "a list of statements"),
    ],
)
def test_a_damaged_table_of_answers_names_the_cell(home: Path, column: str, value: str, expected: str) -> None:
    Settled(home).add(ROW)
    with (home / NAME).open(encoding="utf-8", newline="") as handle:
        lines = list(csv.DictReader(handle))
    with (home / NAME).open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(lines[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerow(lines[0] | {column: value})
    with pytest.raises(DamagedFact, match=f"row 2, column {column}: expected {expected}"):
        Settled(home).rows()


def test_a_question_answered_twice_in_the_table_is_damage(home: Path) -> None:
    Settled(home).add(ROW)
    Settled(home).add(ROW)
    with pytest.raises(DamagedFact, match="each question once"):
        Settled(home).rows()


@pytest.fixture
def report(tmp_path: Path, record: Record) -> tuple[Archive, KeptDocument]:
    """A report in which two of an item's recommending states have names that nobody knows."""
    words = REPORT.replace("(Norway) (Cuba)", "(Norwegenia; Cubaria)")
    assert words != REPORT
    path = tmp_path / "report.txt"
    path.write_text(words, encoding="utf-8")
    archive = Archive(tmp_path / "home")
    done = read_file(archive, path, Known("report.txt"), Readers(record.gazetteer, "1"), Listening())
    return archive, done.document


def recommending(archive: Archive, document: KeptDocument, number: str) -> list[tuple[str, ...]]:
    found = (one.says for one in archive.statements(document) if isinstance(one, Statement))
    return [one.recommended_by for one in found if isinstance(one, RecommendationSaid) and one.number == number]


def test_a_statement_that_lacked_a_name_is_replaced_by_the_one_that_has_it(
    report: tuple[Archive, KeptDocument], record: Record, home: Path
) -> None:
    archive, document = report
    settler = Settler(archive, Settled(home), record.gazetteer)
    asked = {one.printed: one for one in questions(archive, record, home) if one.kind is QuestionKind.NAME}
    assert recommending(archive, document, "58.2") == [()]
    settler.settle(asked["Norwegenia"], answer("NOR"))
    assert recommending(archive, document, "58.2") == [("NOR",)]
    settler.settle(asked["Cubaria"], answer("CUB"))
    assert recommending(archive, document, "58.2") == [("NOR", "CUB")]
    with pytest.raises(NotInVocabulary, match=f"take back {asked['Cubaria'].question_id} first"):
        Settled(home).undo(asked["Norwegenia"].question_id)
    Settled(home).undo(asked["Cubaria"].question_id)
    assert recommending(archive, document, "58.2") == [("NOR",)]
    Settled(home).undo(asked["Norwegenia"].question_id)
    assert recommending(archive, document, "58.2") == [()]
