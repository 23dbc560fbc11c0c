"""The command on how others rate a state."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, RecordFolder, open_record, show


def register(app: typer.Typer) -> None:
    """Put the command ``standing`` on the command line."""
    app.command()(standing)


def standing(
    state: Annotated[str, typer.Argument(help="Name, ISO 3166 code or page address of a state.")],
    json: AsJson = False,
    csv: AsCsv = False,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show how others rate a state: national institution, RSF, Freedom House, concluding observations."""
    from onrecord.publish.listed.standing import standing_rows
    from onrecord.publish.terminal import standing as text_standing
    from onrecord.publish.views.standing import standing_of_state

    view = standing_of_state(open_record(record, as_of), state)
    show(view, json, text_standing.show_standing, standing_rows if csv else None)
