"""The votes of a file that has a row for each state in each: each is said once, its totals held to its rows.

Files are sorted by vote, but that is not relied on. Of a vote whose rows have ended only its totals, its counts and
who was listed are kept; where it comes back its rows go on, and its totals are compared again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter

from onrecord.sources.catalogues import (
    SEVERAL,
    Counted,
    VotesRead,
    body_of,
    day_written,
    figure_written,
    symbol_fault,
    tally_written,
    vote_symbol,
)
from onrecord.sources.documents.assembly.columns import OF_A_ROW, TOTALS, Column, Header
from onrecord.sources.documents.opened import Found
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Outcome
from onrecord.vocabulary.statements import Left, OutcomeSaid, Statement, TallySaid, TextSaid, VoteKey, WhyLeft

_MODALITIES = {
    "vote": None,
    "with vote": None,
    "recorded vote": None,
    "without vote": Outcome.ADOPTED_WITHOUT_A_VOTE,
    "without a vote": Outcome.ADOPTED_WITHOUT_A_VOTE,
    "adopted without vote": Outcome.ADOPTED_WITHOUT_A_VOTE,
    "": None,
}
"""What the column modality can say; None where it says no more than that there was a vote."""


@dataclass(slots=True)
class Open:
    """A vote some of whose rows are read; ``seen`` are the states listed so far, ``alike`` what all its rows share.

    ``listed`` are positions not yet counted: a row costs less so, and there are 900,000 of them.
    """

    key: VoteKey
    row: int
    day: date | None
    tally: TallySaid
    alike: tuple[str, ...]
    listed: list[Position] = field(default_factory=list)
    counted: Counted = field(default_factory=Counted)
    seen: dict[str, Position] = field(default_factory=dict)
    came_back: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """What is kept of a vote whose rows have ended, small enough for thousands: the states in one string."""

    vote: Open
    seen: str


class Votes:
    """The votes of one file, turned to one after the other."""

    def __init__(self, header: Header) -> None:
        """Begin with none."""
        self._header = header
        shared = [at for column, at in header.at.items() if column not in OF_A_ROW]
        self._shared = [column for column in header.at if column not in OF_A_ROW]
        self.alike = itemgetter(*shared, *shared[:1])
        """What of a row belongs to its vote, as a tuple."""
        self._symbols = VotesRead()
        self._closed: dict[str, Closed] = {}
        self.current: Open | None = None
        self._id = ""

    def is_current(self, cells: list[str]) -> bool:
        """Return whether a row is of the current vote."""
        return self.current is not None and self._id_of(cells) == self._id

    def _id_of(self, cells: list[str]) -> str:
        """What tells a row's vote: its number in the library, else its symbol and day."""
        number = self._header.cell(cells, Column.ID)
        return number or f"{self._header.cell(cells, Column.RESOLUTION)} {self._header.cell(cells, Column.DATE)}"

    def turn_to(self, cells: list[str], row: int) -> list[Found]:
        """Make the vote of a row the current one; return what is to be said of the one before and of this."""
        found = self.close()
        self._id = self._id_of(cells)
        closed = self._closed.pop(self._id, None)
        if closed is None:
            return [*found, *self._begin(cells, row)]
        self.current = closed.vote
        self.current.seen = _unpacked(closed.seen)
        self.current.alike = self.alike(cells)
        return [*found, *self._goes_on(cells, row)]

    def close(self) -> list[Found]:
        """End the current vote; return its totals where its rows contradict them for good."""
        vote, self.current = self.current, None
        if vote is None:
            return []
        vote.counted.add(vote.listed)
        vote.listed = []
        found: list[Found] = [] if _may_go_on(vote) else list(_compared(vote, self._header))
        seen, vote.seen, vote.alike = _packed(vote.seen), {}, ()
        self._closed[self._id] = Closed(vote, seen)
        return found

    def end(self) -> Iterator[Found]:
        """End the file: the totals of the votes that lack rows, which none has brought."""
        yield from self.close()
        for closed in self._closed.values():
            if _may_go_on(closed.vote):
                yield from _compared(closed.vote, self._header)

    def differing(self, cells: list[str], row: int) -> Iterator[Found]:
        """Return what a row says of its vote otherwise than the vote's first row; other totals are said, too."""
        vote = self.current
        if vote is None:
            return
        for column, value, first in zip(self._shared, self.alike(cells), vote.alike, strict=False):
            if value != first:
                place = self._header.place(row, column)
                yield Left(WhyLeft.DISAGREES, place, value, f"{first!r}, as in row {vote.row} of the same vote")
        yield from self._other_totals(vote, cells, row)

    def _other_totals(self, vote: Open, cells: list[str], row: int) -> Iterator[Found]:
        found: list[Found] = []
        tally = self._tally(vote.key, cells, row, found)
        if tally != vote.tally:
            yield from found
            yield Statement(tally, self._header.place(row, Column.YES), tally_written(tally))

    def _goes_on(self, cells: list[str], row: int) -> Iterator[Found]:
        vote = self.current
        if vote and not vote.came_back:
            vote.came_back = True
            expected = f"the rows of a vote together; this one began in row {vote.row} and goes on here"
            yield Left(WhyLeft.REPEATED, self._header.place(row, Column.ID), self._id, expected)
        if vote:
            yield from self._other_totals(vote, cells, row)

    def _begin(self, cells: list[str], row: int) -> Iterator[Found]:
        cell = self._header.cell
        printed = cell(cells, Column.RESOLUTION) or cell(cells, Column.DRAFT) or self._id
        symbol = vote_symbol(printed)
        council = Column.PERMANENT in self._header.at or Column.DESCRIPTION in self._header.at
        body = body_of(symbol) or ("SC" if council else "GA")
        key, earlier, _ = self._symbols.key(body, symbol, row, hash(self._id))
        place = self._header.place(row, Column.RESOLUTION)
        fault = symbol_fault(printed)
        if not cell(cells, Column.RESOLUTION):
            yield Left(WhyLeft.MISSING_FIELD, place, printed, "the symbol of a resolution")
        elif fault:
            yield Left(fault, place, printed, "the standard form of a UN document symbol")
        if earlier:
            expected = f"another vote than that of row {earlier.row} on the same symbol"
            yield Left(WhyLeft.REPEATED, place, printed, expected)
        found: list[Found] = []
        tally = self._tally(key, cells, row, found)
        self.current = Open(key, row, self._day(cells, row, found), tally, self.alike(cells))
        yield from found
        yield Statement(self._text(self.current, cells), place, printed)
        yield from self._outcome(key, cells, row)
        if any(column in self._header.at for column in TOTALS):
            yield Statement(tally, self._header.place(row, Column.YES), tally_written(tally))

    def _day(self, cells: list[str], row: int, found: list[Found]) -> date | None:
        written = self._header.cell(cells, Column.DATE)
        try:
            return day_written(written)
        except NotInVocabulary as error:
            found.append(Left(WhyLeft.UNKNOWN_VALUE, self._header.place(row, Column.DATE), written, error.expected))
            return None

    def _tally(self, key: VoteKey, cells: list[str], row: int, found: list[Found]) -> TallySaid:
        figures: list[int | None] = []
        for column in TOTALS:
            written = self._header.cell(cells, column)
            try:
                figures.append(figure_written(written))
            except NotInVocabulary as error:
                figures.append(None)
                found.append(Left(WhyLeft.UNKNOWN_VALUE, self._header.place(row, column), written, error.expected))
        return TallySaid(key, *figures)

    def _text(self, vote: Open, cells: list[str]) -> TextSaid:
        def said(column: Column) -> str | None:
            return self._header.cell(cells, column) or None

        drafts = _several(said(Column.DRAFT))
        return TextSaid(
            vote.key,
            title=said(Column.TITLE) or said(Column.DESCRIPTION),
            date=vote.day,
            session=said(Column.SESSION),
            meeting=said(Column.MEETING),
            subject=SEVERAL.join(_several(said(Column.SUBJECTS))) or None,
            draft_symbol=vote_symbol(drafts[0]) if drafts else None,
            url=said(Column.LINK),
            agenda_title=SEVERAL.join(_several(said(Column.AGENDA))) or None,
            related=(*drafts[1:], *_several(said(Column.REPORT))),
            note=said(Column.NOTE),
        )

    def _outcome(self, key: VoteKey, cells: list[str], row: int) -> Iterator[Found]:
        written = self._header.cell(cells, Column.MODALITY)
        place = self._header.place(row, Column.MODALITY)
        known = written.casefold()
        outcome = _MODALITIES.get(known)
        if known not in _MODALITIES:
            yield Left(WhyLeft.UNKNOWN_VALUE, place, written, "vote or without vote")
        elif outcome:
            yield Statement(OutcomeSaid(key, outcome), place, written)


