"""A checked text as one HTML file that stands alone: no scripts, nothing loaded, made to be read, sent and printed."""

from datetime import date
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from onrecord.publish.languages.language import spoken
from onrecord.publish.views.check import CheckRecord
from onrecord.publish.web.check_marking import blocks, slots
from onrecord.publish.web.static_files import FOLDER
from onrecord.publish.web.templating import templates
from onrecord.publish.wording import check as say


def export_page(view: CheckRecord, last_day: date, site: str = "") -> str:
    """Return a checked text as a page that stands alone; ``site`` begins the addresses of our pages, if known."""
    return (
        _templates()
        .get_template("check_export.html")
        .render(
            view=view,
            blocks=blocks(view),
            slots=slots,
            say=say,
            last_day=last_day,
            site=site,
            style=_style(),
            language=spoken(),
        )
    )


@cache
def _templates() -> Environment:
    return templates()


@cache
def _style() -> Markup:
    """Return the style of the file: the check page's, after what the site's own sheet gives it there."""
    own = [(FOLDER / name).read_text(encoding="utf-8") for name in ("check_alone.css", "check.css")]
    return Markup("\n".join(own))
