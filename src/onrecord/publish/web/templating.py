"""The templates' vocabulary: dates as the UN writes them, shares, marks, addresses."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.measures.agreement.methods import METHODS, Scale
from onrecord.publish import sentences
from onrecord.publish.charts.agreement_map import agreement_map
from onrecord.publish.charts.council import council
from onrecord.publish.charts.election import election
from onrecord.publish.charts.groups import situation
from onrecord.publish.charts.matrix import matrix
from onrecord.publish.charts.path import path
from onrecord.publish.charts.picture import picture_size
from onrecord.publish.charts.story import timeline
from onrecord.publish.charts.support import support
from onrecord.publish.charts.treaties import treaties
from onrecord.publish.charts.upr import upr, upr_from, upr_to
from onrecord.publish.charts.usual import situations_of
from onrecord.publish.charts.voting_record import voting_record
from onrecord.publish.languages.dates import partial_day, short_day
from onrecord.publish.languages.language import Language, spoken
from onrecord.publish.languages.quantities import decimal, percent, plural, points
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.languages.words import english, gettext, message, ngettext, say, unmarked
from onrecord.publish.languages.writing import day, joined, number
from onrecord.publish.views.agreement import AgreementOfState
from onrecord.publish.views.agreement_matrix import AgreementMatrix, Pair
from onrecord.publish.views.citation import cite_page
from onrecord.publish.views.citation_forms import Form
from onrecord.publish.views.selected_votes import page_of_votes
from onrecord.publish.views.session import session_name
from onrecord.publish.views.shared import StateHead
from onrecord.publish.views.state import YearLine
from onrecord.publish.web import drawing
from onrecord.publish.web.embedding import embeds_at, frame_of
from onrecord.publish.web.pages_with_rows import has_rows
from onrecord.publish.web.static_files import static_address
from onrecord.vocabulary.positions import LISTED, Position
from onrecord.vocabulary.rollcalls import Body, Status
from onrecord.vocabulary.situations import Selection
from onrecord.vocabulary.states import RegionalGroup

WORDS = {
    Position.YES: message("in favour"),
    Position.NO: message("against"),
    Position.ABSTAIN: message("abstained"),
    Position.ABSENT: message("absent"),
    Position.NOT_A_MEMBER: message("not a member"),
    Position.NO_VOTE_TAKEN: message("no vote taken"),
    None: message("not in the record"),
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


def dated(value: date, precision: str) -> str:
    """Return a date that stands alone, as precise as it is known: 28 March 2014; in March 2014."""
    return sentences.on_day(value, precision) if precision in {"document", "month"} else day(value)


def term(words: object) -> str:
    """Return a word of the record's own vocabulary in the language spoken; nothing for None."""
    return "" if words is None or words == "" else gettext(str(words))


def by_name(lines: Iterable[Any]) -> list[Any]:
    """Return lines about states in the order of the states' names."""
    return sorted(lines, key=lambda line: name_order(line.state.name))


def arrow_back() -> str:
    """Return the arrow to what comes before, which points to the right where lines run from the right."""
    return "→" if spoken().direction == "rtl" else "←"


def arrow_on() -> str:
    """Return the arrow to what comes next."""
    return "←" if spoken().direction == "rtl" else "→"


def query(path: str, **words: Any) -> str:
    """Return an address with the given words in its query; None and empty words are left out."""
    given = {name: unmarked(str(value)) for name, value in words.items() if value not in {None, ""}}
    return f"{path}?{urlencode(given)}" if given else path


def group_label(code: str | None) -> str:
    """Return a regional group's name."""
    return gettext(RegionalGroup(code).label if code else message("no regional group in the record"))


def outside(url: str | None) -> str | None:
    """Return an outside address if it is one of the web, for a link."""
    return url if url and url.startswith(("https://", "http://")) else None


def ga_or_session(body: str, session: str) -> str:
    """Return the session in words: 25th session; session 71 of the General Assembly."""
    return session_name(session) if body == Body.HRC else say("General Assembly, session {number}", number=session)


def figure_of(view: AgreementOfState, value: float | None) -> str:
    """Return a figure of the view's method: a share in per cent, an index to two places; a dash for none."""
    if value is None:
        return "–"
    return percent(value) if view.method.scale is Scale.SHARE else decimal(value)


def by_first(view: AgreementMatrix) -> list[tuple[StateHead, list[Pair]]]:
    """Return the pairs of a matrix by the state whose row they stand in."""
    return [(one, [pair for pair in view.pairs if pair.one is one]) for one in view.states]


def runs(years: Sequence[YearLine]) -> list[list[YearLine]]:
    """Return a state's years in stretches of membership and of none."""
    return [list(stretch) for _, stretch in groupby(years, key=lambda line: line.n is None)]


_FILTERS: dict[str, Any] = {
    "day": day,
    "dated": dated,
    "number": number,
    "term": term,
    "by_name": by_name,
    "short_day": short_day,
    "partial_day": partial_day,
    "on_day": sentences.on_day,
    "decimal": decimal,
    "percent": percent,
    "points": points,
    "plural": plural,
    "joined": joined,
    "session_name": session_name,
    "english": english,
}
_GLOBALS: dict[str, Any] = {
    "static": static_address,
    "query": query,
    "has_rows": has_rows,
    "Position": Position,
    "LISTED": LISTED,
    "WORDS": WORDS,
    "CONFLICT": Status.CONFLICT,
    "Selection": Selection,
    "Language": Language,
    "Form": Form,
    "cite_page": cite_page,
    "embeds_at": embeds_at,
    "frame_of": frame_of,
    "voting_record": voting_record,
    "situations_of": situations_of,
    "situation_by_group": situation,
    "timeline_of": timeline,
    "treaties_by_state": treaties,
    "picture_size": picture_size,
    "election_votes": election,
    "support_by_year": support,
    "upr_by_cycle": upr,
    "upr_from": upr_from,
    "upr_to": upr_to,
    "agreement_map": agreement_map,
    "matrix_chart": matrix,
    "council_chart": council,
    "path_chart": path,
    "page_of_votes": page_of_votes,
    "METHODS": METHODS,
    "figure_of": figure_of,
    "by_first": by_first,
    "group_label": group_label,
    "in_session": ga_or_session,
    "outside": outside,
    "arrow_back": arrow_back,
    "arrow_on": arrow_on,
    "runs": runs,
    "seats": drawing.seats,
    "bars": drawing.bars,
    "strip": drawing.strip,
    "underlined": drawing.underlined,
    "year_bands": drawing.year_bands,
}
