"""What every chart is: a finding in words, the rows it shows, and how they are drawn."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.publish.as_csv import rows_csv
from onrecord.publish.views.shared import Sentence

Row = tuple[str | int | float | bool | None, ...]
"""One row of a chart's table, in the order of its columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a chart's table: its name in data files and its heading for readers."""

    name: str
    heading: str


@dataclass(frozen=True, slots=True)
class Room:
    """The room around what is drawn, in units of the picture: for its legend, the labels of its axes, and beside it."""

    left: int = 56
    above: int = 36
    below: int = 40
    right: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of rows of the record, whole in itself.

    ``sentence`` is the finding, with its n, its scope and the page of its evidence; ``source`` says in words what
    the rows were read from; ``notes`` explain marks of the picture; ``alt`` tells a reader who does not see the
    picture what it shows. ``spec`` is Vega-Lite without title and data: it draws ``rows``, each as an object under
    the names of ``columns``, with ``room`` around it. ``as_of`` is the day as of which the record was asked.
    """

    kind: str
    about: str
    title: str
    sentence: Sentence
    source: str
    alt: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    spec: dict[str, Any]
    notes: tuple[str, ...] = ()
    room: Room = Room()
    as_of: date | None = None

    @property
    def page(self) -> str:
        """The chart's own address on the site."""
        return f"/charts/{self.kind}/{self.about}"

    def values(self) -> list[dict[str, Any]]:
        """Return the rows as objects by column name, as Vega-Lite reads them."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]


def tooltip(columns: tuple[Column, ...], *names: str) -> list[dict[str, str]]:
    """Return what the living picture says of a mark: the named columns of its row under their headings."""
    headings = {column.name: column.heading for column in columns}
    return [{"field": name, "title": headings[name], "type": "nominal"} for name in names]


def rows_of(chart: Chart) -> str:
    """Return the rows of a chart as CSV under the names of its columns."""
    return rows_csv(tuple(column.name for column in chart.columns), chart.values())
