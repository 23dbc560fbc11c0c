"""Plain text: bytes decoded, text cleaned, and its lines."""

import codecs
import re
import unicodedata
from collections.abc import Iterator

from onrecord.sources.printed.furniture import is_furniture
from onrecord.sources.printed.lines import Line, Part, Printed

_BREAKS = re.compile(r"\r\n?|[\x0b\x1c-\x1e\x85\u2028]|\u2029")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SNIFFED = 4096

UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)


def declared(data: bytes) -> str | None:
    """Return the character set a web page declares of itself, where it is one that is followed."""
    match = _CHARSET.search(data[:_SNIFFED])
    if match is None:
        return None
    try:
        found = codecs.lookup(match[1].decode("ascii", "replace"))
    except LookupError:
        return None
    return found.name if found.name in _CHARSETS else None


# Character sets that web pages declare and that are not UTF-8; other names a page may give are not followed.
_CHARSETS = {"cp1252", "iso8859-1", "iso8859-2", "iso8859-9", "iso8859-15", "cp1250", "cp1251", "cp1254", "koi8-r"}


def decoded(data: bytes, notes: list[str], declared: str | None = None) -> str:
    """Return the text of some bytes: by their byte order mark, as UTF-8, or as Windows-1252, which never fails."""
    encoding = UTF16.get(data[:2])
    if encoding:
        return data[2:].decode(encoding, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        encoding = declared if declared and not declared.startswith("iso8859-1") else "cp1252"
        notes.append(f"not UTF-8; read as {'Windows-1252' if encoding == 'cp1252' else encoding}")
        return data.decode(encoding, "replace")


def clean(text: str) -> str:
    """Return a text in composed form (NFC), its lines ended alike, without characters that have no place in it."""
    text = _BREAKS.sub(lambda m: "\n\n" if m[0] == "\u2029" else "\n", text)
    text = _SURROGATE.sub("\ufffd", _CONTROLS.sub("", text))
    return unicodedata.normalize("NFC", text)


def plain_printed(text: str) -> Printed:
    """Return the lines of a plain text; a form feed begins a new page, an empty line a new paragraph."""
    pages = clean(text).split("\f")
    return Printed(tuple(_lines(pages)), pages=len(pages) if len(pages) > 1 else None)


def _lines(pages: list[str]) -> Iterator[Line]:
    row = 0
    for number, page in enumerate(pages, start=1):
        lines = [" ".join(line.split()) for line in page.split("\n")]
        for at, text in enumerate(lines):
            row += 1
            if text:
                part = Part.HEADER if is_furniture(text, at_edge=False) else Part.BODY
                goes_on = part is Part.BODY and at + 1 < len(lines) and bool(lines[at + 1])
                yield Line(text, row, number if len(pages) > 1 else None, part, goes_on=goes_on)
