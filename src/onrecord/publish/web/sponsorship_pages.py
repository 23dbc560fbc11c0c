"""The page of sponsors of texts."""

from fastapi import APIRouter, Request, Response

from onrecord.publish.terminal.sponsorships import sponsorships_csv
from onrecord.publish.views.sponsorships import PATH, SponsorshipList, sponsorship_list
from onrecord.publish.web.answers import BadQuery, Opened, page, tagged
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


@router.api_route(f"{PATH}.csv", methods=["GET", "HEAD"])
def sponsorships_as_csv(request: Request, record: Opened, state: str = "", symbol: str = "") -> Response:
    """The sponsorships that the filters leave, as CSV."""
    return tagged(request, sponsorships_csv(_list(record, state, symbol)), "text/csv; charset=utf-8")


@page(router, PATH, "sponsorships.html")
def sponsorships(record: Opened, state: str = "", symbol: str = "") -> SponsorshipList:
    """The texts whose sponsors are in the record, of a state or of one symbol."""
    return _list(record, state, symbol)


def _list(record: Record, state: str, symbol: str) -> SponsorshipList:
    if state.strip() and symbol.strip():
        raise BadQuery("symbol", "a state or a symbol, not both", symbol)
    try:
        return sponsorship_list(record, state.strip() or symbol.strip() or None)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error
