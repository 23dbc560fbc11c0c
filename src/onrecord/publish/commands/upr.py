"""The commands on the Universal Periodic Review."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsCsv, AsJson, AsOf, RecordFolder, open_record, show

_REVIEWED = "Name, ISO 3166 code or page address of the state under review."


def register(app: typer.Typer) -> None:
    """Put the commands ``upr`` and ``upr-between`` on the command line."""
    app.command()(upr)
    app.command("upr-between")(upr_between)


def upr(
    state: Annotated[str | None, typer.Argument(help=f"{_REVIEWED} All reviews if not given.")] = None,
    by: Annotated[str | None, typer.Option(help="Only what this state recommended, row by row.")] = None,
    cycle: Annotated[int | None, typer.Option(help="Only this cycle, of the list of reviews or of rows.")] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show a state's reviews with every count under its unit, and what it recommends to whom."""
    from onrecord.publish.listed import upr as listing
    from onrecord.publish.terminal import upr as text_upr
    from onrecord.publish.views.upr import upr_of_state
    from onrecord.publish.views.upr_lists import RecommendationFilters, recommendation_list, upr_list

    opened = open_record(record, as_of)
    if by is not None or (state is not None and cycle is not None):
        rows = recommendation_list(opened, RecommendationFilters(state=state, by=by, cycle=cycle))
        show(rows, json, text_upr.show_recommendations, listing.recommendations_rows if csv else None)
    elif state is None:
        show(upr_list(opened, cycle), json, text_upr.show_upr_list, listing.reviews_rows if csv else None)
    else:
        show(upr_of_state(opened, state), json, text_upr.show_upr, listing.upr_rows if csv else None)


def upr_between(
    reviewed: Annotated[str, typer.Argument(help=_REVIEWED)],
    by: Annotated[str, typer.Argument(help="Name, ISO 3166 code or page address of the recommending state.")],
    json: AsJson = False,
    csv: AsCsv = False,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """List what one state recommended to another, row by row, with the responses."""
    from onrecord.publish.listed import upr as listing
    from onrecord.publish.terminal import upr as text_upr
    from onrecord.publish.views.upr_lists import RecommendationFilters, recommendation_list

    rows = recommendation_list(open_record(record, as_of), RecommendationFilters(state=reviewed, by=by))
    show(rows, json, text_upr.show_recommendations, listing.recommendations_rows if csv else None)
