"""Serves the rows of a list beside its page: as CSV, as JSON and as Parquet, all that its filters leave."""

import json
from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request, Response

from onrecord.publish.as_csv import rows_csv
from onrecord.publish.as_json import plain
from onrecord.publish.as_parquet import rows_parquet
from onrecord.publish.languages.language import Language, speaking
from onrecord.publish.listed.rows import Rows, at_site
from onrecord.publish.web.answers import tagged, with_request
from onrecord.publish.web.pages_with_rows import has_rows_at
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.store import Record

ROWS_JSON = ".rows.json"
"""What follows a page's address for its rows as JSON; ``.json`` alone is the whole page."""

_Made = Callable[[Rows, dict[str, Any]], str | bytes]


def rows_at(router: APIRouter, path: str, rows: Callable[[Any], Rows]) -> Callable:
    """Return a decorator that serves the rows of a view at ``path`` followed by .csv, .rows.json and .parquet.

    It stands under ``page``, so that these addresses are known before the page's own. Rows are in English, and link
    to whole addresses of the site, as of the day asked for.
    """

    def register(view: Callable[..., Any]) -> Callable[..., Any]:
        has_rows_at(path, view)
        for suffix, (made, kind) in _FORMS.items():
            answer = _answer(view, rows, made, (suffix.removeprefix(".rows"), kind))
            setattr(answer, "__signature__", with_request(view))  # noqa: B010  (functions are not typed to have one)
            router.add_api_route(f"{path}{suffix}", answer, methods=["GET", "HEAD"], response_model=None)
        return view

    return register


def _answer(
    view: Callable[..., Any], rows: Callable[[Any], Rows], made: _Made, form: tuple[str, str]
) -> Callable[..., Response]:
    ending, kind = form

    def answer(request: Request, record: Record, **given: Any) -> Response:
        with speaking(Language.EN):
            found = rows(view(record=record, **given))
            base = str(request.base_url).rstrip("/")
            placed = at_site(found, base, record.as_of)
            response = tagged(request, made(placed, _about(request, record, placed)), kind)
        response.headers["Content-Disposition"] = f'attachment; filename="{found.name}{ending}"'
        return response

    return answer


def _about(request: Request, record: Record, rows: Rows) -> dict[str, Any]:
    """Return where rows were asked for, how far the record goes, and how many rows there are."""
    last_day = record.as_of or council_votes_span(record).last
    return {"list": rows.name, "address": str(request.url), "record_to": last_day.isoformat(), "n": len(rows.rows)}


def _csv(rows: Rows, about: dict[str, Any]) -> str:
    return rows_csv(rows.columns, rows.rows)


def _json(rows: Rows, about: dict[str, Any]) -> str:
    whole = {**about, "columns": rows.columns, "rows": rows.rows}
    return json.dumps(plain(whole), ensure_ascii=False, indent=1) + "\n"


def _parquet(rows: Rows, about: dict[str, Any]) -> bytes:
    return rows_parquet(rows, {name: str(value) for name, value in about.items()})


_FORMS: dict[str, tuple[_Made, str]] = {
    ".csv": (_csv, "text/csv; charset=utf-8"),
    ROWS_JSON: (_json, "application/json; charset=utf-8"),
    ".parquet": (_parquet, "application/vnd.apache.parquet"),
}
