"""Thousands of requests drawn from the OpenAPI document: none makes a fault of ours, every answer conforms to it."""

import os
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from onrecord.publish.api.app import openapi_document

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")

EXAMPLES = int(os.environ.get("ONRECORD_EXAMPLES", "5"))
"""Drawn requests for each address, beside those that try each limit and each missing or unknown word."""

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]

pinned = settings(
    max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)

# Words of the address that are true of the record, so that drawn requests come past the first question.
KNOWN = {
    "state": "KAZ",
    "vote": "25/24",
    "situation": "syria",
    "session": "S-21",
    "election": "2021",
    "group": "APG",
    "instrument": "CAT",
    "statement": "BHR-2013-HRC22",
    "table": "rollcall",
    "year": 2014,
    "name": "busy",
    "kind": "voting-record",
    "about": "cuba",
    "id": "c001",
}


class Site:
    """The site, which is there once the record is opened; the document is needed before, to draw requests from."""

    app: Any = None

    async def __call__(self, scope, receive, send):
        await self.app(scope, receive, send)


@pytest.fixture(scope="module", autouse=True)
def opened(app):
    schema.app.app = app


schema = schemathesis.openapi.from_dict(openapi_document())
schema.app = Site()


@schema.parametrize()
@pinned
def test_anything_sent_is_answered_as_the_document_says(case):
    case.call_and_validate(checks=CHECKS)
    if case.path_parameters:
        # once more under a name the record knows, so that the words of the query are looked at
        case.path_parameters = {name: KNOWN.get(name, words) for name, words in case.path_parameters.items()}
        case.call_and_validate(checks=CHECKS)
