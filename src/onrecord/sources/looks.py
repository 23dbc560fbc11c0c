"""What a file looks like by its first bytes: its form, and words for what it seems to be."""

import codecs
import re
from enum import StrEnum


class Form(StrEnum):
    """The forms in which files come."""

    EMPTY = "an empty file"
    PDF = "a PDF"
    ZIP = "a ZIP archive"
    OLE = "an old Office file (.xls, .doc)"
    RTF = "rich text (RTF)"
    IMAGE = "an image"
    PACKED = "a packed archive"
    POSTSCRIPT = "PostScript"
    HTML = "a web page"
    XML = "XML"
    JSON = "JSON"
    TEXT = "plain text"
    BYTES = "bytes of no known form"


_SNIFFED = 4096
_READ = 16_384
_MAGIC = (
    (b"PK\x03\x04", Form.ZIP),
    (b"PK\x05\x06", Form.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Form.OLE),
    (b"{\\rtf", Form.RTF),
    (b"\x89PNG", Form.IMAGE),
    (b"\xff\xd8\xff", Form.IMAGE),
    (b"GIF8", Form.IMAGE),
    (b"II*\x00", Form.IMAGE),
    (b"MM\x00*", Form.IMAGE),
    (b"BM", Form.IMAGE),
    (b"\x1f\x8b", Form.PACKED),
    (b"7z\xbc\xaf", Form.PACKED),
    (b"Rar!", Form.PACKED),
    (b"BZh", Form.PACKED),
    (b"\xfd7zXZ", Form.PACKED),
    (b"\x28\xb5\x2f\xfd", Form.PACKED),
    (b"%!PS", Form.POSTSCRIPT),
)
_PROLOGUE = re.compile(r"(?:\s+|<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->)*", re.S)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|main|section|div|table|h[1-6]|p|ul|ol|meta|title|span|a|script)\b",
    re.I,
)
_XML = re.compile(r"(?:<!DOCTYPE[^<\[]{0,200}(?:\[[^\]]{0,2000}\])?[^<>]{0,200}>\s*)?<([A-Za-z_][\w.:-]{0,80})")
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,300})</title", re.I)
_WORDS = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^>]{0,2000}>", re.I | re.S)
_NOT_THE_DOCUMENT = (
    (
        "a page that asks for a login",
        re.compile(r"type=[\"']?password|\b(?:sign|log) ?in to (?:continue|your)|single sign-on", re.I),
    ),
    (
        "a page that turns programs away",
        re.compile(
            r"awswaf|aws-waf|challenge-platform|captcha|access denied|request blocked"
            r"|verify (?:that )?you are (?:a )?human|unusual traffic|enable javascript and cookies",
            re.I,
        ),
    ),
    ("a page saying that there is no such page", re.compile(r"page ?not ?found|\b404\b|document not found", re.I)),
    (
        "a page saying that the site is out of order",
        re.compile(r"under maintenance|urgent maintenance|temporarily unavailable|internal server error", re.I),
    ),
)
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def form_of(head: bytes) -> Form:
    """Return the form a file has by its first bytes; TEXT for text of any kind, BYTES for what is none."""
    if not head:
        return Form.EMPTY
    if b"%PDF-" in head[:1024]:
        return Form.PDF
    known = [form for magic, form in _MAGIC if head.startswith(magic)]
    if known and not (known[0] is Form.IMAGE and head.startswith(b"BM") and _is_text(head)):
        return known[0]
    return _form_of_text(_text(head)) if _is_text(head) else Form.BYTES


def looks_like(head: bytes) -> str:
    """Return what a file seems to be, in words: "a web page (titled 'Search')", "XML whose root is collection"."""
    form = form_of(head)
    text = _text(head)
    if form is Form.HTML:
        return refusal(head) or _page(text)
    if form is Form.XML:
        root = _XML.match(text, _start(text))
        return f"XML whose root is {root[1]}" if root else form.value
    if form is Form.TEXT:
        first = " ".join(text.split("\n", 1)[0].split())[:80]
        return f"plain text that begins {first!r}"
    return form.value


def refusal(head: bytes) -> str | None:
    """Return what a web page says instead of giving a document, in words; None where it is no such page.

    Only short pages count by their words: a press release may well speak of access denied.
    """
    text = _text(head[:_READ])
    words = _WORDS.sub(" ", text)
    title = _TITLE.search(text)
    looked_at = text if len(words.split()) < 150 else (title[1] if title else "")
    for found, pattern in _NOT_THE_DOCUMENT:
        if pattern.search(looked_at):
            return f"{found}{_titled(text)}"
    return None


def _page(text: str) -> str:
    return f"a web page{_titled(text)}"


def _titled(text: str) -> str:
    title = _TITLE.search(text)
    words = " ".join(title[1].split()) if title else ""
    return f" (titled {words!r})" if words else ""


def _start(text: str) -> int:
    """Return where a page or an XML file begins behind blanks, its declaration and comments."""
    prologue = _PROLOGUE.match(text)
    return prologue.end() if prologue else 0


def _is_text(head: bytes) -> bool:
    """Whether bytes are text: no NUL, but for UTF-16 with its mark, and hardly any control characters."""
    if head[:2] in _UTF16:
        return True
    looked_at = head[:_SNIFFED]
    controls = sum(byte < 9 or 13 < byte < 32 for byte in looked_at)
    return 0 not in looked_at and controls * 50 <= len(looked_at)


def _text(head: bytes) -> str:
    encoding = _UTF16.get(head[:2])
    if encoding:
        return head[2:].decode(encoding, "replace").lstrip("\ufeff")
    return head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")


def _form_of_text(text: str) -> Form:
    start = _start(text)
    if _HTML.match(text, start):
        return Form.HTML
    if text.lstrip().startswith("<?xml") or _XML.match(text, start):
        return Form.XML
    return Form.JSON if _is_json(text.lstrip()) else Form.TEXT


_JSON = re.compile(r"\{\s*(?:\"|\}|\Z)|\[\s*(?:[\[{\"\]]|-?\d|true\b|false\b|null\b|\Z)")


def _is_json(text: str) -> bool:
    """Whether text begins as JSON does; a resolution, too, may begin with a bracket: "[Adopted without a vote.]"."""
    return bool(_JSON.match(text))
