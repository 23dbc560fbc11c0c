"""Times that only another date makes definite, in sentences and resolved."""

from datetime import date

import pytest

from onrecord.claims.periods import Relative, periods, resolve
from onrecord.vocabulary.periods import Period


def span(first: str | None, last: str | None) -> Period:
    return Period(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("text", "when", "lead"),
    [
        ("a year earlier it had", Relative("year", -1, "mentioned"), None),
        ("only a year before, in", Relative("year", -1, "mentioned"), None),
        ("two years later", Relative("year", 2, "mentioned"), None),
        ("the previous year", Relative("year", -1, "mentioned"), None),
        ("the year before.", Relative("year", -1, "mentioned"), None),
        ("the following year", Relative("year", 1, "mentioned"), None),
        ("in that year", Relative("year", 0, "mentioned"), "in"),
        ("later that same year", Relative("year", 0, "mentioned"), None),
        ("the same day", Relative("day", 0, "mentioned"), None),
        ("last year", Relative("year", -1, "document"), None),
        ("since last year", Relative("year", -1, "document", lead="since"), "since"),
        ("this year", Relative("year", 0, "document"), None),
        ("three years ago", Relative("year", -3, "document"), None),
        ("last month", Relative("month", -1, "document"), None),
        ("over the past three years", Relative("year", -3, "document", through=True), "in"),
        ("over the last two years", Relative("year", -2, "document", through=True), "in"),
        ("in the next three years", Relative("year", 3, "document", through=True), "in"),
        ("in the past decade", Relative("year", -10, "document", through=True), "in"),
        ("Oman, then a member", Relative("time", 0, "mentioned"), None),
        ("since then", Relative("time", 0, "mentioned", lead="since"), "since"),
        ("at the time", Relative("time", 0, "mentioned"), None),
        ("is now a member", Relative("day", 0, "document"), None),
        ("is currently a member", Relative("day", 0, "document"), None),
        ("to date", Relative("day", 0, "document", lead="until"), "until"),
        ("so far", Relative("day", 0, "document", lead="until"), "until"),
        ("until now", Relative("day", 0, "document", lead="until"), "until"),
    ],
)
def test_a_time_relative_to_another(text: str, when: Relative, lead: str | None) -> None:
    assert [(f.when, f.lead) for f in periods(text)] == [(when, lead)]


DOCUMENT = date(2024, 11, 20)


@pytest.mark.parametrize(
    ("text", "mentioned", "document", "when"),
    [
        ("a year earlier", Period.year_of(2014), None, Period.year_of(2013)),
        ("a year earlier", Period.month_of(2014, 3), None, Period.year_of(2013)),
        ("a year earlier", span("2014-01-01", None), DOCUMENT, None),
        ("a year earlier", span("2013-01-01", "2014-12-31"), DOCUMENT, None),
        ("a year earlier", None, DOCUMENT, None),
        ("that month", Period.day_of(date(2014, 3, 28)), None, Period.month_of(2014, 3)),
        ("that month", Period.year_of(2014), None, None),
        ("a month later", Period.month_of(2014, 12), None, Period.month_of(2015, 1)),
        ("the following day", Period.day_of(date(2014, 2, 28)), None, Period.day_of(date(2014, 3, 1))),
        ("the following week", Period.day_of(date(2014, 3, 28)), None, span("2014-03-31", "2014-04-06")),
        ("at the time", Period.month_of(2014, 3), DOCUMENT, Period.month_of(2014, 3)),
        ("since then", Period.month_of(2014, 3), DOCUMENT, span("2014-03-01", None)),
        ("last year", Period.year_of(2010), DOCUMENT, Period.year_of(2023)),
        ("since last year", None, DOCUMENT, span("2023-01-01", None)),
        ("last year", Period.year_of(2010), None, None),
        ("last month", None, date(2024, 1, 31), Period.month_of(2023, 12)),
        ("the past three years", None, DOCUMENT, span("2021-11-20", "2024-11-20")),
        ("the past four years", None, date(2023, 2, 28), span("2019-02-28", "2023-02-28")),
        ("the past year", None, date(2024, 2, 29), span("2023-02-28", "2024-02-29")),
        ("the next three years", None, DOCUMENT, span("2024-11-20", "2027-11-20")),
        ("the preceding three years", Period.year_of(2014), None, span("2011-01-01", "2013-12-31")),
        ("the following two years", Period.year_of(2014), None, span("2015-01-01", "2016-12-31")),
        ("to date", None, DOCUMENT, span(None, "2024-11-20")),
        ("now", None, DOCUMENT, span("2024-11-20", "2024-11-20")),
        ("on November 12", None, DOCUMENT, span("2024-11-12", "2024-11-12")),
        ("on December 12", None, DOCUMENT, span("2023-12-12", "2023-12-12")),
        ("on December 12", Period.year_of(2012), DOCUMENT, span("2012-12-12", "2012-12-12")),
        ("on December 12", span("2012-01-01", None), DOCUMENT, None),
        ("in November", None, DOCUMENT, Period.month_of(2024, 11)),
        ("since March", None, DOCUMENT, span("2024-03-01", None)),
        ("on February 29", None, date(2023, 5, 1), span("2020-02-29", "2020-02-29")),
        ("on February 29", Period.year_of(2013), None, None),
        ("on November 12", None, None, None),
        ("in 2014", None, None, Period.year_of(2014)),
    ],
)
def test_resolves_against_the_mention_or_the_document(
    text: str, mentioned: Period | None, document: date | None, when: Period | None
) -> None:
    assert resolve(periods(text)[0].when, mentioned, document) == when
