"""The numbered paragraphs of a report's conclusions, and the numbered recommendations listed under them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.sources.printed.lines import Line


class Style(StrEnum):
    """How the items under a paragraph are numbered: "1.", "124.1" or "(a)"."""

    PLAIN = "1."
    DOTTED = "124.1"
    LETTERED = "(a)"


class Fault(StrEnum):
    """What is wrong with a number."""

    GAP = "a number is left out before it"
    REPEATED = "the number stands twice"
    ELSEWHERE = "the number is of another paragraph"


@dataclass(slots=True)
class Entry:
    """A numbered paragraph (``item`` 0) or an item of its list: its number, its words, the line where it begins."""

    paragraph: int
    item: int
    style: Style | None
    line: Line
    parts: list[str] = field(default_factory=list)
    fault: Fault | None = None

    @property
    def number(self) -> str:
        """The number as it is cited: "95", "95.42", "60 (a)"."""
        if not self.item:
            return str(self.paragraph)
        lettered = self.style is Style.LETTERED
        return f"{self.paragraph} ({_letters(self.item)})" if lettered else f"{self.paragraph}.{self.item}"

    @property
    def printed(self) -> str:
        """The number and the words as they stand, on one line."""
        begun = self.line.text[: len(self.line.text) - len(self.parts[0])] if self.parts else self.line.text
        return f"{begun.strip()} {self.text}".strip()

    @property
    def text(self) -> str:
        """The words without the number, on one line; a hyphen at a line's end is kept."""
        text = self.parts[0] if self.parts else ""
        for part in self.parts[1:]:
            text += part if text.endswith("-") and not text.endswith(" -") else f" {part}"
        return text.strip()


_PLAIN = re.compile(r"(\d{1,3})\.(?:\s+|(?=[A-Z(]))")
_DOTTED = re.compile(r"(\d{1,3})\.\s?(\d{1,3})\.?(?:\s+|(?=[A-Z(])|$)")
_LETTERED = re.compile(r"\(([a-z]{1,2})\)\s*")
_ENDED = re.compile(r"[;.:)][’”\"]?\s*(?:\d{1,2}|[*†]{1,3})?\s*(?:and|or)?$")
_STOPPED = re.compile(r"\.[’”\"]?\s*(?:\d{1,2}|[*†]{1,3})?$")


def entries(lines: Iterable[Line]) -> Iterator[Entry]:
    """Yield the paragraphs and items that begin in the lines, each whole, in order.

    Lines before the first numbered one are no part of any. A line that begins with a number begins an entry only
    where the number is the next one, or where what stands before it has ended: "resolution 5/" and "1. (Spain)" is
    one item.
    """
    reading = _Reading()
    for line in lines:
        begun = reading.begin(line)
        if begun is not None:
            yield from [reading.current] if reading.current else []
            reading.go_to(begun)
        elif reading.current is not None:
            reading.current.parts.append(line.text)
    if reading.current is not None:
        yield reading.current


class _Reading:
    """How far the lists are read: the open entry, its paragraph, the last item and how items are numbered."""

    def __init__(self) -> None:
        self.current: Entry | None = None
        self.style: Style | None = None

    def go_to(self, begun: Entry) -> None:
        self.style = begun.style if begun.item else None
        self.current = begun

    def begin(self, line: Line) -> Entry | None:
        """Return the entry that a line begins, or None where it goes on with the one before."""
        if self.current is None:
            match = _PLAIN.match(line.text)
            return Entry(int(match[1]), 0, None, line, [line.text[match.end() :]]) if match else None
        return self._dotted(line) or self._plain(line) or self._lettered(line)

    @property
    def _words(self) -> str:
        return self.current.parts[-1] if self.current and self.current.parts else ""

    @property
    def _ended(self) -> bool:
        return _ENDED.search(self._words) is not None

    def _dotted(self, line: Line) -> Entry | None:
        match = _DOTTED.match(line.text)
        if match is None or self.current is None or self.style not in (None, Style.DOTTED):
            return None
        paragraph, item = int(match[1]), int(match[2])
        next_item = self.current.item + 1
        entry = Entry(paragraph, item, Style.DOTTED, line, [line.text[match.end() :]])
        if paragraph == self.current.paragraph:
            entry.fault = _fault(item, next_item)
            begins = item == next_item and not entry.parts[0][:1].islower()
            return entry if begins or self._ended else None
        entry.fault = Fault.ELSEWHERE
        return entry if item == next_item and self._ended else None

    def _plain(self, line: Line) -> Entry | None:
        match = _PLAIN.match(line.text)
        if match is None or self.current is None or not self._ended:
            return None
        number, here = int(match[1]), self.current.paragraph
        listed = self.style is Style.PLAIN or (self.style is None and number == 1)
        if listed and not (number == here + 1 and self._list_is_over(number)):
            entry = Entry(here, number, Style.PLAIN, line, [line.text[match.end() :]])
            entry.fault = _fault(number, self.current.item + 1)
            return entry
        if number <= here:
            return None
        fault = None if number == here + 1 else Fault.GAP
        return Entry(number, 0, None, line, [line.text[match.end() :]], fault)

    def _list_is_over(self, number: int) -> bool:
        """Whether the next paragraph's number is no item: item 96 and paragraph 96 may both be next (A/HRC/14/10).

        A list goes on as long as its items end with a semicolon; the last ends with a full stop.
        """
        next_item = self.current.item + 1 if self.current else 1
        return number != next_item or _STOPPED.search(self._words) is not None

    def _lettered(self, line: Line) -> Entry | None:
        match = _LETTERED.match(line.text)
        if match is None or self.current is None or self.style not in (None, Style.LETTERED) or not self._ended:
            return None
        item = self.current.item + 1
        if match[1] != _letters(item):
            return None
        return Entry(self.current.paragraph, item, Style.LETTERED, line, [line.text[match.end() :]])


def _fault(number: int, expected: int) -> Fault | None:
    if number == expected:
        return None
    return Fault.GAP if number > expected else Fault.REPEATED


def _letters(item: int) -> str:
    """Return the letters of an item: a to z, then aa to zz."""
    letter = chr(ord("a") + (item - 1) % 26)
    return letter * ((item - 1) // 26 + 1)
