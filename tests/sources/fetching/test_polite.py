"""Fetching against a server of our own that behaves as sites do: well, badly, and not at all."""

import hashlib
import threading
from pathlib import Path

import httpx
import pytest

from onrecord.sources.fetching.answers import Failed, Fetched, NeedsAPerson, Refused, Unchanged
from onrecord.sources.fetching.kept import beside, noted, part_of
from onrecord.sources.fetching.polite import TRIES, Fetcher, named
from onrecord.sources.fetching.receiving import Wanted
from onrecord.sources.fetching.waiting import Clock
from onrecord.sources.looks import Form
from onrecord.vocabulary.errors import NotInVocabulary
from tests.sources.fetching.site import (
    PDF,
    Asked,
    Site,
    Waited,
    gives,
    in_turn,
    wanted,
)


def test_a_file_comes_whole_under_its_hash_and_our_name_is_told(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    site.pages["/a.pdf"] = gives(200, PDF, ETag='"one"')
    answer = fetcher.fetch(wanted(site, tmp_path))
    assert answer == Fetched(tmp_path / "a.pdf", site.url + "/a.pdf", hashlib.sha256(PDF).hexdigest(), len(PDF))
    assert (tmp_path / "a.pdf").read_bytes() == PDF
    assert not part_of(tmp_path / "a.pdf").exists()
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a.pdf"]
    assert all(headers["User-Agent"].startswith("onrecord/") for _, headers in site.asked)
    assert all("someone@example.org" in headers["User-Agent"] for _, headers in site.asked)


@pytest.mark.parametrize("contact", ["", "me", "a b@c", "x@y)\r\nEvil: 1", "é@x"])
def test_who_asks_must_be_reachable(contact: str) -> None:
    with pytest.raises(NotInVocabulary):
        named(contact)


def test_what_has_not_changed_is_not_fetched_again(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    def page(asked: Asked) -> None:
        same = asked.headers.get("If-None-Match") == '"one"'
        asked.give(304) if same else asked.give(200, PDF, ETag='"one"', Last_Modified="Mon, 02 Nov 2026 10:00:00 GMT")

    site.pages["/a.pdf"] = page
    first = fetcher.fetch(wanted(site, tmp_path))
    second = fetcher.fetch(wanted(site, tmp_path))
    assert isinstance(first, Fetched)
    assert second == Unchanged(first.path, first.url, first.sha256, first.size)
    assert site.asked_for("/a.pdf")[1]["If-Modified-Since"] == "Mon, 02 Nov 2026 10:00:00 GMT"
    assert len(site.asked_for("/robots.txt")) == 1


def test_a_kept_file_that_someone_changed_is_fetched_anew(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    site.pages["/a.pdf"] = lambda asked: (
        asked.give(304) if asked.headers.get("If-None-Match") else asked.give(200, PDF, ETag='"one"')
    )
    fetcher.fetch(wanted(site, tmp_path))
    (tmp_path / "a.pdf").write_bytes(PDF[:-1] + b"?")
    answer = fetcher.fetch(wanted(site, tmp_path))
    assert isinstance(answer, Fetched)
    assert (tmp_path / "a.pdf").read_bytes() == PDF


def test_a_changed_document_does_not_overwrite_the_one_kept(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    site.pages["/a.pdf"] = in_turn(gives(200, PDF), gives(200, PDF), gives(200, PDF + b"more"))
    first, second, third = (fetcher.fetch(wanted(site, tmp_path)) for _ in range(3))
    assert [type(answer) for answer in (first, second, third)] == [Fetched, Unchanged, Fetched]
    before = tmp_path / f"a.{hashlib.sha256(PDF).hexdigest()[:12]}.pdf"
    assert before.read_bytes() == PDF
    assert (tmp_path / "a.pdf").read_bytes() == PDF + b"more"


@pytest.mark.parametrize(
    ("told", "waits"),
    # The clock begins at 01:46:40 and waits its interval of 5 seconds before; 2 seconds is our own first wait.
    [((429, "7"), 7.0), ((503, "Sun, 09 Sep 2001 01:47:30 GMT"), 45.0), ((503, "soon"), 2.0)],
)
def test_a_site_that_asks_to_wait_is_waited_for(
    site: Site, fetcher: Fetcher, waited: Waited, tmp_path: Path, told: tuple[int, str], waits: float
) -> None:
    status, header = told
    site.pages["/a.pdf"] = in_turn(gives(status, Retry_After=header), gives(200, PDF))
    assert isinstance(fetcher.fetch(wanted(site, tmp_path)), Fetched)
    assert waited.waits[1] == waits


@pytest.mark.parametrize("header", ["86400", "Sun, 09 Sep 2040 01:47:30 GMT"])
def test_a_site_that_asks_for_too_long_is_left_for_another_day(
    site: Site, fetcher: Fetcher, waited: Waited, tmp_path: Path, header: str
) -> None:
    site.pages["/a.pdf"] = gives(429, Retry_After=header)
    answer = fetcher.fetch(wanted(site, tmp_path))
    assert isinstance(answer, Failed)
    assert "asks to be left" in answer.why
    assert max(waited.waits) < 60


@pytest.mark.parametrize("status", [202, 401, 403, 405])
def test_where_only_persons_are_let_in_a_person_is_asked(
    site: Site, fetcher: Fetcher, tmp_path: Path, status: int
) -> None:
    site.pages["/a.pdf"] = gives(status)
    answer = fetcher.fetch(wanted(site, tmp_path))
    assert isinstance(answer, NeedsAPerson)
    assert str(status) in answer.why
    assert answer.url == site.url + "/a.pdf"
    assert len(site.asked_for("/a.pdf")) == 1


def test_what_robots_txt_forbids_is_not_asked_for(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = gives(200, b"\xef\xbb\xbfUser-agent: *\nDisallow: /api/\n")
    site.pages["/api/a.pdf"] = site.pages["/a.pdf"] = gives(200, PDF)
    answer = fetcher.fetch(wanted(site, tmp_path, "/api/a.pdf"))
    assert isinstance(answer, NeedsAPerson)
    assert "robots.txt" in answer.why
    assert site.asked_for("/api/a.pdf") == []
    assert isinstance(fetcher.fetch(wanted(site, tmp_path)), Fetched)


def test_a_redirect_into_what_robots_txt_forbids_is_not_followed(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = gives(200, b"User-agent: onrecord\nDisallow: /api/\n")
    site.pages["/a.pdf"] = gives(302, Location="/api/a.pdf")
    site.pages["/api/a.pdf"] = gives(200, PDF)
    assert isinstance(fetcher.fetch(wanted(site, tmp_path)), NeedsAPerson)
    assert site.asked_for("/api/a.pdf") == []


@pytest.mark.parametrize(("status", "kind"), [(403, NeedsAPerson), (202, NeedsAPerson), (500, Failed), (404, Fetched)])
def test_rules_that_cannot_be_read_are_not_taken_for_none(
    site: Site, fetcher: Fetcher, tmp_path: Path, status: int, kind: type
) -> None:
    site.pages["/robots.txt"] = gives(status)
    site.pages["/a.pdf"] = gives(200, PDF)
    assert isinstance(fetcher.fetch(wanted(site, tmp_path)), kind)


def test_one_request_at_a_time_and_never_sooner_than_the_site_asks(
    site: Site, fetcher: Fetcher, waited: Waited, tmp_path: Path
) -> None:
    site.pages["/robots.txt"] = gives(200, b"User-agent: *\nCrawl-delay: 30\nDisallow:\n")
    site.pages["/a.pdf"] = gives(200, PDF)
    for _ in range(3):
        fetcher.fetch(wanted(site, tmp_path))
    assert waited.waits == [30.0, 30.0, 30.0]


def test_a_site_whose_rules_ask_for_a_day_between_requests_is_for_persons(
    site: Site, fetcher: Fetcher, tmp_path: Path
) -> None:
    site.pages["/robots.txt"] = gives(200, b"User-agent: *\nCrawl-delay: 86400\n")
    assert isinstance(fetcher.fetch(wanted(site, tmp_path)), NeedsAPerson)


@pytest.mark.parametrize(
    ("body", "form", "found"),
    [
        (b"<html><head><title>Sign in</title></head><input type=password></html>", Form.PDF, "login"),
        (b"<!doctype html><title>Document not found</title>", Form.XML, "no such page"),
        (b"<html><script src='https://x/awswaf/challenge.js'></script></html>", Form.TEXT, "turns programs away"),
        (b"<html><p>urgent maintenance, temporarily unavailable</p></html>", Form.XML, "out of order"),
        (b"<html><title>Search results</title></html>", Form.TEXT, "a web page (titled 'Search results')"),
        (b"undl_id,ms_code\n1,AFG\n", Form.PDF, "plain text that begins 'undl_id,ms_code'"),
        (b"", Form.PDF, "an empty file"),
        (b"PK\x03\x04....", Form.JSON, "a ZIP archive"),
    ],
)
def test_what_is_not_what_was_asked_for_is_not_kept(
    site: Site, fetcher: Fetcher, tmp_path: Path, body: bytes, form: Form, found: str
) -> None:
    site.pages["/a.pdf"] = gives(200, body)
    answer = fetcher.fetch(wanted(site, tmp_path, form=form))
    assert isinstance(answer, Refused)
    assert answer.expected == form.value
    assert found in answer.found
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_says_in_its_address_that_it_is_none_is_refused(
    site: Site, fetcher: Fetcher, tmp_path: Path
) -> None:
    site.pages["/a.pdf"] = gives(302, Location="/Pages/PageNotFound.aspx?x=1")
    site.pages["/Pages/PageNotFound.aspx?x=1"] = gives(200, PDF)
    answer = fetcher.fetch(wanted(site, tmp_path))
    assert isinstance(answer, Refused)
    assert "no such page" in answer.found


@pytest.mark.parametrize("announced", [True, False])
def test_what_is_too_large_is_not_kept(site: Site, fetcher: Fetcher, tmp_path: Path, announced: bool) -> None:
    def chunks(asked: Asked) -> None:
        asked.send_response(200)
        asked.send_header("Transfer-Encoding", "chunked")
        asked.end_headers()
        for _ in range(100):
            asked.wfile.write(b"400\r\n" + PDF[:1024] + b"\r\n")
        asked.wfile.write(b"0\r\n\r\n")

    site.pages["/a.pdf"] = gives(200, PDF) if announced else chunks
    answer = fetcher.fetch(wanted(site, tmp_path, largest=50_000))
    assert isinstance(answer, Refused)
    assert answer.expected == "at most 50,000 bytes"
    assert list(tmp_path.iterdir()) == []


def test_a_circle_and_a_long_way_are_left(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    site.pages["/a.pdf"] = gives(302, Location="/b.pdf")
    site.pages["/b.pdf"] = gives(301, Location="/a.pdf")
    circle = fetcher.fetch(wanted(site, tmp_path))
    for step in range(20):
        site.pages[f"/{step}"] = gives(307, Location=f"/{step + 1}")
    long_way = fetcher.fetch(wanted(site, tmp_path, "/0"))
    assert isinstance(circle, Failed)
    assert "circle" in circle.why
    assert isinstance(long_way, Failed)
    assert "5 times" in long_way.why


def test_what_is_no_address_is_not_asked_for(fetcher: Fetcher, tmp_path: Path) -> None:
    for url in ("http://[", "ftp://example.org/a", "/etc/passwd", "http://", "http://x:99999999/"):
        answer = fetcher.fetch(Wanted(url, tmp_path / "a.pdf", Form.PDF, 1000))
        assert isinstance(answer, Refused)


def test_a_way_on_from_a_safe_address_to_an_unsafe_one_is_not_followed(tmp_path: Path, waited: Waited) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return (
            httpx.Response(404)
            if request.url.path == "/robots.txt"
            else httpx.Response(302, headers={"location": "http://example.org/a.pdf"})
        )

    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        fetcher = Fetcher("someone@example.org", client, waited.clock)
        found = fetcher.fetch(Wanted("https://example.org/a.pdf", tmp_path / "a.pdf", Form.PDF, 1000))
    assert isinstance(found, Refused)
    assert "no less safe" in found.expected


@pytest.mark.parametrize("way", ["ftp://example.org/a.pdf", "file:///etc/passwd", "http://[", "//"])
def test_no_way_on_leads_out_of_the_web(site: Site, fetcher: Fetcher, tmp_path: Path, way: str) -> None:
    site.pages["/a.pdf"] = gives(302, Location=way)
    assert isinstance(fetcher.fetch(wanted(site, tmp_path)), Refused | Failed)
    assert list(tmp_path.iterdir()) == []


def test_a_redirect_is_followed_and_the_address_told(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    site.pages["/a.pdf"] = gives(302, Location="doc/1.pdf")
    site.pages["/doc/1.pdf"] = gives(200, PDF)
    answer = fetcher.fetch(wanted(site, tmp_path))
    assert isinstance(answer, Fetched)
    assert answer.url == site.url + "/doc/1.pdf"


@pytest.mark.parametrize("status", [404, 410, 400, 204, 451, 418])
def test_other_answers_end_it_at_once(site: Site, fetcher: Fetcher, tmp_path: Path, status: int) -> None:
    site.pages["/a.pdf"] = gives(status)
    answer = fetcher.fetch(wanted(site, tmp_path))
    assert isinstance(answer, Failed)
    assert str(status) in answer.why
    assert len(site.asked_for("/a.pdf")) == 1


def test_a_site_that_never_answers_is_not_waited_for_forever(site: Site, waited: Waited, tmp_path: Path) -> None:
    over = threading.Event()

    def silent(asked: Asked) -> None:
        over.wait(10)

    site.pages["/a.pdf"] = silent
    with httpx.Client(trust_env=False, timeout=0.05) as client:
        answer = Fetcher("someone@example.org", client, waited.clock).fetch(wanted(site, tmp_path))
    over.set()
    assert isinstance(answer, Failed)
    assert "ReadTimeout" in answer.why


def test_a_site_that_trickles_is_not_waited_for_forever(site: Site, waited: Waited, tmp_path: Path) -> None:
    def trickles(asked: Asked) -> None:
        asked.give(200, Content_Length=str(len(PDF)))
        for start in range(0, len(PDF), 10_000):
            asked.wfile.write(PDF[start : start + 10_000])

    site.pages["/a.pdf"] = trickles
    ticking = Clock(now=lambda: waited.at, passed=lambda: waited.wait(4_000.0) or waited.at, wait=waited.wait)
    with httpx.Client(trust_env=False, timeout=5.0) as client:
        answer = Fetcher("someone@example.org", client, ticking).fetch(wanted(site, tmp_path))
    assert isinstance(answer, Failed)
    assert "too slowly" in answer.why


def test_a_host_that_is_not_there_is_tried_and_given_up(waited: Waited, tmp_path: Path) -> None:
    with httpx.Client(trust_env=False, timeout=1.0) as client:
        fetcher = Fetcher("someone@example.org", client, waited.clock)
        answer = fetcher.fetch(Wanted("http://127.0.0.1:9/a.pdf", tmp_path / "a.pdf", Form.PDF, 1000))
    assert isinstance(answer, Failed)
    assert answer.tries == TRIES


def test_a_packed_answer_is_unpacked_and_counted_so(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    import gzip

    site.pages["/a.pdf"] = gives(200, gzip.compress(PDF), Content_Encoding="gzip", ETag='"one"')
    assert isinstance(fetcher.fetch(wanted(site, tmp_path)), Fetched)
    assert (tmp_path / "a.pdf").read_bytes() == PDF
    assert site.asked_for("/a.pdf")[0]["Accept-Encoding"] == "identity"


@pytest.mark.parametrize("written", ["", "{", "[]", '{"asked": 1}', "null", '{"asked": ["x"]}'])
def test_a_damaged_note_is_as_none(tmp_path: Path, written: str) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(PDF)
    beside(file).write_text(written)
    assert noted(file) is None


def test_a_folder_that_cannot_be_written_to_is_told(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    site.pages["/a.pdf"] = gives(200, PDF)
    (tmp_path / "file").write_bytes(b"")
    answer = fetcher.fetch(Wanted(site.url + "/a.pdf", tmp_path / "file" / "a.pdf", Form.PDF, 10_000_000))
    assert isinstance(answer, Failed)
    assert "written" in answer.why
