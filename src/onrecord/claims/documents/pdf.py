"""The text of a PDF file: its pages' lines without headers and footers, put back into paragraphs."""

import ctypes
import math
from collections.abc import Iterator
from contextlib import closing
from typing import NoReturn

import pypdfium2
import pypdfium2.raw as pdfium

from onrecord.claims.documents.pages import PageLine, paragraphs_of
from onrecord.vocabulary.errors import UnreadableDocument

MOST_PAGES = 1_000
"""The most pages a PDF may have."""

MOST_MARKS = 4_000_000
"""The most characters looked at in a PDF, those of headers and footers included."""

_TOOL_TITLES = ("microsoft word", "untitled", "untitled document", "document1", "powerpoint")


def pdf_text(data: bytes, name: str, notes: list[str]) -> tuple[str | None, str]:
    """Return the title and the text of a PDF: a paragraph a line; notes say which pages have no text."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        found = "one that needs a password" if "assword" in str(error) else f"a damaged one ({error})"
        _refuse(name, "the file", "a PDF", found)
    with closing(document):
        pages = list(_pages(document, name))
        title = _title(document)
    empty = [str(number) for number, page in enumerate(pages, start=1) if not page]
    if len(empty) == len(pages):
        _refuse(name, f"its {len(pages)} pages", "text", "none; a scanned PDF holds pictures of text")
    if empty:
        notes.append(f"no text on page {', '.join(empty[:20])}{' …' if len(empty) > 20 else ''}")
    return title, paragraphs_of(pages)


def _refuse(name: str, place: str, expected: str, found: str) -> NoReturn:
    raise UnreadableDocument(name, place, expected, found) from None


def _title(document: pypdfium2.PdfDocument) -> str | None:
    title = document.get_metadata_dict().get("Title", "").strip()
    folded = title.casefold()
    if folded.startswith(_TOOL_TITLES) or folded.endswith((".doc", ".docx", ".pdf", ".indd", ".rtf")):
        return None
    return title or None


def _pages(document: pypdfium2.PdfDocument, name: str) -> Iterator[list[PageLine]]:
    count = len(document)
    if count > MOST_PAGES:
        _refuse(name, "the file", f"at most {MOST_PAGES:,} pages", f"{count:,}")
    left = MOST_MARKS
    for number in range(count):
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
