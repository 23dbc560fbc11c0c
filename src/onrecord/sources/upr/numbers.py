"""The numbers by which recommendations are cited: "95.42", "97.1 to 97.5", "paragraph 95, recommendations 1 and 2"."""

import re
from dataclasses import dataclass

MOST = 999
"""The most items that one range may stand for; a longer one is a misprint."""

_ITEM = re.compile(
    r"(?<![\w./-])(?P<paragraph>\d{1,3})\.(?P<first>\d{1,3})(?![\w/])(?!\.\d)"
    r"(?:\s*(?:to|through|until|[-‐‑‒–—])\s*(?:(?P<again>\d{1,3})\.)?(?P<last>\d{1,3})(?![\w/])(?!\.\d))?"
)


@dataclass(frozen=True, slots=True)
class NumbersRead:
    """The item numbers a text gives, ranges written out, in its order; and the ranges that are none."""

    numbers: tuple[str, ...]
    faults: tuple[str, ...] = ()


def numbers_in(text: str) -> NumbersRead:
    """Return the numbers of recommendations that a text gives, a range as each of its items.

    A range that runs backwards or from one paragraph into another is a fault, and its two ends alone are given.
    """
    numbers: list[str] = []
    faults: list[str] = []
    for match in _ITEM.finditer(text):
        paragraph, first = match["paragraph"], int(match["first"])
        numbers.append(f"{paragraph}.{first}")
        if match["last"] is None:
            continue
        last, again = int(match["last"]), match["again"] or paragraph
        if again == paragraph and first < last <= first + MOST:
            numbers += (f"{paragraph}.{item}" for item in range(first + 1, last + 1))
        else:
            numbers.append(f"{again}.{last}")
            faults.append(match[0])
    return NumbersRead(tuple(numbers), tuple(faults))


def leading_number(text: str) -> tuple[str, str] | None:
    """Return the item number a text begins with and what follows it; None where it begins with none or a range."""
    match = re.match(r"(\d{1,3}\.\d{1,3})\.?(?=\s|$|[A-Z(])\s*", text)
    if match is None or re.match(r"(?:to|through|and|[-–—,;])(?:\s|\d|$)", text[match.end() :]):
        return None
    return match[1], text[match.end() :]


_PARAGRAPH = re.compile(r"\bparagraphs?\s+(\d{1,3})\b(?!\.\d)", re.IGNORECASE)
_BARE = re.compile(
    r"\brecommendations?\s+(?:(?:nos?|numbers?)\b\.?\s*)?"
    r"(?P<list>\d{1,3}(?![\w./])(?:\s*(?:,|;|and|to|[-–])\s*(?:and\s+)?\d{1,3}(?![\w/]|\.\d))*)",
    re.IGNORECASE,
)
_RUN = re.compile(r"(\d{1,3})(?:\s*(?:to|[-–])\s*(\d{1,3}))?")


def paragraph_named(text: str) -> str | None:
    """Return the paragraph of the report that a text names ("the recommendations in paragraph 97"), or None."""
    match = _PARAGRAPH.search(text)
    return match[1] if match else None


def bare_numbers_in(text: str, paragraph: str) -> NumbersRead:
    """Return the items a text names without their paragraph: "recommendations Nos. 7, 8 and 10 to 12"."""
    runs = [
        f"{paragraph}.{first}" + (f" to {paragraph}.{last}" if last else "")
        for named in _BARE.finditer(text)
        for first, last in _RUN.findall(named["list"])
    ]
    return numbers_in("; ".join(runs))
