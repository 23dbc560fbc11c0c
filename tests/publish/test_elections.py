"""Elections: totals with rank and ties, slates, what was not found; their pages and commands."""

import json
from datetime import date

import pytest
import typer
from typer.testing import CliRunner

from onrecord.publish.as_json import as_json
from onrecord.publish.commands import elections as commands
from onrecord.publish.listed.elections import election_rows
from onrecord.publish.views.elections import election_list, election_record
from onrecord.publish.web import elections_pages
from onrecord.publish.web.app import create_app
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


def candidates(view):
    return {c.state.iso3: c for slate in view.slates for c in (*slate.candidates, *slate.apart)}


@pytest.fixture(scope="module")
def client(record):
    from starlette.testclient import TestClient

    app = create_app(record)
    app.include_router(elections_pages.router)
    with TestClient(app, follow_redirects=False) as one:
        yield one


def test_the_election_of_2012(record):
    view = election_record(record, "2012")
    assert (view.date, view.n_candidates, view.seats, view.n_with_total) == (date(2012, 11, 12), 20, 18, 18)
    assert view.members_of_the_un == 193
    found = candidates(view)
    (total,) = found["KAZ"].totals
    assert (total.votes, total.rank, total.rank_best, total.rank_worst, total.of) == (183, 5, 5, 5, 18)
    assert total.tied_with == ("Côte d'Ivoire",)
    assert [(one.name, one.totals) for one in total.tied_on_one_total_with] == [("Sierra Leone", (183, 182))]
    assert found["KAZ"].without_total_may_stand_above == ()
    assert [t.votes for t in found["SLE"].totals] == [183, 182]
    assert [t.rank for t in found["SLE"].totals] == [5, 7]
    for state in ("GRC", "SWE"):
        assert (found[state].result, found[state].totals) == ("not elected", ())
        assert "not found" in found[state].sentence.text
    assert [slate.regional_group for slate in view.slates if slate.contested] == ["WEOG"]


def test_of_193_member_states_only_with_what_is_not_known(record):
    said = candidates(election_record(record, "2012"))["KAZ"].sentence
    assert "183 votes" in said.text
    assert "193 member States that day; how many voted is not in the record" in said.text
    assert said.n == 18


@pytest.mark.parametrize(
    ("asked", "state", "votes", "ballots", "by_election"),
    [("2018-07-13", "ISL", 172, 178, True), ("2022-05-10", "CZE", 157, None, True), ("2024", "MHL", 124, None, False)],
)
def test_other_elections(record, asked, state, votes, ballots, by_election):
    view = election_record(record, asked)
    one = candidates(view)[state]
    assert ([t.votes for t in one.totals], one.ballots_valid) == ([votes], ballots)
    assert (one.result, view.by_election) == ("elected", by_election)


def test_withdrawn_and_stray_votes_are_not_candidates(record):
    view = election_record(record, "2025")
    assert (view.n_candidates, view.seats) == (14, 14)
    assert {c.result for slate in view.slates for c in slate.apart} == {"withdrawn"}
    assert candidates(election_record(record, "2018-07-13"))["FRA"].result == "stray votes"


def test_a_term_cut_short_is_told_but_not_before_it_was(record, built):
    (held,) = candidates(election_record(record, "2020"))["RUS"].held
    assert (held.end_reason, held.last_day) == ("suspended", date(2022, 4, 7))
    (then,) = candidates(election_record(Record(built, date(2021, 6, 1)), "2020"))["RUS"].held
    assert (then.end_reason, then.last_day) == (None, None)


def test_a_year_of_two_elections_is_asked_back(record):
    with pytest.raises(NotInVocabulary) as error:
        election_record(record, "2018")
    assert error.value.suggestions == ("2018-07-13", "2018-10-12")


def test_the_list_counts_every_election(record):
    view = election_list(record)
    assert view.n == len(view.elections) == 22
    assert view.elections[0].date > view.elections[-1].date


def test_every_election_says_what_it_says_without_failing(record):
    for line in election_list(record).elections:
        view = election_record(record, line.date.isoformat())
        assert sum(s.n_elected for s in view.slates) == view.seats
        assert len(election_rows(view).rows) == len(candidates(view))


def test_pages_and_twins(client, record):
    assert client.get("/elections/2012").headers["location"] == "/elections/2012-11-12"
    answer = client.get("/elections/2012-11-12")
    assert answer.status_code == 200
    assert "on one of its totals (183 and 182)" in answer.text
    assert "not found" in answer.text
    assert client.get("/elections/2012-11-12.json").text == as_json(election_record(record, "2012-11-12"))
    assert client.get("/elections").status_code == 200
    assert client.get("/elections.csv").status_code == client.get("/elections/2012-11-12.csv").status_code == 200
    assert client.get("/elections/2018").status_code == 404


def test_commands(built):
    app = typer.Typer()
    commands.register(app)
    run = CliRunner().invoke
    given = ["--record", str(built)]
    assert "183 and 182" in run(app, ["election", "2012-11-12", *given]).output
    assert json.loads(run(app, ["election", "2012", "--json", *given]).output)["n_candidates"] == 20
    assert run(app, ["elections", "--csv", *given]).output.startswith("date,title")
    assert "2018-07-13" in run(app, ["elections", *given]).output
