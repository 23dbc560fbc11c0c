"""The ballots of a document, group by group and round by round, as its lines come."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from onrecord.sources.documents.elections import labels
from onrecord.sources.documents.elections.labels import BODIES, COUNCIL
from onrecord.sources.documents.opened import Found
from onrecord.sources.documents.visit_days import one_day
from onrecord.sources.naming import NameRead, name_read
from onrecord.sources.printed.lines import Line, Part, Printed
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import (
    BallotSaid,
    BallotTotalsSaid,
    DocumentSaid,
    Left,
    Statement,
    WhyLeft,
)
from onrecord.vocabulary.states import Gazetteer

_DATED = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b"
)
_SYMBOL = re.compile(r"\b(?:GA/\d{4,5}(?:/Rev\.\d)?|A/\d{1,3}/PV\.\d{1,3})(?![\d/])")
_PROSE = 90
_LONGEST_NAME = 70


class Ballots:
    """Reads results from lines; ``date`` is the document's once it was read."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Begin before the first line."""
        self.date: date | None = None
        self._gazetteer = gazetteer
        self._about: str | None = None
        self._group: str | None = None
        self._seats: int | None = None
        self._round: int | None = None
        self._rounds: Counter[str | None] = Counter()
        self._figures: dict[str, int | None] = {}
        self._at: tuple[Place, list[str]] | None = None
        self._awaited: str | None = None
        self._listing = False
        self._pending: Line | None = None
        self._cast: list[tuple[str, int]] = []

    def read(self, document: Printed) -> Iterator[Found]:
        """Yield what the lines say, in their order."""
        lines = tuple(_lines(document))
        yield from self._document(document, lines)
        for line in lines:
            yield from self._line(line)
        yield from self._close()

    def _document(self, document: Printed, lines: tuple[Line, ...]) -> Iterator[Found]:
        everything = [line.text for line in document.lines]
        symbol = next((m[0] for text in everything if (m := _SYMBOL.search(text))), None)
        dated = next((m[0] for text in everything if (m := _DATED.search(text))), None)
        self.date = one_day(dated) if dated else None
        if self.date is None:
            yield Left(WhyLeft.MISSING_FIELD, Place(), "", "the day of the election")
        title = document.title or next((line.text for line in lines if COUNCIL in line.text), None)
        yield Statement(DocumentSaid(symbol=symbol, title=title, date=self.date), Place(), title or symbol or "")

    def _line(self, line: Line) -> Iterator[Found]:
        text = line.text.strip()
        if (bodies := BODIES.findall(text)) and len(text) > len(bodies[-1]):
            self._about = bodies[-1]
        if self._awaited is not None and re.fullmatch(r"\d{1,4}", text):
            self._figures[self._awaited], self._awaited = int(text), None
        elif (heading := labels.group(text)) is not None:
            yield from self._close()
            self._group, self._seats = heading[0].value, heading[1]
        elif (rest := labels.obtained(text)) is not None:
            yield from self._totals()
            self._listing = True
            yield from self._votes(Line(rest, line.row, line.page)) if rest else ()
        elif (figure := labels.papers(text)) is not None:
            yield from self._figure(figure, line)
        elif (ordinal := labels.ordinal(text)) is not None:
            yield from self._close()
            self._round, self._group = ordinal, None
        elif self._listing:
            yield from self._votes(line)

    def _figure(self, figure: tuple[str, str, int | None], line: Line) -> Iterator[Found]:
        field, label, number = figure
        if self._listing or field in self._figures:
            yield from self._close(same_group=True)
        if not field:
            yield Left(WhyLeft.UNREAD_FIELD, _place(line, label), line.text, "a figure this reader knows")
            return
        self._at = self._at or (_place(line), [])
        self._at[1].append(line.text.strip())
        self._figures[field] = number
        self._awaited = field if number is None else None

    def _totals(self) -> Iterator[Found]:
        """Yield the papers read so far, at the words that open the list of votes."""
        self._awaited = None
        if self._at is None:
            return
        f = self._figures
        self._rounds[self._group] = max(self._rounds[self._group] + 1, self._round or 1)
        seats = f.get("seats", self._seats)
        totals = BallotTotalsSaid(
            self.date, self._group, f.get("papers"), f.get("invalid"), f.get("valid"), f.get("abstentions"),
            f.get("voting"), f.get("majority"), seats, self._rounds[self._group],
        )  # fmt: skip
        place, said = self._at
        if self._about != COUNCIL:
            yield Left(WhyLeft.NO_SUBJECT, place, "; ".join(said), f"an election to the {COUNCIL}, named before")
            return
        yield Statement(totals, place, "; ".join(said))
        yield from _sums(totals, place)

    def _votes(self, line: Line) -> Iterator[Found]:
        """Yield the votes of a line of the list; a name may be broken over two lines, prose ends the list."""
        text = f"{self._pending.text} {line.text}" if self._pending else line.text
        pairs = [
            pair for part in text.split(";") if part.strip() for pair in labels.votes(part.strip()) or [(part, -1)]
        ]
        if len(pairs) == 1 and pairs[0][1] < 0:
            yield from self._unlisted(line, text)
            return
        began, self._pending = self._pending or line, None
        for name, votes in pairs:
            yield from self._vote(name, votes, began, line)

    def _unlisted(self, line: Line, text: str) -> Iterator[Found]:
        """Keep what may be the first part of a name, or end the list."""
        if self._pending is None and len(text) <= _LONGEST_NAME and not text.endswith("."):
            self._pending = line
            return
        yield from self._close()

    def _vote(self, name: str, votes: int, began: Line, line: Line) -> Iterator[Found]:
        read = name_read(name, self._gazetteer, self.date)
        if read.state is None and len(name) > _PROSE:
            yield from self._close()
            return
        place = _place(began)
        printed = began.text if began is line else f"{began.text} {line.text}"
        if votes < 0:
            yield Left(WhyLeft.UNKNOWN_VALUE, place, printed, "a state and its votes")
            return
        if self._about != COUNCIL:
            yield Left(WhyLeft.NO_SUBJECT, place, printed, f"an election to the {COUNCIL}, named before")
            return
        yield from self._read(read, votes, place, printed)

    def _read(self, read: NameRead, votes: int, place: Place, printed: str) -> Iterator[Found]:
        if read.why is not None:
            yield Left(read.why, place, read.printed, "a state", read.candidates)
        voting = self._figures.get("voting")
        if voting is not None and votes > voting:
            yield Left(WhyLeft.DISAGREES, place, printed, f"no more votes than the {voting} members voting")
        if read.state is None:
            return
        if read.state in [state for state, _ in self._cast]:
            yield Left(WhyLeft.REPEATED, place, printed, "each state once in a list of votes")
        self._cast.append((read.state, votes))
        round_ = max(self._rounds[self._group], 1)
        yield Statement(BallotSaid(self.date, self._group, read.state, votes, None, round_), place, printed)

    def _close(self, same_group: bool = False) -> Iterator[Found]:
        """End a list: what was kept of a name that never came is told, and the votes are held against the papers."""
        if self._pending is not None and len(self._pending.text) <= _LONGEST_NAME:
            if name_read(self._pending.text, self._gazetteer, self.date).state is not None:
                yield Left(WhyLeft.MISSING_FIELD, _place(self._pending), self._pending.text, "the votes of a state")
        elif not self._listing and self._at is not None:
            yield Left(WhyLeft.MISSING_FIELD, self._at[0], "; ".join(self._at[1]), "the votes obtained")
        voting, seats = self._figures.get("voting"), self._figures.get("seats", self._seats)
        cast = sum(votes for _, votes in self._cast)
        if voting is not None and seats is not None and cast > voting * seats:
            place = self._at[0] if self._at else Place()
            expected = f"at most {voting} members' votes for {seats} seats"
            yield Left(WhyLeft.DISAGREES, place, f"{cast} votes in all", expected)
        self._figures, self._at, self._cast = {}, None, []
        self._pending, self._listing, self._awaited = None, False, None
        if not same_group:
            self._seats = None


def _sums(totals: BallotTotalsSaid, place: Place) -> Iterator[Left]:
    for whole, parts, words in (
        (totals.papers, (totals.invalid, totals.valid), "invalid and valid ballots"),
        (totals.valid, (totals.abstentions, totals.voting), "abstentions and members voting"),
    ):
        known = [part for part in parts if part is not None]
        if whole is not None and len(known) == len(parts) and sum(known) != whole:
            yield Left(WhyLeft.DISAGREES, place, str(whole), f"{sum(known)}, the sum of {words}")


def _lines(document: Printed) -> Iterator[Line]:
    """Return the lines that are not page headers, the cells of a table's row as one line."""
    row: list[Line] = []
    for line in document.lines:
        if line.part is Part.HEADER:
            continue
        if row and (line.cell is None or row[0].cell is None or line.cell[:2] != row[0].cell[:2]):
            yield _joined(row)
            row = []
        if line.cell is None:
            yield line
        else:
            row.append(line)
    if row:
        yield _joined(row)


def _joined(row: list[Line]) -> Line:
    return Line(" ".join(cell.text for cell in row), row[0].row, row[0].page)


def _place(line: Line, field: str | None = None) -> Place:
    return Place(page=line.page, row=line.row, field=field)
