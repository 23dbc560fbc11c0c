"""The pages of blocs, groups, the outvoted, moves and turns: the views' own words and rows, reached from the front."""

import pytest
from fastapi.testclient import TestClient

from onrecord.publish.views.defection import DefectionAsked, defection
from onrecord.publish.views.outvoted import outvoted_states
from onrecord.publish.views.selected_votes import VotesAsked
from onrecord.publish.web.app import create_app

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")

PAGES = ("/blocs", "/outvoted", "/groups/WEOG", "/moves", "/turns", "/agreement/map", "/council/2025")


@pytest.fixture(scope="module")
def site(record):
    return TestClient(create_app(record), follow_redirects=False)


@pytest.mark.parametrize("address", PAGES)
def test_each_is_reached_from_the_front_page(site, address) -> None:
    assert f'href="{address}"' in site.get("/").text


@pytest.mark.parametrize("address", ["/blocs?from=2014&to=2014", "/outvoted", "/groups/EU", "/turns"])
def test_page_and_twin_show_the_same_at_their_own_address(site, address) -> None:
    path, _, query = address.partition("?")
    twin, page = site.get(f"{path}.json?{query}").json(), site.get(address).text
    for one in twin["sentences"]:
        assert one["text"].replace("'", "&#39;") in page
        assert one["page"].startswith(path)
        assert site.get(one["page"]).status_code == 200
    assert f'href="{path}.json' in page


def test_a_year_with_enough_votes_is_shown_where_none_is_asked_for(site) -> None:
    for path in ("/blocs", "/outvoted"):
        votes = site.get(f"{path}.json").json()["votes"]
        assert votes["first_year"] == votes["last_year"] == 2025
        assert votes["n"] >= 20


def test_rows_are_those_of_the_views(site, record) -> None:
    view = defection(record, DefectionAsked("GRULAC", VotesAsked(first_year=2018, last_year=2020)))
    page = site.get("/groups/GRULAC?from=2018&to=2020").text
    assert all(f">{one.state.name}</a></th>" in page for one in view.members)
    states = outvoted_states(record, VotesAsked(first_year=2019, last_year=2019)).states
    page = site.get("/outvoted?from=2019&to=2019").text
    assert all(f">{one.state.name.replace(chr(39), '&#39;')}</a></th>" in page for one in states)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/blocs?body=GA", 422),
        ("/blocs?method=kappa", 422),
        ("/blocs?from=soon", 422),
        ("/outvoted?from=1990", 422),
        ("/outvoted?body=GA&from=2016&to=2016", 200),
        ("/groups/EU?line=dotted", 422),
        ("/groups/NATO-1", 404),
        ("/groups/eu", 308),
        ("/moves?reference=atlantis&from=2019&to=2020", 422),
        ("/turns?by=mood", 422),
        ("/turns?from=1990", 422),
    ],
)
def test_other_words_are_answered_in_words(site, address, status) -> None:
    answer = site.get(address)
    assert answer.status_code == status
    assert status == 308 or "<h1>" in answer.text
