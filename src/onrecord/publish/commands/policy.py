"""The command on how far states vote with a stated policy."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, AsParquet, Form, RecordFolder, open_record, show_list
from onrecord.vocabulary.errors import UnreadableDocument


def register(app: typer.Typer) -> None:
    """Add the command ``policy``."""
    app.command()(policy)


def policy(
    file: Annotated[
        Path,
        typer.Argument(help="CSV with the columns symbol, direction (for, against), weight (normal, strong or empty)."),
    ],
    json: AsJson = False,
    csv: AsCsv = False,
    parquet: AsParquet = None,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show how far every state votes with a policy you state: two published scores, their bands and ranks."""
    from onrecord.publish.listed.policy import policy_rows
    from onrecord.publish.terminal.policy import show_policy
    from onrecord.publish.views.policy import policy_agreement

    view = policy_agreement(open_record(record, as_of), file.name, _content(file))
    show_list(view, Form(json, csv, parquet), show_policy, policy_rows)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UnreadableDocument(str(file), "the file", "a CSV file that can be read", str(error.strerror)) from error
