"""The record as one Excel workbook: a sheet of contents, a sheet of columns, and a sheet for each table."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from onrecord.publish.export.tables import ExportedTable
from onrecord.vocabulary.errors import OnRecordError

LONGEST = 1_048_576
"""Rows of a sheet, its header among them: Excel has no more."""

FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was; earlier days are written as text."""

Progress = Callable[[str], None]


class Workbook:
    """Writes tables into a workbook a row at a time, so that long ones need no room in memory."""

    def __init__(self, path: Path, last_day: date) -> None:
        """Begin a workbook that says it was made on the record's last day: the same record gives the same bytes."""
        import xlsxwriter  # noqa: PLC0415 - only where a workbook is written

        # Text stays text: a symbol is no number and no date, and nothing that begins with = is a formula.
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(str(path), options)
        self._book.set_properties(
            {"title": "onrecord", "created": datetime(last_day.year, last_day.month, last_day.day)}
        )
        self._bold = self._book.add_format({"bold": True})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})

    def write(self, tables: Sequence[ExportedTable], about: str, progress: Progress = lambda _: None) -> None:
        """Write every table that fits a sheet, after sheets that say what there is and what the columns hold."""
        self._sheet("contents", ("table", "rows", "where", "what one row is"), _contents(tables, about))
        columns = ((t.name, c.name, c.kind.lower(), c.may_be_none, c.description) for t in tables for c in t.columns)
        self._sheet("columns", ("table", "column", "type", "may be empty", "holds"), columns)
        for table in tables:
            if fits(table):
                progress(table.name)
                self._sheet(table.name, tuple(c.name for c in table.columns), table.rows())
        progress("workbook")
        self._book.close()

    def _sheet(self, name: str, header: tuple[str, ...], rows: Any) -> None:
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(header) - 1, 18)
        # Codes and sessions are text on purpose; Excel need not mark each of them.
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{LONGEST}"})
        for at, title in enumerate(header):
            sheet.write_string(0, at, title, self._bold)
        for number, row in enumerate(rows, start=1):
            for at, value in enumerate(row):
                if value is not None:
                    self._cell(sheet, (number, at), value)

    def _cell(self, sheet: Any, place: tuple[int, int], value: Any) -> None:
        if isinstance(value, bool):
            written = sheet.write_boolean(*place, value)
        elif isinstance(value, int):
            written = sheet.write_number(*place, value)
        elif isinstance(value, date) and value >= FIRST_DAY:
            written = sheet.write_datetime(*place, value, self._day)
        else:
            written = sheet.write_string(*place, str(value))
        if written != 0:
            row, column = place[0] + 1, place[1] + 1
            raise OnRecordError(
                f"workbook, sheet {sheet.get_name()}, row {row}, column {column}: expected a value that a cell"
                f" holds, found one of {len(str(value)):,} characters"
            )


def fits(table: ExportedTable) -> bool:
    """Return whether a sheet has room for a table and its header."""
    return table.n < LONGEST


def _contents(tables: Sequence[ExportedTable], about: str) -> list[tuple[Any, ...]]:
    lines = [(t.name, t.n, f"sheet {t.name}" if fits(t) else too_long(t), t.description) for t in tables]
    return [*lines, (None,), (about,)]


def too_long(table: ExportedTable) -> str:
    """Return why a table is not in the workbook, and where it is whole."""
    return (
        f"not in this workbook: {table.n:,} rows and a header are more than the {LONGEST:,} rows of a sheet;"
        f" whole as csv/{table.name}.csv, jsonl/{table.name}.jsonl and parquet/{table.name}.parquet"
    )
