"""Asks the site in process: no socket, no server, the same answer."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from starlette.types import ASGIApp, Message


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site answers at an address."""

    status: int
    kind: str
    location: str
    body: bytes


def answer(app: ASGIApp, address: str, base: str) -> Answer:
    """Return the site's answer at an address; ``base`` is where the copy will be, empty if it may be anywhere.

    It is asked for in a thread of its own, since the caller may be within an event loop, as a notebook is.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(_ask(app, address, base))).result()


async def _ask(app: ASGIApp, address: str, base: str) -> Answer:
    path, _, query = address.partition("?")
    site = urlsplit(base)
    started: list[Message] = []
    parts: list[bytes] = []

    asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> Message:
        # After the request nothing comes: who waits for the reader to leave is ended with the answer.
        return next(asked, None) or await asyncio.Future()

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            started.append(message)
        else:
            parts.append(message.get("body", b""))

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": site.scheme or "https",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        # What begins the addresses that pages print; without a host, they print none.
        "app_root_path": site.path.rstrip("/"),
        "headers": [(b"host", site.netloc.encode())] if base else [],
        "server": None,
        "client": None,
        "state": {},
    }
    await app(scope, receive, send)
    headers = {name.decode().lower(): value.decode() for name, value in started[0]["headers"]}
    kind = headers.get("content-type", "").partition(";")[0]
    return Answer(started[0]["status"], kind, headers.get("location", ""), b"".join(parts))
