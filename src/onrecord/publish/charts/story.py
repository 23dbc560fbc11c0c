"""A state's story over the years: kinds of events as lanes, terms on the Council shaded."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from onrecord.publish.charts.chart import Chart, Column, Room, Row, tooltip
from onrecord.publish.charts.colours import EMPTY, INK, LINE, OF_POSITION, SOFT
from onrecord.publish.charts.letters import width
from onrecord.publish.views.shared import Sentence
from onrecord.publish.views.state import StateRecord
from onrecord.publish.views.timeline import Event
from onrecord.publish.wording import charts as say
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.positions import Position

KIND = "timeline"

_LANES = {
    "election": ("Elections to the Council", "election to the Council", "elections to the Council"),
    "shift": ("Changes of usual position", "change of the usual position", "changes of the usual position"),
    "special session": ("Special sessions asked for", "special session asked for", "special sessions asked for"),
    "joint statement": ("Joint statements", "joint statement", "joint statements"),
    "sponsorship": ("Sponsorship", "text sponsored", "texts sponsored"),
    "review": ("Universal Periodic Review", "review", "reviews"),
    "visit": ("Visits", "visit", "visits"),
    "treaty": ("Acts towards treaties", "act towards a treaty", "acts towards treaties"),
    "observations": ("Concluding observations", "set of concluding observations", "sets of concluding observations"),
    "national institution": ("National institution", "rating of its national institution",
                             "ratings of its national institution"),
    "rating": ("Freedom House status", "change of its Freedom House status", "changes of its Freedom House status"),
    "self-report": ("What it says of itself", "statement of its own", "statements of its own"),
    "role": ("Roles held", "role held", "roles held"),
}  # fmt: skip
"""Each kind of event in the order of the lanes: its name, and what one and several of them are in a sentence."""

_TERMS = {"term begins", "term ends"}
"""Events that the shading shows."""

_FIRST = 2006
"""The year of the Council's first session: earlier events are counted at the left edge."""

_EDGE = 1.6
"""Years' worth of room at the left edge."""

_LANE = 24
_COLUMNS = (
    Column("date", "Date"),
    Column("kind", "Kind"),
    Column("lane", "Lane"),
    Column("what", "Event"),
    Column("from", "From, as a year and its part"),
    Column("to", "To, as a year and its part"),
    Column("source", "Source"),
    Column("page", "Page"),
)


def timeline(view: StateRecord) -> Chart | None:
    """Return the picture of a state's dated events; None where the record has none."""
    told = [event for event in view.timeline if event.kind not in _TERMS]
    if not told:
        return None
    last = view.years[-1].year
    lanes = [kind for kind in _LANES if any(event.kind == kind for event in told)]
    name = view.state.name
    return Chart(
        kind=KIND,
        about=view.page.rsplit("/", 1)[-1],
        title=f"{name}: its story since {_FIRST}",
        sentence=_sentence(view, told),
        source="UN documents and the other publications named with each event in the table of this chart",
        alt=_alt(name, told, lanes),
        columns=_COLUMNS,
        rows=tuple(_row(event) for event in told),
        spec=_spec(view, told, lanes, max(last, *(event.year for event in told)) + 1),
        notes=(
            "A mark stands on its day; a bar is as long as the date is wide: a month, a year, the days of a visit."
            " Shaded: terms on the Council. At the left: how many are earlier than 2006.",
        ),
        room=Room(left=round(max(width(_LANES[k][0], 12) for k in lanes)) + 14, above=34, below=14, right=4),
    )


def _sentence(view: StateRecord, told: list[Event]) -> Sentence:
    found = Counter(event.kind for event in told)
    kinds = [(_LANES[kind][1 if found[kind] == 1 else 2], found[kind]) for kind in _LANES if found[kind]]
    years = [event.year for event in told]
    text = say.of_events(view.state, kinds, (min(years), max(years)))
    return Sentence(text, len(told), "dated events in the record, as far as each of its tables reaches", view.page)


