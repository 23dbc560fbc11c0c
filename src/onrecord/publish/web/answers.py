"""Turns a view into an answer: the page, or its JSON twin at the same address followed by ``.json``."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from hashlib import sha256
from inspect import Parameter, signature
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from onrecord.publish.as_json import as_json
from onrecord.publish.commands.options import day
from onrecord.publish.languages.language import Language, spoken
from onrecord.publish.web.marking import AS_OF, marked
from onrecord.publish.web.templating import templates
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary, OnRecordError


class Site:
    """What all pages share: the opened record, its last day, the templates."""

    def __init__(self, record: Record) -> None:
        """Take the record that the pages are read from."""
        self.record = record
        self.last_day = council_votes_span(record).last
        self.templates = templates()
        self.languages: tuple[Language, ...] = tuple(Language)
        self.as_of = lru_cache(maxsize=8)(self._as_of)

    def _as_of(self, day: date) -> Record:
        return Record(self.record.folder, day)


class Moved(Exception):
    """The page asked for has its address elsewhere on the site."""

    def __init__(self, address: str) -> None:
        """Say where the page is."""
        self.address = address
        super().__init__(address)


class BadQuery(OnRecordError):
    """Words after the question mark of an address that mean nothing to the page."""

    def __init__(self, name: str, expected: str, found: str, suggestions: tuple[str, ...] = ()) -> None:
        """Say which word of the query, what was expected and what was found."""
        self.noun, self.expected, self.found, self.suggestions = name, expected, found, suggestions
        super().__init__(f"{name}: expected {expected}, found {found!r}")


def _site(request: Request) -> Site:
    return request.app.state.site


def _record(request: Request) -> Record:
    asked = request.query_params.get(AS_OF)
    if not asked:
        return _site(request).record
    try:
        return _site(request).as_of(day(asked))
    except NotInVocabulary as error:
        raise BadQuery(AS_OF, error.expected, error.found) from error


def _shown(request: Request) -> Record:
    """Return the record of the page, the whole one where the day asked for means nothing."""
    try:
        return _record(request)
    except BadQuery:
        return _site(request).record


Opened = Annotated[Record, Depends(_record)]
"""The record of the site, as a page's function takes it."""


def page(
    router: APIRouter,
    path: str,
    template: str,
    twin: str | None = None,
    more: Callable[[Record, Any], dict[str, Any]] = lambda record, view: {},
) -> Callable:
    """Return a decorator that serves a view as a page at ``path`` and as JSON at ``path`` + ``.json``.

    ``more`` gives what the page needs for its links beyond the view.
    """

    def register(view: Callable[..., Any]) -> Callable[..., Any]:
        def as_page(request: Request, **given: Any) -> Response:
            found = view(**given)
            return rendered(request, template, found, **more(_record(request), found))

        def as_twin(request: Request, **given: Any) -> Response:
            return tagged(request, as_json(view(**given)), "application/json; charset=utf-8")

        for address, answer in ((twin or f"{path}.json", as_twin), (path, as_page)):
            setattr(answer, "__signature__", with_request(view))  # noqa: B010  (functions are not typed to have one)
            router.add_api_route(address, answer, methods=["GET", "HEAD"], response_model=None)
        return view

    return register


def with_request(view: Callable[..., Any]) -> Any:
    """Return the signature of a view's function with the request before what it takes, for the router."""
    own = signature(view)
    first = Parameter("request", Parameter.KEYWORD_ONLY, annotation=Request)
    given = [p.replace(kind=Parameter.KEYWORD_ONLY) for p in own.parameters.values()]
    return own.replace(parameters=[first, *given])


def rendered(request: Request, template: str, view: Any, status: int = 200, **more: Any) -> Response:
    """Return a view on its page."""
    site, record = _site(request), _shown(request)
    text = site.templates.get_template(template).render(
        view=view,
        status=status,
        base=str(request.base_url).rstrip("/"),
        last_day=record.as_of or site.last_day,
        as_of=record.as_of,
        here=request.url.path,
        language=spoken(),
        offered=site.languages,
        same_query=f"?{request.url.query}" if request.url.query else "",
        kept=_other_words(request),
        **more,
    )
    return tagged(request, marked(text, spoken(), record.as_of), "text/html; charset=utf-8", status)


def _other_words(request: Request) -> list[tuple[str, str]]:
    return [(name, words) for name, words in request.query_params.items() if name != AS_OF]


def tagged(request: Request, content: str | bytes, kind: str, status: int = 200) -> Response:
    """Return content under a tag of its own, or only word that it is unchanged for a reader who has it."""
    body = content.encode() if isinstance(content, str) else content
    tag = f'W/"{sha256(body).hexdigest()[:20]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if status == 200 and tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, status, headers, media_type=kind)


def wants_json(request: Request) -> bool:
    """Whether the address asked for is that of a JSON twin."""
    return request.url.path.endswith(".json")
