"""The Council's map of a year, as rows."""

from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.council_map import CouncilMap, MemberPoint

_COLUMNS = (
    "title", "state", "iso3", "group", "result", "year", "point", "low", "high", "level", "n", "above", "below",
    "overlaps", "first_place", "last_place", "votes", "method", "selection", "absence", "link",
)  # fmt: skip


def council_map_rows(view: CouncilMap) -> Rows:
    """Return the members of a year, one row each with point, interval and the places it permits."""
    shared = {
        "title": f"The Human Rights Council in {view.year}: members by ideal point",
        "year": view.year,
        "level": view.level,
        "votes": view.votes.n,
        "method": view.method,
        "selection": view.votes.words,
        "absence": view.choices.absence.value,
    }
    rows = [{**shared, **_cells(view, one)} for one in view.members]
    return rows_of(f"onrecord-council-{view.about.replace(',', '-')}", _COLUMNS, rows)


def _cells(view: CouncilMap, one: MemberPoint) -> Row:
    names = ("point", "low", "high", "n", "above", "below", "overlaps", "first_place", "last_place")
    return {
        "state": one.state.name,
        "iso3": one.state.iso3,
        "group": one.state.regional_group,
        "result": f"ideal point {one.point:.3f}, interval {one.low:.3f} to {one.high:.3f}",
        "link": f"{view.page}#{one.state.iso3}",
        **{name: getattr(one, name) for name in names},
    }
