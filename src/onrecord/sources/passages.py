"""A passage of a document as it stands there: the lines around a place of a printed one, a row or record of a file."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

import ijson
import xlrd
from lxml import etree  # ty: ignore[missing-module-member]  (lxml comes without types)
from python_calamine import CalamineError, CalamineWorkbook

from onrecord.sources.documents.opened import Opened
from onrecord.sources.looks import Form, form_of
from onrecord.sources.printed import printed
from onrecord.sources.printed.lines import Line, Part
from onrecord.sources.unpacking import parts_of
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place

LONGEST = 4_000
"""How many characters of one value are shown."""

_WORKBOOK = "xl/workbook.xml"
_LEAST_COLUMNS = 3
_DAMAGED = (
    csv.Error, ijson.JSONError, etree.XMLSyntaxError, xlrd.XLRDError, xlrd.compdoc.CompDocError, CalamineError,
    UnicodeDecodeError, OSError, ValueError, LookupError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A line of a passage: where it stands, what stands there, and whether it is what was asked for."""

    place: str
    text: str
    asked: bool


def passage(opened: Opened, place: Place, words: str, beside: int = 3) -> tuple[PassageLine, ...]:
    """Return what stands at a place of a document, with so many lines beside it in a printed one.

    ``words`` are those printed at the place, if they are known: lines that do not hold them are not shown. Empty where
    the document's rows are no lines of it. UnreadableDocument where it cannot be read any more.
    """
    try:
        if _is_table(opened):
            return tuple(_record(opened, place, words))
        return _lines(printed(opened).lines, place, words, beside)
    except _DAMAGED as error:
        expected = f"{place} as it was read"
        raise UnreadableDocument(opened.name, f"{place}", expected, f"{error or type(error).__name__}") from None


def _is_table(opened: Opened) -> bool:
    """Whether a document is a file of rows or records, not one that is printed."""
    match form_of(opened.head):
        case Form.XML | Form.JSON | Form.OLE:
            return True
        case Form.ZIP:
            return _WORKBOOK in parts_of(opened)
        case Form.TEXT:
            first = opened.head.split(b"\n", 1)[0].decode("utf-8-sig", "replace")
            return len(next(csv.reader([first]), [])) >= _LEAST_COLUMNS and ", " not in first
        case _:
            return False


def _lines(lines: Sequence[Line], place: Place, words: str, beside: int) -> tuple[PassageLine, ...]:
    at = next((n for n, line in enumerate(lines) if line.row == place.row and place.page in (None, line.page)), None)
    if at is None:
        return ()
    end = _end(lines, at, words)
    if end is None:
        return ()
    around = range(max(0, at - beside), min(len(lines), end + beside))
    shown = (n for n in around if lines[n].part is not Part.HEADER or at <= n < end)
    return tuple(
        PassageLine(str(Place(lines[n].page, None, lines[n].row)), lines[n].text, asked=at <= n < end) for n in shown
    )


def _end(lines: Sequence[Line], at: int, words: str) -> int | None:
    """Return behind which line the words end that begin at one; None where they do not stand there."""
    wanted, held = _letters(words), ""
    if not wanted:
        return at + 1
    for n in range(at, min(len(lines), at + 400)):
        held += _letters(lines[n].text) if lines[n].part is not Part.HEADER or n == at else ""
        if wanted in held:
            return n + 1
        if len(held) > len(wanted) + 2_000:
            break
    return at + 1 if wanted[:20] in held else None


def _letters(text: str) -> str:
    """Return the letters and figures of a text: hyphens and spaces differ where lines are put together."""
    return "".join(character for character in text if character.isalnum())


def _record(opened: Opened, place: Place, words: str) -> Iterator[PassageLine]:
    """Yield the fields of the row or record at a place."""
    if place.row is None:
        return
    with opened.open() as file:
        match form_of(opened.head):
            case Form.XML:
                fields = _xml(file, place.row)
            case Form.JSON:
                fields = _json(file, place.row)
            case Form.OLE:
                fields = _xls(opened, place.row)
            case Form.ZIP:
                fields = _xlsx(opened, place.row)
            case _:
                fields = _csv(file, place.row)
        for name, value in fields:
            yield PassageLine(name, value[:LONGEST], asked=place.field == name or " ".join(value.split()) == words)


def _xml(file: BinaryIO, row: int) -> Iterator[tuple[str, str]]:
    """Yield the fields of a MARCXML record; nothing for XML of other kinds."""
    parsed = etree.iterparse(
        file, tag="{*}record", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    for n, (_, record) in enumerate(parsed, start=1):
        if n == row:
            for part in record.iter("{*}controlfield", "{*}subfield"):
                above = part.getparent()
                code = f"{above.get('tag')} {part.get('code')}" if part.get("code") else part.get("tag")
                yield f"{code}", f"{part.text or ''}"
            return
        record.clear()
        while record.getprevious() is not None:
            del record.getparent()[0]


def _json(file: BinaryIO, row: int) -> Iterator[tuple[str, str]]:
    item = next(islice(ijson.items(file, "item", use_float=True), row - 1, None), None)
    if isinstance(item, dict):
        for name, value in item.items():
            yield name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _csv(file: BinaryIO, row: int) -> Iterator[tuple[str, str]]:
    with io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="") as text:
        rows = csv.reader(text)
        yield from _named(next(rows, []), next(islice(rows, row - 2, None), []) if row > 1 else [])


def _xls(opened: Opened, row: int) -> Iterator[tuple[str, str]]:
    book = xlrd.open_workbook(str(opened.path), logfile=io.StringIO(), ignore_workbook_corruption=True)
    sheet = book.sheet_by_index(0)
    if 1 < row <= sheet.nrows:
        yield from _named(
            [f"{cell}" for cell in sheet.row_values(0)], [f"{cell}" for cell in sheet.row_values(row - 1)]
        )


def _xlsx(opened: Opened, row: int) -> Iterator[tuple[str, str]]:
    sheet = CalamineWorkbook.from_path(opened.path).get_sheet_by_index(0)
    first = sheet.start[0] + 1 if sheet.start else 1
    rows = sheet.iter_rows()
    header = next(rows, [])
    if row > first:
        cells = next(islice(rows, row - first - 1, None), [])
        yield from _named([f"{cell}" for cell in header], [f"{cell}" for cell in cells])


def _named(header: Sequence[str], cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    names = [*header, *(f"column {n}" for n in range(len(header) + 1, len(cells) + 1))]
    yield from zip(names, cells, strict=False)
