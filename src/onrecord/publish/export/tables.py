"""The tables that are exported: every table of the record, and the Council's votes as one that needs no joins."""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.publish.export.flat_votes import FLAT, NAME, flat_votes
from onrecord.record.constraints import Reference, partly_known, references, values
from onrecord.record.schema import TABLES, Table
from onrecord.record.store import Record
from onrecord.record.whole_tables import positions_in_the_council, row_count, whole_table
from onrecord.vocabulary.positions import LISTED, Position


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its DuckDB type, whether it may be none, what it holds, and the only values it can have if there are.

    ``partly_known`` columns hold dates as precise as their source, and so as text.
    """

    name: str
    kind: str
    may_be_none: bool
    description: str
    values: tuple[str, ...] | None = None
    partly_known: bool = False


@dataclass(frozen=True, slots=True)
class ExportedTable:
    """A table to be written: what a row is, its columns, its key, where its columns point, and its rows.

    ``parquet`` is the file of the record that holds the same rows, where there is one.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...]
    n: int
    rows: Callable[[], Iterable[tuple]]
    parquet: Path | None = None

    @property
    def kinds(self) -> dict[str, str]:
        """The DuckDB type of each column."""
        return {column.name: column.kind for column in self.columns}


def exported_tables(record: Record) -> tuple[ExportedTable, ...]:
    """Return every table to be written, the one without joins first."""
    return (_flat(record), *(_own(record, name, table) for name, table in TABLES.items()))


def _own(record: Record, name: str, table: Table) -> ExportedTable:
    columns = tuple(
        Column(column, *rest, values(name, column), partly_known(name, column))
        for column, rest in table.columns.items()
    )
    whole = record.folder / f"{name}.parquet" if record.as_of is None else None
    rows, n = (lambda: whole_table(record, name)), row_count(record, name)
    return ExportedTable(name, said_of(table.row_type), columns, table.order, references(name), n, rows, whole)


_FLAT_VALUES = {
    "position": tuple(position.value for position in Position),
    "listed": tuple(position.value for position in LISTED),
    "date_precision": ("day", "document"),
}
_SAME_AS_IN_ROLLCALL = ("kind", "outcome", "status")
_FLAT_REFERENCES = (Reference("rollcall_id", "rollcall", "rollcall_id"), Reference("state", "state", "iso3"))


def _flat(record: Record) -> ExportedTable:
    allowed = {**_FLAT_VALUES, **{name: values("rollcall", name) for name in _SAME_AS_IN_ROLLCALL}}
    columns = tuple(Column(name, *rest, allowed.get(name)) for name, rest in FLAT.columns.items())
    about, n = said_of(FLAT.row_type), positions_in_the_council(record)
    return ExportedTable(NAME, about, columns, FLAT.order, _FLAT_REFERENCES, n, lambda: flat_votes(record))


def said_of(row_type: type[Any]) -> str:
    """Return what one row of a table is, as its own docstring says."""
    return " ".join((inspect.getdoc(row_type) or "").split())
