"""All pairs of some states: figures of the pairs one by one, an order that says nothing, and what is asked for."""

import csv
import io
from itertools import pairwise

import pytest
from fastapi.testclient import TestClient

from onrecord.publish.charts.kinds import chart_of
from onrecord.publish.views.agreement import AgreementAsked, agreement_of_state
from onrecord.publish.views.agreement_matrix import MatrixAsked, agreement_matrix, asked_of
from onrecord.publish.web.app import create_app
from onrecord.vocabulary.errors import NotInVocabulary

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


@pytest.fixture(scope="module")
def view(record):
    return agreement_matrix(record, MatrixAsked(first_year=2014, last_year=2014))


@pytest.fixture(scope="module")
def site(record):
    return TestClient(create_app(record), follow_redirects=False)


def test_every_pair_stands_there_once(view) -> None:
    pairs = {frozenset((one.one.iso3, one.other.iso3)) for one in view.pairs}
    assert len(view.states) == 47
    assert len(view.pairs) == len(pairs) == 47 * 46 // 2


@pytest.mark.parametrize(("state", "method"), [("KAZ", "three-point"), ("BRA", "identical")])
def test_the_figures_are_those_of_a_state_beside_all_others(record, state, method) -> None:
    matrix = agreement_matrix(record, MatrixAsked(first_year=2014, last_year=2014, method=method))
    beside = agreement_of_state(record, AgreementAsked(state, "HRC", 2014, 2014, method=method))
    expected = {one.state.iso3: (one.agreement, one.counted) for one in beside.others}
    found = {
        (one.other if one.one.iso3 == state else one.one).iso3: (one.agreement, one.n)
        for one in matrix.pairs
        if state in {one.one.iso3, one.other.iso3}
    }
    assert found == {other: (pytest.approx(share), n) for other, (share, n) in expected.items()}


def test_the_order_changes_no_figure(record, view) -> None:
    by_group = agreement_matrix(record, MatrixAsked(first_year=2014, last_year=2014, order="group"))
    of = {frozenset((one.one.iso3, one.other.iso3)): (one.agreement, one.n) for one in view.pairs}
    assert {frozenset((one.one.iso3, one.other.iso3)): (one.agreement, one.n) for one in by_group.pairs} == of
    assert [one.iso3 for one in by_group.states] != [one.iso3 for one in view.states]
    groups = [one.regional_group or "" for one in by_group.states]
    assert groups == sorted(groups)


def test_those_alike_stand_nearer_than_by_chance(view) -> None:
    share = {frozenset((one.one.iso3, one.other.iso3)): one.agreement for one in view.pairs}
    codes = [one.iso3 for one in view.states]
    beside = [share[frozenset(pair)] for pair in pairwise(codes)]
    assert sum(beside) / len(beside) > 0.2 + sum(share.values()) / len(share)


def test_the_ends_are_said_with_their_n(view) -> None:
    said, shares = view.sentences[0].text, [one.agreement for one in view.pairs]
    assert view.sentences[0].n == view.votes.n == 59
    least = next(one for one in view.pairs if one.agreement == min(shares))
    assert f"{least.one.running_name} with {least.other.running_name} (" in said
    assert f"per cent of {least.n})" in said
    assert "three-point agreement" in said


def test_pairs_of_few_votes_have_no_figure(record) -> None:
    found = agreement_matrix(record, MatrixAsked(first_year=2006, last_year=2007))
    few = [one for one in found.pairs if one.agreement is None]
    assert found.few == len(few) > 0
    assert all(one.n < found.minimum for one in few)
    assert "no figure" in found.sentences[-1].text


def test_named_states_in_the_assembly(record) -> None:
    found = agreement_matrix(record, MatrixAsked("GA", 2010, 2019, states=("KAZ", "france", "United States")))
    assert {one.iso3 for one in found.states} == {"KAZ", "FRA", "USA"}
    assert (found.chosen, len(found.pairs)) == (True, 3)
    assert asked_of(found.about).states == ("KAZ", "FRA", "USA")
    assert "states=KAZ,FRA,USA" in found.page


def test_page_twin_rows_and_picture_show_the_same(site, view, record) -> None:
    words = "body=HRC&from=2014&to=2014"
    page, twin = site.get(f"/agreement/map?{words}").text, site.get(f"/agreement/map.json?{words}").json()
    assert twin["page"] == view.page == f"/agreement/map?{words}"
    assert view.sentences[0].text in page
    assert "/charts/agreement-matrix/HRC,2014-2014.svg" in page
    rows = list(csv.DictReader(io.StringIO(site.get(f"/agreement/map.csv?{words}").text)))
    assert [int(row["n"]) for row in rows] == [one.n for one in view.pairs]
    chart = chart_of(record, "agreement-matrix", "HRC,2014-2014")
    assert [row["n"] for row in chart.values()] == [one.n for one in view.pairs]


@pytest.mark.parametrize(
    "query",
    ["by=likes", "method=magic", "body=SC", "from=1950", "from=2020&to=2010", "from=2006&to=2026", "states=KAZ"],
)
def test_bad_words_are_answered_in_words(site, query) -> None:
    assert site.get(f"/agreement/map?{query}").status_code == 422


@pytest.mark.parametrize("about", ["HRC", "HRC,soon-2014", "HRC,2014-2014,KAZ+USA,FRA", "SC,2014-2014"])
def test_a_chart_of_nothing_is_answered_in_words(record, about) -> None:
    with pytest.raises(NotInVocabulary):
        chart_of(record, "agreement-matrix", about)
