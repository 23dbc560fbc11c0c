"""The key above what is drawn: a mark of each fill and its word, in as many lines as they need."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.publish.charts.colours import INK, SOFT
from onrecord.publish.charts.letters import width
from onrecord.publish.charts.picture import FRAME

LINE = 19
"""Height of a line of the key."""

_LETTERS = 12
_SQUARE, _BETWEEN = 16, 18
"""From a square to its word, and from a word to the next square."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One fill and what it stands for; ``shape`` is that of its mark."""

    words: str
    fill: str
    shape: str = "square"


def key_height(entries: Sequence[Entry]) -> int:
    """Return the height of a key."""
    return LINE * (1 + max((line for line, _ in _places(entries)), default=0))


def key(entries: Sequence[Entry], left: int, up: int) -> list[dict[str, Any]]:
    """Return the layers of a key that begins at the left edge of the frame, ``up`` above what is drawn."""
    values = [
        {
            "at": x - left,
            "down": line * LINE - up + LINE // 2,
            "fill": entry.fill,
            "shape": entry.shape,
            "words": entry.words,
        }
        for entry, (line, x) in zip(entries, _places(entries), strict=True)
    ]
    place = {
        "x": {"field": "at", "type": "quantitative", "scale": None},
        "y": {"field": "down", "type": "quantitative", "scale": None},
    }
    mark = {
        "type": "point",
        "size": 110,
        "stroke": SOFT,
        "strokeWidth": 0.5,
        "opacity": 1,
        "xOffset": 6,
        "aria": False,
    }
    words = {"type": "text", "align": "left", "baseline": "middle", "dx": _SQUARE, "fontSize": _LETTERS, "aria": False}
    return [
        {
            "data": {"values": values},
            "mark": mark,
            "encoding": {
                **place,
                "fill": {"field": "fill", "type": "nominal", "scale": None},
                "shape": {"field": "shape", "type": "nominal", "scale": None},
            },
        },
        {
            "data": {"values": values},
            "mark": words,
            "encoding": {**place, "text": {"field": "words"}, "color": {"value": INK}},
        },
    ]


def _places(entries: Sequence[Entry]) -> list[tuple[int, int]]:
    """Return line and distance from the left edge of each entry."""
    found, line, x = [], 0, 0
    for entry in entries:
        wide = _SQUARE + round(width(entry.words, _LETTERS)) + _BETWEEN
        if x and x + wide - _BETWEEN > FRAME:
            line, x = line + 1, 0
        found.append((line, x))
        x += wide
    return found
