"""The rules of sites, as they are and as they may be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.sources.fetching.robots import Allows, robots

URL = "https://documents.un.org/api/symbol/access?s=A%2FHRC%2FRES%2F25%2F1&l=en&t=pdf"


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /api/", False),
        ("User-agent: *\nDisallow: /search", True),
        ("User-agent: onrecord\nDisallow: /\n\nUser-agent: *\nDisallow:", False),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: *\nAllow: /api/symbol/\nDisallow: /api/", True),
        ("<html><title>Not found</title></html>", True),
        ("User-agent: *\nDisallow: //[\nCrawl-delay: \u00b2\nDisallow: /api/", False),
    ],
)
def test_rules_are_read_as_they_are_meant(text: str, may: bool) -> None:
    assert robots(200, text).may_fetch(URL) is may


@pytest.mark.parametrize(
    ("status", "allows"),
    [
        (404, Allows.ALL),
        (410, Allows.ALL),
        (401, Allows.NOTHING),
        (403, Allows.NOTHING),
        (202, Allows.NOTHING),
        (429, Allows.UNKNOWN),
        (500, Allows.UNKNOWN),
        (304, Allows.UNKNOWN),
    ],
)
def test_no_rules_are_not_the_same_as_rules_that_cannot_be_read(status: int, allows: Allows) -> None:
    assert robots(status, "User-agent: *\nDisallow:").allows is allows
    assert robots(status, "").may_fetch(URL) is (allows is Allows.ALL)


def test_the_pause_a_site_asks_for_is_known() -> None:
    assert robots(200, "User-agent: *\nCrawl-delay: 10\nDisallow:").delay == 10.0
    assert robots(200, "User-agent: *\nDisallow:").delay == 0.0
    assert robots(404, "User-agent: *\nCrawl-delay: 10").delay == 0.0


LINES = st.tuples(
    st.sampled_from(["User-agent", "Disallow", "Allow", "Crawl-delay", "Request-rate", "Sitemap", "x"]),
    st.sampled_from([":", " : ", ""]),
    st.text(max_size=12) | st.sampled_from(["*", "/", "//[", "1/0", "9" * 5_000, "%zz", "onrecord"]),
).map("".join)


@given(st.lists(LINES, max_size=12).map("\n".join))
@settings(max_examples=100, deadline=None)
def test_no_rules_upset_the_reading(text: str) -> None:
    rules = robots(200, text)
    assert rules.may_fetch(URL) in (True, False)
    assert rules.delay >= 0
