"""What changed in the record between two releases: rows added, removed and changed, table by table."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.publish.export.data_package import SCHEMA, table_path
from onrecord.publish.export.files import Format
from onrecord.publish.export.schema_changes import SchemaChange, schema_changes
from onrecord.record.differences import Differences, differences, rows_in
from onrecord.vocabulary.errors import DamagedRelease


@dataclass(frozen=True, slots=True)
class TableChanges:
    """How one table differs; ``differences`` is None where its rows cannot be compared, as its key is another."""

    table: str
    key: tuple[str, ...]
    before: int
    after: int
    differences: Differences | None


@dataclass(frozen=True, slots=True)
class Changes:
    """How a release differs from an earlier one: its schema, and its tables."""

    since: str
    schema: tuple[SchemaChange, ...]
    tables: tuple[TableChanges, ...]


_WITHOUT_JOINS = "votes_with_context"
"""The table made of others, whose changes are theirs."""


def changes_between(old: Path, new: Path, since: str) -> Changes:
    """Return how the export in ``new`` differs from that in ``old``; both hold Parquet.

    DamagedRelease if one of them has no schema or no Parquet.
    """
    before, after = _schema(old), _schema(new)
    shared = [table for table in after if table in before and table != _WITHOUT_JOINS]
    tables = tuple(_table(old, new, table, before[table], after[table]) for table in shared)
    return Changes(since, schema_changes(before, after), tables)


def _schema(folder: Path) -> dict[str, Any]:
    path = folder / SCHEMA
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DamagedRelease(str(path), "the schema of a release", f"{error}") from error


def _table(old: Path, new: Path, table: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> TableChanges:
    was, now = (folder / table_path(table, Format.PARQUET) for folder in (old, new))
    for path in (was, now):
        if not path.is_file():
            raise DamagedRelease(str(path), "a table as Parquet, by which releases are compared", "no such file")
    key, columns = after["key"], [name for name in after["columns"] if name in before["columns"]]
    same_key = before["key"] == key
    found = differences(was, now, key, [name for name in columns if name not in key]) if same_key else None
    return TableChanges(table, tuple(key), rows_in(was), rows_in(now), found)


def all_changes(changes: Changes) -> Iterator[tuple[str, str, str, str | None, str | None, str | None]]:
    """Yield every change as a row: table, key, change, column, before, after."""
    for table in changes.tables:
        found = table.differences
        if found is None:
            continue
        for what, keys in (("added", found.added), ("removed", found.removed)):
            for key in keys:
                yield table.table, written(key), what, None, None, None
        for cell in found.cells:
            yield table.table, written(cell.key), "changed", cell.column, cell.before, cell.after


def written(key: tuple[str | None, ...]) -> str:
    """Return a row's key as one word: its values with slashes between, - for none."""
    return "/".join("-" if value is None else value for value in key)
