"""Whether a subject in the record holds the words by which a sentence names it."""

import re
from collections.abc import Iterable, Sequence

from onrecord.claims.lexicon import key_of
from onrecord.claims.typed import Topic
from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.periods import Period

_LIGHT = frozenset(
    [
        "human",
        "right",
        "rights",
        "situation",
        "the",
        "of",
        "and",
        "in",
        "on",
        "to",
        "for",
        "a",
        "an",
        "its",
        "their",
        "by",
        "with",
        "at",
        "from",
        "as",
        "geneva",
        "palais",
        "nations",
        "un",
        "united",
        "new",
        "york",
        "deteriorating",
        "grave",
        "serious",
        "ongoing",
        "recent",
        "crisis",
        "question",
        "issue",
        "matter",
        "council",
        "special",
        "emergency",
        "urgent",
        "abuses",
        "violations",
        "committed",
        "joint",
        "cross",
        "regional",
        "which",
        "that",
        "country",
        "countries",
        "states",
        "state",
        "group",
        "world",
    ]
)
_ENDING = re.compile(r"(?<=\w{4})(ations?|ings?|ed|ies|es|s|e|y|ions?|al)$")


def stem(word: str) -> str:
    """Return a word without its ending."""
    return _ENDING.sub("", key_of(word))


def content(words: Iterable[str]) -> list[str]:
    """Return the stems of the words that say something."""
    return [stem(word) for word in words if key_of(word) not in _LIGHT]


def holds_words(text: str, words: Sequence[str]) -> bool:
    """Return whether a text has every word that says something; true where none does."""
    held = {stem(word) for word in re.findall(r"\w+", text)}
    return all(word in held for word in content(words))


def holds_exactly(text: str, quoted: str) -> bool:
    """Return whether a quotation is the text itself, marks and case aside."""
    return re.findall(r"\w+", key_of(text)) == re.findall(r"\w+", key_of(quoted))


def holds_title(text: str, title: Sequence[str]) -> bool:
    """Return whether a text has one of the parts by which a situation is narrowed; true where it is not."""
    bare = key_of(text)
    return not title or any(key_of(part) in bare for part in title)


def concerns(situation: str | None, text: str, topic: Topic) -> bool:
    """Return whether something on a situation is on a topic; Israel is the situation of the occupied territories."""
    if topic.subject == "ISR":
        return situation == "PSE" or "israel" in key_of(text)
    return situation == topic.subject


def days_of(written: PartialDate) -> Period:
    """Return the days that a date in the record may mean."""
    return Period(written.first, written.last)
