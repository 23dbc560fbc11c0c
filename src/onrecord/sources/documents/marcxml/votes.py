"""The vote that a MARCXML record is about: when, on what, how it went, and each row of its list of voters.

Two libraries give such records. OHCHR's has a voter's code in 967 b and a full stop for absence; the UN Digital Library
has it in 967 c and no vote at all. Which of them a row is of is told by the subfields it has.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from onrecord.sources.catalogues import (
    POSITIONS,
    Counted,
    body_of,
    day_written,
    figure_written,
    symbol_fault,
    vote_symbol,
)
from onrecord.sources.documents.marcxml.records import VOTE_TAGS, Field, Record
from onrecord.sources.voters import VoterRead, Voters
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.statements import Left, WhyLeft


class VoteNote(StrEnum):
    """What field 591 says of how a text was decided, in the words of both libraries."""

    RECORDED = "RECORDED"
    RECORDED_BY_HAND = "RECORDED - No machine generated vote"
    NON_RECORDED = "NON-RECORDED"
    BY_MAIL = "VOTING BY MAIL"
    WITHOUT_VOTE = "ADOPTED WITHOUT VOTE"
    WITHDRAWN = "WITHDRAWN"
    NOT_CONSIDERED = "NOT CONSIDERED"


_NOTES = {note.value.casefold(): note for note in VoteNote}
_OHCHR = {**POSITIONS, ".": Position.ABSENT, "": Position.ABSENT}
_DIGITAL_LIBRARY = {**POSITIONS, "X": Position.ABSENT, "": Position.ABSENT}
FIGURES = {"b": "yes", "c": "no", "d": "abstain", "e": "non_voting", "f": "total"}
"""Field 996's subfields."""


@dataclass(frozen=True, slots=True)
class RowRead:
    """One row of the list: where, the vote as printed and read, and whose it is."""

    listed: Field
    printed: str
    position: Position | None
    voter: VoterRead


@dataclass(slots=True)
class MarcVote:
    """What a record says of a vote, before it is known under which key; ``left`` is what has to be said besides."""

    record: Record
    printed: str = ""
    symbol: str = ""
    body: str | None = None
    day: date | None = None
    note: VoteNote | None = None
    figures: dict[str, int | None] = field(default_factory=dict)
    rows: tuple[RowRead, ...] = ()
    left: list[Left] = field(default_factory=list)

    @property
    def content(self) -> int:
        """What stands for all that is said of how the vote went: two records that agree in it are of one vote."""
        rows = tuple((row.voter.state or row.listed.first("e"), row.position) for row in self.rows)
        return hash((self.day, self.note, tuple(self.figures.items()), rows))

    def counted(self) -> Counted:
        """Return how many rows hold each vote, whoever they are of; a row without a known vote is not counted."""
        counted = Counted()
        counted.add([row.position for row in self.rows if row.position is not None])
        return counted


def marc_vote(record: Record, voters: Voters) -> MarcVote:
    """Return the vote a record is about."""
    vote = MarcVote(record, left=list(record.left))
    _read_symbol(vote)
    _read_day(vote)
    _read_note(vote)
    _read_figures(vote)
    vote.rows = tuple(_rows(vote, voters))
    return vote


def _read_symbol(vote: MarcVote) -> None:
    record = vote.record
    written = record.values("791", "a")
    drafts = tuple(one for one in record.values("993", "a") if is_draft(one))
    vote.printed = next(iter(written or drafts), record.number)
    vote.symbol = vote_symbol(vote.printed)
    why = symbol_fault(vote.printed)
    if written and why:
        vote.left.append(Left(why, _at(record, "791 a"), vote.printed, "the standard form of a UN document symbol"))
    of_list = any(is_ohchr(row) for row in record.tagged(*VOTE_TAGS))
    vote.body = (
        body_of(vote.symbol) or next(map(body_of, record.values("791", "b")), None) or ("HRC" if of_list else None)
    )
    if not written:
        vote.left.append(Left(WhyLeft.MISSING_FIELD, _at(record, "791 a"), vote.printed, "the symbol of the text"))
    for other in written[1:]:
        vote.left.append(Left(WhyLeft.REPEATED, _at(record, "791 a"), other, f"one symbol, {vote.printed}"))


