"""The user's own corrections: a file in the data folder, one row for each, with a reason and an author."""

import csv
import io
import os
import re
from dataclasses import astuple, dataclass, fields
from datetime import date
from pathlib import Path

from onrecord.sources.facts_csv import read_table
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.positions import Position

NAME = "corrections.csv"
_ID = re.compile(r"u(\d+)")


@dataclass(frozen=True, slots=True)
class UserCorrection:
    """corrections.csv: what one state's position in a vote should be, by whose word, why, and since when.

    ``document`` names a document of the archive, by the first digits of its hash, where the correction rests on one.
    """

    correction_id: str
    rollcall_id: str
    state: str
    position: Position
    reason: str
    author: str
    date: date
    document: str | None


def corrections_file(home: Path) -> Path:
    """Return where the corrections of a data folder are; the file need not be there."""
    return home / NAME


def read_corrections(file: Path) -> tuple[UserCorrection, ...]:
    """Return every correction of a file, none where there is no file; DamagedFact names file, row and column."""
    return read_table(file, UserCorrection, file.parent) if file.exists() else ()


def next_id(rows: tuple[UserCorrection, ...]) -> str:
    """Return an id that no row has had so far: u1, u2 and so on."""
    numbers = [int(found[1]) for row in rows if (found := _ID.fullmatch(row.correction_id))]
    return f"u{max(numbers, default=0) + 1}"


def without(rows: tuple[UserCorrection, ...], correction_id: str) -> tuple[UserCorrection, ...]:
    """Return the rows without one; NotInVocabulary where there is none of that id."""
    known = tuple(row.correction_id for row in rows)
    if correction_id not in known:
        raise NotInVocabulary("correction", correction_id, "the id of a correction of yours", known[-5:])
    return tuple(row for row in rows if row.correction_id != correction_id)


def write_corrections(file: Path, rows: tuple[UserCorrection, ...]) -> None:
    """Write all corrections in place of those that were there, whole or not at all."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([field.name for field in fields(UserCorrection)])
    writer.writerows(["" if value is None else value for value in astuple(row)] for row in rows)
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    with part.open("w", encoding="utf-8", newline="") as out:
        out.write(text.getvalue())
        out.flush()
        os.fsync(out.fileno())
    part.replace(file)
