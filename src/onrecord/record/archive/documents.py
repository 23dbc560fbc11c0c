"""Documents kept by their hash: a folder for each, there whole or not at all.

A document's folder holds its bytes as they came, what is known of it, and every statement read in it. It is made
beside its place and moved there in one step, so a reader that is killed leaves the archive as it was or as it should
be. A changed document has another hash and is another document; nothing is overwritten but the statements of a
document that is read anew by a later edition of the readers.
"""

import gzip
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.sources.statement_lines import line_of, read_line
from onrecord.vocabulary.errors import DamagedArchive, NotInVocabulary
from onrecord.vocabulary.statements import DocumentSaid, Left, Statement

BYTES, ABOUT, STATEMENTS = "bytes", "document.json", "statements.jsonl.gz"
_PART = ".part-"
_SHORTEST = 6
"""How many digits of a hash can name a document."""
_STRETCH = 1 << 20

Found = Statement | Left
Read = Callable[[Path, Callable[[str], None]], Iterable[Found]]
"""Reads a file: given its path, and whom to tell what format it is read as."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a file beside its bytes: where it comes from, when it was got, under what terms."""

    name: str
    url: str | None = None
    retrieved: date | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document of the archive: what it is known by, and how much was read in it.

    ``reader`` is the format it was read as, ``edition`` the edition of the readers; ``statements`` and ``left`` count
    what was read and what was left.
    """

    sha256: str
    bytes: int
    name: str
    url: str | None
    retrieved: date | None
    licence: str | None
    symbol: str | None
    title: str | None
    reader: str
    edition: str
    statements: int
    left: int

    @property
    def short(self) -> str:
        """The first digits of the hash, by which a person names the document."""
        return self.sha256[:12]


class Archive:
    """The documents of one data folder."""

    def __init__(self, home: Path) -> None:
        """Take the archive of a data folder; it need not be there yet."""
        self._folder = home / "documents"

    def documents(self) -> list[KeptDocument]:
        """Return every document, by name and hash; DamagedArchive names one that cannot be read."""
        found = [self._about(folder) for folder in self._folders()]
        return sorted(found, key=lambda one: (one.symbol or "", one.name, one.sha256))

    def document(self, named: str) -> KeptDocument:
        """Return the one document that a hash, its first digits, a symbol or a file's name means."""
        every = self.documents()
        fitting = [
            one
            for one in every
            if named in {one.symbol, one.name} or (len(named) >= _SHORTEST and one.sha256.startswith(named.lower()))
        ]
        if len(fitting) != 1:
            expected = "a hash, symbol or file name of one document that was read"
            near = tuple(f"{one.short} ({one.symbol or one.name})" for one in (fitting or every)[:5])
            raise NotInVocabulary("document", named, expected, near)
        return fitting[0]

    def bytes_of(self, document: KeptDocument) -> Path:
        """Return where a document's bytes are."""
        return self._folder / document.sha256 / BYTES

    def statements(self, document: KeptDocument) -> Iterator[Found]:
        """Yield what was read in a document and what was left, in its order."""
        with gzip.open(self._folder / document.sha256 / STATEMENTS, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield read_line(line)

    def kept(self, sha256: str) -> KeptDocument | None:
        """Return the document of a hash, or None."""
        folder = self._folder / sha256
        return self._about(folder) if folder.exists() else None

    def keep(self, path: Path, known: Known, edition: str, read: Read, seen: Callable[[Found], None]) -> KeptDocument:
        """Keep a file with all that ``read`` finds in it, and return it; ``seen`` is told each finding as it comes.

        If the reading fails or is cut off, nothing is kept.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        self._sweep()
        made = Path(tempfile.mkdtemp(prefix=f"{_PART}{os.getpid()}-", dir=self._folder))
        try:
            sha256, size = _copy(path, made / BYTES)
            about = _About(known, edition, sha256, size)
            _write(made / STATEMENTS, read(made / BYTES, about.recognised), about, seen)
            document = about.document()
            _write_whole(made / ABOUT, json.dumps(_shown(document), indent=1, ensure_ascii=False) + "\n")
            self._move(made, self._folder / sha256)
        finally:
            shutil.rmtree(made, ignore_errors=True)
        return document

    def _move(self, made: Path, goal: Path) -> None:
        """Put a document in its place; one that stands there, read by an earlier edition, makes way."""
        if goal.exists():
            aside = made.with_name(f"{made.name}-before")
            goal.rename(aside)
            made.rename(goal)
            shutil.rmtree(aside, ignore_errors=True)
        else:
            made.rename(goal)
        _settle(self._folder)

    def _folders(self) -> list[Path]:
        if not self._folder.exists():
            return []
        return sorted(one for one in self._folder.iterdir() if one.is_dir() and not one.name.startswith("."))

    def _sweep(self) -> None:
        """Mend what a process that was killed left: a document that had made way comes back, the rest goes."""
        for left in self._folder.glob(f"{_PART}*"):
            if _runs(int(left.name.removeprefix(_PART).partition("-")[0])):
                continue
            if left.name.endswith("-before") and (about := _read_about(left)):
                goal = self._folder / about["sha256"]
                if not goal.exists():
                    left.rename(goal)
                    continue
            shutil.rmtree(left, ignore_errors=True)

    def _about(self, folder: Path) -> KeptDocument:
        told: dict[str, Any] = _read_about(folder) or {}
        try:
            told["retrieved"] = date.fromisoformat(told["retrieved"]) if told["retrieved"] else None
            return KeptDocument(**told)
        except (KeyError, TypeError, ValueError) as error:
            place = f"{folder / ABOUT}"
            raise DamagedArchive(place, "what is known of a document", f"{error or 'nothing'}") from error


class _About:
    """What becomes known of a document while it is read."""

    def __init__(self, known: Known, edition: str, sha256: str, size: int) -> None:
        self._known, self._edition, self._sha256, self._size = known, edition, sha256, size
        self._reader, self._said = "", DocumentSaid()
        self._statements = self._left = 0

    def recognised(self, reader: str) -> None:
        self._reader = reader

    def found(self, one: Found) -> None:
        if isinstance(one, Left):
            self._left += 1
            return
        self._statements += 1
        if isinstance(one.says, DocumentSaid) and self._said == DocumentSaid():
            self._said = one.says

    def document(self) -> KeptDocument:
        return KeptDocument(
            sha256=self._sha256,
            bytes=self._size,
            **asdict(self._known),
            symbol=self._said.symbol,
            title=self._said.title,
            reader=self._reader,
            edition=self._edition,
            statements=self._statements,
            left=self._left,
        )


def _write(file: Path, found: Iterable[Found], about: _About, seen: Callable[[Found], None]) -> None:
    with file.open("wb") as raw, gzip.GzipFile("", "wb", 1, raw, mtime=0) as packed:
        for one in found:
            packed.write(f"{line_of(one)}\n".encode())
            about.found(one)
            seen(one)


def _shown(document: KeptDocument) -> dict[str, Any]:
    return {**asdict(document), "retrieved": document.retrieved.isoformat() if document.retrieved else None}


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copy(path: Path, to: Path) -> tuple[str, int]:
    """Copy a file and return its hash and size; what is hashed is what is kept."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as source, to.open("wb") as goal:
        while stretch := source.read(_STRETCH):
            digest.update(stretch)
            goal.write(stretch)
            size += len(stretch)
    return digest.hexdigest(), size


def _write_whole(file: Path, text: str) -> None:
    with file.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


def _settle(folder: Path) -> None:
    """Have a folder's new names written to the disk, where the platform can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _read_about(folder: Path) -> dict[str, Any] | None:
    try:
        told = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return told if isinstance(told, dict) else None


def _runs(process: int) -> bool:
    """Return whether a process of this number is at work; another's counts as one."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
