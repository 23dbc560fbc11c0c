"""How to cite any one thing or page: a page with every form, and each form as a file for reference managers."""

from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from selectolax.lexbor import LexborHTMLParser
from starlette.concurrency import run_in_threadpool

from onrecord.publish.as_json import as_json
from onrecord.publish.views.citation import (
    FIGURE,
    CiteRecord,
    Figure,
    OwnPage,
    citation,
    cite_record,
    page_reference,
    reference,
)
from onrecord.publish.views.citation_forms import Form
from onrecord.publish.web.answers import Opened, rendered, tagged
from onrecord.publish.web.own_pages import ask, title_of
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()

_ROUTE = "/cite/{asked:path}"


@router.api_route(f"{_ROUTE}.json", methods=["GET", "HEAD"])
async def cite_twin(request: Request, record: Opened, asked: str) -> Response:
    """How to cite one thing, as JSON."""
    return tagged(request, as_json(await _cited(request, record, asked)), "application/json; charset=utf-8")


def _serve(form: Form) -> None:
    """Serve a form of every citation as a file."""

    async def as_file(request: Request, record: Opened, asked: str) -> Response:
        view = await _cited(request, record, asked)
        response = tagged(request, next(one.text for one in view.forms if one.form is form), form.media_type)
        name = "".join(c if c.isascii() and (c.isalnum() or c in "-.") else "-" for c in asked)[:80]
        response.headers["Content-Disposition"] = f'inline; filename="onrecord-{name}{form.suffix}"'
        return response

    as_file.__doc__ = f"How to cite one thing, as {form.label}."
    router.add_api_route(f"{_ROUTE}{form.suffix}", as_file, methods=["GET", "HEAD"], response_model=None)


for _form in sorted(Form, key=lambda form: -len(form.suffix)):
    _serve(_form)


@router.api_route(_ROUTE, methods=["GET", "HEAD"])
async def cite_page(request: Request, record: Opened, asked: str) -> Response:
    """How to cite one thing, with each form to copy or to save."""
    view = await _cited(request, record, asked)
    return await run_in_threadpool(rendered, request, "cite.html", view)


async def _cited(request: Request, record: Record, asked: str) -> CiteRecord:
    base = str(request.base_url).rstrip("/")
    here = request.url.path.removesuffix(".json")
    for suffix in sorted((form.suffix for form in Form), key=len, reverse=True):
        here = here.removesuffix(suffix)
    address = f"{here}{f'?{request.url.query}' if request.url.query else ''}"
    try:
        one = await run_in_threadpool(citation, record, asked.removeprefix("votes/"))
        if FIGURE not in request.query_params:
            return cite_record(one.kind, reference(record, one, base), address)
    except NotInVocabulary as error:
        near = error
    else:
        near = None
    page = await _own_page(request, asked, near)
    return cite_record("figure" if page.figure else "page", page_reference(record, page, base), address)


async def _own_page(request: Request, asked: str, near: NotInVocabulary | None) -> OwnPage:
    """Return the page at an address, with its title; what the id may have meant where there is neither."""
    figure = request.query_params.get(FIGURE, "")
    query = request.query_params.__class__([(n, v) for n, v in request.query_params.multi_items() if n != FIGURE])
    path = "/" if asked == "index" else f"/{quote(asked, safe='/.-_~:,')}"
    found = await ask(request.app, f"{path}?{query}" if str(query) else path)
    if found.status != 200 or found.kind != "text/html":
        raise near or NotInVocabulary("page", f"/{asked}", "the address of a page of this site")
    html = LexborHTMLParser(found.text)
    said = _figure(html, figure) if figure else None
    return OwnPage(title_of(html), found.address, figure if said else "", said)


def _figure(html: LexborHTMLParser, name: str) -> Figure:
    """Return a finding of a page by its place; NotInVocabulary where there is none."""
    places = {node.attributes.get("id"): node for node in html.css("div.finding")}
    node = places.get(name)
    if node is None:
        raise NotInVocabulary("figure", name, "the place of a finding on the page", tuple(p for p in places if p))
    said = node.css_first(".said")
    return Figure(
        " ".join(said.text().split()) if said else "",
        node.attributes["data-n"] or "",
        node.attributes["data-scope"] or "",
    )
