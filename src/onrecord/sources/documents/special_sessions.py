"""Requests for special sessions of the Council: the members and observers that support the request."""

from collections.abc import Iterator

from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.looks import Form, form_of
from onrecord.sources.printed import begins, printed
from onrecord.sources.votes_printed.flow import flow_of
from onrecord.sources.votes_printed.requests import requests_in, tells_request
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.states import Gazetteer


def _recognises(opened: Opened) -> bool:
    """Whether a document speaks of a special session and lists states that support the request for it."""
    if form_of(opened.head) not in (Form.PDF, Form.ZIP, Form.HTML, Form.TEXT):
        return False
    return tells_request(flow_of(begins(opened)).text)


def _read(opened: Opened, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield how many states the lists say they have, and each state, as member or observer."""
    flow = flow_of(printed(opened).lines)
    if not tells_request(flow.text):
        raise UnreadableDocument(opened.name, "its text", "the states that support the request", "no such list")
    yield from (found for _, found in requests_in(flow, gazetteer))
    opened.told(opened.size)


READER = Reader("request for a special session", _recognises, _read)
