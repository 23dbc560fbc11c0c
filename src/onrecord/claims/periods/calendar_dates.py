"""Dates as they are written in a sentence, before the words around them are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from onrecord.vocabulary.periods import MONTHS, Period


@dataclass(frozen=True, slots=True)
class Stamp:
    """A year, a month or a day as far as it is written; ``years`` is how many years it takes in, 10 for a decade."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    years: int = 1

    @property
    def period(self) -> Period | None:
        """The days it stands for; None without a year and for a day that is not in the calendar."""
        if self.year is None:
            return None
        if self.month is None:
            return Period(date(self.year, 1, 1), date(self.year + self.years - 1, 12, 31))
        if self.day is None:
            return Period.month_of(self.year, self.month)
        try:
            return Period.day_of(date(self.year, self.month, self.day))
        except ValueError:
            return None

    def in_year(self, year: int | None) -> "Stamp":
        """Return the same month or day in a year."""
        return replace(self, year=year)


@dataclass(frozen=True, slots=True)
class Written:
    """A date or a span of dates with its place in the text.

    ``article`` says whether "the" belongs to it ("the 2010s", "the 28th of March"), ``cut`` where the first of two
    days ends and the words of the second begin.
    """

    start: int
    end: int
    first: Stamp
    last: Stamp
    article: bool = False
    cut: tuple[int, int] = (0, 0)


_SHORT = {"Sept": 9} | {name[:3]: i for i, name in enumerate(MONTHS, 1)}
_MONTHS = {name: i for i, name in enumerate(MONTHS, 1)} | _SHORT
_MONTHS |= {name.upper(): i for name, i in _MONTHS.items()}
_M = rf"(?:(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})(?![^\W\d_])\.?)"
_Y = r"(?:19(?:4[5-9]|[5-9]\d)|20\d\d)"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%])"
_TO_DAY = r"\s?[-–]\s?|\sto\s|\sand\s|\sor\s|\s&\s|\suntil\s|\sthrough\s"
_DAY_FREE = r"(?<![\w/.:$€£¤-])(?<!\d[,–])"
_CLOSED = r"(?![\w/¤])(?!\.\d{3})(?!,\d{3}(?!\d))"
_YEAR_FREE = (
    r"(?<![\w/.$€£¤#])(?<!\d[-–,])"
    r"(?:(?<![^\W\d_]-)|(?<=[Mm]id-)|(?<=[Ll]ate-)|(?<=[Ee]arly-)|(?<=[Pp]re-)|(?<=[Pp]ost-))"
)
_DATE = re.compile(
    rf"(?=[\dA-Z])(?:(?P<iso>(?<![\w/.-])(?P<iy>{_Y})-(?P<im>0[1-9]|1[0-2])-(?P<id>\d\d)(?![\w/-]))"
    rf"|(?P<dotted>(?<![\w/.-])(?P<dd>\d\d?)\.(?P<dm>0?[1-9]|1[0-2])\.(?P<dy>{_Y}){_CLOSED})"
    rf"|(?P<dmy>{_DAY_FREE}(?P<a1>{_D})(?:(?P<asep>{_TO_DAY})(?P<a2>{_D}))?(?P<aof>\sof\s|\s|-)(?P<am>{_M})"
    rf"(?:(?:,?\s|\sof\s|-)(?P<ay>{_Y}){_CLOSED})?(?!\w))"
    rf"|(?P<mdy>(?<![\w/.-])(?P<bm>{_M})\s(?:the\s)?(?P<b1>{_D})(?!,\d{{3}}|\.\d)(?:(?P<bsep>{_TO_DAY})(?P<b2>{_D}))?"
    rf"(?:,?\s(?P<by>{_Y}){_CLOSED})?(?![\w/]))"
    rf"|(?P<my>(?<![\w/.])(?P<cm>{_M})(?:(?:,?\s|\sof\s|-)(?P<cy>{_Y}){_CLOSED})?(?!\w))"
    rf"|(?P<yy>{_YEAR_FREE}(?P<e1>{_Y})(?P<esep>\s?[–-]\s?|/)(?P<e2>{_Y}|\d\d)(?![\w/¤-]))"
    rf"|(?P<decade>(?<![\w/.-])(?P<f>(?:19|20)\d0)s\b)"
    rf"|(?P<y>{_YEAR_FREE}(?P<g>{_Y}){_CLOSED}(?![–-]\d)(?!\s?(?:%|per\s?cent))))"
)
_NO_YEAR_BEFORE = re.compile(
    r"\b(?:resolutions?|(?:UN)?SCR|articles?|nos?|numbers?|rules?|paragraphs?|paras?|pages?|pp?|items?|vol|volume"
    r"|issue|section|room|box|more\sthan|less\sthan|fewer\sthan|nearly|almost|approximately|roughly|total\sof)[.:]?\s$",
    re.IGNORECASE,
)
_MANY_BEFORE = re.compile(r"\b(?:over|some|around|about|least)\s$", re.IGNORECASE)
_MONTH_BEFORE = re.compile(
    rf"(?:\b(?:(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter|[Dd]uring|[Ff]rom|[Bb]etween|of|the|[Ll]ast|[Tt]his"
    rf"|early|late|mid)|{_M}(?:,|\sand|\sto))|['’]s)[\s-]$"
)
_NOT_PAST_BEFORE = re.compile(r"\b(?:next|coming|every|each)\s$", re.IGNORECASE)
_NAMES_TOO = frozenset({"May", "March", "MAY", "MARCH"})
_LOOK_BACK = 24


