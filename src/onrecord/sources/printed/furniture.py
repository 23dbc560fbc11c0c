"""What stands at the edge of a UN document's pages: symbols, job numbers, bar codes, page numbers."""

import re

_SYMBOL = r"[AES]/(?:[A-Z0-9][\w.()-]*/)*[A-Z0-9][\w.()-]*\*?"
_JOB = r"(?:GE|HE)\.?\s?\d\d-\d{3,6}(?:\s*\([A-Z]\))?(?:\s+\d{6})*|\d{2}-\d{5}(?:\s*\([A-Z]\))?|\*\s?\d{6,9}\s?\*"
_PAGE = r"(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?|[-–—]\s?\d{1,4}\s?[-–—]"
_SURELY = re.compile(rf"(?:(?:{_SYMBOL}|\d{{1,4}})\s+)?(?:{_JOB})(?:\s+(?:{_SYMBOL}|\d{{1,4}}))?|page \d{{1,4}}", re.I)
_AT_EDGE = re.compile(rf"(?:{_SYMBOL}|{_PAGE}|United Nations\s+{_SYMBOL})(?:\s+(?:{_SYMBOL}|{_PAGE}))?", re.I)
_PAGE_AND_SYMBOL = re.compile(rf"\d{{1,4}}\s+{_SYMBOL}|{_SYMBOL}\s+(?:page\s+)?\d{{1,4}}")


def is_furniture(text: str, at_edge: bool) -> bool:
    """Whether a line is no part of the text: a job number or bar code anywhere, a symbol or page number at an edge."""
    if len(text) > 80:
        return False
    if _SURELY.fullmatch(text) or _PAGE_AND_SYMBOL.fullmatch(text):
        return True
    return at_edge and not text.startswith("United Nations") and _AT_EDGE.fullmatch(text) is not None
