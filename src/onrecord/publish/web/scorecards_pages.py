"""The pages of scorecards: which there are, and one of them."""

from fastapi import APIRouter

from onrecord.publish.listed.scorecards import scorecards_rows
from onrecord.publish.views.scorecards import Scorecard, ScorecardList, scorecard, scorecard_list
from onrecord.publish.web.answers import BadQuery, Opened, page
from onrecord.publish.web.list_data import rows_at
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


@page(router, "/scorecards", "scorecards.html")
@rows_at(router, "/scorecards", scorecards_rows)
def scorecards(record: Opened, election: str = "", group: str = "") -> Scorecard | ScorecardList:
    """One scorecard where an election and a group are given, otherwise the list of those there are."""
    try:
        return scorecard(record, election, group) if election and group else scorecard_list(record, election, group)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error
