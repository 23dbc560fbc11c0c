"""The front page and the search."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from starlette.responses import RedirectResponse

from onrecord.publish.as_json import as_json
from onrecord.publish.views.home import HomeRecord, home_record
from onrecord.publish.views.search import SearchResult, search
from onrecord.publish.web.answers import Opened, page, rendered, tagged

router = APIRouter()


@page(router, "/", "home.html", twin="/index.json")
def home(record: Opened) -> HomeRecord:
    """What the record holds."""
    return home_record(record)


Words = Annotated[str, Query(max_length=300)]


@router.api_route("/search.json", methods=["GET", "HEAD"])
def search_twin(request: Request, record: Opened, q: Words = "") -> Response:
    """What fits the words, as JSON."""
    return tagged(request, as_json(search(record, q)), "application/json; charset=utf-8")


@router.api_route("/search", methods=["GET", "HEAD"])
def search_page(request: Request, record: Opened, q: Words = "") -> Response:
    """What fits the words: a part of the page while they are written, one page where they name one, else a list."""
    found: SearchResult = search(record, q)
    partial = request.headers.get("hx-request") == "true"
    if found.exact and not partial:
        return RedirectResponse(found.exact, 303, {"Vary": "HX-Request"})
    response = rendered(request, "results.html" if partial else "search.html", found)
    response.headers["Vary"] = "HX-Request"
    return response
