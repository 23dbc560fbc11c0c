"""The dates of a sentence: each with the period it stands for and the preposition before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.claims.numbers.masking import without_symbols
from onrecord.claims.periods.calendar_dates import Stamp, Written, calendar_dates
from onrecord.claims.periods.leads import Before, Lead, bounded, part_of, words_before
from onrecord.claims.periods.relative import MonthDay, Relative, relative_times
from onrecord.claims.periods.resolving import resolve
from onrecord.vocabulary.periods import Period

__all__ = ["Found", "MonthDay", "Relative", "periods", "resolve"]


@dataclass(frozen=True, slots=True)
class Found:
    """A date with its place in the text, its preposition taken in.

    ``when`` is the period with the sense of ``lead`` worked in ("since 2014" is open at its end), or, where the
    sentence alone does not fix it, a month or day without its year or a time relative to another.
    """

    start: int
    end: int
    text: str
    when: Period | MonthDay | Relative
    lead: Lead | None


@dataclass(frozen=True, slots=True)
class _Group:
    """Dates that are one: a single one, or two with "to" between them; ``open`` where it runs on from the first.

    ``cut`` is where the first of two ends and the words of the second begin, ``edge`` the "end" or "start" of the
    second that is meant.
    """

    start: int
    end: int
    first: Stamp
    last: Stamp
    article: bool
    cut: tuple[int, int] = (0, 0)
    edge: str = ""
    open: bool = False


_LIST = re.compile(r"(?:,\s|,?\s(?:and|or|&)\s)(?:both\s|also\s|again\s)?", re.IGNORECASE)
_TO = re.compile(
    r"(?:\s(?:to|until|till|through(?:\sto)?)\s(?:the\s)?|\s?[–-]\s?)(?:(?P<edge>end|close|start|beginning)\sof\s)?",
    re.IGNORECASE,
)
_AND = re.compile(r"\sand\s(?:the\s)?(?:(?P<edge>end|close|start|beginning)\sof\s)?", re.IGNORECASE)
_ON = re.compile(
    r"\s(?:onwards?\b|on(?=[.,;])|to\s(?:the\s)?(?:present(?:\sday)?|date|now|today)\b|until\s(?:now|today|the\spresent)\b"
    r"|and\s(?:beyond|after|later)\b)|\s?[–-]\s?present\b",
    re.IGNORECASE,
)
_BETWEEN_BEFORE = re.compile(r"\bbetween\s(?:the\s)?(?:(?:end|start|beginning)\sof\s)?$", re.IGNORECASE)
_LISTED_LEADS: frozenset[Lead] = frozenset({"in", "on"})


def periods(text: str) -> tuple[Found, ...]:
    """Return the dates of a text in order, none overlapping.

    The dates of a list are each their own ("in 2012 and 2013"), those of a range are one ("from 2013 to 2015"). A
    range of months or days without a year gives its two ends, one led by "from" and one by "until". "Early", "mid",
    "late" and the seasons stand for the whole year or month; halves and quarters of a year are exact.
    """
    masked = without_symbols(text)
    found = list(_calendar(masked))
    for told in relative_times(masked):
        if not any(told.start < f.end and f.start < told.end for f in found):
            found.append(Found(told.start, told.end, "", told.when, told.lead))
    return tuple(replace(f, text=text[f.start : f.end]) for f in sorted(found, key=lambda f: f.start))


def _calendar(text: str) -> Iterator[Found]:
    previous: Found | None = None
    for group in _groups(text, _with_years(text, calendar_dates(text))):
        before = words_before(text, group.start, group.article)
        if previous is not None and before.start < previous.end:
            before = Before(group.start)
        listed = previous is not None and before.lead is None and _LIST.fullmatch(text, previous.end, before.start)
        if listed and previous and previous.lead in _LISTED_LEADS:
            before = replace(before, lead=previous.lead)
        for found in _found(group, before):
            previous = found
            yield found


def _with_years(text: str, dates: Sequence[Written]) -> list[Written]:
    """Return the dates with the year that a list gives only once: "in March and June 2014"."""
    filled = list(dates)
    for i in range(len(filled) - 2, -1, -1):
        this, following = filled[i], filled[i + 1]
        alike = (this.first.day is None) == (following.first.day is None) and following.first.month
        if this.last.year is None and alike and _LIST.fullmatch(text, this.end, following.start):
            year = following.first.year
            filled[i] = replace(this, first=this.first.in_year(year), last=this.last.in_year(year))
    return filled


def _groups(text: str, dates: Sequence[Written]) -> Iterator[_Group]:
    i = 0
    while i < len(dates):
        this, following = dates[i], dates[i + 1] if i + 1 < len(dates) else None
        joined = _range(text, this, following) if following else None
        i += 2 if joined else 1
        yield joined or _alone(text, this)


def _alone(text: str, this: Written) -> _Group:
    on = _ON.match(text, this.end)
    end = on.end() if on else this.end
    return _Group(this.start, end, this.first, this.last, this.article, this.cut, open=on is not None)


def _range(text: str, this: Written, following: Written) -> _Group | None:
    to = _TO.fullmatch(text, this.end, following.start)
    if to is None and _BETWEEN_BEFORE.search(text, max(0, this.start - 40), this.start):
        to = _AND.fullmatch(text, this.end, following.start)
    first, last = _one_year(this.first, following.last)
    if to is None or not _in_order(first, last):
        return None
    cut = this.end, this.end + len(to[0]) - len(to[0].lstrip())
    return _Group(this.start, following.end, first, last, this.article, cut, (to["edge"] or "").lower())


def _one_year(first: Stamp, last: Stamp) -> tuple[Stamp, Stamp]:
    """Return the ends of a range with the year that is written at one end only."""
    if not first.month or not last.month or (first.year is None) == (last.year is None):
        return first, last
    turns = (first.month, first.day or 0) > (last.month, last.day or 31)
    if first.year is None and last.year is not None:
        return first.in_year(last.year - turns), last
    return first, last.in_year((first.year or 0) + turns)


def _in_order(first: Stamp, last: Stamp) -> bool:
    if first.year is None or last.year is None:
        return first.year is None and last.year is None
    start, end = first.period, last.period
    return bool(start and end and start.first and end.last and start.first < end.last)


def _found(group: _Group, before: Before) -> Iterator[Found]:
    if group.first.year is None:
        yield from _without_year(group, before)
        return
    first, last = group.first.period, group.last.period
    if first is None or last is None:
        return
    yield Found(before.start, group.end, "", _when(group, before, first, last), _lead(group, before))


def _lead(group: _Group, before: Before) -> Lead | None:
    return "from" if group.open and before.lead not in {"since"} else before.lead


def _when(group: _Group, before: Before, first: Period, last: Period) -> Period:
    if group.open:
        return bounded(first, "from", before.edge)
    if group.first == group.last:
        return bounded(part_of(first, before.part), before.lead, before.edge)
    starts = first.last if before.edge == "end" and before.lead in {"from", "between"} else first.first
    ends = last.first if group.edge in {"start", "beginning"} else last.last
    whole = Period(starts, ends)
    return whole if before.lead in {"from", "between", "by"} else bounded(whole, before.lead)


def _without_year(group: _Group, before: Before) -> Iterator[Found]:
    bound = None if before.lead in _LISTED_LEADS | {"between"} else before.lead
    if group.first == group.last:
        yield Found(before.start, group.end, "", _month_day(group.first, bound), before.lead)
        return
    # A range without its year is two bounds: no one period can be made of it yet.
    yield Found(before.start, group.cut[0], "", _month_day(group.first, "from"), "from")
    yield Found(group.cut[1], group.end, "", _month_day(group.last, "until"), "until")


def _month_day(stamp: Stamp, lead: Lead | None) -> MonthDay:
    return MonthDay(stamp.month or 1, stamp.day, lead)
