"""The command that shows the documents that were read and kept."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.publish.commands.options import RecordFolder
from onrecord.publish.commands.read import AsLines, record_beside

if TYPE_CHECKING:
    from onrecord.record.archive.document import KeptDocument
    from onrecord.record.archive.documents import Archive


def register(app: typer.Typer) -> None:
    """Add the command ``documents``."""
    app.command()(documents)


def documents(
    name: Annotated[str | None, typer.Argument(help="Its hash, the first digits of it, symbol or file.")] = None,
    json: AsLines = False,
    limit: Annotated[int | None, typer.Option(min=0, help="At most so many of each thing; all if not given.")] = None,
    record: RecordFolder = None,
) -> None:
    """List the documents that were read and kept, or show one in full: what is known of it, says, was left."""
    from onrecord.record.archive.documents import Archive
    from onrecord.record.archive.home import home

    archive = Archive(home())
    if name is None:
        _listed(archive, json)
    else:
        _in_full(archive, archive.document(name), json, limit, record)


def _listed(archive: "Archive", json: bool) -> None:
    from onrecord.publish.as_text import console
    from onrecord.publish.document_lines import write_line
    from onrecord.publish.terminal.reading import show_documents
    from onrecord.publish.views.readings import document_head

    found, damaged = archive.looked_through()
    heads = [document_head(one) for one in found]
    if json:
        for head in heads:
            write_line({"document": head})
    else:
        show_documents(heads, console())
    for error in damaged:
        typer.echo(f"onrecord: {error}", err=True)
    if damaged:
        raise typer.Exit(1)


def _in_full(archive: "Archive", document: "KeptDocument", json: bool, limit: int | None, record: Path | None) -> None:
    from onrecord.publish.as_text import console
    from onrecord.publish.document_lines import write_line, write_statements
    from onrecord.publish.terminal import reading as text
    from onrecord.publish.views.readings import document_head, reading_view

    if json:
        write_line({"document": document_head(document)})
        write_statements(archive, document)
    else:
        view = reading_view(document, archive, record_beside(record), sys.maxsize if limit is None else limit)
        text.show_document(view, archive.statements(document), limit, console())