def calendar_dates(text: str) -> tuple[Written, ...]:
    """Return the dates written in a text, in order; years are those from 1945 to 2099.

    A four-figure number is a year unless it has a currency sign, a comma or a slash, or stands behind "resolution",
    "page", "more than" and the like; "2014 votes" is read as a year.
    """
    return tuple(written for match in _DATE.finditer(text) for written in _read(match))


def _read(match: re.Match[str]) -> Iterator[Written]:
    before = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
    match match.lastgroup:
        case "dmy":
            yield from _days(match, ("a1", "asep", "a2"), _month(match["am"]), _year(match["ay"]))
        case "mdy":
            yield from _days(match, ("b1", "bsep", "b2"), _month(match["bm"]), _year(match["by"]))
        case "my" if match["cy"] or _is_month(match["cm"], before):
            yield _written(match, Stamp(_year(match["cy"]), _month(match["cm"])))
        case "yy":
            yield from _years(match)
        case "y" if not _NO_YEAR_BEFORE.search(before) and not (_MANY_BEFORE.search(before) and match["g"][2:] == "00"):
            yield _written(match, Stamp(int(match["g"])))
        case "decade":
            yield _written(match, Stamp(int(match["f"]), years=10), article=True)
        case "iso" | "dotted":
            yield from _figures(match)


def _figures(match: re.Match[str]) -> Iterator[Written]:
    year, month, day = (
        (match["iy"], match["im"], match["id"]) if match["iso"] else (match["dy"], match["dm"], match["dd"])
    )
    stamp = Stamp(int(year), int(month), int(day))
    if stamp.period:
        yield _written(match, stamp)


def _written(match: re.Match[str], first: Stamp, last: Stamp | None = None, article: bool = False) -> Written:
    return Written(match.start(), match.end(), first, last or first, article)


def _days(match: re.Match[str], groups: tuple[str, str, str], month: int, year: int | None) -> Iterator[Written]:
    """Yield a day of a month, the days from one to another, or two days apart ("12 and 28 March")."""
    first, joined, last = (match[g] for g in groups)
    article = not first.isdigit() and bool(match["aof"])
    stamps = [Stamp(year, month, _figure(d)) for d in (first, last) if d]
    if not all(s.in_year(year or 2000).period for s in stamps):
        return
    if len(stamps) == 1:
        yield _written(match, stamps[0], article=article)
    elif _figure(first) < _figure(last) and (joined.strip() not in {"and", "or", "&"} or _is_span(match, first, last)):
        cut = match.end(groups[0]), match.end(groups[0]) + len(joined) - len(joined.lstrip())
        yield Written(match.start(), match.end(), stamps[0], stamps[1], article, cut)
    else:
        yield Written(match.start(), match.end(groups[0]), stamps[0], stamps[0], article)
        yield Written(match.start(groups[2]), match.end(), stamps[1], stamps[1])


def _is_span(match: re.Match[str], first: str, last: str) -> bool:
    between = match.string[max(0, match.start() - 8) : match.start()].lower().endswith("between ")
    return between or _figure(first) + 1 == _figure(last)


def _years(match: re.Match[str]) -> Iterator[Written]:
    first, second = int(match["e1"]), match["e2"]
    last = int(second) if len(second) == 4 else first - first % 100 + int(second)
    if first < last:
        yield _written(match, Stamp(first), Stamp(last))
    elif match["esep"] == "-" and len(second) == 2 and 1 <= int(second) <= 12:
        yield _written(match, Stamp(first, int(second)))


def _figure(day: str) -> int:
    return int(day.rstrip("stndrh"))


def _year(written: str | None) -> int | None:
    return int(written) if written else None


def _month(written: str) -> int:
    return _MONTHS[written.rstrip(".")]


def _is_month(written: str, before: str) -> bool:
    """Return whether a month's name alone is meant as one: "March" and "May" are words of their own."""
    name = written.rstrip(".")
    whole = name.capitalize() in MONTHS
    if not whole or _NOT_PAST_BEFORE.search(before):
        return False
    return name not in _NAMES_TOO or bool(_MONTH_BEFORE.search(before))
