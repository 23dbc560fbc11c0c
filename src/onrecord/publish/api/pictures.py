"""Charts as data: which kinds there are, and one with its sentence, its rows and its Vega-Lite."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Path

from onrecord.publish.api.operations import Operations
from onrecord.publish.charts.chart import Chart
from onrecord.publish.charts.kinds import KINDS, Kind, chart_of
from onrecord.publish.web.answers import Opened

operations = Operations("Charts", "Every chart of the site with its rows.")

KindPath = Annotated[str, Path(description="A kind of chart.", examples=["voting-record"])]
AboutPath = Annotated[
    str, Path(description="What the chart is about, as the list of kinds says.", examples=["kazakhstan"])
]


@dataclass(frozen=True, slots=True)
class KindsOfCharts:
    """Every kind of chart, with an example of each."""

    kinds: tuple[Kind, ...]


@operations.many("/charts", rows="kinds")
def charts(record: Opened) -> KindsOfCharts:
    """The kinds of charts, each with what its address is about."""
    return KindsOfCharts(tuple(KINDS.values()))


@operations.one("/charts/{kind}/{about}")
def chart(record: Opened, kind: KindPath, about: AboutPath) -> Chart:
    """One chart: its finding with n and scope, its source, its rows, and how it is drawn in Vega-Lite."""
    return chart_of(record, kind, about)
