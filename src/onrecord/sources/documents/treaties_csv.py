"""Reads a table of participants kept as CSV: the depositary's columns and words, without anything about the treaty."""

import csv
import io
import re
from collections.abc import Iterator

from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.documents.treaties.acts import column
from onrecord.sources.documents.treaties.participants import PARTICIPANT, Participants
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import Left, WhyLeft
from onrecord.vocabulary.states import Gazetteer

_NAMED = re.compile(r"(?<![\da-z])(?P<chapter>\d{1,2})-(?P<number>\d{1,2})(?P<part>(?:-[a-z])*)(?=\.[a-z]+$|$)", re.I)
_TENS = ("", "X", "XX")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def recognises(opened: Opened) -> bool:
    """Whether a file's first line is the header of a table of participants."""
    first = opened.head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace").strip()
    if "<" in first or len(first) > 1000:
        return False
    try:
        cells = next(csv.reader([first], strict=True), [])
    except csv.Error:
        return False
    return len(cells) > 1 and bool(PARTICIPANT.fullmatch(cells[0].strip())) and any(column(c) for c in cells[1:])


def read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield an act for each dated cell; the treaty is told by the file's name, "untc_4-9-b.csv" being IV-9-b."""
    treaty = _treaty(opened.name)
    if treaty is None:
        yield Left(WhyLeft.NO_SUBJECT, Place(), opened.name, "a name that ends in the treaty's number, as untc_4-4.csv")
    participants = Participants(treaty or opened.name, gazetteer)
    n = 0
    with opened.open() as stream:
        rows = csv.reader(io.TextIOWrapper(stream, "utf-8-sig", newline=""), strict=True)
        try:
            for n, cells in enumerate(rows, 1):
                yield from participants.header(cells, n) if n == 1 else participants.row(cells, n)
        except UnicodeDecodeError as error:
            raise UnreadableDocument(opened.name, f"row {n + 1}", "UTF-8", "other bytes") from error
        except csv.Error as error:
            yield Left(WhyLeft.CUT_SHORT, Place(row=n + 1), str(error), "a whole row of a CSV file")
    if not participants.rows:
        yield Left(WhyLeft.MISSING_FIELD, Place(), "", "rows of participants")


def _treaty(name: str) -> str | None:
    match = _NAMED.search(name)
    if match is None or not 1 <= int(match["chapter"]) <= 29:
        return None
    tens, ones = divmod(int(match["chapter"]), 10)
    return f"{_TENS[tens]}{_ONES[ones]}-{int(match['number'])}{match['part'].lower()}"


READER = Reader("treaty participants as CSV", recognises, read)
