"""The picture of the positions on a situation: shares of what was cast, each year with its n, gaps left empty."""

import re

import pytest

from onrecord.publish.charts.drawn import svg
from onrecord.publish.charts.picture import picture
from onrecord.publish.charts.support import support
from onrecord.publish.views.situation import situation_record


@pytest.mark.parametrize("situation", ["syria", "belarus", "palestine"])
def test_rows_are_the_figures_of_the_view(record, situation) -> None:
    view = situation_record(record, situation)
    chart = support(view)
    assert chart is not None
    for year in view.years:
        rows = [row for row in chart.values() if row["year"] == year.year]
        assert [row["positions"] for row in rows] == [year.yes, year.abstain, year.no]
        assert {row["texts"] for row in rows} == {year.n}
        assert sum(row["percent"] for row in rows) == pytest.approx(100, abs=0.2)


def test_a_share_by_hand(record) -> None:
    chart = support(situation_record(record, "burundi"))
    assert chart is not None
    first = [row for row in chart.values() if row["year"] == 2016]
    # A/HRC/RES/33/24 was adopted by 19 to 7, with 21 abstentions: 19 of 47 is 40.4 per cent.
    assert [(row["positions"], row["percent"]) for row in first] == [(19, 40.4), (21, 44.7), (7, 14.9)]


def test_a_year_without_a_vote_has_its_place_and_no_rows(record) -> None:
    chart = support(situation_record(record, "sudan"))
    assert chart is not None
    years = {row["year"] for row in chart.values()}
    domain = picture(chart)["vconcat"][1]["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert domain == list(range(min(years), max(years) + 1))
    assert set(domain) - years


def test_a_situation_without_a_recorded_vote_has_no_picture(record) -> None:
    unvoted = next(
        subject.slug for subject in record.subjects.values() if not situation_record(record, subject.subject).years
    )
    assert support(situation_record(record, unvoted)) is None


def test_the_picture_carries_sentence_n_source_and_address(record) -> None:
    chart = support(situation_record(record, "myanmar"))
    assert chart is not None
    words = " ".join(re.sub(r"<[^>]+>", " ", svg(chart, "https://example.org")).split())
    for said in (
        "6 recorded votes on texts on Myanmar",
        "n = 6.",
        "Source: ",
        "https://example.org/charts/support/myanmar",
    ):
        assert said in words
