"""The command on one state."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, RecordFolder, open_record, show

if TYPE_CHECKING:
    from onrecord.record.store import Record


def register(app: typer.Typer) -> None:
    """Add the command ``state``."""
    app.command()(state)


def state(
    name: Annotated[str, typer.Argument(help="Name, ISO 3166 code or page address of a state: Kazakhstan, KAZ.")],
    year: Annotated[int | None, typer.Option(help="One calendar year; the whole record if not given.")] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Show how a state voted on country situations: all its years on the Council, or one year in full."""
    if year is None and csv:
        hint = "a list is one year's: give --year, or use `onrecord votes --state`"
        raise typer.BadParameter(hint, param_hint="--csv")
    if year is None:
        _show_state(open_record(record, as_of), name, json)
    else:
        _show_state_year(open_record(record, as_of), name, year, json, csv)


def _show_state(opened: "Record", name: str, json: bool) -> None:
    from onrecord.publish import as_text
    from onrecord.publish.views.state import state_record

    view = state_record(opened, name)
    show(view, json, as_text.show_state)


def _show_state_year(opened: "Record", name: str, year: int, json: bool, csv: bool) -> None:
    from onrecord.publish import as_text
    from onrecord.publish.listed.votes import state_year_rows
    from onrecord.publish.views.state_year import state_year

    view = state_year(opened, name, year)
    show(view, json, as_text.show_state_year, state_year_rows if csv else None)
