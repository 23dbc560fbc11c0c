"""Documents kept by their hash: a folder for each, there whole or not at all.

A document's folder holds its bytes as they came, what is known of it, and every statement read in it. It is made
beside its place and moved there in one step, so a reader that is killed leaves the archive as it was or as it should
be. A changed document has another hash and is another document; nothing is overwritten but the statements of a
document that is read anew by a later edition of the readers.
"""

import contextlib
import gzip
import os
import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from onrecord.record.archive.disk import OURS, copied, hash_of, runs, settle, to_the_disk
from onrecord.record.archive.document import Becoming, Found, KeptDocument, Known, read_about, write_about
from onrecord.record.archive.settled import Settled, applied
from onrecord.sources.statement_lines import line_of, read_line
from onrecord.vocabulary.errors import DamagedArchive, NotInVocabulary, UnreadableDocument

BYTES, ABOUT, STATEMENTS = "bytes", "document.json", "statements.jsonl.gz"
_PART = ".part-"
_SHORTEST = 6
"""How many digits of a hash can name a document."""

Read = Callable[[Path, Callable[[str], None]], Iterable[Found]]
"""Reads a file: given its path, and whom to tell what format it is read as."""


class Archive:
    """The documents of one data folder."""

    def __init__(self, home: Path) -> None:
        """Take the archive of a data folder; it need not be there yet."""
        self._folder = home / "documents"

    def documents(self) -> list[KeptDocument]:
        """Return every document, by name and hash; DamagedArchive names one that cannot be read."""
        found, damaged = self.looked_through()
        if damaged:
            raise damaged[0]
        return found

    def looked_through(self) -> tuple[list[KeptDocument], list[DamagedArchive]]:
        """Return every document of which it can be read what it is, and what is wrong with each of the others."""
        found: list[KeptDocument] = []
        damaged: list[DamagedArchive] = []
        self._sweep()
        for folder in self._folders():
            try:
                found.append(self._about(folder))
            except DamagedArchive as error:
                damaged.append(error)
        return sorted(found, key=lambda one: (one.symbol or "", one.name, one.sha256)), damaged

    def document(self, named: str) -> KeptDocument:
        """Return the one document that a hash, its first digits, a symbol or a file's name means."""
        every, damaged = self.looked_through()
        begins = named.lower() if len(named) >= _SHORTEST else None
        fitting = [
            one for one in every if named in {one.symbol, one.name} or (begins and one.sha256.startswith(begins))
        ]
        if len(fitting) == 1:
            return fitting[0]
        if begins and not fitting:
            for error in damaged:
                if Path(error.file).parent.name.startswith(begins):
                    raise error
        expected = "a hash, symbol or file name of one document that was read"
        near = tuple(f"{one.short} ({one.symbol or one.name})" for one in (fitting or every)[:5])
        raise NotInVocabulary("document", named, expected, near)

    def bytes_of(self, document: KeptDocument) -> Path:
        """Return where a document's bytes are."""
        return self._folder / document.sha256 / BYTES

    def statements(self, document: KeptDocument) -> Iterator[Found]:
        """Yield what was read in a document and what was left, in its order, with what a person settled since.

        DamagedArchive where what was kept is not whole, DamagedFact where the table of answers cannot be read.
        """
        return applied(self._as_read(document), Settled(self._folder.parent).of(document.sha256), document.sha256)

    def _as_read(self, document: KeptDocument) -> Iterator[Found]:
        file, n = self._folder / document.sha256 / STATEMENTS, 0
        expected = f"{document.statements + document.left:,} lines of statements"
        try:
            with gzip.open(file, "rt", encoding="utf-8") as lines:
                for n, line in enumerate(lines, start=1):  # noqa: B007
                    yield read_line(line)
        except (OSError, EOFError, zlib.error, UnicodeDecodeError, UnreadableDocument) as error:
            raise DamagedArchive(f"{file}", expected, f"one that cannot be read after {n:,} ({error})") from error
        if n != document.statements + document.left:
            raise DamagedArchive(f"{file}", expected, f"{n:,}")

    def is_whole(self, document: KeptDocument) -> bool:
        """Return whether a document's bytes are those of its hash, and as many lines of statements as were written."""
        folder = self._folder / document.sha256
        try:
            with gzip.open(folder / STATEMENTS) as lines:
                n = sum(1 for _ in lines)
            return n == document.statements + document.left and hash_of(folder / BYTES) == document.sha256
        except (OSError, EOFError, zlib.error):
            return False

    def kept(self, sha256: str) -> KeptDocument | None:
        """Return the document of a hash; None where there is none, or none of which it can be read what it is."""
        self._sweep()
        try:
            return self._about(self._folder / sha256)
        except DamagedArchive:
            return None

    def keep(self, path: Path, known: Known, edition: str, read: Read, seen: Callable[[Found], None]) -> KeptDocument:
        """Keep a file with all that ``read`` finds in it, and return it; ``seen`` is told each finding as it comes.

        If the reading fails or is cut off, nothing is kept.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        self._sweep()
        made = Path(tempfile.mkdtemp(prefix=f"{_PART}{os.getpid()}-{OURS}-", dir=self._folder))
        try:
            sha256, size = copied(path, made / BYTES)
            about = Becoming(known, edition, sha256, size)
            _write(made / STATEMENTS, read(made / BYTES, about.recognised), about, seen)
            document = about.document()
            write_about(made / ABOUT, document)
            self._move(made, self._folder / sha256)
        finally:
            shutil.rmtree(made, ignore_errors=True)
        return document

    def _move(self, made: Path, goal: Path) -> None:
        """Put a document in its place; one that stands there, read by an earlier edition, makes way."""
        try:
            made.rename(goal)
        except OSError:
            if not goal.exists():
                raise
            aside = made.with_name(f"{made.name}-before")
            goal.rename(aside)
            made.rename(goal)
            shutil.rmtree(aside, ignore_errors=True)
        settle(self._folder)

    def _folders(self) -> list[Path]:
        if not self._folder.exists():
            return []
        return sorted(one for one in self._folder.iterdir() if one.is_dir() and not one.name.startswith("."))

    def _sweep(self) -> None:
        """Mend what a process that was killed left: a document that had made way comes back, the rest goes."""
        for left in self._folder.glob(f"{_PART}*"):
            process, _, made_by = left.name.removeprefix(_PART).partition("-")
            if runs(process, made_by):
                continue
            about = read_about(left / ABOUT) if left.name.endswith("-before") else None
            goal = self._folder / (about.sha256 if about else "")
            if about is None or goal.exists():
                shutil.rmtree(left, ignore_errors=True)
            else:
                # Another process may be mending the same at this moment; one of the two succeeds.
                with contextlib.suppress(OSError):
                    left.rename(goal)

    def _about(self, folder: Path) -> KeptDocument:
        document = read_about(folder / ABOUT)
        if document is None or document.sha256 != folder.name:
            found = "none that can be read" if document is None else f"that of {document.sha256}"
            raise DamagedArchive(f"{folder / ABOUT}", "what is known of the document", found)
        return document


def _write(file: Path, found: Iterable[Found], about: Becoming, seen: Callable[[Found], None]) -> None:
    with file.open("wb") as raw:
        with gzip.GzipFile("", "wb", 1, raw, mtime=0) as packed:
            for one in found:
                packed.write(f"{line_of(one)}\n".encode())
                about.found(one)
                seen(one)
        to_the_disk(raw)
