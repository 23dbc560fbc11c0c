"""Periods: their bounds, how exact they are, how they read, how two of them lie to each other."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.vocabulary.periods import Period

DAYS = st.dates(date(1945, 1, 1), date(2099, 12, 31))


@st.composite
def some_period(draw: st.DrawFn) -> Period:
    first, last = sorted([draw(DAYS), draw(DAYS)])
    return Period(draw(st.sampled_from([first, None])), draw(st.sampled_from([last, None])))


WORDS = [
    (Period.year_of(2014), "in 2014"),
    (Period.month_of(2014, 3), "in March 2014"),
    (Period.day_of(date(2014, 3, 28)), "on 28 March 2014"),
    (Period(date(2013, 1, 1), date(2015, 12, 31)), "from 2013 to 2015"),
    (Period(date(2006, 1, 1), None), "since 2006"),
    (Period(date(2006, 6, 1), None), "since June 2006"),
    (Period(date(2006, 6, 19), None), "since 19 June 2006"),
    (Period(None, date(2012, 10, 31)), "until 31 October 2012"),
    (Period(None, date(2016, 12, 31)), "until the end of 2016"),
    (Period(date(2012, 2, 1), date(2012, 5, 31)), "from February to May 2012"),
    (Period(date(2012, 11, 1), date(2013, 2, 28)), "from November 2012 to February 2013"),
    (Period(date(2012, 7, 10), date(2012, 7, 12)), "from 10 to 12 July 2012"),
    (Period(date(2012, 2, 27), date(2012, 3, 23)), "from 27 February to 23 March 2012"),
    (Period(date(2012, 12, 12), date(2013, 1, 5)), "from 12 December 2012 to 5 January 2013"),
    (Period(None, None), "at any time"),
]


@pytest.mark.parametrize(("period", "words"), WORDS)
def test_reads_as_in_a_sentence(period: Period, words: str) -> None:
    assert period.words == words


@pytest.mark.parametrize(
    ("period", "precision", "year"),
    [
        (Period.year_of(2014), "year", 2014),
        (Period.month_of(2016, 2), "month", None),
        (Period.day_of(date(2016, 2, 29)), "day", None),
        (Period(date(2014, 1, 1), date(2015, 12, 31)), "span", None),
        (Period(date(2014, 1, 1), None), "span", None),
        (Period(None, date(2014, 12, 31)), "span", None),
        (Period(date(2014, 1, 2), date(2014, 12, 31)), "span", None),
    ],
)
def test_says_how_exact_it_is(period: Period, precision: str, year: int | None) -> None:
    assert (period.precision, period.year) == (precision, year)


def test_a_month_ends_with_its_last_day() -> None:
    assert Period.month_of(2012, 2) == Period(date(2012, 2, 1), date(2012, 2, 29))


def test_ends_after_it_begins() -> None:
    with pytest.raises(ValueError, match="not before its first"):
        Period(date(2014, 1, 2), date(2014, 1, 1))


@pytest.mark.parametrize(
    ("period", "day", "inside"),
    [
        (Period.year_of(2014), date(2014, 12, 31), True),
        (Period.year_of(2014), date(2015, 1, 1), False),
        (Period(date(2014, 1, 1), None), date(2099, 1, 1), True),
        (Period(None, date(2014, 1, 1)), date(2014, 1, 2), False),
    ],
)
def test_contains_both_its_ends(period: Period, day: date, inside: bool) -> None:
    assert period.contains(day) is inside


def test_open_ends_are_wider_than_any_date() -> None:
    since, year = Period(date(2014, 1, 1), None), Period.year_of(2015)
    assert year.within(since)
    assert not since.within(year)
    assert since.overlaps(year)
    assert not since.overlaps(Period(None, date(2013, 12, 31)))


@given(some_period(), some_period())
def test_overlap_is_mutual_and_within_implies_it(one: Period, other: Period) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert not one.within(other) or one.overlaps(other)


@given(some_period(), some_period(), DAYS)
def test_what_lies_within_another_has_no_day_outside_it(one: Period, other: Period, day: date) -> None:
    assert not (one.within(other) and one.contains(day)) or other.contains(day)


@given(DAYS)
def test_a_day_is_within_its_month_and_year_only(day: date) -> None:
    itself = Period.day_of(day)
    assert itself.within(Period.month_of(day.year, day.month))
    assert itself.within(Period.year_of(day.year))
    assert not itself.overlaps(Period(day + timedelta(days=1), None))
