"""What a person settled: a table of questions and answers, strictly read, and what an answer makes of a statement.

The table is ``settled.csv`` of the data folder. A name that was settled carries the statements that came of it, so
that they are there whenever the document is read back, each with who said so and why.
"""

import csv
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from pathlib import Path

from onrecord.record.archive.disk import settle
from onrecord.record.archive.document import Found
from onrecord.sources.facts_csv import read_table
from onrecord.sources.statement_lines import line_of, read_line
from onrecord.vocabulary.errors import DamagedFact, NotInVocabulary, UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, Statement, WhyLeft

NAME = "settled.csv"
_DIGITS = 10


class QuestionKind(StrEnum):
    """What a person is asked about a place of a document."""

    NAME = "name of a state"
    DISAGREES = "the document disagrees with itself"
    REPEATED = "said twice"
    POSITION = "a position that differs from the record"


class Verdict(StrEnum):
    """Which of two a person holds to be right where they disagree; NEITHER also for a name that is no state's."""

    DOCUMENT = "document"
    RECORD = "record"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class SettledRow:
    """One answer: to which question of which document, by whom, when and why.

    ``makes`` are the statements that come of it, ``replaces`` those that stood in their place, as lists of lines.
    """

    question_id: str
    document: str
    kind: QuestionKind
    place: str
    printed: str | None
    answer: str
    author: str
    reason: str | None
    date: date
    makes: str | None
    replaces: str | None

    @property
    def words(self) -> str:
        """Who settled it and why."""
        return f"settled by {self.author} on {self.date}{f': {self.reason}' if self.reason else ''}"


def question_id(sha256: str, kind: QuestionKind, place: Place, printed: str) -> str:
    """Return the lasting id of a question: the document's short hash, and one of the place and what stands there."""
    told = json.dumps([kind, str(place), printed]).encode()
    return f"{sha256[:12]}-{hashlib.sha256(told).hexdigest()[:_DIGITS]}"


def kind_of(left: Left) -> QuestionKind | None:
    """Return what a person is asked where a reader left something; None where there is nothing to be told."""
    # Other spellings are of notes and symbols, and have no candidates: only a name of a state does.
    return _KINDS.get(left.why) if left.why is not WhyLeft.SPELLING or left.candidates else None


_KINDS = {
    WhyLeft.UNKNOWN_STATE: QuestionKind.NAME,
    WhyLeft.UNCLEAR_STATE: QuestionKind.NAME,
    WhyLeft.SPELLING: QuestionKind.NAME,
    WhyLeft.DISAGREES: QuestionKind.DISAGREES,
    WhyLeft.REPEATED: QuestionKind.REPEATED,
}


class Settled:
    """The answers kept in a data folder."""

    def __init__(self, home: Path) -> None:
        """Take the data folder; there need not be any answer yet."""
        self._home = home

    def rows(self) -> tuple[SettledRow, ...]:
        """Return every answer in the order given; DamagedFact names the first cell that is wrong."""
        path = self._home / NAME
        rows = read_table(path, SettledRow, self._home) if path.exists() else ()
        seen: set[str] = set()
        for number, row in enumerate(rows, start=2):
            place = f"{path} row {number}"
            if row.question_id in seen:
                raise DamagedFact(f"{place}, column question_id", "each question once", repr(row.question_id))
            seen.add(row.question_id)
            for column in ("makes", "replaces"):
                statements_in(getattr(row, column), f"{place}, column {column}")
        return rows

    def of(self, sha256: str) -> tuple[SettledRow, ...]:
        """Return the answers about one document."""
        return tuple(row for row in self.rows() if row.document == sha256)

    def row(self, asked: str) -> SettledRow:
        """Return the answer to a question; NotInVocabulary where there is none."""
        found = next((row for row in self.rows() if row.question_id == asked), None)
        if found is None:
            near = tuple(row.question_id for row in self.rows() if row.question_id[:12] == asked[:12])[:3]
            raise NotInVocabulary("question", asked, "the id of a question that was settled", near)
        return found

    def add(self, row: SettledRow) -> None:
        """Keep one more answer."""
        self._write((*self.rows(), row))

    def undo(self, asked: str) -> SettledRow:
        """Take an answer back and return it; NotInVocabulary where a later one rests on it."""
        row = self.row(asked)
        made = set(_lines(row.makes))
        resting = [one.question_id for one in self.of(row.document) if made & set(_lines(one.replaces))]
        if resting:
            expected = f"an answer on which no later one rests; take back {', '.join(resting)} first"
            raise NotInVocabulary("question", asked, expected)
        self._write(one for one in self.rows() if one.question_id != asked)
        return row

    def _write(self, rows: Iterable[SettledRow]) -> None:
        """Write the table beside its place and move it there in one step."""
        told = list(rows)
        self._home.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(prefix=f".{NAME}-", dir=self._home)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
                written = csv.writer(out, lineterminator="\n")
                columns = [field.name for field in fields(SettledRow)]
                written.writerow(columns)
                written.writerows([_cell(getattr(row, column)) for column in columns] for row in told)
                out.flush()
                os.fsync(out.fileno())
            Path(made).replace(self._home / NAME)
        finally:
            Path(made).unlink(missing_ok=True)
        settle(self._home)


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def lines_cell(statements: Iterable[Statement]) -> str | None:
    """Return statements as one cell, a list of lines; None where there are none."""
    lines = [line_of(one) for one in statements]
    return json.dumps(lines) if lines else None


def _lines(cell: str | None) -> list[str]:
    return json.loads(cell) if cell else []


def statements_in(cell: str | None, place: str) -> tuple[Statement, ...]:
    """Return the statements of a cell; DamagedFact names the place where it holds anything else."""
    try:
        lines = _lines(cell)
        found = [read_line(line) for line in lines] if isinstance(lines, list) else [None]
    except (ValueError, TypeError, UnreadableDocument) as error:
        raise DamagedFact(place, "a list of statements as lines of JSON", str(error)) from error
    if not all(isinstance(one, Statement) for one in found):
        raise DamagedFact(place, "a list of statements as lines of JSON", repr(cell)[:200])
    return tuple(one for one in found if isinstance(one, Statement))


def applied(found: Iterable[Found], rows: tuple[SettledRow, ...], sha256: str) -> Iterator[Found]:
    """Yield what was read in a document with its answers: what a person named is a statement, no longer left."""
    names = (row for row in rows if row.kind is QuestionKind.NAME and row.answer != Verdict.NEITHER)
    answers = {row.question_id: row for row in names}
    replaced = {one for row in rows for one in statements_in(row.replaces, NAME)}
    if not answers:
        yield from found
        return
    told: set[str] = set()
    for one in found:
        row = _answer(one, answers, sha256)
        if row is None:
            if one not in replaced:
                yield one
        elif row.question_id not in told:
            told.add(row.question_id)
            made = (each for each in statements_in(row.makes, NAME) if each not in replaced)
            yield from (Statement(each.says, each.place, each.printed, row.words) for each in made)


def _answer(one: Found, answers: dict[str, SettledRow], sha256: str) -> SettledRow | None:
    if not isinstance(one, Left):
        return None
    kind = kind_of(one)
    return answers.get(question_id(sha256, kind, one.place, one.printed)) if kind is QuestionKind.NAME else None
