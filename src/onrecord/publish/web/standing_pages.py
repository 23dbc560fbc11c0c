"""The page of how others rate a state."""

from typing import Any

from fastapi import APIRouter

from onrecord.publish.listed.standing import standing_rows
from onrecord.publish.views.standing import StandingOfState, standing_of_state
from onrecord.publish.web.answers import Moved, Opened, page
from onrecord.publish.web.drawing_standing import rank_picture, status_picture
from onrecord.publish.web.list_data import rows_at
from onrecord.publish.written_dates import in_words
from onrecord.record.store import Record

router = APIRouter()


def _pictures(record: Record, view: StandingOfState) -> dict[str, Any]:
    return {
        "in_words": in_words,
        "ranks": rank_picture(view.press_freedom),
        "statuses": status_picture(view.freedom_house),
    }


@page(router, "/standing/{asked}", "standing.html", more=_pictures)
@rows_at(router, "/standing/{asked}", standing_rows)
def state(record: Opened, asked: str) -> StandingOfState:
    """How others rate one state."""
    if asked not in {one.slug for one in record.gazetteer.states}:
        raise Moved(f"/standing/{record.gazetteer.resolve(asked).slug}")
    return standing_of_state(record, asked)
