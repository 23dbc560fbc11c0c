"""The page of sponsors of texts."""

from fastapi import APIRouter

from onrecord.publish.listed.sponsorships import sponsorships_rows
from onrecord.publish.views.sponsorships import PATH, SponsorshipList, sponsorship_list
from onrecord.publish.web.answers import BadQuery, Opened, page
from onrecord.publish.web.list_data import rows_at
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


@page(router, PATH, "sponsorships.html")
@rows_at(router, PATH, sponsorships_rows)
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