def is_draft(symbol: str) -> bool:
    """Whether a symbol is a draft's: field 993 holds committees' reports, too."""
    return "/L." in symbol.upper()


def is_ohchr(row: Field) -> bool:
    """Whether a row of the list is written as OHCHR's library does, with the code in b."""
    return row.has("b") and not row.has("c")


def _read_day(vote: MarcVote) -> None:
    written_days = [(tag, written) for tag in ("269", "992") for written in vote.record.values(tag, "a")]
    for tag, written in written_days:
        place = _at(vote.record, f"{tag} a")
        try:
            day = day_written(written)
        except NotInVocabulary as error:
            vote.left.append(Left(WhyLeft.UNKNOWN_VALUE, place, written, error.expected))
            continue
        vote.day = vote.day or day
        if day != vote.day:
            vote.left.append(Left(WhyLeft.DISAGREES, place, written, f"one day, {vote.day}"))
    if not written_days:
        vote.left.append(Left(WhyLeft.MISSING_FIELD, _at(vote.record, "269 a"), "", "the day of the vote"))


def _read_note(vote: MarcVote) -> None:
    place = _at(vote.record, "591 a")
    for written in vote.record.values("591", "a"):
        note = _NOTES.get(written.casefold())
        if note is None:
            vote.left.append(Left(WhyLeft.UNKNOWN_VALUE, place, written, ", ".join(VoteNote)))
        elif note.value != written:
            vote.left.append(Left(WhyLeft.SPELLING, place, written, note.value))
        if vote.note and note and note is not vote.note:
            vote.left.append(Left(WhyLeft.DISAGREES, place, written, f"one note, {vote.note.value}"))
        vote.note = vote.note or note


def _read_figures(vote: MarcVote) -> None:
    for totals in vote.record.tagged("996"):
        for code, written in totals.subfields:
            if code not in FIGURES:
                continue
            place = totals.place(vote.record.row, code)
            try:
                figure = figure_written(written)
            except NotInVocabulary as error:
                vote.left.append(Left(WhyLeft.UNKNOWN_VALUE, place, written, error.expected))
                continue
            known = vote.figures.setdefault(FIGURES[code], figure)
            if known != figure:
                vote.left.append(Left(WhyLeft.DISAGREES, place, written, f"one figure, {known}"))


def _rows(vote: MarcVote, voters: Voters) -> Iterator[RowRead]:
    listed = vote.record.tagged(*VOTE_TAGS)
    known = voters.on(vote.day)
    dotted = any(row.first("d") == "." for row in listed)
    for row in listed:
        code = row.first("c" if row.has("c") else "b")
        printed = row.first("d")
        position = _position(vote, row, printed)
        if dotted and not printed:
            place = row.place(vote.record.row, "d")
            vote.left.append(Left(WhyLeft.MISSING_FIELD, place, printed, "a vote, or the full stop this list has"))
        yield RowRead(row, printed, position, known[code, row.first("e")])


def _position(vote: MarcVote, row: Field, printed: str) -> Position | None:
    allowed = _OHCHR if is_ohchr(row) else _DIGITAL_LIBRARY
    position = allowed.get(printed.upper())
    place = row.place(vote.record.row, "d")
    if position is None:
        vote.left.append(Left(WhyLeft.UNKNOWN_VALUE, place, printed, ", ".join(filter(None, allowed))))
    elif printed.upper() != printed:
        vote.left.append(Left(WhyLeft.SPELLING, place, printed, printed.upper()))
    return position


def _at(record: Record, name: str) -> Place:
    return Place(row=record.row, field=name)
