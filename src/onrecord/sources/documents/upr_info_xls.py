"""UPR Info's export of recommendations, as .xls or as CSV: one row for each recommendation and recommending state."""

import csv
import io
import struct
from collections.abc import Iterator

import xlrd
from xlrd.compdoc import CompDocError

from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.naming import NameRead, name_read
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, RecommendationSaid, Statement, UprResponse, WhyLeft
from onrecord.vocabulary.states import Gazetteer

COLUMNS = ("SuR", "Rgrp", "Org", "Recommendation", "RS", "Rgrp", "Org", "Response", "Action", "Issue", "Session")
"""The header row. Two headers stand twice, so columns are told apart by their place."""

RESPONSES = {
    "Accepted": UprResponse.SUPPORTED,
    "Supported": UprResponse.SUPPORTED,
    "Noted": UprResponse.NOTED,
    "Rejected": UprResponse.NOTED,
    "Pending": UprResponse.PENDING,
    "Voluntary Pledge": UprResponse.VOLUNTARY_PLEDGE,
}
"""The column Response. What does not enjoy support is noted: annex to A/HRC/RES/5/1, paragraph 32."""

GROUPS = frozenset({"Africa", "Asia", "EEG", "GRULAC", "WEOG"})
ORGANIZATIONS = frozenset({"ACS", "AL", "ASEAN", "AU", "CIS", "Commonwealth", "EU", "OAS", "OEI", "OIC", "OIF", "PIF"})
ISSUES = frozenset(
    {
        "Asylum-seekers - refugees",
        "CP rights - general",
        "Civil society",
        "Corruption",
        "Counter-terrorism",
        "Death penalty",
        "Detention",
        "Development",
        "Disabilities",
        "ESC rights - general",
        "Elections",
        "Enforced disappearances",
        "Environment",
        "Extrajudicial executions",
        "Freedom of association and peaceful assembly",
        "Freedom of movement",
        "Freedom of opinion and expression",
        "Freedom of religion and belief",
        "Freedom of the press",
        "General",
        "HIV - Aids",
        "Human rights defenders",
        "Human rights education and training",
        "Human rights violations by state agents",
        "Impunity",
        "Indigenous peoples",
        "Internally displaced persons",
        "International humanitarian law",
        "International instruments",
        "Justice",
        "Labour",
        "Migrants",
        "Minorities",
        "NHRI",
        "National plan of action",
        "Other",
        "Poverty",
        "Public security",
        "Racial discrimination",
        "Right to education",
        "Right to food",
        "Right to health",
        "Right to housing",
        "Right to land",
        "Right to water",
        "Rights of the Child",
        "Sexual Orientation and Gender Identity",
        "Special procedures",
        "Technical assistance and cooperation",
        "Torture and other CID treatment",
        "Trafficking",
        "Treaty bodies",
        "UPR process",
        "Women's rights",
    }
)
"""The labels of the column Issue. None holds a comma, which parts them."""

_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHEET = "UPR Info database export"
_HEADER = ",".join(COLUMNS).encode()
_DAMAGED = (
    xlrd.XLRDError,
    CompDocError,
    struct.error,
    AssertionError,
    AttributeError,
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    MemoryError,
)
_BATCH = 500
_LAST_SESSION = 200

_Row = tuple[int, tuple[str, ...]]


def _recognises(opened: Opened) -> bool:
    """Whether the file is an .xls with the export's sheet, or a CSV with its header row."""
    if opened.head.startswith(_CONTAINER):
        return any(_SHEET.encode(encoding) in opened.head for encoding in ("latin-1", "utf-16-le"))
    first = opened.head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    return first.replace(b'"', b"").strip() == _HEADER


