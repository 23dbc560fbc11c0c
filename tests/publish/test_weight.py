"""No page is heavy: under 150 kB of HTML before its charts, of every kind, at the longest there is."""

import re

import pytest
from fastapi.testclient import TestClient

from onrecord.publish.web.app import create_app
from onrecord.record.store import Record

MOST = 150_000
PICTURE = re.compile(r'<svg class="(stripline|seatmap|bars)\b.*?</svg>', re.DOTALL)
CHART = re.compile(PICTURE.pattern + r'|<figure class="chart".*?</figure>', re.DOTALL)
"""A chart with the table of its figures, and the pictures drawn within the page."""

LISTS = (
    "/",
    "/states",
    "/situations",
    "/votes",
    "/votes?body=GA&state=Mexico",
    "/votes?state=France&year=2016",
    "/sessions",
    "/elections",
    "/scorecards",
    "/treaties",
    "/treaties?region=AG",
    "/pledges",
    "/upr",
    "/upr?cycle=3",
    "/upr/recommendations",
    "/upr/recommendations?by=FRA",
    "/visits",
    "/joint-statements?state=FRA",
    "/special-sessions?state=EGY",
    "/sponsorships",
    "/self-reports",
    "/compare?a=cuba&b=japan",
    "/data",
    "/methods",
    "/charts",
    "/agreement/kazakhstan",
    "/agreement/map?from=2010&to=2010",
    "/blocs?from=2009&to=2009",
    "/council/2011",
    "/groups/AG",
    "/moves",
    "/outvoted?body=GA&from=2018&to=2018",
    "/path/japan",
    "/turns?by=title",
    "/check?example=1",
    "/search?q=rights",
    "/treaties/instruments/CRC",
    "/elections/2006-05-09",
    "/scorecards?election=2018-10-12&group=AG",
)
HEAVIEST_STATES = """
SELECT DISTINCT slug FROM (
  (SELECT state.slug FROM membership JOIN state ON state.iso3 = membership.state
   GROUP BY state.slug, state.iso3 ORDER BY sum(date_diff('day', term_start, term_end)) DESC, state.slug LIMIT 8)
  UNION ALL
  (SELECT state.slug FROM treaty_act JOIN state ON state.iso3 = treaty_act.state
   GROUP BY state.slug ORDER BY count(*) DESC, state.slug LIMIT 4)
) ORDER BY 1
"""
SITUATIONS = """
SELECT slug FROM situation JOIN subject USING (subject)
GROUP BY slug ORDER BY count(*) DESC, slug LIMIT 4
"""
SESSIONS = "SELECT session FROM rollcall WHERE body = 'HRC' GROUP BY session ORDER BY count(*) DESC, session LIMIT 3"
VOTES = """
SELECT slug FROM rollcall JOIN vote USING (rollcall_id) GROUP BY slug, body
QUALIFY row_number() OVER (PARTITION BY body ORDER BY count(*) DESC, slug) <= 2
"""
RULES = "SELECT rule FROM finding GROUP BY rule ORDER BY count(*) DESC, rule LIMIT 2"

MARKS = """
SELECT 1 FROM vote JOIN rollcall USING (rollcall_id) JOIN situation USING (text_id) JOIN subject USING (subject)
WHERE subject.slug = ? AND vote_taken
"""


@pytest.fixture(scope="module")
def site(record: Record) -> TestClient:
    return TestClient(create_app(record, kept_bytes=0))


def weight(site: TestClient, address: str) -> int:
    answer = site.get(address)
    assert answer.status_code == 200, address
    return len(CHART.sub("", answer.text).encode())


@pytest.mark.parametrize("address", LISTS)
def test_a_list_is_not_heavy(site: TestClient, address: str) -> None:
    assert weight(site, address) < MOST


@pytest.mark.parametrize(
    ("sql", "form"),
    [
        (HEAVIEST_STATES, "/states/{}"),
        (HEAVIEST_STATES, "/states/{}/2016"),
        (HEAVIEST_STATES, "/upr/{}"),
        (HEAVIEST_STATES, "/treaties/{}"),
        (HEAVIEST_STATES, "/standing/{}"),
        (HEAVIEST_STATES, "/self-reports/{}"),
        (SITUATIONS, "/situations/{}"),
        (SESSIONS, "/sessions/{}"),
        (VOTES, "/votes/{}"),
        (RULES, "/data?rule={}"),
    ],
)
def test_the_longest_of_a_kind_are_not_heavy(record: Record, site: TestClient, sql: str, form: str) -> None:
    addresses = [form.format(name) for (name,) in record.tuples(sql)]
    assert addresses
    heavy = {address: n for address in addresses if (n := weight(site, address)) >= MOST}
    assert not heavy


def test_inline_pictures_are_lean(record: Record, site: TestClient) -> None:
    slug = record.tuples(SITUATIONS)[0][0]
    marks = len(record.tuples(MARKS, [slug]))
    text = site.get(f"/situations/{slug}").text
    pictures = sum(len(one[0]) for one in PICTURE.finditer(text))
    assert marks > 1000
    assert pictures < 25 * marks


def test_nothing_is_lost_where_a_list_is_short(site: TestClient) -> None:
    whole = site.get("/upr.json").json()["reviews"]
    led_to = set(re.findall(r'href="/upr\?cycle=(\d)#(\w{3})"', site.get("/upr").text))
    assert led_to == {(str(one["cycle"]), one["state"]["iso3"]) for one in whole}
    for cycle in {cycle for cycle, _ in led_to}:
        page = site.get(f"/upr?cycle={cycle}").text
        assert {code for c, code in led_to if c == cycle} == set(re.findall(r'<tr id="(\w{3})">', page))


def test_opposite_positions_of_all_years_are_led_to(site: TestClient) -> None:
    page = site.get("/compare?a=cuba&b=japan").text
    n = len(site.get("/compare.json?a=cuba&b=japan").json()["opposite"])
    years = re.findall(r'href="/compare\?a=cuba&amp;b=japan&amp;year=(\d+)">\d+</a> <span class="quiet">(\d+)<', page)
    assert sum(int(times) for _, times in years) == n
    year, times = years[0]
    assert len(site.get(f"/compare.json?a=cuba&b=japan&year={year}").json()["opposite"]) == int(times)


def test_evidence_of_a_pledge_is_one_step_away(site: TestClient) -> None:
    page = site.get("/pledges").text
    address, place = re.findall(r'<a href="(/pledges/[a-z-]+)#([^"]+)">\d+ row', page)[0]
    assert f'id="{place}"' in site.get(address).text
