"""The pages of pledges: all of them, and one state's."""

from fastapi import APIRouter, Request, Response

from onrecord.measures.judgement import PledgeStatus
from onrecord.publish.terminal.pledges import pledges_csv
from onrecord.publish.views.pledges import PledgeList, PledgesOfState, pledge_list, pledges_of_state
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page, tagged
from onrecord.record.query_pledges import pledges
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


def _as_csv(request: Request, text: str) -> Response:
    response = tagged(request, text, "text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="onrecord-pledges.csv"'
    return response


def _choices(record: Record, view: PledgeList) -> dict[str, object]:
    everything = pledges(record)
    names = {record.gazetteer.name(p.state): p.state for p in everything}
    return {
        "themes": sorted({p.theme for p in everything}),
        "statuses": [status.value for status in PledgeStatus],
        "pledging": sorted(names.items()),
    }


@router.api_route("/pledges.csv", methods=["GET", "HEAD"], response_model=None)
def pledge_list_csv(request: Request, record: Opened, state: str = "", theme: str = "", status: str = "") -> Response:
    """Pledges of all states, as CSV."""
    return _as_csv(request, pledges_csv(_listed(record, state, theme, status)))


@page(router, "/pledges", "pledges.html", more=_choices)
def all_pledges(record: Opened, state: str = "", theme: str = "", status: str = "") -> PledgeList:
    """Pledges of all states, narrowed by filters."""
    return _listed(record, state, theme, status)


def _listed(record: Record, state: str, theme: str, status: str) -> PledgeList:
    try:
        return pledge_list(record, state or None, theme or None, status or None)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error


@router.api_route("/pledges/{asked}.csv", methods=["GET", "HEAD"], response_model=None)
def pledges_csv_of(request: Request, record: Opened, asked: str, term: str = "") -> Response:
    """One state's pledges, as CSV."""
    return _as_csv(request, pledges_csv(_of_state(record, asked, term)))


@page(router, "/pledges/{asked}", "pledges_of_state.html")
def pledges_of(record: Opened, asked: str, term: str = "") -> PledgesOfState:
    """One state's pledges, all or of one term."""
    found = _of_state(record, asked, term)
    if found.page != f"/pledges/{asked}":
        raise Moved(found.page)
    return found


def _of_state(record: Record, asked: str, term: str) -> PledgesOfState:
    try:
        return pledges_of_state(record, asked, term or None)
    except NotInVocabulary as error:
        if error.noun == "term":
            raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error
        raise
