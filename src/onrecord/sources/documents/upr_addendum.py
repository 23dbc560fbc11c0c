"""Addenda to reports of the Working Group: the position on each recommendation that was left to be examined."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.printed import begins, printed
from onrecord.sources.printed.lines import Line, Part
from onrecord.sources.upr.masthead import Masthead, is_titled, masthead
from onrecord.sources.upr.numbers import bare_numbers_in, leading_number, numbers_in, paragraph_named
from onrecord.sources.upr.positions import answer_in, positions_in
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import DocumentSaid, Left, Statement, UprPositionSaid, UprResponse, WhyLeft
from onrecord.vocabulary.states import Gazetteer

_BEGINS = re.compile(
    r"(?:\d{1,3}\.(?:\d{1,3}\b)?|recommendations?\b|[-–•*]\s|\([a-z]\)\s|(?:response|reply|position)\b)", re.I
)
_ENDED = re.compile(r"[.;:)!?]\s*\d{0,2}$")
_NAMED = re.compile(r"\brecommendations?\b", re.IGNORECASE)
_STATES_CLOSE = re.compile(r"\([A-Z][^()]*(?:\([^()]*\)[^()]*)*\)\s*[;.:]")
_HEADING_WORDS = 40
_POSITION_WORDS = 25
_EXPECTED = "one position: supported, noted, supported in part or still pending"


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, a heading or a table row (with its cells) and the line where it begins."""

    line: Line
    text: str
    cells: tuple[str, ...] = ()


@dataclass(slots=True)
class _Open:
    """What an addendum has said so far: positions by number, the heading that holds, numbers still unanswered."""

    heading: UprResponse | None = None
    paragraph: str | None = None
    said: dict[str, UprResponse] = field(default_factory=dict)
    waiting: tuple[str, ...] = ()
    where: _Block | None = None


def _recognises(opened: Opened) -> bool:
    """Whether the document has the title of a Working Group's report and calls itself an addendum."""
    first = begins(opened)
    return is_titled(first) and any(line.text.rstrip("*").casefold() == "addendum" for line in first)


def _read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the addendum's symbol and date, then the position it gives on each recommendation it numbers."""
    lines = printed(opened).lines
    head = masthead(lines, gazetteer)
    place = Place(page=head.line.page, row=head.line.row) if head.line else Place()
    yield Statement(DocumentSaid(symbol=head.symbol, date=head.dated), place, head.symbol or "")
    yield from head.left
    if head.state is None:
        return
    reading = _Open()
    for block in _blocks([line for line in lines if line.part not in (Part.FOOTNOTE, Part.HEADER)]):
        yield from _block(block, reading, head, head.state)
    yield from _unanswered(reading)
    if not reading.said:
        yield Left(WhyLeft.MISSING_FIELD, Place(), head.symbol or opened.name, "positions on numbered recommendations")
    opened.told(opened.size)


def _blocks(lines: Sequence[Line]) -> Iterator[_Block]:
    """Yield paragraphs and table rows; a line goes on with the paragraph before it until that has ended."""
    for cell, group in groupby(lines, key=lambda line: line.cell and line.cell[:2]):
        row = list(group)
        if cell is not None:
            columns = groupby(row, key=lambda line: line.cell and line.cell[2])
            cells = tuple(" ".join(line.text for line in column) for _, column in columns)
            yield _Block(row[0], " ".join(cells), cells)
            continue
        yield from _paragraphs(row)


def _paragraphs(lines: Sequence[Line]) -> Iterator[_Block]:
    open_lines: list[Line] = []
    for line in lines:
        if open_lines and _apart(open_lines[-1], line):
            yield _Block(open_lines[0], " ".join(each.text for each in open_lines))
            open_lines = []
        open_lines.append(line)
    if open_lines:
        yield _Block(open_lines[0], " ".join(each.text for each in open_lines))


def _apart(before: Line, line: Line) -> bool:
    """Whether two lines are of two paragraphs: another sort of line, or a sentence begun where one has ended."""
    if before.part is not line.part or leading_number(line.text):
        return True
    begins_anew = _BEGINS.match(line.text) is not None or line.text[:1].isupper()
    return not before.goes_on and _ENDED.search(before.text) is not None and begins_anew


