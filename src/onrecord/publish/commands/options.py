"""What commands share: their options, opening the record, and showing a view as text, JSON or CSV.

Modules of commands import what they show inside the command: a command should start as fast as Python does.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.vocabulary.errors import NotInVocabulary

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.publish.listed.rows import Rows
    from onrecord.record.store import Record

AsJson = Annotated[bool, typer.Option("--json", help="Give the whole view as JSON, as the page's .json twin does.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Give the list as CSV, each row with its link and source.")]
AsParquet = Annotated[
    Path | None,
    typer.Option("--parquet", help="Write the list to a Parquet file of this name, its columns typed."),
]
RecordFolder = Annotated[
    Path | None, typer.Option("--record", help="Folder of a built record; yours, or the shipped one, if none.")
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="Only what was known on this day, YYYY-MM-DD; later reports do not leak in."),
]
Limit = Annotated[int | None, typer.Option(min=1, help="At most so many rows; all if not given.")]


def open_record(folder: Path | None, as_of: str | None = None) -> "Record":
    """Return the record, whole or as known on a day; NotInVocabulary for a day that is none."""
    from onrecord.record.store import Record

    return Record(folder_to_open(folder), day(as_of) if as_of else None)


def folder_to_open(folder: Path | None) -> Path:
    """Return the folder named, or else the user's record or the shipped one; says why it is not the user's."""
    from onrecord.record.opened import chosen_record

    if folder is not None:
        return folder
    chosen = chosen_record()
    if chosen.stale:
        typer.echo(f"onrecord: {chosen.stale}", err=True)
    return chosen.folder


def day(written: str) -> date:
    """Return the day written as YYYY-MM-DD; NotInVocabulary if it is none, or before the Council's first election."""
    try:
        found = date.fromisoformat(written)
    except ValueError as error:
        raise NotInVocabulary("day", written, "a day as YYYY-MM-DD") from error
    if found < FIRST_DAY:
        raise NotInVocabulary("day", written, f"a day from {FIRST_DAY}, the first session of the Council, on")
    return found


FIRST_DAY = date(2006, 6, 30)
"""The first day as of which the record can be asked: the Council's first session had taken its first votes."""


def show(
    view: Any,
    json: bool,
    text: Callable[[Any, "Console"], None],
    csv: Callable[[Any], "Rows"] | None = None,
) -> None:
    """Write a view to standard output: as CSV where ``csv`` gives its rows, as JSON, or as text."""
    if csv is not None:
        from onrecord.publish.as_csv import rows_csv

        rows = csv(view)
        sys.stdout.write(rows_csv(rows.columns, rows.rows))
    elif json:
        from onrecord.publish.as_json import as_json

        sys.stdout.write(as_json(view))
    else:
        from onrecord.publish.as_text import console

        text(view, console())


@dataclass(frozen=True, slots=True)
class Form:
    """How a list is asked for: as JSON, as CSV, as a Parquet file; as text where it is none of these."""

    json: bool = False
    csv: bool = False
    parquet: Path | None = None


def show_list(view: Any, form: Form, text: Callable[[Any, "Console"], None], rows: Callable[[Any], "Rows"]) -> None:
    """Write a view whose ``rows`` are a list as ``show`` does, or its rows to a Parquet file.

    Raises typer.BadParameter where the file cannot be written.
    """
    if form.parquet is None:
        show(view, form.json, text, rows if form.csv else None)
    else:
        _save(rows(view), form.parquet)


def _save(rows: "Rows", target: Path) -> None:
    from onrecord import __version__
    from onrecord.publish.as_parquet import rows_parquet

    content = rows_parquet(rows, {"list": rows.name, "n": str(len(rows.rows)), "onrecord": __version__})
    try:
        target.write_bytes(content)
    except OSError as error:
        raise typer.BadParameter(f"{target}: {error.strerror}", param_hint="--parquet") from error
    typer.echo(f"wrote {target} ({len(rows.rows):,} rows)", err=True)
