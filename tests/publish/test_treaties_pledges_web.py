"""The pages of treaties and pledges answer, and their twins are the views."""

import pytest
from fastapi import FastAPI

from onrecord.publish.as_json import as_json
from onrecord.publish.views.pledges import pledge_list, pledges_of_state
from onrecord.publish.views.treaties import treaties_of_state
from onrecord.publish.views.treaty_matrix import instrument_record, treaty_matrix
from onrecord.publish.web import errors, pledges_pages, treaties_pages
from onrecord.publish.web.answers import Site

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


@pytest.fixture(scope="module")
def client(record):
    from starlette.testclient import TestClient

    app = FastAPI()
    app.state.site = Site(record)
    app.include_router(treaties_pages.router)
    app.include_router(pledges_pages.router)
    errors.add_to(app)
    with TestClient(app, follow_redirects=False) as one:
        yield one


TWINS = {
    "/treaties": treaty_matrix,
    "/treaties/kazakhstan": lambda r: treaties_of_state(r, "KAZ"),
    "/treaties/belarus": lambda r: treaties_of_state(r, "BLR"),
    "/treaties/instruments/ICCPR-OP1": lambda r: instrument_record(r, "ICCPR-OP1"),
    "/pledges": pledge_list,
    "/pledges/kazakhstan": lambda r: pledges_of_state(r, "KAZ"),
    "/pledges/morocco": lambda r: pledges_of_state(r, "MAR"),
}


@pytest.mark.parametrize("address", TWINS)
def test_a_page_answers_and_its_twin_is_the_view(client, record, address):
    assert client.get(address).status_code == 200
    assert client.get(f"{address}.json").text == as_json(TWINS[address](record))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/treaties/KAZ", 308), ("/treaties/instruments/crpd", 308), ("/pledges/KAZ", 308),
        ("/treaties/nowhere", 404), ("/treaties/instruments/echr", 404), ("/pledges/nowhere", 404),
        ("/treaties?region=x", 422), ("/treaties/kazakhstan?on=x", 422), ("/treaties/kazakhstan?on=2099-01-01", 422),
        ("/pledges?status=x", 422), ("/pledges/kazakhstan?term=x", 422),
        ("/treaties/kazakhstan?on=2012-07-31", 200), ("/pledges/kazakhstan?term=2013-2015", 200),
        ("/treaties.csv", 200), ("/treaties/kazakhstan.csv", 200), ("/pledges.csv", 200),
        ("/pledges/kazakhstan.csv", 200),
        ("/pledges?state=&theme=women&status=", 200), ("/treaties?region=", 200),
    ],
)  # fmt: skip
def test_addresses(client, address, status):
    assert client.get(address).status_code == status
