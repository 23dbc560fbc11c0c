"""Times that only another date makes definite: "a year earlier", "last month", "on 12 November", "now"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.claims.numbers.words import cardinal_value
from onrecord.claims.periods.leads import Lead, words_before

Unit = Literal["year", "month", "week", "day", "time"]
Anchor = Literal["mentioned", "document"]


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A month, or a day of a month, without its year. ``lead`` is the preposition it is bounded by, if one."""

    month: int
    day: int | None = None
    lead: Lead | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """So many units from a date mentioned in the text or from the document's own date.

    The unit "time" is the very time mentioned ("then", "at the time"). ``through`` is true where all the time
    between is meant ("the past three years"), not only the unit at its end ("three years ago"). ``lead`` is the
    preposition it is bounded by ("since last year", "to date"), if one.
    """

    unit: Unit
    offset: int
    anchor: Anchor
    through: bool = False
    lead: Lead | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A relative time with its place in the text and the preposition before it."""

    start: int
    end: int
    when: Relative
    lead: Lead | None


_N = r"an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|\d{1,2}"
_UNIT = r"(?:calendar\s)?(?P<{0}unit>decade|year|month|week|day)"
_STOP = r"(?=\s*(?:[,.;:)—–]|$|\s(?:had|in)\b))"
_TIME = re.compile(
    r"(?<![\w-])(?:"
    rf"(?P<ago>(?P<ago_n>{_N})\s{_UNIT.format('ago_')}s?\sago)\b"
    rf"|(?P<apart>(?P<apart_n>{_N})\s{_UNIT.format('apart_')}s?\s"
    rf"(?P<apart_way>(?:earlier|previously|later|afterwards)\b(?!\sthan)|(?:before|after|prior){_STOP}))"
    rf"|(?P<beside>the\s{_UNIT.format('beside_')}\s(?P<beside_way>(?:earlier|later)\b(?!\sthan)|(?:before|after){_STOP}))"
    rf"|(?P<span>(?:the|these)\s(?P<span_way>past|last|next|coming|previous|preceding|following)\s"
    rf"(?:(?P<span_n>{_N})\s{_UNIT.format('span_')}s?)\b(?!\sof\b))"
    rf"|(?P<whole>the\s(?P<whole_way>past|last)\s{_UNIT.format('whole_')}\b(?!\sof\b))"
    rf"|(?P<named>(?:(?:later|earlier)\s)?(?P<named_way>the\sprevious|the\spreceding|the\sprior|the\sfollowing|the\snext"
    r"|the\ssame|(?:that|this)(?:\s(?:same|very))?|the\scurrent|the\scoming|last|next)\s"
    rf"{_UNIT.format('named_')})\b(?!\sof\b)"
    r"|(?P<then>at\s(?:the|that)\stime\b(?!\sof\b)|(?P<adverb>then)\b(?!-|\sagain))"
    r"|(?P<now>now(?!\sthat\b)|currently|presently|at\s(?:present|this\stime|the\smoment(?!\sof\b))|nowadays|(?:earlier\s)?today"
    r"|(?:earlier\s)?this\s(?:morning|afternoon|evening)|the\spresent)\b"
    r"|(?P<yesterday>yesterday)\b|(?P<tomorrow>tomorrow)\b"
    r"|(?P<thus_far>(?<!up\s)to\sdate(?!-)|(?:so|thus)\sfar(?!\sas\b|\sfrom\b|-)|to\sthis\sday)\b)",
    re.IGNORECASE,
)
_NOT_THEN = re.compile(r"(?:\b(?:and|but|or|it|they|he|she|who|which|if)\s|^|[.;:]\s)$", re.IGNORECASE)
_BACK = frozenset({"earlier", "previously", "before", "prior", "past", "last", "previous", "preceding"})
_DAYS = {"now": 0, "yesterday": -1, "tomorrow": 1}
_FIXED: dict[str, tuple[int, Anchor]] = {
    "the previous": (-1, "mentioned"),
    "the preceding": (-1, "mentioned"),
    "the prior": (-1, "mentioned"),
    "the following": (1, "mentioned"),
    "the next": (1, "mentioned"),
    "the same": (0, "mentioned"),
    "that": (0, "mentioned"),
    "this": (0, "document"),
    "the current": (0, "document"),
    "the coming": (1, "document"),
    "last": (-1, "document"),
    "next": (1, "document"),
}


def relative_times(text: str) -> Iterator[Told]:
    """Yield the relative times of a text, in order."""
    for match in _TIME.finditer(text):
        before = words_before(text, match.start())
        if (
            match["adverb"]
            and before.lead is None
            and _NOT_THEN.search(text[max(0, match.start() - 8) : match.start()])
        ):
            continue
        lead = "until" if match["thus_far"] else before.lead
        yield Told(before.start, match.end(), _relative(match, lead), lead)


def _relative(match: re.Match[str], lead: Lead | None) -> Relative:
    kind = next(k for k in _KINDS if match[k])
    bound = None if lead in {"in", "on"} else lead
    if kind == "then":
        return Relative("time", 0, "mentioned", lead=bound)
    if kind == "thus_far" or kind in _DAYS:
        return Relative("day", _DAYS.get(kind, 0), "document", lead=bound)
    unit, offset, anchor = _counted(match, kind)
    times = 10 if unit == "decade" else 1
    through = kind in {"span", "whole"}
    return Relative("year" if times == 10 else _unit(unit), times * offset, anchor, through, bound)


_KINDS = ("ago", "apart", "beside", "span", "whole", "named", "then", "now", "yesterday", "tomorrow", "thus_far")


def _counted(match: re.Match[str], kind: str) -> tuple[str, int, Anchor]:
    unit = match[f"{kind}_unit"].lower()
    if kind == "ago":
        return unit, -_count(match["ago_n"]), "document"
    way = match[f"{kind}_way"].lower()
    if kind == "named":
        return unit, *_FIXED[way.removesuffix(" same").removesuffix(" very") if way != "the same" else way]
    number = _count(match[f"{kind}_n"]) if kind in {"apart", "span"} else 1
    anchor: Anchor = "document" if way in {"past", "last", "next", "coming"} else "mentioned"
    return unit, -number if way in _BACK else number, anchor


def _count(written: str) -> int:
    return int(written) if written.isdigit() else cardinal_value(written)


def _unit(written: str) -> Unit:
    units: dict[str, Unit] = {"year": "year", "month": "month", "week": "week", "day": "day"}
    return units[written]
