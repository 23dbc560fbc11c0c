"""A text checked: sent as JSON or as a file, answered and forgotten."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from onrecord.publish.api.answering import Said, answer
from onrecord.publish.api.operations import check_words, described
from onrecord.publish.api.parameters import AsOf
from onrecord.publish.check_asked import LONGEST_TEXT, Asked
from onrecord.publish.views.check import CheckRecord, Checks
from onrecord.publish.web.answers import Opened
from onrecord.publish.web.check_pages import beside, checker, forgotten, shown
from onrecord.publish.web.check_requests import LARGEST_FILE, NotTaken, sent
from onrecord.publish.web.marking import AS_OF
from onrecord.record.store import Record

router = APIRouter()

GROUP, ABOUT = "Check", "Any text checked, sentence by sentence."

_ABOUT = {"type": "string", "description": "The state the text is about, where it says only “we” or “it”."}
_DAY = {"type": "string", "description": "The text's own day: 2014, 2015-03 or 2015-03-24."}
_TEXT = {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT, "description": "The text to check."}
_FILE = {
    "type": "string",
    "format": "binary",
    "description": f"The text as a file: plain, HTML, PDF or Word, up to {LARGEST_FILE // 1_000_000} MB.",
}

_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["text"],
                "properties": {"text": _TEXT, "about": _ABOUT, "as_of": _DAY},
            },
            "example": {"text": "We voted for resolution 25/24.", "about": "KAZ", "as_of": "2015"},
        },
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": ["file"],
                "properties": {"file": _FILE, "about": _ABOUT, "as_of": _DAY},
            }
        },
    },
}


def _answered(request: Request, record: Record, view: CheckRecord, asked: Asked) -> Response:
    return answer(request, record, Said(view, page=view.page))


async def check(
    request: Request, record: Opened, checks: Annotated[Checks, Depends(checker)], as_of: AsOf = None
) -> Response:
    """Check a text.

    Each sentence that claims something of the record comes back as it was understood, with the answer (supported,
    refuted, conflicting, or not enough information and why) and the rows it rests on. ``as_of`` in the body is the
    day of the text; ``as-of`` in the query is the day as of which the record is asked. Nothing sent is kept.
    """
    check_words(request, frozenset({AS_OF}))
    given = await sent(request)
    if given is None:
        raise NotTaken(415, "It takes a form or JSON.")
    return forgotten(await beside(request, lambda: shown(request, record, checks, given, _answered)))


_SUMMARY, _DESCRIPTION = described(check)
router.add_api_route(
    "/check",
    check,
    methods=["POST"],
    response_model=None,
    operation_id="check",
    tags=[GROUP],
    summary=_SUMMARY,
    description=_DESCRIPTION,
    openapi_extra={"requestBody": _BODY},
)
