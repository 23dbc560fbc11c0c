"""The commands on who votes with whom: clusters, defection from a group, the outvoted, moves."""

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


def register(app: typer.Typer) -> None:
    """Add the commands ``blocs``, ``defection``, ``outvoted`` and ``moves``."""
    for command in (blocs, defection, outvoted, moves):
        app.command()(command)


def blocs(
    method: Annotated[
        str, typer.Option(help="Agreement by which states are put together: three-point or identical.")
    ] = "three-point",
    clusters: Annotated[int | None, typer.Option(help="How many clusters; as the silhouette says if none.")] = None,
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
    """Show which states vote alike: clusters, how clear they are, and whether resampled votes give them again."""
    from onrecord.publish.listed.blocs import blocs_rows
    from onrecord.publish.terminal.blocs import show_blocs
    from onrecord.publish.views.blocs import BlocsAsked
    from onrecord.publish.views.blocs import blocs as view_of

    votes = votes_asked(body, (first, last), item, kind, situation, selection)
    view = view_of(open_record(record, as_of), BlocsAsked(votes, method, clusters))
    show_list(view, Form(json, csv, parquet), show_blocs, blocs_rows)


def defection(
    group: Annotated[str, typer.Argument(help="A group: AG, APG, EEG, GRULAC, WEOG, EU, COE, LAS, GCC, ASEAN, AU.")],
    line: Annotated[str, typer.Option(help="The group's line: plurality or majority of its members.")] = "plurality",
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
    """Show which members of a group vote otherwise than the group, with n and interval, and how united it is."""
    from onrecord.publish.listed.blocs import defection_rows
    from onrecord.publish.terminal.blocs import show_defection
    from onrecord.publish.views.defection import DefectionAsked
    from onrecord.publish.views.defection import defection as view_of

    votes = votes_asked(body, (first, last), item, kind, situation, selection)
    view = view_of(open_record(record, as_of), DefectionAsked(group, votes, line))
    show_list(view, Form(json, csv, parquet), show_defection, defection_rows)


def outvoted(
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
    """Show which states were most often on the side with fewer votes, with n and interval."""
    from onrecord.publish.listed.blocs import outvoted_rows
    from onrecord.publish.terminal.blocs import show_outvoted
    from onrecord.publish.views.outvoted import outvoted_states

    votes = votes_asked(body, (first, last), item, kind, situation, selection)
    view = outvoted_states(open_record(record, as_of), votes)
    show_list(view, Form(json, csv, parquet), show_outvoted, outvoted_rows)


def moves(
    reference: Annotated[
        str | None, typer.Option("--with", help="Agreement with this state; with all other states if none.")
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
    """Show which states changed from one year to the next, by a test that counts all the tests made."""
    from onrecord.publish.listed.blocs import moves_rows
    from onrecord.publish.terminal.blocs import show_moves
    from onrecord.publish.views.moves import MovesAsked, moves_of_states

    votes = votes_asked(body, (first, last), item, kind, situation, selection)
    view = moves_of_states(open_record(record, as_of), MovesAsked(votes, reference))
    show_list(view, Form(json, csv, parquet), show_moves, moves_rows)
