"""The text of a Word document (.docx): paragraphs, headings, list items, tables, footnotes."""

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

from onrecord.vocabulary.errors import UnreadableDocument

MOST_UNPACKED = 60_000_000
"""The most bytes the parts of a Word document may unpack to."""

MOST_PARTS = 2_000
"""The most parts a Word document may have."""

_PART = "word/document.xml"
_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LIST_STYLE = re.compile(r"list (?:bullet|number|paragraph)|list$", re.I)
_DAMAGED = (
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


def docx_text(data: bytes, name: str) -> tuple[str | None, str]:
    """Return the title and the text of a Word document: a line for each paragraph, list item and table row."""
    _look_inside(data, name)
    try:
        word = docx.Document(io.BytesIO(data))
        title = word.core_properties.title
        text = "\n\n".join(_blocks(word))
    except _DAMAGED as error:
        _refuse(name, "the file", "a Word document", f"a damaged one ({type(error).__name__})")
    return title or None, text


def _refuse(name: str, place: str, expected: str, found: str) -> NoReturn:
    raise UnreadableDocument(name, place, expected, found) from None


def _look_inside(data: bytes, name: str) -> None:
    """Refuse what is no Word document, unpacks to too much, or defines entities, before anything is parsed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            _measure(parts, name)
            if _PART not in packed.namelist():
                _refuse(name, "the archive", f"a Word document with {_PART}", "an archive without it")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _look_at(packed, part, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        _refuse(name, "the archive", "a Word document", f"a damaged archive ({type(error).__name__})")


def _measure(parts: list[zipfile.ZipInfo], name: str) -> None:
    if len(parts) > MOST_PARTS:
        _refuse(name, "the archive", f"at most {MOST_PARTS:,} parts", f"{len(parts):,}")
    size = sum(part.file_size for part in parts)
    if size > MOST_UNPACKED:
        _refuse(name, "the archive", f"parts of at most {MOST_UNPACKED:,} bytes unpacked", f"{size:,}")


def _look_at(packed: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """Refuse a part that defines a document type: Word never writes one, and entities need it."""
    with packed.open(part) as opened:
        head = opened.read(65_536)
    if b"<!DOCTYPE" in head.replace(b"\0", b"") or b"<!ENTITY" in head.replace(b"\0", b""):
        _refuse(name, part.filename, "XML without a document type", "a document type definition")


def _blocks(word: Word) -> Iterator[str]:
    items: list[str] = []
    for block in word.iter_inner_content():
        line = _rows(block) if isinstance(block, Table) else _paragraph(block)
        if line.startswith("• ") or isinstance(block, Table):
            items.append(line)
            continue
        yield from _flushed(items)
        if line:
            yield line
    yield from _flushed(items)
    yield from _footnotes(word)


def _flushed(items: list[str]) -> Iterator[str]:
    if items:
        yield "\n".join(items)
    items.clear()


def _paragraph(paragraph: Paragraph) -> str:
    text = "\n".join(" ".join(line.split()) for line in paragraph.text.splitlines()).strip()
    if not text or not _is_item(paragraph):
        return text
    return f"• {text}"


def _is_item(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a list item: by its numbering, or by the name of its style."""
    style = paragraph.style.name if paragraph.style is not None else None
    if style and style.casefold().startswith(("heading", "title")):
        return False
    properties = paragraph._p.pPr
    return (properties is not None and properties.numPr is not None) or bool(style and _LIST_STYLE.match(style))


def _rows(table: Table) -> str:
    rows = [[_words(cell) for cell in row._tr.tc_lst] for row in table.rows]
    return "\n".join(filter(None, (" | ".join(row).strip(" |") for row in rows)))


def _words(element: BaseOxmlElement) -> str:
    """Return the words below an element, its paragraphs divided by a space."""
    paragraphs = element.iter(f"{_NAMESPACE}p")
    return " ".join(" ".join("".join(t.text or "" for t in p.iter(f"{_NAMESPACE}t")) for p in paragraphs).split())


def _footnotes(word: Word) -> Iterator[str]:
    for related in word.part.rels.values():
        if related.is_external or not related.reltype.endswith("/footnotes"):
            continue
        for number, note in enumerate(_notes(parse_xml(related.target_part.blob)), start=1):
            yield f"[{number}] {note}"


def _notes(root: BaseOxmlElement) -> Iterator[str]:
    for note in root.iter(f"{_NAMESPACE}footnote"):
        if note.get(f"{_NAMESPACE}type") in (None, "normal"):
            text = _words(note)
            if text:
                yield text
