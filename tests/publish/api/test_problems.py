"""Every error is a problem that says what to ask instead, whatever is sent; nothing sent makes a fault of ours."""

import pytest

from onrecord.publish.api.problems import KINDS

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")

MEMBERS = {"type", "title", "status", "detail", "instance", "noun", "expected", "found", "suggestions"}


def problem(response):
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["access-control-allow-origin"] == "*"
    said = response.json()
    assert set(said) == MEMBERS
    assert said["status"] == response.status_code
    return said


@pytest.mark.parametrize(
    ("address", "status", "kind", "found"),
    [
        ("/v1/states/Nowhereland", 404, "not-in-the-record", "Nowhereland"),
        ("/v1/states/kazakhstan/1999", 404, "not-in-the-record", "1999"),
        ("/v1/states/kazakhstan/last", 422, "not-understood", "last"),
        ("/v1/votes/99-99", 404, "not-in-the-record", "99-99"),
        ("/v1/votes?statee=KAZ", 422, "unknown-parameter", "statee"),
        ("/v1/votes?state=KAZ&state=FRA", 422, "unknown-parameter", "state twice"),
        ("/v1/votes?state=Nowhereland", 422, "not-understood", "Nowhereland"),
        ("/v1/votes?year=20l4", 422, "not-understood", "20l4"),
        ("/v1/votes?year=1_0", 422, "not-understood", "1_0"),
        ("/v1/votes?year=99999999999999999999", 422, "not-understood", "99999999999999999999"),
        ("/v1/votes?limit=0", 422, "not-understood", "0"),
        ("/v1/votes?limit=1001", 422, "not-understood", "1001"),
        ("/v1/votes?start=-1", 422, "not-understood", "-1"),
        ("/v1/votes?position=maybe&state=KAZ", 422, "not-understood", "maybe"),
        ("/v1/votes?as-of=yesterday", 422, "not-understood", "yesterday"),
        ("/v1/votes?as-of=2001-01-01", 422, "not-understood", "2001-01-01"),
        ("/v1/special-sessions/S-20?state=Nowhereland", 422, "not-understood", "Nowhereland"),
        ("/v1/sponsorships?state=KAZ&symbol=22/1", 422, "not-understood", "22/1"),
        ("/v1/compare?a=KAZ&b=KAZ", 422, "not-understood", "KAZ"),
        ("/v1/tables/votes", 404, "not-in-the-record", "votes"),
        ("/v1/tables/vote?stat=KAZ", 422, "not-understood", "stat"),
        ("/v1/tables/rollcall?yes=many", 422, "not-understood", "many"),
        ("/v1/charts/pie/kazakhstan", 404, "not-in-the-record", "pie"),
        ("/v1/problems/bad-luck", 404, "not-in-the-record", "bad-luck"),
    ],
)
def test_what_is_wrong_is_said(client, address, status, kind, found):
    said = problem(client.get(address))
    assert (said["status"], said["type"], said["found"]) == (status, f"/v1/problems/{kind}", found)
    assert said["expected"]
    assert client.get(said["type"]).json()["data"]["title"] == said["title"]


def test_names_that_are_close_are_offered_and_not_used(client):
    assert "Viet Nam" in problem(client.get("/v1/states/Viet Namm and Co"))["suggestions"]


def test_an_empty_word_is_no_filter(client):
    everything = client.get("/v1/votes?limit=1").json()["meta"]["n"]
    assert client.get("/v1/votes?limit=1&state=&year=&situation=&position=").json()["meta"]["n"] == everything


@pytest.mark.parametrize("address", ["/v1/nothing", "/v1/states/", "/v1/states/a%2Fb/c/d", "/v1/states/a%0Ab/x/y"])
def test_no_such_address(client, address):
    assert problem(client.get(address))["type"] == "/v1/problems/no-such-address"


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_the_record_is_only_read(client, method):
    response = getattr(client, method)("/v1/votes")
    assert problem(response)["type"] == "/v1/problems/method-not-allowed"
    assert "GET" in response.headers["allow"]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"json": {"text": "x" * 200_001}}, 413),
        ({"content": b"x" * 12_500_000, "headers": {"Content-Type": "application/json"}}, 413),
        ({"content": b"hello"}, 415),
        ({"content": b"hello", "headers": {"Content-Type": "text/plain"}}, 415),
        ({"files": {"file": ("a.pdf", b"%PDF-1.4 damaged")}}, 415),
        ({"json": {"text": ""}}, 422),
        ({"json": {"texts": "x"}}, 422),
        ({"json": {"text": "x", "about": "Nowhereland"}}, 422),
        ({"json": {"text": "x", "as_of": "yesterday"}}, 422),
        ({"content": b'{"text": "\\ud800"}', "headers": {"Content-Type": "application/json"}}, 422),
        ({"content": b"[" * 100_000, "headers": {"Content-Type": "application/json"}}, 422),
    ],
)
def test_a_text_that_is_not_taken(client, sent, status):
    assert problem(client.post("/v1/check", **sent))["status"] == status


HOSTILE = (
    "%00",
    "a%00b",
    "%0A",
    "%C2%85%0D%0A",
    "%ff%fe",
    "%ed%a0%80",
    "..%2f..%2fetc%2fpasswd",
    "%F0%9F%92%A9" * 300,
    "1" * 5000,
    "%27%20OR%201%3D1--",
    "%25s%25n",
    "%5B%28%2A",
    "٣",
    "nan",
)
PLACES = (
    "/v1/states/{}",
    "/v1/states/kazakhstan/{}",
    "/v1/votes/{}",
    "/v1/situations/{}",
    "/v1/sessions/{}",
    "/v1/elections/{}",
    "/v1/cite/{}",
    "/v1/tables/{}",
    "/v1/charts/voting-record/{}",
    "/v1/votes?state={}",
    "/v1/votes?words={}",
    "/v1/votes?year={}",
    "/v1/votes?{}=1",
    "/v1/votes?as-of={}",
    "/v1/search?q={}",
    "/v1/treaties/kazakhstan?on={}",
    "/v1/upr/recommendations?issue={}",
    "/v1/tables/text?title={}",
    "/v1/tables/rollcall?date={}",
    "/v1/tables/rollcall?{}=1",
    "/v1/sponsorships?symbol={}",
)


@pytest.mark.parametrize("place", PLACES)
def test_hostile_words_make_no_fault_of_ours(client, place):
    for words in HOSTILE:
        response = client.get(place.format(words))
        assert response.status_code in {200, 404, 422}, words
        if response.status_code != 200:
            problem(response)


def test_a_fault_of_ours_is_a_problem_too(client, monkeypatch):
    def fails(*given):
        raise RuntimeError("a fault")

    monkeypatch.setattr("onrecord.publish.api.states.listed_states", fails)
    said = problem(client.get("/v1/states?limit=17"))
    assert (said["status"], said["type"]) == (500, "/v1/problems/failed")


def test_every_kind_of_problem_is_explained(client):
    listed = client.get("/v1/problems").json()["data"]
    assert [one["name"] for one in listed] == list(KINDS)
    assert all(one["meaning"].endswith(".") for one in listed)
