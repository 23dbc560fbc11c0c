"""The page that compares two states, or asks for their names."""

from fastapi import APIRouter

from onrecord.publish.listed.compare import compare_rows
from onrecord.publish.views.compare import CompareForm, Comparison, compare_form, comparison
from onrecord.publish.web.answers import BadQuery, Opened, page
from onrecord.publish.web.list_data import rows_at
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


@page(router, "/compare", "compare.html")
def compare(record: Opened, a: str = "", b: str = "", year: str = "") -> Comparison | CompareForm:
    """Two states side by side; a form where one of the names is missing."""
    if not a.strip() or not b.strip():
        return compare_form(record, a, b)
    return compared(record, a, b, year)


@rows_at(router, "/compare", compare_rows)
def compared(record: Opened, a: str = "", b: str = "", year: str = "") -> Comparison:
    """Two states side by side."""
    if not a.strip() or not b.strip():
        raise BadQuery("comparison", "two states: a=Kazakhstan&b=Kyrgyzstan", f"a={a}&b={b}")
    if year and not year.isdecimal():
        raise BadQuery("year", "a calendar year", year)
    try:
        return comparison(record, a, b, int(year) if year else None)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error
