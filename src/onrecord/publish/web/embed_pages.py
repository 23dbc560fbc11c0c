"""Small pages for frames on other sites, each with its finding, n, source and link; and oEmbed, which offers them."""

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Query, Request, Response
from selectolax.lexbor import LexborHTMLParser
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse

from onrecord.publish.charts.kinds import chart_of
from onrecord.publish.languages.language import Language
from onrecord.publish.views.shared import Sentence
from onrecord.publish.web.answers import Opened, rendered
from onrecord.publish.web.embedding import Frame, embeds_at, frame_of
from onrecord.publish.web.own_pages import ask, data_of, title_of
from onrecord.publish.web.vote_pages import AskedFor, shown_votes, vote_at
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()

VOTES_AT_MOST = 20
"""How many votes of a list a frame shows."""

FINDINGS_AT_MOST = 3
"""How many findings of a page a frame shows."""


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings with which a page opens."""

    page: str
    sentences: tuple[Sentence, ...]


@router.api_route("/embed/charts/{kind}/{about}", methods=["GET", "HEAD"])
def embedded_chart(request: Request, record: Opened, kind: str, about: str) -> Response:
    """A chart for a frame."""
    return rendered(request, "embed_chart.html", chart_of(record, kind, about))


@router.api_route("/embed/votes", methods=["GET", "HEAD"])
def embedded_votes(request: Request, record: Opened, asked: AskedFor) -> Response:
    """A list of votes for a frame."""
    query = f"?{request.url.query}" if request.url.query else ""
    return rendered(request, "embed_votes.html", shown_votes(record, asked, VOTES_AT_MOST), full=f"/votes{query}")


@router.api_route("/embed/votes/{asked:path}", methods=["GET", "HEAD"])
def embedded_vote(request: Request, record: Opened, asked: str) -> Response:
    """One vote for a frame."""
    return rendered(request, "embed_vote.html", vote_at(record, asked))


@router.api_route("/embed/{asked:path}", methods=["GET", "HEAD"])
async def embedded_findings(request: Request, asked: str) -> Response:
    """The findings of any other page for a frame."""
    page = f"/{asked}{f'?{request.url.query}' if request.url.query else ''}"
    view = await _findings(request, page)
    return await run_in_threadpool(rendered, request, "embed_findings.html", view)


async def _findings(request: Request, page: str) -> Findings:
    """Return the findings with which a page opens; NotInVocabulary for one that cannot be shown in a frame."""
    if embeds_at(page) is None:
        raise NotInVocabulary("page for a frame", page, _TAKES)
    _, data = await data_of(request.app, page)
    said = data.get("sentences") if isinstance(data, dict) else None
    if not said:
        raise NotInVocabulary("page for a frame", page, _TAKES)
    return Findings(page, tuple(Sentence(**one) for one in said[:FINDINGS_AT_MOST]))


_PREFIXES = {language.value for language in Language if language.prefix}
_TAKES = "a chart, a vote, a list of votes, a checked text, or a page that opens with findings"


Size = Annotated[int | None, Query(ge=1, le=10_000)]


@router.api_route("/oembed", methods=["GET", "HEAD"])
async def oembed(
    request: Request,
    record: Opened,
    url: Annotated[str, Query(max_length=8000)],
    maxwidth: Size = None,
    maxheight: Size = None,
    format: str = "json",
) -> Response:
    """How to show a page of the site in a frame, as oEmbed 1.0 has it; 404 for one that cannot be, 501 for XML."""
    if format != "json":
        return JSONResponse({"error": "not implemented", "expected": "format=json", "found": format[:20]}, 501)
    base = str(request.base_url).rstrip("/")
    frame = (await _frame(request, record, base, _own(base, url))).within(maxwidth, maxheight)
    return JSONResponse(_offered(base, frame), headers={"Cache-Control": "no-cache"})


def _own(base: str, url: str) -> str:
    """Return the part of an address after the site's name; NotInVocabulary for one of another site."""
    parts, own = urlsplit(url), urlsplit(base)
    if parts.netloc.casefold() != own.netloc.casefold() or parts.scheme not in {"http", "https"}:
        raise NotInVocabulary("address", url[:200], f"the address of a page of {base}")
    return f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"


async def _frame(request: Request, record: Any, base: str, own: str) -> Frame:
    first, _, rest = own.removeprefix("/").partition("/")
    prefix, page = (f"/{first}", f"/{rest}") if first in _PREFIXES else ("", own)
    if embeds_at(page) is None:
        raise NotInVocabulary("page for a frame", own, _TAKES)
    found = await ask(request.app, own)
    if found.status != 200:
        raise NotInVocabulary("page for a frame", own, _TAKES)
    title = title_of(LexborHTMLParser(found.text))
    page = found.address.removeprefix(prefix)
    kind, _, about = page.removeprefix("/charts/").partition("/") if page.startswith("/charts/") else ("", "", "")
    chart = await run_in_threadpool(chart_of, record, kind, about.partition("?")[0]) if kind else None
    if not page.startswith(("/charts/", "/votes", "/check")):
        await _findings(request, page)
    return frame_of(f"{base}{prefix}", page, title, chart)


def _offered(base: str, frame: Frame) -> dict[str, Any]:
    return {
        "version": "1.0",
        "type": "rich",
        "title": frame.title,
        "provider_name": "onrecord",
        "provider_url": f"{base}/",
        "cache_age": 86400,
        "html": frame.html,
        "width": frame.width,
        "height": frame.height,
    }
