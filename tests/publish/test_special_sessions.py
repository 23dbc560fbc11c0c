"""What the lists of a special session's request say of a state, on the command line, on pages and in CSV."""

from datetime import date

import pytest
import typer
from fastapi import FastAPI
from typer.testing import CliRunner

from onrecord.measures.lists_of_states import Answer, Seat, Why
from onrecord.publish.as_json import as_json
from onrecord.publish.commands import special_sessions as command
from onrecord.publish.listed.special_sessions import special_session_rows, special_sessions_rows
from onrecord.publish.views.special_sessions import special_session_list, special_session_record
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


def of(record, session, state="KAZ"):
    said = special_session_record(record, session, state).of_state
    assert said is not None
    return said


def test_the_complete_list_of_s20_does_not_hold_kazakhstan(record):
    said = of(record, "S-20")
    assert (said.answer, said.seat) == (Answer.NOT_LISTED, Seat.MEMBER)
    assert said.label == "did not support: the list is complete and does not hold it"
    assert "the list is complete (36 members and 43 observers) and does not hold it" in said.sentence.text
    assert "request of 13 January 2014" in said.sentence.text
    assert said.sentence.n == 79


def test_the_list_of_s21_holds_kazakhstan(record):
    said = of(record, "S-21")
    assert said.answer is Answer.LISTED
    assert said.label == "supported (listed)"
    assert "request of 18 July 2014" in said.sentence.text
    assert "21 members and 16 observers" in said.sentence.text


def test_the_list_of_s22_is_complete_for_members_only_and_kazakhstan_was_one(record):
    said = of(record, "S-22")
    assert (said.answer, said.why) == (Answer.NOT_AMONG_MEMBERS, Why.WHOLE_FOR_MEMBERS)
    assert "is not among the 29 members that supported" in said.sentence.text
    assert "the list covers members only, is complete for them, and does not hold it" in said.sentence.text
    assert "29 observers that the source counts are not named" in said.sentence.text
    assert "did not support" not in said.sentence.text


def test_of_a_state_that_was_no_member_a_members_only_list_says_nothing(record):
    said = of(record, "S-22", "Tonga")
    assert (said.answer, said.why) == (Answer.NOT_IN_RECORD, Why.MEMBERS_ONLY)
    assert "is not in the record" in said.sentence.text
    assert of(record, "S-22", "Iraq").label == "requested (named)"
    assert of(record, "S-1").why is Why.NO_OBSERVERS
    assert of(record, "S-32").why is Why.PARTIAL
    assert of(record, "S-4", "South Sudan").answer is Answer.NOT_IN_RECORD


def test_every_session_is_answered_once(record):
    view = special_session_list(record, "Kazakhstan")
    assert sum(n for _, n in view.answers) == view.n == len(view.sessions)
    assert view.sessions[0].session == "S-39"
    assert view.page == "/special-sessions?state=kazakhstan"
    for line in view.sessions:
        assert line.source
        assert line.of_state is not None
        if "did not support" in line.of_state.sentence.text:
            assert line.list_complete == "full"


def test_where_the_list_and_the_memberships_differ_both_are_shown(record):
    view = special_session_record(record, "S-15")
    assert any("Guatemala is listed as observer" in said for said in view.disagreements)
    assert [count.agrees for count in view.counts] == [True] * 4


def test_the_outcome_leads_to_its_page_where_the_record_has_the_text(record):
    (text,) = special_session_record(record, "S-21").line.outcome_texts
    assert (text.symbol, text.page) == ("A/HRC/RES/S-21/1", "/votes/A-HRC-RES-S-21-1")
    (text,) = special_session_record(record, "S-20").line.outcome_texts
    assert text.page is None
    assert text.url == "https://undocs.org/en/A/HRC/RES/S-20/1"
    assert len(special_session_record(record, "S-12").line.outcome_texts) == 2


