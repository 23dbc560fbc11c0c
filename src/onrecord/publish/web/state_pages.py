"""The pages of a state and of a state's year."""

from datetime import date
from typing import Any

from fastapi import APIRouter

from onrecord.publish.listed.votes import state_year_rows
from onrecord.publish.views.state import StateRecord, state_record
from onrecord.publish.views.state_year import StateYear, state_year
from onrecord.publish.web.answers import Moved, Opened, page
from onrecord.publish.web.list_data import rows_at
from onrecord.record.coverage_of import council_votes_span
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


@page(router, "/states/{asked}", "state.html")
def state(record: Opened, asked: str) -> StateRecord:
    """One state over all years."""
    _at_its_address(record, asked, None, "")
    return state_record(record, asked)


def _links(record: Record, view: StateYear) -> dict[str, Any]:
    span = council_votes_span(record)
    terms = record.seats.terms(view.state.iso3)
    years = {y for t in terms for y in range(t.term_start.year, min(t.term_end.year, span.last.year) + 1)}
    return {
        "year_span": (span.first.year, span.last.year),
        "member_years": sorted(years),
        "slugs": {code: subject.slug for code, subject in record.subjects.items()},
    }


@page(router, "/states/{asked}/{year}", "state_year.html", more=_links)
@rows_at(router, "/states/{asked}/{year}", state_year_rows)
def year_of_state(record: Opened, asked: str, year: str) -> StateYear:
    """One state's year."""
    number = _year(record, year)
    _at_its_address(record, asked, date(number, 12, 31), f"/{number}")
    return state_year(record, asked, number)


def _at_its_address(record: Record, asked: str, on: date | None, rest: str) -> None:
    """Raise Moved if the state has another address; NotInVocabulary if there is no such state."""
    if asked in {state.slug for state in record.gazetteer.states}:
        return
    raise Moved(f"/states/{record.gazetteer.resolve(asked, on).slug}{rest}")


def _year(record: Record, written: str) -> int:
    span = council_votes_span(record)
    years = {str(year): year for year in range(span.first.year, span.last.year + 1)}
    if written not in years:
        raise NotInVocabulary("year", written, f"a year from {span.first.year} to {span.last.year}")
    return years[written]
