"""The command that puts one state beside all others."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, RecordFolder, open_record, show


def register(app: typer.Typer) -> None:
    """Add the command ``agreement``."""
    app.command()(agreement)


def agreement(
    name: Annotated[str, typer.Argument(help="A state by name, ISO 3166 code or page address.")],
    body: Annotated[str, typer.Option(help="GA (General Assembly) or HRC (Human Rights Council).")] = "GA",
    first: Annotated[
        int | None, typer.Option("--from", help="First calendar year; ten before the last if none.")
    ] = None,
    last: Annotated[int | None, typer.Option("--to", help="Last calendar year; the record's last if none.")] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show with which states one took the same position: share and n for every other state, nearest first."""
    from onrecord.publish.listed.agreement import agreement_rows
    from onrecord.publish.terminal.agreement import show_agreement
    from onrecord.publish.views.agreement import AgreementAsked, agreement_of_state

    view = agreement_of_state(open_record(record, as_of), AgreementAsked(name, body, first, last))
    show(view, json, show_agreement, agreement_rows if csv else None)
