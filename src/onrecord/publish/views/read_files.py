"""What became of the files given to be read: those that were, each with what it holds, and those that could not be."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.publish.views.readings import ReadingView


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file that was read: where it is, whether it had been read before, whether it is kept, what it holds."""

    file: str
    read_before: bool
    kept: bool
    reading: ReadingView


@dataclass(frozen=True, slots=True)
class FileUnread:
    """One file that could not be read: where in it, what was expected there, what was found."""

    file: str
    place: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class ReadSummary:
    """How many files were read, for the first time or before, what they hold, and which could not be read."""

    files: int
    new: int
    read_before: int
    statements: int
    left: int
    unread: tuple[FileUnread, ...]


def summary(done: Iterable[FileRead | FileUnread]) -> ReadSummary:
    """Return what became of all files together."""
    every = tuple(done)
    read = tuple(one for one in every if isinstance(one, FileRead))
    return ReadSummary(
        files=len(every),
        new=sum(not one.read_before for one in read),
        read_before=sum(one.read_before for one in read),
        statements=sum(one.reading.statements for one in read),
        left=sum(one.reading.left for one in read),
        unread=tuple(one for one in every if isinstance(one, FileUnread)),
    )


NOTES = (".kept.json", ".kept.new", ".part")
"""How files end that fetching puts beside a document: they are no documents."""


def files_in(given: Iterable[Path]) -> Iterator[Path]:
    """Yield each file given and each file of each folder given, in the order of their names; hidden ones are not."""
    for path in given:
        if path.is_dir():
            for folder, folders, names in os.walk(path):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                yield from (Path(folder, name) for name in sorted(names) if _is_document(name))
        else:
            yield path


def _is_document(name: str) -> bool:
    return not name.startswith(".") and not name.endswith(NOTES)
