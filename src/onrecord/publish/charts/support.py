"""Support for the texts on a country situation, year by year: how the positions cast divided."""

from typing import Any

from onrecord.measures.support import shares_cast
from onrecord.publish.charts.chart import Chart, Column, Room, Row, tooltip
from onrecord.publish.charts.colours import INK, LETTER, OF_POSITION, ON_DARK, PAPER, SOFT
from onrecord.publish.views.situation import SituationRecord, YearOfSituation
from onrecord.vocabulary.positions import Position

KIND = "support"

_HEIGHT = 240
_LABELS = {Position.YES: "in favour", Position.ABSTAIN: "abstained", Position.NO: "against"}
_COLUMNS = (
    Column("year", "Year"),
    Column("position", "Position"),
    Column("order", "Order of the position in the picture"),
    Column("percent", "Per cent of the positions cast"),
    Column("positions", "Positions"),
    Column("cast", "Positions cast: in favour, abstained, against"),
    Column("absent", "Absences, counted apart"),
    Column("texts", "Texts put to a recorded vote"),
)


def support(view: SituationRecord) -> Chart | None:
    """Return the picture of the positions on a situation's texts by year; None where none was put to a vote."""
    if not view.years:
        return None
    label = view.situation.label
    return Chart(
        kind=KIND,
        about=view.page.rsplit("/", 1)[-1],
        title=f"{label}: positions on the Council's texts by year",
        sentence=view.sentences[0],
        source="voting notes of Human Rights Council resolutions and the UN catalogue of recorded votes",
        alt=_alt(view),
        columns=_COLUMNS,
        rows=tuple(row for line in view.years for row in _rows(line)),
        spec=_spec(view),
        notes=(
            "Under each year: the texts put to a recorded vote, and the positions cast on them. Absences are counted"
            " apart, in the table. A year without a bar had no recorded vote; texts may have been adopted without one.",
        ),
        room=Room(left=64, above=40, below=66),
    )


def _counts(line: YearOfSituation) -> tuple[int, int, int]:
    return line.yes, line.abstain, line.no


def _rows(line: YearOfSituation) -> list[Row]:
    shares = shares_cast(*_counts(line))
    if shares is None:
        return [(line.year, None, None, None, None, 0, line.absent, line.n)]
    cast = sum(_counts(line))
    return [
        (line.year, label, order, round(100 * share, 1), count, cast, line.absent, line.n)
        for order, (label, share, count) in enumerate(zip(_LABELS.values(), shares, _counts(line), strict=True))
    ]


def _alt(view: SituationRecord) -> str:
    years = "; ".join(
        f"{line.year}: {line.yes} in favour, {line.abstain} abstained, {line.no} against, on"
        f" {line.n} text{'s' * (line.n != 1)}"
        for line in view.years
    )
    return f"Bars of how the positions cast on texts on {view.situation.label} divided, by year. {years}."


def _spec(view: SituationRecord) -> dict[str, Any]:
    years = list(range(view.years[0].year, view.years[-1].year + 1))
    x = {
        "field": "year",
        "type": "ordinal",
        "title": None,
        "scale": {"domain": years, "paddingInner": 0.1, "paddingOuter": 0.05},
        "axis": {"labelAngle": 0, "ticks": False, "labelOverlap": False},
    }
    return {"height": _HEIGHT, "layer": [*_bars(x), *_below(view, x, len(years))]}


def _bars(x: dict[str, Any]) -> list[dict[str, Any]]:
    y = {
        "field": "percent",
        "type": "quantitative",
        "title": "per cent of the positions cast",
        "stack": "zero",
        "scale": {"domain": [0, 100]},
        "axis": {"minExtent": 30, "maxExtent": 30},
    }
    colour = {
        "field": "position",
        "type": "nominal",
        "title": None,
        "scale": {"domain": list(_LABELS.values()), "range": [OF_POSITION[p] for p in _LABELS]},
        "legend": {"symbolType": "square", "labelExpr": _legend()},
    }
    stack = {"x": x, "y": y, "order": {"field": "order"}}
    said = tooltip(_COLUMNS, "year", "position", "percent", "positions", "cast", "texts")
    letters = [LETTER[p] for p in _LABELS]
    return [
        {
            "mark": {"type": "bar", "stroke": PAPER, "aria": False},
            "encoding": {**stack, "color": colour, "tooltip": said},
        },
        {
            # Under 6 per cent a segment is lower than its letters; the table has every figure.
            "transform": [
                {"calculate": "round(100 * datum.positions / datum.cast)", "as": "whole"},
                {"calculate": f"datum.whole < 6 ? '' : datum.whole + ' ' + {letters}[datum.order]", "as": "said"},
            ],
            "mark": {"type": "text", "fontSize": 10.5, "fontWeight": 600, "aria": False},
            "encoding": {
                **stack,
                "y": {**y, "bandPosition": 0.5},
                "text": {"field": "said"},
                "color": {"condition": {"test": "datum.order != 1", "value": ON_DARK}, "value": INK},
            },
        },
    ]


def _legend() -> str:
    pairs = [f"datum.label == '{label}' ? '{LETTER[p]} {label}'" for p, label in _LABELS.items()]
    return f"{' : '.join(pairs)} : datum.label"


def _below(view: SituationRecord, x: dict[str, Any], years: int) -> list[dict[str, Any]]:
    """Return the numbers under each year, with what they count at their left."""
    values = [{"year": line.year, "texts": line.n, "cast": sum(_counts(line))} for line in view.years]
    words = {"type": "text", "fontSize": 11 if years < 16 else 10, "aria": False}
    layers: list[dict[str, Any]] = []
    for place, (name, heading) in enumerate((("texts", "texts"), ("cast", "positions"))):
        y = _HEIGHT + 30 + 15 * place
        head = {
            "data": {"values": [{}]},
            "mark": {**words, "align": "right", "text": heading, "x": -6, "y": y, "color": SOFT},
        }
        number = {
            "data": {"values": values},
            "mark": {**words, "y": y, "color": INK},
            "encoding": {"x": x, "text": {"field": name, "format": ",d"}},
        }
        layers += [head, number]
    return layers
