"""The pages of pledges: all of them, and one state's."""

from fastapi import APIRouter

from onrecord.measures.judgement import PledgeStatus
from onrecord.publish.languages.state_names import name_order, state_name
from onrecord.publish.listed.pledges import pledges_rows
from onrecord.publish.views.pledges import PledgeList, PledgesOfState, pledge_list, pledges_of_state
from onrecord.publish.web.answers import BadQuery, Moved, Opened, page
from onrecord.publish.web.list_data import rows_at
from onrecord.record.query_pledges import pledges
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


def _choices(record: Record, view: PledgeList) -> dict[str, object]:
    everything = pledges(record)
    names = {(state_name(record.gazetteer, p.state), p.state) for p in everything}
    return {
        "themes": sorted({p.theme for p in everything}),
        "statuses": [status.value for status in PledgeStatus],
        "pledging": sorted(names, key=lambda name: name_order(name[0])),
    }


@page(router, "/pledges", "pledges.html", more=_choices)
@rows_at(router, "/pledges", pledges_rows)
def all_pledges(record: Opened, state: str = "", theme: str = "", status: str = "") -> PledgeList:
    """Pledges of all states, narrowed by filters."""
    return _listed(record, state, theme, status)


def _listed(record: Record, state: str, theme: str, status: str) -> PledgeList:
    try:
        return pledge_list(record, state or None, theme or None, status or None)
    except NotInVocabulary as error:
        raise BadQuery(error.noun, error.expected, error.found, error.suggestions) from error


@page(router, "/pledges/{asked}", "pledges_of_state.html")
@rows_at(router, "/pledges/{asked}", pledges_rows)
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
