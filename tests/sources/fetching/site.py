"""A test tool: a site on this machine that behaves as sites do, and a clock that jumps instead of waiting."""

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer

from onrecord.sources.fetching.receiving import Wanted
from onrecord.sources.fetching.waiting import Clock
from onrecord.sources.looks import Form

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 400
Answering = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One request, answered by what the test put at its path; every request is noted."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        assert isinstance(self.server, Site)
        self.server.asked.append((self.path, dict(self.headers)))
        self.close_connection = True
        self.server.pages.get(self.path, missing)(self)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def give(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), "Connection": "close", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


class Site(ThreadingHTTPServer):
    """A site on this machine: its pages by path, and what was asked of it."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.pages: dict[str, Answering] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def server_bind(self) -> None:
        """Take a port without asking anyone for this machine's name."""
        TCPServer.server_bind(self)

    def handle_error(self, request: object, client_address: object) -> None:
        """A line that was dropped on purpose is no error."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def asked_for(self, path: str) -> list[dict[str, str]]:
        return [headers for asked, headers in self.asked if asked == path]


def missing(asked: Asked) -> None:
    asked.give(404)


def gives(status: int, body: bytes = b"", **headers: str) -> Answering:
    return lambda asked: asked.give(status, body, **headers)


def in_turn(*answers: Answering) -> Answering:
    """Answer the first time so, the second time so, and from then on as the last."""
    left = list(answers)

    def answer(asked: Asked) -> None:
        now = left.pop(0) if len(left) > 1 else left[0]
        now(asked)

    return answer


def drops(body: bytes, after: int, **headers: str) -> Answering:
    """Announce a whole file and stop in the middle."""

    def answer(asked: Asked) -> None:
        asked.give(200, b"", Content_Length=str(len(body)), **headers)
        asked.wfile.write(body[:after])

    return answer


def resumes(body: bytes, etag: str, whole: Answering) -> Answering:
    """Give the rest to whoever asks for a part of this state, and else what ``whole`` gives."""

    def answer(asked: Asked) -> None:
        wanted = asked.headers.get("Range", "")
        if not wanted or asked.headers.get("If-Range") != etag:
            return whole(asked)
        start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        told = {"Content_Range": f"bytes {start}-{len(body) - 1}/{len(body)}", "ETag": etag}
        return asked.give(206, body[start:], **told)

    return answer


@contextmanager
def running() -> Generator[Site]:
    """Give a site that answers until it is no longer needed."""
    server = Site()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class Waited:
    """A clock that jumps instead of waiting, and remembers how long it was to wait."""

    waits: list[float] = field(default_factory=list)
    at: float = 1_000_000_000.0

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.at += seconds

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: self.at, passed=lambda: self.at, wait=self.wait)


def wanted(site: Site, folder: Path, path: str = "/a.pdf", form: Form = Form.PDF, largest: int = 10_000_000) -> Wanted:
    """Return what is asked of the site: a file of a form, put into a folder."""
    return Wanted(site.url + path, folder / "a.pdf", form, largest)
