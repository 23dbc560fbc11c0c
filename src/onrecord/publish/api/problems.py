"""Errors of the API as RFC 9457 problems: what was expected, what was found, what may have been meant."""

import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from onrecord.publish.api.answering import PREFIX, asked
from onrecord.publish.as_json import plain
from onrecord.publish.web.answers import BadQuery
from onrecord.publish.web.check_requests import NotTaken
from onrecord.vocabulary.errors import NotInVocabulary

PROBLEM = "application/problem+json"

_LONGEST = 200
"""How much of what was found is given back, in characters."""


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of error: its name, its status, its title and what it means."""

    name: str
    status: int
    title: str
    meaning: str

    @property
    def address(self) -> str:
        """The kind's own address."""
        return f"{PREFIX}/problems/{self.name}"


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as RFC 9457 gives it; ``expected``, ``found`` and ``suggestions`` say what to ask instead."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    noun: str | None
    expected: str | None
    found: str | None
    suggestions: tuple[str, ...]


class UnknownWord(BadQuery):
    """A word before the equals sign of a query that the address does not take, or one given twice."""


KINDS = {
    kind.name: kind
    for kind in (
        ProblemKind(
            "not-in-the-record",
            404,
            "Not in the record",
            "The address is of a kind that exists, but the record has nothing under the name in it. The record does"
            " not say that there is no such thing in the world. Suggestions are names it knows that are close.",
        ),
        ProblemKind(
            "no-such-address",
            404,
            "No such address",
            f"Nothing stands at this address. {PREFIX} lists the addresses there are.",
        ),
        ProblemKind(
            "method-not-allowed",
            405,
            "Method not allowed",
            "The record is only read: addresses take GET and HEAD, and the check of a text takes POST.",
        ),
        ProblemKind(
            "too-large",
            413,
            "Too large",
            "The text or file sent to be checked is larger than is taken.",
        ),
        ProblemKind(
            "not-readable",
            415,
            "Not readable",
            "What was sent is of a kind that is not taken, or is damaged.",
        ),
        ProblemKind(
            "not-understood",
            422,
            "Not understood",
            "A word of the query, or the body, has a value that means nothing here. It is refused, never ignored: a"
            " filter that is ignored gives a wrong number.",
        ),
        ProblemKind(
            "unknown-parameter",
            422,
            "Unknown parameter",
            "The query has a word that the address does not take, or has one twice. It is refused, never ignored: a"
            " filter that is ignored gives a wrong number.",
        ),
        ProblemKind(
            "busy",
            503,
            "Busy",
            "As many texts are being checked as are checked at a time. The same request can be made again later.",
        ),
        ProblemKind(
            "failed",
            500,
            "Failed",
            "The answer could not be made. The fault is ours, not in the request.",
        ),
    )
}
"""Every kind of error."""

_OF_STATUS = {kind.status: kind for kind in (*KINDS.values(), KINDS["not-understood"], KINDS["no-such-address"])}


def add_to(app: FastAPI) -> None:
    """Have the API answer every error with a problem."""
    for error, handler in (
        (NotInVocabulary, _not_in_the_record),
        (UnknownWord, _unknown_word),
        (BadQuery, _not_understood),
        (RequestValidationError, _not_valid),
        (NotTaken, _not_taken),
        (HTTPException, _http),
        (Exception, _failed),
    ):
        app.add_exception_handler(error, handler)


def _sent(request: Request, kind: ProblemKind, detail: str, named: Any = None) -> Response:
    problem = Problem(
        type=kind.address,
        title=kind.title,
        status=kind.status,
        detail=detail,
        instance=asked(request),
        noun=getattr(named, "noun", None),
        expected=getattr(named, "expected", None),
        found=_short(named.found) if hasattr(named, "found") else None,
        suggestions=tuple(getattr(named, "suggestions", ())),
    )
    headers = {"Cache-Control": "no-store"}
    return Response(json.dumps(plain(problem), ensure_ascii=False), kind.status, headers, media_type=PROBLEM)


def _short(found: str) -> str:
    return found if len(found) <= _LONGEST else f"{found[:_LONGEST]}…"


def _in_words(error: Any) -> str:
    return f"{error.noun}: expected {error.expected}, found “{_short(error.found)}”."


def _not_in_the_record(request: Request, error: Any) -> Response:
    return _sent(request, KINDS["not-in-the-record"], _in_words(error), error)


def _unknown_word(request: Request, error: Any) -> Response:
    return _sent(request, KINDS["unknown-parameter"], _in_words(error), error)


def _not_understood(request: Request, error: Any) -> Response:
    return _sent(request, KINDS["not-understood"], _in_words(error), error)


def _not_valid(request: Request, error: Any) -> Response:
    first = error.errors()[0]
    found = "nothing" if first.get("input") is None else str(first["input"])
    named = BadQuery(str(first["loc"][-1]), _expected(first), found)
    return _sent(request, KINDS["not-understood"], _in_words(named), named)


def _expected(first: Any) -> str:
    """Return what a word should have been, from what the reader of words says of it."""
    said = _EXPECTED.get(first["type"])
    return said.format(**first.get("ctx", {})) if said else first["msg"].removeprefix("Value error, expected ")


_EXPECTED = {
    "missing": "a value, which this address cannot do without",
    "string_type": "a value, which this address cannot do without",
    "int_type": "a whole number in digits",
    "greater_than_equal": "a whole number, {ge} or more",
    "less_than_equal": "a whole number, {le} or less",
    "string_too_long": "at most {max_length} characters",
    "enum": "one of {expected}",
    "date_from_datetime_parsing": "a day as YYYY-MM-DD",
    "date_from_datetime_inexact": "a day as YYYY-MM-DD",
}


def _not_taken(request: Request, error: Any) -> Response:
    response = _sent(request, _OF_STATUS[error.status], str(error), error)
    if error.status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = "60"
    return response


def _http(request: Request, error: Any) -> Response:
    kind = _OF_STATUS.get(error.status_code) or ProblemKind("", error.status_code, str(error.detail), "")
    response = _sent(request, kind, f"{request.method} {asked(request)}: {error.detail}.")
    response.headers.update(error.headers or {})
    if response.headers.get("allow") == "GET":
        response.headers["allow"] = "GET, HEAD"
    return response


def _failed(request: Request, error: Any) -> Response:
    return _sent(request, KINDS["failed"], KINDS["failed"].meaning)
