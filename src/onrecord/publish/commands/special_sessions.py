"""The command on special sessions."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, RecordFolder, open_record, show


def register(app: typer.Typer) -> None:
    """Add the command ``special-session``."""
    app.command("special-session")(special_session)


def special_session(
    session: Annotated[str | None, typer.Argument(help="S-20; all special sessions if not given.")] = None,
    state: Annotated[str | None, typer.Option(help="A state: what each list lets one conclude of it.")] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show who called a special session and who supported it, and what a state's absence from a list means."""
    from onrecord.publish.listed import special_sessions as listing
    from onrecord.publish.terminal import special_sessions as text
    from onrecord.publish.views.special_sessions import special_session_list, special_session_record

    opened = open_record(record, as_of)
    if session:
        view = special_session_record(opened, session, state)
        show(view, json, text.show_special_session, listing.special_session_rows if csv else None)
    else:
        listed = special_session_list(opened, state)
        show(listed, json, text.show_special_sessions, listing.special_sessions_rows if csv else None)
