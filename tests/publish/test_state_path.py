"""A state's path: gaps stay gaps, a sentence says no more than the intervals across years permit."""

import csv
import io
from itertools import pairwise

import pytest
from fastapi.testclient import TestClient

from onrecord.publish.charts.kinds import chart_of
from onrecord.publish.languages.quantities import decimal
from onrecord.publish.views import state_path as views
from onrecord.publish.views.state_path import paths_made, state_path
from onrecord.publish.web.app import create_app
from onrecord.vocabulary.errors import NotEstimable, NotInVocabulary
from onrecord.vocabulary.rollcalls import Body

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


@pytest.fixture(scope="module")
def site(record):
    return TestClient(create_app(record), follow_redirects=False)


def test_years_without_a_seat_are_gaps(record) -> None:
    view = state_path(record, "KAZ")
    assert [one.year for one in view.points] == [2013, 2014, 2015, 2022, 2023, 2024]
    assert [one.stretch for one in view.points] == [1, 1, 1, 2, 2, 2]
    assert view.n == sum(one.n for one in view.points)


@pytest.mark.parametrize("state", ["cuba", "japan", "south-africa", "ukraine"])
def test_intervals_across_years_are_no_narrower_and_hold_the_point(record, state) -> None:
    for one in state_path(record, state).points:
        assert one.across_low <= one.low < one.point < one.high <= one.across_high


@pytest.mark.parametrize("state", ["cuba", "brazil", "united-states-of-america", "kazakhstan"])
def test_a_move_is_said_where_the_interval_of_the_change_does_not_hold_0_and_nowhere_else(record, state) -> None:
    view = state_path(record, state)
    first, last = view.points[0], view.points[-1]
    assert last.change is not None
    moved, said = not last.change.low <= 0 <= last.change.high, view.sentences[0].text
    assert ("stands farther on the side of" in said) is moved
    assert ("to which side it moved cannot be said" in said) is not moved
    assert (f"in {last.year} than in {first.year}" if moved else f"from {first.year} to {last.year}") in said
    assert f"(interval of 90%: {decimal(last.change.low)} to {decimal(last.change.high)}" in said
    assert moved is (state in {"cuba", "brazil"})
    assert f"side of {view.state.running_name}" not in said


def test_changes_count_from_the_first_year_and_have_none_there(record) -> None:
    first, *later = state_path(record, "nigeria").points
    assert first.change is None
    assert [one.change and one.change.by for one in later] == pytest.approx([one.point - first.point for one in later])


def test_a_state_without_a_seat_has_no_path(record) -> None:
    view = state_path(record, "tuvalu")
    assert (view.points, view.n) == ((), 0)
    assert "has no point in the Human Rights Council" in view.sentences[0].text
    with pytest.raises(NotInVocabulary, match="path chart"):
        chart_of(record, "path", "tuvalu")


def test_page_twin_rows_and_picture_show_the_same(site, record) -> None:
    view = state_path(record, "nigeria")
    page, twin = site.get("/path/nigeria").text, site.get("/path/nigeria.json").json()
    assert view.sentences[0].text in page
    assert [one["year"] for one in twin["points"]] == [one.year for one in view.points]
    rows = list(csv.DictReader(io.StringIO(site.get("/path/nigeria.csv").text)))
    assert [float(row["across_high"]) for row in rows] == pytest.approx([one.across_high for one in view.points])
    changes = [one.change for one in view.points]
    assert [row["change_low"] for row in rows] == ["" if one is None else str(one.low) for one in changes]
    assert [one["change"] and one["change"]["high"] for one in twin["points"]] == [one and one.high for one in changes]
    assert all(f"({decimal(one.low)} to {decimal(one.high)})" in page for one in changes if one)
    chart = chart_of(record, "path", "nigeria")
    assert [row["n"] for row in chart.values()] == [one.n for one in view.points]
    assert "weakly identified" in chart.notes[0]


def test_the_axis_is_the_whole_line_and_a_gap_is_not_drawn_over(record) -> None:
    chart = chart_of(record, "path", "kazakhstan")
    lines = [one for one in chart.spec["layer"] if one["mark"]["type"] == "line"]
    assert [one["encoding"]["detail"]["field"] for one in lines] == ["stretch"]
    low, high = lines[0]["encoding"]["y"]["scale"]["domain"]
    assert (low, high) == (-2.0, 2.0)
    years = [row["year"] for row in chart.values()]
    assert max(after - before for before, after in pairwise(years)) > 1


@pytest.mark.parametrize(
    ("address", "status"), [("/path/atlantis", 404), ("/path/kenya?body=SC", 422), ("/path/KEN", 308)]
)
def test_other_words_are_answered_in_words(site, address, status) -> None:
    assert site.get(address).status_code == status


def test_the_state_page_leads_to_it(site) -> None:
    assert 'href="/path/kenya"' in site.get("/states/kenya").text


def test_paths_are_made_before_they_are_asked_for(record, monkeypatch):
    made = []

    def fitted(of, body):
        made.append((of, body))
        raise NotEstimable("ideal points", "recorded votes", "none")

    monkeypatch.setattr(views, "_fitted", fitted)
    paths_made(record)
    assert made == [(record, body) for body in Body]
