"""Charts at addresses of their own: the page with its table, the picture as SVG and PNG, the data, and all kinds."""

import json
from dataclasses import dataclass
from functools import lru_cache

from fastapi import APIRouter, Request, Response

from onrecord.publish.charts.chart import Chart, rows_of
from onrecord.publish.charts.drawn import png, svg
from onrecord.publish.charts.kinds import KINDS, Kind, chart_of
from onrecord.publish.charts.picture import picture
from onrecord.publish.languages.language import Language, speaking, spoken
from onrecord.publish.web.answers import Moved, Opened, page, tagged
from onrecord.record.store import Record

router = APIRouter()
_ROUTE = "/charts/{kind}/{about}"


@dataclass(frozen=True, slots=True)
class ChartList:
    """All kinds of charts, each with an example."""

    kinds: tuple[Kind, ...]
    page: str = "/charts"


@page(router, "/charts", "charts.html")
def charts() -> ChartList:
    """The kinds of charts that the site draws."""
    return ChartList(tuple(KINDS.values()))


@lru_cache(maxsize=64)
def _in(language: Language, record: Record, kind: str, about: str) -> Chart:
    with speaking(language):
        return chart_of(record, kind, about)


def _chart(record: Record, kind: str, about: str) -> Chart:
    """Return a chart at its own address, its sentence in the language spoken."""
    return _at_its_address(_in(spoken(), record, kind, about), about)


def _picture(record: Record, kind: str, about: str) -> Chart:
    """Return a chart to be drawn or taken along: in English, whatever language the page around it speaks."""
    return _at_its_address(_in(Language.EN, record, kind, about), about)


def _at_its_address(found: Chart, about: str) -> Chart:
    if found.about != about:
        raise Moved(found.page)
    return found


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/")


@router.api_route(f"{_ROUTE}.svg", methods=["GET", "HEAD"])
def chart_svg(request: Request, record: Opened, kind: str, about: str) -> Response:
    """One chart as a picture that scales."""
    found = _picture(record, kind, about)
    return tagged(request, svg(found, _base(request)), "image/svg+xml; charset=utf-8")


@router.api_route(f"{_ROUTE}.png", methods=["GET", "HEAD"])
def chart_png(request: Request, record: Opened, kind: str, about: str) -> Response:
    """One chart as a picture of dots, for documents and posts."""
    return tagged(request, png(_picture(record, kind, about), _base(request)), "image/png")


@router.api_route(f"{_ROUTE}.vl.json", methods=["GET", "HEAD"])
def chart_specification(request: Request, record: Opened, kind: str, about: str) -> Response:
    """One chart as a Vega-Lite specification with its data."""
    found = _picture(record, kind, about)
    # A map's lines are tens of thousands of numbers, which indented would weigh five times as much.
    written = json.dumps(picture(found, _base(request)), ensure_ascii=False)
    return tagged(request, written, "application/json; charset=utf-8")


@router.api_route(f"{_ROUTE}.csv", methods=["GET", "HEAD"])
def chart_csv(request: Request, record: Opened, kind: str, about: str) -> Response:
    """The rows of one chart as CSV."""
    return tagged(request, rows_of(_picture(record, kind, about)), "text/csv; charset=utf-8")


@page(router, _ROUTE, "chart.html")
def chart(record: Opened, kind: str, about: str) -> Chart:
    """One chart with its table."""
    return _chart(record, kind, about)
