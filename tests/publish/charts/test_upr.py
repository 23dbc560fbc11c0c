"""The pictures of the Universal Periodic Review: no count without its unit, nothing unknown drawn as an answer."""

import re

import pytest

from onrecord.publish.charts.chart import Chart
from onrecord.publish.charts.drawn import svg
from onrecord.publish.charts.upr import AT_MOST, upr, upr_from, upr_to
from onrecord.publish.views.upr import upr_of_state


def drawn(make, view) -> Chart:
    """Return a picture that there is."""
    chart = make(view)
    assert chart is not None
    return chart


def words(chart: Chart) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", svg(chart, "https://example.org")).split())


@pytest.mark.parametrize("state", ["KAZ", "FRA", "USA", "BHR"])
def test_each_count_adds_up_in_its_own_unit(record, state) -> None:
    view = upr_of_state(record, state)
    rows = drawn(upr, view).values()
    for review in view.reviews:
        for count in (review.rows, review.items, review.other_count):
            if count:
                mine = [r for r in rows if r["unit"] == count.unit and r["what"].startswith(f"Cycle {review.cycle}")]
                assert sum(row["recommendations"] for row in mine) == count.n == mine[0]["n"]


def test_a_count_without_answers_is_drawn_under_no_answer(record) -> None:
    rows = [
        row
        for row in drawn(upr, upr_of_state(record, "USA")).values()
        if row["what"] == "Cycle 2, 2015: the State's own count"
    ]
    assert [row["recommendations"] for row in rows] == [0, 0, 343]
    assert rows[2]["answer"] == "answer not in this count"


def test_rows_under_a_state_that_was_none_are_said_to_be_another_review(record) -> None:
    said = drawn(upr, upr_of_state(record, "SSD")).sentence.text
    assert "33 rows that UPR Info lists under its name" in said
    assert "the review of the Sudan" in said


def test_who_recommended_is_the_view_in_its_order(record) -> None:
    view = upr_of_state(record, "BHR")
    chart = drawn(upr_from, view)
    assert view.received is not None
    shown = [row["what"] for row in chart.values() if row["order"] == 0]
    assert shown == [one.name for one in view.received.partners if one.state][: len(shown)]
    assert len(shown) <= AT_MOST
    assert sum(row["recommendations"] for row in chart.values()) < view.received.n
    assert "Not drawn: " in words(chart)


def test_level_states_are_all_drawn_or_none_of_them(record) -> None:
    view = upr_of_state(record, "KAZ")
    assert view.received is not None
    shown = [row["n"] for row in drawn(upr_from, view).values() if row["order"] == 0]
    rest = [one.n for one in view.received.partners if one.state][len(shown) :]
    assert min(shown) > max(rest)


def test_a_state_that_recommended_nothing_has_no_picture_of_it(record) -> None:
    assert upr_to(upr_of_state(record, "TUV")) is None


@pytest.mark.parametrize(
    ("make", "page", "said"),
    [
        (upr, "upr", "n = 4. Reviews with a count in the record"),
        (upr_from, "upr-from", "n = 327. UPR Info's rows"),
        (upr_to, "upr-to", "UPR Info's rows"),
    ],
)
def test_the_pictures_carry_sentence_n_source_and_address(record, make, page, said) -> None:
    chart = drawn(make, upr_of_state(record, "KAZ"))
    assert said in words(chart)
    assert "Source: " in words(chart)
    assert f"https://example.org/charts/{page}/kazakhstan" in words(chart)
    assert chart.sentence.text.split(",")[0] in words(chart)
