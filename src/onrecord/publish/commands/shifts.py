"""The commands on differences and changes: selectivity, shifts of a state's support, turns of subjects."""

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

OfState = Annotated[str, typer.Argument(help="A state by name, ISO 3166 code or page address.")]


def register(app: typer.Typer) -> None:
    """Add the commands ``selectivity``, ``shifts`` and ``turns``."""
    for command in (selectivity, shifts, turns):
        app.command()(command)


def selectivity(
    name: OfState,
    against: Annotated[
        str | None, typer.Option(help="A named selection to put beside; all other votes if none.")
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
    """Show a state's support in some votes beside that in the others: is the difference more than chance would make?"""
    from onrecord.publish.listed.shifts import selectivity_rows
    from onrecord.publish.terminal.shifts import show_selectivity
    from onrecord.publish.views.selectivity import SelectivityAsked, selectivity_of_state

    votes = votes_asked(body, (first, last), item, kind, situation, selection)
    view = selectivity_of_state(open_record(record, as_of), SelectivityAsked(name, votes, against))
    show_list(view, Form(json, csv, parquet), show_selectivity, selectivity_rows)


def shifts(
    name: OfState,
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
    """Show a state's support by year, and between which years it changed by more than chance would make."""
    from onrecord.publish.listed.shifts import shifts_rows
    from onrecord.publish.terminal.shifts import show_shifts
    from onrecord.publish.views.shifts import ShiftsAsked, shifts_of_state

    votes = votes_asked(body, (first, last), item, kind, situation, selection)
    view = shifts_of_state(open_record(record, as_of), ShiftsAsked(name, votes))
    show_list(view, Form(json, csv, parquet), show_shifts, shifts_rows)


def turns(
    by: Annotated[str, typer.Option(help="What makes resolutions one subject: situation or title.")] = "situation",
    first: FirstYear = None,
    last: LastYear = None,
    json: AsJson = False,
    csv: AsCsv = False,
    parquet: AsParquet = None,
    record: RecordFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show the subjects whose resolutions went from adoption without a vote to votes, or back."""
    from onrecord.publish.listed.shifts import turns_rows
    from onrecord.publish.terminal.shifts import show_turns
    from onrecord.publish.views.turns import TurnsAsked, turns_of_subjects

    view = turns_of_subjects(open_record(record, as_of), TurnsAsked(by, first, last))
    show_list(view, Form(json, csv, parquet), show_turns, turns_rows)
