"""The Council's map of a year: no more said than intervals permit, and other words where another choice moves ranks."""

import csv
import io
import re
from datetime import date

import pytest
from fastapi.testclient import TestClient

from onrecord.measures.absence import Absence
from onrecord.publish.charts.council import council
from onrecord.publish.charts.kinds import chart_of
from onrecord.publish.views.council_map import Choices, council_map
from onrecord.publish.web.app import create_app
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")

WITHOUT = Choices(amendments=False)
ABSTAINED = Choices(absence=Absence.ABSTENTION)


@pytest.fixture(scope="module")
def view(record):
    return council_map(record, 2014)


@pytest.fixture(scope="module")
def site(record):
    return TestClient(create_app(record), follow_redirects=False)


def member(view, iso3):
    return next(one for one in view.members if one.state.iso3 == iso3)


def test_every_member_has_a_point_with_its_interval_and_n(view) -> None:
    assert len(view.members) == 47
    assert (view.votes.n, view.votes.first_year, view.votes.last_year) == (59, 2014, 2014)
    for one in view.members:
        assert one.low < one.point < one.high
        assert 0 < one.n <= 59
        assert one.above + one.below + one.overlaps == 46
    points = [one.point for one in view.members]
    assert points == sorted(points, reverse=True)
    assert sum(one.n for one in view.members) <= view.positions


def test_places_follow_from_the_intervals_alone(view) -> None:
    for one in view.members:
        assert one.above == sum(other.low > one.high for other in view.members)
        assert one.below == sum(other.high < one.low for other in view.members)
        assert (one.first_place, one.last_place) == (one.above + 1, 47 - one.below)
    assert view.apart == sum(one.below for one in view.members)
    assert view.pairs == 47 * 46 // 2


def test_kazakhstan_has_no_rank_that_its_interval_does_not_permit(view) -> None:
    kazakhstan = member(view, "KAZ")
    assert kazakhstan.text == (
        f"Kazakhstan: its interval overlaps those of {kazakhstan.overlaps} of 46 members. Wholly above it:"
        f" {kazakhstan.above}; wholly below: {kazakhstan.below}."
    )
    assert kazakhstan.overlaps > 3
    assert not any(re.search(r"\brank|\d(st|nd|rd|th)\b", one.text) for one in view.members)


def test_the_ends_are_those_of_the_states_that_name_them(view) -> None:
    assert {"USA", "GBR"} <= {one.iso3 for one in view.upper}
    assert "CUB" in {one.iso3 for one in view.lower}
    assert member(view, "USA").point > member(view, "CUB").point
    assert "farthest on the side of the United States" in view.sentences[0].text


@pytest.mark.parametrize(
    ("choices", "words"), [(WITHOUT, "amendments left out"), (ABSTAINED, "counted as abstentions")]
)
def test_where_another_choice_moves_ranks_the_page_says_so(record, view, choices, words) -> None:
    (change,) = [one for one in view.changes if one.choices == choices]
    (said,) = [one.text for one in view.sentences if words in one.text]
    order = [one.state.iso3 for one in view.members]
    other = [one.state.iso3 for one in council_map(record, 2014, choices).members]
    moved = sum(a != b for a, b in zip(order, other, strict=True))
    assert moved == change.moved > 0
    assert f"the order by point changes for {moved} of 47 members" in said
    farthest = max(abs(order.index(one) - other.index(one)) for one in order)
    assert change.places == farthest
    assert all(head.running_name in said for head in change.farthest)


def test_the_two_ways_round_say_the_same_of_the_order(record, view) -> None:
    (there,) = [one for one in view.changes if one.choices == WITHOUT]
    (back,) = [one for one in council_map(record, 2014, WITHOUT).changes if one.choices == Choices()]
    assert (there.n, back.n) == (36, 59)
    assert (there.moved, there.turned, there.apart, there.apart_with_it) == (
        back.moved, back.turned, back.apart_with_it, back.apart,
    )  # fmt: skip
    assert "With amendments counted too (59 votes)" in back.text


def test_what_changes_nothing_is_not_a_choice(record) -> None:
    found = council_map(record, 2026)
    assert dict(found.votes.of_kind) == {"resolution": 11}
    assert [one.choices for one in found.changes] == [ABSTAINED]


def test_where_nobody_moves_the_page_says_that_too(record) -> None:
    same = [one.text for year in (2007, 2013, 2015) for one in council_map(record, year).changes if one.moved == 0]
    assert all(text.endswith("the order by point is the same.") for text in same)


def test_with_the_assembly_the_page_says_so(record) -> None:
    found = council_map(record, 2014, Choices(informed=True))
    assert "informed by the General Assembly" in found.method
    assert "known beforehand" in found.sentences[0].scope
    assert any("correlate at" in line for line in found.not_known)


def test_as_of_a_day_only_what_was_known_counts(record) -> None:
    then = council_map(Record(record.folder, date(2014, 4, 30)), 2014)
    assert then.votes.n < 59
    assert then.years[1] == 2014


def test_page_twin_and_rows_show_the_same(site, view) -> None:
    page, twin = site.get("/council/2014").text, site.get("/council/2014.json").json()
    assert [one["text"] for one in twin["sentences"]] == [one.text for one in view.sentences]
    assert all(one.text.replace("'", "&#39;") in page for one in view.sentences)
    assert 'id="KAZ"' in page
    assert "/charts/council/2014.svg" in page
    rows = list(csv.DictReader(io.StringIO(site.get("/council/2014.csv").text)))
    assert [row["iso3"] for row in rows] == [one.state.iso3 for one in view.members]
    assert {row["votes"] for row in rows} == {"59"}
    assert float(rows[3]["low"]) == pytest.approx(view.members[3].low)


def test_the_choices_stand_in_the_address(site) -> None:
    assert "Votes" in site.get("/council/2014?amendments=out").text
    twin = site.get("/council/2014.json?amendments=out&absence=abstention").json()
    assert twin["page"] == "/council/2014?amendments=out&absence=abstention"
    assert twin["votes"]["n"] == 36
    assert twin["about"] == "2014,without-amendments,absences-as-abstentions"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/council/1999", 404),
        ("/council/soon", 404),
        ("/council/2014?amendments=no", 422),
        ("/council/2014?absence=yes", 422),
    ],
)
def test_bad_words_are_answered_in_words(site, address, status) -> None:
    answer = site.get(address)
    assert (answer.status_code, "<h1>" in answer.text) == (status, True)


def test_the_page_is_reached_from_the_front_page_and_from_a_states_year(site) -> None:
    assert 'href="/council/2025"' in site.get("/").text
    assert 'href="/council/2014#KAZ"' in site.get("/states/kazakhstan/2014").text
    assert site.get("/council").headers["location"] == "/council/2026"


def test_the_picture_has_every_member_its_interval_n_method_and_limits(record, view) -> None:
    chart = council(view)
    assert chart is not None
    assert [row["n"] for row in chart.values()] == [one.n for one in view.members]
    assert all(row["low"] < row["point"] < row["high"] for row in chart.values())
    assert "interval of 90 per cent" in chart.notes[0]
    assert view.method in chart.notes[0]
    assert chart_of(record, "council", "2014,without-amendments").sentence.n == 36


@pytest.mark.parametrize("about", ["soon", "2014,with-everything", "1999", ""])
def test_a_chart_of_no_year_is_answered_in_words(record, about) -> None:
    with pytest.raises(NotInVocabulary):
        chart_of(record, "council", about)
