"""The picture of an election: totals as they are in print, none invented, results in words."""

import re

import pytest

from onrecord.publish.charts.drawn import svg
from onrecord.publish.charts.election import election
from onrecord.publish.views.elections import election_record


def test_rows_are_the_totals_of_the_view(record) -> None:
    view = election_record(record, "2013")
    chart = election(view)
    expected = [
        (one.state.name, total.votes, "the one used" if total.used else "also in print")
        for s in view.slates
        for one in s.candidates
        for total in one.totals
    ]
    assert [(row["state"], row["votes"], row["which"]) for row in chart.values()] == expected


def test_totals_that_sources_dispute_are_both_there(record) -> None:
    chart = election(election_record(record, "2013"))
    mexico = [row["votes"] for row in chart.values() if row["state"] == "Mexico"]
    assert len(mexico) == 2
    assert f"{mexico[0]} (also in print: {mexico[1]}), elected" in svg(chart)


def test_a_total_that_was_not_found_is_none_and_has_no_bar(record) -> None:
    view = election_record(record, "2024")
    chart = election(view)
    unknown = [row for row in chart.values() if row["votes"] is None]
    assert len(unknown) == view.n_candidates - view.n_with_total > 0
    drawn = svg(chart)
    assert drawn.count("total not found, ") >= len(unknown)
    assert not re.search(r">0, (not )?elected", drawn)


@pytest.mark.parametrize(("asked", "needed"), [("2006-05-09", 96), ("2010", 97), ("2022-05-10", 97)])
def test_the_majority_needed_is_of_the_members_of_the_day(record, asked, needed) -> None:
    assert f"{needed} needed: a majority of all members" in svg(election(election_record(record, asked)))


def test_the_picture_carries_sentence_n_source_and_address(record) -> None:
    chart = election(election_record(record, "2007"))
    words = " ".join(re.sub(r"<[^>]+>", " ", svg(chart, "https://example.org")).split())
    assert "On 17 May 2007 the General Assembly elected members" in words
    assert "n = 16." in words
    assert "Source: " in words
    assert "https://example.org/charts/election/2007-05-17" in words
    assert "86, not elected in round 2" in words
