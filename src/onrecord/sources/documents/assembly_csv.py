"""The UN Digital Library's votes as CSV: the General Assembly's, 900,000 rows, and the Security Council's."""

import csv
import io
from collections.abc import Callable, Iterator
from functools import partial
from operator import itemgetter
from typing import BinaryIO

from onrecord.sources.catalogues import POSITIONS
from onrecord.sources.documents.assembly.columns import Column, Header, column_of, header_read
from onrecord.sources.documents.assembly.votes import Open, Votes
from onrecord.sources.documents.opened import HEAD, Found, Opened, Reader
from onrecord.sources.voters import VoterRead, Voters
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.statements import Left, PositionSaid, Statement, WhyLeft
from onrecord.vocabulary.states import Gazetteer

_VOTES = {**POSITIONS, "X": Position.ABSENT, "NV": Position.ABSENT, "": Position.ABSENT}
_SEATS = ("true", "false", "")
"""What the Security Council's column permanent_member can hold; who is permanent is no statement of a vote."""

_LONGEST_LINE = 1_000_000
_SHOWN = 200
_TOLD_EVERY = 8_192


def _recognises(opened: Opened) -> bool:
    first = opened.head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    columns = {column_of(name.strip().strip('"')) for name in first[:HEAD].decode("ascii", "replace").split(",")}
    return Column.VOTE in columns and bool(columns & {Column.CODE, Column.NAME}) and Column.ID in columns


def _read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    with opened.open() as file:
        lines = _Lines(file)
        rows = csv.reader(lines)
        try:
            header = header_read(next(rows, []), opened.name)
        except csv.Error as error:
            raise UnreadableDocument(opened.name, "row 1", "a header in CSV", str(error)) from error
        yield from header.left
        yield from _Reading(header, lines, gazetteer).statements(rows, lambda: opened.told(file.tell()))
        opened.told(opened.size)


READER = Reader("UN Digital Library votes, CSV", _recognises, _read)


class _Lines:
    """The lines of a file; what is not UTF-8 is read as Windows-1252, which spreadsheets write, and remembered."""

    def __init__(self, file: BinaryIO) -> None:
        self._text = io.TextIOWrapper(file, "utf-8-sig", errors="surrogateescape", newline="")
        self.odd: list[str] = []
        self.last = ""

    def __iter__(self) -> Iterator[str]:
        for line in iter(partial(self._text.readline, _LONGEST_LINE), ""):
            self.last = line
            yield line if line.isascii() else self._repaired(line)

    def _repaired(self, line: str) -> str:
        try:
            line.encode()
        except UnicodeEncodeError:
            line = line.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
            self.odd.append(line[:_SHOWN])
        return line


