"""The command that writes the whole site as files."""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.publish.commands.options import RecordFolder, folder_to_open
from onrecord.publish.languages.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

_LANGUAGES = ", ".join(language.value for language in Language if language.prefix)


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(site)


def site(
    folder: Annotated[Path, typer.Argument(help="Folder to write into: empty, not there yet, or an earlier copy.")],
    base: Annotated[
        str, typer.Option(help="Address the copy will have, as https://example.org/onrecord: printed in citations.")
    ] = "",
    language: Annotated[
        list[str] | None, typer.Option(help=f"A language beside English, as often as wanted: {_LANGUAGES}.")
    ] = None,
    processes: Annotated[int, typer.Option(min=0, help="Processes at work; as many as there are cores if 0.")] = 0,
    record: RecordFolder = None,
) -> None:
    """Write the whole site as files that any host can serve, with a search and filters that need no server."""
    from onrecord.publish.site.copy import copy_site
    from onrecord.publish.site.making import Asked

    folder = folder.resolve()
    asked = Asked(folder_to_open(record), _languages(language), _base(base), folder.with_name(f".{folder.name}.part"))
    started = time.monotonic()
    made = copy_site(folder, asked, processes, progress=_progress())
    typer.echo(
        f"{made.pages:,} pages in {made.files:,} files, {made.bytes / 1e6:,.0f} MB, record to {made.last_day},"
        f" in {time.monotonic() - started:,.0f} s: {folder}"
    )


def _languages(asked: list[str] | None) -> tuple[Language, ...]:
    known = {one.value: one for one in Language}
    for word in asked or ():
        if word not in known:
            raise typer.BadParameter(f"expected one of {_LANGUAGES}, found {word!r}", param_hint="--language")
    return tuple(one for one in Language if one is Language.EN or one.value in (asked or ()))


def _base(written: str) -> str:
    if written and not written.startswith(("https://", "http://")):
        hint = f"expected an address as https://example.org/onrecord, found {written!r}"
        raise typer.BadParameter(hint, param_hint="--base")
    return written.rstrip("/")


def _progress() -> "Callable[[int, int], None]":
    """Return what tells the reader how far the copy is, at most once in a second."""
    told = 0.0

    def progress(done: int, known: int) -> None:
        nonlocal told
        if time.monotonic() - told > 1 or done == known:
            told = time.monotonic()
            ending = "\r" if sys.stderr.isatty() else "\n"
            sys.stderr.write(f"{done:,} of {known:,} addresses{ending}")
            sys.stderr.flush()

    return progress
