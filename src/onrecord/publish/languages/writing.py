"""How days, lists and shares are written in the language spoken; in English as the United Nations write them."""

from collections.abc import Iterable
from datetime import date

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from onrecord.claims import naming
from onrecord.publish.languages.language import Language, spoken


def day(value: date) -> str:
    """Return a day: 28 March 2014, 28 mars 2014, 28 марта 2014 г."""
    if spoken() is Language.EN:
        return naming.day(value)
    written = format_date(value, "long", locale=spoken().value)
    return f"1er{written[1:]}" if spoken() is Language.FR and value.day == 1 else written


def month(value: date) -> str:
    """Return a month: March 2014, mars 2014, март 2014 г."""
    return f"{value:%B %Y}" if spoken() is Language.EN else format_skeleton("yMMMM", value, locale=spoken().value)


def joined(words: Iterable[str]) -> str:
    """Return words as a list in a sentence: a, b and c; a, b et c."""
    return naming.joined(words) if spoken() is Language.EN else format_list(list(words), locale=spoken().value)


def number(value: int) -> str:
    """Return a whole number with its thousands apart: 1,054; 1 054."""
    return f"{value:,}" if spoken() is Language.EN else format_decimal(value, locale=spoken().value)


def or_none(value: int) -> str:
    """Return a number, in English "none" for zero; elsewhere that word would have to agree with what is counted."""
    return str(value) if value or spoken() is not Language.EN else "none"
