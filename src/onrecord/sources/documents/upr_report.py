"""Reports of the Working Group on the Universal Periodic Review: each recommendation, who made it, and the answer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.printed import begins, printed
from onrecord.sources.printed.lines import Line, Part
from onrecord.sources.upr.attribution import EXPECTED, attributed
from onrecord.sources.upr.lists import Entry, Fault, entries
from onrecord.sources.upr.masthead import Masthead, is_titled, masthead
from onrecord.sources.upr.positions import positions_in
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import (
    DocumentSaid,
    Left,
    RecommendationSaid,
    Statement,
    UprParagraphSaid,
    UprResponse,
    WhyLeft,
)
from onrecord.vocabulary.states import Gazetteer

_SECTION = re.compile(r"(?:[IVX]+\.?\s*)?conclusions?\s+and\s*/?\s*or\s+recommendations?\s*[*\d]*", re.IGNORECASE)
_PLEDGES = re.compile(r"(?:[IVX]+\.?\s*)?voluntary\s+(?:pledges?|commitments?)\b.{0,60}", re.IGNORECASE)
_ANNEX = re.compile(r"annex(?:es)?(?:\s+[IVX]+)?\.?", re.IGNORECASE)
_CLOSING = re.compile(
    r"\ball\s+(?:the\s+)?(?:conclusions\s+and(?:\s*/\s*or)?\s+)?recommendations\b.{0,80}\breflect\b", re.IGNORECASE
)
_WHY = {
    Fault.GAP: (WhyLeft.DISAGREES, "the next number"),
    Fault.REPEATED: (WhyLeft.REPEATED, "the next number"),
    Fault.ELSEWHERE: (WhyLeft.DISAGREES, "a number of the paragraph it stands under"),
}


@dataclass(slots=True)
class _Paragraph:
    """The paragraph being read: its introduction, the position this gives, and how many items are read under it."""

    entry: Entry
    positions: tuple[UprResponse, ...]
    first: int = 0
    last: int = 0

    @property
    def response(self) -> UprResponse | None:
        return self.positions[0] if len(self.positions) == 1 else None


def _recognises(opened: Opened) -> bool:
    """Whether the document has the title of a Working Group's report and is no addendum to one."""
    first = begins(opened)
    return is_titled(first) and not any(_is_addendum(line) for line in first)


def _is_addendum(line: Line) -> bool:
    return line.text.rstrip("*").casefold() == "addendum"


def _read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the report's symbol and date, then its recommendations with the paragraph they are listed under."""
    lines = printed(opened).lines
    head = masthead(lines, gazetteer)
    yield _document(head)
    yield from head.left
    if head.state is None:
        return
    section = _conclusions(lines)
    if not section:
        raise UnreadableDocument(opened.name, "the document", "a section of conclusions and recommendations", "none")
    yield from _Reading(head, head.state, gazetteer).section(section)
    yield from _footnotes(lines, section[0].row, section[-1].row)
    opened.told(opened.size)


def _document(head: Masthead) -> Statement:
    place = Place(page=head.line.page, row=head.line.row) if head.line else Place()
    said = DocumentSaid(symbol=head.symbol, date=head.dated)
    return Statement(said, place, head.symbol or "")


def _conclusions(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of the section from its last heading (the first may be in the contents) to the annex."""
    body = [line for line in lines if line.part not in (Part.FOOTNOTE, Part.HEADER)]
    starts = [at for at, line in enumerate(body) if _SECTION.fullmatch(line.text)]
    after = body[starts[-1] + 1 :] if starts else []
    end = next((at for at, line in enumerate(after) if _ANNEX.fullmatch(line.text)), len(after))
    return after[:end]


def _footnotes(lines: Sequence[Line], first: int, last: int) -> Iterator[Left]:
    """Yield the footnotes of the section: one may say that a recommendation was put in other words."""
    within = (line for line in lines if line.part is Part.FOOTNOTE and first <= line.row <= last)
    for page, notes in groupby(within, key=lambda line: line.page):
        note = list(notes)
        place = Place(page=page, row=note[0].row)
        yield Left(WhyLeft.UNREAD_FIELD, place, " ".join(line.text for line in note), "no footnote")


class _Reading:
    """What is known while a section is read: the report, and the paragraph that the items stand under."""

    def __init__(self, head: Masthead, state: str, gazetteer: Gazetteer) -> None:
        self.head, self.state, self.gazetteer = head, state, gazetteer
        self.paragraph: _Paragraph | None = None
        self.closed = False

    def section(self, lines: Sequence[Line]) -> Iterator[Found]:
        """Yield what the paragraphs and items of the section say."""
        pledges = next((line.row for line in lines if _PLEDGES.fullmatch(line.text)), None)
        entry = None
        for entry in entries(line for line in lines if line.row != pledges):
            if not entry.item:
                yield from self._end()
                self._begin(entry, pledged=pledges is not None and entry.line.row > pledges)
            yield from self._number(entry)
            if entry.item:
                yield from self._item(entry)
        yield from self._end()
        if not self.closed:
            place = _place(entry) if entry else Place()
            yield Left(WhyLeft.CUT_SHORT, place, entry.text[-80:] if entry else "", "the closing paragraph")

    def _begin(self, entry: Entry, pledged: bool) -> None:
        self.closed = self.closed or _CLOSING.search(entry.text) is not None
        positions = (UprResponse.VOLUNTARY_PLEDGE,) if pledged else positions_in(entry.text)
        self.paragraph = _Paragraph(entry, positions)

    def _number(self, entry: Entry) -> Iterator[Left]:
        if entry.fault is not None:
            why, expected = _WHY[entry.fault]
            yield Left(why, _place(entry), entry.number, expected)

    def _item(self, entry: Entry) -> Iterator[Found]:
        under = self.paragraph
        if under is None:
            return
        under.first, under.last = under.first or entry.item, entry.item
        read = attributed(entry.text, self.gazetteer, self.head.day)
        pledged = under.response is UprResponse.VOLUNTARY_PLEDGE
        said = RecommendationSaid(
            self.state, self.head.report, entry.number, read.text, read.states, under.response, self.head.session
        )
        yield Statement(said, _place(entry), entry.printed)
        for doubt in read.doubts:
            if not (pledged and doubt.why is WhyLeft.MISSING_FIELD):
                yield Left(doubt.why, _place(entry), doubt.printed, EXPECTED, doubt.candidates)

    def _end(self) -> Iterator[Found]:
        """Yield what a paragraph says whose list is read; one without a list is left, but for the closing one."""
        under = self.paragraph
        if under is None:
            return
        place, words = _place(under.entry), under.entry.printed
        if not under.last:
            if _CLOSING.search(words) is None:
                yield Left(WhyLeft.UNREAD_FIELD, place, words, "a paragraph that lists recommendations")
            return
        if under.response is None:
            yield Left(WhyLeft.UNKNOWN_VALUE, place, words, "words that give one position on the recommendations")
        number, introduction = under.entry.number, under.entry.text
        said = UprParagraphSaid(
            self.state, self.head.report, number, under.first, under.last, under.response, introduction
        )
        yield Statement(said, place, words)


def _place(entry: Entry) -> Place:
    return Place(page=entry.line.page, paragraph=entry.number, row=entry.line.row)


READER = Reader("report of the Working Group on the Universal Periodic Review", _recognises, _read)
