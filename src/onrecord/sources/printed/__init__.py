"""Printed documents as lines: PDF, Word, web pages and plain text, each line with the place where it stands."""

from functools import lru_cache

from onrecord.sources.documents.opened import Opened
from onrecord.sources.looks import Form, form_of, looks_like
from onrecord.sources.printed.lines import Line, Printed
from onrecord.sources.printed.pdf import pdf_printed
from onrecord.sources.printed.plain import declared, decoded, plain_printed
from onrecord.sources.printed.web_page import page_printed
from onrecord.sources.printed.word import word_printed
from onrecord.vocabulary.errors import UnreadableDocument

LARGEST = 60_000_000
"""The most bytes a printed document may have; the longest session reports have a few million."""

FIRST_PAGES = 2
"""How many pages of a PDF ``begins`` looks at."""


def printed(opened: Opened) -> Printed:
    """Return the lines of a document; UnreadableDocument where it is no PDF, Word document, web page or text."""
    return _read(opened, _state(opened), whole=True)


def begins(opened: Opened) -> tuple[Line, ...]:
    """Return the lines a document begins with, for telling its format; none where it cannot be read, never raising."""
    try:
        return _read(opened, _state(opened), whole=False).lines
    except UnreadableDocument:
        return ()


def _state(opened: Opened) -> tuple[int, int]:
    found = opened.path.stat()
    return found.st_size, found.st_mtime_ns


# A file is offered to every reader in turn and then read by one: what was read of it last is kept.
@lru_cache(maxsize=4)
def _read(opened: Opened, state: tuple[int, int], whole: bool) -> Printed:
    if state[0] > LARGEST:
        raise UnreadableDocument(opened.name, "the whole file", f"at most {LARGEST:,} bytes", f"{state[0]:,}")
    match form_of(opened.head):
        case Form.PDF:
            return pdf_printed(opened.path.read_bytes(), opened.name, None if whole else FIRST_PAGES)
        case Form.ZIP:
            return word_printed(opened.path.read_bytes(), opened.name)
        case Form.HTML:
            data = opened.path.read_bytes() if whole else opened.head
            notes: list[str] = []
            return page_printed(decoded(data, notes, declared(data)), opened.name)
        case Form.TEXT:
            return plain_printed(decoded(opened.path.read_bytes() if whole else opened.head, []))
        case _:
            expected = "a PDF, a Word document, a web page or plain text"
            raise UnreadableDocument(opened.name, "its first bytes", expected, looks_like(opened.head))
