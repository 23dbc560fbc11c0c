"""The command line. Every command opens the record, makes a view, and shows it as text, JSON or CSV."""

import sys
from typing import Annotated

import typer

from onrecord import __version__
from onrecord.publish.commands import (
    agreement,
    blocs,
    building,
    calibrate,
    chart,
    check,
    citing,
    cohesion,
    compare,
    correct,
    diff,
    documents,
    elections,
    export,
    ideal_points,
    joint_statements,
    mcp,
    pledges,
    policy,
    read,
    reports,
    scorecards,
    self_reports,
    serve,
    shifts,
    site,
    special_sessions,
    sponsorships,
    standing,
    states,
    treaties,
    update,
    upr,
    visits,
    votes,
    worklist,
)
from onrecord.vocabulary.errors import OnRecordError

app = typer.Typer(
    name="onrecord",
    help="The open record of what each state promised and did at the UN Human Rights Council.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {__version__}\n{_record_open()}")
        raise typer.Exit


def _record_open() -> str:
    from onrecord.publish.commands.options import folder_to_open
    from onrecord.record.opened import head_of

    folder = folder_to_open(None)
    head = head_of(folder)
    if not head.mine:
        return "record: the shipped one"
    return f"record: yours, with documents: {head.documents}, corrections: {head.corrections} ({folder})"


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version, and which record is open."),
    ] = False,
) -> None:
    """The open record of what each state promised and did at the UN Human Rights Council."""


for _noun in (
    states,
    votes,
    citing,
    building,
    serve,
    elections,
    scorecards,
    pledges,
    treaties,
    upr,
    visits,
    standing,
    joint_statements,
    special_sessions,
    sponsorships,
    self_reports,
    shifts,
    compare,
    agreement,
    cohesion,
    policy,
    ideal_points,
    calibrate,
    blocs,
    chart,
    check,
    read,
    documents,
    update,
    diff,
    worklist,
    correct,
    reports,
    export,
    mcp,
    site,
):
    _noun.register(app)


def main() -> None:
    """Run the command line; what a reader can act on is said in one line, with exit code 2."""
    try:
        app()
    except OnRecordError as error:
        typer.echo(f"onrecord: {error}", err=True)
        sys.exit(2)
