"""The timeline has every event of its view but for the terms it shades; the matrix every standing of its group."""

from collections import Counter
from itertools import pairwise

import pytest

from onrecord.publish.charts.story import timeline
from onrecord.publish.charts.treaties import about, treaties
from onrecord.publish.views.state import state_record
from onrecord.publish.views.treaty_matrix import treaty_matrix
from onrecord.vocabulary.states import RegionalGroup


@pytest.mark.parametrize("slug", ["kazakhstan", "cuba", "tuvalu", "serbia", "south-sudan", "libya", "brazil"])
def test_every_event_stands_in_its_lane(record, slug):
    view = state_record(record, slug)
    chart = timeline(view)
    assert chart is not None
    told = [event for event in view.timeline if event.kind not in {"term begins", "term ends"}]
    assert Counter(row["kind"] for row in chart.values()) == Counter(event.kind for event in told)
    assert chart.sentence.n == len(chart.rows) == len(told)
    for row in chart.values():
        assert row["from"] < row["to"]
        assert int(row["from"]) == int(row["date"][:4])


def test_every_kind_of_event_of_the_record_has_a_lane(record):
    from onrecord.publish.charts.story import _LANES, _TERMS
    from onrecord.publish.views.timeline import _TOLD

    assert set(_LANES) | _TERMS == {*_TOLD, "shift"}


def test_dates_are_as_wide_as_they_are_known(record):
    chart = timeline(state_record(record, "kazakhstan"))
    assert chart is not None
    wide = {row["date"]: round((row["to"] - row["from"]) * 365.25) for row in chart.values()}
    assert all(days == 1 for date, days in wide.items() if len(date) == 10)
    assert all(364 <= days <= 367 for date, days in wide.items() if len(date) == 4)
    assert any(len(date) == 4 for date in wide)


@pytest.mark.parametrize("group", RegionalGroup)
def test_the_matrix_gives_every_standing_of_its_group(record, group):
    view = treaty_matrix(record, group)
    chart = treaties(view)
    assert chart is not None
    assert chart.about == about(group)
    found = Counter((row["row"], row["shade"]) for row in chart.values())
    assert len(chart.rows) == len(view.states) * 18
    for line in view.states:
        assert found[line.state.name, "party"] == line.party
        assert found[line.state.name, "signed only"] == line.signed_only


def test_a_denunciation_and_a_missing_act_are_two_things(record):
    chart = treaties(treaty_matrix(record, "GRULAC"))
    assert chart is not None
    shades = Counter(row["shade"] for row in chart.values())
    assert shades["denounced"] >= 1
    assert shades["no act in the record"] > shades["denounced"]
    for row in chart.values():
        assert (row["date"] is None) == (row["shade"] == "no act in the record") or row["shade"] == "party"
        assert row["cell"] == "–" if row["shade"] == "no act in the record" else row["cell"] != "–"


def test_the_matrix_of_all_states_is_no_picture(record):
    assert treaties(treaty_matrix(record)) is None


def test_years_of_the_timeline_follow_each_other(record):
    chart = timeline(state_record(record, "cuba"))
    assert chart is not None
    years = chart.spec["layer"][0]["encoding"]["x"]["axis"]["values"]
    assert years[0] == 2006
    assert all(b - a == 1 for a, b in pairwise(years))
