"""The commands on votes, and on the situations and sessions that have them."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, Limit, RecordFolder, open_record, show


def register(app: typer.Typer) -> None:
    """Add the commands ``vote``, ``votes``, ``situation`` and ``session``."""
    app.command()(vote)
    app.command()(votes)
    app.command()(situation)
    app.command()(session)


def vote(
    text: Annotated[
        str, typer.Argument(help="Symbol, in full or short, or roll-call id: A/HRC/RES/25/24, 25/24, ga-5000.")
    ],
    json: AsJson = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Show one vote: the figures of every witness, all positions by regional group, what is in doubt."""
    from onrecord.publish import as_text
    from onrecord.publish.views.vote import vote_record

    view = vote_record(open_record(record, as_of), text)
    show(view, json, as_text.show_vote)


def votes(
    state: Annotated[str | None, typer.Option(help="Only votes a state could take part in, with its position.")] = None,
    year: Annotated[int | None, typer.Option(help="Calendar year.")] = None,
    situation: Annotated[str | None, typer.Option(help="Country situation: syria, SYR, palestine.")] = None,
    session: Annotated[str | None, typer.Option(help="Session: 25, S-21.")] = None,
    item: Annotated[str | None, typer.Option(help="Agenda item, 1 to 10.")] = None,
    kind: Annotated[str | None, typer.Option(help="resolution, decision, draft, amendment or motion.")] = None,
    position: Annotated[str | None, typer.Option(help="yes, no, abstain or absent; with --state.")] = None,
    status: Annotated[str | None, typer.Option(help="agreed, one witness, sources conflict or no positions.")] = None,
    words: Annotated[str | None, typer.Option(help="Words of the title, as they follow one another.")] = None,
    body: Annotated[str, typer.Option(help="HRC (Human Rights Council) or GA (General Assembly).")] = "HRC",
    limit: Limit = None,
    json: AsJson = False,
    csv: AsCsv = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """List recorded votes, the latest first, narrowed by filters."""
    from onrecord.publish import as_text
    from onrecord.publish.listed.votes import votes_rows
    from onrecord.publish.views.votes import Filters, vote_list

    filters = Filters(state, year, situation, session, item, kind, position, status, words, body)
    view = vote_list(open_record(record, as_of), filters, limit=limit)
    show(view, json, as_text.show_votes, votes_rows if csv else None)


def situation(
    name: Annotated[
        str, typer.Argument(help="Country situation by name, code or page address: Syria, SYR, palestine.")
    ],
    json: AsJson = False,
    csv: AsCsv = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Show every text on a country situation, and how each member voted over the years."""
    from onrecord.publish import as_text
    from onrecord.publish.listed.votes import situation_rows
    from onrecord.publish.views.situation import situation_record

    view = situation_record(open_record(record, as_of), name)
    show(view, json, as_text.show_situation, situation_rows if csv else None)


def session(
    number: Annotated[
        str, typer.Argument(help="Session of the Council: 25 for a regular one, S-21 for a special one.")
    ],
    json: AsJson = False,
    csv: AsCsv = False,
    as_of: AsOf = None,
    record: RecordFolder = None,
) -> None:
    """Show a session: when it sat, what it put to a vote, what it adopted without one."""
    from onrecord.publish import as_text
    from onrecord.publish.listed.votes import session_rows
    from onrecord.publish.views.session import session_record

    view = session_record(open_record(record, as_of), number)
    show(view, json, as_text.show_session, session_rows if csv else None)
