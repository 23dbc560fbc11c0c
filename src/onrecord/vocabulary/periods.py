"""Periods of time: a day, a month, a year, a span, or a span open at one end."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Precision = Literal["day", "month", "year", "span"]
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` to ``last``, both included; None leaves that end open."""

    first: date | None
    last: date | None

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.first and self.last and self.first > self.last:
            raise ValueError("a period whose last day is not before its first")

    @classmethod
    def year_of(cls, year: int) -> "Period":
        """Return a calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def month_of(cls, year: int, month: int) -> "Period":
        """Return a calendar month."""
        return cls(date(year, month, 1), _month_end(year, month))

    @classmethod
    def day_of(cls, day: date) -> "Period":
        """Return a single day."""
        return cls(day, day)

    @property
    def year(self) -> int | None:
        """The calendar year it is exactly, or None."""
        return self.first.year if self.first and self.precision == "year" else None

    @property
    def precision(self) -> Precision:
        """How exact it is: one day, one calendar month, one calendar year, or any other span."""
        if self.first is None or self.last is None:
            return "span"
        if self.first == self.last:
            return "day"
        if self == Period.month_of(self.first.year, self.first.month):
            return "month"
        return "year" if self == Period.year_of(self.first.year) else "span"

    @property
    def words(self) -> str:
        """How it reads in a sentence: "in 2014", "on 28 March 2014", "from 2013 to 2015", "since 2006"."""
        if self.first is None:
            return "at any time" if self.last is None else f"until {_end_in_words(self.last)}"
        if self.last is None:
            return f"since {_start_in_words(self.first)}"
        return _closed_in_words(self.first, self.last, self.precision)

    def contains(self, day: date) -> bool:
        """Return whether a day falls in it."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def overlaps(self, other: "Period") -> bool:
        """Return whether it shares a day with another period."""
        return _begins_by(self.first, other.last) and _begins_by(other.first, self.last)

    def within(self, other: "Period") -> bool:
        """Return whether all of its days fall in another period."""
        starts = other.first is None or (self.first is not None and other.first <= self.first)
        ends = other.last is None or (self.last is not None and self.last <= other.last)
        return starts and ends


def _begins_by(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _is_month_end(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _start_in_words(first: date) -> str:
    if first.day > 1:
        return _day(first)
    return str(first.year) if first.month == 1 else _month(first)


def _end_in_words(last: date) -> str:
    return f"the end of {last.year}" if (last.month, last.day) == (12, 31) else _day(last)


def _closed_in_words(first: date, last: date, precision: Precision) -> str:
    if precision == "day":
        return f"on {_day(first)}"
    if precision == "month":
        return f"in {_month(first)}"
    if precision == "year":
        return f"in {first.year}"
    return f"from {_span_in_words(first, last)}"


def _span_in_words(first: date, last: date) -> str:
    if first.day == 1 and _is_month_end(last):
        return _months_in_words(first, last)
    if first.year != last.year:
        return f"{_day(first)} to {_day(last)}"
    start = str(first.day) if first.month == last.month else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} to {_day(last)}"


def _months_in_words(first: date, last: date) -> str:
    if first.year == last.year:
        return f"{MONTHS[first.month - 1]} to {_month(last)}"
    whole_years = first.month == 1 and last.month == 12
    return f"{first.year} to {last.year}" if whole_years else f"{_month(first)} to {_month(last)}"
