"""What differs between two Parquet files of one table, row by row."""

import filecmp
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

Key = tuple[str | None, ...]
"""The values of a row's key columns, as written."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """One value that differs between two rows with the same key."""

    key: Key
    column: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Differences:
    """The keys of rows that only one of two files has, and the values in which the others differ."""

    added: tuple[Key, ...]
    removed: tuple[Key, ...]
    cells: tuple[CellChange, ...]

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.added or self.removed or self.cells)

    @property
    def changed(self) -> int:
        """The number of rows that both files have with different values."""
        return len({cell.key for cell in self.cells})


def differences(old: Path, new: Path, key: Sequence[str], columns: Sequence[str]) -> Differences:
    """Return how ``new`` differs from ``old``; rows are known by ``key``, and compared in ``columns``."""
    if filecmp.cmp(old, new, shallow=False):
        return Differences((), (), ())
    with duckdb.connect() as connection:
        for name, file in (("o", old), ("n", new)):
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM read_parquet(?)", [str(file)])
        same = " AND ".join(f"o.{column} IS NOT DISTINCT FROM n.{column}" for column in key)
        return Differences(
            _only_in(connection, "n", "o", same, key),
            _only_in(connection, "o", "n", same, key),
            tuple(cell for column in columns for cell in _cells(connection, column, same, key)),
        )


def _only_in(connection: Any, one: str, other: str, same: str, key: Sequence[str]) -> tuple[Key, ...]:
    rows = connection.execute(f"SELECT {_written(one, key)} FROM {one} ANTI JOIN {other} ON {same} ORDER BY ALL")
    return tuple(rows.fetchall())


def _cells(connection: Any, column: str, same: str, key: Sequence[str]) -> list[CellChange]:
    before, after = (f"CAST({one}.{column} AS VARCHAR)" for one in "on")
    rows = connection.execute(
        f"SELECT {before}, {after}, {_written('n', key)} FROM n JOIN o ON {same}"
        f" WHERE {before} IS DISTINCT FROM {after} ORDER BY ALL"
    )
    return [CellChange(tuple(values), column, was, now) for was, now, *values in rows.fetchall()]


def _written(one: str, key: Sequence[str]) -> str:
    return ", ".join(f"CAST({one}.{column} AS VARCHAR)" for column in key)


def rows_in(file: Path) -> int:
    """Return the number of rows of a Parquet file."""
    with duckdb.connect() as connection:
        ((n,),) = connection.execute("SELECT count(*) FROM read_parquet(?)", [str(file)]).fetchall()
        return n
