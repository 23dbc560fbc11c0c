"""The command that says what a document, a release or one's own record changes, in words."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.publish.commands.options import AsJson, show
from onrecord.vocabulary.errors import NotInVocabulary, RecordMissing

if TYPE_CHECKING:
    from onrecord.publish.export.changes import Changes, Comparable


def register(app: typer.Typer) -> None:
    """Add the command ``diff``."""
    app.command()(diff)


def diff(
    what: Annotated[
        str | None, typer.Argument(help="A document that was read (hash, symbol, file name), or an older folder.")
    ] = None,
    new: Annotated[
        Path | None, typer.Argument(help="Folder of the newer record or release; the first then is the older one.")
    ] = None,
    mine: Annotated[bool, typer.Option("--mine", help="Compare your own record with the shipped one.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="At most so many examples of each thing; all are counted.")] = 20,
    json: AsJson = False,
    csv: Annotated[bool, typer.Option("--csv", help="Every change of two folders as a row of CSV.")] = False,
    record: Annotated[
        Path | None, typer.Option("--record", help="Record a document is compared with; the shipped one if none.")
    ] = None,
) -> None:
    """Say what a document adds to the record or has otherwise, or how two records or releases differ."""
    if mine:
        from onrecord.record.store import shipped_record

        _show_changes(shipped_record(), _own_record(), json, csv)
    elif what is not None and new is not None:
        _show_changes(Path(what), new, json, csv)
    elif what is not None:
        _show_document(what, limit, json, record)
    else:
        raise NotInVocabulary("what to compare", "nothing", "a document, two folders, or --mine")


def _own_record() -> Path:
    from onrecord.record.archive.home import home
    from onrecord.record.opened import users_record
    from onrecord.record.schema import MANIFEST

    folder = users_record(home())
    if not (folder / MANIFEST).exists():
        raise RecordMissing(f"{folder}: expected your own record, found none; `onrecord build --mine` makes it")
    return folder


def _show_document(named: str, limit: int, json: bool, folder: Path | None) -> None:
    from onrecord.publish.terminal.worklist import show_document_diff
    from onrecord.publish.views.readings import reading_view
    from onrecord.record.archive.documents import Archive
    from onrecord.record.archive.home import home
    from onrecord.record.store import Record, shipped_record

    archive = Archive(home())
    # The shipped record, not one's own: that may hold the document already.
    record = Record(folder or shipped_record())
    show(reading_view(archive.document(named), archive, record, limit), json, show_document_diff)


def _show_changes(old: Path, new: Path, json: bool, csv: bool) -> None:
    from onrecord.publish.as_json import as_json
    from onrecord.publish.export.changes import changes_between
    from onrecord.publish.export.changes_in_words import in_words
    from onrecord.publish.export.release import changes_csv

    (before, since), (after, name) = _opened(old), _opened(new)
    changes: Changes = changes_between(before, after, since)
    if csv:
        sys.stdout.write(changes_csv(changes))
    elif json:
        sys.stdout.write(as_json(changes))
    else:
        sys.stdout.write(in_words(changes, name, "are given by --csv"))


def _opened(folder: Path) -> "tuple[Comparable, str]":
    """Return what can be compared of a folder, an export or a built record, and how it is called."""
    from onrecord.publish.export.changes import of_record, of_release
    from onrecord.publish.export.data_package import SCHEMA
    from onrecord.publish.export.release import check_whole, named

    if (folder / SCHEMA).exists():
        check_whole(folder)
        return of_release(folder), named(folder)
    return of_record(folder), f"the record in {folder}"
