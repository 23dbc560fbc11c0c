"""The pages of elections."""

from fastapi import APIRouter, Request, Response

from onrecord.publish.terminal.elections import election_csv, elections_csv
from onrecord.publish.views.elections import ElectionList, ElectionRecord, election_list, election_record
from onrecord.publish.web.answers import Moved, Opened, page, tagged

router = APIRouter()
CSV = "text/csv; charset=utf-8"


@page(router, "/elections", "elections.html")
def elections(record: Opened) -> ElectionList:
    """All elections."""
    return election_list(record)


@router.api_route("/elections.csv", methods=["GET", "HEAD"], response_model=None)
def elections_as_csv(request: Request, record: Opened) -> Response:
    """All elections, as CSV."""
    return tagged(request, elections_csv(election_list(record)), CSV)


@router.api_route("/elections/{asked}.csv", methods=["GET", "HEAD"], response_model=None)
def election_as_csv(request: Request, record: Opened, asked: str) -> Response:
    """One election, as CSV."""
    return tagged(request, election_csv(election_record(record, asked)), CSV)


@page(router, "/elections/{asked}", "election.html")
def election(record: Opened, asked: str) -> ElectionRecord:
    """One election; a year or month that has only one leads to it."""
    found = election_record(record, asked)
    if found.page != f"/elections/{asked}":
        raise Moved(found.page)
    return found
