"""The pages of treaties: all of them, one state's, one treaty's."""

from datetime import date

from fastapi import APIRouter

from onrecord.publish.listed.treaties import matrix_rows, treaties_rows, treaty_rows
from onrecord.publish.views.treaties import TreatiesOfState, treaties_of_state
from onrecord.publish.views.treaty_matrix import InstrumentRecord, TreatyMatrix, instrument_record, treaty_matrix
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page
from onrecord.publish.web.list_data import rows_at
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.states import RegionalGroup

router = APIRouter()


def _regions(record: Record, view: TreatyMatrix) -> dict[str, object]:
    return {"regions": list(RegionalGroup)}


def _matrix(record: Record, region: str) -> TreatyMatrix:
    try:
        return treaty_matrix(record, region or None)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error


@page(router, "/treaties", "treaties.html", more=_regions)
@rows_at(router, "/treaties", matrix_rows)
def all_treaties(record: Opened, region: str = "") -> TreatyMatrix:
    """All treaties by all states."""
    return _matrix(record, region)


@page(router, "/treaties/instruments/{code}", "treaty.html")
@rows_at(router, "/treaties/instruments/{code}", treaty_rows)
def one_treaty(record: Opened, code: str) -> InstrumentRecord:
    """One treaty with its parties."""
    found = instrument_record(record, code)
    if found.page != f"/treaties/instruments/{code}":
        raise Moved(found.page)
    return found


@page(router, "/treaties/{asked}", "treaties_of_state.html")
@rows_at(router, "/treaties/{asked}", treaties_rows)
def treaties_of(record: Opened, asked: str, on: str = "") -> TreatiesOfState:
    """One state and the treaties, on a day or as last known."""
    found = _of_state(record, asked, on)
    if found.page != f"/treaties/{asked}":
        raise Moved(found.page)
    return found


def _of_state(record: Record, asked: str, on: str) -> TreatiesOfState:
    try:
        day = date.fromisoformat(on) if on else None
    except ValueError as error:
        raise BadQuery("day", "a day as YYYY-MM-DD", on) from error
    try:
        return treaties_of_state(record, asked, day)
    except NotInVocabulary as error:
        if error.noun == "day":
            raise BadQuery(error.noun, error.expected, error.found) from error
        raise
