"""Draws pictures without a browser or a network: SVG and PNG from a chart's Vega-Lite."""

import json
from functools import cache, lru_cache
from types import ModuleType

from onrecord.publish.charts.chart import Chart
from onrecord.publish.charts.picture import picture
from onrecord.publish.charts.tidied import tidied
from onrecord.publish.typefaces import FOLDER

_VEGA_LITE = "6.4"
_DOTS = 2.0
"""Dots of a PNG to a unit of the picture: sharp on paper and on fine screens."""


def svg(chart: Chart, base: str = "") -> str:
    """Return a chart as SVG that stands alone."""
    return tidied(_svg(json.dumps(picture(chart, base), ensure_ascii=False)), chart, base)


def png(chart: Chart, base: str = "") -> bytes:
    """Return a chart as PNG, twice the size of its units."""
    return _png(svg(chart, base))


@lru_cache(maxsize=128)
def _svg(spec: str) -> str:
    return _converter().vegalite_to_svg(spec, vl_version=_VEGA_LITE, allowed_base_urls=[])


@lru_cache(maxsize=16)
def _png(drawn: str) -> bytes:
    return _converter().svg_to_png(drawn, scale=_DOTS)


@cache
def _converter() -> ModuleType:
    import vl_convert  # noqa: PLC0415 - it carries a whole browser engine, and most commands draw nothing

    vl_convert.register_font_directory(str(FOLDER))
    return vl_convert
