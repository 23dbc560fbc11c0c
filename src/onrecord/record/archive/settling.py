"""Settles a question: checks the answer, and reads the document again with the name that a person gave a meaning."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.record.archive.document import Found
from onrecord.record.archive.documents import Archive
from onrecord.record.archive.settled import QuestionKind, Settled, SettledRow, Verdict, lines_cell
from onrecord.record.archive.worklist import Question
from onrecord.sources.apart import Limits, read_apart
from onrecord.sources.statement_lines import line_of
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Statement
from onrecord.vocabulary.states import Gazetteer

_BETWEEN = re.compile(r"\s\|\s|(?:^|\s)\$\w\s")
"""What stands between the fields of a row as it is printed."""
_MARKS = " *†‡¹²³⁰⁴⁵⁶⁷⁸⁹0123456789[]/"
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person answers, who it is, why, and on what day."""

    words: str
    author: str
    reason: str | None
    day: date


@dataclass(frozen=True, slots=True)
class Settler:
    """Where questions are settled: the documents, the answers so far, and the names of states."""

    archive: Archive
    settled: Settled
    gazetteer: Gazetteer

    def settle(self, question: Question, answer: Answer) -> SettledRow:
        """Keep an answer and return it; NotInVocabulary where the question cannot be answered so."""
        words, makes, replaces = checked(question, answer.words, self.gazetteer), None, None
        if question.kind is QuestionKind.NAME and words != Verdict.NEITHER:
            makes, replaces = self._made(question, words)
        row = SettledRow(
            question_id=question.question_id,
            document=question.document.sha256,
            kind=question.kind,
            place=str(question.place),
            printed=question.printed or None,
            answer=words,
            author=answer.author,
            reason=answer.reason,
            date=answer.day,
            makes=makes,
            replaces=replaces,
        )
        self.settled.add(row)
        return row

    def _made(self, question: Question, iso3: str) -> tuple[str | None, str | None]:
        """Return what is read at the place with the name settled, and what stood there before."""
        named = json.dumps(iso3)
        before = [one for one in self.archive.statements(question.document) if _is_at(one, question.place)]
        had = {_said(one): one for one in before if isinstance(one, Statement)}
        gazetteer = self._named(question, iso3)
        again = (one for one in self._again(question, gazetteer) if _is_at(one, question.place))
        has = {_said(one): one for one in again if isinstance(one, Statement)}
        made = [one for key, one in has.items() if key not in had and named in key]
        if made:
            return lines_cell(made), lines_cell(_unsettled(one) for key, one in had.items() if key not in has)
        if any(named in key for key in had):
            return None, None
        expected = f"a state of which {question.document.reader} makes a statement at {question.place}; or neither"
        raise NotInVocabulary("answer", iso3, expected)

    def _named(self, question: Question, iso3: str) -> Gazetteer:
        """The names of states with this one and all that were settled in the document before."""
        meant: dict[str, str] = {}
        for row in self.settled.of(question.document.sha256):
            if row.kind is QuestionKind.NAME and row.answer != Verdict.NEITHER:
                meant |= dict.fromkeys(_spelt(row.printed or ""), row.answer)
        return self.gazetteer.naming(meant | dict.fromkeys(_spelt(question.printed), iso3))

    def _again(self, question: Question, gazetteer: Gazetteer) -> Iterator[Found]:
        document = question.document
        return read_apart(self.archive.bytes_of(document), document.name, gazetteer, Limits())


def checked(question: Question, answer: str, gazetteer: Gazetteer) -> str:
    """Return the answer as it is kept: a state's code, or which side is right; NotInVocabulary for any other."""
    words = answer.strip()
    if question.kind is not QuestionKind.NAME:
        if words not in tuple(Verdict):
            raise NotInVocabulary("answer", answer, f"one of {', '.join(Verdict)}")
        return words
    if words == Verdict.NEITHER:
        return words
    if words.isascii() and words.isdigit():
        return _candidate(question, int(words), gazetteer)
    return gazetteer.state(words.upper()).iso3


def _candidate(question: Question, number: int, gazetteer: Gazetteer) -> str:
    if not 1 <= number <= len(question.candidates):
        numbered = [f"{at} {name}" for at, name in enumerate(question.candidates, 1)]
        expected = f"an ISO 3166 alpha-3 code or one of {'; '.join(numbered)}" if numbered else "an alpha-3 code"
        raise NotInVocabulary("answer", str(number), expected)
    return gazetteer.resolve_un(question.candidates[number - 1]).iso3


def _spelt(printed: str) -> list[str]:
    """Return the names that may stand in what is printed: the whole, its fields, without a printer's marks."""
    parts = [printed, *_BETWEEN.split(printed)]
    names = [name for part in parts for name in (part.strip(), part.strip(_MARKS))]
    return [name for name in dict.fromkeys(names) if len(name) >= _SHORTEST]


def _is_at(one: Found, place: Place) -> bool:
    """Whether something stands at a place: the same page, paragraph and row, and no other field."""
    at = one.place
    if (at.page, at.paragraph, at.row) != (place.page, place.paragraph, place.row):
        return False
    fields = sorted((at.field or "", place.field or ""), key=len)
    return fields[1].startswith(fields[0])


def _said(one: Found) -> str:
    """What is said, without how it is printed: by this the same is told from another."""
    return line_of(_unsettled(one)) if isinstance(one, Statement) else line_of(one)


def _unsettled(one: Statement) -> Statement:
    return Statement(one.says, one.place, one.printed)
