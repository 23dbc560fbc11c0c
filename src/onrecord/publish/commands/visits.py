"""The command on visits and standing invitations."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, RecordFolder, open_record, show


def register(app: typer.Typer) -> None:
    """Put the command ``visits`` on the command line."""
    app.command()(visits)


def visits(
    state: Annotated[
        str | None, typer.Argument(help="Name, ISO 3166 code or page address of a state; all states if not given.")
    ] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show visits to a state, requests for visits and its standing invitation, as far as they are in the record."""
    from onrecord.publish.listed.visits import visits_list_rows, visits_rows
    from onrecord.publish.terminal import visits as text_visits
    from onrecord.publish.views.visits import visits_list, visits_of_state

    opened = open_record(record, as_of)
    if state is None:
        show(visits_list(opened), json, text_visits.show_visits_list, visits_list_rows if csv else None)
    else:
        show(visits_of_state(opened, state), json, text_visits.show_visits, visits_rows if csv else None)
