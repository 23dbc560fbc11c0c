"""The Universal Periodic Review: both units of every count, South Sudan's rows, the pages and the commands."""

import csv
import io
import json
from datetime import date

import pytest
import typer
from typer.testing import CliRunner

from onrecord.publish.commands import upr as commands
from onrecord.publish.views.upr import upr_of_state
from onrecord.publish.views.upr_lists import RecommendationFilters, recommendation_list, upr_list
from onrecord.publish.web import upr_pages
from onrecord.publish.web.app import create_app
from onrecord.record.query_upr import UPR_INFO, reviews, rows_of_reviews
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


@pytest.fixture(scope="module")
def client(record):
    from fastapi.testclient import TestClient

    app = create_app(record)
    app.include_router(upr_pages.router)
    return TestClient(app)


def run(*words: str) -> str:
    app = typer.Typer()
    commands.register(app)
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    return result.output


def test_kazakhstan_has_both_units_of_both_counted_reviews():
    view = json.loads(run("upr", "KAZ", "--json"))
    first, second = view["reviews"][:2]
    assert first["year"] == 2010
    assert (first["items"]["n"], [p["n"] for p in first["items"]["paragraphs"]]) == (128, [102, 26])
    assert [(p["paragraph"], p["first_item"]) for p in first["items"]["paragraphs"]] == [("95", 1), ("97", 1)]
    assert [first["rows"][k] for k in ("n", "accepted", "noted")] == [129, 122, 7]
    assert second["year"] == 2014
    assert (second["items"]["n"], second["rows"]["n"]) == (194, 198)


def test_every_count_has_its_unit(record):
    for state in record.gazetteer.states:
        for review in upr_of_state(record, state.iso3).reviews if state.iso3 < "C" else ():
            for count in filter(None, (review.items, review.rows, review.other_count)):
                assert count.unit
    for line in upr_list(record).reviews:
        assert line.other_count is None or (line.other_count.unit and line.other_count.unit != UPR_INFO)


def test_rows_equal_the_counts_that_upr_info_publishes(record):
    counted = rows_of_reviews(record)
    published = {(r.state, r.cycle): r for r in reviews(record) if r.count_unit == UPR_INFO}
    assert published.keys() == counted.keys()
    for key, row in published.items():
        found = counted[key]
        assert (found.n, found.accepted, found.noted) == (row.recommendations, row.supported, row.noted), key


def test_paragraphs_add_up_to_the_items_of_their_report(record):
    given = [r.items for s in {r.state for r in reviews(record)} for r in upr_of_state(record, s).reviews if r.items]
    listed = [items for items in given if items.paragraphs]
    assert listed
    for items in listed:
        assert sum(p.n for p in items.paragraphs) == items.n


def test_rows_of_a_state_that_did_not_exist_belong_to_another_review(record):
    south, sudan = upr_of_state(record, "SSD"), upr_of_state(record, "SDN")
    assert "belong to the review of the Sudan" in (south.reviews[0].misplaced or "")
    assert "belong to the review of the Sudan in May 2011" in (south.reviews[0].note or "")
    assert "33 rows under South Sudan" in (sudan.reviews[0].misplaced or "")
    assert sudan.reviews[0].rows is not None
    assert sudan.reviews[0].rows.n == 200
    others = [r for s in ("KAZ", "FRA", "TLS") for r in upr_of_state(record, s).reviews]
    assert not [r for r in others if r.misplaced]


def test_a_recommending_state_that_is_not_known_is_said_so(record):
    received = upr_of_state(record, "IDN").received
    assert received is not None
    unknown = [p for p in received.partners if p.state is None]
    assert [(p.name, p.n) for p in unknown] == [("not known", 9)]
    assert sum(p.n for p in received.partners) == received.n


@pytest.mark.parametrize("state", ["KAZ", "SSD", "USA", "CHN", "VAT"])
def test_breakdowns_add_up(record, state):
    view = upr_of_state(record, state)
    for found in filter(None, (view.received, view.made)):
        for lines in (found.actions, found.groups, found.partners):
            assert sum(line.n for line in lines) == found.n
            assert sum(line.accepted for line in lines) == found.accepted