def _read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield what each row of the export says, in its order."""
    rows = _xls_rows(opened) if opened.head.startswith(_CONTAINER) else _csv_rows(opened)
    header = next(rows, None)
    if header is None or header[1] != COLUMNS:
        found = "nothing" if header is None else ",".join(header[1])
        raise UnreadableDocument(opened.name, "row 1", ",".join(COLUMNS), found)
    for number, cells in rows:
        if len(cells) == len(COLUMNS):
            yield from _said(number, cells, gazetteer)
        elif any(cells):
            yield Left(WhyLeft.MISSING_FIELD, Place(row=number), ",".join(cells), f"{len(COLUMNS)} columns")
    opened.told(opened.size)


def _xls_rows(opened: Opened) -> Iterator[_Row]:
    """Yield the rows of the sheet. UPR Info's files have a damaged container, which must be overlooked."""
    try:
        book = xlrd.open_workbook(str(opened.path), logfile=io.StringIO(), ignore_workbook_corruption=True)
        sheet = book.sheet_by_name(_SHEET)
    except _DAMAGED as error:
        found = f"a damaged one ({type(error).__name__})"
        raise UnreadableDocument(opened.name, "the file", f"a workbook with the sheet {_SHEET!r}", found) from error
    for at in range(sheet.nrows):
        yield at + 1, tuple(_as_written(cell) for cell in sheet.row(at))


def _as_written(cell: xlrd.sheet.Cell) -> str:
    return cell.value if isinstance(cell.value, str) else f"{cell.value}"


def _csv_rows(opened: Opened) -> Iterator[_Row]:
    number = 0
    with opened.open() as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as text:
        try:
            for number, cells in enumerate(csv.reader(text, strict=True), start=1):
                if number % _BATCH == 0:
                    opened.told(raw.tell())
                yield number, tuple(cells)
        except (csv.Error, UnicodeDecodeError) as error:
            place = f"after row {number}"
            raise UnreadableDocument(opened.name, place, "a row of a CSV file in UTF-8", f"{error}") from error


def _said(number: int, cells: tuple[str, ...], gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the recommendation of one row, and before it what is wrong with its fields."""
    reviewed, recommending = (name_read(cells[at], gazetteer) for at in (0, 4))
    issues = tuple(label.strip() for label in cells[9].split(",") if label.strip())
    response = RESPONSES.get(cells[7].strip())
    action, session = _whole(cells[8], 5), _whole(cells[10], _LAST_SESSION)
    yield from _state_left(number, reviewed, recommending)
    yield from _codes_left(number, cells)
    if response is None:
        yield _unknown(number, 7, cells[7], ", ".join(RESPONSES))
    if action is None:
        yield _unknown(number, 8, cells[8], "1 to 5")
    if session is None:
        yield _unknown(number, 10, cells[10], "the number of a session")
    if reviewed.state is None or recommending.state is None:
        return
    text = " ".join(cells[3].split())
    if not text:
        yield Left(WhyLeft.MISSING_FIELD, _place(number, 3), cells[3], "a recommendation")
    said = RecommendationSaid(
        reviewed.state, None, None, text, (recommending.state,), response, session, action, issues
    )
    yield Statement(said, Place(row=number), " | ".join(cells))


def _state_left(number: int, reviewed: NameRead, recommending: NameRead) -> Iterator[Left]:
    for at, read in ((0, reviewed), (4, recommending)):
        if read.why is not None:
            yield Left(read.why, _place(number, at), read.printed, "the name of one state", read.candidates)


def _codes_left(number: int, cells: tuple[str, ...]) -> Iterator[Left]:
    """Yield the groups, organizations and issues that are not among those the export is known to use."""
    for at, known in ((1, GROUPS), (2, ORGANIZATIONS), (5, GROUPS), (6, ORGANIZATIONS), (9, ISSUES)):
        for code in cells[at].split(","):
            if code.strip() and code.strip() not in known:
                yield _unknown(number, at, code.strip(), f"one of the {len(known)} known to be used")


def _whole(written: str, most: int) -> int | None:
    """Return the whole number from 1 to ``most`` that is written, as "7" or "7.0"; else None."""
    digits = written.strip().removesuffix(".0")
    return int(digits) if digits.isascii() and digits.isdigit() and 1 <= int(digits[:9]) <= most else None


def _unknown(number: int, at: int, printed: str, expected: str) -> Left:
    return Left(WhyLeft.UNKNOWN_VALUE, _place(number, at), printed, expected)


def _place(number: int, at: int) -> Place:
    """Return the place of a cell; the second Rgrp and Org are named apart from the first."""
    name = COLUMNS[at]
    return Place(row=number, field=f"{name} of {COLUMNS[4]}" if at in (5, 6) else name)


READER = Reader("UPR Info export of recommendations", _recognises, _read)
