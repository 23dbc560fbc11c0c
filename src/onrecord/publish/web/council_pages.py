"""The Council's map of a year, and its JSON twin."""

from typing import Annotated

from fastapi import APIRouter, Depends

from onrecord.measures.absence import Absence
from onrecord.publish.listed.council_map import council_map_rows
from onrecord.publish.views.council_map import Choices, CouncilMap, council_map
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page
from onrecord.publish.web.list_data import rows_at
from onrecord.record.coverage_of import council_votes_span
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


def _choices(amendments: str = "", absence: str = "", assembly: str = "") -> Choices:
    return Choices(
        amendments=not _asked("amendments", amendments, "out"),
        absence=Absence.ABSTENTION if _asked("absence", absence, "abstention") else Absence.LEFT_OUT,
        informed=_asked("assembly", assembly, "in"),
    )


def _asked(name: str, written: str, word: str) -> bool:
    if written.strip() not in {"", word}:
        raise BadQuery(name, f"{word}, or nothing", written, (word,))
    return bool(written.strip())


Chosen = Annotated[Choices, Depends(_choices)]


@page(router, "/council/{year}", "council.html")
@rows_at(router, "/council/{year}", council_map_rows)
def council(record: Opened, year: str, choices: Chosen) -> CouncilMap:
    """The Council's map of a year."""
    span = council_votes_span(record)
    if year not in map(str, range(span.first.year, span.last.year + 1)):
        raise NotInVocabulary("year", year, f"a year from {span.first.year} to {span.last.year}")
    return council_map(record, int(year), choices)


@router.get("/council")
def latest(record: Opened) -> None:
    """Lead to the map of the last year with votes."""
    raise Moved(f"/council/{council_votes_span(record).last.year}")
