"""Lines on pages put back into paragraphs: headers dropped, footnotes apart, page breaks closed."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from onrecord.claims.sentences.hyphens import keeps_hyphen, known_words
from onrecord.claims.sentences.lines import goes_on, is_stopped, marker_length
from onrecord.sources.printed.pages import PageLine, body_size, headers_of, is_note, with_markers

_LEADERS = re.compile(r"\.{5,}|(?:\. ){5,}")
_NOT_JOINED = ("and", "or", "to")
_DIVIDED = re.compile(r"([^\W\d_][\w-]*)-$")
_LONGEST_WORD = 40


@dataclass(slots=True)
class _Paragraph:
    note: bool
    lines: list[PageLine] = field(default_factory=list)
    closed: bool = False


def paragraphs_of(pages: list[list[PageLine]]) -> str:
    """Return the text of the pages, each paragraph, heading, list item and footnote on a line of its own."""
    kept = [with_markers(page) for page in _without_headers(pages)]
    body = body_size(kept)
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
    headers = {id(line) for page in headers_of(pages) for line in page}
    return [[line for line in page if id(line) not in headers] for page in pages]


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
            found.append(_Paragraph(is_note(line, bool(found) and found[-1].note, body), [line]))
    return found


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
