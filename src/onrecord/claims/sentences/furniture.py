"""What stands around a text: bylines, labels, dates, page numbers, addresses, how letters begin and end."""

import re
from functools import cache

from onrecord.claims.lexicon import table

_PAGE = re.compile(r"(?:page|p\.)?\s*[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[\d\s.,:/-]*(?:https?://\S+)", re.I)
_SYMBOL = re.compile(r"(?:[A-Z]{1,5}|E|CCPR|CAT|CRC)(?:/[A-Z0-9.\-]+){2,}\*?|GE\.\d\d-\d{4,6}.{0,20}")
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    "|Sept?|Oct|Nov|Dec"
)
_DATE = re.compile(
    rf"(?:\w+day,?\s+)?(?:[A-Z][\w\s]{{0,25}},\s*)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\.?,?\s+\d{{4}}"
    rf"|(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,4}}[-./]\d{{1,2}}[-./]\d{{2,4}})"
    r"(?:[,\s|–—-]+\d{1,2}[:.]\d\d.{0,12})?"
)
_BYLINE = re.compile(
    r"By\s+[A-Z][\w.'’-]+(?:\s+(?:and\s+|de\s+|van\s+|von\s+|al-|bin\s+)?[A-Z][\w.'’-]*){1,7}(?:,.{0,60})?"
)
_RIGHTS = re.compile(r"©|\(c\)\s*\d{4}|copyright\b|all rights reserved", re.I)
_CREDIT = re.compile(
    r"\((?:source|photo|image|credit|picture|foto)s?\s*[:/].{1,80}\)$|^(?:photo|image|picture)\s*[:/]", re.I
)
_LEADERS = re.compile(r"\.{6,}|(?:\. ){6,}|_{6,}")
_LABEL = re.compile(r"([A-Za-z][A-Za-z .-]{0,24}?)\s*:")


def is_furniture(text: str) -> bool:
    """Whether a line of its own says something about the document and nothing about its subject."""
    if len(text) > 200:
        return False
    bare = text.strip(" .:*|").casefold()
    if bare in _words("furniture") or is_page_mark(text):
        return True
    whole = (_ADDRESS, _DATE, _BYLINE)
    if (
        any(pattern.fullmatch(text) for pattern in whole)
        or _RIGHTS.match(text)
        or _CREDIT.search(text)
        or _LEADERS.search(text)
    ):
        return True
    return _is_labelled(text)


def is_page_mark(text: str) -> bool:
    """Whether a line is a page number or the symbol that a document repeats on every page."""
    return len(text) <= 40 and any(pattern.fullmatch(text) for pattern in (_PAGE, _SYMBOL))


def _is_labelled(text: str) -> bool:
    match = _LABEL.match(text)
    if not match or match[1].casefold() not in _words("labels"):
        return False
    return len(text) > match.end() and (len(text) <= 100 or not text.endswith("."))


def is_opening(text: str) -> bool:
    """Whether a line is how a letter or a speech begins: "Dear Minister,"."""
    return len(text) <= 60 and text[-1] in ",:!" and _begins(text, "openings")


def is_closing(text: str) -> bool:
    """Whether a line is how a letter or a speech ends: "Yours sincerely,"."""
    return len(text) <= 60 and text.rstrip(" ,.!").casefold() in _words("closings")


def _begins(text: str, entry: str) -> bool:
    bare = text.casefold()
    return any(bare.startswith(word) for word in _words(entry))


@cache
def _words(entry: str) -> frozenset[str]:
    return frozenset(table("sentences")[entry])
