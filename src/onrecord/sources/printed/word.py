"""Word documents (.docx): what is refused before it is parsed, and the lines of those that are read.

Page headers and footers are parts of their own in Word and are not read: no line of the text is broken by them.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import NoReturn

import docx
from docx.document import Document as Word
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.exceptions import InvalidXmlError
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph

from onrecord.sources.printed.furniture import is_furniture
from onrecord.sources.printed.lines import Line, Part, Printed
from onrecord.sources.unpacking import unpacked
from onrecord.vocabulary.errors import UnreadableDocument

MOST_UNPACKED = 60_000_000
"""The most bytes the parts of a Word document may unpack to."""

_PART = "word/document.xml"
_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LIST_STYLE = re.compile(r"list (?:bullet|number|paragraph)|list$", re.I)
DAMAGED = (
    PackageNotFoundError,
    InvalidXmlError,
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    KeyError,
    ValueError,
    AttributeError,
    TypeError,
    IndexError,
    AssertionError,
    RuntimeError,
    EOFError,
    OSError,
    SyntaxError,
)
"""What zipfile, lxml (a SyntaxError) and python-docx raise on files that are not what they say."""


def word_printed(data: bytes, name: str) -> Printed:
    """Return the lines of a Word document: a line for each paragraph, list item and cell's paragraph, then notes."""
    look_inside(data, name)
    try:
        word = docx.Document(io.BytesIO(data))
        found = [*_printed_lines(word), *((note, Part.FOOTNOTE, None, False) for note in footnotes(word))]
        title = word.core_properties.title
    except DAMAGED as error:
        _refuse(name, "the file", "a Word document", f"a damaged one ({type(error).__name__})")
    lines = (
        Line(text, row, None, part, cell, bold=bold) for row, (text, part, cell, bold) in enumerate(found, start=1)
    )
    return Printed(tuple(lines), title or None)


_Found = tuple[str, Part, tuple[int, int, int] | None, bool]


def _printed_lines(word: Word) -> Iterator[_Found]:
    table = 0
    for block in word.iter_inner_content():
        if isinstance(block, Table):
            table += 1
            yield from _cells(block, table)
            continue
        bold = bool(block.runs) and all(run.bold for run in block.runs if run.text.strip())
        for line in block.text.splitlines():
            text = " ".join(line.split())
            if text:
                yield text, Part.HEADER if is_furniture(text, at_edge=False) else _part(block), None, bold


def _part(paragraph: Paragraph) -> Part:
    style = paragraph.style.name if paragraph.style is not None else None
    return Part.HEADING if style and style.casefold().startswith(("heading", "title")) else Part.BODY


def _cells(table: Table, number: int) -> Iterator[_Found]:
    for row, found in enumerate(table.rows, start=1):
        for column, cell in enumerate(found._tr.tc_lst, start=1):
            for paragraph in cell.iter(f"{_NAMESPACE}p"):
                text = words_of(paragraph)
                if text:
                    yield text, Part.CELL, (number, row, column), False


def _refuse(name: str, place: str, expected: str, found: str) -> NoReturn:
    raise UnreadableDocument(name, place, expected, found) from None


def look_inside(data: bytes, name: str) -> None:
    """Raise UnreadableDocument for what is no Word document, unpacks to too much or defines entities, unparsed."""
    with unpacked(io.BytesIO(data), name, MOST_UNPACKED) as packed:
        if _PART not in packed.namelist():
            _refuse(name, "the archive", f"a Word document with {_PART}", "an archive without it")
        for part in packed.infolist():
            if part.filename.endswith((".xml", ".rels")):
                _look_at(packed, part, name)


def _look_at(packed: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """Refuse a part that defines a document type: Word never writes one, and entities need it."""
    with packed.open(part) as opened:
        head = opened.read(65_536)
    if b"<!DOCTYPE" in head.replace(b"\0", b"") or b"<!ENTITY" in head.replace(b"\0", b""):
        _refuse(name, part.filename, "XML without a document type", "a document type definition")


def is_item(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a list item: by its numbering, or by the name of its style."""
    style = paragraph.style.name if paragraph.style is not None else None
    if style and style.casefold().startswith(("heading", "title")):
        return False
    properties = paragraph._p.pPr
    return (properties is not None and properties.numPr is not None) or bool(style and _LIST_STYLE.match(style))


def words_of(element: BaseOxmlElement) -> str:
    """Return the words below an element, its paragraphs divided by a space."""
    below = element.iter(f"{_NAMESPACE}p")
    paragraphs = below if element.tag != f"{_NAMESPACE}p" else (element,)
    return " ".join(" ".join("".join(t.text or "" for t in p.iter(f"{_NAMESPACE}t")) for p in paragraphs).split())


def footnotes(word: Word) -> Iterator[str]:
    """Yield the footnotes of a document, each with its number in brackets."""
    for related in word.part.rels.values():
        if related.is_external or not related.reltype.endswith("/footnotes"):
            continue
        for number, note in enumerate(_notes(parse_xml(related.target_part.blob)), start=1):
            yield f"[{number}] {note}"


def _notes(root: BaseOxmlElement) -> Iterator[str]:
    for note in root.iter(f"{_NAMESPACE}footnote"):
        if note.get(f"{_NAMESPACE}type") in (None, "normal"):
            text = words_of(note)
            if text:
                yield text
