"""What a person is asked: names that could not be read, figures that disagree, positions that differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.record.archive.document import Found, KeptDocument
from onrecord.record.archive.documents import Archive
from onrecord.record.archive.settled import QuestionKind, Settled, kind_of, question_id
from onrecord.record.comparing.compared import Compared, Relation
from onrecord.record.comparing.comparer import comparer
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, PositionSaid


@dataclass(frozen=True, slots=True)
class Question:
    """One question about one place of a document, under a lasting id.

    ``candidates`` are names of states that may be meant; ``record_says`` and ``page`` are there where a statement
    differs from the record.
    """

    question_id: str
    document: KeptDocument
    kind: QuestionKind
    place: Place
    printed: str
    expected: str
    candidates: tuple[str, ...] = ()
    record_says: str | None = None
    page: str | None = None


def open_questions(
    archive: Archive, record: Record, settled: Settled, documents: Iterable[KeptDocument]
) -> Iterator[Question]:
    """Yield every question of these documents that nobody has settled, in the documents' order."""
    answered = {row.question_id for row in settled.rows()}
    for document in documents:
        for question in questions_of(document, archive.statements(document), record):
            if question.question_id not in answered:
                yield question


def questions_of(document: KeptDocument, found: Iterable[Found], record: Record) -> Iterator[Question]:
    """Yield the questions of one document, each id once."""
    compare, seen = comparer(record), set[str]()
    for one in found:
        if isinstance(one, Left):
            question = _of_left(document, one)
        else:
            compared = compare(one)
            question = _of_position(document, compared) if compared is not None else None
        if question is not None and question.question_id not in seen:
            seen.add(question.question_id)
            yield question


def the_question(archive: Archive, record: Record, settled: Settled, asked: str) -> Question:
    """Return the open question of an id; NotInVocabulary where there is none, or it is settled."""
    if any(row.question_id == asked for row in settled.rows()):
        raise NotInVocabulary("question", asked, "a question that is open; this one is settled, --undo opens it again")
    document = archive.document(asked.partition("-")[0])
    near = []
    for question in open_questions(archive, record, settled, [document]):
        if question.question_id == asked:
            return question
        near = [*near, question.question_id][:3]
    raise NotInVocabulary("question", asked, f"the id of a question about {document.name}", tuple(near))


def _of_left(document: KeptDocument, left: Left) -> Question | None:
    kind = kind_of(left)
    if kind is None:
        return None
    asked = question_id(document.sha256, kind, left.place, left.printed)
    return Question(asked, document, kind, left.place, left.printed, left.expected, left.candidates)


def _of_position(document: KeptDocument, compared: Compared) -> Question | None:
    statement = compared.statement
    if compared.relation is not Relation.DIFFERS or not isinstance(statement.says, PositionSaid):
        return None
    said, kind = statement.says, QuestionKind.POSITION
    asked = question_id(document.sha256, kind, statement.place, f"{said.state} {statement.printed}")
    expected = f"the position the record has for {said.state} on {said.vote.symbol}"
    return Question(
        asked, document, kind, statement.place, statement.printed, expected, (), compared.record_says, compared.page
    )
