"""UN document symbols: parse, normalise, and the address of the document.

The forms follow the UN's own practice for the Human Rights Council, its Universal Periodic Review, the
treaty bodies, the General Assembly and the former Commission on Human Rights.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from onrecord.vocabulary.errors import NotInVocabulary


class SymbolKind(StrEnum):
    """What sort of document a symbol names."""

    COUNCIL_TEXT = "Human Rights Council resolution, decision or President's statement"
    COUNCIL_DRAFT = "Human Rights Council draft or amendment"
    COUNCIL_REPORT = "Human Rights Council report or note"
    COUNCIL_COMMUNICATION = "communication to the Human Rights Council"
    UPR_DOCUMENT = "Universal Periodic Review working group document"
    TREATY_BODY = "treaty body document"
    CORE_DOCUMENT = "core document of a State party"
    ASSEMBLY_RESOLUTION = "General Assembly resolution"
    ASSEMBLY_DECISION = "General Assembly decision"
    ASSEMBLY_DOCUMENT = "General Assembly document"
    SECURITY_COUNCIL_RESOLUTION = "Security Council resolution"
    SECURITY_COUNCIL_DOCUMENT = "Security Council document"
    COMMISSION_TEXT = "Commission on Human Rights resolution or decision"
    COMMISSION_DOCUMENT = "Commission on Human Rights document"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol in its standard form.

    ``note`` keeps what catalogues write behind a symbol without its being part of it ("as orally revised");
    ``reissued`` is true where a trailing asterisk marked a reissue.
    """

    text: str
    kind: SymbolKind
    session: str | None = None
    number: str | None = None
    note: str | None = None
    reissued: bool = False

    @property
    def url(self) -> str:
        """The address of the document on the UN's document server, English."""
        return f"https://undocs.org/en/{quote(self.text, safe='/().')}"

    @property
    def slug(self) -> str:
        """The symbol as one part of a page's address: A-HRC-RES-25-24."""
        words = f"{self.text} {self.note or ''}".strip()
        return re.sub(r"[^A-Za-z0-9.]+", "-", words)


_SESSION = r"(?P<session>S-\d+|OM/\d+|\d+)"
_ADDENDA = r"(?:/(?:Rev|Add|Corr)\.\d+)*"
_COMMITTEE = r"(?:(?:CCPR|CERD|CEDAW|CRC|CAT|CRPD|CMW|CED)/C|CAT/OP|E/C\.12)(?:/(?:OPAC|OPSC|OPIC|SR))?"
_ASSEMBLY_SESSION = r"(?P<session>(?:ES-|S-)?\d+)"
_FORMS: tuple[tuple[SymbolKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.ASCII))
    for kind, pattern in (
        (SymbolKind.COUNCIL_TEXT, rf"A/HRC/(?:RES|DEC|PRST)/{_SESSION}/(?P<number>\d+[A-Z]?)"),
        (SymbolKind.COUNCIL_DRAFT, rf"A/HRC/{_SESSION}/L\.(?P<number>\d+){_ADDENDA}"),
        (SymbolKind.COUNCIL_COMMUNICATION, rf"A/HRC/{_SESSION}/(?:G|NGO|NI)/(?P<number>\d+){_ADDENDA}"),
        (SymbolKind.COUNCIL_REPORT, rf"A/HRC/{_SESSION}/(?P<number>\d+){_ADDENDA}"),
        (
            SymbolKind.UPR_DOCUMENT,
            rf"A/HRC/WG\.6/(?P<session>\d+)/(?:[A-Z]{{3}}/|L\.)(?P<number>\d+){_ADDENDA}",
        ),
        (
            SymbolKind.TREATY_BODY,
            rf"{_COMMITTEE}/[A-Z]{{3}}/(?:(?:CO|Q|QPR|RQ|FCO|INT|CSP)/)?(?P<number>\d+(?:-\d+)?){_ADDENDA}",
        ),
        (
            SymbolKind.TREATY_BODY,
            rf"{_COMMITTEE}/(?:GC|(?P<session>\d+)(?:/[A-Z]+)?)/(?P<number>\d+)(?:/\d{{4}})?{_ADDENDA}",
        ),
        (SymbolKind.CORE_DOCUMENT, rf"HRI/CORE/[A-Z]{{3}}/(?P<number>\d{{4}}){_ADDENDA}"),
        (
            SymbolKind.ASSEMBLY_RESOLUTION,
            rf"A/RES/{_ASSEMBLY_SESSION}/(?P<number>\d+(?:/?[A-Z]{{1,2}})?(?:/[IVXL]+)?)",
        ),
        (
            SymbolKind.ASSEMBLY_RESOLUTION,
            r"A/RES/(?P<number>\d+[A-Z]?)\((?P<session>(?:ES-|S-)?[IVXL]+)\)[A-Z]?",
        ),
        (SymbolKind.ASSEMBLY_DECISION, rf"A/DEC/{_ASSEMBLY_SESSION}/(?P<number>\d+[A-Z]?)"),
        (SymbolKind.ASSEMBLY_DOCUMENT, rf"A/(?:C\.\d/)?{_ASSEMBLY_SESSION}/(?:L\.|PV\.)?(?P<number>\d+){_ADDENDA}"),
        (SymbolKind.SECURITY_COUNCIL_RESOLUTION, r"S/RES/(?P<number>\d+)\s?\((?P<session>\d{4})\)"),
        (SymbolKind.SECURITY_COUNCIL_DOCUMENT, rf"S/(?:(?P<session>\d{{4}})/|PV\.)(?P<number>\d+){_ADDENDA}"),
        (SymbolKind.COMMISSION_TEXT, r"E/CN\.4/(?:RES|DEC)/(?P<session>\d{4})/(?P<number>\d+)"),
        (
            SymbolKind.COMMISSION_DOCUMENT,
            rf"E/CN\.4/(?P<session>\d{{4}})/(?:(?:L\.|NGO/|G/))?(?P<number>\d+){_ADDENDA}",
        ),
    )
)
_NOTE = re.compile(r"\s+(as\s+(?:orally\s+)?(?:revised|amended|corrected))$", re.IGNORECASE)
_SHORT = re.compile(r"(?:(?:A/)?HRC/)?(?P<rest>(?:S-|OM/)?\d+/\d+[A-Z]?|(?:S-)?\d+/L\.\d+(?:/Rev\.\d+)?)", re.ASCII)


