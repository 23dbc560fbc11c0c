"""Writes tables as Parquet, the same bytes every time: rows in their unique order, one thread, no times."""

import csv
from collections.abc import Iterable
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
    count = _stage(rows, tuple(table.columns), staged)
    with duckdb.connect(config={"threads": 1, "preserve_insertion_order": True}) as connection:
        order = ", ".join(f"{column} NULLS FIRST" for column in table.order)
        connection.execute(f"CREATE TABLE staged AS {_reading(table, staged)}")
        _check_unique(connection, name, table, count)
        target = str(folder / f"{name}.parquet").replace("'", "''")
        connection.execute(
            f"COPY (SELECT * FROM staged ORDER BY {order}) TO '{target}'"
            " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 12)"
        )
    staged.unlink()
    return count


def _stage(rows: Iterable[Any], columns: tuple[str, ...], path: Path) -> int:
    count, cells = 0, attrgetter(*columns)
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
        for row in rows:
            writer.writerow([_NULL if value is None else value for value in cells(row)])
            count += 1
    return count


def _reading(table: Table, path: Path) -> str:
    columns = ", ".join(f"'{name}': '{kind}'" for name, (kind, _, _) in table.columns.items())
    quoted = str(path).replace("'", "''")
    return (
        f"SELECT * FROM read_csv('{quoted}', header=false, auto_detect=false, delim=',', quote='\"', escape='\"',"
        f" nullstr='{_NULL}', dateformat='%Y-%m-%d', columns={{{columns}}})"
    )


def _check_unique(connection: duckdb.DuckDBPyConnection, name: str, table: Table, count: int) -> None:
    key = ", ".join(table.order)
    found = connection.execute(f"SELECT count(*) FROM (SELECT DISTINCT {key} FROM staged)").fetchone()
    assert found is not None
    if found[0] != count:
        twice = connection.execute(f"SELECT {key} FROM staged GROUP BY ALL HAVING count(*) > 1").fetchone()
        raise DamagedFact(f"table {name}", f"one row for each {key}", f"several for {twice}")
