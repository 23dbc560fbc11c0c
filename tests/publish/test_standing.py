"""How others rate a state: editions, numbers ranked, methods that do not compare, what is not in the record."""

import json
from datetime import date

import pytest
import typer
from typer.testing import CliRunner

from onrecord.publish.commands import standing as commands
from onrecord.publish.views.standing import standing_of_state
from onrecord.publish.web import standing_pages
from onrecord.publish.web.app import create_app
from onrecord.publish.web.drawing_standing import rank_picture, status_picture
from onrecord.publish.wording.standing import freedom, years_in_words
from onrecord.record.store import Record

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


@pytest.fixture(scope="module")
def client(record):
    from fastapi.testclient import TestClient

    app = create_app(record)
    app.include_router(standing_pages.router)
    return TestClient(app)


def run(*words: str) -> str:
    app = typer.Typer()
    commands.register(app)
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_rank_has_the_number_ranked_of_its_edition_or_says_it_is_not_known(record):
    press = {p.edition: p for p in standing_of_state(record, "KAZ").press_freedom}
    assert (press[2011].rank, press[2011].of) == (154, 179)
    assert (press[2014].rank, press[2014].of) == (161, 180)
    assert (press[2024].rank, press[2024].of) == (142, None)
    assert 2009 not in press
    assert 2012 not in press
    assert (press[2021].method, press[2022].method) == ("before 2022", "from 2022")


def test_freedom_house_gives_year_under_review_apart_from_the_edition(record):
    view = standing_of_state(record, "KAZ")
    last = view.freedom_house[-1]
    assert (last.edition, last.year_under_review, last.status_words) == (2024, "2023", "Not Free")
    assert all("rank" not in s.text for s in view.sentences if s.text.startswith("Freedom House"))
    assert freedom("F (NF)") == "Free (Not Free)"
    assert freedom("PF") == "Partly Free"


def test_the_annual_series_keeps_its_gaps(record):
    view = standing_of_state(record, "KAZ")
    annual = [n.year for n in view.national_institution if n.annual]
    assert annual == [2000, 2005, 2010, *range(2015, 2026)]
    assert "no A or B status in 2000, 2005 and 2010; B status in 2015 to 2025" in view.sentences[0].text
    assert years_in_words([2001, 2000, 2003]) == "2000 to 2001 and 2003"


def test_no_year_before_a_state_existed(record):
    assert min(n.year for n in standing_of_state(record, "SSD").national_institution) >= 2011


def test_observations_without_adoption_are_not_counted(record):
    view = standing_of_state(record, "KAZ")
    adopted = [o for o in view.concluding_observations if o.adopted]
    assert len(adopted) == len(view.concluding_observations) - 1 == 18
    assert any("18 sets of concluding observations" in s.text for s in view.sentences)
    assert "not to say that there are none" in " ".join(standing_of_state(record, "FRA").not_known)


def test_no_line_crosses_a_gap_or_the_change_of_method(record):
    picture = rank_picture(standing_of_state(record, "KAZ").press_freedom)
    assert picture is not None
    assert [len(line.split()) for line in picture.lines] == [7, 2, 9, 4]
    assert picture.change_x is not None
    assert status_picture(standing_of_state(record, "KAZ").freedom_house) is not None
    assert rank_picture(()) is None


def test_as_of_a_day_nothing_later_is_said():
    view = standing_of_state(Record(as_of=date(2014, 11, 20)), "KAZ")
    text = json.dumps([s.text + s.scope for s in view.sentences]) + " ".join(view.not_known)
    assert not [year for year in range(2015, 2027) if str(year) in text]
    assert view.press_freedom[-1].edition == 2014


def test_command_and_pages(client, record):
    assert json.loads(run("KAZ", "--json"))["press_freedom"]
    assert "154 of 179" in run("KAZ")
    assert run("KAZ", "--csv").startswith("date,state,title,result")
    for slug in ("kazakhstan", "france", "south-africa", "holy-see", "south-sudan"):
        page = client.get(f"/standing/{slug}")
        assert page.status_code == 200
        assert ("<svg width" in page.text) is (slug != "holy-see")
        assert client.get(f"/standing/{slug}.json").status_code == 200
    assert str(client.get("/standing/KAZ").url).endswith("/standing/kazakhstan")
    assert client.get("/standing/atlantis").status_code == 404
