"""The pages of joint statements: the list with its filters, and one statement with those that joined it."""

from fastapi import APIRouter

from onrecord.publish.listed.joint_statements import joint_statement_rows, joint_statements_rows
from onrecord.publish.views.joint_statements import (
    PATH,
    JointStatementList,
    JointStatementRecord,
    joint_statement_list,
    joint_statement_record,
)
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page
from onrecord.publish.web.list_data import rows_at
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


@page(router, PATH, "joint_statements.html")
@rows_at(router, PATH, joint_statements_rows)
def joint_statements(record: Opened, state: str = "", situation: str = "") -> JointStatementList:
    """The joint statements that the filters leave."""
    return _list(record, state, situation)


@page(router, f"{PATH}/{{asked}}", "joint_statement.html")
@rows_at(router, f"{PATH}/{{asked}}", joint_statement_rows)
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
