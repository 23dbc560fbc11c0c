"""Numbers of recommendations: alone, in ranges, and the ranges that are none."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.sources.upr.numbers import bare_numbers_in, leading_number, numbers_in, paragraph_named


def test_ranges_are_written_out_and_single_numbers_kept() -> None:
    assert numbers_in("97.1 to 97.3, 97.9 and 98.2–4").numbers == (
        "97.1",
        "97.2",
        "97.3",
        "97.9",
        "98.2",
        "98.3",
        "98.4",
    )


def test_a_range_that_runs_backwards_or_elsewhere_gives_its_ends_and_a_fault() -> None:
    assert numbers_in("97.5 to 97.2").numbers == ("97.5", "97.2")
    assert numbers_in("97.5 to 98.2").faults == ("97.5 to 98.2",)


def test_symbols_and_dates_are_no_numbers() -> None:
    assert numbers_in("A/HRC/14/10, 12.5.2010, resolution 60/251, version 1.2.3").numbers == ()


def test_items_named_without_their_paragraph_are_of_the_one_named() -> None:
    assert paragraph_named("the recommendations in paragraph 97 of the report") == "97"
    assert bare_numbers_in("Recommendations Nos. 7, 8 and 10 to 12 are accepted.", "97").numbers == (
        *("97.7", "97.8"),
        *("97.10", "97.11", "97.12"),
    )


def test_a_leading_number_is_one_and_not_a_range() -> None:
    assert leading_number("97.1. Consider it") == ("97.1", "Consider it")
    assert leading_number("97.1 to 97.5") is None
    assert leading_number("97. Consider it") is None


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 150), st.integers(1, 300), st.integers(0, 60))
def test_a_range_stands_for_each_of_its_items(paragraph: int, first: int, more: int) -> None:
    read = numbers_in(f"Recommendations {paragraph}.{first} to {paragraph}.{first + more}.")
    wanted = [f"{paragraph}.{item}" for item in range(first, first + more + 1)]
    assert sorted(set(read.numbers), key=wanted.index) == wanted
