"""A file or pasted bytes turned into text: plain text, HTML, PDF and Word, told apart by what they hold."""

import codecs
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum

from onrecord.claims.documents.docx import docx_text
from onrecord.claims.documents.html import html_text
from onrecord.claims.documents.pdf import pdf_text
from onrecord.sources.printed.plain import UTF16, clean, declared, decoded
from onrecord.vocabulary.errors import UnreadableDocument

LARGEST = 10_000_000
"""The most bytes a document may have."""

MOST_TEXT = 2_000_000
"""The most characters the text of a document may have."""

SECONDS = 20.0
"""How long a document may take that is read in a process of its own."""

_READER = "onrecord.claims.documents.apart"
_TAG = re.compile(
    rb"^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main"
    rb"|section|div|table|h[1-6]|p|ul|ol|meta|title|span|a)\b",
    re.I | re.S,
)
_SNIFFED = 4096
_OTHER_FILES = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Office file (.doc, .xls); save it as .docx",
    b"{\\rtf": "rich text (RTF); save it as .docx",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"%!PS": "PostScript",
}


class DocumentKind(StrEnum):
    """What sort of file a text was read from."""

    TEXT = "plain text"
    HTML = "HTML"
    PDF = "PDF"
    DOCX = "Word"


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document, its kind and title, and notes on what could not be read as it stood."""

    text: str
    kind: DocumentKind
    title: str | None = None
    notes: tuple[str, ...] = ()


def read_document(data: bytes, name: str | None = None) -> Document:
    """Return the text of a document, told by its content to be plain text, HTML, PDF or Word."""
    called = name or "the text"
    if len(data) > LARGEST:
        raise UnreadableDocument(called, "the whole file", f"at most {LARGEST:,} bytes", f"{len(data):,}")
    kind = kind_of(data, called)
    notes: list[str] = []
    title, text = _read(kind, data, called, notes)
    text = clean(text)
    if len(text) > MOST_TEXT:
        raise UnreadableDocument(called, "its text", f"at most {MOST_TEXT:,} characters", f"{len(text):,}")
    if not text.strip():
        raise UnreadableDocument(called, "its text", "words", "none")
    return Document(text, kind, " ".join(clean(title).split()) or None if title else None, tuple(notes))


def _read(kind: DocumentKind, data: bytes, name: str, notes: list[str]) -> tuple[str | None, str]:
    match kind:
        case DocumentKind.PDF:
            return pdf_text(data, name, notes)
        case DocumentKind.DOCX:
            return docx_text(data, name)
        case DocumentKind.HTML:
            return html_text(decoded(data, notes, declared(data)), name)
        case DocumentKind.TEXT:
            return None, decoded(data, notes)


def kind_of(data: bytes, name: str = "the text") -> DocumentKind:
    """Return what sort of document some bytes are, by the bytes themselves."""
    head = data[:_SNIFFED]
    for magic, found in _OTHER_FILES.items():
        if head.startswith(magic):
            raise UnreadableDocument(name, "its first bytes", "plain text, HTML, PDF or Word (.docx)", found)
    if b"%PDF-" in head[:1024]:
        return DocumentKind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return DocumentKind.DOCX
    plain = decoded(head, []).encode("utf-8", "replace") if head[:2] in UTF16 else head
    return DocumentKind.HTML if _TAG.match(plain.removeprefix(codecs.BOM_UTF8)) else DocumentKind.TEXT


def read_apart(data: bytes, name: str | None = None, seconds: float = SECONDS) -> Document:
    """Return the text of a document read in a fresh process with bounded time and memory; nothing is kept on disk."""
    called = name or "the text"
    if len(data) > LARGEST:
        raise UnreadableDocument(called, "the whole file", f"at most {LARGEST:,} bytes", f"{len(data):,}")
    command = [sys.executable, "-I", "-B", "-m", _READER, called.replace("\0", ""), str(seconds)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise UnreadableDocument(called, "the whole file", f"one read within {seconds:g} seconds", "more") from None
    except (OSError, ValueError) as error:
        found = f"{type(error).__name__}: {error}"
        raise UnreadableDocument(called, "the whole file", "a process to read it in", found) from None
    return _answer(done, called)


def _answer(done: subprocess.CompletedProcess[bytes], name: str) -> Document:
    """Return what the process wrote as a document, or raise what went wrong in it."""
    try:
        answer = json.loads(done.stdout)
        if "refused" in answer:
            place, expected, found = (str(part) for part in answer["refused"])
            raise UnreadableDocument(name, place, expected, found)
        notes = tuple(str(note) for note in answer["notes"])
        return Document(str(answer["text"]), DocumentKind(answer["kind"]), answer["title"], notes)
    except (ValueError, KeyError, TypeError, RecursionError):
        found = f"one at which the reader ended with status {done.returncode}"
        raise UnreadableDocument(name, "the whole file", "a document that can be read", found) from None