def test_a_count_of_another_body_stands_under_its_own_unit(record):
    third = upr_of_state(record, "KAZ").reviews[2]
    assert third.rows is None
    assert third.items is None
    assert third.other_count is not None
    assert (third.other_count.n, third.other_count.unit) == (245, "the State's and OHCHR's count")
    assert "the State's and OHCHR's count" in upr_of_state(record, "KAZ").sentences[2].text


def test_a_review_without_figures_is_not_counted_as_none(record):
    view = upr_of_state(record, "FRA")
    assert "not in the record for cycle 3" in " ".join(view.not_known)
    assert upr_of_state(record, "VAT").reviews == ()
    assert "not to say that there was none" in " ".join(upr_of_state(record, "VAT").not_known)


def test_between_two_states(record):
    rows = recommendation_list(record, RecommendationFilters("KAZ", "USA"))
    assert rows.n == len(rows.recommendations) == rows.accepted + rows.noted
    assert {(r.state.iso3, r.by.iso3 if r.by else None) for r in rows.recommendations} == {("KAZ", "USA")}
    assert run("upr-between", "KAZ", "USA", "--json") == run("upr", "KAZ", "--by", "USA", "--json")


def test_filters_narrow_and_words_not_known_are_refused(record):
    narrowed = recommendation_list(record, RecommendationFilters("KAZ", cycle=1, response="noted"))
    assert narrowed.n == 7
    for wrong in (
        RecommendationFilters("Atlantis"),
        RecommendationFilters(issue="I99"),
        RecommendationFilters(action=6),
        RecommendationFilters(response="perhaps"),
    ):
        with pytest.raises(NotInVocabulary):
            recommendation_list(record, wrong)
    with pytest.raises(NotInVocabulary):
        upr_list(record, 9)


def test_as_of_a_day_the_response_is_not_known_before_the_outcome():
    record = Record(as_of=date(2014, 11, 20))
    second = upr_of_state(record, "KAZ").reviews[1]
    assert second.rows is not None
    assert (second.rows.n, second.rows.accepted, second.rows.noted, second.rows.unknown) == (198, 0, 0, 198)
    assert second.outcome is None
    assert "2015" not in json.dumps([s.text for s in upr_of_state(record, "KAZ").sentences])


def test_csv_gives_each_review_with_source_and_link():
    rows = list(csv.DictReader(io.StringIO(run("upr", "KAZ", "--csv"))))
    assert (rows[0]["report_items"], rows[0]["rows"]) == ("128", "129")
    assert all(row["source"] and row["link"] and row["title"] for row in rows)
    between = list(csv.DictReader(io.StringIO(run("upr-between", "KAZ", "USA", "--csv"))))
    assert all(row["source"] and row["link"] and row["result"] for row in between)


@pytest.mark.parametrize("words", [("upr",), ("upr", "KAZ"), ("upr", "SSD"), ("upr-between", "IDN", "FRA")])
def test_text(words):
    out = run(*words)
    assert "n = " in out
    assert "Not known:" in out


@pytest.mark.parametrize(
    "address",
    ["/upr", "/upr?cycle=2", "/upr/kazakhstan", "/upr/south-sudan", "/upr/holy-see", "/upr/recommendations",
     "/upr/recommendations?state=KAZ&by=USA", "/upr/recommendations?issue=I06&action=5&start=200"],
)  # fmt: skip
def test_pages_and_twins(client, address):
    path, _, query = address.partition("?")
    page, twin = client.get(address), client.get(f"{path}.json?{query}")
    assert (page.status_code, twin.status_code) == (200, 200)
    assert twin.json()["sentences"][0]["text"].split(" (")[0][:40] in page.text.replace("&#39;", "'")


def test_addresses_move_and_wrong_words_are_refused(client):
    assert str(client.get("/upr/KAZ").url).endswith("/upr/kazakhstan")
    assert client.get("/upr/atlantis").status_code == 404
    assert client.get("/upr/recommendations?colour=red").status_code == 422
    assert client.get("/upr/recommendations?state=atlantis").status_code == 422
    assert client.get("/upr?cycle=x").status_code == 422
    assert client.get("/upr/recommendations.csv?state=KAZ&by=USA").text.startswith("rec_id,date,title")
    assert client.get("/upr.csv").text.startswith("date,state,cycle")
