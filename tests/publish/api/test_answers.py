"""Every answer has one envelope, its data is the view of page and command, lists are walked whole, tags save work."""

import gzip
import json

import pytest
from typer.testing import CliRunner

from onrecord.publish.api.app import openapi_document
from onrecord.publish.as_json import plain
from onrecord.publish.cli import app as command
from onrecord.publish.views.elections import election_list
from onrecord.publish.views.lists import session_list, situation_list
from onrecord.publish.views.pledges import pledge_list
from onrecord.publish.views.state import state_record
from onrecord.publish.views.votes import Filters, vote_list
from onrecord.publish.web.app import _PAGES

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")

TWINS = (
    "/states/kazakhstan",
    "/states/kazakhstan/2014",
    "/states/france/2021",
    "/votes/A-HRC-RES-25-24",
    "/votes/A-HRC-RES-S-21-1",
    "/situations/syria",
    "/sessions/25",
    "/sessions/S-21",
    "/elections/2012-11-12",
    "/treaties/viet-nam?on=2012-07-31",
    "/treaties/instruments/CEDAW",
    "/pledges/kazakhstan?term=2013-2015",
    "/upr/cuba",
    "/visits/kazakhstan",
    "/standing/mexico",
    "/self-reports/kazakhstan",
    "/joint-statements/BHR-2013-HRC22?state=KAZ",
    "/special-sessions/S-20?state=KAZ",
    "/agreement/kazakhstan?body=HRC",
    "/compare?a=kazakhstan&b=kyrgyzstan&year=2023",
    "/search?q=myanmar",
    "/methods",
    "/data?rule=agenda%20item",
    "/charts/voting-record/brazil",
    "/states/brazil?as-of=2012-11-30",
)


def twin_of(address: str) -> str:
    path, _, words = address.partition("?")
    return f"{path}.json?{words}"


@pytest.mark.parametrize("address", TWINS)
def test_the_data_is_the_page_s_twin(client, address):
    answer = client.get(f"/v1{address}")
    assert answer.status_code == 200
    assert set(answer.json()) == {"data", "about", "meta", "links"}
    assert answer.json()["data"] == client.get(twin_of(address)).json()
    assert answer.json()["about"] is None


def test_the_data_is_the_command_s_json(client):
    said = CliRunner().invoke(command, ["state", "KAZ", "--json"])
    assert client.get("/v1/states/kazakhstan").json()["data"] == json.loads(said.stdout)


def test_a_name_a_code_and_an_address_give_the_same(client, record):
    expected = plain(state_record(record, "CIV"))
    for asked in ("CIV", "C%C3%B4te%20d%27Ivoire", "cote-divoire"):
        assert client.get(f"/v1/states/{asked}").json()["data"] == expected


@pytest.mark.parametrize(
    ("address", "rows", "view"),
    [
        ("/v1/elections", "elections", election_list),
        ("/v1/sessions", "sessions", session_list),
        ("/v1/situations", "situations", situation_list),
        ("/v1/pledges", "pledges", pledge_list),
    ],
)
def test_a_list_is_its_view_with_the_rows_apart(client, record, address, rows, view):
    expected = plain(view(record))
    answer = client.get(f"{address}?limit=1000").json()
    assert answer["data"] == expected.pop(rows)
    assert answer["about"] == expected
    assert answer["meta"]["n"] == len(answer["data"]) > 10


@pytest.mark.parametrize(
    "address",
    [
        "/v1/votes?state=CUB&year=2021&limit=7",
        "/v1/states?limit=50",
        "/v1/upr?limit=100",
        "/v1/upr/recommendations?state=KAZ&limit=60",
        "/v1/tables/membership?limit=90",
        "/v1/tables/tally?limit=1000",
        "/v1/treaties?region=EEG&limit=5",
        "/v1/joint-statements?limit=9",
    ],
)
def test_a_list_is_walked_whole_with_no_row_twice(client, address):
    whole = client.get(address.replace("limit=", "limit=1000&x=").split("&x=")[0]).json()
    rows, walked, steps = [], address, 0
    while walked:
        answer = client.get(walked).json()
        assert len(answer["data"]) <= answer["meta"]["limit"]
        rows += [json.dumps(row) for row in answer["data"]]
        walked, steps = answer["links"]["next"], steps + 1
    assert steps > 1
    assert len(rows) == len(set(rows)) == answer["meta"]["n"]
    if whole["meta"]["n"] <= 1000:
        assert rows == [json.dumps(row) for row in whole["data"]]


def test_links_lead_on_and_back_and_to_the_page(client):
    links = client.get("/v1/votes?state=KAZ&limit=2&start=3&as-of=2014-12-31").json()["links"]
    assert links["self"] == "/v1/votes?state=KAZ&limit=2&start=3&as-of=2014-12-31"
    assert links["next"] == "/v1/votes?state=KAZ&limit=2&start=5&as-of=2014-12-31"
    assert links["prev"] == "/v1/votes?state=KAZ&limit=2&start=1&as-of=2014-12-31"
    assert links["page"] == "/votes?state=KAZ&as-of=2014-12-31"
    assert client.get(links["page"]).status_code == 200


