"""Points with their intervals: a mark and a whisker for each, told apart by regional group in shape and colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.publish.charts.chart import Column, Room, tooltip
from onrecord.publish.charts.colours import GROUPS, INK, SOFT
from onrecord.publish.charts.key import Entry, key, key_height
from onrecord.publish.charts.letters import width
from onrecord.publish.charts.picture import FRAME
from onrecord.vocabulary.states import RegionalGroup

ROW = 16
"""Height of a row."""

_LABEL, _BELOW = 12.0, 34
WITHOUT = "no regional group"
"""What a state without a regional group is called in the picture."""


def group_name(group: str | None) -> str:
    """Return the name of a regional group in a picture."""
    return RegionalGroup(group).label if group else WITHOUT


@dataclass(frozen=True, slots=True)
class Whiskers:
    """Rows from above to below, the groups that occur among them, and what the two ends of the axis are."""

    names: tuple[str, ...]
    groups: frozenset[str]
    ends: tuple[str, str]

    @property
    def room(self) -> Room:
        """Room for the longest name beside the rows, for the key above, for the axis and its ends below."""
        widest = max(width(name, _LABEL) for name in self.names)
        return Room(left=round(widest) + 14, above=26 + key_height(self.key), below=52, right=8)

    @property
    def key(self) -> tuple[Entry, ...]:
        """What colours and shapes stand for."""
        found = ((group_name(group), mark) for group, mark in GROUPS.items())
        return tuple(Entry(name, mark.fill, mark.shape) for name, mark in found if name in self.groups)


def whiskers(drawn: Whiskers, columns: tuple[Column, ...]) -> dict[str, Any]:
    """Return the Vega-Lite of rows with the fields row, group, point, low and high."""
    height = ROW * len(drawn.names)
    y, x = _down(drawn.names), {"type": "quantitative", "title": None, "scale": {"zero": False, "nice": True}}
    return {
        "height": height,
        "layer": [
            *key(drawn.key, drawn.room.left, drawn.room.above - 12),
            *_ends(drawn, height),
            {
                "mark": {"type": "rule", "strokeWidth": 1.4, "color": SOFT, "aria": False},
                "encoding": {"y": y, "x": {"field": "low", **x}, "x2": {"field": "high"}},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 62, "opacity": 1, "stroke": INK, "strokeWidth": 0.4,
                         "aria": False},
                "encoding": {
                    "y": y,
                    "x": {"field": "point", **x},
                    **_look(drawn.key),
                    "tooltip": tooltip(columns, *(column.name for column in columns)),
                },
            },
        ],
    }  # fmt: skip


def _down(names: Sequence[str]) -> dict[str, Any]:
    axis = {"labelFontSize": _LABEL, "labelOverlap": False, "domain": False, "ticks": False, "labelPadding": 8}
    scale = {"domain": list(names)}
    return {"field": "row", "type": "nominal", "title": None, "scale": scale, "axis": {**axis, "grid": True}}


def _look(entries: Sequence[Entry]) -> dict[str, Any]:
    """Return colour and shape by group, as the key has them."""
    domain = [entry.words for entry in entries]
    shared = {"field": "group", "type": "nominal", "legend": None}
    return {
        "color": {**shared, "scale": {"domain": domain, "range": [entry.fill for entry in entries]}},
        "shape": {**shared, "scale": {"domain": domain, "range": [entry.shape for entry in entries]}},
    }


def _ends(drawn: Whiskers, height: int) -> list[dict[str, Any]]:
    """Return below the axis what lies at its left end and at its right."""
    left, right = drawn.ends
    room = drawn.room
    words = {"type": "text", "baseline": "top", "fontSize": _LABEL, "color": SOFT, "aria": False}
    y = {"value": height + _BELOW}
    return [
        {
            "data": {"values": [{}]},
            "mark": {**words, "align": align, "text": text},
            "encoding": {"x": {"value": x}, "y": y},
        }
        for align, text, x in (("left", left, -room.left), ("right", right, FRAME - room.left - room.right))
        if text
    ]
