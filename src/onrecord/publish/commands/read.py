"""The command that reads official documents into the user's archive."""

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.publish.commands.options import RecordFolder
from onrecord.vocabulary.errors import DamagedArchive, NotInVocabulary, OnRecordError, UnreadableDocument

if TYPE_CHECKING:
    from onrecord.publish.views.read_files import FileRead, FileUnread, ReadSummary
    from onrecord.record.archive.document import Known
    from onrecord.record.archive.documents import Archive
    from onrecord.record.archive.reading import ReadFile
    from onrecord.record.store import Record

AsLines = Annotated[
    bool, typer.Option("--json", help="JSON Lines: each document, every statement and what was left, a summary.")
]
Examples = Annotated[int, typer.Option(min=0, help="At most so many examples of each thing that was found.")]


def register(app: typer.Typer) -> None:
    """Add the command ``read``."""
    app.command()(read)


def read(
    files: Annotated[list[Path], typer.Argument(help="Files as saved from the sites of the UN, or folders of them.")],
    json: AsLines = False,
    source: Annotated[
        str | None, typer.Option("--from", help="Address the file came from; for one file. Kept with it.")
    ] = None,
    retrieved: Annotated[str | None, typer.Option(help="Day it was got, YYYY-MM-DD. Kept with it.")] = None,
    licence: Annotated[str | None, typer.Option(help="On what terms it may be used, in words. Kept with it.")] = None,
    limit: Examples = 5,
    no_keep: Annotated[bool, typer.Option("--no-keep", help="Only show what is read; keep nothing.")] = False,
    no_build: Annotated[
        bool, typer.Option("--no-build", help="Keep what is read, but leave your record as it is until it is built.")
    ] = False,
    record: RecordFolder = None,
) -> None:
    """Read official documents: recognised by what is in them, read strictly, kept with all that was found and left."""
    from onrecord.publish.views.read_files import files_in, summary
    from onrecord.record.archive.documents import Archive
    from onrecord.record.archive.home import home

    every = list(files_in(files))
    if source and len(every) > 1:
        raise typer.BadParameter(f"one address is one file's; {len(every)} were given", param_hint="--from")
    known = Given(source, day_got(retrieved), licence)
    with _folder(None if no_keep else home()) as folder:
        reading = Reading(Archive(folder), record_beside(record), kept=not no_keep)
        done = summary([_shown(reading, path, known, limit, json) for path in every])
    _summed(done, json)
    layered = no_keep or no_build or done.new == 0 or _layered()
    if done.unread or not layered:
        raise typer.Exit(1)


def _layered() -> bool:
    """Build the user's record anew over what is in the archive now; say why, and return False, where that fails."""
    from onrecord.publish.commands.export import progress
    from onrecord.record.archive.home import home
    from onrecord.record.archive.layered import layer

    try:
        layer(home(), progress("your record: "))
    except OnRecordError as error:
        typer.echo(f"onrecord: what was read is kept, but your record was not built anew: {error}", err=True)
        return False
    typer.echo("Your record holds it now, beside what it had.", err=True)
    return True


@contextmanager
def _folder(home: Path | None) -> Generator[Path]:
    """Give the data folder, or one that is gone afterwards where nothing is to be kept."""
    if home is not None:
        yield home
    else:
        with tempfile.TemporaryDirectory(prefix="onrecord-") as made:
            yield Path(made)


def record_beside(folder: Path | None) -> "Record":
    """Return the record that documents are held against: the shipped one, which no document of the user's is in."""
    from onrecord.record.store import Record, shipped_record

    return Record(folder or shipped_record())


def day_got(written: str | None) -> date | None:
    """Return the day a file was got; NotInVocabulary for what is no day."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise NotInVocabulary("day", written or "", "a day as YYYY-MM-DD") from None


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of the files: where they come from, when they were got, on what terms."""

    url: str | None = None
    retrieved: date | None = None
    licence: str | None = None

    def of(self, path: Path) -> "Known":
        """Return what is known of a file; of one that was fetched also its address, which lies beside it."""
        from onrecord.record.archive.document import Known
        from onrecord.sources.fetching.kept import noted

        fetched = noted(path)
        return Known(path.name, self.url or (fetched.url if fetched else None), self.retrieved, self.licence)


@dataclass(frozen=True, slots=True)
class Reading:
    """Into which archive files are read, beside which record, and whether what is read stays."""

    archive: "Archive"
    record: "Record"
    kept: bool = True

    def of(self, path: Path, given: Given, limit: int) -> "FileRead | FileUnread":
        """Return what is read in a file, or why it cannot be."""
        from onrecord.publish.views.read_files import FileRead, FileUnread
        from onrecord.publish.views.readings import reading_view

        try:
            done = self._done(path, given)
            view = reading_view(done.document, self.archive, self.record, limit)
        except UnreadableDocument as error:
            return FileUnread(str(path), error.place, error.expected, error.found)
        except DamagedArchive as error:
            return FileUnread(str(path), error.file, error.expected, error.found)
        except OSError as error:
            return FileUnread(str(path), "the whole file", "one that can be read and kept", _in_words(error))
        return FileRead(str(path), done.read_before, self.kept, view)

    def _done(self, path: Path, given: Given) -> "ReadFile":
        from onrecord import __version__
        from onrecord.record.archive.reading import Readers, read_file

        if not path.is_file():
            raise UnreadableDocument(str(path), "the whole file", "a file", "none" if not path.exists() else "no file")
        readers = Readers(self.record.gazetteer, __version__)
        with _told(path) as listening:
            return read_file(self.archive, path, given.of(path), readers, listening)


def _in_words(error: OSError) -> str:
    return error.strerror or type(error).__name__


@contextmanager
def _told(path: Path) -> Generator[Any]:
    """Give who is told while a file is read, and says so on standard error where it takes longer than a second."""
    from onrecord.publish.terminal.progress import Progress
    from onrecord.record.archive.reading import Listening

    progress, size, found = Progress(), path.stat().st_size, 0

    def seen(_: object) -> None:
        nonlocal found
        found += 1

    def done(of_bytes: int) -> None:
        progress.say(f"{path.name}: {of_bytes:,} of {size:,} bytes read, {found:,} statements")

    try:
        yield Listening(progress=done, found=seen)
    finally:
        progress.end()


def _shown(reading: Reading, path: Path, given: Given, limit: int, json: bool) -> "FileRead | FileUnread":
    """Read a file and show what came of it at once."""
    from onrecord.publish.as_text import console
    from onrecord.publish.document_lines import write_line, write_statements
    from onrecord.publish.terminal import reading as text
    from onrecord.publish.views.read_files import FileUnread

    done = reading.of(path, given, limit)
    if isinstance(done, FileUnread):
        typer.echo(f"onrecord: {text.unread_words(done)}", err=True)
        if json:
            write_line({"unread": done})
    elif json:
        document = reading.archive.kept(done.reading.document.sha256)
        if document is not None:
            write_line({"document": done.reading.document, "read_before": done.read_before, "kept": done.kept})
            write_statements(reading.archive, document)
            write_line({"summary": done.reading})
    else:
        text.show_file(done, console())
    return done


def _summed(done: "ReadSummary", json: bool) -> None:
    from onrecord.publish.as_text import console
    from onrecord.publish.document_lines import write_line
    from onrecord.publish.terminal import reading as text

    if json:
        write_line({"files": done})
    else:
        text.show_summary(done, console())
    if len(done.unread) > 1 and not json:
        named = ", ".join(one.file for one in done.unread)
        typer.echo(f"onrecord: {len(done.unread)} files could not be read: {named}", err=True)
