"""Lines on pages put back into paragraphs: headers dropped, footnotes apart, page breaks closed."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from onrecord.claims.sentences.hyphens import keeps_hyphen, known_words
from onrecord.claims.sentences.lines import goes_on, is_stopped, marker_length

_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,6}\b")
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡]{1,3}|[¹²³⁰⁴-⁹]{1,3})\s*\S")
_LONE_MARKER = re.compile(r"\d{1,3}|[*†‡]{1,3}|[•▪◦●○■\uf0b7\uf0a7–-]|\(?[a-z]{1,4}\)|\d{1,3}(?:\.\d{1,3})*\.")
_PRIVATE = re.compile("[\ue000-\uf8ff]+")
_LEADERS = re.compile(r"\.{5,}|(?:\. ){5,}")
_NOT_JOINED = ("and", "or", "to")
_DIVIDED = re.compile(r"([^\W\d_][\w-]*)-$")
_LONGEST_WORD = 40
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


@dataclass(slots=True)
class _Paragraph:
    note: bool
    lines: list[PageLine] = field(default_factory=list)
    closed: bool = False


def paragraphs_of(pages: list[list[PageLine]]) -> str:
    """Return the text of the pages, each paragraph, heading, list item and footnote on a line of its own."""
    kept = [_with_markers(page) for page in _without_headers(pages)]
    body = _body_size(kept)
    every: list[_Paragraph] = []
    for page in kept:
        _add_page(every, _page_paragraphs(page, body))
    known = known_words("\n".join(line.text for page in kept for line in page))
    return "\n\n".join(_joined(paragraph.lines, known) for paragraph in every) + "\n"


def _add_page(every: list[_Paragraph], page: list[_Paragraph]) -> None:
    """Add a page's paragraphs; its first goes on with the last open one before it where a sentence asks for it."""
    last = next((p for p in reversed(every[-40:]) if not p.note), None)
    first = next((p for p in page if not p.note), None)
    if last and first and _goes_over(last.lines, first.lines):
        last.lines += first.lines
        page = [p for p in page if p is not first]
    every += page


def _goes_over(before: list[PageLine], after: list[PageLine]) -> bool:
    same = before[-1].size == after[0].size and before[-1].bold == after[0].bold
    if not same or is_stopped(before[-1].text) or marker_length(after[0].text):
        return False
    width = max(line.right - line.left for line in before)
    wide = len(before) > 1 and before[-1].right - before[-1].left > 0.8 * width and width > 200
    return after[0].text[0].islower() or goes_on(before[-1].text) or wide


def _without_headers(pages: list[list[PageLine]]) -> list[list[PageLine]]:
    """Leave out what stands at the top or bottom of most pages, numbers aside, and page numbers."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_DIGITS.sub("#", line.text) for line in _edges(page)})
    often = max(2, 0.4 * len(pages))
    dropped = {key for key, count in seen.items() if count > often or (count == 2 and len(pages) in (2, 3))}
    kept = []
    for page in pages:
        edge = {id(line) for line in _edges(page)}
        kept.append([x for x in page if id(x) not in edge or not _is_header(x, dropped, len(pages))])
    return kept


def _is_header(line: PageLine, dropped: set[str], pages: int) -> bool:
    key = _DIGITS.sub("#", line.text)
    return key in dropped or (pages > 1 and re.fullmatch(r"[-–—\s]*#[-–—\s]*", key) is not None)


def _edges(page: list[PageLine]) -> list[PageLine]:
    """Return the lines highest and lowest on a page."""
    ranked = sorted(page, key=lambda line: line.base)
    far = [line for line in ranked if not 0.12 * line.height < line.base < 0.88 * line.height]
    return [line for line in ranked[:_EDGE] + ranked[-_EDGE:] if line in far]


def _body_size(pages: list[list[PageLine]]) -> float:
    """Return the font size that most characters are set in."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _with_markers(page: list[PageLine]) -> list[PageLine]:
    """Put a bullet or footnote number that stands on a line of its own in front of its text; drop bar codes."""
    found: list[PageLine] = []
    marker: PageLine | None = None
    for line in page:
        if _PRIVATE.fullmatch(line.text) and len(line.text) > 1:
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


def _page_paragraphs(page: list[PageLine], body: float) -> list[_Paragraph]:
    gaps = [a.base - b.base for a, b in pairwise(page) if 0 < a.base - b.base < 3 * max(a.size, 6)]
    leading = median(gaps) if gaps else 0.0
    right = _right_margin(page)
    found: list[_Paragraph] = []
    for at, line in enumerate(page):
        before = page[at - 1] if at else None
        if before and found and _same_paragraph(before, line, leading, right):
            found[-1].lines.append(line)
        else:
            found.append(_Paragraph(_is_note(line, found[-1] if found else None, body), [line]))
    return found


def _is_note(line: PageLine, before: _Paragraph | None, body: float) -> bool:
    small = line.size < _SMALL * body and line.base < 0.6 * line.height
    return small and (_NOTE.match(line.text) is not None or (before is not None and before.note))


def _right_margin(page: list[PageLine]) -> float:
    """Return how far to the right full lines reach."""
    sides = sorted(line.right for line in page)
    return sides[len(sides) * 3 // 4] if sides else 0.0


def _same_paragraph(before: PageLine, line: PageLine, leading: float, right: float) -> bool:
    """Whether a line goes on with the paragraph of the line before it: as large, close, and asked for."""
    if abs(before.size - line.size) > 0.6 or before.bold != line.bold:
        return False
    if not -1 < before.base - line.base < max(1.35 * leading, 1.45 * line.size):
        return False
    if _begins_item(before, line) or _LEADERS.search(before.text):
        return False
    word = line.text.split(maxsplit=1)[0]
    room = right - before.right
    needed = (len(word) + 1) * max(before.right - before.left, 1.0) / max(len(before.text), 1)
    full = room < needed + 0.03 * right
    stopped = is_stopped(before.text)
    return full or (not stopped and (line.text[0].islower() or line.text[0] == "(" or goes_on(before.text)))


def _begins_item(before: PageLine, line: PageLine) -> bool:
    if marker_length(line.text):
        return is_stopped(before.text) or line.left != before.left or before.text.endswith((",", "and", "or"))
    return line.size < 9.6 and re.match(r"\d{1,3}\s+[A-Z“\"]", line.text) is not None and is_stopped(before.text)


def _joined(lines: list[PageLine], known: frozenset[str]) -> str:
    parts = [lines[0].text]
    for line in lines[1:]:
        word = line.text.split(maxsplit=1)[0]
        left = _DIVIDED.search(parts[-1][-_LONGEST_WORD:])
        if left is None or word.casefold() in _NOT_JOINED or not word[0].isalnum():
            parts.append(" ")
        elif not keeps_hyphen(left[1], re.split(r"[^\w-]", word)[0].strip("-") or "x", known):
            parts[-1] = parts[-1][:-1]
        parts.append(line.text)
    return "".join(parts)
