"""The pages of joint statements: the list with its filters, and one statement with those that joined it."""

from fastapi import APIRouter, Request, Response

from onrecord.publish.terminal.joint_statements import joint_statements_csv
from onrecord.publish.views.joint_statements import (
    PATH,
    JointStatementList,
    JointStatementRecord,
    joint_statement_list,
    joint_statement_record,
)
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page, tagged
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


@router.api_route(f"{PATH}.csv", methods=["GET", "HEAD"])
def joint_statements_as_csv(request: Request, record: Opened, state: str = "", situation: str = "") -> Response:
    """The joint statements that the filters leave, as CSV."""
    return tagged(request, joint_statements_csv(_list(record, state, situation)), "text/csv; charset=utf-8")


@page(router, PATH, "joint_statements.html")
def joint_statements(record: Opened, state: str = "", situation: str = "") -> JointStatementList:
    """The joint statements that the filters leave."""
    return _list(record, state, situation)


@page(router, f"{PATH}/{{asked}}", "joint_statement.html")
def joint_statement(record: Opened, asked: str, state: str = "") -> JointStatementRecord:
    """One joint statement: who led and joined it, what its list says of a state."""
    try:
        if state.strip():
            record.gazetteer.resolve(state)
    except NotInVocabulary as error:
        raise BadQuery("state", error.expected, error.found, error.suggestions) from error
    found = joint_statement_record(record, asked, state.strip() or None)
    if found.page != f"{PATH}/{asked}":
        raise Moved(found.page)
    return found


def _list(record: Record, state: str, situation: str) -> JointStatementList:
    try:
        return joint_statement_list(record, state.strip() or None, situation.strip() or None)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error
