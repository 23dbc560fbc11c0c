"""The command for corrections of one's own: entered with a reason and an author, shown beside what is listed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.publish.commands.options import AsJson, open_record, show
from onrecord.vocabulary.errors import NotInVocabulary, OnRecordError

if TYPE_CHECKING:
    from onrecord.publish.views.own_corrections import OwnCorrection, Said


def register(app: typer.Typer) -> None:
    """Add the command ``correct``."""
    app.command()(correct)


def correct(
    rollcall: Annotated[str | None, typer.Argument(help="The vote, by symbol or roll-call id: 25/24.")] = None,
    state: Annotated[str | None, typer.Argument(help="The state, by name or code: KAZ.")] = None,
    position: Annotated[str | None, typer.Argument(help="yes, no, abstain or absent.")] = None,
    reason: Annotated[str, typer.Option(help="Why, in words: shown with the correction.")] = "",
    author: Annotated[str, typer.Option(help="Who says so: shown with the correction.")] = "",
    document: Annotated[
        str | None, typer.Option(help="The document it rests on: hash, symbol or file name of one that was read.")
    ] = None,
    undo: Annotated[str | None, typer.Option(help="Take back the correction of this id: u1.")] = None,
    json: AsJson = False,
) -> None:
    """Correct a state's position in your own record; what is listed stays beside it. The record is made anew."""
    from onrecord.publish.terminal.corrections import show_correction
    from onrecord.publish.views import own_corrections
    from onrecord.record.archive.home import home

    record = open_record(None)
    if undo is not None:
        view = _made_anew(home(), lambda: own_corrections.undone(record, home(), undo))
    else:
        said = _said((rollcall, state, position), reason, author, document)
        row = own_corrections.correction_said(record, home(), said, date.today())
        view = _made_anew(home(), lambda: own_corrections.entered(record, home(), row))
    show(view, json, show_correction)


def _said(named: tuple[str | None, str | None, str | None], reason: str, author: str, document: str | None) -> "Said":
    from onrecord.publish.views.own_corrections import Said

    rollcall, state, position = named
    if rollcall is None or state is None or position is None:
        raise NotInVocabulary("correction", "not all three", "a vote, a state and a position, or --undo with an id")
    return Said(rollcall, state, position, reason, author, document)


def _made_anew(folder: Path, change: Callable[[], "OwnCorrection"]) -> "OwnCorrection":
    """Change the corrections and make the record anew; where it cannot be made, they are as they were."""
    from onrecord.record.archive.corrections import corrections_file, read_corrections, write_corrections
    from onrecord.record.archive.layered import layer

    file = corrections_file(folder)
    before = read_corrections(file)
    view = change()
    try:
        layer(folder, lambda step: typer.echo(step, err=True))
    except OnRecordError:
        write_corrections(file, before)
        raise
    return view
