"""What library catalogues of votes have in common, in MARCXML and in CSV: symbols, dates, figures, totals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.statements import TallySaid, VoteKey, WhyLeft
from onrecord.vocabulary.symbols import standard_symbol

POSITIONS = {
    "Y": Position.YES,
    "N": Position.NO,
    "A": Position.ABSTAIN,
}
"""The votes that all catalogues write alike; each has its own ways to list a state without a vote."""

SEVERAL = " | "
"""What stands between values where a catalogue has several in a field that a statement has once."""

_BODIES = {"A/HRC/": "HRC", "A/": "GA", "S/": "SC"}
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})", re.ASCII)
_FIGURE = re.compile(r"(\d{1,4})(?:\.0+)?", re.ASCII)


def vote_symbol(written: str) -> str:
    """Return the standard form of a symbol, or the words as written where it has none."""
    return standard_symbol(written) or " ".join(written.split())


def symbol_fault(written: str) -> WhyLeft | None:
    """Return what is wrong with a symbol as written: no known form, or one that had to be repaired to be read.

    Asterisks of a reissue and brackets around a part (A/RES/68/7[B]) are ways of writing, no faults.
    """
    standard = standard_symbol(written)
    if standard is None:
        return WhyLeft.UNKNOWN_VALUE
    return None if _plain(standard) == _plain(written) else WhyLeft.SPELLING


def _plain(symbol: str) -> str:
    return re.sub(r"[\[\]*\s]", "", symbol)


def body_of(symbol: str) -> str | None:
    """Return the body whose text a symbol names: HRC, GA or SC; None for others."""
    return next((body for start, body in _BODIES.items() if symbol.startswith(start)), None)


def day_written(written: str) -> date:
    """Return the day of "2014-03-28" or "20140328"; NotInVocabulary for anything else."""
    match = _DAY.fullmatch(written.strip())
    if match is None:
        raise NotInVocabulary("day", written, "a day as YYYY-MM-DD")
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError as error:
        raise NotInVocabulary("day", written, "a day of the calendar") from error


def figure_written(written: str) -> int | None:
    """Return the number of "120" or "120.0", None for a blank; NotInVocabulary for anything else."""
    if not written.strip():
        return None
    match = _FIGURE.fullmatch(written.strip())
    if match is None:
        raise NotInVocabulary("figure", written, "a whole number")
    return int(match[1])


@dataclass(slots=True)
class Counted:
    """How many of the rows listed for a vote hold each vote, whoever they are of."""

    yes: int = 0
    no: int = 0
    abstain: int = 0
    non_voting: int = 0

    def add(self, positions: Sequence[Position]) -> None:
        """Count rows more; catalogues list no other positions than these four."""
        self.yes += positions.count(Position.YES)
        self.no += positions.count(Position.NO)
        self.abstain += positions.count(Position.ABSTAIN)
        self.non_voting += positions.count(Position.ABSENT)

    def __str__(self) -> str:
        """The counts as the field writes them, all of them: 120-14-45-14 of 193."""
        return f"{self.yes}-{self.no}-{self.abstain}-{self.non_voting} of {self.total}"

    @property
    def total(self) -> int:
        """All rows."""
        return self.yes + self.no + self.abstain + self.non_voting

    def agrees(self, tally: TallySaid) -> bool:
        """Whether every figure that is printed is the one counted."""
        printed = (tally.yes, tally.no, tally.abstain, tally.non_voting, tally.total)
        counted = (self.yes, self.no, self.abstain, self.non_voting, self.total)
        return all(one is None or one == other for one, other in zip(printed, counted, strict=True))


def tally_written(tally: TallySaid) -> str:
    """The totals in one line, as ``Counted`` writes its own; a question mark where none is printed."""
    figures = ["?" if figure is None else str(figure) for figure in (tally.yes, tally.no, tally.abstain)]
    rest = ["?" if figure is None else str(figure) for figure in (tally.non_voting, tally.total)]
    return f"{'-'.join(figures)}-{rest[0]} of {rest[1]}"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A vote read before under the same symbol: where, and what it says."""

    key: VoteKey
    row: int
    content: int


class VotesRead:
    """Every vote of one document by its symbol: a second one is the same again, or another vote on the text."""

    def __init__(self) -> None:
        """Begin with none."""
        self._read: dict[tuple[str, str], list[Earlier]] = {}

    def key(self, body: str, symbol: str, row: int, content: int) -> tuple[VoteKey, Earlier | None, bool]:
        """Return the vote's key, the vote of the same symbol before it, and whether that one says the same.

        ``content`` stands for what is said of the vote (its hash): a vote of the same content gets the same key.
        """
        before = self._read.setdefault((body, symbol), [])
        same = next((vote for vote in before if vote.content == content), None)
        if same:
            return same.key, same, True
        key = VoteKey(body, symbol, len(before) + 1)
        before.append(Earlier(key, row, content))
        return key, before[-2] if len(before) > 1 else None, False
