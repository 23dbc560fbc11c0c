"""The feeds that can be subscribed to."""

from dataclasses import dataclass

from onrecord.publish.views.feeds import CORRECTIONS, feed_path
from onrecord.publish.views.lists import listed_states, session_lines, situation_list
from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed: what it is about, its address, and the page that shows the same."""

    about: str
    path: str
    page: str


@dataclass(frozen=True, slots=True)
class FeedList:
    """Every feed: that of corrections; one for each session, the latest first; for each situation; for each state."""

    page: str
    n: int
    corrections: FeedLink
    sessions: tuple[FeedLink, ...]
    situations: tuple[FeedLink, ...]
    states: tuple[FeedLink, ...]


def feed_list(record: Record) -> FeedList:
    """Return every feed there is."""
    sessions = tuple(_link(one.name, one.page) for one in session_lines(record))
    situations = tuple(_link(one.situation.label, one.situation.page) for one in situation_list(record).situations)
    states = tuple(_link(one.state.name, one.state.page) for one in listed_states(record).states)
    n = 1 + len(sessions) + len(situations) + len(states)
    by_name = tuple(sorted(situations, key=lambda link: link.about))
    return FeedList("/feeds", n, FeedLink("corrections", CORRECTIONS, "/data"), sessions, by_name, states)


def _link(about: str, page: str) -> FeedLink:
    return FeedLink(about, feed_path(page), page)
