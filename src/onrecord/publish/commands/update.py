"""The command that fetches official documents where programs may, and says what to save by hand where they may not."""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.publish.commands.options import AsJson, RecordFolder, open_record, show
from onrecord.publish.commands.read import read

if TYPE_CHECKING:
    from onrecord.publish.views.updating import Order, Update
    from onrecord.sources.fetching.answers import Answer
    from onrecord.sources.fetching.polite import Fetcher
    from onrecord.sources.fetching.receiving import Wanted


def register(app: typer.Typer) -> None:
    """Add the command ``update``."""
    app.command()(update)


def update(
    kind: Annotated[list[str] | None, typer.Argument(help="Kinds of documents; lists them all if not given.")] = None,
    of: Annotated[
        list[str] | None, typer.Option(help="Which: symbols (A/HRC/58/L.1) or treaties (IV-4); give it again for more.")
    ] = None,
    contact: Annotated[
        str, typer.Option(envvar="ONRECORD_CONTACT", help="Your e-mail address or page: the sites are told who asks.")
    ] = "",
    to: Annotated[Path | None, typer.Option(help="Folder to save into; fetched/ in your data folder if none.")] = None,
    read_them: Annotated[bool, typer.Option("--read", help="Read what was fetched into the archive.")] = False,
    json: AsJson = False,
    record: RecordFolder = None,
) -> None:
    """Fetch official documents politely where programs may; else say what to save by hand, and under what name."""
    from onrecord.publish.document_lines import write_line
    from onrecord.publish.terminal import updating as text
    from onrecord.publish.views import updating as views
    from onrecord.record.archive.home import home

    if not kind:
        show(views.kinds(), json, text.show_kinds)
        return
    folder = to or home() / "fetched"
    orders = _orders(tuple(kind), tuple(of or ()), folder, record)
    done = views.update(orders, _fetching(contact))
    if json and read_them:
        write_line({"update": done})
    else:
        show(done, json, text.show_update)
    _read(done, read_them, json, record)
    if done.not_got:
        raise typer.Exit(1)


def _orders(kinds: tuple[str, ...], which: tuple[str, ...], folder: Path, record: Path | None) -> "tuple[Order, ...]":
    from onrecord.publish.views.updating import order
    from onrecord.sources.fetching.addresses import address_of

    addresses, opened, year = [address_of(kind) for kind in kinds], open_record(record), datetime.now(UTC).year
    return tuple(order(opened, address, which, folder, year) for address in addresses)


def _fetching(contact: str) -> "Callable[[Wanted], Answer]":
    """Return what fetches one document and says how far it is; who runs this is asked where it was not said."""

    @cache
    def fetcher() -> "Fetcher":
        return _fetcher(contact or _asked_for())

    return lambda wanted: _fetched(fetcher(), wanted)


def _asked_for() -> str:
    if not sys.stdin.isatty():
        hint = "the sites are told who asks: give --contact with your e-mail address, or ONRECORD_CONTACT"
        raise typer.BadParameter(hint, param_hint="--contact")
    return typer.prompt("Your e-mail address or page, by which the sites can reach you", err=True)


def _fetcher(contact: str) -> "Fetcher":
    from onrecord.sources.fetching.polite import Fetcher
    from onrecord.sources.fetching.waiting import Clock

    return Fetcher(contact, clock=Clock(wait=_wait))


def _wait(seconds: float) -> None:
    typer.echo(f"waiting {seconds:,.0f} seconds before the next request", err=True)
    time.sleep(seconds)


def _fetched(fetcher: "Fetcher", wanted: "Wanted") -> "Answer":
    from dataclasses import replace

    from onrecord.publish.terminal.progress import Progress

    progress = Progress()

    def told(come: int, of: int | None) -> None:
        progress.say(f"{wanted.path.name}: {come:,}{f' of {of:,}' if of else ''} bytes have come")

    typer.echo(f"fetching {wanted.url}", err=True)
    try:
        return fetcher.fetch(replace(wanted, told=told))
    finally:
        progress.end()


def _read(done: "Update", asked: bool, json: bool, record: Path | None) -> None:
    """Read what is there now into the archive, or say how it is read."""
    if not done.got:
        return
    files = [Path(one.file) for one in done.got]
    if asked:
        read(files, json=json, retrieved=f"{datetime.now(UTC).date()}", record=record)
    elif not json:
        typer.echo(f"To read {'it' if len(files) == 1 else 'them'}: onrecord read {' '.join(map(str, files))}")
