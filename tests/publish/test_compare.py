"""Two states side by side: the same by its link, n everywhere, no share where n is small."""

import json

import pytest
import typer
from typer.testing import CliRunner

from onrecord.publish.as_json import as_json
from onrecord.publish.commands import compare as commands
from onrecord.publish.commands import elections as election_commands
from onrecord.publish.views.compare import comparison
from onrecord.publish.views.treaties import treaties_of_state
from onrecord.publish.web import compare_pages
from onrecord.publish.web.app import create_app
from onrecord.vocabulary.errors import NotInVocabulary

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


@pytest.fixture(scope="module")
def view(record):
    return comparison(record, "Kazakhstan", "KGZ")


def test_the_order_is_as_given_and_the_link_is_canonical(view, record):
    assert view.page == "/compare?a=kazakhstan&b=kyrgyzstan"
    assert comparison(record, "kyrgyzstan", "kazakhstan").page == "/compare?a=kyrgyzstan&b=kazakhstan"


def test_sorts_of_council_votes_add_up(view):
    council, *parts, _ = view.agreement
    assert sum(p.could for p in parts) == council.could
    assert council.n == council.same + council.one_step + council.opposite
    assert council.could == council.n + council.absent + council.unknown


def test_the_assembly_begins_when_both_were_members(view):
    assert view.agreement[-1].first.year == 1992


def test_no_share_where_n_is_small(view):
    for line in view.agreement:
        assert (line.identical_share is None) == (line.n < line.minimum)
    for line in view.support:
        assert (line.share_yes is None) == (line.n < line.minimum)


def test_swapping_the_states_swaps_the_facts(view, record):
    other = comparison(record, "KGZ", "KAZ")
    assert [g.same for g in view.agreement] == [g.same for g in other.agreement]
    assert [(t.a, t.b) for t in view.treaties] == [(t.b, t.a) for t in other.treaties]


def test_states_that_never_sat_together_are_told_so(record):
    view = comparison(record, "KAZ", "KGZ", 2014)
    assert view.agreement[0].could == 0
    assert "none of the recorded votes of the Human Rights Council" in view.sentences[0].text


def test_opposite_positions_are_listed(record):
    view = comparison(record, "USA", "CUB")
    assert len(view.opposite) == view.agreement[0].opposite > 0
    assert all({o.a.value, o.b.value} == {"yes", "no"} for o in view.opposite)


def test_a_state_is_not_compared_with_itself(record):
    with pytest.raises(NotInVocabulary):
        comparison(record, "KAZ", "Kazakhstan")


def test_pages(record, view):
    from starlette.testclient import TestClient

    app = create_app(record)
    app.include_router(compare_pages.router)
    with TestClient(app, follow_redirects=False) as client:
        assert client.get("/compare").status_code == 200
        page = client.get(view.page)
        assert page.status_code == 200
        assert "three-point" in page.text.lower()
        assert client.get("/compare.json?a=kazakhstan&b=kyrgyzstan").text == as_json(view)
        assert client.get("/compare?a=usa&b=cuba").status_code == 200
        assert client.get("/compare?a=kazakhstan&b=nowhere").status_code == 422
        assert client.get("/compare?a=kazakhstan&b=cuba&year=x").status_code == 422


def test_command(built):
    app = typer.Typer()
    election_commands.register(app)
    commands.register(app)
    asked = ["compare", "KAZ", "KGZ", "--record", str(built)]
    run = CliRunner().invoke
    assert "three-point" in run(app, asked).output
    assert json.loads(run(app, [*asked, "--json"]).output)["kind"] == "comparison"


@pytest.mark.parametrize(("a", "b"), [("KAZ", "USA"), ("TTO", "JAM"), ("GUY", "PRK")])
def test_treaties_joined_are_those_of_the_treaties_page(record, a, b):
    lines = comparison(record, a, b).treaties
    assert sum(line.a.day is not None for line in lines) == treaties_of_state(record, a).counts.party
    assert sum(line.b.day is not None for line in lines) == treaties_of_state(record, b).counts.party
