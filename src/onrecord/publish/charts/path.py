"""A state's path over the years as a picture: points, the interval within the year, the wider one across years."""

from dataclasses import astuple
from typing import Any

from onrecord.publish.charts.agreement_map import SOURCES
from onrecord.publish.charts.chart import Chart, Column, Room, tooltip
from onrecord.publish.charts.colours import INK, OF_POSITION, SOFT
from onrecord.publish.charts.key import Entry, key
from onrecord.publish.sentences import joined
from onrecord.publish.views.state_path import StatePath, YearPoint
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body

KIND = "path"

_HEIGHT, _ABOVE, _LEFT = 300, 56, 56
_REACH = 2.0
"""Points have mean 0 and standard deviation 1: nearly all states stand this far from the middle or nearer."""

_POINT = OF_POSITION[Position.YES]
_COLUMNS = (
    Column("year", "Year"),
    Column("stretch", "Stretch of years without a gap"),
    Column("point", "Ideal point"),
    Column("low", "Interval within the year from"),
    Column("high", "to"),
    Column("across_low", "Interval across years from"),
    Column("across_high", "to (across years)"),
    Column("change", "Change since the first year"),
    Column("change_low", "Interval of the change from"),
    Column("change_high", "to (change)"),
    Column("n", "n: positions cast in the year"),
)
_KEY = (
    Entry("point", _POINT, "circle"),
    Entry("interval beside other states of the year", SOFT),
    Entry("interval beside its own other years, the scale's included", "#c9d0d6"),
)


def asked_of(about: str) -> tuple[str, Body]:
    """Return state and body of the last part of a path's address: kazakhstan, or kazakhstan,GA."""
    state, _, body = about.partition(",")
    if body not in {"", *Body}:
        raise NotInVocabulary("path", about, "a state, or a state and a body such as kazakhstan,GA")
    return state, Body(body) if body else Body.HRC


def path(view: StatePath) -> Chart | None:
    """Return the picture of a state's path in one body; None where it has no point there."""
    if not view.points:
        return None
    return Chart(
        kind=KIND,
        about=view.about,
        title=f"{view.state.name}: ideal point by year, {view.body.label}",
        sentence=view.sentences[0],
        source=SOURCES[view.body],
        alt=_alt(view),
        columns=_COLUMNS,
        rows=tuple(_row(one) for one in view.points),
        spec=_spec(view),
        notes=(
            f"Method: {view.method}. Intervals of {round(100 * view.level)} per cent. The scale between years is weakly"
            " identified: compare years by the wide intervals, or by a change with its own, only.",
            "A year without a position of the state is a gap. A higher point is not a better one.",
        ),
        room=Room(left=_LEFT, above=_ABOVE, below=34, right=8),
    )


def _row(one: YearPoint) -> tuple[Any, ...]:
    bounds = (one.point, one.low, one.high, one.across_low, one.across_high)
    changes = astuple(one.change) if one.change else (None, None, None)
    rounded = (None if value is None else round(value, 3) for value in (*bounds, *changes))
    return (one.year, one.stretch, *rounded, one.n)


def _alt(view: StatePath) -> str:
    first, last = view.points[0], view.points[-1]
    return (
        f"Points of {view.state.running_name} with two intervals each, {len(view.points)} years from {first.year}"
        f" ({first.point:.2f}, across years {first.across_low:.2f} to {first.across_high:.2f}) to {last.year}"
        f" ({last.point:.2f}, {last.across_low:.2f} to {last.across_high:.2f}). The table of the page gives each."
    )


def _spec(view: StatePath) -> dict[str, Any]:
    x = {
        "field": "year",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [view.points[0].year - 0.7, view.points[-1].year + 0.7], "nice": False, "zero": False},
        "axis": {"format": "d", "grid": False, "tickMinStep": 1},
    }
    y = {"type": "quantitative", "title": None, "scale": {"domain": _reach(view), "nice": False}}
    return {
        "height": _HEIGHT,
        "layer": [
            *key(_KEY, _LEFT, _ABOVE - 12),
            *_sides(view),
            _whisker(x, y, ("across_low", "across_high"), {"color": "#c9d0d6", "strokeWidth": 5}),
            _whisker(x, y, ("low", "high"), {"color": SOFT, "strokeWidth": 1.6}),
            {
                "mark": {"type": "line", "color": _POINT, "strokeWidth": 1.2, "aria": False},
                "encoding": {"x": x, "y": {"field": "point", **y}, "detail": {"field": "stretch"}},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 46, "opacity": 1, "color": _POINT, "aria": False},
                "encoding": {
                    "x": x,
                    "y": {"field": "point", **y},
                    "tooltip": tooltip(_COLUMNS, *(column.name for column in _COLUMNS if column.name != "stretch")),
                },
            },
        ],
    }


def _reach(view: StatePath) -> list[float]:
    """Return the ends of the axis: the line on which states stand, so that a small change looks small."""
    low, high = min(one.across_low for one in view.points), max(one.across_high for one in view.points)
    return [round(min(-_REACH, low - 0.1), 1), round(max(_REACH, high + 0.1), 1)]


def _whisker(x: dict[str, Any], y: dict[str, Any], fields: tuple[str, str], look: dict[str, Any]) -> dict[str, Any]:
    low, high = fields
    mark = {"type": "rule", "aria": False, **look}
    return {"mark": mark, "encoding": {"x": x, "y": {"field": low, **y}, "y2": {"field": high}}}


def _sides(view: StatePath) -> list[dict[str, Any]]:
    """Return at the upper and at the lower edge which side is which."""
    words = {"type": "text", "align": "left", "fontSize": 11.5, "color": INK, "fontStyle": "italic", "aria": False}
    upper, lower = (joined(one.running_name for one in heads[:3]) for heads in (view.upper, view.lower))
    placed = (("↑ the side of ", upper, 10), ("↓ the side of ", lower, _HEIGHT - 10))
    return [
        {
            "data": {"values": [{}]},
            "mark": {**words, "text": f"{arrow}{names}"},
            "encoding": {"x": {"value": 6}, "y": {"value": y}},
        }
        for arrow, names, y in placed
        if names
    ]
