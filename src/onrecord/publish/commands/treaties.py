"""The command on treaties."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, RecordFolder, open_record, show


def register(app: typer.Typer) -> None:
    """Add the command ``treaties`` to the command line."""
    app.command()(treaties)


def treaties(
    state: Annotated[str | None, typer.Argument(help="State: Kazakhstan, KAZ. All states if not given.")] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Show which UN human rights treaties a state has joined, what was outstanding, what it joined in each term."""
    from onrecord.publish.listed.treaties import matrix_rows, treaties_rows
    from onrecord.publish.terminal import treaties as text
    from onrecord.publish.views.treaties import treaties_of_state
    from onrecord.publish.views.treaty_matrix import treaty_matrix

    opened = open_record(record, as_of)
    if state is None:
        show(treaty_matrix(opened), json, text.show_matrix, matrix_rows if csv else None)
    else:
        show(treaties_of_state(opened, state), json, text.show_treaties, treaties_rows if csv else None)
