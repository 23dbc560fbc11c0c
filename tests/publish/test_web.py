"""Every address answers, its JSON twin is the same view, what is unknown is said in words, nothing leaves the site."""

import json
import re
from collections import deque
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

import pytest

from onrecord.publish.as_csv import rows_csv
from onrecord.publish.as_json import as_json
from onrecord.publish.listed.rows import at_site
from onrecord.publish.listed.votes import votes_rows
from onrecord.publish.views.guide import docs_folder
from onrecord.publish.views.home import home_record
from onrecord.publish.views.lists import data_record, session_list, situation_list, state_list
from onrecord.publish.views.methods import methods_record
from onrecord.publish.views.search import search
from onrecord.publish.views.session import session_record
from onrecord.publish.views.situation import situation_record
from onrecord.publish.views.state import state_record
from onrecord.publish.views.state_year import state_year
from onrecord.publish.views.vote import vote_record
from onrecord.publish.views.votes import Filters, vote_list
from onrecord.publish.web.app import create_app
from onrecord.publish.web.headers import POLICY
from onrecord.publish.web.static_files import FOLDER

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")

SAMPLE = 150
VOID = {"meta", "link", "input", "br", "img", "hr", "wbr"}


class Page(HTMLParser):
    """What the tests need of a page: its elements, and whether every one is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        # an option is closed by the next one
        if tag not in VOID and tag != "option":
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag == "option":
            return
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def links(self) -> list[str]:
        return [href for a in self.attributes("a") if (href := a.get("href"))]


@pytest.fixture(scope="module")
def client(record):
    # imported here, where the filter above holds: starlette warns at import of the httpx it is given
    from starlette.testclient import TestClient

    with TestClient(create_app(record), follow_redirects=False) as one:
        yield one


TWINS = {
    "/": home_record,
    "/states": state_list,
    "/states/kazakhstan": lambda r: state_record(r, "KAZ"),
    "/states/kazakhstan/2014": lambda r: state_year(r, "KAZ", 2014),
    "/states/kazakhstan/2020": lambda r: state_year(r, "KAZ", 2020),
    "/situations": situation_list,
    "/situations/syria": lambda r: situation_record(r, "SYR"),
    "/sessions": session_list,
    "/sessions/25": lambda r: session_record(r, "25"),
    "/sessions/S-21": lambda r: session_record(r, "S-21"),
    "/votes": lambda r: vote_list(r, Filters(), 0, 100),
    "/votes/A-HRC-RES-25-24": lambda r: vote_record(r, "A/HRC/RES/25/24"),
    "/votes/A-HRC-32-L.36": lambda r: vote_record(r, "A/HRC/32/L.36"),
    "/votes/ga-1971": lambda r: vote_record(r, "ga-1971"),
    "/data": data_record,
    "/methods": methods_record,
    "/search": lambda r: search(r, ""),
}


@pytest.mark.parametrize("address", TWINS)
def test_a_page_answers_and_its_twin_is_the_view(client, record, address):
    assert client.get(address).status_code == 200
    twin = client.get("/index.json" if address == "/" else f"{address}.json")
    assert twin.status_code == 200
    assert twin.headers["content-type"] == "application/json; charset=utf-8"
    assert twin.text == as_json(TWINS[address](record))


@pytest.mark.parametrize("address", TWINS)
def test_a_page_is_sound_html_and_asks_nothing_of_other_hosts(client, address):
    response = client.get(address)
    page = Page(response.text)
    assert page.unbalanced == []
    assert page.open == []
    assert len(page.attributes("h1")) == 1
    assert page.attributes("html")[0]["lang"] == "en"
    assert re.search(r"<title>\s*\S.*</title>", response.text)
    ids = [a["id"] for _, a in page.elements if a.get("id")]
    assert len(ids) == len(set(ids))
    fetched = [a.get(name) for tag, a in page.elements for name in ("src", "href", "action") if tag != "a"]
    assert all(not urlsplit(one).netloc for one in fetched if one)
    assert not any("style" in a or any(name.startswith("on") for name in a) for _, a in page.elements)
    assert all(a.get("src") for a in page.attributes("script"))


@pytest.mark.parametrize("address", TWINS)
def test_headings_descend_in_order_and_tables_are_named(client, address):
    text = client.get(address).text
    levels = [int(tag[1]) for tag, _ in Page(text).elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert text.count("<table") == text.count("<caption")
    assert all(a.get("scope") for a in Page(text).attributes("th"))
    pictures = [a for a in Page(text).attributes("svg") if a.get("role") == "img"]
    assert all(a.get("aria-label") or a.get("aria-labelledby") for a in pictures)


def test_every_anchor_of_a_page_leads_somewhere_on_it(client):
    for address in TWINS:
        page = Page(client.get(address).text)
        ids = {a["id"] for _, a in page.elements if a.get("id")}
        assert {link[1:] for link in page.links() if link.startswith("#")} <= ids, address


def test_outside_links_stand_only_in_anchors_without_referrer(client):
    page = Page(client.get("/votes/A-HRC-RES-25-24").text)
    outside = [a for a in page.attributes("a") if urlsplit(a["href"] or "").netloc]
    assert {urlsplit(a["href"]).netloc for a in outside} == {
        "undocs.org", "searchlibrary.ohchr.org", "www.ohchr.org"
    }  # fmt: skip
    # said once for the whole page, so that a copy on a host without our headers says it too
    assert {"name": "referrer", "content": "no-referrer"} in page.attributes("meta")
    assert "https://undocs.org/en/A/HRC/RES/25/24" in [a["href"] for a in outside]


@pytest.mark.parametrize(
    "address", ["/", "/votes.csv?year=2014", "/states/kazakhstan.json", "/nope", "/static/site.css"]
)
def test_the_headers_keep_everything_at_home(client, address):
    headers = client.get(address).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in headers


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("/states/KAZ", "/states/kazakhstan"),
        ("/states/Iran", "/states/iran"),
        ("/states/Iran.json", "/states/iran.json"),
        ("/states/KAZ/2014", "/states/kazakhstan/2014"),
        ("/states/IRN/2014.json", "/states/iran/2014.json"),
        ("/votes/25-24", "/votes/A-HRC-RES-25-24"),
        ("/votes/25/24", "/votes/A-HRC-RES-25-24"),
        ("/votes/A/HRC/RES/25/24", "/votes/A-HRC-RES-25-24"),
        ("/votes/a-hrc-res-25-24", "/votes/A-HRC-RES-25-24"),
        ("/votes/A/HRC/RES/25/24.json", "/votes/A-HRC-RES-25-24.json"),
        ("/votes/hrc-res-25-24", "/votes/A-HRC-RES-25-24"),
        ("/situations/SYR", "/situations/syria"),
        ("/sessions/s-21", "/sessions/S-21"),
    ],
)
def test_other_names_lead_to_the_one_address(client, asked, address):
    response = client.get(asked)
    assert (response.status_code, response.headers["location"]) == (308, address)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("address", "noun"),
    [
        ("/states/kazahkstann", "state"),
        ("/states/kazakhstan/1999", "year"),
        ("/states/kazakhstan/abc", "year"),
        ("/votes/A-HRC-RES-25-999", "text or vote"),
        ("/situations/syriaa", "situation"),
        ("/sessions/999", "session"),
    ],
)
def test_what_is_not_in_the_record_is_said_in_words(client, address, noun):
    response = client.get(address)
    assert response.status_code == 404
    assert "Not in the record" in response.text
    problem = client.get(f"{address}.json")
    assert problem.status_code == 404
    assert set(problem.json()) == {"error", "noun", "found", "expected", "suggestions"}
    assert problem.json()["noun"] == noun


def test_suggestions_lead_to_the_search(client):
    assert "Kazakhstan" in client.get("/states/kazahkstann.json").json()["suggestions"]
    assert "/search?q=Kazakhstan" in Page(client.get("/states/kazahkstann").text).links()


@pytest.mark.parametrize(
    "query",
    ["year=abc", "year=99999", "start=-1", "state=nowhere", "situation=none", "session=999", "item=11",
     "status=perhaps", "position=yes", "body=XX", "situatoin=syria", "state=KAZ&year=1000000000000"],
)  # fmt: skip
def test_a_query_that_means_nothing_is_refused_in_words(client, query):
    for address in ("/votes", "/votes.json", "/votes.csv"):
        response = client.get(f"{address}?{query}")
        assert response.status_code == 422
        assert "Traceback" not in response.text
    assert client.get("/data?rule=none").status_code == 422
    assert "Not understood" in client.get(f"/votes?{query}").text


def test_an_empty_form_is_no_filter(client):
    names = ("state", "position", "year", "situation", "session", "item", "kind", "status", "words")
    empty = "&".join(f"{name}=" for name in names)
    assert client.get(f"/votes.json?{empty}&body=HRC").text == client.get("/votes.json").text


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("state=Kazakhstan&year=2014", Filters(state="Kazakhstan", year=2014)),
        ("situation=syria&status=sources+conflict", Filters(situation="syria", status="sources conflict")),
        ("state=KAZ&position=no&item=4", Filters(state="KAZ", position="no", item="4")),
        ("session=25&kind=resolution&words=iran", Filters(session="25", kind="resolution", words="iran")),
        ("body=GA&state=Iran&year=2010", Filters(state="Iran", year=2010, body="GA")),
    ],
)
def test_filters_narrow_page_json_and_csv_alike(client, record, query, filters):
    view = vote_list(record, filters)
    assert client.get(f"/votes.json?{query}").text == as_json(vote_list(record, filters, 0, 100))
    csv = client.get(f"/votes.csv?{query}")
    rows = at_site(votes_rows(view), "http://testserver", None)
    assert csv.content.decode() == rows_csv(rows.columns, rows.rows)
    assert csv.headers["content-type"] == "text/csv; charset=utf-8"
    links = Page(client.get(f"/votes?{query}").text).links()
    assert {line.page for line in view.votes[:100]} <= set(links)


def test_a_long_list_is_turned_page_by_page(client):
    seen, address = [], "/votes"
    while address:
        text = client.get(address).text
        seen += re.findall(r'<td class="text"><a href="([^"]+)"', text)
        following = re.search(r'rel="next" href="([^"]+)"', text)
        address = following[1].replace("&amp;", "&") if following else None
    assert len(seen) == len(set(seen)) == client.get("/votes.json").json()["n"]


def test_the_search_goes_to_the_one_page_named_only_when_the_form_is_sent(client):
    sent = client.get("/search?q=kazakhstan")
    assert (sent.status_code, sent.headers["location"]) == (303, "/states/kazakhstan")
    typed = client.get("/search?q=kazakhstan", headers={"HX-Request": "true"})
    assert typed.status_code == 200
    assert "/states/kazakhstan" in Page(typed.text).links()
    assert "<html" not in typed.text
    assert "HX-Request" in typed.headers["vary"]
    assert "Nothing in the record" in client.get("/search?q=zzzzzz").text
    assert client.get(f"/search?q={'a' * 400}").status_code == 422


def test_a_year_without_a_seat_scores_nothing_and_names_the_years_with_one(client):
    text = client.get("/states/kazakhstan/2020").text
    assert "was not a member" in text
    assert 'id="figures"' not in text
    assert {f"/states/kazakhstan/{y}" for y in (2013, 2014, 2015, 2022, 2023, 2024)} <= set(Page(text).links())


def test_marks_of_doubt_lead_to_the_witnesses(client, record):
    ((slug,),) = record.tuples(
        "SELECT min(slug) FROM rollcall WHERE body = 'HRC' AND status = 'sources conflict' AND list_status = 'full'"
    )
    assert 'id="witnesses"' in client.get(f"/votes/{slug}").text
    listed = client.get("/votes?status=sources+conflict").text
    conflicts = client.get("/votes.json?status=sources+conflict").json()["votes"]
    for line in conflicts:
        assert f'href="{line["page"]}#witnesses"' in listed
    assert listed.count("†</a>") == sum(line["yes"] is not None for line in conflicts)


def test_a_withdrawn_list_is_shown_as_not_used(client):
    text = client.get("/votes/A-HRC-32-L.36").text
    assert "listed in favour; not used" in text
    assert "withdrawn: the list belongs to another vote" in text


def test_a_mark_in_the_grid_says_state_of_affairs_in_words(client):
    text = client.get("/states/kazakhstan").text
    mark = next(a for a in Page(text).attributes("a") if (a.get("title") or "").startswith("Iran, 28 March 2014"))
    assert mark["title"] == "Iran, 28 March 2014, A/HRC/RES/25/24: voted against"
    assert mark["href"] == "/votes/A-HRC-RES-25-24"


def test_a_page_unchanged_is_not_sent_again(client):
    first = client.get("/states/kazakhstan")
    again = client.get("/states/kazakhstan", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.head("/states/kazakhstan").status_code == 200


def test_static_files_carry_their_hash_and_their_licences(client):
    page = Page(client.get("/").text)
    scripts = [src for a in page.attributes("script") if (src := a.get("src"))]
    assert len(scripts) == 2
    assert all("?v=" in one for one in scripts)
    assert "immutable" in client.get(scripts[0]).headers["cache-control"]
    fonts = list((FOLDER / "fonts").glob("*.woff2"))
    assert sum(font.stat().st_size for font in fonts) < 250_000
    assert {re.sub(r"-(latin|cyrillic).*", "", font.name) for font in fonts} == {
        path.name.removesuffix("-LICENSE.txt") for path in (FOLDER / "fonts").glob("*-LICENSE.txt")
    }
    named = re.findall(r'url\("([^"]+)"\)', (FOLDER / "site.css").read_text())
    assert {(FOLDER / one).name for one in named} == {font.name for font in fonts}
    assert all((FOLDER / one).exists() for one in named)


def test_no_link_on_the_site_is_broken(client):
    seen, waiting, asked = {"/"}, deque(["/"]), 0
    ids, led_to = {}, {}
    while waiting and asked < SAMPLE:
        # from both ends, so that the sample holds lists and what lies deep
        address = waiting.popleft() if asked % 2 else waiting.pop()
        response = client.get(address)
        asked += 1
        assert response.status_code in {200, 303}, address
        if response.headers["content-type"].startswith("application/json"):
            json.loads(response.text)
        ids[address] = set(re.findall(r' id="([^"]+)"', response.text))
        for link in Page(response.text).links() if response.headers["content-type"].startswith("text/html") else ():
            found = urljoin(address, link)
            if urlsplit(found).netloc:
                continue
            path, _, anchor = found.partition("#")
            led_to.setdefault((path, anchor), address)
            if path not in seen:
                seen.add(path)
                waiting.append(path)
    assert asked == SAMPLE
    lost = [(one, by) for one, by in led_to.items() if one[1] and one[0] in ids and one[1] not in ids[one[0]]]
    assert lost == []


@pytest.mark.parametrize("address", ["/states/zanzibar", "/special-sessions?state=saint-vincent-and-the-grenadines"])
def test_what_a_page_leads_to_on_itself_is_there(client, address):
    text = client.get(address).text
    anchors = {link.partition("#")[2] for link in Page(text).links() if link.partition("#")[0] in {"", address}}
    assert anchors - {""} <= set(re.findall(r' id="([^"]+)"', text))


def test_every_link_of_the_guide_leads_somewhere(client):
    pages = {f"/guide/{file.stem}" for file in docs_folder().glob("*.md")}
    links = {(one, urljoin(one, link)) for one in pages for link in Page(client.get(one).text).links()}
    asked = {found.split("#")[0]: one for one, found in links if not urlsplit(found).netloc}
    assert {one: by for one, by in asked.items() if client.head(one).status_code not in {200, 303}} == {}
