"""Feeds keep the rules of Atom, hold what the record holds, and are the same for the same record."""

from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from onrecord.publish.views.feed_list import feed_list
from onrecord.publish.views.feeds import LONGEST, corrections_feed, session_feed, situation_feed, state_feed
from onrecord.publish.web.app import create_app
from onrecord.publish.web.atom import atom

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = (
    "/feeds/states/kazakhstan.atom",
    "/feeds/states/south-sudan.atom",
    "/feeds/states/holy-see.atom",
    "/feeds/situations/syria.atom",
    "/feeds/situations/myanmar.atom",
    "/feeds/sessions/25.atom",
    "/feeds/sessions/S-21.atom",
    "/feeds/sessions/OM-1.atom",
    "/feeds/corrections.atom",
)


@pytest.fixture(scope="module")
def client(record):
    from starlette.testclient import TestClient

    with TestClient(create_app(record), base_url="https://example.org", follow_redirects=False) as one:
        yield one


def said(element, name) -> str:
    (found,) = element.findall(f"{ATOM}{name}")
    return found.text or ""


def links(element):
    return {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_keeps_the_rules(client, address):
    response = client.get(address)
    assert response.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(response.content)
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert said(element, name)
        assert said(element, "updated").endswith("T00:00:00Z")
        assert urlsplit(links(element)["alternate"]).netloc == "example.org"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "onrecord"
    assert links(feed)["self"] == f"https://example.org{address}"
    ids = [said(entry, "id") for entry in entries]
    assert len(ids) == len(set(ids))
    assert all(one.startswith("urn:uuid:") for one in (*ids, said(feed, "id")))
    days = [said(entry, "updated") for entry in entries]
    assert days == sorted(days, reverse=True)
    assert not days or said(feed, "updated") == days[0]


@pytest.mark.parametrize("address", FEEDS)
def test_what_an_entry_leads_to_is_there(client, address):
    feed = ElementTree.fromstring(client.get(address).content)
    pages = [links(element)["alternate"] for element in (feed, *feed.findall(f"{ATOM}entry"))]
    for page in sorted(set(pages))[:12]:
        assert client.get(page.removeprefix("https://example.org")).status_code == 200, page


def test_the_feeds_of_states_are_sound_and_no_two_entries_share_an_id(record):
    for state in record.gazetteer.states[::7]:
        feed = state_feed(record, state.iso3)
        assert len(feed.entries) <= LONGEST
        assert len({one.id for one in feed.entries}) == len(feed.entries), state.iso3
        ElementTree.fromstring(atom(feed))


def test_a_state_s_feed_holds_its_votes_and_what_it_did(record):
    feed = state_feed(record, "KAZ")
    kinds = {one.kind for one in feed.entries}
    assert {"vote", "election", "review", "treaty"} <= kinds | {one.kind for one in state_feed(record, "MDV").entries}
    vote = next(one for one in feed.entries if one.kind == "vote")
    assert vote.text.startswith("Kazakhstan ")
    assert vote.document is not None
    assert (vote.document.url or "").startswith("https://undocs.org/")
    assert vote.source


def test_a_session_s_feed_holds_everything_dated_that_it_decided(record):
    feed = session_feed(record, "25")
    ids = {one.title.split(":")[0] for one in feed.entries}
    assert {"A/HRC/RES/25/24", "A/HRC/RES/25/1"} <= ids
    found = next(one for one in feed.entries if one.title.startswith("A/HRC/RES/25/24:"))
    assert "21 in favour, 9 against, 16 abstaining" in found.text
    ((doubted,),) = record.tuples(
        "SELECT count(*) FROM rollcall WHERE session = '25' AND body = 'HRC' AND status = 'sources conflict'"
    )
    assert sum("Sources conflict." in one.text for one in feed.entries) == doubted > 0


def test_the_ids_do_not_change_with_the_words_or_the_other_entries(record):
    whole = {one.id: one for one in situation_feed(record, "syria").entries}
    from onrecord.record.store import Record

    earlier = situation_feed(Record(record.folder, date(2014, 12, 31)), "syria")
    assert earlier.entries
    assert earlier.updated <= date(2014, 12, 31)
    assert all(one.day <= date(2014, 12, 31) for one in earlier.entries)
    of_2014 = {one.id for one in earlier.entries if one.day.year == 2014}
    assert of_2014
    assert situation_feed(record, "SYR").id == earlier.id
    assert all(whole[one].page for one in of_2014 & set(whole))


def test_corrections_are_all_there_with_what_is_listed_and_what_is_right(record):
    feed = corrections_feed(record)
    ((corrections,),) = record.tuples("SELECT count(DISTINCT correction_id) FROM correction")
    ((severe,),) = record.tuples("SELECT count(*) FROM finding WHERE severity = 'severe'")
    assert len(feed.entries) == corrections + severe
    first = next(one for one in feed.entries if one.page == "/votes/A-HRC-RES-34-3" and "Albania" in one.text)
    assert "listed as abstain, corrected: no" in first.text
    assert first.kind == "correction applied"


def test_the_same_record_gives_the_same_bytes(record):
    assert atom(state_feed(record, "FRA")) == atom(state_feed(record, "France"))


def test_other_names_lead_to_the_one_feed_and_what_is_not_known_is_said(client):
    assert client.get("/feeds/states/KAZ.atom").headers["location"] == "/feeds/states/kazakhstan.atom"
    assert client.get("/feeds/states/Nowhereland.atom").status_code == 404
    assert client.get("/feeds/sessions/999.atom").status_code == 404
    response = client.get("/feeds/states/kazakhstan.atom")
    again = client.get("/feeds/states/kazakhstan.atom", headers={"If-None-Match": response.headers["etag"]})
    assert again.status_code == 304


def test_pages_lead_to_their_feeds(client):
    for page in ("/states/kazakhstan", "/situations/syria", "/sessions/25"):
        text = client.get(page).text
        assert f'<link rel="alternate" type="application/atom+xml" href="/feeds{page}.atom">' in text
        assert f'<a href="/feeds{page}.atom">' in text
    assert 'href="/feeds/corrections.atom"' in client.get("/data").text
    assert 'href="/feeds"' in client.get("/").text


def test_the_page_of_feeds_lists_every_one(client, record):
    view = feed_list(record)
    assert view.n == 1 + len(view.sessions) + len(view.situations) + len(view.states)
    text = client.get("/feeds").text
    for link in (view.corrections, *view.sessions, *view.situations, *view.states):
        assert f'href="{link.path}"' in text
        assert link.path.endswith(".atom")
    assert client.get("/feeds.json").json()["n"] == view.n


def test_a_feed_in_another_language_says_so_and_keeps_to_it(client):
    feed = ElementTree.fromstring(client.get("/fr/feeds/states/france.atom").content)
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"
    assert links(feed)["self"] == "https://example.org/fr/feeds/states/france.atom"
    assert "\u2066" not in client.get("/fr/feeds/states/france.atom").text
