"""What search engines may ask for, and the map of the pages that have addresses of their own."""

from collections.abc import Collection, Iterable, Iterator
from xml.sax.saxutils import escape

from fastapi import APIRouter, Request, Response

from onrecord.publish.views.elections import election_list
from onrecord.publish.views.lists import session_list, situation_list
from onrecord.publish.views.treaty_matrix import treaty_matrix
from onrecord.publish.web.answers import Opened, tagged
from onrecord.record.query_pages import text_pages
from onrecord.record.store import Record

MOST = 50_000
"""The most addresses that a map may have (sitemaps.org)."""

_LISTS = (
    "/states",
    "/situations",
    "/votes",
    "/sessions",
    "/elections",
    "/scorecards",
    "/treaties",
    "/pledges",
    "/upr",
    "/visits",
    "/joint-statements",
    "/special-sessions",
    "/sponsorships",
    "/self-reports",
    "/data",
    "/methods",
    "/charts",
    "/agreement/map",
    "/blocs",
    "/outvoted",
    "/moves",
    "/turns",
)
_OF_A_STATE = ("states", "treaties", "upr", "standing")
_SHUT = ("/search", "/check", "/*as-of=")
"""What is made of words that are sent, and pages as of other days: endless, and not for search engines."""

router = APIRouter()


@router.get("/robots.txt")
def robots_file(request: Request) -> Response:
    """What search engines may ask for."""
    return tagged(request, robots(str(request.base_url), _SHUT), "text/plain; charset=utf-8")


@router.get("/sitemap.xml")
def site_map_file(request: Request, record: Opened) -> Response:
    """The map of the site."""
    return tagged(request, site_map(str(request.base_url), _pages(record)), "application/xml")


def _pages(record: Record) -> Iterator[str]:
    """Yield the addresses of the pages about one thing each, and of the lists of them."""
    yield from ("/", *_LISTS)
    for state in record.gazetteer.states:
        yield from (f"/{noun}/{state.slug}" for noun in _OF_A_STATE)
    yield from (line.situation.page for line in situation_list(record).situations)
    yield from (line.page for line in session_list(record).sessions)
    yield from (line.page for line in election_list(record).elections)
    yield from (line.page for line in treaty_matrix(record).instruments)
    yield from (f"/votes/{text.slug}" for text in text_pages(record))


def site_map(base: str, addresses: Iterable[str]) -> str:
    """Return the map of some addresses under a base; those beyond what a map may have are left out."""
    lines = [f"<url><loc>{escape(base.rstrip('/') + one)}</loc></url>" for one in sorted(set(addresses))[:MOST]]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return head + "\n".join(lines) + "\n</urlset>\n"


def robots(base: str, shut: Collection[str] = ()) -> str:
    """Return what search engines may ask for: all but ``shut``; with a base, where the map is."""
    rules = [f"Disallow: {one}" for one in shut] or ["Allow: /"]
    where = [f"Sitemap: {base.rstrip('/')}/sitemap.xml"] if base else []
    return "\n".join(["User-agent: *", *rules, *where]) + "\n"
