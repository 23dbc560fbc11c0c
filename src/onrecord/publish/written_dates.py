"""Dates as precise as their source, in words: 12 November 2012, November 2012, 2012, 14 to 15 July 2011."""

from datetime import date

from onrecord.publish.languages.dates import span
from onrecord.publish.languages.words import gettext, say
from onrecord.publish.languages.writing import day, month

_DAY_LENGTH = 10
_MONTH_LENGTH = 7


def in_words(written: str | date | None) -> str:
    """Return a date as the UN writes it, no more precise than it is; "not known" for none."""
    if written is None:
        return gettext("not known")
    return span(_part(part) for part in str(written).split("/"))


def at_a_time(written: str | date | None) -> str:
    """Return a date as it reads in a sentence: on 12 November 2012, in November 2012, in 2012."""
    if written is None:
        return gettext("on a day not in the record")
    text = str(written)
    if "/" in text:
        return say("from {days}", days=in_words(text))
    if len(text) == _DAY_LENGTH:
        return say("on {day}", day=in_words(text))
    return say("in {month}", month=in_words(text))


def year_of(written: str | date | None) -> int | None:
    """Return the year of a date, the first of two; None for none."""
    return None if written is None else int(str(written)[:4])


def _part(written: str) -> str:
    if len(written) == _DAY_LENGTH:
        return day(date.fromisoformat(written))
    if len(written) == _MONTH_LENGTH:
        return month(date.fromisoformat(f"{written}-01"))
    return written
