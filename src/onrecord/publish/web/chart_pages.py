"""Charts at addresses of their own: the page with its table, the picture as SVG and PNG, the data, and all kinds."""

from dataclasses import dataclass
from functools import lru_cache

from fastapi import APIRouter, Request, Response

from onrecord.publish.as_csv import rows_csv
from onrecord.publish.as_json import as_json
from onrecord.publish.charts.chart import Chart
from onrecord.publish.charts.drawn import png, svg
from onrecord.publish.charts.kinds import KINDS, Kind, chart_of
from onrecord.publish.charts.picture import picture
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
def _chart(record: Record, kind: str, about: str) -> Chart:
    found = chart_of(record, kind, about)
    if found.about != about:
        raise Moved(found.page)
    return found


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/")


@router.api_route(f"{_ROUTE}.svg", methods=["GET", "HEAD"])
def chart_svg(request: Request, record: Opened, kind: str, about: str) -> Response:
    """One chart as a picture that scales."""
    return tagged(request, svg(_chart(record, kind, about), _base(request)), "image/svg+xml; charset=utf-8")


@router.api_route(f"{_ROUTE}.png", methods=["GET", "HEAD"])
def chart_png(request: Request, record: Opened, kind: str, about: str) -> Response:
    """One chart as a picture of dots, for documents and posts."""
    return tagged(request, png(_chart(record, kind, about), _base(request)), "image/png")


@router.api_route(f"{_ROUTE}.vl.json", methods=["GET", "HEAD"])
def chart_specification(request: Request, record: Opened, kind: str, about: str) -> Response:
    """One chart as a Vega-Lite specification with its data."""
    return tagged(request, as_json(picture(_chart(record, kind, about), _base(request))), "application/json")


@router.api_route(f"{_ROUTE}.csv", methods=["GET", "HEAD"])
def chart_csv(request: Request, record: Opened, kind: str, about: str) -> Response:
    """The rows of one chart as CSV."""
    found = _chart(record, kind, about)
    return tagged(request, rows_csv(tuple(c.name for c in found.columns), found.values()), "text/csv; charset=utf-8")


@page(router, _ROUTE, "chart.html")
def chart(record: Opened, kind: str, about: str) -> Chart:
    """One chart with its table."""
    return _chart(record, kind, about)
