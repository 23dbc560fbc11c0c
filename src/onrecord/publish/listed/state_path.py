"""A state's path, as rows."""

from onrecord.publish.listed.rows import Rows, rows_of
from onrecord.publish.views.state_path import BodyPath, StatePath, YearPoint

_BOUNDS = ("point", "low", "high", "across_low", "across_high", "n")
_COLUMNS = ("title", "state", "iso3", "body", "year", "result", *_BOUNDS, "level", "method", "selection", "link")


def state_path_rows(view: StatePath) -> Rows:
    """Return a state's points, one row for each body and year."""
    rows = [_row(view, path, one) for path in view.paths for one in path.points]
    return rows_of(f"onrecord-path-{view.page.rpartition('/')[2]}", _COLUMNS, rows)


def _row(view: StatePath, path: BodyPath, one: YearPoint) -> dict[str, object]:
    return {
        "title": f"Ideal points by year, {path.body.label}",
        "state": view.state.name,
        "iso3": view.state.iso3,
        "body": path.body.value,
        "year": one.year,
        "result": f"{one.point:.3f}, across years {one.across_low:.3f} to {one.across_high:.3f}",
        **{name: getattr(one, name) for name in _BOUNDS},
        "level": path.level,
        "method": path.method,
        "selection": path.votes.words,
        "link": view.page,
    }
