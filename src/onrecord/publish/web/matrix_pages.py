"""The page of all pairs of some states, and its JSON twin."""

from typing import Annotated

from fastapi import APIRouter, Depends

from onrecord.measures.agreement.methods import THREE_POINT
from onrecord.publish.listed.agreement_matrix import agreement_matrix_rows
from onrecord.publish.views.agreement_matrix import ORDERS, AgreementMatrix, MatrixAsked, agreement_matrix
from onrecord.publish.web.answers import BadQuery, Opened, page
from onrecord.publish.web.list_data import rows_at
from onrecord.publish.web.votes_asked import Since, Until, year_asked
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body

router = APIRouter()


def _asked(
    body: str = "",
    since: Since = "",
    until: Until = "",
    method: str = "",
    by: str = "",
    states: str = "",
) -> MatrixAsked:
    named = tuple(one.strip() for one in states.split(",") if one.strip())
    return MatrixAsked(
        body.strip() or Body.HRC.value,
        year_asked("from", since),
        year_asked("to", until),
        method.strip() or THREE_POINT.name,
        by.strip() or ORDERS[0],
        named,
    )


AskedFor = Annotated[MatrixAsked, Depends(_asked)]


@page(router, "/agreement/map", "agreement_matrix.html")
@rows_at(router, "/agreement/map", agreement_matrix_rows)
def matrix(record: Opened, asked: AskedFor) -> AgreementMatrix:
    """All pairs of some states."""
    try:
        return agreement_matrix(record, asked)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error
