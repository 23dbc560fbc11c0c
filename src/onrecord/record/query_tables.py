"""The record's tables row by row, as they are: what an analyst loads whole, narrowed by what a column equals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.record.schema import TABLES
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

Cell = str | int | bool | date | None
"""What a cell of a table can hold."""

_WRITTEN = {
    "VARCHAR": "words",
    "INTEGER": "a whole number",
    "DATE": "a day as YYYY-MM-DD",
    "BOOLEAN": "true or false",
}


@dataclass(frozen=True, slots=True)
class TableRows:
    """A stretch of a table's rows, each by column name, and how many rows there are in all."""

    n: int
    rows: tuple[dict[str, Cell], ...]


def known_table(asked: str) -> str:
    """Return a table's name; NotInVocabulary if the record has none such."""
    if asked not in TABLES:
        raise NotInVocabulary("table", asked, "a table of the record", tuple(TABLES))
    return asked


def table_rows(record: Record, table: str, equal: Mapping[str, str], start: int, limit: int) -> TableRows:
    """Return rows of a table in its unique order, those in which columns equal what is written.

    Nothing written asks for the rows in which the column has no value. NotInVocabulary for a table or column there
    is not, or for a value that cannot stand in the column.
    """
    values = {column: _value(known_table(table), column, written) for column, written in equal.items()}
    said = " AND ".join(f'"{column}" IS NOT DISTINCT FROM ${column}' for column in values) or "true"
    order = ", ".join(f'"{column}" NULLS FIRST' for column in TABLES[table].order)
    names = list(TABLES[table].columns)
    chosen = ", ".join(f'"{name}"' for name in names)
    ((n,),) = record.tuples(f"SELECT count(*) FROM {table} WHERE {said}", values)
    sql = f"SELECT {chosen} FROM {table} WHERE {said} ORDER BY {order} LIMIT {limit} OFFSET {start}"
    return TableRows(n, tuple(dict(zip(names, row, strict=True)) for row in record.tuples(sql, values)))


def _value(table: str, column: str, written: str) -> Any:
    columns = TABLES[table].columns
    if column not in columns:
        raise NotInVocabulary("column", column, f"a column of the table {table}", tuple(columns))
    if not written:
        return None
    kind = columns[column][0]
    try:
        return _READ[kind](written)
    except (ValueError, KeyError) as error:
        raise NotInVocabulary(column, written, _WRITTEN[kind]) from error


def _number(written: str) -> int:
    if not (written.isascii() and written.removeprefix("-").isdigit() and len(written) < 10):
        raise ValueError(written)
    return int(written)


_READ = {
    "VARCHAR": str,
    "INTEGER": _number,
    "DATE": date.fromisoformat,
    "BOOLEAN": {"true": True, "false": False}.__getitem__,
}
"""How what is written is read, by the kind of the column."""
