"""The pages of one vote and of lists of votes."""

from dataclasses import dataclass, fields
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from onrecord.publish.as_json import as_json
from onrecord.publish.listed.votes import positions_rows, votes_rows
from onrecord.publish.views.lists import filter_choices
from onrecord.publish.views.shared import find_subject
from onrecord.publish.views.vote import VoteRecord, vote_record
from onrecord.publish.views.votes import Filters, VoteList, vote_list
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page, rendered, tagged
from onrecord.publish.web.list_data import rows_at
from onrecord.publish.web.marking import AS_OF
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body, Status

router = APIRouter()

AT_A_TIME = 100
"""Votes on one page of a list."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the query of a list asks for: the filters, and where the page begins."""

    filters: Filters
    start: int


def _asked(request: Request) -> Asked:
    given = {name: words.strip() or None for name, words in request.query_params.items() if name != AS_OF}
    known = [field.name for field in fields(Filters)]
    for name in given:
        _one_of("filter", name, [*known, "start"])
    start = _number("start", given.pop("start", None), 0, 1_000_000) or 0
    year = _number("year", given.pop("year", None), 1946, 2100)
    _one_of("status", given.get("status"), [s.value for s in Status])
    body = given.pop("body", None) or Body.HRC.value
    return Asked(Filters(**given, year=year, body=body), start)


AskedFor = Annotated[Asked, Depends(_asked)]


def _number(name: str, written: str | None, least: int, most: int) -> int | None:
    if written is None:
        return None
    if not (written.isascii() and written.isdigit() and len(written) < 8 and least <= int(written) <= most):
        raise BadQuery(name, f"a whole number from {least} to {most}", written)
    return int(written)


def _one_of(name: str, found: str | None, known: list[str]) -> None:
    if found is not None and found not in known:
        raise BadQuery(name, f"one of {', '.join(known)}", found, tuple(known))


def shown_votes(record: Record, asked: Asked, limit: int | None) -> VoteList:
    """Return the stretch of votes that an address asks for; BadQuery where it asks for what there is not."""
    try:
        return vote_list(record, asked.filters, asked.start, limit)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error


@rows_at(router, "/votes", votes_rows)
def all_votes(record: Opened, asked: AskedFor) -> VoteList:
    """All votes that the filters leave."""
    return shown_votes(record, Asked(asked.filters, 0), None)


@router.api_route("/votes.json", methods=["GET", "HEAD"])
def votes_twin(request: Request, record: Opened, asked: AskedFor) -> Response:
    """The votes that the filters leave, as JSON, in the stretch the page shows."""
    return tagged(request, as_json(shown_votes(record, asked, AT_A_TIME)), "application/json; charset=utf-8")


@router.api_route("/votes", methods=["GET", "HEAD"])
def votes(request: Request, record: Opened, asked: AskedFor) -> Response:
    """The votes that the filters leave, with the form to change them."""
    found = shown_votes(record, asked, AT_A_TIME)
    situation = find_subject(record, found.filters.situation).slug if found.filters.situation else None
    choices = filter_choices(record, found.filters.body)
    return rendered(request, "votes.html", found, choices=choices, chosen_situation=situation, at_a_time=AT_A_TIME)


@page(router, "/votes/{asked:path}", "vote.html")
@rows_at(router, "/votes/{asked:path}", positions_rows)
def vote(record: Opened, asked: str) -> VoteRecord:
    """One vote, or one text decided without a vote."""
    found = vote_at(record, asked)
    if found.page != f"/votes/{asked}":
        raise Moved(found.page)
    return found


def vote_at(record: Record, asked: str) -> VoteRecord:
    """Return a vote by its address, symbol or short form; "25-24" is read as 25/24, an address in any case."""
    before, _, number = asked.rpartition("-")
    for form in (asked, asked.upper(), f"{before}/{number}"):
        try:
            return vote_record(record, form)
        except NotInVocabulary:
            continue
    return vote_record(record, asked)
