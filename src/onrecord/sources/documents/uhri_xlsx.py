"""Reads the Universal Human Rights Index's export as a workbook: sixteen columns, with their official misspellings."""

import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.documents.uhri import Annotation, Annotations, Values, listed
from onrecord.sources.unpacking import unpacked
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, WhyLeft
from onrecord.vocabulary.states import Gazetteer

MOST_UNPACKED = 1_500_000_000
"""The most bytes the parts of a workbook may unpack to; the whole index as a workbook has about 600 million."""

LONGEST_CELL = 32_767
"""How many characters a cell of a workbook can hold: a passage of this length was cut by the export."""

COLUMNS = {
    "Text": "text",
    "Countries Concerned": "countries",
    "Reccomending Body": "mechanism",
    "Recommending Body": "mechanism",
    "Document Symbol": "symbol",
    "Themes": "themes",
    "Affected Persons": "persons",
    "Sdgs": "goals",
    "Document Publication Date": "published",
    "UPR Reccomending States": "upr_states",
    "UPR Recommending States": "upr_states",
    "UPR Position": "upr_positions",
    "Type": "kind",
    "OHCHR Annotation Id": "annotation",
    "UPR Session": "upr_session",
    "Regions Concerned": "regions",
    "Recommending Regions": "upr_regions",
    "Date of publication on UHRI": "indexed",
}
"""The field of each header; two headers are misspelt in the exports seen, and read rightly spelt as well."""

_FIELDS = frozenset(COLUMNS.values())
_EPOCH = datetime(1899, 12, 30)
_LAST_SERIAL = 80_000
_LOOKED_AT = 400_000
_Cell = object


def recognises(opened: Opened) -> bool:
    """Whether a file is a workbook whose first texts are the index's headers."""
    if not opened.head.startswith(b"PK\x03\x04"):
        return False
    try:
        with opened.open() as file, unpacked(file, opened.name, MOST_UNPACKED) as packed:
            looked = b"".join(_beginnings(packed))
    except UnreadableDocument:
        return False
    return b"OHCHR Annotation Id" in looked and b"Countries Concerned" in looked


def _beginnings(packed: zipfile.ZipFile) -> Iterator[bytes]:
    texts = [n for n in packed.namelist() if n == "xl/sharedStrings.xml" or n.startswith("xl/worksheets/sheet")]
    for name in texts[:5]:
        with packed.open(name) as part:
            yield part.read(_LOOKED_AT)


def read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield what each row says, then what was odd in the file; rows are counted as the workbook counts them."""
    _look_inside(opened)
    try:
        workbook = CalamineWorkbook.from_path(opened.path)
        sheets = [workbook.get_sheet_by_name(name) for name in workbook.sheet_names]
    except CalamineError as error:
        raise UnreadableDocument(opened.name, "the workbook", "an XLSX file", type(error).__name__) from error
    filled = [sheet for sheet in sheets if sheet.height]
    yield from (
        Left(WhyLeft.UNREAD_FIELD, Place(field=sheet.name), sheet.name, "one sheet of annotations")
        for sheet in filled[1:]
    )
    if filled:
        yield from _sheet(opened, filled[0], gazetteer)
    else:
        yield Left(WhyLeft.MISSING_FIELD, Place(), "", "a sheet of annotations")


def _look_inside(opened: Opened) -> None:
    """Refuse an archive that is damaged or unpacks to too much, by unpacking it bounded, before it is read."""
    with opened.open() as file, unpacked(file, opened.name, MOST_UNPACKED) as packed:
        # zipfile reads no part beyond its declared size and checks its sum: a part that lies is found here.
        bad = packed.testzip()
    if bad is not None:
        raise UnreadableDocument(opened.name, f"the archive, {bad}", "a part whose sum is right", "a damaged one")


def _sheet(opened: Opened, sheet: CalamineSheet, gazetteer: Gazetteer) -> Iterator[Found]:
    first = sheet.start[0] + 1 if sheet.start else 1
    rows = enumerate(sheet.iter_rows(), first)
    header: dict[str, int] = {}
    for n, cells in islice(rows, 10):
        found = {str(cell).strip(): at for at, cell in reversed(list(enumerate(cells))) if str(cell).strip()}
        if len(found.keys() & COLUMNS.keys()) >= len(_FIELDS) // 2:
            header = found
            yield from _header(cells, n)
            break
    if not header:
        raise UnreadableDocument(opened.name, "the first rows", "the index's column headers", "none of them")
    at = {COLUMNS[name]: column for name, column in header.items() if name in COLUMNS}
    called = {field: name for name, field in COLUMNS.items()} | {COLUMNS[n]: n for n in header if n in COLUMNS}
    annotations = Annotations(gazetteer, called)
    for n, cells in rows:
        if any(cell != "" for cell in cells):
            yield from _row(cells, at, n, annotations)
        if n % 1000 == 0:
            opened.told(opened.size * (n - first) // max(sheet.total_height, 1))
    yield from annotations.rest()


def _header(cells: Sequence[_Cell], n: int) -> Iterator[Left]:
    names = [str(cell).strip() for cell in cells]
    for at, name in enumerate(names):
        if name and name not in COLUMNS:
            yield Left(WhyLeft.UNREAD_FIELD, Place(row=n, field=name), name, "a column this reader knows")
        elif name and COLUMNS[name] in [COLUMNS.get(before) for before in names[:at]]:
            yield Left(WhyLeft.REPEATED, Place(row=n, field=name), name, "each column once; the first is read")
    for field in sorted(_FIELDS - {COLUMNS.get(name, "") for name in names}):
        name = next(name for name, known in COLUMNS.items() if known == field)
        yield Left(WhyLeft.MISSING_FIELD, Place(row=n, field=name), "", f"a column {name!r}")


def _row(cells: Sequence[_Cell], at: dict[str, int], n: int, annotations: Annotations) -> Iterator[Found]:
    row = {field: cells[column] if column < len(cells) else "" for field, column in at.items()}
    annotation = Annotation(
        annotation=_one(row, "annotation"),
        kind=_many(row, "kind"),
        mechanism=_many(row, "mechanism"),
        symbol=_one(row, "symbol"),
        text=str(row.get("text", "")),
        countries=_many(row, "countries"),
        themes=_many(row, "themes"),
        persons=_many(row, "persons"),
        goals=_many(row, "goals"),
        regions=_many(row, "regions"),
        document=None,
        published=_day(row.get("published", "")),
        indexed=_day(row.get("indexed", "")),
        upr_positions=_many(row, "upr_positions"),
        upr_states=_many(row, "upr_states"),
        upr_regions=_many(row, "upr_regions"),
        upr_cycle=None,
        upr_session=_one(row, "upr_session"),
    )
    yield from annotations.read(annotation, n)
    if len(annotation.text) >= LONGEST_CELL:
        expected = f"a passage of fewer than {LONGEST_CELL:,} characters, which is all a cell holds"
        yield Left(WhyLeft.CUT_SHORT, Place(row=n, field="Text"), annotation.text[-100:], expected)


def _many(row: dict[str, _Cell], field: str) -> Values:
    return listed(str(row.get(field, "")))


def _one(row: dict[str, _Cell], field: str) -> str | None:
    value = row.get(field, "")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "; ".join(listed(str(value))) or None


def _day(value: _Cell) -> str | date | None:
    """Return the day of a cell that holds a date or its serial number; other words as they are, for the record."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip()
    try:
        serial = float(text)
    except ValueError:
        return text or None
    return (_EPOCH + timedelta(days=serial)).date() if 0 < serial < _LAST_SERIAL else text


READER = Reader("UHRI export as a workbook", recognises, read)
