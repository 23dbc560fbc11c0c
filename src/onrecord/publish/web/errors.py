"""Pages for what the record does not have or does not understand: plain words, and what may have been meant."""

import json
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from onrecord.publish.web.answers import BadQuery, Moved, rendered, wants_json
from onrecord.vocabulary.errors import NotEstimable, NotInVocabulary


def add_to(app: FastAPI) -> None:
    """Have the site answer its errors in words."""
    for error, answer in (
        (NotInVocabulary, _not_in_vocabulary),
        (NotEstimable, _not_estimable),
        (BadQuery, _bad_query),
        (RequestValidationError, _not_readable),
        (HTTPException, _no_such_page),
        (Moved, _moved),
        (Exception, _failed),
    ):
        app.add_exception_handler(error, answer)


def problem(error: str, noun: str, found: str, expected: str, suggestions: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return what went wrong as the JSON twin gives it."""
    return {"error": error, "noun": noun, "found": found, "expected": expected, "suggestions": list(suggestions)}


def _answer(request: Request, status: int, what: dict[str, Any]) -> Response:
    if wants_json(request):
        body = json.dumps(what, ensure_ascii=False, indent=2) + "\n"
        return Response(body, status, media_type="application/json; charset=utf-8")
    return rendered(request, "problem.html", what, status)


def _not_in_vocabulary(request: Request, error: Any) -> Response:
    return _answer(
        request, 404, problem("not in the record", error.noun, error.found, error.expected, error.suggestions)
    )


def _not_estimable(request: Request, error: Any) -> Response:
    return _answer(request, 404, problem("not in the record", error.measure, error.found, error.expected))


def _bad_query(request: Request, error: Any) -> Response:
    return _answer(request, 422, problem("not understood", error.noun, error.found, error.expected, error.suggestions))


def _not_readable(request: Request, error: Any) -> Response:
    first = error.errors()[0]
    what = problem("not understood", str(first["loc"][-1]), str(first.get("input", "")), first["msg"])
    return _answer(request, 422, what)


def _no_such_page(request: Request, error: Any) -> Response:
    what = problem("no such page", "page", request.url.path, "an address of this site")
    return _answer(request, error.status_code, what)


_FORMS = (".rows.json", ".vl.json", ".json", ".csv", ".parquet", ".svg", ".png")
"""How the addresses of a page's data and pictures end; the longest that fits comes first."""


def _moved(request: Request, error: Any) -> Response:
    suffix = next((form for form in _FORMS if request.url.path.endswith(form)), "")
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{error.address}{suffix}{query}", 308)


def _failed(request: Request, error: Any) -> Response:
    what = problem("the page failed", "page", request.url.path, "an answer; the fault is ours, not in your address")
    return _answer(request, 500, what)
