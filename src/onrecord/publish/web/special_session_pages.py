"""The pages of special sessions: the list, and one session with its supporters."""

from fastapi import APIRouter, Request, Response

from onrecord.publish.terminal.special_sessions import special_sessions_csv
from onrecord.publish.views.special_sessions import (
    PATH,
    SpecialSessionList,
    SpecialSessionRecord,
    special_session_list,
    special_session_record,
)
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page, tagged
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


@router.api_route(f"{PATH}.csv", methods=["GET", "HEAD"])
def special_sessions_as_csv(request: Request, record: Opened, state: str = "") -> Response:
    """All special sessions as CSV, with what each list says of a state where one is asked for."""
    return tagged(request, special_sessions_csv(_list(record, state)), "text/csv; charset=utf-8")


@page(router, PATH, "special_sessions.html")
def special_sessions(record: Opened, state: str = "") -> SpecialSessionList:
    """All special sessions, with what each list says of a state where one is asked for."""
    return _list(record, state)


@page(router, f"{PATH}/{{asked}}", "special_session.html")
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
