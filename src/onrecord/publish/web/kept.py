"""Finished answers that are kept: a page is a function of the record and its address, so it is made once.

What is kept is bounded by its bytes; the answer not asked for the longest goes first. Only whole answers to GET that
carry a tag are kept: never an error, a redirection, a form's answer or one that says no-store.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

KEPT_BYTES = 64_000_000
"""How many bytes of answers are kept where nothing else is said."""

_LARGEST_SHARE = 4
"""No single answer takes more than one part in four of the room."""

_BESIDE_BODY = 1_000
"""Bytes that an answer takes beside its body: its key, its headers, its place."""

_ON_DISK = ("/static/", "/data/latest/")
"""The site's own files and its downloads lie on the disk already and answer for parts of themselves."""

_TOLD_APART = {"accept-encoding", "hx-request"}
"""What of a request's headers a kept answer is told apart by; one that varies with others is not kept."""

_OF_A_BODY = {b"content-length", b"content-type", b"content-encoding", b"content-disposition"}

Key = tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One finished answer: its headers and its body, as they are sent."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    @property
    def size(self) -> int:
        """The bytes it takes."""
        return len(self.body) + _BESIDE_BODY


class KeptAnswers:
    """Answers by what they depend on, together never more than ``room`` bytes. Threads may share it."""

    def __init__(self, room: int) -> None:
        """Say how many bytes there are for answers."""
        self.room, self.bytes = room, 0
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        """Return how many answers are kept."""
        return len(self._answers)

    @property
    def largest(self) -> int:
        """The bytes up to which an answer is kept."""
        return self.room // _LARGEST_SHARE

    def get(self, key: Key) -> Answer | None:
        """Return the answer kept under a key, which is now the last to go; None if there is none."""
        with self._lock:
            found = self._answers.get(key)
            if found is not None:
                self._answers.move_to_end(key)
            return found

    def keep(self, key: Key, answer: Answer) -> None:
        """Keep an answer, and let go of the oldest until all fit."""
        if answer.size > self.largest:
            return
        with self._lock:
            before = self._answers.pop(key, None)
            self.bytes += answer.size - (before.size if before else 0)
            self._answers[key] = answer
            while self.bytes > self.room:
                _, gone = self._answers.popitem(last=False)
                self.bytes -= gone.size


class KeepAnswers:
    """Answers again what was answered before; the outermost part of the site, so that language and gzip are done."""

    def __init__(self, app: ASGIApp, room: int = KEPT_BYTES) -> None:
        """Wrap an application, with the bytes there are for its answers."""
        self.app, self.kept = app, KeptAnswers(room)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the kept answer, or have it made and keep it."""
        if not _may_be_kept(scope):
            await self.app(scope, receive, send)
            return
        key = _key(scope)
        found = self.kept.get(key)
        if found is None:
            await self.app(_whole(scope), receive, _Keeping(self.kept, key, scope, send))
            return
        known = _reader_has(scope, found.headers)
        await send(_start(304 if known else 200, _of_unchanged(found.headers) if known else found.headers))
        await send(_body(b"" if known or scope["method"] == "HEAD" else found.body))


class _Keeping:
    """Sends an answer on as it is made and keeps it once it is whole."""

    def __init__(self, kept: KeptAnswers, key: Key, scope: Scope, send: Send) -> None:
        self.kept, self.key, self.scope, self.send = kept, key, scope, send
        self.start: Message = {}
        self.parts: list[bytes] | None = []
        self.silent = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._begin(message)
        else:
            await self._go_on(message)

    async def _begin(self, message: Message) -> None:
        self.start = message
        if not _worth_keeping(message):
            self.parts = None
        elif _reader_has(self.scope, message["headers"]):
            self.silent = True
            message = _start(304, _of_unchanged(message["headers"]))
        await self.send(message)

    async def _go_on(self, message: Message) -> None:
        part, more = message.get("body", b""), message.get("more_body", False)
        if self.parts is not None:
            self.parts.append(part)
            if sum(map(len, self.parts)) > self.kept.largest:
                self.parts = None
            elif not more:
                self.kept.keep(self.key, Answer(tuple(self.start["headers"]), b"".join(self.parts)))
        if self.silent or self.scope["method"] == "HEAD":
            message = _body(b"", more)
        await self.send(message)


def _may_be_kept(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
        return False
    return not any(folder in scope["path"] for folder in _ON_DISK)


def _key(scope: Scope) -> Key:
    """Return all that an answer depends on: the address as asked, the host, and what its Vary names."""
    headers = Headers(scope=scope)
    return (
        scope["scheme"].encode(),
        headers.get("host", "").encode(),
        scope.get("root_path", "").encode(),
        scope.get("app_root_path", "").encode(),
        scope["path"].encode(),
        scope["query_string"],
        b"gzip" if "gzip" in headers.get("accept-encoding", "") else b"",
        headers.get("hx-request", "").encode(),
    )


def _whole(scope: Scope) -> Scope:
    """Return a request for the whole answer, whatever its reader has of it."""
    headers = [(name, value) for name, value in scope["headers"] if name.lower() != b"if-none-match"]
    return {**scope, "method": "GET", "headers": headers}


def _header(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> bytes:
    return next((value for found, value in headers if found.lower() == name), b"")


def _worth_keeping(start: Message) -> bool:
    headers = start["headers"]
    return (
        start["status"] == 200
        and bool(_header(headers, b"etag"))
        and b"no-store" not in _header(headers, b"cache-control")
        and not _header(headers, b"set-cookie")
        and _varies_with(headers) <= _TOLD_APART
    )


def _varies_with(headers: Iterable[tuple[bytes, bytes]]) -> set[str]:
    said = [value.decode("latin-1") for name, value in headers if name.lower() == b"vary"]
    return {name.strip().lower() for name in ",".join(said).split(",") if name.strip()}


def _reader_has(scope: Scope, headers: Iterable[tuple[bytes, bytes]]) -> bool:
    tag = _header(headers, b"etag")
    return bool(tag) and tag in _header(scope["headers"], b"if-none-match")


def _of_unchanged(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Return the headers of an answer that has no body because the reader has it."""
    return [(name, value) for name, value in headers if name.lower() not in _OF_A_BODY]


def _start(status: int, headers: Iterable[tuple[bytes, bytes]]) -> Message:
    return {"type": "http.response.start", "status": status, "headers": list(headers)}


def _body(body: bytes, more: bool = False) -> Message:
    return {"type": "http.response.body", "body": body, "more_body": more}