def test_no_session_is_known_before_it_sat():
    early = Record(as_of=date(2014, 7, 20))
    assert special_session_list(early).sessions[0].session == "S-20"
    with pytest.raises(NotInVocabulary):
        special_session_record(early, "S-21")
    assert "2026" not in as_json(special_session_list(early))


def test_words_that_are_no_session_or_state(record):
    assert special_session_record(record, "s20").page == "/special-sessions/S-20"
    for words in ("S-0", "S-99", "20th", "", "S--1"):
        with pytest.raises(NotInVocabulary):
            special_session_record(record, words)
    with pytest.raises(NotInVocabulary):
        special_session_list(record, "Atlantis")


def test_csv_rows_stand_alone(record):
    rows = special_sessions_rows(special_session_list(record, "KAZ")).rows
    assert len(rows) == 39
    (row,) = [row for row in rows if row["session"] == "S-20"]
    assert row["result"].startswith("did not support")
    assert all(row[name] for name in ("date", "title", "source", "source_url", "link"))
    rows = special_session_rows(special_session_record(record, "S-20")).rows
    assert len(rows) == 79
    assert {row["seat"] for row in rows} == {"member", "observer"}


def test_the_command(record):
    app = typer.Typer()
    app.callback()(lambda: None)
    command.register(app)
    run = CliRunner().invoke(app, ["special-session", "S-20", "--state", "KAZ"])
    assert run.exit_code == 0
    assert "did not support the request" in run.output
    assert CliRunner().invoke(app, ["special-session", "--csv"]).output.startswith("session,date")
    assert CliRunner().invoke(app, ["special-session", "S-21", "--as-of", "2014-07-20"]).exit_code != 0


@pytest.fixture(scope="module")
def client(record):
    from fastapi.testclient import TestClient

    from onrecord.publish.web import (
        joint_statement_pages,
        self_report_pages,
        special_session_pages,
        sponsorship_pages,
    )
    from onrecord.publish.web.app import create_app

    app: FastAPI = create_app(record)
    for pages in (special_session_pages, joint_statement_pages, sponsorship_pages, self_report_pages):
        app.include_router(pages.router)
    return TestClient(app)


pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


@pytest.mark.parametrize(
    "address",
    [
        "/special-sessions",
        "/special-sessions?state=KAZ",
        "/special-sessions/S-22?state=KAZ",
        "/special-sessions/S-7",
        "/special-sessions?as-of=2012-11-30&state=KAZ",
        "/joint-statements?state=KAZ&situation=bahrain",
        "/joint-statements/EGY-2014-HRC25-COUNTER?state=KAZ",
        "/sponsorships?state=France",
        "/sponsorships?symbol=54/5",
        "/sponsorships?as-of=2012-11-30",
        "/self-reports",
        "/self-reports/kazakhstan",
        "/self-reports/tuvalu",
        "/self-reports/kazakhstan?as-of=2012-11-30",
    ],
)
def test_pages_answer_and_so_do_their_twins(client, address):
    path, _, words = address.partition("?")
    for suffix in ("", ".json"):
        answer = client.get(f"{path}{suffix}?{words}")
        assert answer.status_code == 200
    page = client.get(address).text
    assert "<style" not in page
    assert " style=" not in page


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/special-sessions/S-99", 404),
        ("/special-sessions?state=Atlantis", 422),
        ("/joint-statements?situation=atlantis", 422),
        ("/joint-statements/none-such", 404),
        ("/sponsorships?state=Atlantis", 422),
        ("/self-reports/atlantis", 404),
    ],
)
def test_unknown_words_are_answered_in_words(client, address, status):
    assert client.get(address).status_code == status


def test_an_address_written_otherwise_leads_to_its_page(client):
    answer = client.get("/special-sessions/s-20?state=KAZ", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, "/special-sessions/S-20?state=KAZ")
    assert client.get("/special-sessions.csv?state=KAZ").text.startswith("session,date")
