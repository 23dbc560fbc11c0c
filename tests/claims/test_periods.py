"""Dates in sentences: every way they are written, their prepositions, and what is no date."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.claims.periods import Found, MonthDay, periods
from onrecord.vocabulary.periods import Period


def span(first: str | None, last: str | None) -> Period:
    return Period(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


def only(text: str) -> Found:
    (found,) = periods(text)
    return found


NOVEMBER_12 = span("2012-11-12", "2012-11-12")
MARCH_28 = span("2014-03-28", "2014-03-28")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("on 12 November 2012", NOVEMBER_12),
        ("on Monday, 12 November 2012", NOVEMBER_12),
        ("On November 12, 2012,", NOVEMBER_12),
        ("November 12th, 2012", NOVEMBER_12),
        ("Nov. 12, 2012", NOVEMBER_12),
        ("12 Nov 2012", NOVEMBER_12),
        ("12-Nov-2012", NOVEMBER_12),
        ("12 NOVEMBER 2012", NOVEMBER_12),
        ("12.11.2012", NOVEMBER_12),
        ("2012-11-12", NOVEMBER_12),
        ("on the 28th of March 2014", MARCH_28),
        ("on 28th March 2014", MARCH_28),
        ("in March 2014", Period.month_of(2014, 3)),
        ("in March of 2014", Period.month_of(2014, 3)),
        ("Sept. 2014", Period.month_of(2014, 9)),
        ("2012-11", Period.month_of(2012, 11)),
        ("in 2014", Period.year_of(2014)),
        ("In the year 2014", Period.year_of(2014)),
        ("the 2014 text", Period.year_of(2014)),
        ("its 2010 review", Period.year_of(2010)),
        ("2013's result", Period.year_of(2013)),
        ("a March 2013 resolution", Period.month_of(2013, 3)),
        ("during 2014", Period.year_of(2014)),
        ("Throughout 2014", Period.year_of(2014)),
        ("in early 2014", Period.year_of(2014)),
        ("in late 2014", Period.year_of(2014)),
        ("mid-2014", Period.year_of(2014)),
        ("in the spring of 2014", Period.year_of(2014)),
        ("at the end of 2014", Period.year_of(2014)),
        ("in early March 2014", Period.month_of(2014, 3)),
        ("the first half of 2014", span("2014-01-01", "2014-06-30")),
        ("in the second half of 2014", span("2014-07-01", "2014-12-31")),
        ("the third quarter of 2014", span("2014-07-01", "2014-09-30")),
        ("of the 2010s", span("2010-01-01", "2019-12-31")),
        ("as of 31 July 2012", span("2012-07-31", "2012-07-31")),
        ("dated 6 June 2012", span("2012-06-06", "2012-06-06")),
        ("in 2010,6 the", Period.year_of(2010)),
        ("in 2012.3 The", Period.year_of(2012)),
    ],
)
def test_a_date(text: str, when: Period) -> None:
    assert only(text).when == when


@pytest.mark.parametrize(
    ("text", "when", "lead"),
    [
        ("since 2014", span("2014-01-01", None), "since"),
        ("ever since March 2014", span("2014-03-01", None), "since"),
        ("since the beginning of 2014", span("2014-01-01", None), "since"),
        ("before November 2012", span(None, "2012-10-31"), "before"),
        ("prior to 2010", span(None, "2009-12-31"), "before"),
        ("before the end of 2014", span(None, "2014-12-31"), "before"),
        ("pre-2006", span(None, "2005-12-31"), "before"),
        ("until 2016", span(None, "2016-12-31"), "until"),
        ("until 31 October 2012", span(None, "2012-10-31"), "until"),
        ("through 2016", span(None, "2016-12-31"), "until"),
        ("through the end of 2016", span(None, "2016-12-31"), "until"),
        ("to the end of 2016", span(None, "2016-12-31"), "until"),
        ("on or before 31 October 2012", span(None, "2012-10-31"), "until"),
        ("by the end of 2016", span(None, "2016-12-31"), "by"),
        ("by 1 May 2013", span(None, "2013-05-01"), "by"),
        ("no later than 1 May 2013", span(None, "2013-05-01"), "by"),
        ("after 2013", span("2014-01-01", None), "after"),
        ("after 12 November 2012", span("2012-11-13", None), "after"),
        ("post-2015", span("2016-01-01", None), "after"),
        ("from 1 January 2013", span("2013-01-01", None), "from"),
        ("starting on 1 January 2013", span("2013-01-01", None), "from"),
        ("beginning on 1 January 2013", span("2013-01-01", None), "from"),
        ("effective 1 January 2013", span("2013-01-01", None), "from"),
        ("with effect from 1 January 2013", span("2013-01-01", None), "from"),
        ("from 2014 onwards", span("2014-01-01", None), "from"),
        ("from 2014 to the present", span("2014-01-01", None), "from"),
        ("on 1 May 2013", span("2013-05-01", "2013-05-01"), "on"),
        ("as of 2014", Period.year_of(2014), "as of"),
        ("during 2014", Period.year_of(2014), "in"),
    ],
)
def test_a_preposition_works_into_the_period_and_the_span(text: str, when: Period, lead: str) -> None:
    found = only(text)
    assert (found.when, found.lead, found.text) == (when, lead, text)


YEARS_13_15 = span("2013-01-01", "2015-12-31")


@pytest.mark.parametrize(
    ("text", "when", "lead"),
    [
        ("between 2013 and 2015", YEARS_13_15, "between"),
        ("from 2013 to 2015", YEARS_13_15, "from"),
        ("from 2013 to the end of 2015", YEARS_13_15, "from"),
        ("from 2013 through 2015", YEARS_13_15, "from"),
        ("from 1 January 2013 to 31 December 2015", YEARS_13_15, "from"),
        ("2013–2015", YEARS_13_15, None),
        ("2013-2015", YEARS_13_15, None),
        ("2013-15", YEARS_13_15, None),
        ("2013 to 2015", YEARS_13_15, None),
        ("for 2013–2015", YEARS_13_15, "in"),
        ("2011/2012", span("2011-01-01", "2012-12-31"), None),
        ("2011/12", span("2011-01-01", "2012-12-31"), None),
        ("12–14 July 2012", span("2012-07-12", "2012-07-14"), None),
        ("10-12 July 2012", span("2012-07-10", "2012-07-12"), None),
        ("July 10-12, 2012", span("2012-07-10", "2012-07-12"), None),
        ("on 14 and 15 July 2011", span("2011-07-14", "2011-07-15"), "on"),
        ("from 10 to 12 July 2012", span("2012-07-10", "2012-07-12"), "from"),
        ("between 3 and 10 July 2012", span("2012-07-03", "2012-07-10"), "between"),
        ("from 27 February to 23 March 2012", span("2012-02-27", "2012-03-23"), "from"),
        ("from 12 December to 5 January 2013", span("2012-12-12", "2013-01-05"), "from"),
        ("between March and June 2014", span("2014-03-01", "2014-06-30"), "between"),
        ("from March 2013 to June 2014", span("2013-03-01", "2014-06-30"), "from"),
    ],
)
def test_a_range_is_one(text: str, when: Period, lead: str | None) -> None:
    found = only(text)
    assert (found.when, found.lead, found.text) == (when, lead, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in 2012 and 2013", [("in 2012", "in 2012", "in"), ("2013", "in 2013", "in")]),
        (
            "in 2012, 2013 and 2014",
            [("in 2012", "in 2012", "in"), ("2013", "in 2013", "in"), ("2014", "in 2014", "in")],
        ),
        ("in March and June 2014", [("in March", "in March 2014", "in"), ("June 2014", "in June 2014", "in")]),
        ("on 12 and 28 March 2013", [("on 12", "on 12 March 2013", "on"), ("28 March 2013", "on 28 March 2013", "on")]),
        ("the 2012 and 2013 texts", [("2012", "in 2012", None), ("2013", "in 2013", None)]),
        ("in 2012 but since 2014", [("in 2012", "in 2012", "in"), ("since 2014", "since 2014", "since")]),
    ],
)
def test_a_list_is_each_its_own(text: str, found: list[tuple[str, str, str | None]]) -> None:
    got = [(f.text, f.when.words, f.lead) for f in periods(text) if isinstance(f.when, Period)]
    assert got == found


def test_a_year_that_names_a_thing_is_not_led_by_the_preposition() -> None:
    found = only("since the 2012 election")
    assert (found.when, found.lead, found.text) == (Period.year_of(2012), None, "2012")


def test_a_quantifier_stays_outside() -> None:
    assert only("Every 2014 text").text == "2014"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("On November 12, 183 states", MonthDay(11, 12)),
        ("(Agency, November 14)", MonthDay(11, 14)),
        ("on 3 July it", MonthDay(7, 3)),
        ("in March the Council", MonthDay(3)),
        ("since May it", MonthDay(5, None, "since")),
        ("the April session", MonthDay(4)),
        ("In May, it", MonthDay(5)),
    ],
)
def test_a_date_without_its_year(text: str, when: MonthDay) -> None:
    assert only(text).when == when


@pytest.mark.parametrize(
    ("text", "parts", "first", "last"),
    [
        ("from March to May", ("from March", "to May"), MonthDay(3, None, "from"), MonthDay(5, None, "until")),
        ("between 10 and 12 July", ("between 10", "and 12 July"), MonthDay(7, 10, "from"), MonthDay(7, 12, "until")),
    ],
)
def test_a_range_without_its_year_is_two_bounds(
    text: str, parts: tuple[str, str], first: MonthDay, last: MonthDay
) -> None:
    found = periods(text)
    assert tuple(f.text for f in found) == parts
    assert [f.when for f in found] == [first, last]


@pytest.mark.parametrize(
    "text",
    [
        "A/67/122",
        "A/HRC/RES/2014/1",
        "Resolution 2014/1",
        "resolution 2011/12",
        "EUR 57/005/2012",
        "https://example.org/2012/11/12",
        "G20",
        "page 2012",
        "Security Council resolution 1973",
        "Security Council resolution 1973 (2011)",
        "more than 2000 recommendations",
        "some 2000 people",
        "$2014",
        "2,014 votes",
        "2014%",
        "paragraph 95.42",
        "6.5",
        "1944 and 2100",
        "31 February 2014",
        "2015–2013",
        "Theresa May said",
        "states may march",
        "every March",
        "22 to 11",
        "at the time of the vote",
        "in the last year of its term",
        "an up to date report",
        "so far as it can",
        "a year earlier than planned",
        "It then abstained and then left.",
        "Never before in its history",
        "at the same time",
    ],
)
def test_no_date(text: str) -> None:
    assert periods(text) == ()


def test_places_are_those_of_the_text() -> None:
    text = "Since 2014, as A/HRC/25/1 of 28 March 2014 says, it has not voted; a year earlier it had."
    found = periods(text)
    assert [f.text for f in found] == ["Since 2014", "of 28 March 2014", "a year earlier"]
    assert [text[f.start : f.end] for f in found] == [f.text for f in found]


WORDS = (
    "2012 2013 March May 12 28th of the in on since between from to and until ,"
    " . - – / end year a then last past three earlier 12.11.2012 2012-11-12 the-same early 2010s A/HRC/25/1"
)
PIECES = st.sampled_from(WORDS.split())


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=25))
def test_never_overlap_and_keep_their_order(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + blank for piece, blank in pieces)
    found = periods(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(f.text == text[f.start : f.end] != "" for f in found)
