"""An election to the Council: the votes of every candidate by regional group, and what became of each."""

from typing import Any

from onrecord.publish.charts.chart import Chart, Column, Room, Row, tooltip
from onrecord.publish.charts.colours import INK, OF_POSITION, PAPER, SOFT
from onrecord.publish.charts.letters import width
from onrecord.publish.sentences import day
from onrecord.publish.views.elections import Candidate, ElectionRecord, Slate
from onrecord.vocabulary.positions import Position

KIND = "election"

_LINE = 18
"""Height of a candidate's line, in units of the picture."""

_NAMES = 12.0
_USED, _ALSO = "the one used", "also in print"
_FILL = OF_POSITION[Position.YES]
_COLUMNS = (
    Column("line", "Line in the picture"),
    Column("group", "Regional group"),
    Column("seats", "Seats of the group"),
    Column("state", "State"),
    Column("result", "Result"),
    Column("round", "Round"),
    Column("votes", "Votes"),
    Column("which", "Which total"),
    Column("said_by", "Printed by"),
)


def election(view: ElectionRecord) -> Chart:
    """Return the picture of an election's votes; a total that was not found has no bar, and is not zero."""
    lines = _lines(view)
    return Chart(
        kind=KIND,
        about=view.page.rsplit("/", 1)[-1],
        title=f"Votes in the {'by-election' if view.by_election else 'election'} of {day(view.date)} to the Council",
        sentence=view.sentences[0],
        source=f"{'; '.join(_sources(view))}; each total beside its source on the page of the election",
        alt=_alt(view),
        columns=_COLUMNS,
        rows=tuple(row for line, slate, one in lines for row in _rows(line, slate, one)),
        spec=_spec(view),
        notes=tuple(_notes(view)),
        room=Room(left=_left(lines), above=34, below=44),
    )


def _lines(view: ElectionRecord) -> list[tuple[int, Slate, Candidate]]:
    """Return every candidate with its slate and its line; a slate has a line for its name above them."""
    found: list[tuple[int, Slate, Candidate]] = []
    line = 0
    for slate in view.slates:
        found += [(line + 1 + i, slate, one) for i, one in enumerate(slate.candidates)]
        line += 1 + len(slate.candidates)
    return found


def _left(lines: list[tuple[int, Slate, Candidate]]) -> int:
    return max(96, 14 + int(max(width(one.state.name, _NAMES) for _, _, one in lines)))


def _rows(line: int, slate: Slate, one: Candidate) -> list[Row]:
    own = (line, slate.label, slate.seats, one.state.name, one.result, one.round)
    if not one.totals:
        return [(*own, None, None, None)]
    return [(*own, total.votes, _USED if total.used else _ALSO, total.said_by) for total in one.totals]


def _sources(view: ElectionRecord) -> list[str]:
    candidates = [one for slate in view.slates for one in slate.candidates]
    titles = [title for one in candidates for title in (one.source, *(t.said_by for t in one.totals if not t.used))]
    return list(dict.fromkeys(title for title in titles if title))


def _notes(view: ElectionRecord) -> list[str]:
    said = ["Filled: elected; outlined: not elected. A total that was not found is not zero."]
    if _disputed(view):
        said.append("Where sources print different totals, the bar is the one used, and a stroke stands at each.")
    return said


def _disputed(view: ElectionRecord) -> bool:
    return any(len(one.totals) > 1 for slate in view.slates for one in slate.candidates)


def _said(one: Candidate) -> str:
    later = f" in round {one.round}" if one.round and one.round > 1 else ""
    if not one.totals:
        return f"total not found, {one.result}{later}"
    used, *others = (str(total.votes) for total in one.totals)
    also = f" (also in print: {', '.join(others)})" if others else ""
    return f"{used}{also}, {one.result}{later}"


def _alt(view: ElectionRecord) -> str:
    groups = ". ".join(
        f"{_heading(slate)} {'; '.join(f'{one.state.name} {_said(one)}' for one in slate.candidates)}"
        for slate in view.slates
    )
    return f"Bars of the votes for each candidate. Needed: {view.majority}. {groups}."


def _heading(slate: Slate) -> str:
    stood = f"{slate.n_candidates} candidate{'s' * (slate.n_candidates != 1)}"
    return f"{slate.label}: {stood} for {slate.seats} seat{'s' * (slate.seats != 1)}"


