"""Puts a chart into its frame: the sentence above, n and scope, and below it source and link, in the picture itself."""

import textwrap
from typing import Any

from onrecord.publish.charts.chart import Chart
from onrecord.publish.charts.colours import INK, LINE, PAPER, SOFT
from onrecord.publish.typefaces import SANS

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
"""The language a picture is written in. It names the language; nothing is loaded from there."""

WIDTH = 680
"""Width of what is drawn, in units of the picture."""

_LETTERS = 92
"""Letters of the sentence in a line over WIDTH; the smaller print has room for more."""


def picture(chart: Chart, base: str = "") -> dict[str, Any]:
    """Return a chart as a whole Vega-Lite specification with its data.

    ``base`` begins the address printed in the picture, such as https://example.org; without it the address is that
    on the site.
    """
    said = textwrap.wrap(chart.sentence.text, _LETTERS)
    scope = textwrap.wrap(f"n = {chart.sentence.n:,}. {chart.sentence.scope}", 118)
    below = [*textwrap.wrap(f"Source: {chart.source}", 118), f"onrecord {base}{chart.sentence.page}"]
    return {
        "$schema": SCHEMA,
        "description": chart.alt,
        "background": PAPER,
        "padding": 16,
        "title": {"text": said, "subtitle": scope},
        "data": {"values": chart.values()},
        "vconcat": [
            {"width": WIDTH, **chart.spec},
            {
                "data": {"values": [{}]},
                "width": WIDTH,
                "height": 14 * len(below),
                "mark": {"type": "text", "text": below, "align": "left", "baseline": "top", "lineHeight": 14},
                "encoding": {"x": {"value": 0}, "y": {"value": 0}, "color": {"value": SOFT}},
                "view": {"stroke": None},
            },
        ],
        "config": _CONFIG,
    }


_CONFIG: dict[str, Any] = {
    "font": f"'{SANS}', sans-serif",
    "title": {
        "anchor": "start",
        "frame": "group",
        "fontSize": 15,
        "fontWeight": 600,
        "lineHeight": 19,
        "color": INK,
        "subtitleColor": SOFT,
        "subtitleFontSize": 11.5,
        "subtitleLineHeight": 15,
        "subtitlePadding": 6,
        "offset": 14,
    },
    "axis": {
        "labelColor": INK,
        "titleColor": SOFT,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "gridColor": LINE,
        "domainColor": SOFT,
        "tickColor": SOFT,
    },
    "legend": {
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "orient": "top",
        "labelColor": INK,
    },
    "view": {"stroke": None},
    "text": {"fontSize": 11.5},
    "concat": {"spacing": 12},
}
