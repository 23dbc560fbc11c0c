"""The pages of elections."""

from fastapi import APIRouter

from onrecord.publish.listed.elections import election_rows, elections_rows
from onrecord.publish.views.elections import ElectionList, ElectionRecord, election_list, election_record
from onrecord.publish.web.answers import Moved, Opened, page
from onrecord.publish.web.list_data import rows_at

router = APIRouter()


@page(router, "/elections", "elections.html")
@rows_at(router, "/elections", elections_rows)
def elections(record: Opened) -> ElectionList:
    """All elections."""
    return election_list(record)


@page(router, "/elections/{asked}", "election.html")
@rows_at(router, "/elections/{asked}", election_rows)
def election(record: Opened, asked: str) -> ElectionRecord:
    """One election; a year or month that has only one leads to it."""
    found = election_record(record, asked)
    if found.page != f"/elections/{asked}":
        raise Moved(found.page)
    return found
