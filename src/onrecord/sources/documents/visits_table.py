"""Reads tables of visits by special procedures, by mandate or by country, as the site of the OHCHR shows them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.documents.tables import Heading, Row, parsed, rows_and_headings, words
from onrecord.sources.documents.visit_days import days, one_day
from onrecord.sources.naming import name_read
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, Statement, VisitSaid, VisitStatus, WhyLeft
from onrecord.vocabulary.states import Gazetteer

HEADERS = {
    "country": "state",
    "countries": "state",
    "state": "state",
    "states": "state",
    "country/territory": "state",
    "country or territory": "state",
    "mandate": "mandate",
    "mandates": "mandate",
    "mandate holder": "mandate",
    "mandate-holder": "mandate",
    "special procedure": "mandate",
    "special procedures": "mandate",
    "status": "status",
    "status of the visit": "status",
    "visit status": "status",
    "visit": "when",
    "date": "when",
    "dates": "when",
    "date of visit": "when",
    "dates of visit": "when",
    "visit dates": "when",
    "visit date": "when",
    "date(s) of visit": "when",
    "date of status": "when",
    "start": "first",
    "start date": "first",
    "from": "first",
    "end": "last",
    "end date": "last",
    "to": "last",
    "report": "report",
    "mission report": "report",
    "report symbol": "report",
    "document": "report",
}
"""What a column is by its header."""

STATUSES = {
    "requested": VisitStatus.REQUESTED,
    "visit requested": VisitStatus.REQUESTED,
    "reminder": VisitStatus.REMINDER,
    "reminder sent": VisitStatus.REMINDER,
    "invited": VisitStatus.INVITED,
    "accepted": VisitStatus.ACCEPTED,
    "agreed": VisitStatus.ACCEPTED,
    "agreed upon in principle": VisitStatus.ACCEPTED,
    "accepted (request)": VisitStatus.ACCEPTED_REQUEST,
    "request accepted": VisitStatus.ACCEPTED_REQUEST,
    "accepted (invitation)": VisitStatus.ACCEPTED_INVITATION,
    "invitation accepted": VisitStatus.ACCEPTED_INVITATION,
    "declined": VisitStatus.DECLINED,
    "declined (request)": VisitStatus.DECLINED_REQUEST,
    "declined (invitation)": VisitStatus.DECLINED_INVITATION,
    "acknowledged": VisitStatus.ACKNOWLEDGED,
    "completed": VisitStatus.COMPLETED,
    "visit completed": VisitStatus.COMPLETED,
    "completed visits": VisitStatus.COMPLETED,
    "visit underway": VisitStatus.UNDER_WAY,
    "visits underway": VisitStatus.UNDER_WAY,
    "forthcoming": VisitStatus.FORTHCOMING,
    "forthcoming visits": VisitStatus.FORTHCOMING,
    "postponed": VisitStatus.POSTPONED,
    "cancelled": VisitStatus.CANCELLED,
    "canceled": VisitStatus.CANCELLED,
}
"""The status each word or heading stands for."""

_MANDATE = re.compile(
    r"(?:(?:un|united nations)\s+)?(?:special (?:rapporteur|representative|envoy)|independent expert|working group"
    r"|(?:deputy )?high commissioner|group of experts|representative of the secretary-general)",
    re.I,
)
_MARKED = re.compile(rb"special procedures?|mandate.?holders?|country visits|visit underway", re.I)
_AS_OF = re.compile(
    r"(?:updated|as (?:of|at))\s*(?:on)?\s*:?\s*(?P<day>\d{1,2}(?:st|nd|rd|th)?\s+\w+\s+\d{4})",
    re.I,
)
_STATUSED = re.compile(
    r"(?P<status>[A-Za-z][A-Za-z ()]*?)\s*(?:[,:–-]?\s*(?:in|on)?\s*\(?(?P<when>\S*\d{4}.*?)\)?)?", re.S
)


def recognises(opened: Opened) -> bool:
    """Whether a file is a web page with a table that has a column of mandates and speaks of visits."""
    head = opened.head
    if not re.search(rb"<table|<html", head, re.I) or not _MARKED.search(head):
        return False
    cells = {
        re.sub(rb"<[^<>]*>|\s+", b" ", c).strip().lower()
        for c in re.findall(rb"<t[hd][^>]*>(.{0,300}?)</t[hd]>", head, re.I | re.S)
    }
    named = {HEADERS.get(" ".join(cell.decode("utf-8", "replace").split())) for cell in cells}
    return bool({"mandate", "state"} & named) and bool({"status", "when", "first"} & named)


def read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the visit each row tells of; what a column lacks is taken from the heading above the table."""
    _, tree = parsed(opened)
    body = words(tree.body) if tree.body is not None else ""
    table = _Visits(gazetteer, _as_of(body))
    if table.as_of is None:
        yield Left(WhyLeft.MISSING_FIELD, Place(), "", 'the day the table speaks of, as in "Last updated: 1 May 2020"')
    for part in rows_and_headings(tree):
        if isinstance(part, Heading):
            table.heading(part.text)
        else:
            yield from table.row(part)
    if not table.rows:
        yield Left(WhyLeft.MISSING_FIELD, Place(), "", "a row with a visit")


