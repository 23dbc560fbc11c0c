"""The command on pledges."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, RecordFolder, open_record, show


def register(app: typer.Typer) -> None:
    """Add the command ``pledges`` to the command line."""
    app.command()(pledges)


def pledges(
    state: Annotated[str | None, typer.Argument(help="State: Kazakhstan, KAZ. All states if not given.")] = None,
    term: Annotated[str | None, typer.Option(help="Term stood for, or review: 2013-2015, “UPR session 7”.")] = None,
    theme: Annotated[str | None, typer.Option(help="Theme, for all states: treaty, women.")] = None,
    status: Annotated[
        str | None, typer.Option(help="For all states: kept, not kept, partly, open, cannot be measured.")
    ] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Show what states pledged, clause by clause: the test of each and whether the record shows it kept."""
    from onrecord.publish.listed.pledges import pledges_rows
    from onrecord.publish.terminal import pledges as text
    from onrecord.publish.views.pledges import pledge_list, pledges_of_state

    if state is None and term is not None:
        raise typer.BadParameter("a term is one State's: name the State", param_hint="--term")
    opened = open_record(record, as_of)
    listed = state is None or theme or status
    if listed and term:
        raise typer.BadParameter("give either a term, or a theme and a status", param_hint="--term")
    if listed or state is None:
        view = pledge_list(opened, state, theme, status)
    else:
        view = pledges_of_state(opened, state, term)
    show(view, json, text.show_pledges, pledges_rows if csv else None)
