"""The pages of the Universal Periodic Review: all reviews, a state's, and recommendations row by row."""

from dataclasses import fields
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from onrecord.measures.upr import Action
from onrecord.publish.as_json import as_json
from onrecord.publish.languages.state_names import names_to_choose
from onrecord.publish.listed.upr import recommendations_rows, reviews_rows, upr_rows
from onrecord.publish.views.upr import UprOfState, upr_of_state
from onrecord.publish.views.upr_lists import (
    RecommendationFilters,
    RecommendationList,
    ReviewLine,
    UprList,
    recommendation_list,
    upr_list,
)
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page, rendered, tagged
from onrecord.publish.web.list_data import rows_at
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


def _by_state(record: Record, view: UprList) -> dict[str, Any]:
    """Return the reviews of each state by cycle, for the page of all cycles, where each leads to its row."""
    found: dict[str, dict[int, ReviewLine]] = {}
    for review in view.reviews:
        found.setdefault(review.state.iso3, {})[review.cycle] = review
    return {"in_words": in_words, "by_state": tuple(found.values())}


@page(router, "/upr", "upr_reviews.html", more=_by_state)
@rows_at(router, "/upr", reviews_rows)
def reviews(record: Opened, cycle: str = "") -> UprList:
    """All reviews in the record, or those of one cycle."""
    try:
        return upr_list(record, _number("cycle", cycle) if cycle else None)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error


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


@rows_at(router, "/upr/recommendations", recommendations_rows)
def all_recommendations(record: Opened, asked: AskedFor) -> RecommendationList:
    """All recommendations that the filters leave."""
    return _list(record, asked[0], 0, None)


@router.api_route("/upr/recommendations.json", methods=["GET", "HEAD"])
def recommendations_twin(request: Request, record: Opened, asked: AskedFor) -> Response:
    """The recommendations that the filters leave, as JSON, in the stretch the page shows."""
    return tagged(request, as_json(_list(record, *asked, AT_A_TIME)), "application/json; charset=utf-8")


@router.api_route("/upr/recommendations", methods=["GET", "HEAD"])
def recommendations(request: Request, record: Opened, asked: AskedFor) -> Response:
    """The recommendations that the filters leave, with the form to change them."""
    found = _list(record, *asked, AT_A_TIME)
    names = names_to_choose(record.gazetteer, [s for s in record.gazetteer.states if s.existed_to is None])
    choices = {
        "state": names,
        "issue": tuple(issue_labels(record).items()),
        "action": tuple((a.value, a.label) for a in Action),
        "response": tuple(r.value for r in UprResponse),
    }
    return rendered(request, "upr_recommendations.html", found, choices=choices, at_a_time=AT_A_TIME)


@page(router, "/upr/{asked}", "upr.html", more=_words)
@rows_at(router, "/upr/{asked}", upr_rows)
def state(record: Opened, asked: str) -> UprOfState:
    """One state's reviews and recommendations."""
    if asked not in {one.slug for one in record.gazetteer.states}:
        raise Moved(f"/upr/{record.gazetteer.resolve(asked).slug}")
    return upr_of_state(record, asked)
