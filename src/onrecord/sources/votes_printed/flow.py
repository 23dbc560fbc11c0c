"""A printed document as one running text, of which every place is known."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.sources.printed.lines import Line, Part
from onrecord.vocabulary.places import Place

_MONTHS = (
    ("january", "janvier", "enero"),
    ("february", "février", "febrero"),
    ("march", "mars", "marzo"),
    ("april", "avril", "abril"),
    ("may", "mai", "mayo"),
    ("june", "juin", "junio"),
    ("july", "juillet", "julio"),
    ("august", "août", "agosto"),
    ("september", "septembre", "septiembre"),
    ("october", "octobre", "octubre"),
    ("november", "novembre", "noviembre"),
    ("december", "décembre", "diciembre"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_DAY = re.compile(rf"\b(\d{{1,2}})(?:er)?\s+(?:de\s+)?({'|'.join(_MONTH)})\s+(?:de\s+)?(\d{{4}})\b", re.I)
_NUMBERED = re.compile(r"^(\d{1,4})\.\s", re.M)


@dataclass(frozen=True)
class Flow:
    """The running text of a document: the lines of its body, each ended by a line break, and where each begins."""

    text: str
    starts: tuple[int, ...]
    lines: tuple[Line, ...]
    numbers: tuple[tuple[int, str], ...]
    days: tuple[tuple[int, date], ...]

    def line_at(self, at: int) -> int:
        """Return which line (from 0) holds a place of the text."""
        return max(0, bisect_right(self.starts, at) - 1)

    def place(self, at: int) -> Place:
        """Return the page, numbered paragraph and line of a place of the text."""
        if not self.lines:
            return Place()
        line = self.lines[self.line_at(at)]
        before = bisect_right(self.numbers, (at, "\uffff"))
        return Place(line.page, self.numbers[before - 1][1] if before else None, line.row)

    def day(self, at: int) -> date | None:
        """Return the last day named before a place, or the first after it where there is none."""
        before = bisect_right(self.days, (at, date.max))
        if not self.days:
            return None
        return self.days[before - 1][1] if before else self.days[0][1]


def flow_of(lines: Iterable[Line]) -> Flow:
    """Return the running text of a document without its page headers, footers and footnotes."""
    kept = tuple(line for line in lines if line.part not in (Part.HEADER, Part.FOOTNOTE))
    starts, at = [], 0
    for line in kept:
        starts.append(at)
        at += len(line.text) + 1
    text = "".join(f"{line.text}\n" for line in kept)
    numbers = tuple((match.start(), match[1]) for match in _NUMBERED.finditer(text))
    return Flow(text, tuple(starts), kept, numbers, days_in(text))


def days_in(text: str) -> tuple[tuple[int, date], ...]:
    """Return the days a text names, each with its place, in English, French or Spanish."""
    found = ((match.start(), _day(match)) for match in _DAY.finditer(text))
    return tuple((at, day) for at, day in found if day)


def _day(match: re.Match[str]) -> date | None:
    """Return the day written; None where the calendar has no such day."""
    try:
        return date(int(match[3]), _MONTH[match[2].casefold()], int(match[1]))
    except ValueError:
        return None
