"""The pages of visits and standing invitations."""

from typing import Any

from fastapi import APIRouter

from onrecord.publish.listed.visits import visits_list_rows, visits_rows
from onrecord.publish.views.visits import VisitsList, VisitsOfState, visits_list, visits_of_state
from onrecord.publish.web.answers import Moved, Opened, page
from onrecord.publish.web.list_data import rows_at
from onrecord.publish.written_dates import in_words
from onrecord.record.store import Record

router = APIRouter()


def _words(record: Record, view: Any) -> dict[str, Any]:
    return {"in_words": in_words}


@page(router, "/visits", "visits.html", more=_words)
@rows_at(router, "/visits", visits_list_rows)
def visits(record: Opened) -> VisitsList:
    """The states of which the record has visits or standing invitations."""
    return visits_list(record)


@page(router, "/visits/{asked}", "visits_state.html", more=_words)
@rows_at(router, "/visits/{asked}", visits_rows)
def state(record: Opened, asked: str) -> VisitsOfState:
    """Visits to one state and its standing invitation."""
    if asked not in {one.slug for one in record.gazetteer.states}:
        raise Moved(f"/visits/{record.gazetteer.resolve(asked).slug}")
    return visits_of_state(record, asked)
