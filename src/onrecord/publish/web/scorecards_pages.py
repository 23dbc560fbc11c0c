"""The pages of scorecards: which there are, and one of them."""

from fastapi import APIRouter, Request, Response

from onrecord.publish.terminal.scorecards import scorecard_csv
from onrecord.publish.views.scorecards import Scorecard, ScorecardList, scorecard, scorecard_list
from onrecord.publish.web.answers import BadQuery, Opened, page, tagged
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


@page(router, "/scorecards", "scorecards.html")
def scorecards(record: Opened, election: str = "", group: str = "") -> Scorecard | ScorecardList:
    """One scorecard where an election and a group are given, otherwise the list of those there are."""
    try:
        return scorecard(record, election, group) if election and group else scorecard_list(record, election, group)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error


@router.api_route("/scorecards.csv", methods=["GET", "HEAD"], response_model=None)
def scorecard_as_csv(request: Request, record: Opened, election: str, group: str) -> Response:
    """One scorecard, as CSV."""
    try:
        text = scorecard_csv(scorecard(record, election, group))
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error
    return tagged(request, text, "text/csv; charset=utf-8")
