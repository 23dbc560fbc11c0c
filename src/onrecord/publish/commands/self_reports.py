"""The command on what states say of themselves."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, RecordFolder, open_record, show


def register(app: typer.Typer) -> None:
    """Add the command ``self-report``."""
    app.command("self-report")(self_report)


def self_report(
    state: Annotated[str, typer.Argument(help="A state by name, ISO 3166 code or page address.")],
    json: AsJson = False,
    csv: AsCsv = False,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show what a state says of itself, each claim beside what the record knew that day, and the roles it held."""
    from onrecord.publish.listed.self_reports import self_report_rows
    from onrecord.publish.terminal.self_reports import show_self_report
    from onrecord.publish.views.self_reports import self_report_record

    view = self_report_record(open_record(record, as_of), state)
    show(view, json, show_self_report, self_report_rows if csv else None)
