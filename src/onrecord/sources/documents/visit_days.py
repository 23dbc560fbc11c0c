"""The days of a visit as tables print them: a day, days of a month, a month, a year, or a beginning and an end."""

import calendar
import re
from datetime import date

_MONTHS = {name[:3].casefold(): number for number, name in enumerate(calendar.month_name) if name}
_DAY = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4})")
_NUMERIC = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_SAME_MONTH = re.compile(
    r"(?P<first>\d{1,2})(?:st|nd|rd|th)?\s*(?:-|–|—|to|until|and)\s*(?P<rest>\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{4})"
)
_SAME_YEAR = re.compile(
    r"(?P<first>\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9})\.?\s*(?:-|–|—|to|until)\s*(?P<rest>\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{4})"
)
_BETWEEN = re.compile(r"\s*(?:-|–|—|\bto\b|\buntil\b)\s*(?=\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z])")
_VAGUE = re.compile(
    r"(?:(?:in|early|mid|late|end of|beginning of|(?:first|second) half of|(?:first|last) quarter of)[\s-]*){0,3}"
    r"(?:[A-Za-z]{3,9}\.?(?:\s*(?:-|–|—|/|or|to)\s*[A-Za-z]{3,9}\.?)?,?\s+)?\d{4}(?:\s*(?:-|–|—|/)\s*\d{4})?"
    r"|t\.?b\.?[cda]\.?|(?:dates? )?to be (?:determined|confirmed|decided|agreed)",
    re.I,
)


def one_day(text: str) -> date | None:
    """Return the day a text names, in words or as 2014-05-12, or None; a day of no calendar is none."""
    words = " ".join(text.split())
    match = _NUMERIC.fullmatch(words) or _DAY.fullmatch(words)
    if match is None:
        return None
    written = match["month"]
    month = int(written) if written.isdigit() else _MONTHS.get(written[:3].casefold(), 0)
    if not written.isdigit() and not calendar.month_name[month].casefold().startswith(written.casefold()):
        month = 9 if written.casefold() == "sept" else 0
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def days(when: str | None, first: str | None, last: str | None) -> tuple[date | None, date | None, tuple[str, ...]]:
    """Return the first and last day that are printed, and the texts that are neither days nor known to be vague."""
    odd: list[str] = []
    began, ended = _between(when or "")
    if when and began is None and not _VAGUE.fullmatch(" ".join(when.split())):
        odd.append(when)
    for at, text in enumerate((first, last)):
        day = one_day(text) if text else None
        if text and day is None and not _VAGUE.fullmatch(" ".join(text.split())):
            odd.append(text)
        if day is not None:
            began, ended = (day, ended) if at == 0 else (began, day)
    if began is not None and ended is not None and began > ended:
        odd.append(f"{began} to {ended}")
        return None, None, tuple(odd)
    return began, ended, tuple(odd)


def _between(text: str) -> tuple[date | None, date | None]:
    words = " ".join(text.split()).strip("()")
    if match := _SAME_MONTH.fullmatch(words):
        month_and_year = match["rest"].split(None, 1)[1]
        return _both(f"{match['first']} {month_and_year}", match["rest"])
    if match := _SAME_YEAR.fullmatch(words):
        return _both(f"{match['first']} {match['rest'].split()[-1]}", match["rest"])
    parts = _BETWEEN.split(words)
    if len(parts) == 2:
        return _both(parts[0], parts[1])
    day = one_day(words)
    return day, day


def _both(first: str, last: str) -> tuple[date | None, date | None]:
    began, ended = one_day(first), one_day(last)
    return (began, ended) if began is not None and ended is not None else (None, None)
