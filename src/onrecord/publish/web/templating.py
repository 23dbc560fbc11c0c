"""The templates' vocabulary: dates as the UN writes them, shares, marks, addresses."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.publish import sentences
from onrecord.publish.charts.voting_record import voting_record
from onrecord.publish.languages.language import Language
from onrecord.publish.languages.words import english, gettext, ngettext
from onrecord.publish.views.session import session_name
from onrecord.publish.views.state import YearLine
from onrecord.publish.web import drawing
from onrecord.publish.web.static_files import static_address
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.positions import LISTED, Position
from onrecord.vocabulary.rollcalls import Body, Status
from onrecord.vocabulary.situations import Selection
from onrecord.vocabulary.states import RegionalGroup

WORDS = {
    Position.YES: "in favour",
    Position.NO: "against",
    Position.ABSTAIN: "abstained",
    Position.ABSENT: "absent",
    Position.NOT_A_MEMBER: "not a member",
    Position.NO_VOTE_TAKEN: "no vote taken",
    None: "not in the record",
}
"""The word beside each mark."""


def templates() -> Environment:
    """Return the templates; a name that a view does not have is an error, never an empty space."""
    site = Environment(
        loader=PackageLoader("onrecord.publish.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    site.policies["ext.i18n.trimmed"] = True
    getattr(site, "install_gettext_callables")(gettext, ngettext, newstyle=True)  # noqa: B009  (put there by i18n)
    site.filters.update(_FILTERS)
    site.globals.update(_GLOBALS)
    return site


def short_day(value: date | None, precision: str = "day") -> str:
    """Return a date for a table: 28 Mar 2014; Mar 2014; "after 28 Mar 2014" where only the document is dated."""
    if value is None:
        return "not known"
    written = f"{value:%b %Y}" if precision == "month" else f"{value.day} {value:%b %Y}"
    return f"after {written}" if precision == "document" else written


def partial_day(written: str) -> str:
    """Return a date as precise as its source for a table: 2014, Mar 2014, 28 Mar 2014, 14 to 15 Jul 2011."""
    parts = written.split("/")
    forms = {4: "%Y", 7: "%b %Y", 10: "%d %b %Y"}
    said = [f"{PartialDate(part).first:{forms[len(part)]}}".lstrip("0") for part in parts]
    return " to ".join(dict.fromkeys(said))


def percent(share: float | None) -> str:
    """Return a share in whole per cent with its sign, for a table."""
    return "–" if share is None else f"{sentences.whole(100 * share)}%"


def points(difference: float | None) -> str:
    """Return a difference of two shares in percentage points."""
    return "–" if difference is None else f"{sentences.whole(100 * difference):+d} points".replace("-", "−")


def plural(number: int, noun: str) -> str:
    """Return a number with its noun: 1 text, 1,054 votes."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def query(path: str, **words: Any) -> str:
    """Return an address with the given words in its query; None and empty words are left out."""
    given = {name: str(value) for name, value in words.items() if value not in {None, ""}}
    return f"{path}?{urlencode(given)}" if given else path


def group_label(code: str | None) -> str:
    """Return a regional group's name."""
    return RegionalGroup(code).label if code else "no regional group in the record"


def outside(url: str | None) -> str | None:
    """Return an outside address if it is one of the web, for a link."""
    return url if url and url.startswith(("https://", "http://")) else None


def ga_or_session(body: str, session: str) -> str:
    """Return the session in words: 25th session; session 71 of the General Assembly."""
    return session_name(session) if body == Body.HRC else f"General Assembly, session {session}"


def runs(years: Sequence[YearLine]) -> list[list[YearLine]]:
    """Return a state's years in stretches of membership and of none."""
    return [list(stretch) for _, stretch in groupby(years, key=lambda line: line.n is None)]


_FILTERS: dict[str, Any] = {
    "day": sentences.day,
    "short_day": short_day,
    "partial_day": partial_day,
    "on_day": sentences.on_day,
    "percent": percent,
    "points": points,
    "plural": plural,
    "joined": sentences.joined,
    "session_name": session_name,
    "english": english,
}
_GLOBALS: dict[str, Any] = {
    "static": static_address,
    "query": query,
    "Position": Position,
    "LISTED": LISTED,
    "WORDS": WORDS,
    "CONFLICT": Status.CONFLICT,
    "Selection": Selection,
    "Language": Language,
    "voting_record": voting_record,
    "group_label": group_label,
    "in_session": ga_or_session,
    "outside": outside,
    "runs": runs,
    "seats": drawing.seats,
    "bars": drawing.bars,
    "strip": drawing.strip,
    "year_bands": drawing.year_bands,
}
