"""The sentences of a document with their places: text in, sentences out, nothing judged."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from onrecord.claims.sentences.boundaries import sentence_ends
from onrecord.claims.sentences.hyphens import keeps_hyphen, known_words
from onrecord.claims.sentences.layout import Block, Layout, blocks_of
from onrecord.claims.sentences.lines import marker_kind, numbers_of

__all__ = ["Layout", "Sentence", "split"]

_WORD = re.compile(r"[^\s\xad\u200b\ufeff]+|\xad|\s+|[\u200b\ufeff]")
_HYPHENED = re.compile(r"[^\W\d_][-\xad]$")
_NOT_JOINED = ("and", "or", "to", "und", "et", "y")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: ``text`` on one line; ``start`` and ``end`` its place in the document's text.

    ``offsets`` has, for every character of ``text``, its place in the document. ``lead`` is the clause that opens
    the list an item belongs to, ``heading`` the nearest heading above.
    """

    text: str
    start: int
    end: int
    layout: Layout
    offsets: tuple[int, ...]
    lead: str | None = None
    heading: str | None = None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters from ``start`` up to ``end`` of ``text`` stand in the document's text."""
        if end <= start:
            at = self.offsets[start] if start < len(self.offsets) else self.end
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(slots=True)
class _Joined:
    """The text of a block on one line, with the place of each character."""

    text: str
    offsets: list[int]


def split(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a document's text in their order."""
    known = known_words(text)
    context = _Context()
    found: list[Sentence] = []
    for block in blocks_of(text):
        context.enter(block)
        found += _sentences_of(block, known, context)
        context.leave(block, found[-1].text if found else "")
    return tuple(sorted(found, key=lambda s: (s.start, s.end)))


class _Context:
    """The heading above and the clauses that opened the lists around, while reading on."""

    def __init__(self) -> None:
        self.heading: str | None = None
        self.lead: str | None = None
        self._leads: dict[str, str | None] = {}
        self._opener: str | None = None
        self._numbered: tuple[tuple[str, ...], str] = ((), "")

    def enter(self, block: Block) -> None:
        """Find the clause that opened the list, before the sentences of a block are made."""
        if block.layout is not Layout.BULLET:
            self.lead = None
            return
        kind = marker_kind(block.first)
        if kind in self._leads:
            while next(reversed(self._leads)) != kind:
                self._leads.popitem()
        else:
            self._leads[kind] = self._opener or self._paragraph_above(block)
        self.lead = self._leads[kind]

    def _paragraph_above(self, block: Block) -> str | None:
        """Return how paragraph 124 ends, for its item 124.1."""
        numbers, last = self._numbered
        return last if numbers and numbers_of(block.first)[:-1] == numbers else None

    def leave(self, block: Block, last: str) -> None:
        """Keep what the next block may need of this one."""
        if block.layout in (Layout.FOOTNOTE, Layout.METADATA):
            return
        self._opener = last if last.endswith(":") else None
        if block.layout is not Layout.BULLET:
            self._leads = {}
            numbers = numbers_of(block.first)
            self._numbered = (numbers, last) if numbers else self._numbered
        if block.layout is Layout.HEADING:
            self.heading = last


def _sentences_of(block: Block, known: Container[str], context: _Context) -> Iterator[Sentence]:
    joined = _joined(block, known)
    whole = block.layout in (Layout.HEADING, Layout.METADATA, Layout.TABLE, Layout.FOOTNOTE)
    at = 0
    for end in [len(joined.text)] if whole else sentence_ends(joined.text):
        begin = at + (len(joined.text[at:end]) - len(joined.text[at:end].lstrip()))
        at = end
        if begin < end:
            places = tuple(joined.offsets[begin:end])
            yield Sentence(
                joined.text[begin:end], places[0], places[-1] + 1, block.layout, places, context.lead, context.heading
            )


def _joined(block: Block, known: Container[str]) -> _Joined:
    joined = _Joined("", [])
    parts: list[str] = []
    for at, line in enumerate(block.lines):
        for match in _WORD.finditer(line.text):
            word = match[0]
            if word.isspace():
                word = " "
            elif word in "\xad\u200b\ufeff":
                continue
            parts.append(word)
            joined.offsets.extend(range(line.start + match.start(), line.start + match.start() + len(word)))
        if at + 1 < len(block.lines):
            _add_break(parts, joined.offsets, block.lines[at + 1].text, known, line.text)
    joined.text = "".join(parts)
    return joined


def _add_break(parts: list[str], offsets: list[int], after: str, known: Container[str], line: str) -> None:
    """Put a space where a line ends, or nothing behind a hyphen; drop a hyphen that only the line's end needs."""
    if line.endswith("\xad"):
        return
    word = after.split(maxsplit=1)[0]
    if not _HYPHENED.search(line) or not word[0].isalnum() or word.casefold() in _NOT_JOINED:
        parts.append(" ")
        offsets.append(offsets[-1] + 1)
        return
    left = re.split(r"[^\w-]", parts[-1][:-1])[-1]
    right = re.match(r"[\w-]+", word)
    if left and right and not keeps_hyphen(left, right[0].strip("-") or "x", known):
        parts[-1] = parts[-1][:-1]
        offsets.pop()