def test_an_answer_in_another_language_keeps_to_it_and_to_the_values(client):
    english, french = (client.get(f"{prefix}/v1/votes?state=PER&limit=2").json() for prefix in ("", "/fr"))
    assert french["links"]["next"] == "/fr/v1/votes?state=PER&limit=2&start=2"
    assert french["links"]["page"] == "/fr/votes?state=PER"
    assert [row["position"] for row in french["data"]] == [row["position"] for row in english["data"]]
    assert french["data"][0]["kind"] == english["data"][0]["kind"]


def test_past_the_end_there_are_no_rows_and_still_all_of_them_are_counted(client):
    answer = client.get("/v1/elections?start=500").json()
    assert answer["data"] == []
    assert answer["meta"]["n"] > 20
    assert answer["links"]["next"] is None


def test_a_filter_counts_what_it_leaves(client, record):
    expected = vote_list(record, Filters(state="KAZ", position="no"))
    answer = client.get("/v1/votes?state=KAZ&position=no&limit=1").json()
    assert answer["meta"]["n"] == expected.n == dict(answer["about"]["counts"])["no"]


def test_as_of_hides_what_came_later(client):
    before = client.get("/v1/votes?state=KAZ&as-of=2013-06-30").json()
    assert before["meta"]["as_of"] == "2013-06-30"
    assert all(row["date"] <= "2013-06-30" for row in before["data"])
    assert 0 < before["meta"]["n"] < client.get("/v1/votes?state=KAZ").json()["meta"]["n"]


def test_the_record_is_named_by_its_hash_and_its_last_day(client, record):
    meta = client.get("/v1/home").json()["meta"]
    assert meta["record"]["last_day"] == client.get("/index.json").json()["votes_to"]
    assert len(meta["record"]["sha256"]) == 64
    assert meta["record"] == client.get("/v1/votes?as-of=2012-01-01").json()["meta"]["record"]


def test_an_answer_unchanged_is_not_sent_again(client):
    for address in ("/v1/states/peru", "/v1/openapi.json", "/v1/tables/session", "/v1/votes?state=PER"):
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["access-control-allow-origin"] == "*"
        assert client.get(address, headers={"If-None-Match": '"another"'}).status_code == 200
    assert first.headers["etag"] != client.get("/v1/votes?state=CHL").headers["etag"]


def test_answers_are_compressed_for_those_who_take_it(client):
    with client.stream("GET", "/v1/states/peru", headers={"Accept-Encoding": "gzip"}) as response:
        assert response.headers["content-encoding"] == "gzip"
        assert json.loads(gzip.decompress(b"".join(response.iter_raw())))["data"]["state"]["iso3"] == "PER"


def test_head_answers_without_a_body(client):
    response = client.head("/v1/votes?state=KAZ")
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["etag"] == client.get("/v1/votes?state=KAZ").headers["etag"]


def test_pages_of_any_site_may_read_and_ask_beforehand(client):
    read = client.get("/v1/states/peru", headers={"Origin": "https://example.org"})
    assert read.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in read.headers
    wish = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    beforehand = client.options("/v1/check", headers={"Origin": "https://example.org", **wish})
    assert beforehand.status_code == 204
    assert "POST" in beforehand.headers["access-control-allow-methods"]
    assert "Content-Type" in beforehand.headers["access-control-allow-headers"]
    assert "access-control-allow-origin" not in client.get("/states/peru").headers


ABOUT_THE_SITE = {"api", "feeds", "guide", "index", "check"}
"""Pages that say nothing of the record; what /index and /check hold is at /v1/home and POST /v1/check."""

MADE_OF_OTHERS = {"reports", "briefs", "letters"}
"""Documents put together from views that all have addresses of their own."""


def test_every_page_of_the_record_has_an_address_here():
    paths = [str(getattr(route, "path", "")) for pages in _PAGES for route in pages.router.routes]
    twins = {path for path in paths if path.endswith(".json")}
    shown = {path.split("/")[1].split(".")[0] for path in twins}
    known = {path.split("/")[1] for path in openapi_document()["paths"]}
    assert len(shown) > 20
    assert shown - known - ABOUT_THE_SITE - MADE_OF_OTHERS == set()


def test_a_text_is_checked_and_forgotten(client):
    sent = {"text": "Kazakhstan abstained on resolution 25/24.", "about": "KAZ", "as_of": "2014"}
    answer = client.post("/v1/check", json=sent)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    assert answer.json()["data"] == client.post("/check.json", json=sent).json()
    assert client.get(answer.json()["links"]["page"]).status_code == 200
    as_file = client.post("/v1/check", files={"file": ("a.txt", sent["text"].encode())}, data={"about": "KAZ"})
    assert as_file.json()["data"]["claims"][0]["verdict"] == answer.json()["data"]["claims"][0]["verdict"]
