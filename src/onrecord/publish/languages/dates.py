"""Days in tables, in the language spoken: short, and no more precise than their source."""

from collections.abc import Iterable
from datetime import date

from onrecord.publish.languages.language import Language, spoken
from onrecord.publish.languages.words import gettext, say
from onrecord.publish.languages.writing import day
from onrecord.vocabulary.dates import PartialDate

_YEAR_LENGTH, _MONTH_LENGTH = 4, 7


def short_day(value: date | None, precision: str = "day") -> str:
    """Return a date for a table: 28 Mar 2014; Mar 2014; "after 28 Mar 2014" where only the document is dated."""
    if value is None:
        return gettext("not known")
    written = _short_month(value) if precision == "month" else _short(value)
    return say("after {day}", day=written) if precision == "document" else written


def partial_day(written: str) -> str:
    """Return a date as precise as its source for a table: 2014, Mar 2014, 28 Mar 2014, 14 to 15 Jul 2011."""
    return span(_partial(part) for part in written.split("/"))


def span(parts: Iterable[str]) -> str:
    """Return one date, or the two between which something lay; of two that read the same, one."""
    first, *rest = dict.fromkeys(parts)
    return say("{first} to {last}", first=first, last=rest[0]) if rest else first


def _partial(written: str) -> str:
    first = PartialDate(written).first
    if len(written) == _YEAR_LENGTH:
        return written
    return _short_month(first) if len(written) == _MONTH_LENGTH else _short(first)


def _short(value: date) -> str:
    if spoken() is Language.EN:
        return f"{value.day} {value:%b %Y}"
    if spoken() is Language.AR:
        # Its shorter form is of figures alone, in an order that readers of other scripts take for another.
        return day(value)
    from babel.dates import format_date  # noqa: PLC0415  (English needs nothing of babel, which takes long to import)

    return format_date(value, "medium", locale=spoken().value)


def _short_month(value: date) -> str:
    if spoken() is Language.EN:
        return f"{value:%b %Y}"
    from babel.dates import format_skeleton  # noqa: PLC0415  (as above)

    return format_skeleton("yMMM", value, locale=spoken().value)
