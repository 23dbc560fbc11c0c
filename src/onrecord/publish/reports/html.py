"""Writes a report as one HTML file that stands alone: style and charts inside it, nothing loaded, footnotes linked."""

import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from onrecord.publish.charts.chart import Chart
from onrecord.publish.charts.drawn import svg
from onrecord.publish.reports.calls import Calls, page_address
from onrecord.publish.reports.document import Document, scope_words

_FOLDER = files("onrecord.publish.reports")


def as_html(document: Document, base: str = "") -> str:
    """Return a report as a page that stands alone; ``base`` begins the addresses of our pages, if known."""

    def picture(chart: Chart) -> Markup:
        return Markup("<figure>{}</figure>").format(_named(svg(chart, base), chart))

    return _template().render(
        report=document,
        calls=Calls(document),
        style=Markup((_FOLDER / "report.css").read_text(encoding="utf-8")),
        address=lambda page: page_address(page, base),
        picture=picture,
        scope_words=scope_words,
    )


@cache
def _template() -> Template:
    site = Environment(
        loader=PackageLoader("onrecord.publish.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return site.get_template("report_alone.html")


def _named(drawn: str, chart: Chart) -> Markup:
    """Return a chart's SVG for use within a page: it scales, and says what it shows to those who do not see it."""
    alone = drawn[drawn.index("<svg") :]
    sized = re.sub(r'^(<svg[^>]*?) width="[^"]*" height="[^"]*"', r"\1", alone, count=1)
    return Markup(sized.replace("<svg", Markup('<svg role="img" aria-label="{}"').format(chart.alt), 1))