def _alt(name: str, told: list[Event], lanes: list[str]) -> str:
    found = Counter(event.kind for event in told)
    said = ", ".join(f"{found[kind]} {_LANES[kind][1 if found[kind] == 1 else 2]}" for kind in lanes)
    early = sum(event.year < _FIRST for event in told)
    return (
        f"Events of {name} in lanes by kind over the years: {said}. {early} of them are before {_FIRST}."
        " The table of the chart gives each."
    )


def _row(event: Event) -> Row:
    written = PartialDate(event.date)
    first, last = _as_year(written.first), _as_year(written.last, end=True)
    lane = _LANES[event.kind][0]
    return (event.date, event.kind, lane, event.text, first, last, event.source, event.page)


def _as_year(day: date, end: bool = False) -> float:
    """Return a day as its year and the part of it that has passed by its morning, or by its evening."""
    start, following = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return round(day.year + ((day - start).days + end) / (following - start).days, 4)


def _spec(view: StateRecord, told: list[Event], lanes: list[str], end: int) -> dict[str, Any]:
    height = _LANE * len(lanes)
    y = {
        "field": "lane",
        "type": "nominal",
        "title": None,
        "scale": {"domain": [_LANES[kind][0] for kind in lanes]},
        "axis": {"ticks": False, "domain": False, "labelPadding": 8, "labelOverlap": False, "grid": True,
                 "tickBand": "extent", "gridColor": LINE},
    }  # fmt: skip
    return {
        "height": height,
        "layer": [_terms(view, end), _marks(y, end), _early(told, lanes, y)],
    }


def _x(end: int) -> dict[str, Any]:
    return {
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [_FIRST - _EDGE, end], "nice": False, "zero": False},
        "axis": {
            "orient": "top", "format": "d", "values": list(range(_FIRST, end)), "grid": True, "labelOverlap": False,
            "labelFontSize": 10.5, "labelAlign": "left", "labelOffset": 1, "ticks": False, "domain": False,
        },
    }  # fmt: skip


def _terms(view: StateRecord, end: int) -> dict[str, Any]:
    values = [
        {"begins": _as_year(t.term_start), "ends": _as_year(t.term_end, end=True) if t.term_end else end}
        for t in view.terms
    ]
    return {
        "data": {"values": values},
        "mark": {"type": "rect", "color": EMPTY, "aria": False},
        "encoding": {"x": {"field": "begins", **_x(end)}, "x2": {"field": "ends"}},
    }


def _marks(y: dict[str, Any], end: int) -> dict[str, Any]:
    votes = {"test": "datum.kind == 'shift' || datum.kind == 'election'", "value": OF_POSITION[Position.NO]}
    return {
        "transform": [
            {"filter": f"datum.from >= {_FIRST}"},
            {"calculate": "max(datum.to, datum.from + 0.09)", "as": "drawn_to"},
        ],
        "mark": {"type": "bar", "height": 12, "opacity": 0.6, "stroke": "#ffffff", "strokeWidth": 0.6, "aria": False},
        "encoding": {
            "x": {"field": "from", **_x(end)},
            "x2": {"field": "drawn_to"},
            "y": y,
            "color": {"condition": votes, "value": OF_POSITION[Position.YES]},
            "tooltip": tooltip(_COLUMNS, "date", "lane", "what", "source"),
        },
    }


def _early(told: Iterable[Event], lanes: list[str], y: dict[str, Any]) -> dict[str, Any]:
    """Return at the left edge of each lane how many of its events are earlier than the Council."""
    found = Counter(event.kind for event in told if event.year < _FIRST)
    values = [{"lane": _LANES[kind][0], "said": f"{found[kind]} before"} for kind in lanes if found[kind]]
    return {
        "data": {"values": values},
        "mark": {"type": "text", "align": "left", "fontSize": 10.5, "color": SOFT, "x": 2, "aria": False},
        "encoding": {"y": y, "text": {"field": "said"}, "color": {"value": INK}},
    }
