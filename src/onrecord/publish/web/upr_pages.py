"""The pages of the Universal Periodic Review: all reviews, a state's, and recommendations row by row."""

from dataclasses import fields
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from onrecord.measures.upr import Action
from onrecord.publish.as_json import as_json
from onrecord.publish.terminal.upr import recommendations_csv, upr_list_csv
from onrecord.publish.views.upr import UprOfState, upr_of_state
from onrecord.publish.views.upr_lists import (
    RecommendationFilters,
    RecommendationList,
    UprList,
    recommendation_list,
    upr_list,
)
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page, rendered, tagged
from onrecord.publish.written_dates import in_words
from onrecord.record.query_upr import issue_labels
from onrecord.record.store import Record
from onrecord.sources.facts_cooperation import UprResponse
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()

AT_A_TIME = 200
"""Rows of recommendations on one page of a list."""

_NUMBERS = ("cycle", "action", "start")


def _words(record: Record, view: Any) -> dict[str, Any]:
    return {"in_words": in_words}


@page(router, "/upr", "upr_reviews.html", more=_words)
def reviews(record: Opened, cycle: str = "") -> UprList:
    """All reviews in the record, or those of one cycle."""
    try:
        return upr_list(record, _number("cycle", cycle) if cycle else None)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error


@router.api_route("/upr.csv", methods=["GET", "HEAD"])
def reviews_csv(request: Request, record: Opened) -> Response:
    """All reviews as CSV."""
    return _csv(request, upr_list_csv(upr_list(record)), "onrecord-upr.csv")


def _number(name: str, written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) < 8):
        raise BadQuery(name, "a whole number", written)
    return int(written)


def _asked(request: Request) -> tuple[RecommendationFilters, int]:
    given = {name: words.strip() for name, words in request.query_params.items() if words.strip()}
    known = [*(field.name for field in fields(RecommendationFilters)), "start"]
    for name in given:
        if name not in known:
            raise BadQuery("filter", f"one of {', '.join(known)}", name, tuple(known))
    numbers = {name: _number(name, given.pop(name)) for name in _NUMBERS if name in given}
    start = numbers.pop("start", 0)
    return RecommendationFilters(**given, **numbers), start  # ty: ignore[invalid-argument-type]


AskedFor = Annotated[tuple[RecommendationFilters, int], Depends(_asked)]


def _list(record: Record, filters: RecommendationFilters, start: int, limit: int | None) -> RecommendationList:
    try:
        return recommendation_list(record, filters, start, limit)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error


@router.api_route("/upr/recommendations.json", methods=["GET", "HEAD"])
def recommendations_twin(request: Request, record: Opened, asked: AskedFor) -> Response:
    """The recommendations that the filters leave, as JSON, in the stretch the page shows."""
    return tagged(request, as_json(_list(record, *asked, AT_A_TIME)), "application/json; charset=utf-8")


@router.api_route("/upr/recommendations.csv", methods=["GET", "HEAD"])
def recommendations_as_csv(request: Request, record: Opened, asked: AskedFor) -> Response:
    """All recommendations that the filters leave, as CSV."""
    return _csv(request, recommendations_csv(_list(record, asked[0], 0, None)), "onrecord-upr-recommendations.csv")


@router.api_route("/upr/recommendations", methods=["GET", "HEAD"])
def recommendations(request: Request, record: Opened, asked: AskedFor) -> Response:
    """The recommendations that the filters leave, with the form to change them."""
    found = _list(record, *asked, AT_A_TIME)
    names = sorted(record.gazetteer.name(s.iso3) for s in record.gazetteer.states if s.existed_to is None)
    choices = {
        "state": names,
        "issue": tuple(issue_labels(record).items()),
        "action": tuple((a.value, f"{a.value} {a.label}") for a in Action),
        "response": tuple(r.value for r in UprResponse),
    }
    return rendered(request, "upr_recommendations.html", found, choices=choices, at_a_time=AT_A_TIME)


def _csv(request: Request, text: str, name: str) -> Response:
    response = tagged(request, text, "text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@page(router, "/upr/{asked}", "upr.html", more=_words)
def state(record: Opened, asked: str) -> UprOfState:
    """One state's reviews and recommendations."""
    if asked not in {one.slug for one in record.gazetteer.states}:
        raise Moved(f"/upr/{record.gazetteer.resolve(asked).slug}")
    return upr_of_state(record, asked)
