"""Kept answers: the same to the byte as those made anew, bounded, and never of what must not be kept."""

import gc
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.types import Receive, Scope, Send

from onrecord.publish.web.app import create_app
from onrecord.publish.web.kept import Answer, KeepAnswers, KeptAnswers
from onrecord.record.store import Record

ADDRESSES = (
    "/states/kazakhstan",
    "/states/brazil/2012.json",
    "/fr/states/tunisia",
    "/votes?state=Cuba&year=2011",
    "/votes.csv?session=25",
    "/elections/2012-11-12?as-of=2013-01-01",
)


@pytest.fixture(scope="module")
def site(record: Record) -> FastAPI:
    return create_app(record)


@pytest.fixture
def client(site: FastAPI) -> TestClient:
    return TestClient(site, follow_redirects=False)


@pytest.fixture(scope="module")
def anew(record: Record) -> TestClient:
    return TestClient(create_app(record, kept_bytes=0), follow_redirects=False)


class Counted:
    """An application that counts how often it is asked."""

    def __init__(self, status: int = 200, headers: tuple[tuple[bytes, bytes], ...] = (), body: bytes = b"made") -> None:
        self.asked, self.status, self.headers, self.body = 0, status, headers, body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked += 1
        await send({"type": "http.response.start", "status": self.status, "headers": list(self.headers)})
        await send({"type": "http.response.body", "body": self.body, "more_body": False})


TAGGED = ((b"etag", b'W/"a"'), (b"content-type", b"text/plain"))


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_a_kept_answer_is_the_one_made_anew(client: TestClient, anew: TestClient, address: str, encoding: str) -> None:
    headers = {"accept-encoding": encoding}
    fresh, first = anew.get(address, headers=headers), client.get(address, headers=headers)
    again = client.get(address, headers=headers)
    assert fresh.status_code == first.status_code == again.status_code == 200
    assert fresh.content == first.content == again.content
    assert dict(fresh.headers) == dict(first.headers) == dict(again.headers)


@pytest.mark.parametrize("asked_before", [False, True])
def test_a_reader_who_has_the_page_gets_no_body(site: FastAPI, asked_before: bool) -> None:
    client = TestClient(site)
    address = f"/states/norway?as-of=2015-0{1 + asked_before}-01"
    tag = TestClient(create_app(site.state.site.record, kept_bytes=0)).get(address).headers["etag"]
    if asked_before:
        client.get(address)
    unchanged = client.get(address, headers={"if-none-match": tag})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert unchanged.headers["etag"] == tag
    assert "default-src" in unchanged.headers["content-security-policy"]
    assert client.get(address, headers={"if-none-match": 'W/"other"'}).status_code == 200


@pytest.mark.parametrize("times", [1, 2])
def test_head_has_the_headers_and_no_body(client: TestClient, anew: TestClient, times: int) -> None:
    found = [client.head("/treaties/ghana") for _ in range(times)][-1]
    assert found.content == b""
    assert found.headers["content-length"] == anew.head("/treaties/ghana").headers["content-length"]


def test_the_host_and_the_language_are_told_apart(client: TestClient) -> None:
    here, there = (client.get("/states/peru", headers={"host": host}).text for host in ("a.example", "b.example"))
    assert "http://a.example/states/peru" in here
    assert "http://b.example/states/peru" in there
    assert client.get("/es/states/peru").text != client.get("/states/peru").text


def test_the_part_of_a_page_is_not_the_page(client: TestClient) -> None:
    whole, part = client.get("/search?q=syria x"), client.get("/search?q=syria x", headers={"hx-request": "true"})
    assert "<html" in whole.text
    assert "<html" not in part.text


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (404, TAGGED),
        (307, TAGGED),
        (200, ()),
        (200, (*TAGGED, (b"cache-control", b"no-store"))),
        (200, (*TAGGED, (b"set-cookie", b"a=b"))),
        (200, (*TAGGED, (b"vary", b"Accept-Language"))),
    ],
)
def test_what_must_not_be_kept_is_made_each_time(status: int, headers: tuple[tuple[bytes, bytes], ...]) -> None:
    inner = Counted(status, headers)
    client = TestClient(KeepAnswers(inner), follow_redirects=False)
    assert [client.get("/x").status_code for _ in range(3)] == [status] * 3
    assert inner.asked == 3


def test_posts_are_not_kept() -> None:
    inner = Counted(200, TAGGED)
    client = TestClient(KeepAnswers(inner))
    for _ in range(2):
        client.post("/x")
    assert inner.asked == 2


def test_what_is_kept_is_made_once() -> None:
    inner = Counted(200, (*TAGGED, (b"vary", b"Accept-Encoding, HX-Request")))
    client = TestClient(KeepAnswers(inner))
    assert {client.get("/x?q=1").text for _ in range(4)} == {"made"}
    assert inner.asked == 1


def test_an_answer_larger_than_its_share_passes_through() -> None:
    inner = Counted(200, TAGGED, b"x" * 5_000)
    client = TestClient(KeepAnswers(inner, room=8_000))
    assert [len(client.get("/x").content) for _ in range(2)] == [5_000] * 2
    assert inner.asked == 2


def test_the_room_is_never_exceeded_and_the_oldest_go_first() -> None:
    kept = KeptAnswers(20_000)
    for number in range(100):
        kept.keep((str(number).encode(),), Answer((), b"x" * 3_000))
        kept.get((b"98",))
        assert kept.bytes <= kept.room
    assert len(kept) == 5
    assert kept.get((b"99",)) is not None
    assert kept.get((b"0",)) is None


def test_threads_share_what_is_kept() -> None:
    kept = KeptAnswers(50_000)

    def work(number: int) -> None:
        for i in range(300):
            kept.keep((str((number * i) % 40).encode(),), Answer((), b"x" * (i % 50) * 10))
            kept.get((str(i % 40).encode(),))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    gc.collect()
    assert 0 < kept.bytes <= kept.room
    assert kept.bytes == sum(answer.size for answer in kept._answers.values())