def _block(block: _Block, reading: _Open, head: Masthead, state: str) -> Iterator[Found]:
    """Yield the positions a block gives: on the numbers it names, or on those that waited for an answer."""
    reading.paragraph = paragraph_named(block.text) or reading.paragraph
    numbers, faults = _numbers(block, reading)
    answer = _answer(block)
    for fault in faults:
        yield Left(WhyLeft.DISAGREES, _place(block), fault, "a range that runs forward within one paragraph")
    if len(answer) > 1:
        yield Left(WhyLeft.UNKNOWN_VALUE, _place(block), block.text, _EXPECTED)
    elif numbers and (answer or reading.heading):
        yield from _unanswered(reading)
        yield from _positions(block, numbers, answer[0] if answer else None, reading, (head, state))
    elif numbers:
        yield from _unanswered(reading)
        reading.waiting, reading.where = numbers, block
    elif answer and _is_heading(block):
        yield from _unanswered(reading)
        reading.heading = answer[0]
    elif answer and reading.waiting:
        numbers, reading.waiting = reading.waiting, ()
        yield from _positions(block, numbers, answer[0], reading, (head, state))
    elif answer and _NAMED.search(block.text) and len(block.text.split()) <= _HEADING_WORDS:
        reading.heading = answer[0]


def _is_heading(block: _Block) -> bool:
    return _NAMED.search(block.text) is not None and block.text.endswith(":")


def _numbers(block: _Block, reading: _Open) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the recommendations a block is about, and the ranges in it that are none."""
    for text in block.cells or (block.text,):
        led = leading_number(text)
        if led is not None:
            return (led[0],), ()
    named = block.cells or _NAMED.search(block.text) or block.text[:1].isdigit() or reading.heading
    read = numbers_in(_short_cells(block) if block.cells else block.text) if named else None
    if read is not None and read.numbers:
        return tuple(dict.fromkeys(read.numbers)), read.faults
    if reading.paragraph is None:
        return (), ()
    bare = bare_numbers_in(block.text, reading.paragraph)
    return tuple(dict.fromkeys(bare.numbers)), bare.faults


def _short_cells(block: _Block) -> str:
    return "; ".join(cell for cell in block.cells if cell[:1].isdigit())


def _answer(block: _Block) -> tuple[UprResponse, ...]:
    """Return the positions a block takes; of a row, those of its first cell that takes one and is no recommendation."""
    if not block.cells:
        led = leading_number(block.text)
        return answer_in(_after_states(led[1])) if led else answer_in(block.text)
    for cell in block.cells:
        if leading_number(cell) is None and not _STATES_CLOSE.search(f"{cell};"):
            found = positions_in(cell) if len(cell.split()) <= _POSITION_WORDS else answer_in(cell)
            if found:
                return found
    return ()


def _after_states(text: str) -> str:
    """Return what follows a recommendation that is printed again with its states; the whole text where none is."""
    ends = [match.end() for match in _STATES_CLOSE.finditer(text)]
    return text[ends[-1] :].strip() if ends else text


def _positions(
    block: _Block, numbers: tuple[str, ...], answer: UprResponse | None, reading: _Open, of: tuple[Masthead, str]
) -> Iterator[Found]:
    response = answer or reading.heading
    if response is None:
        return
    if answer and reading.heading and answer is not reading.heading and len(numbers) == 1:
        yield Left(WhyLeft.DISAGREES, _place(block), block.text, f"{reading.heading}, as its heading says")
    for number in numbers:
        before = reading.said.get(number)
        if before is not None:
            why = WhyLeft.REPEATED if before is response else WhyLeft.DISAGREES
            yield Left(why, _place(block, number), block.text, f"one position on {number}: it was {before} before")
        reading.said[number] = response
        head, state = of
        yield Statement(UprPositionSaid(state, head.report, number, response), _place(block, number), block.text)


def _unanswered(reading: _Open) -> Iterator[Left]:
    if reading.waiting and reading.where:
        for number in reading.waiting:
            yield Left(WhyLeft.MISSING_FIELD, _place(reading.where, number), reading.where.text, _EXPECTED)
    reading.waiting = ()


def _place(block: _Block, number: str | None = None) -> Place:
    return Place(page=block.line.page, paragraph=number, row=block.line.row)


READER = Reader("addendum to a report of the Universal Periodic Review", _recognises, _read)
