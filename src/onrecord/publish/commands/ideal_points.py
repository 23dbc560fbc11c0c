"""The command on ideal points."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import (
    AsCsv,
    AsJson,
    AsOf,
    AsParquet,
    Form,
    RecordFolder,
    open_record,
    show_list,
)
from onrecord.publish.commands.vote_selection import FirstYear, Items, Kinds, LastYear, OfBody, Situations, votes_asked


def register(app: typer.Typer) -> None:
    """Add the command ``ideal-points``."""
    app.command(name="ideal-points")(ideal_points)


def ideal_points(
    state: Annotated[str | None, typer.Option(help="Show this state only; all are estimated together.")] = None,
    mode: Annotated[
        str,
        typer.Option(
            help="dynamic (a path over the periods), static (one point each), session (each alone) or posterior."
        ),
    ] = "dynamic",
    period: Annotated[str, typer.Option(help="A point for each year or each session.")] = "year",
    level: Annotated[float, typer.Option(help="What share an interval holds, from 0.5 to 0.99.")] = 0.9,
    informed: Annotated[
        bool, typer.Option("--informed/--alone", help="The Council's points with the Assembly's votes, or alone.")
    ] = True,
    body: OfBody = "HRC",
    first: FirstYear = None,
    last: LastYear = None,
    item: Items = None,
    kind: Kinds = None,
    situation: Situations = None,
    json: AsJson = False,
    csv: AsCsv = False,
    parquet: AsParquet = None,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Estimate where states stand on one line, with intervals: from their votes, by an ordinal probit model."""
    from onrecord.publish.listed.ideal_points import ideal_points_rows
    from onrecord.publish.terminal.ideal_points import show_ideal_points
    from onrecord.publish.terminal.waiting import Waiting
    from onrecord.publish.views.ideal_points import PointsAsked, ideal_points_of

    votes = votes_asked(body, (first, last), item, kind, situation)
    asked = PointsAsked(votes, state, mode, period, level, informed)
    with Waiting("estimating; the same question again is answered at once"):
        view = ideal_points_of(open_record(record, as_of), asked)
    show_list(view, Form(json, csv, parquet), show_ideal_points, ideal_points_rows)
