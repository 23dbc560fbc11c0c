"""The words before a date that say how it bounds the time meant: since, until the end of, in the first half of."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from onrecord.vocabulary.periods import Period

Lead = Literal["in", "on", "since", "before", "until", "by", "after", "from", "between", "as of"]


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a date: where it starts, the preposition, and the part of the period that is meant."""

    start: int
    lead: Lead | None = None
    edge: Literal["start", "end"] | None = None
    part: tuple[str, str] | None = None


_LEADS: dict[Lead, str] = {
    "until": r"(?:on\sor\sbefore|up\s(?:to|until)|until|till|through)(?:\sand\sincluding)?",
    "by": r"(?:no|not)\slater\sthan|by",
    "as of": r"as\s(?:of|at)",
    "since": r"(?:ever\s)?since",
    "from": r"on\sor\safter|with\seffect\sfrom|as\sfrom|effective(?:\s(?:from|as\sof|on))?"
    r"|(?:starting|beginning|commencing)(?:\s(?:on|in|from|with))?|dating\s(?:from|back\sto)|from",
    "before": r"prior\sto|ahead\sof|before",
    "after": r"after",
    "between": r"between",
    "on": r"on|dated",
    "in": r"in|during|throughout|over|within|for|of|at",
}
_NAMES: dict[str, Lead] = {lead.replace(" ", "_"): lead for lead in _LEADS}
_LEAD = re.compile(
    r"(?<![\w-])(?:"
    r"(?:running|lasting|extending|serving|runs?|ran|lasts?|extends?|serves?|sits?)\s(?P<to>to)"
    rf"|{'|'.join(f'(?P<{name}>{_LEADS[lead]})' for name, lead in _NAMES.items())})\s{{1,2}}$"
    r"|(?<![\w-])(?P<pre>pre|post)-$",
    re.IGNORECASE,
)
_TO = re.compile(r"(?<![\w-])(?P<to>to)\s$", re.IGNORECASE)
_PART = re.compile(
    r"(?<![\w-])(?:the\s)?(?:"
    r"(?:very\s)?(?P<edge>end|close|start|beginning|outset|middle|course)\sof\s(?:the\s(?:year|month)\s(?:of\s)?)?"
    r"|(?P<part>first|second|third|fourth|last|latter)\s(?P<unit>half|quarter|(?:few\s)?(?:months|weeks|days))\sof\s"
    r"|(?:years?|period|months?)\s(?:of\s)?"
    r"|(?:early|late|mid)[\s-](?:in\s)?"
    r"|(?:spring|summer|autumn|fall|winter)(?:\sof)?\s"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s(?:the\s)?)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\bthe\s$", re.IGNORECASE)
_EDGES: dict[str, Literal["start", "end"]] = {
    "end": "end",
    "close": "end",
    "start": "start",
    "beginning": "start",
    "outset": "start",
}
_LOOK_BACK = 48
_QUARTERS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3, "latter": 3}


def words_before(text: str, start: int, article: bool = False) -> Before:
    """Return the words before a date that belong to it.

    "The" between preposition and date cuts them apart: in "since the 2012 election" the year names the election.
    ``article`` says that "the" is part of the date ("the 2010s").
    """
    part = _PART.search(text[max(0, start - _LOOK_BACK) : start])
    if part is None:
        the = _ARTICLE.search(text[max(0, start - 5) : start]) if article else None
        return _with_lead(text, Before(start - len(the[0]) if the else start))
    unit = (part["part"].lower(), part["unit"].lower()) if part["part"] else None
    edge = _EDGES.get((part["edge"] or "").lower())
    return _with_lead(text, Before(start - len(part[0]), None, edge, unit))


def _with_lead(text: str, got: Before) -> Before:
    found = _LEAD.search(text[max(0, got.start - _LOOK_BACK) : got.start])
    if found is None and got.edge:
        found = _TO.search(text[max(0, got.start - _LOOK_BACK) : got.start])
    if found is None:
        return got
    group = found.lastgroup or ""
    start = max(0, got.start - _LOOK_BACK) + found.start(group)
    return Before(start, _lead(group, found[0]), got.edge, got.part)


def _lead(group: str, written: str) -> Lead:
    if group == "pre":
        return "before" if written.lower().startswith("pre") else "after"
    return "until" if group == "to" else _NAMES[group]


def part_of(period: Period, part: tuple[str, str] | None) -> Period:
    """Return the half or quarter of a year that is meant; the whole period for "the last months of"."""
    if part is None or period.year is None or part[1] not in {"half", "quarter"}:
        return period
    months = 6 if part[1] == "half" else 3
    at = (part[0] != "first") if months == 6 else _QUARTERS[part[0]]
    first, last = Period.month_of(period.year, months * at + 1), Period.month_of(period.year, months * (at + 1))
    return Period(first.first, last.last)


def bounded(period: Period, lead: str | None, edge: str | None = None) -> Period:
    """Return the time that a preposition and a period give together: since 2014 is from 1 January 2014 on."""
    first = period.last if edge == "end" else period.first
    last = period.first if edge == "start" else period.last
    match lead:
        case "since" | "from":
            return Period(first, None)
        case "until" | "by":
            return Period(None, last)
        case "after":
            return Period(period.first if edge == "start" else _shifted(period.last, 1), None)
        case "before":
            return Period(None, period.last if edge == "end" else _shifted(period.first, -1))
        case _:
            return period


def _shifted(day: date | None, days: int) -> date | None:
    return day + timedelta(days=days) if day else None
