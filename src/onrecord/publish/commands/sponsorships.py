"""The command on sponsors of texts."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, RecordFolder, open_record, show


def register(app: typer.Typer) -> None:
    """Add the command ``sponsorships``."""
    app.command()(sponsorships)


def sponsorships(
    of: Annotated[str | None, typer.Argument(help="A state or a symbol: Kazakhstan, 54/5; all texts if none.")] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show the sponsors of texts as far as the lists in the record go; absence from a list is never "did not"."""
    from onrecord.publish.listed.sponsorships import sponsorships_rows
    from onrecord.publish.terminal.sponsorships import show_sponsorships
    from onrecord.publish.views.sponsorships import sponsorship_list

    view = sponsorship_list(open_record(record, as_of), of)
    show(view, json, show_sponsorships, sponsorships_rows if csv else None)
