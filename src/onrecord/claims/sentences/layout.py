"""The blocks of a text: headings, paragraphs, list items, footnotes, rows, and what stands around them."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import zip_longest

from onrecord.claims.sentences.furniture import is_closing, is_furniture, is_opening
from onrecord.claims.sentences.lines import (
    Line,
    Setting,
    Start,
    goes_on,
    is_full,
    is_stopped,
    lines_of,
    marker_kind,
    note_number,
    numbers_of,
    setting_of,
    start_of,
)

_ROW = re.compile(r"\S\s*\t\s*\S.*|\S \| \S")
_NUMERIC = re.compile(r"\d[\d,.]*\s+[a-z]")
_LONGEST_HEADING = 150
_MOST_WORDS = 20


class Layout(StrEnum):
    """What a stretch of a document is."""

    HEADING = "heading"
    PROSE = "prose"
    BULLET = "list item"
    FOOTNOTE = "footnote"
    TABLE = "table row"
    METADATA = "metadata"


@dataclass(slots=True)
class Block:
    """Lines that belong together; ``start`` says what the first begins with."""

    layout: Layout
    start: Start
    lines: list[Line] = field(default_factory=list)

    @property
    def first(self) -> str:
        """Return the first line's text."""
        return self.lines[0].text

    @property
    def last(self) -> str:
        """Return the last line's text."""
        return self.lines[-1].text

    @property
    def length(self) -> int:
        """Return how many characters the lines have."""
        return sum(len(line.text) for line in self.lines)


def blocks_of(text: str) -> list[Block]:
    """Return the blocks of a text in their order; a paragraph that a page break cuts in two is one block."""
    lines = lines_of(text)
    builder = _Builder(lines, setting_of(lines))
    for at, line in enumerate(lines):
        builder.add(at, line)
    return _named(builder.blocks)


@dataclass(slots=True)
class _Builder:
    lines: list[Line]
    setting: Setting
    blocks: list[Block] = field(default_factory=list)
    current: Block | None = None
    open: Block | None = None

    def add(self, at: int, line: Line) -> None:
        """Put a line into the block it belongs to."""
        start = self._start_of(line)
        layout = _layout_of(line, start)
        block = self._block_for(at, line) if start is Start.PLAIN and layout is Layout.PROSE else None
        if block is None:
            block = Block(layout, start)
            self.blocks.append(block)
            self.open = block if layout in (Layout.PROSE, Layout.BULLET) else self.open
        if layout is Layout.TABLE:
            self.open = None
        block.lines.append(line)
        self.current = block

    def _start_of(self, line: Line) -> Start:
        last = self.current
        note = note_number(last.lines[0]) if last and last.start is Start.NOTE else None
        start = start_of(line, self.setting, note)
        sure = start in (Start.PLAIN, Start.NOTE) or (start is Start.SIGN and line.text[0] not in "-–—*")
        return start if sure or self._may_begin(line) else Start.PLAIN

    def _block_for(self, at: int, line: Line) -> Block | None:
        """Return the block that a line goes on with, if any."""
        last = self.current
        if last and last.layout not in (Layout.METADATA, Layout.TABLE) and self._continues(last, at, line):
            return last
        return self.open if self.open and self._resumes(self.open, line) else None

    def _may_begin(self, line: Line) -> bool:
        """Return whether a sign that also occurs within sentences may begin an item here."""
        last = self.current
        if last is None or line.gap or last.layout not in (Layout.PROSE, Layout.BULLET):
            return True
        return (
            is_stopped(last.last)
            or last.last.endswith((",", "and", "or"))
            or not is_full(last.lines[-1], line, self.setting.width)
        )

    def _continues(self, block: Block, at: int, line: Line) -> bool:
        """Return whether a line goes on with the block just before it."""
        before = block.lines[-1]
        if line.gap or is_opening(before.text) or is_closing(before.text):
            return False
        if before.text.isupper() and len(before.text) > 3 and not line.text.isupper():
            return False
        if is_full(before, line, self.setting.width):
            return not (is_stopped(before.text) and self._stands_alone(at, line))
        if before.text.endswith(("; and", "; or")):
            return False
        if is_stopped(before.text):
            return _after_abbreviation(before.text, line.text)
        return (
            line.text[0].islower()
            or line.text[0] == "("
            or goes_on(before.text)
            or _NUMERIC.match(line.text) is not None
        )

    def _stands_alone(self, at: int, line: Line) -> bool:
        """Return whether a line looks like a heading: no stop, broken off before its width, then a new start."""
        after = self.lines[at + 1] if at + 1 < len(self.lines) else None
        if is_stopped(line.text) or not line.text[0].isupper() or goes_on(line.text):
            return False
        return after is None or after.gap or not (is_full(line, after, self.setting.width) or after.text[0].islower())

    def _resumes(self, block: Block, line: Line) -> bool:
        """Return whether a line goes on with a paragraph that a page break, with its footnotes, cut in two."""
        if not line.text[0].islower() or is_stopped(block.last):
            return False
        return block.length >= 30 and (len(block.last) > 0.5 * self.setting.width or len(block.lines) > 1)


