"""Writes one table as CSV, JSON Lines or Parquet, the same bytes each time."""

import csv
import json
import shutil
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path

from onrecord.publish.as_csv import cell
from onrecord.publish.export.tables import ExportedTable


class Format(StrEnum):
    """The formats in which the record is exported."""

    CSV = "csv"
    PARQUET = "parquet"
    JSONL = "jsonl"
    XLSX = "xlsx"

    @property
    def label(self) -> str:
        """The format's name."""
        return {"csv": "CSV", "parquet": "Parquet", "jsonl": "JSON Lines", "xlsx": "Excel workbook"}[self.value]

    @property
    def media_type(self) -> str:
        """The format's media type."""
        return _MEDIA[self.value]


_MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "jsonl": "application/jsonl; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

TABLE_FORMATS = (Format.CSV, Format.PARQUET, Format.JSONL)
"""The formats with a file for each table; a workbook holds them all."""


def write_csv(table: ExportedTable, path: Path) -> None:
    """Write a table as CSV: UTF-8, RFC 4180, a header, days as YYYY-MM-DD, nothing for none, guarded text."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\r\n")
        writer.writerow(column.name for column in table.columns)
        writer.writerows([cell(value) for value in row] for row in table.rows())


def write_json_lines(table: ExportedTable, path: Path) -> None:
    """Write a table as JSON Lines: one object for each row, days as YYYY-MM-DD, null for none."""
    names = [column.name for column in table.columns]
    encode = json.JSONEncoder(ensure_ascii=False, default=date.isoformat).encode
    with path.open("w", encoding="utf-8", newline="\n") as handle:
        handle.writelines(f"{encode(dict(zip(names, row, strict=True)))}\n" for row in table.rows())


def write_parquet(table: ExportedTable, path: Path) -> None:
    """Write a table as Parquet; a table of the whole record is the record's own file, byte for byte."""
    from onrecord.record.parquet import write_rows  # noqa: PLC0415 - only where a file is written anew

    if table.parquet is None:
        write_rows(table.kinds, table.rows(), path)
    else:
        shutil.copyfile(table.parquet, path)


WRITERS: dict[Format, Callable[[ExportedTable, Path], None]] = {
    Format.CSV: write_csv,
    Format.PARQUET: write_parquet,
    Format.JSONL: write_json_lines,
}
"""How a table is written in each format that has a file for each table."""
