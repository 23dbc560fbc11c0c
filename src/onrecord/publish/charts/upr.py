"""The Universal Periodic Review of a state: what it received by cycle, and between which states it went."""

from typing import Any

from onrecord.publish.charts.chart import Chart, Column, Room, Row, tooltip
from onrecord.publish.charts.colours import INK, OF_POSITION, ON_DARK, PAPER, SOFT
from onrecord.publish.charts.letters import width
from onrecord.publish.views.upr import Breakdown, PartnerLine, ReviewOfState, UprOfState
from onrecord.publish.wording import upr_charts as say
from onrecord.vocabulary.positions import Position

KIND, FROM, TO = "upr", "upr-from", "upr-to"

SHOWN, AT_MOST = 15, 20
"""So many partners are drawn, and those level with the last of them as long as they are no more than the second."""

_LINE, _NAMES = 22, 12.0
_ACCEPTED, _NOTED, _OPEN = "accepted or supported", "noted", "answer not in this count"
_ANSWERS = (_ACCEPTED, _NOTED, _OPEN)
_COLUMNS = (
    Column("line", "Line in the picture"),
    Column("what", "Count"),
    Column("unit", "Unit"),
    Column("answer", "Answer"),
    Column("order", "Order of the answer in the picture"),
    Column("recommendations", "Recommendations"),
    Column("n", "n of the count"),
)


def upr(view: UprOfState) -> Chart | None:
    """Return the picture of what a state received in each cycle; None where no review has a count in the record."""
    counted = [one for one in view.reviews if one.rows or one.items or one.other_count]
    if not counted:
        return None
    lines = [line for one in counted for line in _counts(one)]
    return Chart(
        kind=KIND,
        about=_slug(view),
        title=f"{view.state.name}: recommendations received in the Universal Periodic Review",
        sentence=say.by_cycle(view.state, view.page, counted),
        source=_sources(view, counted),
        alt=f"Bars of the recommendations that {view.state.running_name} received, by cycle and unit. {_alt(lines)}.",
        columns=_COLUMNS,
        rows=_rows(lines),
        spec=_spec(lines),
        notes=tuple(_notes(view, counted)),
        room=_room(lines),
    )


_Line = tuple[str, str, tuple[int, int, int]]
"""What a bar counts, its unit, and how many were accepted or supported, noted, and without an answer in the count."""


def _counts(one: ReviewOfState) -> list[_Line]:
    """Return a review's counts, each in its own unit; what a count does not divide stands under no answer."""
    when = f"Cycle {one.cycle}, {one.year}" if one.year else f"Cycle {one.cycle}"
    found: list[_Line] = []
    if one.rows:
        found.append(
            (f"{when}: rows of UPR Info", one.rows.unit, (one.rows.accepted, one.rows.noted, one.rows.unknown))
        )
    if one.items:
        found.append((f"{when}: numbered items of the report", one.items.unit, (0, 0, one.items.n)))
    if one.other_count:
        other = one.other_count
        supported, noted = other.supported or 0, other.noted or 0
        found.append(
            (f"{when}: {other.unit.split(',')[0]}", other.unit, (supported, noted, other.n - supported - noted))
        )
    return found


def _sources(view: UprOfState, counted: list[ReviewOfState]) -> str:
    rows = [view.received.source] if view.received else []
    return "; ".join(dict.fromkeys([*rows, *(one.source for one in counted)]))


def _notes(view: UprOfState, counted: list[ReviewOfState]) -> list[str]:
    said = ["Each bar is one count in its own unit; bars of different units are not to be compared."]
    if any(one.items for one in counted):
        said.append("The number of numbered items is in the record without the answer to each.")
    bare = [f"cycle {one.cycle}" for one in view.reviews if one not in counted]
    if bare:
        said.append(f"Reviews without a count in the record: {', '.join(bare)}.")
    return said


def upr_from(view: UprOfState) -> Chart | None:
    """Return the picture of who recommended to a state; None where the record has no row."""
    return _partners(view, view.received, received=True) if view.received else None


def upr_to(view: UprOfState) -> Chart | None:
    """Return the picture of to whom a state recommended; None where the record has no row."""
    return _partners(view, view.made, received=False) if view.made else None


def _partners(view: UprOfState, found: Breakdown, received: bool) -> Chart | None:
    known = [one for one in found.partners if one.state]
    lines = [(one.name, found.unit, (one.accepted, one.noted, one.unknown)) for one in _shown(known)]
    if not lines:
        return None
    name = view.state.running_name
    title = f"Who recommended to {name}" if received else f"To whom {name} recommended"
    return Chart(
        kind=FROM if received else TO,
        about=_slug(view),
        title=f"{title} in the Universal Periodic Review",
        sentence=say.partners(view.state, view.page, found, received),
        source=found.source,
        alt=f"Bars of rows of recommendations by state. {_alt(lines)}.",
        columns=_COLUMNS,
        rows=_rows(lines),
        spec=_spec(lines),
        notes=(*_left_out(found, known, len(lines)), *_misplaced(view, received)),
        room=_room(lines),
    )