def _as_of(body: str) -> date | None:
    match = _AS_OF.search(body)
    return one_day(match["day"]) if match else None


@dataclass
class _Visits:
    """The tables of a page while their rows come."""

    gazetteer: Gazetteer
    as_of: date | None
    rows: int = 0

    def __post_init__(self) -> None:
        self._columns: dict[str, int] = {}
        self._table = 0
        self._above: dict[str, str] = {}

    def heading(self, text: str) -> None:
        """Take a heading: a status, a state or a mandate that holds for the rows below it."""
        status = {"status": self._above["status"]} if "status" in self._above else {}
        if text.casefold().strip(" :") in STATUSES:
            self._above = {"status": text.strip(" :")}
        elif name_read(text, self.gazetteer).state is not None:
            self._above = status | {"state": text}
        elif _MANDATE.match(text):
            self._above = status | {"mandate": text}
        else:
            self._above = status

    def row(self, row: Row) -> Iterator[Found]:
        """Yield what a row says, or take it as a header or as a heading over all columns."""
        names = [HEADERS.get(cell.casefold().strip(" :*"), "") for cell in row.cells]
        if sum(name != "" for name in names) >= 2:
            yield from self._header(row, names)
        elif row.own == 1 and row.cells and row.table == self._table:
            self.heading(row.cells[0])
        elif row.table == self._table and any(row.cells):
            self.rows += 1
            fields = {name: row.cells[at] for name, at in self._columns.items() if at < len(row.cells)}
            yield from self._visit({**self._above, **{k: v for k, v in fields.items() if v}}, row)

    def _header(self, row: Row, names: list[str]) -> Iterator[Left]:
        self._table, self._columns = row.table, {}
        for at, (name, cell) in enumerate(zip(names, row.cells, strict=True)):
            place = Place(row=row.row, field=cell)
            if name and name in self._columns:
                yield Left(WhyLeft.REPEATED, place, cell, "each column once; the first is read")
            elif name:
                self._columns[name] = at
            elif cell:
                yield Left(WhyLeft.UNREAD_FIELD, place, cell, "a column this reader knows")

    def _visit(self, fields: Mapping[str, str], row: Row) -> Iterator[Found]:
        printed = " | ".join(row.cells)
        place = Place(row=row.row)
        missing = [name for name in ("state", "mandate", "status") if not fields.get(name)]
        if missing:
            yield Left(WhyLeft.MISSING_FIELD, place, printed, f"a visit's {' and '.join(missing)}")
            return
        status, when = _status(fields["status"], fields.get("when"))
        if status is None:
            yield Left(WhyLeft.UNKNOWN_VALUE, Place(row=row.row, field="status"), fields["status"], "a visit's status")
        first, last, odd = days(when, fields.get("first"), fields.get("last"))
        for text in odd:
            yield Left(WhyLeft.UNKNOWN_VALUE, Place(row=row.row, field="date"), text, "a day, days, a month or a year")
        read = name_read(fields["state"], self.gazetteer, first or self.as_of)
        if read.why is not None:
            yield Left(read.why, Place(row=row.row, field="state"), fields["state"], "a state", read.candidates)
        if status is None or read.state is None:
            return
        between = " to ".join(fields[name] for name in ("first", "last") if fields.get(name))
        said = VisitSaid(
            read.state,
            fields["mandate"],
            status,
            when or between or None,
            first,
            last,
            self.as_of,
            fields.get("report"),
        )
        yield Statement(said, place, printed)


def _status(text: str, when: str | None) -> tuple[VisitStatus | None, str | None]:
    """Return a status and when: from a cell of its own, or from behind the status ("Requested in 2015")."""
    known = STATUSES.get(" ".join(text.split()).casefold())
    if known is not None:
        return known, when
    match = _STATUSED.fullmatch(" ".join(text.split()))
    status = STATUSES.get(match["status"].strip().casefold()) if match else None
    return status, when or (match["when"] if match and status else None)


READER = Reader("table of visits by special procedures", recognises, read)
