"""Recorded votes for a notebook, each with its figures, its document and, where a state is asked for, its position."""

import numpy as np

from onrecord.publish.languages.state_names import state_name
from onrecord.publish.listed.votes import votes_rows
from onrecord.publish.notebook.asked import Words, Years, votes_asked
from onrecord.publish.notebook.opened import opened
from onrecord.publish.notebook.table import About, Table
from onrecord.publish.views.selected_votes import selected, table_asked
from onrecord.publish.views.shared import Sources, vote_line
from onrecord.publish.views.votes import Filters, VoteList
from onrecord.record.position_table import Code, PositionTable
from onrecord.record.selected_ballots import ballots_of
from onrecord.record.store import Record
from onrecord.vocabulary.states import State

_SHOWN = ("date", "symbol", "title", "situations", "agenda_item", "yes", "no", "abstain", "absent", "status")
_OF_A_STATE = ("date", "symbol", "title", "situations", "position", "yes", "no", "abstain", "status")


def votes(  # noqa: PLR0913 - one argument for each filter, as a notebook completes them
    state: str | None = None,
    *,
    body: str = "HRC",
    years: Years = None,
    item: Words = None,
    kind: Words = None,
    situation: Words = None,
    selection: str | None = None,
    record: Record | None = None,
) -> Table:
    """Return recorded votes, one row each in the order of their dates, with the link to the document of each.

    With a ``state``, under any of its names, the votes it could take part in with its position; where the record does
    not have it, ``position`` says so. ``years`` is one year or the first and the last; ``item``, ``kind`` and
    ``situation`` are one or several; ``selection`` is a named selection of country situations. NotInVocabulary for a
    word that the record does not know, and where no vote fits.
    """
    source = opened(record)
    table = table_asked(source, votes_asked(body, years, (item, kind, situation), selection))
    about = selected(source, table)
    of = source.gazetteer.resolve(state, about.last) if state else None
    chosen = table if of is None else _open_to(table, of)
    rows = votes_rows(_listed(source, chosen, of))
    return Table(rows, _about(source, chosen, about.words, of))


def _open_to(table: PositionTable, state: State) -> PositionTable:
    row = table.row(state.iso3)
    none = np.zeros(len(table.rollcalls), dtype=np.bool_)
    return table.columns(none if row is None else table.codes[row] != Code.NOT_A_MEMBER)


def _listed(record: Record, table: PositionTable, state: State | None) -> VoteList:
    sources, code = Sources(record), state.iso3 if state else None
    lines = tuple(vote_line(record, one, sources, code) for one in ballots_of(record, table, code))
    named = state_name(record.gazetteer, code) if code else None
    filters = Filters(state=code, body=table.selection.body.value)
    return VoteList(filters, named, len(lines), 0, lines, ())


def _about(record: Record, table: PositionTable, words: str, state: State | None) -> About:
    n, name = len(table.rollcalls), state_name(record.gazetteer, state.iso3) if state else None
    left_out = ("votes held while it had no seat, or was no member of the United Nations",) if name else ()
    return About(
        title=f"{n:,} recorded vote{'s' * (n != 1)}" + (f" that {name} could take part in" if name else ""),
        method="every recorded vote of the selection as its sources list it; status says whether they agree",
        citation="the document in each row's document_url, read from the publication in source",
        n=n,
        counted="recorded votes",
        selection=words,
        shown=_OF_A_STATE if name else _SHOWN,
        left_out=(*left_out, "texts adopted without a vote"),
        notes=("on an amendment a yes may oppose the text it amends: kind tells them apart",),
    )
