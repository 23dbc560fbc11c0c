"""The lines of a PDF's pages, as they are set and as they are read."""

import ctypes
import math
import re
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from statistics import median
from typing import NoReturn

import pypdfium2
import pypdfium2.raw as pdfium

from onrecord.sources.printed.furniture import is_furniture
from onrecord.sources.printed.lines import Line, Part, Printed
from onrecord.sources.printed.pages import PageLine, body_size, headers_of, is_bar_code, is_note
from onrecord.vocabulary.errors import UnreadableDocument

MOST_PAGES = 1_000
"""The most pages a PDF may have."""

MOST_MARKS = 4_000_000
"""The most characters looked at in a PDF, those of headers and footers included."""

_TOOL_TITLES = ("microsoft word", "untitled", "untitled document", "document1", "powerpoint")
_EDGE_OF_PAGE = 0.12


def pdf_pages(data: bytes, name: str, first: int | None = None) -> tuple[str | None, list[list[PageLine]]]:
    """Return the title of a PDF and the lines of its pages, or of its first pages only."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        found = "one that needs a password" if "assword" in str(error) else f"a damaged one ({error})"
        _refuse(name, "the file", "a PDF", found)
    with closing(document):
        return _title(document), list(_pages(document, name, first))


def pdf_printed(data: bytes, name: str, first: int | None = None) -> Printed:
    """Return the lines of a PDF in reading order, or of its first pages only; notes say which pages have no text."""
    title, pages = pdf_pages(data, name, first)
    body = body_size(pages)
    lines: list[Line] = []
    for number, (page, headers) in enumerate(zip(pages, headers_of(pages), strict=True), start=1):
        apart = {id(line) for line in headers}
        lines += _numbered(_ordered(page, apart, body), number, len(lines))
    empty = [number for number, page in enumerate(pages, start=1) if not page]
    notes = tuple(f"page {number} has no text" for number in empty)
    return Printed(tuple(lines), title, len(pages), notes)


def _ordered(page: list[PageLine], headers: set[int], body: float) -> list[tuple[PageLine, Part]]:
    """Return the lines of a page with the part each belongs to."""
    found: list[tuple[PageLine, Part]] = []
    for line in page:
        after_note = bool(found) and found[-1][1] is Part.FOOTNOTE
        marker = found[-1][0] if found and _is_note_number(found[-1][0], body) else None
        if _is_page_furniture(line, headers):
            found.append((line, Part.HEADER))
        elif is_note(line, after_note, body) or (marker and line.size < body):
            if marker:
                found[-1] = (marker, Part.FOOTNOTE)
            found.append((line, Part.FOOTNOTE))
        else:
            found.append((line, Part.BODY))
    return found


def _is_page_furniture(line: PageLine, headers: set[int]) -> bool:
    if id(line) in headers or is_bar_code(line.text):
        return True
    at_edge = not _EDGE_OF_PAGE * line.height < line.base < (1 - _EDGE_OF_PAGE) * line.height
    return is_furniture(line.text, at_edge)


def _is_note_number(line: PageLine, body: float) -> bool:
    return (
        line.size < 0.8 * body and line.base < 0.6 * line.height and re.fullmatch(r"\d{1,3}|\*+", line.text) is not None
    )


def _numbered(page: list[tuple[PageLine, Part]], number: int, before: int) -> Iterator[Line]:
    gaps = [a.base - b.base for (a, _), (b, _) in pairwise(page) if 0 < a.base - b.base < 3 * max(a.size, 6)]
    leading = median(gaps) if gaps else 0.0
    sides = sorted(line.right for line, _ in page)
    right = sides[len(sides) * 3 // 4] if sides else 0.0
    for at, (line, part) in enumerate(page):
        after = page[at + 1] if at + 1 < len(page) else None
        goes_on = after is not None and after[1] is part and _goes_on(line, after[0], leading, right)
        yield Line(line.text, before + at + 1, number, part, goes_on=goes_on, bold=line.bold)


def _goes_on(line: PageLine, after: PageLine, leading: float, right: float) -> bool:
    """Whether the next line is as large and close, and this one full or without an end."""
    close = -1 < line.base - after.base < max(1.35 * leading, 1.45 * line.size)
    if not close or abs(line.size - after.size) > 0.6 or line.bold != after.bold:
        return False
    word = after.text.split(maxsplit=1)[0]
    needed = (len(word) + 1) * max(line.right - line.left, 1.0) / max(len(line.text), 1)
    return right - line.right < needed + 0.03 * right or (after.text[0].islower() and line.text[-1] not in ".;:")


def _refuse(name: str, place: str, expected: str, found: str) -> NoReturn:
    raise UnreadableDocument(name, place, expected, found) from None


def _title(document: pypdfium2.PdfDocument) -> str | None:
    title = document.get_metadata_dict().get("Title", "").strip()
    folded = title.casefold()
    if folded.startswith(_TOOL_TITLES) or folded.endswith((".doc", ".docx", ".pdf", ".indd", ".rtf")):
        return None
    return title or None


def _pages(document: pypdfium2.PdfDocument, name: str, first: int | None) -> Iterator[list[PageLine]]:
    count = len(document)
    if count > MOST_PAGES:
        _refuse(name, "the file", f"at most {MOST_PAGES:,} pages", f"{count:,}")
    left = MOST_MARKS
    for number in range(count if first is None else min(first, count)):
        try:
            page = document[number]
            with closing(page), closing(page.get_textpage()) as text:
                left -= text.count_chars()
                if left < 0:
                    _refuse(name, f"page {number + 1}", f"at most {MOST_MARKS:,} characters so far", "more")
                yield _lines(text, page.get_height())
        except pypdfium2.PdfiumError:
            yield []


def _lines(text: pypdfium2.PdfTextPage, height: float) -> list[PageLine]:
    """Return the lines of a page with their boxes, in the order of the page's text."""
    found: list[PageLine] = []
    chars: list[str] = []
    places: list[int] = []
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, at)
        char = chr(code) if code < 0x110000 else "\ufffd"
        if char in "\r\n\x02\ufffe":
            if char in "\x02\ufffe":
                chars.append("-")
                places.append(places[-1] if places else at)
            found += _line(text, chars, places, height)
            chars, places = [], []
        else:
            chars.append(char)
            places.append(at)
    return found + _line(text, chars, places, height)


def _line(text: pypdfium2.PdfTextPage, chars: list[str], places: list[int], height: float) -> list[PageLine]:
    line = "".join(chars).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    seen = [place for char, place in zip(chars, places, strict=True) if not char.isspace()]
    if not seen:
        return []
    first, last = _box(text, seen[0]), _box(text, seen[-1])
    middle = seen[len(seen) // 2]
    bold = pdfium.FPDFText_GetFontWeight(text, middle) >= 600
    return [PageLine(" ".join(line.split()), first[0], last[2], first[1], _size(text, middle), bold, height)]


def _box(text: pypdfium2.PdfTextPage, at: int) -> tuple[float, float, float]:
    """Return a character's left side, its baseline's height and its right side; all 0 where it has none."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    return left.value, y.value, right.value


def _size(text: pypdfium2.PdfTextPage, at: int) -> float:
    """Return the height a character is set in: its font's size as the page scales it."""
    matrix = pdfium.FS_MATRIX()
    scaled = pdfium.FPDFText_GetMatrix(text, at, matrix)
    return round(pdfium.FPDFText_GetFontSize(text, at) * (math.hypot(matrix.c, matrix.d) if scaled else 1.0), 1)
