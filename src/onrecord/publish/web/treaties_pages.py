"""The pages of treaties: all of them, one state's, one treaty's."""

from datetime import date

from fastapi import APIRouter, Request, Response

from onrecord.publish.terminal.treaties import matrix_csv, treaties_csv
from onrecord.publish.views.treaties import TreatiesOfState, treaties_of_state
from onrecord.publish.views.treaty_matrix import InstrumentRecord, TreatyMatrix, instrument_record, treaty_matrix
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page, tagged
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.states import RegionalGroup

router = APIRouter()


def _as_csv(request: Request, text: str) -> Response:
    response = tagged(request, text, "text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="onrecord-treaties.csv"'
    return response


def _regions(record: Record, view: TreatyMatrix) -> dict[str, object]:
    return {"regions": list(RegionalGroup)}


def _matrix(record: Record, region: str) -> TreatyMatrix:
    try:
        return treaty_matrix(record, region or None)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error


@router.api_route("/treaties.csv", methods=["GET", "HEAD"], response_model=None)
def all_treaties_csv(request: Request, record: Opened, region: str = "") -> Response:
    """Every state's standing towards every treaty, as CSV."""
    return _as_csv(request, matrix_csv(_matrix(record, region)))


@page(router, "/treaties", "treaties.html", more=_regions)
def all_treaties(record: Opened, region: str = "") -> TreatyMatrix:
    """All treaties by all states."""
    return _matrix(record, region)


@page(router, "/treaties/instruments/{code}", "treaty.html")
def one_treaty(record: Opened, code: str) -> InstrumentRecord:
    """One treaty with its parties."""
    found = instrument_record(record, code)
    if found.page != f"/treaties/instruments/{code}":
        raise Moved(found.page)
    return found


@router.api_route("/treaties/{asked}.csv", methods=["GET", "HEAD"], response_model=None)
def treaties_csv_of(request: Request, record: Opened, asked: str, on: str = "") -> Response:
    """One state's standing towards each treaty, as CSV."""
    return _as_csv(request, treaties_csv(_of_state(record, asked, on)))


@page(router, "/treaties/{asked}", "treaties_of_state.html")
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
