"""The command on joint statements."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, RecordFolder, open_record, show


def register(app: typer.Typer) -> None:
    """Add the command ``joint-statement``."""
    app.command("joint-statement")(joint_statement)


def joint_statement(
    statement: Annotated[str | None, typer.Argument(help="Its id, BHR-2013-HRC22; all if not given.")] = None,
    state: Annotated[str | None, typer.Option(help="A state: joined, did not join, or not in the record.")] = None,
    situation: Annotated[str | None, typer.Option(help="Country situation: bahrain, CHN; for the list.")] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show joint statements, who led and joined them, and what a state's absence from a list means."""
    from onrecord.publish.listed import joint_statements as listing
    from onrecord.publish.terminal import joint_statements as text
    from onrecord.publish.views.joint_statements import joint_statement_list, joint_statement_record

    if statement and situation:
        raise typer.BadParameter("one statement has its own situation: leave out --situation", param_hint="--situation")
    opened = open_record(record, as_of)
    if statement:
        view = joint_statement_record(opened, statement, state)
        show(view, json, text.show_joint_statement, listing.joint_statement_rows if csv else None)
    else:
        listed = joint_statement_list(opened, state, situation)
        show(listed, json, text.show_joint_statements, listing.joint_statements_rows if csv else None)
