"""The map of agreement: every state drawn or named, shades by the figures, boundaries said to be no opinion."""

import json
import re

import pytest

from onrecord.publish.charts import geometry
from onrecord.publish.charts.agreement_map import agreement_map, asked_of
from onrecord.publish.charts.chart import Chart
from onrecord.publish.charts.drawn import svg
from onrecord.publish.charts.kinds import chart_of
from onrecord.publish.charts.picture import picture
from onrecord.publish.views.agreement import AgreementAsked, agreement_of_state
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.states import StateKind

SVG_BYTES = 250_000


def words(chart: Chart) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", svg(chart, "https://example.org")).split())


@pytest.fixture(scope="module")
def view(record):
    return agreement_of_state(record, AgreementAsked("KAZ"))


@pytest.fixture(scope="module")
def chart(view) -> Chart:
    """The map of Kazakhstan's agreement in the Assembly."""
    found = agreement_map(view)
    assert found is not None
    return found


def test_every_member_state_has_a_shape_or_a_dot(record) -> None:
    members = {state.iso3 for state in record.gazetteer.states if state.kind is StateKind.MEMBER}
    assert geometry.drawn() == members


def test_dots_do_not_cover_one_another() -> None:
    places = [(dot["longitude"], dot["latitude"]) for dot in geometry.dots()]
    assert len(set(places)) == len(places)


def test_rows_are_the_figures_of_the_view(view, chart) -> None:
    own, *rows = chart.values()
    assert (own["state"], own["same_percent"], own["n"]) == ("Kazakhstan", None, view.cast)
    assert [row["n"] for row in rows] == [one.n for one in view.others]
    for row, one in zip(rows, view.others, strict=True):
        assert row["same_percent"] == round(100 * one.identical_share, 1)


@pytest.mark.parametrize(("iso3", "shade"), [("TKM", "90% and over"), ("RUS", "60% to <70%"), ("ISR", "20% to <40%")])
def test_the_shade_is_that_of_the_share(chart, iso3, shade) -> None:
    assert next(row["shade"] for row in chart.values() if row["iso3"] == iso3) == shade


def test_too_few_votes_and_none_at_all_are_two_things(record) -> None:
    chart = chart_of(record, "agreement", "france,GA,1975-1990")
    shades = {row["iso3"]: row["shade"] for row in chart.values()}
    assert shades["ZAF"] == "n under 20, no share"
    council = chart_of(record, "agreement", "kazakhstan,HRC,2022-2024")
    assert {row["iso3"]: row["shade"] for row in council.values()}["ISL"] == "no vote open to both"


def test_a_state_of_the_past_is_named_beside_the_map(record) -> None:
    said = words(chart_of(record, "agreement", "france,GA,1975-1990"))
    assert "In the table only, as the map is of today's states" in said
    assert "the Union of Soviet Socialist Republics" in said


def test_the_picture_carries_sentence_n_source_address_and_the_word_on_boundaries(chart) -> None:
    drawn = svg(chart, "https://example.org")
    assert len(drawn.encode()) < SVG_BYTES
    said = words(chart)
    for part in (
        "In the 927 recorded votes of the General Assembly",
        "n = 927.",
        "Source: United Nations General Assembly Voting Data",
        "no opinion on them is meant",
        "absences are not in the record",
        "https://example.org/charts/agreement/kazakhstan",
    ):
        assert part in said


def test_the_specification_is_whole(chart) -> None:
    assert '"url"' not in json.dumps(picture(chart))


def test_the_address_says_body_and_years_where_they_are_not_the_usual(record) -> None:
    assert chart_of(record, "agreement", "KEN").about == "kenya"
    assert chart_of(record, "agreement", "kenya,GA,2010-2020").about == "kenya"
    assert chart_of(record, "agreement", "denmark,HRC,2019-2021").about == "denmark,HRC,2019-2021"
    assert asked_of("denmark,HRC,2019-2021") == AgreementAsked("denmark", "HRC", 2019, 2021)


@pytest.mark.parametrize("about", ["kenya,HRC", "kenya,,2019-2021", "atlantis", "kenya,GA,2021-2022", "palestine", ""])
def test_an_address_that_means_nothing_is_answered_in_words(record, about) -> None:
    with pytest.raises(NotInVocabulary):
        chart_of(record, "agreement", about)
