"""Cells in rows and columns: how strips and matrices are drawn, each cell with a fill and the letters that say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.publish.charts.chart import Column, Room, tooltip
from onrecord.publish.charts.colours import EMPTY, LINE, ON_DARK, ON_LIGHT, SOFT
from onrecord.publish.charts.key import Entry, key, key_height
from onrecord.publish.charts.letters import width
from onrecord.publish.charts.picture import FRAME

_LABEL, _COLUMN = 12.0, 11.0
"""Size of the letters of a row's name and of a column's."""

_WIDEST = 64
"""Width of a column where there are few."""

_NARROW = 28
"""Width of a column below which its name is written smaller."""


@dataclass(frozen=True, slots=True)
class Shade:
    """A sort of cell: its word in the rows and in the legend, its fill, and whether its letters are light."""

    word: str
    fill: str
    dark: bool = False
    letter: str = ""

    @property
    def legend(self) -> str:
        """Its letter, if it has one, and its word."""
        return f"{self.letter} {self.word}".strip()


@dataclass(frozen=True, slots=True)
class Band:
    """Columns in which there is nothing to show for any row, and why."""

    columns: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Grid:
    """What a picture of cells needs beside its rows: rows, columns and sorts of cells in order, and empty bands.

    ``headings`` are those of the rows' names that head a part and have no cells.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    shades: tuple[Shade, ...]
    height: int
    headings: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()
    letters: float = 10.0
    turned: bool = False

    @property
    def room(self) -> Room:
        """Room for the longest name of a row, and above for the legend and the names of the columns."""
        widest = max(width(row, _LABEL, strong=row in self.headings) for row in self.rows)
        names = round(max(width(column, _COLUMN) for column in self.columns)) if self.turned else 12
        return Room(left=round(widest) + 12, above=12 + key_height(self.key) + 10 + names, below=16)

    @property
    def key(self) -> tuple[Entry, ...]:
        """What the fills stand for."""
        return tuple(Entry(shade.legend, shade.fill) for shade in self.shades)

    @property
    def width(self) -> int:
        """Width of the cells: all the room there is, but for a few columns no more than they need."""
        return min(FRAME - self.room.left, _WIDEST * len(self.columns))


def cells(grid: Grid, columns: tuple[Column, ...], said: Sequence[str]) -> dict[str, Any]:
    """Return the Vega-Lite of a grid whose rows have the fields row, column, shade and cell (its letters).

    ``said`` names the columns of the chart that the living picture gives for a cell.
    """
    place = {"x": _across(grid), "y": _down(grid)}
    dark = [shade.word for shade in grid.shades if shade.dark]
    fill = {
        "field": "shade",
        "type": "nominal",
        "title": None,
        "scale": {"domain": [s.word for s in grid.shades], "range": [s.fill for s in grid.shades]},
        "legend": None,
    }
    return {
        "width": grid.width,
        "height": len(grid.rows) * grid.height,
        "layer": [
            *key(grid.key, grid.room.left, grid.room.above - 12),
            *_bands(grid),
            {
                "transform": [{"filter": "datum.shade != null"}],
                "mark": {"type": "rect", "stroke": LINE, "strokeWidth": 0.5, "aria": False},
                "encoding": {**place, "fill": fill, "tooltip": tooltip(columns, *said)},
            },
            *(
                _letters(grid, place, f"indexof({dark}, datum.shade) {test} 0", ink)
                for test, ink in ((">=", ON_DARK), ("<", ON_LIGHT))
            ),
        ],
    }


def _across(grid: Grid) -> dict[str, Any]:
    return {
        "field": "column",
        "type": "nominal",
        "title": None,
        "scale": {"domain": list(grid.columns), "paddingInner": 0.05, "paddingOuter": 0},
        "axis": {
            "orient": "top",
            "labelAngle": 270 if grid.turned else 0,
            "labelFontSize": _COLUMN if grid.width / len(grid.columns) > _NARROW else _COLUMN - 1,
            "labelOverlap": False,
            "domain": False,
            "ticks": False,
            "labelPadding": 5,
        },
    }


def _down(grid: Grid) -> dict[str, Any]:
    strong = f"indexof({list(grid.headings)}, datum.value) >= 0"
    return {
        "field": "row",
        "type": "nominal",
        "title": None,
        "scale": {"domain": list(grid.rows), "paddingInner": 0.08, "paddingOuter": 0},
        "axis": {
            "labelFontSize": _LABEL,
            "labelFontWeight": {"condition": {"test": strong, "value": 600}, "value": "normal"},
            "labelOverlap": False,
            "domain": False,
            "ticks": False,
            "labelPadding": 8,
        },
    }


def _letters(grid: Grid, place: dict[str, Any], test: str, ink: str) -> dict[str, Any]:
    return {
        "transform": [{"filter": f"datum.shade != null && {test}"}],
        "mark": {"type": "text", "fontSize": grid.letters, "color": ink, "aria": False},
        "encoding": {**place, "text": {"field": "cell"}},
    }


def _bands(grid: Grid) -> list[dict[str, Any]]:
    """Return the empty columns, each stretch with its reason written upwards in its first column."""
    if not grid.bands:
        return []
    height = len(grid.rows) * grid.height
    columns = [{"column": column} for band in grid.bands for column in band.columns]
    words = [{"column": band.columns[(len(band.columns) - 1) // 2], "why": band.why} for band in grid.bands]
    x = _across(grid)
    return [
        {
            "data": {"values": columns},
            "mark": {"type": "rect", "color": EMPTY, "aria": False},
            "encoding": {"x": x},
        },
        {
            "data": {"values": words},
            "mark": {
                "type": "text", "angle": 270, "fontSize": 11, "fontStyle": "italic", "aria": False, "y": height / 2,
            },
            "encoding": {"x": x, "text": {"field": "why"}, "color": {"value": SOFT}},
        },
    ]  # fmt: skip