def _spec(view: ElectionRecord) -> dict[str, Any]:
    lines = _lines(view)
    number = lines[-1][0] + 1
    y = {"field": "line", "type": "ordinal", "axis": None, "scale": {"domain": list(range(number)), "padding": 0.2}}
    return {
        "height": _LINE * number,
        "layer": [_majority(view), _headings(view, y), _names(lines, y), _bars(view, y), _strokes(y), _ends(lines, y)],
    }


def _x(view: ElectionRecord | None = None) -> dict[str, Any]:
    if view is None:
        return {"field": "votes", "type": "quantitative"}
    members, beside = view.members_of_the_un, 1.62 if _disputed(view) else 1.38
    return {
        "field": "votes",
        "type": "quantitative",
        "title": f"votes; the United Nations had {members} members that day",
        "scale": {"domain": [0, members * beside], "nice": False},
        "axis": {"values": [*range(0, members, 50), members], "grid": False},
    }


def _bars(view: ElectionRecord, y: dict[str, Any]) -> dict[str, Any]:
    elected = {"test": "datum.result == 'elected'"}
    return {
        "transform": [{"filter": f"datum.which == '{_USED}'"}],
        "mark": {"type": "bar", "strokeWidth": 1.2, "stroke": _FILL, "aria": False},
        "encoding": {
            "x": _x(view),
            "y": y,
            "fill": {"condition": {**elected, "value": _FILL}, "value": PAPER},
            "tooltip": tooltip(_COLUMNS, "state", "votes", "result", "said_by"),
        },
    }


def _strokes(y: dict[str, Any]) -> dict[str, Any]:
    """Return a stroke at each total of those candidates for whom more than one is in print."""
    return {
        "transform": [
            {"filter": "isValid(datum.votes)"},
            {"joinaggregate": [{"op": "count", "as": "totals"}], "groupby": ["line"]},
            {"filter": "datum.totals > 1"},
        ],
        "mark": {"type": "tick", "thickness": 2.4, "color": INK, "aria": False},
        "encoding": {"x": _x(), "y": y},
    }


def _headings(view: ElectionRecord, y: dict[str, Any]) -> dict[str, Any]:
    first = {slate.regional_group: line - 1 for line, slate, _ in reversed(_lines(view))}
    values = [{"line": first[s.regional_group], "said": _heading(s)} for s in view.slates if s.candidates]
    mark = {"type": "text", "align": "left", "fontWeight": 600, "fontSize": _NAMES, "aria": False}
    mark |= {"x": -_left(_lines(view))}
    return {"data": {"values": values}, "mark": mark, "encoding": {"y": y, "text": {"field": "said"}}}


def _names(lines: list[tuple[int, Slate, Candidate]], y: dict[str, Any]) -> dict[str, Any]:
    values = [{"line": line, "said": one.state.name} for line, _, one in lines]
    mark = {"type": "text", "align": "right", "fontSize": _NAMES, "x": -8, "color": INK, "aria": False}
    return {"data": {"values": values}, "mark": mark, "encoding": {"y": y, "text": {"field": "said"}}}


def _ends(lines: list[tuple[int, Slate, Candidate]], y: dict[str, Any]) -> dict[str, Any]:
    """Return what stands at the end of each bar: the totals and what became of the candidacy."""
    values = [
        {"line": line, "votes": max((t.votes for t in one.totals), default=0), "said": _said(one)}
        for line, _, one in lines
    ]
    mark = {"type": "text", "align": "left", "dx": 6, "fontSize": 11.5, "color": INK, "aria": False}
    return {"data": {"values": values}, "mark": mark, "encoding": {"x": _x(), "y": y, "text": {"field": "said"}}}


def _majority(view: ElectionRecord) -> dict[str, Any]:
    needed = {
        "data": {"values": [{"votes": view.majority, "said": f"{view.majority} needed: a majority of all members"}]}
    }
    words = {"type": "text", "align": "center", "baseline": "bottom", "y": -6, "color": SOFT, "aria": False}
    return {
        **needed,
        "layer": [
            {
                "mark": {"type": "rule", "color": "#9aa1a9", "strokeDash": [4, 3], "aria": False},
                "encoding": {"x": _x()},
            },
            {"mark": words, "encoding": {"x": _x(), "text": {"field": "said"}}},
        ],
    }