class _Reading:
    """The rows of a file, read one after the other under one header."""

    def __init__(self, header: Header, lines: _Lines, gazetteer: Gazetteer) -> None:
        self._header, self._lines = header, lines
        self._votes, self._voters = Votes(header), Voters(gazetteer)
        self._known = self._voters.on(None)
        self._reported: set[tuple[str, str]] = set()
        code, name = header.at.get(Column.CODE), header.at.get(Column.NAME)
        both = None if code is None or name is None else itemgetter(code, name)
        self._pair = both or (lambda cells: (header.cell(cells, Column.CODE), header.cell(cells, Column.NAME)))
        self._vote_at, self._vote_name = header.at[Column.VOTE], header.names[Column.VOTE]
        self._seat_at = header.at.get(Column.PERMANENT)

    def statements(self, rows: Iterator[list[str]], told: Callable[[], None]) -> Iterator[Found]:
        """Return what every row says, then what the file leaves open."""
        row, cells, misshapen = 1, list[str](), list[str]()
        try:
            for row, cells in enumerate(rows, start=2):
                if not row % _TOLD_EVERY:
                    told()
                if misshapen:
                    yield self._misshapen(misshapen, row - 1)
                misshapen = cells if len(cells) != self._header.width else []
                while self._lines.odd:
                    yield Left(WhyLeft.SPELLING, Place(row=row), self._lines.odd.pop(0), "text in UTF-8")
                if cells and not misshapen:
                    if said := self._plain(cells, row):
                        yield said
                    else:
                        yield from self._row(cells, row)
        except csv.Error as error:
            yield Left(WhyLeft.CUT_SHORT, Place(row=row + 1), str(error), "a row of CSV")
        if misshapen or self._broken_off(cells):
            yield Left(WhyLeft.CUT_SHORT, Place(row=row), ",".join(cells)[-_SHOWN:], "the end of a row")
        yield from self._votes.end()

    def _plain(self, cells: list[str], row: int) -> Statement | None:
        """Return the position of a row that says nothing else, as nearly every row does; None for another row."""
        vote = self._votes.current
        if vote is None or self._votes.alike(cells) != vote.alike:
            return None
        printed = cells[self._vote_at]
        position, voter = _VOTES.get(printed), self._known[self._pair(cells)]
        state = voter.state
        if position is None or voter.why or state is None or state in vote.seen or self._seat_at is not None:
            return None
        vote.listed.append(position)
        vote.seen[state] = position
        return Statement(PositionSaid(vote.key, state, position), Place(None, None, row, self._vote_name), printed)

    def _row(self, cells: list[str], row: int) -> Iterator[Found]:
        vote = self._votes.current
        if vote is None or self._votes.alike(cells) != vote.alike:
            yield from self._of_the_vote(cells, row)
        yield from self._with_reservations(cells, row, self._known[self._pair(cells)])

    def _of_the_vote(self, cells: list[str], row: int) -> list[Found]:
        """Return what a row says of its vote, if that is not what the row before it says."""
        votes = self._votes
        if votes.is_current(cells):
            return list(votes.differing(cells, row))
        found = votes.turn_to(cells, row)
        self._known = self._voters.on(votes.current.day if votes.current else None)
        return found

    def _with_reservations(self, cells: list[str], row: int, voter: VoterRead) -> Iterator[Found]:
        vote, place = self._votes.current, self._header.place(row, Column.VOTE)
        printed = cells[self._vote_at]
        position = _VOTES.get(printed.strip().upper())
        yield from self._of_voter(cells, row, voter)
        if position is None or vote is None:
            yield Left(WhyLeft.UNKNOWN_VALUE, place, printed, ", ".join(filter(None, _VOTES)))
            return
        if printed.strip() != printed.strip().upper():
            yield Left(WhyLeft.SPELLING, place, printed, printed.strip().upper())
        if voter.state is None:
            vote.listed.append(position)
            return
        yield from self._once(
            vote, voter.state, position, Statement(PositionSaid(vote.key, voter.state, position), place, printed)
        )

    def _once(self, vote: Open, state: str, position: Position, said: Statement) -> Iterator[Found]:
        """Say a position, if it is not said already: a state listed twice alike is counted and said once."""
        other = vote.seen.get(state)
        if other is not None:
            why = WhyLeft.REPEATED if other is position else WhyLeft.DISAGREES
            yield Left(why, said.place, said.printed, f"{state} once in this vote; it is listed before, too")
        if other is not position:
            vote.listed.append(position)
            vote.seen.setdefault(state, position)
            yield said

    def _of_voter(self, cells: list[str], row: int, voter: VoterRead) -> Iterator[Left]:
        """What there is to say of a code and a name: of a state that is read, once in the file; else in each row."""
        pair = self._pair(cells)
        if voter.why and (voter.state is None or pair not in self._reported):
            self._reported.add(pair)
            column = Column.NAME if Column.NAME in self._header.at else Column.CODE
            place, printed = self._header.place(row, column), " ".join(pair)
            yield Left(voter.why, place, printed, voter.expected, voter.candidates)
        if self._odd_seat(cells):
            place = self._header.place(row, Column.PERMANENT)
            yield Left(WhyLeft.UNKNOWN_VALUE, place, self._header.cell(cells, Column.PERMANENT), "True or False")

    def _odd_seat(self, cells: list[str]) -> bool:
        return self._seat_at is not None and cells[self._seat_at].strip().casefold() not in _SEATS

    def _misshapen(self, cells: list[str], row: int) -> Left:
        expected = f"{self._header.width} columns, not {len(cells)}"
        return Left(WhyLeft.MISSING_FIELD, Place(row=row), ",".join(cells)[:_SHOWN], expected)

    def _broken_off(self, cells: list[str]) -> bool:
        """Whether the last row ends inside its last cell: no end of line, and a link that lacks the vote's number."""
        if not cells or Column.LINK not in self._header.at or self._lines.last.endswith(("\n", "\r")):
            return False
        return not self._header.cell(cells, Column.LINK).endswith(self._header.cell(cells, Column.ID))