def _after_abbreviation(before: str, after: str) -> bool:
    return before.endswith(".") and goes_on(before) and (after[0].isdigit() or after[0].isupper())


def _layout_of(line: Line, start: Start) -> Layout:
    if start is Start.NOTE:
        return Layout.FOOTNOTE
    if is_furniture(line.text) or is_opening(line.text) or is_closing(line.text):
        return Layout.METADATA
    if start in (Start.SIGN, Start.LETTER):
        return Layout.BULLET
    return Layout.TABLE if start is Start.PLAIN and _ROW.search(line.text) else Layout.PROSE


def _named(blocks: list[Block]) -> list[Block]:
    """Tell headings, items without a sign and signatures from paragraphs."""
    written = any(b.layout is Layout.PROSE and b.last[-1] != ":" and is_stopped(b.last) for b in blocks)
    closed = False
    before: Block | None = None
    number: str | None = None
    for block, after in zip_longest(blocks, blocks[1:]):
        closed = (closed or is_closing(block.first)) and not (block.layout is Layout.PROSE and is_stopped(block.last))
        if block.layout is Layout.PROSE:
            if closed:
                block.layout = Layout.METADATA
            elif (before and _is_item(before, block)) or (number and numbers_of(block.first)[:-1] == (number,)):
                block.layout = Layout.BULLET
            elif written and _is_heading(block, after):
                block.layout = Layout.HEADING
            else:
                number = numbers_of(block.first)[0] if len(numbers_of(block.first)) == 1 else number
        if block.layout not in (Layout.FOOTNOTE, Layout.METADATA):
            before = block
    return blocks


def _is_item(before: Block, block: Block) -> bool:
    """Whether a paragraph is an item of a list that a colon opens, or a numbered one of such a list."""
    if before.layout is Layout.BULLET:
        same = before.start is block.start and marker_kind(before.first) == marker_kind(block.first)
        return same and (block.start is Start.NUMBER or before.last.endswith((";", "; and", "; or", ",")))
    if not before.last.endswith(":"):
        return False
    return block.start is Start.NUMBER or block.last.endswith((";", "; and", "; or"))


def _is_heading(block: Block, after: Block | None) -> bool:
    text = " ".join(line.text for line in block.lines)
    if len(text) > _LONGEST_HEADING or len(text.split()) > _MOST_WORDS or not (text[0].isupper() or text[0].isdigit()):
        return False
    if block.start is Start.NUMBER and len(text.split()) > 10:
        return False
    if text.endswith(":"):
        opens = after is not None and (after.layout is Layout.BULLET or _is_item(block, after))
        return len(text.split()) <= 4 and not opens
    if text.endswith("?"):
        return after is not None and after.layout is Layout.PROSE and after.length > block.length
    return text[-1] not in ".!;,…" and not is_stopped(text.rstrip("0123456789*†"))
