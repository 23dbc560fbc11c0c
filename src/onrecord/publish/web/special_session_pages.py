"""The pages of special sessions: the list, and one session with its supporters."""

from fastapi import APIRouter

from onrecord.publish.listed.special_sessions import special_session_rows, special_sessions_rows
from onrecord.publish.views.special_sessions import (
    PATH,
    SpecialSessionList,
    SpecialSessionRecord,
    special_session_list,
    special_session_record,
)
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page
from onrecord.publish.web.list_data import rows_at
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


@page(router, PATH, "special_sessions.html")
@rows_at(router, PATH, special_sessions_rows)
def special_sessions(record: Opened, state: str = "") -> SpecialSessionList:
    """All special sessions, with what each list says of a state where one is asked for."""
    return _list(record, state)


@page(router, f"{PATH}/{{asked}}", "special_session.html")
@rows_at(router, f"{PATH}/{{asked}}", special_session_rows)
def special_session(record: Opened, asked: str, state: str = "") -> SpecialSessionRecord:
    """One special session: who asked for it, who supported it, what its list says of a state."""
    _known(record, state)
    found = special_session_record(record, asked, state.strip() or None)
    if found.page != f"{PATH}/{asked}":
        raise Moved(found.page)
    return found


def _list(record: Record, state: str) -> SpecialSessionList:
    _known(record, state)
    return special_session_list(record, state.strip() or None)


def _known(record: Record, state: str) -> None:
    try:
        if state.strip():
            record.gazetteer.resolve(state)
    except NotInVocabulary as error:
        raise BadQuery("state", error.expected, error.found, error.suggestions) from error
