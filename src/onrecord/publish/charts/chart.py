"""What every chart is: a finding in words, the rows it shows, and how they are drawn."""

from dataclasses import dataclass
from typing import Any

from onrecord.publish.views.shared import Sentence

Row = tuple[str | int | float | bool | None, ...]
"""One row of a chart's table, in the order of its columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a chart's table: its name in data files and its heading for readers."""

    name: str
    heading: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of rows of the record, whole in itself.

    ``sentence`` is the finding, with its n, its scope and the page of its evidence; ``source`` says in words what
    the rows were read from; ``alt`` tells a reader who does not see the picture what it shows. ``spec`` is Vega-Lite
    without title and data: it draws ``rows``, each as an object under the names of ``columns``.
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

    @property
    def page(self) -> str:
        """The chart's own address on the site."""
        return f"/charts/{self.kind}/{self.about}"

    def values(self) -> list[dict[str, Any]]:
        """Return the rows as objects by column name, as Vega-Lite reads them."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]
