"""A state's path, as rows."""

from onrecord.publish.listed.ideal_points import CHANGE, change_cells
from onrecord.publish.listed.rows import Rows, rows_of
from onrecord.publish.views.state_path import StatePath, YearPoint

_BOUNDS = ("point", "low", "high", "across_low", "across_high", "n")
_COLUMNS = (
    "title",
    "state",
    "iso3",
    "body",
    "year",
    "result",
    *_BOUNDS,
    *CHANGE,
    "level",
    "method",
    "selection",
    "link",
)


def state_path_rows(view: StatePath) -> Rows:
    """Return a state's points, one row for each year."""
    rows = [_row(view, one) for one in view.points]
    return rows_of(f"onrecord-path-{view.about.replace(',', '-')}", _COLUMNS, rows)


def _row(view: StatePath, one: YearPoint) -> dict[str, object]:
    return {
        "title": f"Ideal points by year, {view.body.label}",
        "state": view.state.name,
        "iso3": view.state.iso3,
        "body": view.body.value,
        "year": one.year,
        "result": f"ideal point {one.point:.3f}, across years {one.across_low:.3f} to {one.across_high:.3f}",
        **{name: getattr(one, name) for name in _BOUNDS},
        **change_cells(one.change),
        "level": view.level,
        "method": view.method,
        "selection": view.votes.words,
        "link": view.page,
    }
