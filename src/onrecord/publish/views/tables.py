"""The record's tables as they are: what each holds, what its columns mean, and its rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from inspect import getdoc

from onrecord.record.query_tables import Cell, known_table, table_rows
from onrecord.record.schema import TABLES
from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A column of a table: its kind (VARCHAR, INTEGER, DATE or BOOLEAN), whether it can be empty, its meaning."""

    name: str
    kind: str
    may_be_null: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table of the record: what one of its rows is, how many it has, by which columns they are in order."""

    table: str
    one_row: str
    rows: int
    order: tuple[str, ...]
    columns: tuple[ColumnLine, ...]


@dataclass(frozen=True, slots=True)
class TableList:
    """Every table of the record; ``rows`` are counted in the whole record, whatever day is asked as of."""

    n: int
    tables: tuple[TableLine, ...]


@dataclass(frozen=True, slots=True)
class TableOfRecord:
    """Rows of one table, in its order, and what its columns mean; ``n`` rows fit in all."""

    table: TableLine
    equal: dict[str, str]
    n: int
    rows: tuple[dict[str, Cell], ...]


def table_list(record: Record) -> TableList:
    """Return every table with its columns."""
    return TableList(len(TABLES), tuple(_line(record, name) for name in TABLES))


def table_of_record(record: Record, asked: str, equal: Mapping[str, str], start: int, limit: int) -> TableOfRecord:
    """Return rows of a table in which columns equal what is given; NotInVocabulary for no such table or column."""
    found = table_rows(record, known_table(asked), equal, start, limit)
    return TableOfRecord(_line(record, asked), dict(equal), found.n, found.rows)


def _line(record: Record, name: str) -> TableLine:
    table = TABLES[name]
    columns = tuple(ColumnLine(column, *rest) for column, rest in table.columns.items())
    rows = record.manifest["tables"][name]["rows"]
    return TableLine(name, (getdoc(table.row_type) or "").split("\n\n")[0], rows, table.order, columns)
