"""The feeds, and the page that lists them."""

from fastapi import APIRouter, Request, Response

from onrecord.publish.views.feed_list import FeedList, feed_list
from onrecord.publish.views.feeds import CORRECTIONS, Feed, corrections_feed, session_feed, situation_feed, state_feed
from onrecord.publish.web.answers import Moved, Opened, page, tagged
from onrecord.publish.web.atom import ATOM, atom

router = APIRouter()


def _sent(request: Request, feed: Feed) -> Response:
    if request.url.path != feed.path:
        raise Moved(feed.path)
    return tagged(request, atom(feed, str(request.base_url).rstrip("/")), f"{ATOM}; charset=utf-8")


@page(router, "/feeds", "feeds.html")
def feeds(record: Opened) -> FeedList:
    """Every feed there is."""
    return feed_list(record)


@router.api_route(CORRECTIONS, methods=["GET", "HEAD"])
def of_corrections(request: Request, record: Opened) -> Response:
    """Corrections and severe findings."""
    return _sent(request, corrections_feed(record))


@router.api_route("/feeds/states/{asked}.atom", methods=["GET", "HEAD"])
def of_state(request: Request, record: Opened, asked: str) -> Response:
    """What is new of a state."""
    return _sent(request, state_feed(record, asked))


@router.api_route("/feeds/situations/{asked}.atom", methods=["GET", "HEAD"])
def of_situation(request: Request, record: Opened, asked: str) -> Response:
    """What is new on a situation."""
    return _sent(request, situation_feed(record, asked))


@router.api_route("/feeds/sessions/{asked}.atom", methods=["GET", "HEAD"])
def of_session(request: Request, record: Opened, asked: str) -> Response:
    """What a session decided."""
    return _sent(request, session_feed(record, asked))
