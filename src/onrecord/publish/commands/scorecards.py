"""The command on scorecards."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, RecordFolder, open_record, show


def register(app: typer.Typer) -> None:
    """Add the command ``scorecard``."""
    app.command()(scorecard)


def scorecard(
    election: Annotated[str, typer.Option(help="Day of an election, or its year if there was only one.")],
    group: Annotated[str, typer.Option(help="Regional group: AG, APG, EEG, GRULAC or WEOG.")],
    json: AsJson = False,
    csv: AsCsv = False,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show the candidates of a group in an election side by side, as known on election day, without a total."""
    from onrecord.publish.listed.scorecards import scorecards_rows
    from onrecord.publish.terminal.scorecards import show_scorecard
    from onrecord.publish.views.scorecards import scorecard as view_of

    view = view_of(open_record(record, as_of), election, group)
    show(view, json, show_scorecard, scorecards_rows if csv else None)
