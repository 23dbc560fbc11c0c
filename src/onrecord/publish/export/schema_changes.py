"""What changed in the schema between two releases: tables and columns, added, removed, of another type."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SchemaChange:
    """One change of the schema, in words; ``column`` is None where a whole table is meant."""

    table: str
    column: str | None
    change: str
    text: str


def schema_changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[SchemaChange, ...]:
    """Return what changed from one schema to another, table by table."""
    return tuple(
        change for table in sorted({*old, *new}) for change in _of_table(table, old.get(table), new.get(table))
    )


def _of_table(table: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> Iterator[SchemaChange]:
    if old is None and new is not None:
        columns = ", ".join(new["columns"])
        yield SchemaChange(table, None, "added", f"The table {table} is new, with the columns {columns}.")
    elif new is None:
        yield SchemaChange(table, None, "removed", f"The table {table} is gone.")
    elif old is not None:
        if old["key"] != new["key"]:
            keys = f"{', '.join(old['key'])}, and are now so by {', '.join(new['key'])}"
            yield SchemaChange(table, None, "key", f"Rows of {table} were unique by {keys}.")
        for column in sorted({*old["columns"], *new["columns"]}):
            yield from _of_column(table, column, old["columns"].get(column), new["columns"].get(column))


def _of_column(
    table: str, column: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None
) -> Iterator[SchemaChange]:
    if old is None and new is not None:
        yield SchemaChange(table, column, "added", f"{table} has the new column {column} ({_said(new)}).")
    elif new is None and old is not None:
        yield SchemaChange(table, column, "removed", f"{table} no longer has the column {column} ({_said(old)}).")
    elif old is not None and new is not None and old != new:
        text = f"The column {column} of {table} was {_said(old)} and is now {_said(new)}."
        yield SchemaChange(table, column, "retyped", text)


def _said(column: Mapping[str, Any]) -> str:
    return f"{column['type'].lower()}{' or none' if column['may_be_none'] else ''}"
