"""The command that says where one thing in the record stands."""

import sys
from typing import Annotated

import typer

from onrecord.publish.commands.options import AsJson, AsOf, RecordFolder, open_record, show


def register(app: typer.Typer) -> None:
    """Add the command ``cite``."""
    app.command()(cite)


def cite(
    id: Annotated[
        str,
        typer.Argument(
            help="A vote, a text, VOTE/STATE, a correction, finding or source: 25/24/KAZ, c001; with --at a"
            " document that was read: its hash, symbol or file name."
        ),
    ],
    at: Annotated[
        str | None,
        typer.Option(help="Place in a document that was read: 95.42, or page 18, row 777; shows what stands there."),
    ] = None,
    format: Annotated[
        str, typer.Option(help="text, chicago, bibtex or ris; with text, the words and where they stand.")
    ] = "text",
    site: Annotated[str, typer.Option(help="Address of the site, for the link in it: https://example.org.")] = "",
    json: AsJson = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Say where one thing in the record stands: UN document, place in it, source, page."""
    from onrecord.publish import as_text
    from onrecord.publish.views.citation import citation, form_of, written
    from onrecord.publish.views.citation_forms import Form

    if at is not None:
        _cite_passage(id, at, json)
        return
    form, opened = form_of(format), open_record(record, as_of)
    view = citation(opened, id)
    if form is not Form.TEXT and not json:
        sys.stdout.write(written(opened, view, form, site.rstrip("/")))
        return
    show(view, json, as_text.show_citation)


def _cite_passage(document: str, at: str, json: bool) -> None:
    from onrecord.publish.terminal.passage import show_passage
    from onrecord.publish.views.passage import document_passage
    from onrecord.record.archive.documents import Archive
    from onrecord.record.archive.home import home

    show(document_passage(Archive(home()), document, at), json, show_passage)
