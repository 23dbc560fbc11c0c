"""Rows as the bytes of a Parquet file."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.publish.listed.rows import Rows
from onrecord.record.parquet import write_rows


def rows_parquet(rows: Rows, notes: Mapping[str, str]) -> bytes:
    """Return rows as Parquet with typed columns; ``notes`` go into the file's own metadata."""
    with TemporaryDirectory(prefix="onrecord-rows-") as folder:
        target = Path(folder) / "rows.parquet"
        write_rows(rows.kinds, ([row[column] for column in rows.columns] for row in rows.rows), target, notes)
        return target.read_bytes()
