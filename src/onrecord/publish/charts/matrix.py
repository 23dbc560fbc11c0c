"""All pairs of some states as a picture: a cell for each, shaded by their agreement."""

import json
from typing import Any

from onrecord.publish.charts.agreement_map import BINS, SOURCES
from onrecord.publish.charts.chart import Chart, Column, Room, Row, tooltip
from onrecord.publish.charts.colours import PAPER, SOFT
from onrecord.publish.charts.key import Entry, key, key_height
from onrecord.publish.charts.letters import width
from onrecord.publish.charts.picture import FRAME
from onrecord.publish.views.agreement_matrix import AgreementMatrix, Pair

KIND = "agreement-matrix"

_LABEL, _SIDE = 11.0, 12.5
"""Size of the letters of a name, and height and width of a cell where there are many."""

_WIDEST = 34
_COLUMNS = (
    Column("row", "State"),
    Column("column", "Other state"),
    Column("percent", "Agreement, per cent"),
    Column("n", "n: votes in which both took a position"),
    Column("shade", "Shade"),
)


def matrix(view: AgreementMatrix) -> Chart | None:
    """Return the picture of all pairs; None where no pair has a figure."""
    if all(one.agreement is None for one in view.pairs):
        return None
    return Chart(
        kind=KIND,
        about=view.about,
        title=f"Agreement of {len(view.states)} states: {view.votes.words}",
        sentence=view.sentences[0],
        source=SOURCES[view.votes.body],
        alt=_alt(view),
        columns=_COLUMNS,
        rows=tuple(_row(view, one) for one in view.pairs),
        spec=_spec(view),
        notes=(
            f"Method: {view.method.label}, {view.method.formula}. {view.method.absence}",
            "The order puts states that voted alike together; it is no ranking."
            if view.order == "likeness"
            else "In the order of regional group and name.",
        ),
        room=_room(view),
    )


def _row(view: AgreementMatrix, one: Pair) -> Row:
    share = None if one.agreement is None else round(100 * one.agreement, 1)
    return one.one.name, one.other.name, share, one.n, _shade(view, one)


def _shade(view: AgreementMatrix, one: Pair) -> str:
    if one.agreement is None:
        return f"n under {view.minimum}"
    return next(label for floor, label, _ in BINS if one.agreement >= floor)


def _key(view: AgreementMatrix) -> tuple[Entry, ...]:
    shades = tuple(Entry(label, fill) for _, label, fill in BINS)
    return (*shades, Entry(f"n under {view.minimum}", PAPER)) if view.few else shades


def _room(view: AgreementMatrix) -> Room:
    widest = round(max(width(one.name, _LABEL) for one in view.states))
    return Room(left=widest + 12, above=key_height(_key(view)) + 22, below=20 + _codes_height(view), right=8)


def _codes_height(view: AgreementMatrix) -> int:
    return round(max(width(one.iso3, _LABEL) for one in view.states))


def _side(view: AgreementMatrix) -> float:
    return min(_WIDEST, (FRAME - _room(view).left - 8) / len(view.states))


def _alt(view: AgreementMatrix) -> str:
    by: dict[str, int] = {}
    for one in view.pairs:
        by[_shade(view, one)] = by.get(_shade(view, one), 0) + 1
    counts = "; ".join(f"{label}: {by[label]}" for label in (entry.words for entry in _key(view)) if label in by)
    return f"Cells of {len(view.pairs)} pairs of {len(view.states)} states, shaded by their agreement. {counts}."


def _spec(view: AgreementMatrix) -> dict[str, Any]:
    names = [one.name for one in view.states]
    codes = {one.name: one.iso3 for one in view.states}
    side = _side(view)
    axis = {"domain": False, "ticks": False, "labelOverlap": False, "labelFontSize": _LABEL if side >= _SIDE else 9.5}
    scale = {"domain": names, "paddingInner": 0.04, "paddingOuter": 0}
    shades = {entry.words: entry.fill for entry in _key(view)}
    fill = {
        "field": "shade",
        "type": "nominal",
        "legend": None,
        "scale": {"domain": list(shades), "range": list(shades.values())},
    }
    x_axis = {
        **axis,
        "orient": "bottom",
        "labelAngle": 270,
        "labelExpr": f"{json.dumps(codes, ensure_ascii=False)}[datum.value]",
    }
    return {
        "width": round(side * len(names)),
        "height": round(max(side, _SIDE) * len(names)),
        "layer": [
            *key(_key(view), _room(view).left, _room(view).above - 8),
            {
                "mark": {"type": "rect", "stroke": SOFT, "strokeWidth": 0.25, "aria": False},
                "encoding": {
                    "x": {"field": "column", "type": "nominal", "title": None, "scale": scale, "axis": x_axis},
                    "y": {"field": "row", "type": "nominal", "title": None, "scale": scale, "axis": axis},
                    "fill": fill,
                    "tooltip": tooltip(_COLUMNS, "row", "column", "percent", "n"),
                },
            },
        ],
    }
