"""The envelope of every answer, the same for one thing and for a list, and how it is sent."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request, Response

from onrecord import __version__
from onrecord.publish.as_json import plain
from onrecord.publish.languages.language import spoken
from onrecord.publish.web.answers import tagged
from onrecord.publish.web.marking import AS_OF
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.store import Record

PREFIX = "/v1"
"""Where the API stands on the site."""

JSON = "application/json; charset=utf-8"

_OF_A_STRETCH = {"start", "limit", AS_OF}


@dataclass(frozen=True, slots=True)
class RecordUsed:
    """The record an answer was drawn from: its last roll call of the Council, the layout and hash of its tables.

    Two answers with the same ``sha256`` and the same ``software`` are drawn from the same facts by the same rules.
    """

    last_day: date
    format: int
    sha256: str
    software: str


@dataclass(frozen=True, slots=True)
class Meta:
    """What an answer is: rows in all, the stretch given (none for one thing), the day asked as of, and the record."""

    n: int | None
    start: int | None
    limit: int | None
    as_of: date | None
    record: RecordUsed


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses on the site: of the answer, of the next and previous stretch of a list, and of the page for readers."""

    self: str
    next: str | None
    prev: str | None
    page: str | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which rows of a list are given: ``n`` there are in all."""

    n: int
    start: int
    limit: int


@dataclass(frozen=True, slots=True)
class Said:
    """What goes into an answer: the data, for a list what its view says around the rows, and the page for readers."""

    data: Any
    about: Mapping[str, Any] | None = None
    stretch: Stretch | None = None
    page: str | None = None


def around(view: Any, left_out: Sequence[str]) -> dict[str, Any]:
    """Return a view as plain data without the fields that are given apart."""
    return {field.name: plain(getattr(view, field.name)) for field in fields(view) if field.name not in left_out}


def answer(request: Request, record: Record, said: Said) -> Response:
    """Return what is said in the envelope, under a tag of its own."""
    return tagged(request, body(request, record, said), JSON)


def body(request: Request, record: Record, said: Said) -> str:
    """Return the envelope as JSON on one line."""
    stretch = said.stretch
    meta = Meta(
        n=stretch.n if stretch else None,
        start=stretch.start if stretch else None,
        limit=stretch.limit if stretch else None,
        as_of=record.as_of,
        record=_record_used(request.app.state.site.record),
    )
    links = _links(request, said, f"{AS_OF}={record.as_of}" if record.as_of else "")
    whole = {"data": plain(said.data), "about": said.about, "meta": plain(meta), "links": plain(links)}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=4)
def _record_used(record: Record) -> RecordUsed:
    tables = record.manifest["tables"]
    hashes = "\n".join(f"{name} {tables[name]['sha256']}" for name in sorted(tables))
    last_day = council_votes_span(record).last
    return RecordUsed(last_day, record.manifest["format"], sha256(hashes.encode()).hexdigest(), __version__)


def _links(request: Request, said: Said, as_of: str) -> Links:
    page = f"{spoken().prefix}{said.page}" if said.page else None
    if page and as_of:
        page = f"{page}{'&' if '?' in page else '?'}{as_of}"
    stretch = said.stretch
    turned: Callable[[int], str] = lambda start: asked(request, start=start)  # noqa: E731
    more = stretch and stretch.start + stretch.limit < stretch.n
    return Links(
        self=asked(request),
        next=turned(stretch.start + stretch.limit) if stretch and more else None,
        prev=turned(max(0, stretch.start - stretch.limit)) if stretch and stretch.start else None,
        page=page,
    )


def asked(request: Request, **changed: object) -> str:
    """Return the address that was asked for, with some of its words changed."""
    given = dict(request.query_params) | {name: str(value) for name, value in changed.items()}
    path = f"{spoken().prefix}{quote(request.scope['path'])}"
    return f"{path}?{urlencode(given)}" if given else path


def mirrored(request: Request) -> str:
    """Return the page for readers that stands at the same address without /v1, under the same filters."""
    given = {name: words for name, words in request.query_params.items() if name not in _OF_A_STRETCH and words}
    path = quote(request.scope["path"].removeprefix(PREFIX))
    return f"{path}?{urlencode(given)}" if given else path
