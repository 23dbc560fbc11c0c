"""A state's positions on country situations, year by year."""

from itertools import groupby
from typing import Any

from onrecord.publish.charts.chart import Chart, Column, Room, Row, tooltip
from onrecord.publish.charts.colours import EMPTY, INK, LETTER, OF_POSITION, ON_DARK, PAPER, SOFT, UNKNOWN
from onrecord.publish.charts.key import Entry, key
from onrecord.publish.charts.picture import FRAME
from onrecord.publish.views.state import StateRecord, YearLine
from onrecord.vocabulary.positions import LISTED, Position

KIND = "voting-record"

_LABELS = {
    Position.YES: "in favour",
    Position.NO: "against",
    Position.ABSTAIN: "abstained",
    Position.ABSENT: "absent",
    None: "not in the record",
}
_NOT_A_MEMBER, _NO_TEXT = "not a member", "no text put to a vote"
_KEY = [Entry(f"{LETTER[p]} {_LABELS[p]}", OF_POSITION[p]) for p in LISTED]
_HEIGHT = 230
_ROOM = Room(left=44, above=40, below=34)
_COLUMNS = (
    Column("year", "Year"),
    Column("seat", "Seat"),
    Column("position", "Position"),
    Column("order", "Order of the position in the picture"),
    Column("texts", "Texts"),
    Column("n", "Texts with a known position"),
    Column("doubtful", "Positions in doubt"),
)


def voting_record(view: StateRecord) -> Chart | None:
    """Return the picture of a state's positions by year; None where it never had a vote to cast."""
    sat = [line for line in view.years if line.n or line.unknown]
    if not sat:
        return None
    name = view.state.name
    return Chart(
        kind=KIND,
        about=view.page.rsplit("/", 1)[-1],
        title=f"{name}: votes on country situations by year",
        sentence=view.sentences[-1],
        source="voting notes of Human Rights Council resolutions and the UN catalogue of recorded votes",
        alt=_alt(name, sat, view),
        columns=_COLUMNS,
        rows=tuple(row for line in view.years for row in _rows(line)),
        spec=_spec(view),
        notes=tuple(_notes(view)),
        room=_ROOM,
    )


def _rows(line: YearLine) -> list[Row]:
    if line.n is None:
        return [(line.year, _NOT_A_MEMBER, None, None, None, None, None)]
    if not (line.n or line.unknown):
        return [(line.year, line.status, _NO_TEXT, None, None, 0, 0)]
    counted: list[tuple[Position | None, int]] = [(p, _count(line, p)) for p in LISTED]
    if line.unknown:
        counted.append((None, line.unknown))
    return [
        (line.year, line.status, _LABELS[position], order, number, line.n, line.doubtful)
        for order, (position, number) in enumerate(counted)
    ]


def _count(line: YearLine, position: Position) -> int:
    return {
        Position.YES: line.yes,
        Position.NO: line.no,
        Position.ABSTAIN: line.abstain,
        Position.ABSENT: line.absent,
    }[position] or 0


def _alt(name: str, sat: list[YearLine], view: StateRecord) -> str:
    years = "; ".join(
        f"{line.year}: {', '.join(f'{_count(line, p)} {_LABELS[p]}' for p in LISTED)}, of {line.n}" for line in sat
    )
    out = [f"{a} to {b}" if a != b else str(a) for a, b, why in _stretches(view) if why == _NOT_A_MEMBER]
    without = f" Not a member: {', '.join(out)}." if out else ""
    return f"Bars of the positions of {name} on texts on country situations. {years}.{without}"


def _notes(view: StateRecord) -> list[str]:
    part = [str(line.year) for line in view.years if line.status == "member for part of the year"]
    said = [f"* A member for part of the year: {', '.join(part)}."] if part else []
    if any(line.doubtful for line in view.years):
        said.append("† Sources leave positions of the year in doubt; they are counted as listed.")
    if any(line.unknown for line in view.years):
        said.append("? The position is not in the record; it is not among the n.")
    return said


def _stretches(view: StateRecord) -> list[tuple[int, int, str]]:
    """Return the stretches of years with nothing to count, from year to year, each with the reason."""
    found = []
    for why, lines in groupby(view.years, key=_why_empty):
        years = [line.year for line in lines]
        if why:
            found.append((years[0], years[-1], why))
    return found


def _why_empty(line: YearLine) -> str | None:
    if line.n is None:
        return _NOT_A_MEMBER
    return None if line.n or line.unknown else _NO_TEXT


