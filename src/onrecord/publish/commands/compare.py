"""The command that compares two states."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsJson, AsOf, RecordFolder, open_record, show


def register(app: typer.Typer) -> None:
    """Add the command ``compare``."""
    app.command()(compare)


def compare(
    a: Annotated[str, typer.Argument(help="A state by name, ISO 3166 code or page address.")],
    b: Annotated[str, typer.Argument(help="Another state.")],
    year: Annotated[int | None, typer.Option(help="Only the votes of one calendar year.")] = None,
    json: AsJson = False,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show two states side by side: shared votes, support, treaties, reviews, institutions, ratings, with every n."""
    from onrecord.publish.terminal.compare import show_comparison
    from onrecord.publish.views.compare import comparison

    show(comparison(open_record(record, as_of), a, b, year), json, show_comparison)
