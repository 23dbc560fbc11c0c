"""Lines on the pages of a PDF: which are page headers and footers, and which are footnotes."""

import re
from collections import Counter
from dataclasses import dataclass, replace

_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,6}\b")
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡]{1,3}|[¹²³⁰⁴-⁹]{1,3})\s*\S")
_LONE_MARKER = re.compile(r"\d{1,3}|[*†‡]{1,3}|[•▪◦●○■\uf0b7\uf0a7–-]|\(?[a-z]{1,4}\)|\d{1,3}(?:\.\d{1,3})*\.")
_PRIVATE = re.compile("[\ue000-\uf8ff]+")
_EDGE = 3
_SMALL = 0.92


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page: its words, left and right side, baseline, font size and weight, the page's height."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    height: float


def headers_of(pages: list[list[PageLine]]) -> list[list[PageLine]]:
    """Return for each page the lines that stand at the top or bottom of most pages, numbers aside, and page numbers."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_DIGITS.sub("#", line.text) for line in _edges(page)})
    often = max(2, 0.4 * len(pages))
    dropped = {key for key, count in seen.items() if count > often or (count == 2 and len(pages) in (2, 3))}
    return [[line for line in _edges(page) if _is_header(line, dropped, len(pages))] for page in pages]


def _is_header(line: PageLine, dropped: set[str], pages: int) -> bool:
    key = _DIGITS.sub("#", line.text)
    return key in dropped or (pages > 1 and re.fullmatch(r"[-–—\s]*#[-–—\s]*", key) is not None)


def _edges(page: list[PageLine]) -> list[PageLine]:
    """Return the lines highest and lowest on a page."""
    ranked = sorted(page, key=lambda line: line.base)
    far = [line for line in ranked if not 0.12 * line.height < line.base < 0.88 * line.height]
    return [line for line in ranked[:_EDGE] + ranked[-_EDGE:] if line in far]


def body_size(pages: list[list[PageLine]]) -> float:
    """Return the font size that most characters are set in."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def is_bar_code(text: str) -> bool:
    """Whether a line is a bar code, set in characters that stand for no letters."""
    return len(text) > 1 and _PRIVATE.fullmatch(text) is not None


def with_markers(page: list[PageLine]) -> list[PageLine]:
    """Return the lines, a bullet or footnote number on a line of its own put before its text, bar codes left out."""
    found: list[PageLine] = []
    marker: PageLine | None = None
    for line in page:
        if is_bar_code(line.text):
            continue
        if marker is None and _LONE_MARKER.fullmatch(line.text):
            marker = line
            continue
        if marker and abs(marker.base - line.base) < max(line.size, 4.0) and marker.left < line.left:
            found.append(replace(line, text=f"{marker.text} {line.text}", left=marker.left))
        else:
            found += [marker, line] if marker else [line]
        marker = None
    return [*found, marker] if marker else found


def is_note(line: PageLine, after_note: bool, body: float) -> bool:
    """Whether a line begins a footnote, or goes on with the one before: small type in the lower part of a page."""
    small = line.size < _SMALL * body and line.base < 0.6 * line.height
    return small and (_NOTE.match(line.text) is not None or after_note)
