"""Reads one curated CSV table strictly: every column consumed, every cell of its declared type.

The row types of ``facts_rows`` say what a table holds. A cell that is not of its type, a missing or extra
column, a ragged row or a repeated key stops the reading with the file, row and column.
"""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.errors import DamagedFact

Row = TypeVar("Row")


def read_table(path: Path, row_type: type[Row], root: Path) -> tuple[Row, ...]:
    """Return the rows of one fact table in file order; DamagedFact names the first place that is wrong."""
    return tuple(_rows(path, row_type, path.relative_to(root.parent).as_posix()))


def _rows(path: Path, row_type: type[Row], name: str) -> Iterator[Row]:
    parsers, number = _parsers(row_type), 1
    reader = csv.reader(io.StringIO(_read(path, name), newline=""), strict=True)
    try:
        _check_header(next(reader, []), list(parsers), name)
        for number, cells in enumerate(reader, start=2):
            yield _row(cells, row_type, parsers, f"{name} row {number}")
    except csv.Error as error:
        raise DamagedFact(f"{name}, after row {number}", "well-formed CSV", str(error)) from error


def _read(path: Path, name: str) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise DamagedFact(name, "a table of facts", "no such file") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise DamagedFact(f"{name} line {line}", "UTF-8 text", f"byte {error.object[error.start]:#04x}") from error


def _check_header(found: list[str], expected: list[str], name: str) -> None:
    if found != expected:
        raise DamagedFact(f"{name} row 1", f"the columns {', '.join(expected)}", ", ".join(found) or "nothing")


def _row(cells: list[str], row_type: type[Row], parsers: dict[str, Callable], place: str) -> Row:
    if len(cells) != len(parsers):
        raise DamagedFact(place, f"{len(parsers)} cells", f"{len(cells)}")
    values = {}
    for (column, parse), cell in zip(parsers.items(), cells, strict=True):
        try:
            values[column] = parse(cell)
        except ValueError as error:
            raise DamagedFact(f"{place}, column {column}", str(error), repr(cell)) from error
    return row_type(**values)


@cache
def _parsers(row_type: type[Any]) -> dict[str, Callable[[str], Any]]:
    hints = get_type_hints(row_type)
    return {field.name: _parser(hints[field.name]) for field in fields(row_type)}


def _parser(hint: Any) -> Callable[[str], Any]:
    if isinstance(hint, UnionType):
        (inner,) = [argument for argument in get_args(hint) if argument is not type(None)]
        parse = _parser(inner)
        return lambda cell: parse(cell) if cell else None
    if get_origin(hint) is tuple:
        return lambda cell: tuple(cell.split())
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda cell: _member(hint, cell)
    return {PartialDate: PartialDate, str: _text, int: _whole_number, date: _day}[hint]


def _text(cell: str) -> str:
    if not cell.strip():
        raise ValueError("some text")
    return cell


def _whole_number(cell: str) -> int:
    if not cell.isascii() or not cell.isdigit():
        raise ValueError("a whole number")
    return int(cell)


def _day(cell: str) -> date:
    try:
        day = date.fromisoformat(cell)
    except ValueError as error:
        raise ValueError("a date as YYYY-MM-DD") from error
    if day.isoformat() != cell:
        raise ValueError("a date as YYYY-MM-DD")
    return day


def _member(kind: type[Enum], cell: str) -> Enum:
    values = [member.value for member in kind]
    if cell not in values:
        raise ValueError(f"one of {', '.join(values)}")
    return kind(cell)
