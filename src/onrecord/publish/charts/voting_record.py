"""A state's positions on country situations, year by year."""

from typing import Any

from onrecord.publish.charts.chart import Chart, Column
from onrecord.publish.charts.colours import INK, OF_POSITION
from onrecord.publish.views.state import StateRecord, YearLine
from onrecord.vocabulary.positions import LISTED, Position

KIND = "voting-record"

_LABELS = {
    Position.YES: "in favour",
    Position.NO: "against",
    Position.ABSTAIN: "abstained",
    Position.ABSENT: "absent",
}


def voting_record(view: StateRecord) -> Chart | None:
    """Return the picture of a state's positions by year; None where it never had a vote to cast."""
    sat = [line for line in view.years if line.n]
    if not sat:
        return None
    name = view.state.name
    rows = tuple((line.year, _LABELS[p], LISTED.index(p), _count(line, p), line.n) for line in sat for p in LISTED)
    return Chart(
        kind=KIND,
        about=view.page.rsplit("/", 1)[-1],
        title=f"{name}: votes on country situations by year",
        sentence=view.sentences[-1],
        source="voting notes of Human Rights Council resolutions and the UN catalogue of recorded votes",
        alt=_alt(name, sat),
        columns=(
            Column("year", "Year"),
            Column("position", "Position"),
            Column("order", "Order of the position in the picture"),
            Column("texts", "Texts"),
            Column("n", "Texts put to a vote while a member"),
        ),
        rows=rows,
        spec=_spec(),
    )


def _count(line: YearLine, position: Position) -> int:
    return {
        Position.YES: line.yes,
        Position.NO: line.no,
        Position.ABSTAIN: line.abstain,
        Position.ABSENT: line.absent,
    }[position] or 0


def _alt(name: str, sat: list[YearLine]) -> str:
    years = "; ".join(
        f"{line.year}: {', '.join(f'{_count(line, p)} {_LABELS[p]}' for p in LISTED)}, of {line.n}" for line in sat
    )
    return f"Bars of the positions of {name} on texts on country situations. {years}."


def _spec() -> dict[str, Any]:
    bars = {
        "x": {"field": "year", "type": "ordinal", "title": None, "axis": {"labelAngle": 0}},
        "y": {"field": "texts", "type": "quantitative", "title": "texts put to a recorded vote", "stack": "zero"},
        "order": {"field": "order"},
    }
    colour = {
        "field": "position",
        "type": "nominal",
        "title": None,
        "scale": {"domain": [_LABELS[p] for p in LISTED], "range": [OF_POSITION[p] for p in LISTED]},
    }
    number = {
        "mark": {"type": "text", "fontSize": 11, "fontWeight": 600},
        "transform": [{"filter": "datum.texts > 0"}],
        "encoding": {
            **bars,
            "y": {**bars["y"], "bandPosition": 0.5},
            "text": {"field": "texts"},
            "color": {
                "condition": {"test": "datum.order < 2", "value": "#ffffff"},
                "value": INK,
            },
        },
    }
    tooltip = [{"field": "year"}, {"field": "position"}, {"field": "texts"}, {"field": "n"}]
    return {
        "height": 220,
        "layer": [
            {"mark": {"type": "bar", "stroke": "#ffffff"}, "encoding": {**bars, "color": colour, "tooltip": tooltip}},
            number,
        ],
    }
