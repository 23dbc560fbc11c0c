"""Reads a status page of the UN Treaty Collection as a browser saved it: the treaty and its participants."""

import re
from collections.abc import Iterator

from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.documents.tables import Row, parsed, rows_and_headings, words
from onrecord.sources.documents.treaties.acts import column
from onrecord.sources.documents.treaties.participants import PARTICIPANT, Participants
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, Statement, TreatySaid, TreatyTotalsSaid, WhyLeft
from onrecord.vocabulary.states import Gazetteer

_SITE = re.compile(rb"treaties\.un\.org|united nations treaty collection|mtdsg", re.I)
_NOT_THERE = re.compile(rb"PageNotFound|urgent maintenance and is currently unavailable", re.I)
_ADDRESSED = re.compile(
    r"(?:action\s*=\s*[\"'][^\"']{0,300}?|saved from url=[^>]{0,300}?)mtdsg_no=(?P<number>[\w-]+)", re.I
)
_CHAPTER = re.compile(r"CHAPTER\s+(?P<roman>[IVXLC]+)\b")
_NEAR = 300
_NUMBER = re.compile(r"(?P<chapter>[IVXLC]+)-(?P<rest>\d+(?:-[a-z])*)", re.I)
_TITLE = re.compile(r"(?:^|\s)(?P<number>\d{1,3})\s*\.\s*(?:\(?(?P<part>[a-z])\s*\)\s*)?(?P<title>[A-Z][^\n]{5,400})")
_STATUS = re.compile(r"Signatories\s*:\s*(?P<signatories>\d{1,4})\D{0,20}?Parties\s*:\s*(?P<parties>\d{1,4})", re.I)
_PARTIES = re.compile(r"(?<![a-z] )Parties\s*:\s*(?P<parties>\d{1,4})", re.I)
_FURTHER = re.compile(
    r"^(?:declarations and reservations|declarations|reservations|objections|notifications|territorial application"
    r"|end ?notes?|declarations? (?:under|recognizing) .{3,120})$",
    re.I | re.M,
)


def recognises(opened: Opened) -> bool:
    """Whether a file is a page of the Treaty Collection's site, the one that says a page is not there included."""
    head = opened.head
    if b"<" not in head or head.lstrip()[:5].lower() == b"<?xml" or not re.search(rb"<html|<!doctype html", head, re.I):
        return False
    return _SITE.search(head) is not None


def read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the treaty, its totals and an act for each dated cell; what else the page holds is told as left.

    A page that is not there is answered by the site as if it were: UnreadableDocument says so.
    """
    if _NOT_THERE.search(opened.head):
        expected, found = "a treaty's status page", "the site's own page saying that there is none, or none now"
        raise UnreadableDocument(opened.name, "the page", expected, found)
    source, tree = parsed(opened)
    rows = [row for row in rows_and_headings(tree) if isinstance(row, Row)]
    body = words(tree.body) if tree.body is not None else ""
    treaty, title = _number(source, body), _title(source, body)
    if treaty is None:
        yield Left(WhyLeft.NO_SUBJECT, Place(), title or "", "the treaty's number, as the page's address has it")
    participants = Participants(treaty or title or opened.name, gazetteer)
    yield Statement(TreatySaid(participants.treaty, title), Place(), title or treaty or "")
    totals = _totals(participants.treaty, body)
    if totals is None:
        yield Left(WhyLeft.MISSING_FIELD, Place(field="Status"), "", "how many signatories and parties there are")
    else:
        yield totals
    yield from _rows(rows, participants)
    if totals is not None and isinstance(totals.says, TreatyTotalsSaid):
        yield from participants.disagreements(totals.says, totals.place)
    yield from _further(tree.body.text(deep=True, separator="\n") if tree.body is not None else "")


def _rows(rows: list[Row], participants: Participants) -> Iterator[Found]:
    table: int | None = None
    for row in rows:
        if row.cells and PARTICIPANT.fullmatch(row.cells[0]) and any(column(cell) for cell in row.cells[1:]):
            table = row.table
            yield from participants.header(row.cells, row.row)
        elif row.table == table:
            yield from participants.row(row.cells, row.row)
    if not participants.rows:
        yield Left(WhyLeft.MISSING_FIELD, Place(), "", "a table of participants")


def _number(source: str, body: str) -> str | None:
    """Return the treaty's number: from the page's own address, or from its chapter and title. Links name others."""
    written = {match["number"] for match in _ADDRESSED.finditer(source)}
    numbers = {f"{m['chapter'].upper()}-{m['rest'].lower()}" for text in written if (m := _NUMBER.fullmatch(text))}
    if len(numbers) == 1:
        return numbers.pop()
    chapter = _CHAPTER.search(body)
    titled = _TITLE.search(body, chapter.end()) if chapter else None
    if chapter is None or titled is None or titled.start() - chapter.end() > _NEAR:
        return None
    part = f"-{titled['part']}" if titled["part"] else ""
    return f"{chapter['roman']}-{int(titled['number'])}{part}"


def _title(source: str, body: str) -> str | None:
    match = re.search(r"<title>\s*(?:UNTC|United Nations Treaty Collection)?\s*</title>", source, re.I)
    titled = re.search(r"<title>([^<]{3,400})</title>", source, re.I)
    if titled and not match and "treaty collection" not in titled[1].casefold():
        return " ".join(titled[1].split())
    chapter = _CHAPTER.search(body)
    found = _TITLE.search(body, chapter.end()) if chapter else None
    return (
        re.split(r"\s+(?:New York|Geneva|Paris|Rome|Vienna|Entry into force)\b", found["title"])[0] if found else None
    )


def _totals(treaty: str, body: str) -> Statement | None:
    match = _STATUS.search(body) or _PARTIES.search(body)
    if match is None:
        return None
    signatories = int(match["signatories"]) if "signatories" in match.groupdict() else None
    said = TreatyTotalsSaid(treaty, signatories, int(match["parties"]))
    return Statement(said, Place(field="Status"), match[0])


def _further(text: str) -> Iterator[Left]:
    for heading in dict.fromkeys(match[0].strip() for match in _FURTHER.finditer(text)):
        expected = "a part this reader knows; the page as XML has it as well, and is read whole"
        yield Left(WhyLeft.UNREAD_FIELD, Place(field=heading), heading, expected)


READER = Reader("UN Treaty Collection status page as HTML", recognises, read)
