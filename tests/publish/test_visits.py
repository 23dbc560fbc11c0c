"""Visits and standing invitations: what is in the record, and never that there was none."""

import json
from datetime import date

import pytest
import typer
from typer.testing import CliRunner

from onrecord.publish.commands import visits as commands
from onrecord.publish.views.visits import visits_list, visits_of_state
from onrecord.publish.web import visits_pages
from onrecord.publish.web.app import create_app
from onrecord.publish.wording.visits import dated
from onrecord.record.query_visits import invitations
from onrecord.record.store import Record

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


@pytest.fixture(scope="module")
def client(record):
    from fastapi.testclient import TestClient

    app = create_app(record)
    app.include_router(visits_pages.router)
    return TestClient(app)


def run(*words: str) -> str:
    app = typer.Typer()
    commands.register(app)
    # One command alone is the program itself.
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    return result.output


def test_kazakhstan_has_its_visits_and_the_answered_request(record):
    view = visits_of_state(record, "KAZ")
    assert len(view.visits) == 15
    assert all(v.source for v in view.visits)
    (request,) = view.requests
    assert (request.known_by, request.answered_on) == (date(2012, 10, 18), date(2015, 1, 19))


def test_a_request_is_pending_as_of_a_day_before_the_visit():
    (request,) = visits_of_state(Record(as_of=date(2014, 11, 20)), "KAZ").requests
    assert request.answered_on is None
    assert request.note is None


@pytest.mark.parametrize("state", ["FRA", "CHN", "NRU"])
def test_elsewhere_visits_are_not_in_the_record(record, state):
    view = visits_of_state(record, state)
    assert view.visits == ()
    assert view.sentences[0].text.startswith("No visit to")
    assert "is in the record; the list of visits is not complete" in view.sentences[0].text


def test_dates_are_as_precise_as_the_source(record):
    assert dated("2010-09-21", "on or before") == "on or before 21 September 2010"
    assert dated("2009", "year") == "in 2009"
    for line in invitations(record):
        assert dated(line.date, line.date_meaning)


def test_a_pledge_is_not_an_invitation(record):
    (line,) = visits_of_state(record, "PLW").invitations
    assert line.pledge
    assert "a pledge, not an invitation" in visits_of_state(record, "PLW").sentences[1].text


def test_totals_are_those_of_the_sources(record):
    view = visits_list(record)
    assert [(t.date, t.event) for t in view.totals][-1] == ("2022-09-29", "128 UN members and 1 observer State")
    assert all(t.source for t in view.totals)
    assert visits_list(Record(as_of=date(2012, 1, 1))).totals == ()


def test_command_and_pages(client):
    assert json.loads(run("KAZ", "--json"))["visits"]
    assert "Not known:" in run("IND")
    assert run("KAZ", "--csv").startswith("date,to,state,what")
    assert run("--csv").count("total") >= 3
    assert "States" not in run("--as-of", "2014-11-20", "KAZ")
    for address in ("/visits", "/visits/kazakhstan", "/visits/france", "/visits/palau"):
        assert client.get(address).status_code == 200
        assert client.get(f"{address}.json").status_code == 200
    assert str(client.get("/visits/KAZ").url).endswith("/visits/kazakhstan")
    assert client.get("/visits/atlantis").status_code == 404
