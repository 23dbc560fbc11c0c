"""Reads a file into the user's archive: recognised, read apart, kept whole or not at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from onrecord.record.archive.disk import hash_of
from onrecord.record.archive.document import Found, KeptDocument, Known
from onrecord.record.archive.documents import Archive
from onrecord.sources.apart import Limits, read_apart
from onrecord.vocabulary.states import Gazetteer


@dataclass(frozen=True, slots=True)
class Listening:
    """Who is told while a file is read: the format it is read as, the bytes done, each finding."""

    recognised: Callable[[str], None] = lambda reader: None
    progress: Callable[[int], None] = lambda done: None
    found: Callable[[Found], None] = lambda found: None


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What became of a file: the document that is kept, and whether it had been read before by these readers."""

    document: KeptDocument
    read_before: bool


@dataclass(frozen=True, slots=True)
class Readers:
    """How files are read: with whose names of states, within what limits, by which edition of the program."""

    gazetteer: Gazetteer
    edition: str
    limits: Limits = field(default_factory=Limits)


def read_file(archive: Archive, path: Path, known: Known, readers: Readers, listening: Listening) -> ReadFile:
    """Read a file into the archive and return what is kept; UnreadableDocument where it cannot be read.

    A file that these readers have read before changes nothing; what was found in it then is told again.
    """
    before = archive.kept(hash_of(path))
    if before is not None and before.edition == readers.edition and archive.is_whole(before):
        listening.recognised(before.reader)
        for one in archive.statements(before):
            listening.found(one)
        return ReadFile(before, read_before=True)
    read = partial(_read, known.name, readers, listening)
    document = archive.keep(path, _known(known, before), readers.edition, read, listening.found)
    return ReadFile(document, read_before=False)


def _known(known: Known, before: KeptDocument | None) -> Known:
    """Return what is known of a file; what was said of it at an earlier reading holds where nothing is said now."""
    if before is None:
        return known
    return Known(
        known.name, known.url or before.url, known.retrieved or before.retrieved, known.licence or before.licence
    )


def _read(
    name: str, readers: Readers, listening: Listening, path: Path, recognised: Callable[[str], None]
) -> Iterator[Found]:
    def told(reader: str) -> None:
        recognised(reader)
        listening.recognised(reader)

    return read_apart(path, name, readers.gazetteer, readers.limits, listening.progress, told)
