"""What is sent to be checked, by form, file, JSON or address: what is taken, what is refused in words, nothing kept."""

import json
import re
from datetime import date

import pytest

from onrecord.publish.check_asked import LONGEST_ADDRESS, Asked, address, packed, unpacked
from onrecord.publish.web import check_pages
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.verdicts import Verdict

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


def test_nothing_is_kept(client, text):
    for answer in (client.post("/check", data={"text": text}), client.get(address(Asked(text)) or "")):
        assert answer.headers["cache-control"] == "no-store"
        assert "etag" not in answer.headers
        assert answer.headers["x-robots-tag"] == "noindex"
        assert "Nothing is kept" in answer.text


def test_an_address_gives_the_same_page_as_the_form(client, prepared, text):
    asked = {"text": text, "about": "Kazakhstan", "as_of": "2014"}
    posted = client.post("/check.json", json=asked).json()
    shared = client.get(posted["page"].replace("/check?", "/check.json?")).json()
    assert shared == posted
    assert [(a[1], a[2]) for a in prepared.asked] == [("KAZ", date(2014, 12, 31))] * 2
    assert client.get(posted["page"]).status_code == 200


@pytest.mark.parametrize("asked", [Asked("ю" * 50, "Côte d’Ivoire", "2014-05"), Asked("a\n\n b")])
def test_what_is_packed_unpacks(asked):
    assert re.fullmatch(r"[\w-]*", packed(asked))
    assert unpacked(packed(asked)) == asked


@pytest.mark.parametrize("z", ["", "!!", packed(Asked("a text"))[:-4], packed(Asked("x" * 900_000)), "ключ"])
def test_a_cut_or_swollen_address_is_refused_in_words(client, z):
    with pytest.raises(NotInVocabulary, match="whole and unchanged"):
        unpacked(z)
    answer = client.get("/check", params={"z": z or "_"})
    assert answer.status_code == 422
    assert "whole and unchanged" in answer.text


def test_a_long_text_has_no_address_and_says_so(client, text):
    long = " ".join(f"word{n * n}" for n in range(4000))
    assert address(Asked(long)) is None
    assert 0 < len(address(Asked(text)) or "") < LONGEST_ADDRESS
    answer = client.post("/check", data={"text": long})
    assert answer.status_code == 200
    assert "too long for an address" in answer.text
    assert client.post("/check.json", json={"text": long}).json()["page"] is None


@pytest.mark.parametrize("field", ["file", "text"])
def test_a_file_is_read_apart_and_checked(client, prepared, text, field):
    answer = client.post("/check", data={"about": ""}, files={field: ("letter.txt", text.encode(), "text/plain")})
    assert answer.status_code == 200
    assert prepared.asked[-1][0].strip() == text.strip()


@pytest.mark.parametrize(
    ("sent", "status", "words"),
    [
        ({"data": {"text": "  "}}, 422, "no text to check"),
        ({"data": {"text": "x" * 200_001}}, 413, "200,001 characters"),
        ({"data": {"text": "a", "about": "Kazakhstaan"}}, 422, "Kazakhstan"),
        ({"data": {"text": "a", "as_of": "2014-13"}}, 422, "2014, 2015-03 or 2015-03-24"),
        ({"files": {"file": ("a.txt", b"x" * 10_000_001)}}, 413, "10 MB"),
        ({"files": {"file": ("a.txt", b"x" * 12_500_000)}}, 413, "10 MB"),
        ({"files": {"file": ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(99))}}, 415, "PNG"),
        ({"data": {"text": "a"}, "files": {"file": ("a.txt", b"b")}}, 422, "one at a time"),
        ({"content": b"a=b", "headers": {"content-type": "text/csv"}}, 415, "a form or JSON"),
        ({"content": b"--x", "headers": {"content-type": "multipart/form-data"}}, 422, "damaged"),
        ({"content": b"\xff{", "headers": {"content-type": "application/json"}}, 422, "It takes JSON"),
        ({"json": ["a"]}, 422, "an object"),
        ({"json": {"text": 5}}, 422, "of type string"),
        ({"content": b'{"text": "\\ud800"}', "headers": {"content-type": "application/json"}}, 422, "surrogates"),
    ],
)
def test_what_is_not_taken_is_said_in_words(client, sent, status, words):
    page, twin = client.post("/check", **sent), client.post("/check.json", **sent)
    assert (page.status_code, twin.status_code) == (status, status)
    assert words in page.text
    assert words in json.dumps(twin.json(), ensure_ascii=False)
    assert 'id="ask"' in page.text


def test_what_was_typed_stays_where_something_else_was_wrong(client):
    answer = client.post("/check", data={"text": "A text to keep.", "about": "Nowhereland"})
    assert "A text to keep.</textarea>" in answer.text


def test_the_form_explains_itself(client):
    page = client.get("/check")
    assert page.status_code == 200
    for verdict in Verdict:
        assert verdict.label in page.text
    example = client.get("/check?example=1").text
    assert "Notes on the Human Rights Council" in example
    assert client.get("/check.json").json()["takes"]["as_of"]
    assert client.get("/check.html").headers["location"] == "/check"


def test_the_time_is_bounded(client, prepared):
    client.post("/check", data={"text": "A text."})
    assert prepared.asked[-1][3] == check_pages.SECONDS
