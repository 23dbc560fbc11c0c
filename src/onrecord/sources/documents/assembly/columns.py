"""The columns of the UN Digital Library's files of votes, as each of their editions calls them."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, WhyLeft


class Column(StrEnum):
    """What a column holds, by its name in the edition of 2026."""

    ID = "undl_id"
    CODE = "ms_code"
    NAME = "ms_name"
    VOTE = "ms_vote"
    PERMANENT = "permanent_member"
    DATE = "date"
    SESSION = "session"
    RESOLUTION = "resolution"
    DRAFT = "draft"
    REPORT = "committee_report"
    MEETING = "meeting"
    TITLE = "title"
    DESCRIPTION = "description"
    AGENDA = "agenda_title"
    SUBJECTS = "subjects"
    NOTE = "vote_note"
    MODALITY = "modality"
    YES = "total_yes"
    NO = "total_no"
    ABSTENTIONS = "total_abstentions"
    NON_VOTING = "total_non_voting"
    TOTAL = "total_ms"
    LINK = "undl_link"


_OLDER = {
    "ms_codes": Column.CODE,
    "ms_names": Column.NAME,
    "ms_votes": Column.VOTE,
    "resolutions": Column.RESOLUTION,
    "agenda_titles": Column.AGENDA,
    "agenda": Column.AGENDA,
    "yes": Column.YES,
    "no": Column.NO,
    "abstentions": Column.ABSTENTIONS,
    "non_voting": Column.NON_VOTING,
    "total_voting": Column.TOTAL,
}
"""Names of the edition of 2024, and of the Security Council's file."""

TOTALS = (Column.YES, Column.NO, Column.ABSTENTIONS, Column.NON_VOTING, Column.TOTAL)
OF_A_ROW = frozenset((Column.CODE, Column.NAME, Column.VOTE, Column.PERMANENT))
"""The columns that differ from row to row of one vote."""

_ALL = frozenset((Column.ID, *OF_A_ROW, Column.DATE, Column.RESOLUTION, Column.DRAFT, Column.MEETING, *TOTALS))
_SUBJECTS = frozenset((Column.AGENDA, Column.SUBJECTS, Column.LINK))
_SINCE_2025 = (_ALL - {Column.PERMANENT}) | _SUBJECTS | {Column.SESSION, Column.REPORT, Column.TITLE}
_EDITIONS = (
    _SINCE_2025 | {Column.NOTE},
    _SINCE_2025,
    (_SINCE_2025 - {Column.SESSION}) | {Column.MODALITY},
    _ALL | _SUBJECTS | {Column.DESCRIPTION, Column.NOTE, Column.MODALITY},
)
"""The Assembly's files of 2026, 2025 and 2024, and the Security Council's: which columns each has."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where each column is, what the file calls it, how many there are, and what is unknown or missing."""

    at: dict[Column, int]
    names: dict[Column, str]
    width: int
    left: tuple[Left, ...]

    def cell(self, cells: list[str], column: Column) -> str:
        """The text of a row's cell, without blanks around it; empty where the file has no such column."""
        at = self.at.get(column)
        return "" if at is None else cells[at].strip()

    def place(self, row: int, column: Column) -> Place:
        """Where a cell is; the header is row 1."""
        return Place(row=row, field=self.names.get(column, column.value))


def column_of(written: str) -> Column | None:
    """Return what a column holds by its name; None for a name that no edition has."""
    name = written.strip().casefold().replace("-", "_")
    return _OLDER.get(name) or (Column(name) if name in set(Column) else None)


def header_read(cells: list[str], name: str) -> Header:
    """Return where the columns are; UnreadableDocument where voters, votes or the texts voted on have none."""
    at, names, left = {}, {}, []
    for number, written in enumerate(cells):
        column = column_of(written)
        place = Place(row=1, field=written)
        if column is None:
            left.append(Left(WhyLeft.UNREAD_FIELD, place, written, "a column of the UN Digital Library's votes"))
        elif column in at:
            left.append(Left(WhyLeft.REPEATED, place, written, f"one column {column}"))
        else:
            at[column], names[column] = number, written.strip()
    _needed(at, name)
    left += [Left(WhyLeft.MISSING_FIELD, Place(row=1, field=one), "", f"a column {one}") for one in _missing(at)]
    return Header(at, names, len(cells), tuple(left))


def _needed(at: dict[Column, int], name: str) -> None:
    for needed in ((Column.VOTE,), (Column.CODE, Column.NAME), (Column.RESOLUTION, Column.ID)):
        if not any(column in at for column in needed):
            raise UnreadableDocument(name, "row 1", f"a column {' or '.join(needed)}", "none")


def _missing(at: dict[Column, int]) -> list[Column]:
    """The columns that the edition most like this file has besides."""
    edition = max(_EDITIONS, key=lambda columns: len(columns & at.keys()) - len(columns - at.keys()))
    return [column for column in Column if column in edition and column not in at]
