"""What changed in the record between two releases, or two built records: rows added, removed and changed."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.publish.export.data_package import SCHEMA, table_path
from onrecord.publish.export.files import Format
from onrecord.publish.export.schema_changes import SchemaChange, schema_changes
from onrecord.record.differences import Differences, differences, rows_in
from onrecord.record.schema import TABLES
from onrecord.record.store import Record
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
    """How a release or record differs from an earlier one: its schema, and its tables."""

    since: str
    schema: tuple[SchemaChange, ...]
    tables: tuple[TableChanges, ...]


_WITHOUT_JOINS = "votes_with_context"
"""The table made of others, whose changes are theirs."""


@dataclass(frozen=True, slots=True)
class Comparable:
    """Tables that can be compared: the key and the columns of each, and where its Parquet lies."""

    schema: Mapping[str, Any]
    file: Callable[[str], Path]


def of_release(folder: Path) -> Comparable:
    """Return the tables of an export; DamagedRelease if it has no schema."""
    return Comparable(_schema(folder), lambda table: folder / table_path(table, Format.PARQUET))


def of_record(folder: Path) -> Comparable:
    """Return the tables of a built record; RecordMissing if there is none, or none of this edition's format."""
    Record(folder)
    schema = {
        name: {
            "key": list(table.order),
            "columns": {
                column: {"type": kind, "may_be_none": none} for column, (kind, none, _) in table.columns.items()
            },
        }
        for name, table in TABLES.items()
    }
    return Comparable(schema, lambda table: folder / f"{table}.parquet")


def changes_between(old: Comparable, new: Comparable, since: str) -> Changes:
    """Return how ``new`` differs from ``old``; DamagedRelease if one of them has no Parquet."""
    before, after = old.schema, new.schema
    shared = [table for table in after if table in before and table != _WITHOUT_JOINS]
    return Changes(since, schema_changes(before, after), tuple(_table(old, new, table) for table in shared))


def _schema(folder: Path) -> dict[str, Any]:
    path = folder / SCHEMA
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DamagedRelease(str(path), "the schema of a release", f"{error}") from error


def _table(old: Comparable, new: Comparable, table: str) -> TableChanges:
    was, now, before, after = old.file(table), new.file(table), old.schema[table], new.schema[table]
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
