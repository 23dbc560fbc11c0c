"""How sentences name states, situations, days and lists, when the record writes them."""

from collections.abc import Iterable
from datetime import date

from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.states import in_running_text


def state_name(record: Record, iso3: str, on: date | None = None) -> str:
    """Return a state's name within a sentence."""
    return in_running_text(record.gazetteer.name(iso3, on))


def day(value: date) -> str:
    """Return a date as the UN writes it: 28 March 2014."""
    return f"{value.day} {value:%B %Y}"


def joined(words: Iterable[str]) -> str:
    """Return words as a list in a sentence: a, b and c."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def capital(words: str) -> str:
    """Return words with a capital first letter."""
    return words[:1].upper() + words[1:]


def many(n: int, noun: str) -> str:
    """Return a number with its noun in the right number."""
    return f"{n} {noun}{'s' * (n != 1)}"


def when(period: Period | None) -> str:
    """Return a period within a sentence, with a blank before it; nothing where there is none."""
    return f" {period.words}" if period else ""
