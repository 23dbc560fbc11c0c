"""The command on how far the members of a group vote alike."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, AsParquet, Form, RecordFolder, open_record, show_list
from onrecord.publish.commands.vote_selection import (
    FirstYear,
    Items,
    Kinds,
    LastYear,
    Named,
    OfBody,
    Situations,
    votes_asked,
)


def register(app: typer.Typer) -> None:
    """Add the command ``cohesion``."""
    app.command()(cohesion)


def cohesion(
    group: Annotated[
        list[str],
        typer.Argument(help="A group: AG, APG, EEG, GRULAC, WEOG, EU, AU …; or two states or more by name or code."),
    ],
    drawn: Annotated[
        str | None,
        typer.Option(help="What intervals draw again: sessions, or roll calls; sessions where there are five or more."),
    ] = None,
    body: OfBody = "HRC",
    first: FirstYear = None,
    last: LastYear = None,
    item: Items = None,
    kind: Kinds = None,
    situation: Situations = None,
    selection: Named = None,
    json: AsJson = False,
    csv: AsCsv = False,
    parquet: AsParquet = None,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show how far the members of a group vote alike: agreement index, Rice and Attinà, with n and interval."""
    from onrecord.publish.listed.cohesion import cohesion_rows
    from onrecord.publish.terminal.cohesion import show_cohesion
    from onrecord.publish.views.cohesion import CohesionAsked, cohesion_of_group

    votes = votes_asked(body, (first, last), item, kind, situation, selection)
    view = cohesion_of_group(open_record(record, as_of), CohesionAsked(tuple(group), votes, drawn))
    show_list(view, Form(json, csv, parquet), show_cohesion, cohesion_rows)
