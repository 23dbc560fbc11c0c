"""The pages of lists, situations, sessions, data and methods."""

from fastapi import APIRouter

from onrecord.publish.listed.audit import data_rows
from onrecord.publish.listed.browse import sessions_rows, situations_rows, states_rows
from onrecord.publish.listed.votes import session_rows, situation_rows
from onrecord.publish.views.lists import (
    DataRecord,
    SessionList,
    SituationList,
    StateList,
    data_record,
    session_list,
    situation_list,
    state_list,
)
from onrecord.publish.views.methods import MethodsRecord, methods_record
from onrecord.publish.views.session import SessionRecord, session_record
from onrecord.publish.views.situation import SituationRecord, situation_record
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page
from onrecord.publish.web.list_data import rows_at
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


@page(router, "/states", "states.html")
@rows_at(router, "/states", states_rows)
def states(record: Opened) -> StateList:
    """All states by regional group."""
    return state_list(record)


@page(router, "/situations", "situations.html")
@rows_at(router, "/situations", situations_rows)
def situations(record: Opened) -> SituationList:
    """All country situations."""
    return situation_list(record)


@page(router, "/situations/{asked}", "situation.html")
@rows_at(router, "/situations/{asked}", situation_rows)
def situation(record: Opened, asked: str) -> SituationRecord:
    """One country situation."""
    found = situation_record(record, asked)
    if found.page != f"/situations/{asked}":
        raise Moved(found.page)
    return found


@page(router, "/sessions", "sessions.html")
@rows_at(router, "/sessions", sessions_rows)
def sessions(record: Opened) -> SessionList:
    """All sessions."""
    return session_list(record)


@page(router, "/sessions/{asked}", "session.html")
@rows_at(router, "/sessions/{asked}", session_rows)
def session(record: Opened, asked: str) -> SessionRecord:
    """One session."""
    found = session_record(record, asked)
    if found.page != f"/sessions/{asked}":
        raise Moved(found.page)
    return found


@page(router, "/data", "data.html")
@rows_at(router, "/data", data_rows)
def data(record: Opened, rule: str = "") -> DataRecord:
    """What is wrong or missing in the data."""
    try:
        return data_record(record, rule or None)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error


@page(router, "/methods", "methods.html")
def methods(record: Opened) -> MethodsRecord:
    """How the record reads, counts and compares."""
    return methods_record(record)