def _shown(known: list[PartnerLine]) -> list[PartnerLine]:
    if len(known) <= SHOWN:
        return known
    last = known[SHOWN - 1].n
    level = [one for one in known if one.n >= last]
    return level if len(level) <= AT_MOST else [one for one in known if one.n > last] or known[:SHOWN]


def _left_out(found: Breakdown, known: list[PartnerLine], shown: int) -> list[str]:
    said = []
    if rest := known[shown:]:
        said.append(
            f"Not drawn: {len(rest)} states with {rest[0].n} rows or fewer each, {sum(r.n for r in rest):,} rows."
        )
    if other := found.n - sum(one.n for one in known):
        said.append(f"In {other} rows the recommending state is not known.")
    return said


def _misplaced(view: UprOfState, received: bool) -> list[str]:
    return [one.misplaced for one in view.reviews if one.misplaced and one.rows] if received else []


def _slug(view: UprOfState) -> str:
    return view.page.rsplit("/", 1)[-1]


def _rows(lines: list[_Line]) -> tuple[Row, ...]:
    return tuple(
        (line, what, unit, answer, order, number, sum(numbers))
        for line, (what, unit, numbers) in enumerate(lines)
        for order, (answer, number) in enumerate(zip(_ANSWERS, numbers, strict=True))
    )


def _alt(lines: list[_Line]) -> str:
    return "; ".join(f"{what}: {_said(numbers)}" for what, _, numbers in lines)


def _said(numbers: tuple[int, int, int]) -> str:
    parts = [f"{number} {answer}" for number, answer in zip(numbers, _ANSWERS, strict=True) if number]
    return f"{sum(numbers)} ({', '.join(parts)})"


def _room(lines: list[_Line]) -> Room:
    return Room(left=14 + int(max(width(what, _NAMES) for what, _, _ in lines)), above=40, below=44)


def _spec(lines: list[_Line]) -> dict[str, Any]:
    order = list(range(len(lines)))
    y = {"field": "line", "type": "ordinal", "axis": None, "scale": {"domain": order, "padding": 0.22}}
    most = max(sum(numbers) for _, _, numbers in lines)
    return {"height": _LINE * len(lines), "layer": [*_bars(y, most), *_words(lines, y)]}


def _bars(y: dict[str, Any], most: int) -> list[dict[str, Any]]:
    x = {
        "field": "recommendations",
        "type": "quantitative",
        "title": "recommendations, in the unit of each bar",
        "stack": "zero",
        "scale": {"domain": [0, most * 1.12], "nice": False},
        "axis": {"tickMinStep": 1, "format": "d", "tickCount": 6},
    }
    fills = [OF_POSITION[Position.YES], OF_POSITION[Position.ABSTAIN], PAPER]
    colour = {
        "field": "answer",
        "type": "nominal",
        "title": None,
        "scale": {"domain": list(_ANSWERS), "range": fills},
        "legend": {"symbolType": "square", "symbolStrokeColor": SOFT, "symbolStrokeWidth": 0.8},
    }
    stack = {"x": x, "y": y, "order": {"field": "order"}}
    said = tooltip(_COLUMNS, "what", "unit", "answer", "recommendations", "n")
    shown = [{"filter": "datum.recommendations > 0"}]
    # A number is drawn where its segment is wide enough for it; the total stands at the end, the rest in the table.
    inside = {"calculate": f"datum.recommendations >= {most * 0.03} ? datum.recommendations : ''", "as": "inside"}
    return [
        {
            "transform": shown,
            "mark": {"type": "bar", "stroke": SOFT, "strokeWidth": 0.6, "aria": False},
            "encoding": {**stack, "color": colour, "tooltip": said},
        },
        {
            "transform": [*shown, inside],
            "mark": {"type": "text", "fontSize": 11, "fontWeight": 600, "aria": False},
            "encoding": {
                **stack,
                "x": {**x, "bandPosition": 0.5},
                "text": {"field": "inside"},
                "color": {"condition": {"test": "datum.order == 0", "value": ON_DARK}, "value": INK},
            },
        },
    ]


def _words(lines: list[_Line], y: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what each bar counts at its left, and its total at its end."""
    values = [{"line": i, "said": what, "n": sum(numbers)} for i, (what, _, numbers) in enumerate(lines)]
    words = {"type": "text", "fontSize": _NAMES, "color": INK, "aria": False}
    names = {**words, "align": "right", "x": -8}
    ends = {**words, "align": "left", "dx": 6}
    x = {"field": "n", "type": "quantitative"}
    return [
        {"data": {"values": values}, "mark": names, "encoding": {"y": y, "text": {"field": "said"}}},
        {
            "data": {"values": values},
            "mark": ends,
            "encoding": {"x": x, "y": y, "text": {"field": "n", "format": ",d"}},
        },
    ]