def parse_symbol(written: str) -> Symbol:
    """Return the symbol that is written, in standard form; NotInVocabulary if it is no known form.

    Repairs only what catalogues are known to do: lower case, blanks around slashes, odd dashes, a missing
    slash (``A/HRC/DEC41/104``), drafts filed under RES (``A/HRC/RES/56/L.33``) and the UN Digital Library's
    brackets around a part (``A/RES/68/7[B]``).
    """
    text, note, reissued = _split(written)
    text = _standard_form(text)
    for kind, pattern in _FORMS:
        if match := pattern.fullmatch(text):
            groups = match.groupdict()
            return Symbol(text, kind, groups.get("session"), groups.get("number"), note, reissued)
    raise NotInVocabulary("document symbol", written, "a UN document symbol such as A/HRC/RES/25/1")


def standard_symbol(written: str | None) -> str | None:
    """Return the standard form of a symbol with what was written behind it, or None where there is none."""
    if written is None:
        return None
    try:
        symbol = parse_symbol(written)
    except NotInVocabulary:
        return None
    return f"{symbol.text} {symbol.note}" if symbol.note else symbol.text


def expand_symbol(written: str) -> tuple[str, ...]:
    """Return the full symbols that a short form such as "25/1", "S-21/1" or "51/L.6" can stand for.

    A short number can be a resolution, a decision or a report; all are given, in that order. Empty when the
    words are no short form.
    """
    match = _SHORT.fullmatch(_standard_form(_split(written)[0]))
    if match is None:
        return ()
    rest = match["rest"]
    if "L." in rest:
        return (f"A/HRC/{rest}",)
    return (f"A/HRC/RES/{rest}", f"A/HRC/DEC/{rest}", f"A/HRC/{rest}")


def _split(written: str) -> tuple[str, str | None, bool]:
    text = " ".join(written.split())
    unstarred = text.rstrip("* ")
    note = _NOTE.search(unstarred)
    bare = (unstarred[: note.start()] if note else unstarred).rstrip("* ")
    return bare, note[1].lower() if note else None, "*" in text[len(bare) :]


def _standard_form(text: str) -> str:
    text = re.sub(r"[‐‑‒–—−]", "-", text)
    text = re.sub(r"\s*/\s*", "/", text).upper()
    text = re.sub(r"\s+(?=\([IVXL]+\)(?:\[[A-Z]\])?$)", "", text)
    text = re.sub(r"^(A/RES/.+)\[([A-Z])\]$", r"\1\2", text)
    text = re.sub(r"/L\.?\s*(?=\d)", "/L.", text)
    text = re.sub(r"/(REV|ADD|CORR)\.?\s*(?=\d)", lambda m: f"/{m[1].capitalize()}.", text)
    text = re.sub(r"^(A/HRC/)?(RES|DEC|PRST)(?=\d|S-\d)", r"\1\2/", text)
    text = re.sub(r"^(?=(?:RES|DEC|PRST)/)", "A/HRC/", text)
    text = re.sub(r"^A/HRC/(RES|DEC|PRST)(?=\d|S-\d)", r"A/HRC/\1/", text)
    return re.sub(r"^A/HRC/RES/((?:S-)?\d+/L\.)", r"A/HRC/\1", text)
