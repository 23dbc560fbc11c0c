"""Writes tables as Parquet, the same bytes every time: rows in their unique order, one thread, no times."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

import duckdb

from onrecord.record.schema import Table
from onrecord.vocabulary.errors import DamagedFact

_NULL = "\\N"


def write_table(name: str, table: Table, rows: Iterable[Any], folder: Path) -> int:
    """Write ``name``.parquet and return the number of rows; DamagedFact if two rows share their place."""
    staged = folder / f"{name}.csv"
    count = _stage(map(attrgetter(*table.columns), rows), staged)
    with duckdb.connect(config=_ONE_THREAD) as connection:
        order = ", ".join(f"{column} NULLS FIRST" for column in table.order)
        kinds = {column: kind for column, (kind, _, _) in table.columns.items()}
        connection.execute(f"CREATE TABLE staged AS {_reading(kinds, staged)}")
        _check_unique(connection, name, table, count)
        _copy(connection, f"SELECT * FROM staged ORDER BY {order}", folder / f"{name}.parquet")
    staged.unlink()
    return count


def write_rows(
    kinds: Mapping[str, str], rows: Iterable[Sequence[Any]], target: Path, notes: Mapping[str, str] | None = None
) -> int:
    """Write rows as they come to the Parquet file ``target`` and return their number.

    ``kinds`` gives each column's DuckDB type; ``notes`` go into the file's own key-value metadata.
    """
    staged = target.with_name(f"{target.name}.csv")
    count = _stage(rows, staged)
    with duckdb.connect(config=_ONE_THREAD) as connection:
        _copy(connection, _reading(kinds, staged), target, notes)
    staged.unlink()
    return count


_ONE_THREAD: dict[str, Any] = {"threads": 1, "preserve_insertion_order": True}


def _copy(
    connection: duckdb.DuckDBPyConnection, rows: str, target: Path, notes: Mapping[str, str] | None = None
) -> None:
    said = ", ".join(f"{name}: {_quoted(value)}" for name, value in (notes or {}).items())
    connection.execute(
        f"COPY ({rows}) TO {_quoted(str(target))} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 12"
        f"{f', KV_METADATA {{{said}}}' if said else ''})"
    )


def _quoted(words: str) -> str:
    return "'{}'".format(words.replace("'", "''"))


def _stage(rows: Iterable[Sequence[Any]], path: Path) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
        for row in rows:
            writer.writerow([_NULL if value is None else value for value in row])
            count += 1
    return count


def _reading(kinds: Mapping[str, str], path: Path) -> str:
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in kinds.items())
    return (
        f"SELECT * FROM read_csv({_quoted(str(path))}, header=false, auto_detect=false, delim=',', quote='\"',"
        f" escape='\"', nullstr='{_NULL}', dateformat='%Y-%m-%d', columns={{{columns}}})"
    )


def _check_unique(connection: duckdb.DuckDBPyConnection, name: str, table: Table, count: int) -> None:
    key = ", ".join(table.order)
    found = connection.execute(f"SELECT count(*) FROM (SELECT DISTINCT {key} FROM staged)").fetchone()
    assert found is not None
    if found[0] != count:
        twice = connection.execute(f"SELECT {key} FROM staged GROUP BY ALL HAVING count(*) > 1").fetchone()
        raise DamagedFact(f"table {name}", f"one row for each {key}", f"several for {twice}")
