"""Scorecards: five candidates side by side, blanks said to be not in the record, nothing later than election day."""

import json

import pytest
import typer
from typer.testing import CliRunner

from onrecord.measures.scorecard import criteria_of
from onrecord.publish.as_json import as_json
from onrecord.publish.commands import elections as election_commands
from onrecord.publish.commands import scorecards as commands
from onrecord.publish.views.scorecards import scorecard, scorecard_list
from onrecord.publish.views.state_year import state_year
from onrecord.publish.web import scorecards_pages
from onrecord.publish.web.app import create_app
from onrecord.vocabulary.errors import NotInVocabulary

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


@pytest.fixture(scope="module")
def view(record):
    return scorecard(record, "2021", "APG")


def cell(view, criterion, state):
    (row,) = [row for row in view.rows if row.criterion == criterion]
    return next(cell for cell in row.cells if cell.iso3 == state)


def test_five_candidates_side_by_side(view):
    assert [head.iso3 for head in view.candidates] == ["IND", "KAZ", "MYS", "QAT", "ARE"]
    assert all(len(row.cells) == 5 for row in view.rows)


def test_what_the_record_cannot_answer_is_blank_for_all(view):
    for criterion in ("UPR mid-term report", "UPR implementation plan", "UN contributions"):
        for head in view.candidates:
            assert cell(view, criterion, head.iso3).words == "not in the record"
    assert cell(view, "standing invitation", "MYS").value is None


def test_as_known_on_election_day(view):
    assert cell(view, "treaties", "KAZ").words == "13 of 18"  # ICCPR-OP2, CRPD-OP and CRC-OPIC came later
    assert cell(view, "national institution", "KAZ").words == "B status (2020)"
    dates = [fact.date for row in view.rows for c in row.cells for fact in c.evidence if fact.date]
    assert max(day[:10] for day in dates) <= "2021-10-14"


def test_votes_are_those_of_the_years_pages(view, record):
    years = [state_year(record, "KAZ", year) for year in (2013, 2014, 2015)]
    figures = [f for year in years for f in year.figures if f.selection == "votes-count"]
    one = cell(view, "votes on country situations", "KAZ")
    assert (one.n, one.of) == (sum(f.yes for f in figures), sum(f.n for f in figures))


def test_every_answer_has_evidence_with_a_source(view):
    for row in view.rows:
        for one in row.cells:
            if one.value and not (row.criterion == "joint statements" or one.n == 0):
                assert one.evidence
            assert all(fact.source for fact in one.evidence)


def test_criteria_come_with_the_term_they_were_first_asked_for():
    early, middle, late = ({d.criterion.value for d in criteria_of(year)} for year in (2013, 2019, 2021))
    assert middle - early == {"leadership"}
    assert late - middle == {
        "complaint procedures",
        "UPR mid-term report",
        "UPR implementation plan",
        "UN contributions",
    }


def test_every_scorecard_can_be_made(record):
    listed = scorecard_list(record)
    assert listed.n == 102
    for link in listed.scorecards[:12]:
        assert scorecard(record, link.election.isoformat(), link.regional_group).page == link.page


def test_a_group_without_seats_is_asked_back(record):
    with pytest.raises(NotInVocabulary):
        scorecard(record, "2018-07-13", "APG")


def test_pages(record):
    from starlette.testclient import TestClient

    app = create_app(record)
    app.include_router(scorecards_pages.router)
    with TestClient(app, follow_redirects=False) as client:
        address = "?election=2021-10-14&group=APG"
        page = client.get(f"/scorecards{address}")
        assert page.status_code == 200
        assert page.text.count("not in the record") > 20
        assert client.get(f"/scorecards.json{address}").text == as_json(scorecard(record, "2021", "APG"))
        assert client.get(f"/scorecards.csv{address}").status_code == 200
        assert client.get("/scorecards").status_code == 200
        assert client.get("/scorecards?election=2021&group=XX").status_code == 422


def test_command(built):
    app = typer.Typer()
    election_commands.register(app)
    commands.register(app)
    asked = ["scorecard", "--election", "2021", "--group", "APG", "--record", str(built)]
    run = CliRunner().invoke
    text = run(app, asked).output
    assert all(name in text for name in ("India", "Kazakhstan", "Malaysia", "Qatar", "United Arab Emirates"))
    assert json.loads(run(app, [*asked, "--json"]).output)["kind"] == "scorecard"
    assert run(app, [*asked, "--csv"]).output.startswith("date,title")
