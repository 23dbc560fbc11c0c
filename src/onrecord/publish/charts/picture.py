"""Puts a chart into its frame: the sentence above, n and scope, and below it source and link, in the picture itself."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from onrecord.claims.naming import capital
from onrecord.publish.charts.chart import Chart
from onrecord.publish.charts.colours import INK, LINE, PAPER, SOFT
from onrecord.publish.charts.letters import lines
from onrecord.publish.languages.language import Language, speaking
from onrecord.publish.languages.writing import day
from onrecord.publish.typefaces import SANS

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
"""The language a picture is written in. It names the language; nothing is loaded from there."""

FRAME = 736
"""Width of a picture between its margins, in units of the picture."""

MARGIN = 16
"""Margin of a picture on each side."""

WIDTH = 680
"""Width of what is drawn where a chart keeps the usual room on its left."""

FAMILIES = f"'{SANS}', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
"""The typeface of pictures, and what stands in for it where it is not at hand."""

_SAID, _SCOPE, _BELOW = 15.0, 11.5, 11.5
"""Sizes of the letters of the sentence, of its scope, and of what stands below."""

_SAID_LINE, _SCOPE_LINE, _BELOW_LINE = 19, 15, 14
_GAP = 6
"""Space between the sentence and its scope."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The words around what is drawn, in lines as they fit."""

    said: list[str]
    scope: list[str]
    below: list[str]

    @property
    def head(self) -> int:
        """Height of what stands above."""
        return len(self.said) * _SAID_LINE + _GAP + len(self.scope) * _SCOPE_LINE

    @property
    def foot(self) -> int:
        """Height of what stands below."""
        return len(self.below) * _BELOW_LINE


def printed(chart: Chart, base: str = "") -> Printed:
    """Return the words of a chart: its sentence, n and scope above; below its notes, its source and its address."""
    scope = f"n = {chart.sentence.n:,}. {capital(chart.sentence.scope)}"
    asked = f"?as-of={chart.as_of}" if chart.as_of else ""
    known = f" As it was known on {day(chart.as_of)}." if chart.as_of else ""
    below = [*chart.notes, f"Source: {chart.source}", f"onrecord {base}{chart.page}{asked}"]
    return Printed(
        lines(chart.sentence.text, _SAID, FRAME, strong=True),
        lines(f"{scope}{known}", _SCOPE, FRAME),
        [line for text in below for line in lines(text, _BELOW, FRAME)],
    )


def size(chart: Chart, base: str = "") -> tuple[int, int] | None:
    """Return width and height of a picture; None where the height of what is drawn depends on its rows."""
    height = chart.spec.get("height")
    if not isinstance(height, int):
        return None
    words = printed(chart, base)
    return FRAME + 2 * MARGIN, words.head + chart.room.above + height + chart.room.below + words.foot + 2 * MARGIN


def picture_size(chart: Chart, base: str, as_of: date | None) -> tuple[int, int] | None:
    """Return width and height of a page's picture, drawn in English as of the day that the page is asked for."""
    with speaking(Language.EN):
        return size(replace(chart, as_of=as_of), base)


def picture(chart: Chart, base: str = "") -> dict[str, Any]:
    """Return a chart as a whole Vega-Lite specification with its data.

    ``base`` begins the address printed in the picture, such as https://example.org; without it the address is that
    on the site.
    """
    words, room = printed(chart, base), chart.room
    width = FRAME - room.left - room.right
    said = _words(words.said, 0, room.left, fontSize=_SAID, fontWeight=600, lineHeight=_SAID_LINE, color=INK)
    scope_from = len(words.said) * _SAID_LINE + _GAP
    scope = _words(words.scope, scope_from, room.left, fontSize=_SCOPE, lineHeight=_SCOPE_LINE, color=SOFT)
    below = _words(words.below, room.below, room.left, fontSize=_BELOW, lineHeight=_BELOW_LINE, color=SOFT)
    return {
        "$schema": SCHEMA,
        "description": chart.alt,
        "background": PAPER,
        "padding": MARGIN,
        "bounds": "flush",
        "spacing": 0,
        "resolve": {"legend": dict.fromkeys(("color", "fill", "shape", "size", "opacity"), "independent")},
        "data": {"values": chart.values()},
        "vconcat": [
            {**_ALONE, "width": width, "height": words.head + room.above, "layer": [said, scope]},
            {"width": width, **chart.spec},
            {**_ALONE, "width": width, "height": room.below + words.foot, "layer": [below]},
        ],
        "config": _CONFIG,
    }


_ALONE: dict[str, Any] = {"data": {"values": [{}]}, "view": {"stroke": None}}


def _words(text: list[str], y: int, left: int, **style: Any) -> dict[str, Any]:
    """Return lines of words that begin at the left edge of the frame."""
    mark = {"type": "text", "text": text, "align": "left", "baseline": "top", "aria": False, **style}
    return {"mark": mark, "encoding": {"x": {"value": -left}, "y": {"value": y}}}


_CONFIG: dict[str, Any] = {
    "font": FAMILIES,
    "axis": {
        "labelColor": INK,
        "titleColor": SOFT,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "gridColor": LINE,
        "domainColor": SOFT,
        "tickColor": SOFT,
        "labelLimit": 400,
    },
    "legend": {
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "orient": "top",
        "labelColor": INK,
        "labelLimit": 400,
        "offset": 8,
    },
    "view": {"stroke": None},
    "text": {"fontSize": 11.5},
    "concat": {"spacing": 12},
}
