"""Ideal points as rows: one for each state and period, with its intervals and the n that places it."""

from dataclasses import astuple

from onrecord.measures.ideal_points.estimates import Change
from onrecord.publish.listed.rows import Row, Rows, rows_of
from onrecord.publish.views.ideal_points import IdealPoints, PointOfState
from onrecord.publish.wording.ideal_points import about_points

CHANGE = ("change", "change_low", "change_high")
_COLUMNS = (
    "title", "state", "iso3", "regional_group", "period", "year", "session", "result", "body", "mode", "point", "low",
    "high", "across_low", "across_high", *CHANGE, "n", "level", "informed", "method", "link",
)  # fmt: skip


def ideal_points_rows(view: IdealPoints) -> Rows:
    """Return the points of a view, one row each; a period of several years or of a session has no ``year``."""
    shared = {
        "title": about_points(view),
        "body": view.votes.body.value,
        "mode": view.mode,
        "level": view.level,
        "informed": view.informed,
        "method": view.method,
    }
    return rows_of("onrecord-ideal-points", _COLUMNS, [{**shared, **_cells(view, one)} for one in view.points])


def _cells(view: IdealPoints, one: PointOfState) -> Row:
    numbers = {name: getattr(one, name) for name in ("point", "low", "high", "across_low", "across_high", "n")}
    return {
        "state": one.state.name,
        "iso3": one.state.iso3,
        "regional_group": one.state.regional_group,
        "period": one.period,
        "year": one.year,
        "session": one.session,
        "result": f"{one.point:.2f} ({one.low:.2f} to {one.high:.2f}; n = {one.n})",
        **numbers,
        **change_cells(one.change),
        "link": one.page,
    }


def change_cells(change: Change | None) -> Row:
    """Return how far a point lies from the state's first and the interval of that, all None for the first."""
    return dict(zip(CHANGE, astuple(change) if change else (None, None, None), strict=True))
