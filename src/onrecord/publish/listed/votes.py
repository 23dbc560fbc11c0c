"""Votes as rows: of any list, a situation, a session, a state's year; and the positions taken in one vote."""

from collections.abc import Iterable
from typing import Any

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.session import SessionRecord, TextOfSession
from onrecord.publish.views.shared import StateHead, VoteLine
from onrecord.publish.views.situation import SituationRecord, UnvotedText
from onrecord.publish.views.state_year import StateYear
from onrecord.publish.views.vote import StateVote, VoteRecord
from onrecord.publish.views.votes import VoteList
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.symbols import parse_symbol

_COLUMNS = (
    "date", "date_precision", "body", "session", "symbol", "title", "situations", "agenda_item", "kind", "result",
    "state", "position", "position_doubtful", "yes", "no", "abstain", "absent", "status", "reading",
    "document_place", "document_url", "source", "source_url", "rollcall_id", "link",
)  # fmt: skip


def votes_rows(view: VoteList) -> Rows:
    """Return the votes of a list, with a state's positions where it is about one."""
    return rows_of("onrecord-votes", _COLUMNS, [vote_row(line, view.state_name) for line in view.votes])


def state_year_rows(view: StateYear) -> Rows:
    """Return a state's votes of a year on country-situation texts as a whole."""
    name = f"onrecord-{view.state.page.rpartition('/')[2]}-{view.year}"
    return rows_of(name, _COLUMNS, [vote_row(line, view.state.name) for line in view.country_situations])


def situation_rows(view: SituationRecord) -> Rows:
    """Return every text on a situation: those put to a vote, amendments and motions, those decided without one."""
    voted = [vote_row(line) for line in (*view.votes, *view.counted_apart)]
    name = f"onrecord-situation-{view.page.rpartition('/')[2]}"
    return rows_of(name, _COLUMNS, [*voted, *_unvoted(view.without_a_vote)])


def session_rows(view: SessionRecord) -> Rows:
    """Return every text of a session: those put to a vote, amendments and motions, those decided without one."""
    voted = [vote_row(line) for line in (*view.votes, *view.amendments_and_motions)]
    unvoted = [{**row, "session": view.session} for row in _unvoted(view.without_a_vote)]
    return rows_of(f"onrecord-session-{view.session}", _COLUMNS, [*voted, *unvoted])


def vote_row(line: VoteLine, state: str | None = None) -> Row:
    """Return a vote as a row; ``state`` names whose position it holds."""
    position = line.position.value if line.position else "not in the record"
    own = {name: getattr(line, name) for name in _COLUMNS if hasattr(line, name)}
    return {
        **own,
        "situations": " ".join(line.situations),
        "result": line.outcome,
        "state": state,
        "position": position if state else None,
        "position_doubtful": line.position_doubtful if state else None,
        "document_place": line.cite.place,
        "document_url": line.cite.url,
        "source": line.cite.source,
        "source_url": line.cite.source_url,
        "link": line.page,
    }


def _unvoted(texts: Iterable[UnvotedText | TextOfSession]) -> list[dict[str, Any]]:
    return [
        {
            "date": text.date,
            "symbol": text.symbol,
            "title": text.title,
            "kind": text.kind if isinstance(text, TextOfSession) else None,
            "result": text.outcome,
            "document_url": parse_symbol(text.symbol).url,
            "link": text.page,
        }
        for text in texts
    ]


_POSITIONS = (
    "date", "date_precision", "body", "session", "symbol", "title", "state", "iso3", "regional_group", "position",
    "position_doubtful", "listed_position", "rule", "correction_id", "result", "yes", "no", "abstain", "absent",
    "status", "document_place", "document_url", "source", "source_url", "rollcall_id", "link",
)  # fmt: skip


def positions_rows(view: VoteRecord) -> Rows:
    """Return every state's position in one vote: members by group, states listed that were not, members not listed."""
    shared = {name: getattr(view, name) for name in _POSITIONS if hasattr(view, name)} | {
        "result": view.outcome,
        "document_place": view.cite.place,
        "document_url": view.cite.url,
        "source": view.cite.source,
        "source_url": view.cite.source_url,
        "link": view.page,
    }
    listed = [*(one for group in view.groups for one in group.states), *view.not_members]
    found = [{**shared, **_head(one.state), **_position(one)} for one in listed]
    missing = [
        {**shared, **_head(state), "position": "not in the record", "position_doubtful": False}
        for state in view.not_in_record
        if state.iso3 not in {one.state.iso3 for one in listed}
    ]
    return rows_of(f"onrecord-{view.page.rpartition('/')[2]}", _POSITIONS, [*found, *missing])


def _head(state: StateHead) -> Row:
    return {"state": state.name, "iso3": state.iso3, "regional_group": state.regional_group}


def _position(one: StateVote) -> Row:
    return {
        "position": _said(one.position),
        "position_doubtful": one.doubtful,
        "listed_position": one.listed.value if one.listed else None,
        "rule": one.rule,
        "correction_id": one.correction_id,
    }


def _said(position: Position | None) -> str:
    return position.value if position else "not in the record"
