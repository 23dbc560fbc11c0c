"""The work list: what a person is asked about documents that were read, and what has been settled."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.record.archive.document import KeptDocument
from onrecord.record.archive.documents import Archive
from onrecord.record.archive.settled import QuestionKind, Settled, SettledRow, Verdict
from onrecord.record.archive.worklist import Question, open_questions
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.states import Gazetteer


@dataclass(frozen=True, slots=True)
class CandidateLine:
    """A state that a name may mean, under the number by which it can be answered."""

    number: int
    name: str
    state: str | None


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question: where, what stands there, what was expected or the record says, what may be answered."""

    question_id: str
    kind: QuestionKind
    document: str
    document_name: str
    place: str
    printed: str
    expected: str
    record_says: str | None
    page: str | None
    candidates: tuple[CandidateLine, ...]
    answers: str


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many questions of one kind are open."""

    kind: QuestionKind
    n: int


@dataclass(frozen=True, slots=True)
class SettledLine:
    """One answer: to which question, by whom, when and why."""

    question_id: str
    kind: QuestionKind
    place: str
    printed: str | None
    answer: str
    author: str
    reason: str | None
    date: date
    makes_a_statement: bool


@dataclass(frozen=True, slots=True)
class Worklist:
    """The open questions, at most as many as asked for and how many more there are, and all that is settled."""

    n: int
    by_kind: tuple[KindCount, ...]
    questions: tuple[QuestionLine, ...]
    more: int
    settled: tuple[SettledLine, ...]


_VERDICTS = f"{Verdict.DOCUMENT}, {Verdict.RECORD} or {Verdict.NEITHER}"
_NAMES = f"an ISO 3166 alpha-3 code, the number of a candidate, or {Verdict.NEITHER}"


def worklist(archive: Archive, record: Record, settled: Settled, asked: "Asked") -> Worklist:
    """Return what is to be settled in the documents asked about, each document read as a stream."""
    documents = [archive.document(asked.document)] if asked.document else archive.documents()
    counts: Counter[QuestionKind] = Counter()
    shown: list[QuestionLine] = []
    for question in _of_kind(open_questions(archive, record, settled, documents), asked.kind):
        counts[question.kind] += 1
        if len(shown) < asked.limit:
            shown.append(question_line(question, record.gazetteer))
    n = sum(counts.values())
    by_kind = tuple(KindCount(kind, counts[kind]) for kind in QuestionKind if counts[kind])
    return Worklist(n, by_kind, tuple(shown), n - len(shown), _settled(settled, documents))


@dataclass(frozen=True, slots=True)
class Asked:
    """Which questions are asked for: of one document, of one kind, at most so many."""

    document: str | None = None
    kind: QuestionKind | None = None
    limit: int = 20


def kind_named(written: str | None) -> QuestionKind | None:
    """Return the kind of question that is written; NotInVocabulary if there is none such."""
    if written is None:
        return None
    known = {kind.name.casefold(): kind for kind in QuestionKind}
    found = next((kind for name, kind in known.items() if name == written.casefold()), None)
    if found is None:
        raise NotInVocabulary("kind of question", written, f"one of {', '.join(known)}")
    return found


def _of_kind(questions: Iterable[Question], kind: QuestionKind | None) -> Iterable[Question]:
    return (question for question in questions if kind is None or question.kind is kind)


def question_line(question: Question, gazetteer: Gazetteer) -> QuestionLine:
    """Return a question as the work list shows it."""
    names = question.candidates
    return QuestionLine(
        question_id=question.question_id,
        kind=question.kind,
        document=question.document.short,
        document_name=question.document.symbol or question.document.name,
        place=str(question.place),
        printed=question.printed,
        expected=question.expected,
        record_says=question.record_says,
        page=question.page,
        candidates=tuple(CandidateLine(at, name, _code(name, gazetteer)) for at, name in enumerate(names, 1)),
        answers=_NAMES if question.kind is QuestionKind.NAME else _VERDICTS,
    )


def _code(name: str, gazetteer: Gazetteer) -> str | None:
    try:
        return gazetteer.resolve_un(name).iso3
    except NotInVocabulary:
        return None


def _settled(settled: Settled, documents: list[KeptDocument]) -> tuple[SettledLine, ...]:
    meant = {document.sha256 for document in documents}
    return tuple(settled_line(row) for row in settled.rows() if row.document in meant)


def settled_line(row: SettledRow) -> SettledLine:
    """Return an answer as the work list shows it."""
    return SettledLine(
        question_id=row.question_id,
        kind=row.kind,
        place=row.place,
        printed=row.printed,
        answer=row.answer,
        author=row.author,
        reason=row.reason,
        date=row.date,
        makes_a_statement=row.makes is not None,
    )
