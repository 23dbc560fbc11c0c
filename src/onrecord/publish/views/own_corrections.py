"""A correction of the user's own: entered or taken back, as the record made anew then shows it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.record.archive.corrections import (
    UserCorrection,
    corrections_file,
    next_id,
    read_corrections,
    without,
    write_corrections,
)
from onrecord.record.archive.documents import Archive
from onrecord.record.ballots import ballots
from onrecord.record.find_text import find_text
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.positions import LISTED, Position


@dataclass(frozen=True, slots=True)
class Said:
    """A correction as the user says it: the vote, the state and its position, why, by whom, by which document."""

    rollcall: str
    state: str
    position: str
    reason: str
    author: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class OwnCorrection:
    """One correction of the user's own beside what is listed; ``undone`` where it was taken back."""

    correction_id: str
    rollcall_id: str
    state: str
    listed: Position | None
    position: Position
    reason: str
    author: str
    date: date
    document: str | None
    undone: bool
    file: str


def correction_said(record: Record, home: Path, said: Said, today: date) -> UserCorrection:
    """Return a correction ready to be entered; NotInVocabulary for a vote, state, position or document there is not."""
    rollcall_id = find_text(record, said.rollcall).rollcall_id
    state = record.gazetteer.resolve(said.state).iso3
    if said.position not in tuple(LISTED):
        raise NotInVocabulary("position", said.position, f"one of {', '.join(LISTED)}")
    if rollcall_id is None or _listed(record, rollcall_id, state) is None:
        raise NotInVocabulary("vote", said.rollcall, f"a roll call of the Council with a position listed for {state}")
    for noun, words in (("reason", said.reason), ("author", said.author)):
        if not words.strip():
            raise NotInVocabulary(noun, words, "some words")
    document = Archive(home).document(said.document).short if said.document else None
    correction_id = next_id(read_corrections(corrections_file(home)))
    position = Position(said.position)
    return UserCorrection(correction_id, rollcall_id, state, position, said.reason, said.author, today, document)


def _listed(record: Record, rollcall_id: str, state: str) -> Position | None:
    found = ballots(record, "rollcall_id = $id", {"id": rollcall_id})
    cast = found[0].casts.get(state) if found and found[0].body == "HRC" else None
    return cast.listed if cast else None


def entered(record: Record, home: Path, row: UserCorrection) -> OwnCorrection:
    """Write a correction beside those that are there, and return it."""
    file = corrections_file(home)
    write_corrections(file, (*read_corrections(file), row))
    return _view(record, file, row, undone=False)


def undone(record: Record, home: Path, correction_id: str) -> OwnCorrection:
    """Take a correction back and return it; NotInVocabulary where there is none of that id."""
    file = corrections_file(home)
    rows = read_corrections(file)
    write_corrections(file, without(rows, correction_id))
    row = next(row for row in rows if row.correction_id == correction_id)
    return _view(record, file, row, undone=True)


def _view(record: Record, file: Path, row: UserCorrection, undone: bool) -> OwnCorrection:
    listed = _listed(record, row.rollcall_id, row.state)
    return OwnCorrection(
        row.correction_id, row.rollcall_id, row.state, listed, row.position, row.reason, row.author, row.date,
        row.document, undone, str(file),
    )  # fmt: skip
