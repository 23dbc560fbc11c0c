"""Which states and territories each text concerns, by named rules and by eye.

Rules are tried in order and the first that speaks decides: the parent text of an amendment or motion, the
subject of a special session, the title, the catalogue's subject heading, agenda item 7. Every text was also
read by eye; where a reading differs it overrides the rules, whose answer is kept in the note.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from onrecord.record.parents import Parent
from onrecord.vocabulary.situations import FIRST_SESSION_OF_THE_AGENDA, PALESTINE
from onrecord.vocabulary.texts import Text

CATALOGUE_ITEMS = ("2", "4", "7", "10", None)
"""Items under which a catalogue heading names a situation; a thematic text is indexed by states as well."""


class CodingRule(StrEnum):
    """Why a text is said to concern a situation, or none."""

    PARENT = "parent text"
    SPECIAL_SESSION = "special session"
    TITLE = "title"
    CATALOGUE = "catalogue subject"
    AGENDA_ITEM = "agenda item"
    NONE = "none"
    BY_EYE = "read by eye"


class Term(Protocol):
    """Words that name a situation, as in situations/terms.csv."""

    @property
    def term(self) -> str: ...  # noqa: D102

    @property
    def subject(self) -> str: ...  # noqa: D102


class Reading(Protocol):
    """Which situations a text was read to concern, as in situations/readings.csv."""

    @property
    def text_id(self) -> str: ...  # noqa: D102

    @property
    def subjects(self) -> str: ...  # noqa: D102

    @property
    def note(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Coding:
    """One text concerns one situation; ``subject`` is None on the only row of a text that concerns none.

    ``basis`` quotes the words or field the rule rests on; ``note`` is the reader's, with what the rules
    said where the reading overrode them.
    """

    text_id: str
    subject: str | None
    rule: CodingRule
    basis: str
    read_by_eye: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class _Answer:
    subjects: tuple[str, ...]
    rule: CodingRule
    basis: str


def code(
    texts: Sequence[Text],
    parents: Mapping[str, Parent],
    terms: Iterable[Term],
    readings: Iterable[Reading],
    special_session_subjects: Mapping[str, str | None],
) -> list[Coding]:
    """Return the coding of every text, in the order of ``texts``: one row per text and situation.

    ``special_session_subjects`` gives the situation a special session was called on, None where it was
    called on a theme. A text that concerns none has exactly one row, without a subject.
    """
    finder = _Finder(terms)
    read = {reading.text_id: reading for reading in readings}
    rows: dict[str, list[Coding]] = {}
    for text in sorted(texts, key=lambda text: _parent_id(text, parents) is not None):
        answer = _from_parent(text, parents, rows)
        if answer is None:
            answer = _by_rules(text, finder, special_session_subjects)
        rows[text.text_id] = _rows(text.text_id, answer, read.get(text.text_id))
    return [row for text in texts for row in rows[text.text_id]]


def subjects_named(words: str, terms: Iterable[Term]) -> tuple[str, ...]:
    """Return the situations that words name, in the order named; where terms overlap the longest counts."""
    return tuple(_Finder(terms).find(words))


def _parent_id(text: Text, parents: Mapping[str, Parent]) -> str | None:
    parent = parents.get(text.text_id)
    return parent.parent_id if parent else None


def _from_parent(text: Text, parents: Mapping[str, Parent], rows: Mapping[str, list[Coding]]) -> _Answer | None:
    parent_id = _parent_id(text, parents)
    if parent_id is None:
        return None
    subjects = tuple(row.subject for row in rows[parent_id] if row.subject)
    return _Answer(subjects, CodingRule.PARENT, f"parent text: {parent_id}")


def _by_rules(text: Text, finder: "_Finder", special: Mapping[str, str | None]) -> _Answer:
    title = finder.find(text.title)
    called_on = special.get(text.session)
    if called_on and set(title) <= {called_on}:
        return _Answer((called_on,), CodingRule.SPECIAL_SESSION, f"special session: {text.session}")
    if title:
        return _Answer(tuple(title), CodingRule.TITLE, f"title: {_quoted(title)}")
    heading = finder.find(text.catalogue_subject or "") if text.agenda_item in CATALOGUE_ITEMS else {}
    if heading:
        return _Answer(tuple(heading), CodingRule.CATALOGUE, f"catalogue subject: {_quoted(heading)}")
    if text.agenda_item == "7" and _has_the_agenda(text.session):
        return _Answer((PALESTINE,), CodingRule.AGENDA_ITEM, "agenda item: 7")
    return _Answer((), CodingRule.NONE, "no situation in title, catalogue subject or agenda item")


def _has_the_agenda(session: str) -> bool:
    return session.isdigit() and int(session) >= FIRST_SESSION_OF_THE_AGENDA


def _rows(text_id: str, answer: _Answer, reading: Reading | None) -> list[Coding]:
    note = reading.note if reading else None
    if reading:
        read = () if reading.subjects == "none" else tuple(reading.subjects.split())
        if set(read) != set(answer.subjects):
            said = f"by rule '{answer.rule}': {' '.join(answer.subjects) or 'none'} ({answer.basis})"
            note = "; ".join(part for part in (note, said) if part)
            answer = _Answer(read, CodingRule.BY_EYE, "read by eye")
    subjects: tuple[str | None, ...] = answer.subjects or (None,)
    return [Coding(text_id, subject, answer.rule, answer.basis, reading is not None, note) for subject in subjects]


def _quoted(found: Mapping[str, str]) -> str:
    return ", ".join(f'"{words}"' for words in found.values())


class _Finder:
    """Finds the terms in a text: case and accents do not count, whole words only, longest term first."""

    def __init__(self, terms: Iterable[Term]) -> None:
        subjects = {_folded(term.term): term.subject for term in terms}
        self._terms = [
            (re.compile(rf"(?<!\w){re.escape(term)}(?!-?\w)"), subjects[term])
            for term in sorted(subjects, key=lambda term: (-len(term), term))
        ]

    def find(self, words: str) -> dict[str, str]:
        """Return the words that name each situation, by situation, in the order named."""
        folded = _folded(words)
        taken: list[tuple[int, int, str]] = []
        for pattern, subject in self._terms:
            for match in pattern.finditer(folded):
                if all(match.end() <= start or end <= match.start() for start, end, _ in taken):
                    taken.append((match.start(), match.end(), subject))
        found: dict[str, str] = {}
        for start, end, subject in sorted(taken):
            found.setdefault(subject, words[start:end])
        return found


def _folded(words: str) -> str:
    """Return the words without case and accents, each character still in its place."""
    return "".join(_plain(character) for character in words)


def _plain(character: str) -> str:
    if character in "’‘`´":
        return "'"
    base = unicodedata.normalize("NFKD", character)[0]
    lower = base.casefold()
    return lower if len(lower) == 1 else base
