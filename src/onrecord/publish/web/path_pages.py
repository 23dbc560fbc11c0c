"""The page of a state's path over the years, and its JSON twin."""

from fastapi import APIRouter

from onrecord.publish.listed.state_path import state_path_rows
from onrecord.publish.views.state_path import StatePath, state_path
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page
from onrecord.publish.web.list_data import rows_at
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body

router = APIRouter()


@page(router, "/path/{asked}", "path.html")
@rows_at(router, "/path/{asked}", state_path_rows)
def path(record: Opened, asked: str, body: str = "") -> StatePath:
    """A state's path; another way to write its name leads to its address."""
    slug = record.gazetteer.resolve(asked).slug
    if asked != slug:
        raise Moved(f"/path/{slug}")
    try:
        return state_path(record, asked, body.strip() or Body.HRC.value)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error
