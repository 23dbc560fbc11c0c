"""The rows of a long list as a script can filter them: the cells the pages show, each written once, and their keys."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborHTMLParser


@dataclass(slots=True)
class Column:
    """One cell of every row: the different cells, and which of them each row has."""

    cells: dict[str, int] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)

    def add(self, cell: str) -> None:
        """Add the cell of the next row."""
        self.rows.append(self.cells.setdefault(cell, len(self.cells)))

    def as_data(self) -> list[Any]:
        """Return the cells and the rows, as JSON has them."""
        return [list(self.cells), self.rows]


def rows_of(page: str) -> list[list[str]]:
    """Return the rows of a page's list: each its opening tag, then its cells, as they are written."""
    table = LexborHTMLParser(page).css_first("main table[class~=votes], main table:not([class])")
    return [] if table is None else [_cells(row) for row in table.css("tbody > tr")]


def _cells(row: Any) -> list[str]:
    opening = row.html[: row.html.index(">") + 1]
    return [opening, *(cell.html for cell in row.iter())]


def columns(rows: Iterable[Sequence[str]]) -> list[list[Any]]:
    """Return rows as columns, in which each different cell is written once."""
    found: list[Column] = []
    for row in rows:
        if not found:
            found = [Column() for _ in row]
        for column, cell in zip(found, row, strict=True):
            column.add(cell)
    return [column.as_data() for column in found]


def keys(lines: Iterable[Mapping[str, str]]) -> dict[str, list[Any]]:
    """Return what the rows are filtered by, name by name, in the same form as columns."""
    found: dict[str, Column] = {}
    for line in lines:
        for name, value in line.items():
            found.setdefault(name, Column()).add(value)
    return {name: column.as_data() for name, column in found.items()}
