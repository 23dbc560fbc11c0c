"""The period that a date without its year or a relative time comes to, once its anchor is known."""

from datetime import date, timedelta

from onrecord.claims.periods.calendar_dates import Stamp
from onrecord.claims.periods.leads import bounded
from onrecord.claims.periods.relative import MonthDay, Relative, Unit
from onrecord.vocabulary.periods import Period


def resolve(
    when: Period | MonthDay | Relative, mentioned: Period | None = None, document: date | None = None
) -> Period | None:
    """Return the period that is meant, bounded by its preposition; None where it cannot be told.

    ``mentioned`` is the date the text spoke of before, ``document`` the date of the document. "A year earlier" is
    the whole calendar year before the one mentioned, however exact the mention. A month or day without a year is
    that of the year mentioned, if the mention lies in one year; without a mention, the latest not after the document.
    """
    if isinstance(when, Period):
        return when
    found = (
        _month_day(when, mentioned, document) if isinstance(when, MonthDay) else _relative_to(when, mentioned, document)
    )
    return bounded(found, when.lead) if found else None


def _month_day(when: MonthDay, mentioned: Period | None, document: date | None) -> Period | None:
    if mentioned is not None:
        year = _year_of(mentioned)
        return Stamp(year, when.month, when.day).period if year else None
    if document is None:
        return None
    # A leap day is at most eight years back.
    candidates = (Stamp(document.year - back, when.month, when.day).period for back in range(9))
    return next((p for p in candidates if p and p.first and p.first <= document), None)


def _year_of(period: Period) -> int | None:
    if period.first is None or period.last is None or period.first.year != period.last.year:
        return None
    return period.first.year


def _relative_to(when: Relative, mentioned: Period | None, document: date | None) -> Period | None:
    issued = Period.day_of(document) if document else None
    anchor = issued if when.anchor == "document" else mentioned
    if anchor is None or when.unit == "time":
        return anchor
    at = _unit_around(anchor, when.unit)
    if at is None:
        return None
    there = _moved(at, when.unit, when.offset)
    return _through(anchor, at, when) if when.through else there


def _unit_around(period: Period, unit: Unit) -> Period | None:
    """Return the year, month, week or day that a period lies in, if it lies in one."""
    if period.first is None or period.last is None:
        return None
    day = period.first
    around = {
        "year": Period.year_of(day.year),
        "month": Period.month_of(day.year, day.month),
        "week": _week_of(day),
        "day": Period.day_of(day),
    }[unit]
    return around if period.within(around) else None


def _week_of(day: date) -> Period:
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def _moved(at: Period, unit: Unit, offset: int) -> Period | None:
    """Return the unit so many units away."""
    if at.first is None:
        return None
    if unit == "year":
        return Period.year_of(at.first.year + offset)
    if unit == "month":
        months = at.first.year * 12 + at.first.month - 1 + offset
        return Period.month_of(months // 12, months % 12 + 1)
    day = at.first + timedelta(days=offset * (7 if unit == "week" else 1))
    return _week_of(day) if unit == "week" else Period.day_of(day)


def _through(anchor: Period, at: Period, when: Relative) -> Period | None:
    """Return all the time from the anchor to so many units away.

    From the document's date it is counted to the day ("the past three years"), from a mention in whole units ("the
    three preceding years" before 2014 are 2011 to 2013).
    """
    ahead = when.offset > 0
    if when.anchor == "document" and anchor.first:
        there = _same_day(anchor.first, when.unit, when.offset)
        return Period(anchor.first, there) if ahead else Period(there, anchor.first)
    near, far = _moved(at, when.unit, 1 if ahead else -1), _moved(at, when.unit, when.offset)
    if near is None or far is None:
        return None
    return Period(near.first, far.last) if ahead else Period(far.first, near.last)


def _same_day(day: date, unit: Unit, offset: int) -> date | None:
    if unit in {"week", "day"}:
        return day + timedelta(days=offset * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + offset * (12 if unit == "year" else 1)
    month = Period.month_of(months // 12, months % 12 + 1)
    if month.first is None or month.last is None:
        return None
    return min(month.first + timedelta(days=day.day - 1), month.last)
