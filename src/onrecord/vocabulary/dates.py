"""Dates as sources give them: a day, a month, a year, or from one day to another."""

import calendar
import re
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class PartialDate(str):
    """A date as precise as its source: "2012", "2012-11", "2012-11-12" or "2011-07-14/2011-07-15"."""

    __slots__ = ()

    def __new__(cls, written: str) -> "PartialDate":
        """Return the date as written; ValueError says what was expected."""
        parts = written.split("/")
        if not 1 <= len(parts) <= 2 or not all(_valid(part) for part in parts):
            raise ValueError("a date as YYYY, YYYY-MM or YYYY-MM-DD, or two of them with a slash")
        return super().__new__(cls, written)

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return _bound(self.split("/")[0], last=False)

    @property
    def last(self) -> date:
        """The latest day it can mean: by then it had surely happened."""
        return _bound(self.split("/")[-1], last=True)


def _valid(part: str) -> bool:
    if not _PARTIAL.fullmatch(part):
        return False
    try:
        _bound(part, last=True)
    except ValueError:
        return False
    return True


def _bound(part: str, last: bool) -> date:
    match = _PARTIAL.fullmatch(part)
    if match is None:
        raise ValueError("a date")
    year, month, day = (int(group) if group else None for group in match.groups())
    month = month or (12 if last else 1)
    return date(year or 1, month, day or (calendar.monthrange(year or 1, month)[1] if last else 1))
