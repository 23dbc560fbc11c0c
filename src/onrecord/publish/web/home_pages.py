"""The front page and the search."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from starlette.responses import FileResponse, RedirectResponse

from onrecord.publish.as_json import as_json
from onrecord.publish.views.home import HomeRecord, home_record
from onrecord.publish.views.search import SearchResult, search
from onrecord.publish.web.answers import BadQuery, Opened, page, rendered, tagged
from onrecord.publish.web.static_files import FOLDER
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


@page(router, "/", "home.html", twin="/index.json")
def home(record: Opened) -> HomeRecord:
    """What the record holds."""
    return home_record(record)


Words = Annotated[str, Query(max_length=300)]
ALL = "all"
"""The word of the address that asks for every kind of thing found, and for the list even where one page is named."""


def _found(record: Record, words: str, kind: str) -> SearchResult:
    try:
        return search(record, words, kind=None if kind in {"", ALL} else kind)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error


@router.api_route("/search.json", methods=["GET", "HEAD"])
def search_twin(request: Request, record: Opened, q: Words = "", kind: Words = "") -> Response:
    """What fits the words, as JSON."""
    return tagged(request, as_json(_found(record, q, kind)), "application/json; charset=utf-8")


@router.api_route("/search", methods=["GET", "HEAD"])
def search_page(request: Request, record: Opened, q: Words = "", kind: Words = "") -> Response:
    """What fits the words: a part of the page while they are written, one page where they name one, else a list."""
    found = _found(record, q, kind)
    partial = request.headers.get("hx-request") == "true"
    if found.exact and not partial and not kind:
        return RedirectResponse(found.exact, 303, {"Vary": "HX-Request"})
    response = rendered(request, "results.html" if partial else "search.html", found)
    response.headers["Vary"] = "HX-Request"
    return response


@router.api_route("/favicon.ico", methods=["GET", "HEAD"], response_model=None)
def mark() -> Response:
    """The mark of the site, which browsers ask for here beside what has no head to name it: data, feeds, texts."""
    return FileResponse(FOLDER / "mark.svg", headers={"Cache-Control": "no-cache"})