def _spec(view: StateRecord) -> dict[str, Any]:
    years = [line.year for line in view.years]
    most = max((line.n or 0) + (line.unknown or 0) for line in view.years)
    x = {
        "field": "year",
        "type": "ordinal",
        "title": None,
        "scale": {"domain": years, "paddingInner": 0.08, "paddingOuter": 0.04},
        "axis": {"labelAngle": 0, "labelOverlap": False, "labelExpr": _year_labels(view), "ticks": False},
    }
    return {
        "height": _HEIGHT,
        "layer": [*key(_KEY, _ROOM.left, _ROOM.above - 12), *_bars(x, most), *_totals(view, x), *_gaps(view, x)],
    }


def _year_labels(view: StateRecord) -> str:
    part = [line.year for line in view.years if line.status == "member for part of the year"]
    return f"indexof({part}, datum.value) >= 0 ? datum.value + '*' : datum.value"


def _bars(x: dict[str, Any], most: int) -> list[dict[str, Any]]:
    y = {
        "field": "texts",
        "type": "quantitative",
        "title": "texts put to a recorded vote",
        "stack": "zero",
        "scale": {"domain": [0, most + max(most * 0.07, 0.4)], "nice": False},
        "axis": {"tickMinStep": 1, "format": "d", "tickCount": 5, "minExtent": 28, "maxExtent": 28},
    }
    shown = [{"filter": "datum.texts > 0"}]
    domain = [*(_LABELS[p] for p in LISTED), _LABELS[None]]
    colour = {
        "field": "position",
        "type": "nominal",
        "title": None,
        "scale": {"domain": domain, "range": [*(OF_POSITION[p] for p in LISTED), UNKNOWN]},
        "legend": None,
    }
    said = tooltip(_COLUMNS, "year", "position", "texts", "n", "doubtful")
    stack = {"x": x, "y": y, "order": {"field": "order"}}
    bar = {"type": "bar", "stroke": PAPER, "aria": False}
    unknown = {"type": "bar", "fillOpacity": 0, "stroke": SOFT, "strokeDash": [3, 2], "aria": False}
    number = {"type": "text", "fontSize": 10.5, "fontWeight": 600, "aria": False}
    return [
        {"transform": shown, "mark": bar, "encoding": {**stack, "color": colour, "tooltip": said}},
        {
            "transform": shown,
            "mark": unknown,
            "encoding": {**stack, "opacity": {"condition": {"test": "datum.order == 4", "value": 1}, "value": 0}},
        },
        {
            "transform": [
                *shown,
                {"calculate": f"datum.texts + ' ' + {[*LETTER.values(), '?']}[datum.order]", "as": "said"},
            ],
            "mark": number,
            "encoding": {
                **stack,
                "y": {**y, "bandPosition": 0.5},
                "text": {"field": "said"},
                "color": {"condition": {"test": "datum.order < 2", "value": ON_DARK}, "value": INK},
            },
        },
    ]


def _totals(view: StateRecord, x: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the number of each year's texts above its bar, marked where positions are in doubt."""
    values = [
        {
            "year": line.year,
            "texts": (line.n or 0) + (line.unknown or 0),
            "said": f"{line.n}{'†' * bool(line.doubtful)}",
        }
        for line in view.years
        if line.n or line.unknown
    ]
    return [
        {
            "data": {"values": values},
            "mark": {"type": "text", "dy": -7, "fontSize": 11.5, "aria": False},
            "encoding": {
                "x": x,
                "y": {"field": "texts", "type": "quantitative"},
                "text": {"field": "said"},
                "color": {"value": SOFT},
            },
        }
    ]


def _gaps(view: StateRecord, x: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the years with nothing to count as empty bands, each saying why it is empty."""
    spans = _stretches(view)
    if not spans:
        return []
    years = [{"year": year, "why": why} for a, b, why in spans for year in range(a, b + 1)]
    labels = [{"year": (a + b) // 2, "even": (b - a) % 2, "why": why, "wide": b - a > 2} for a, b, why in spans]
    words = {"type": "text", "fontSize": 11, "fontStyle": "italic", "aria": False, "y": _HEIGHT / 2}
    step = (FRAME - _ROOM.left) / len(view.years)
    layers: list[dict[str, Any]] = [
        {
            "data": {"values": years},
            "mark": {"type": "rect", "color": EMPTY, "aria": False},
            "encoding": {"x": x},
        }
    ]
    for wide, angle in ((True, 0), (False, 270)):
        layers += [
            {
                "data": {"values": [v for v in labels if v["wide"] is wide and v["even"] == even]},
                "mark": {
                    **words,
                    "angle": angle,
                    "dx": 0 if angle else even * step / 2,
                    "dy": even * step / 2 if angle else 0,
                },
                "encoding": {"x": x, "text": {"field": "why"}, "color": {"value": SOFT}},
            }
            for even in (0, 1)
            if any(v["wide"] is wide and v["even"] == even for v in labels)
        ]
    return layers