def _several(written: str | None) -> tuple[str, ...]:
    """What stands between the bars of a cell; "--" between a subject and its part stays as printed."""
    return tuple(part.strip() for part in (written or "").split("|") if part.strip())


def _compared(vote: Open, header: Header) -> Iterator[Found]:
    tally, place, printed = vote.tally, header.place(vote.row, Column.YES), tally_written(vote.tally)
    parts = (tally.yes, tally.no, tally.abstain, tally.non_voting)
    total = sum(part for part in parts if part is not None)
    if None not in parts and tally.total not in (None, total):
        yield Left(WhyLeft.DISAGREES, place, printed, f"a total of {total}, as the figures add up")
    if not vote.counted.agrees(tally):
        yield Left(WhyLeft.DISAGREES, place, printed, f"{vote.counted}, as the rows count up")


def _may_go_on(vote: Open) -> bool:
    """Whether rows are wanting, and none is too many: they may come later in the file."""
    counted, tally = vote.counted, vote.tally
    pairs = (
        (counted.yes, tally.yes),
        (counted.no, tally.no),
        (counted.abstain, tally.abstain),
        (counted.non_voting, tally.non_voting),
        (counted.total, tally.total),
    )
    return not counted.agrees(tally) and all(figure is None or count <= figure for count, figure in pairs)


def _packed(seen: dict[str, Position]) -> str:
    return " ".join(f"{state}:{position}" for state, position in seen.items())


def _unpacked(packed: str) -> dict[str, Position]:
    return {state: Position(position) for state, _, position in (one.partition(":") for one in packed.split())}
