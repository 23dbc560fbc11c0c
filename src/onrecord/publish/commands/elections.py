"""The commands on elections: all of them, and one."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, RecordFolder, open_record, show


def register(app: typer.Typer) -> None:
    """Add the commands ``election`` and ``elections``."""
    app.command()(election)
    app.command()(elections)


def election(
    date: Annotated[str, typer.Argument(help="Day of an election, or its year or month if there was only one.")],
    json: AsJson = False,
    csv: AsCsv = False,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show an election to the Council: candidates, seats, votes with rank and ties, terms, what was not found."""
    from onrecord.publish.listed.elections import election_rows
    from onrecord.publish.terminal.elections import show_election
    from onrecord.publish.views.elections import election_record

    view = election_record(open_record(record, as_of), date)
    show(view, json, show_election, election_rows if csv else None)


def elections(json: AsJson = False, csv: AsCsv = False, record: RecordFolder = None, as_of: AsOf = None) -> None:
    """List every election to the Council with its seats, its candidates and which slates were contested."""
    from onrecord.publish.listed.elections import elections_rows
    from onrecord.publish.terminal.elections import show_elections
    from onrecord.publish.views.elections import election_list

    show(election_list(open_record(record, as_of)), json, show_elections, elections_rows if csv else None)
