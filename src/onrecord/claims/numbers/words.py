"""Numbers written in words: the patterns that find them and what they come to."""

import re
from collections.abc import Iterable


def _in_order(words: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + step * i for i, word in enumerate(words.split())}


_UNITS = _in_order("one two three four five six seven eight nine", 1)
_TEENS = _in_order("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10)
_TENS = _in_order("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
"""What the words that multiply come to."""

_ORDINAL_UNITS = _in_order("first second third fourth fifth sixth seventh eighth ninth", 1)
_ORDINAL_TEENS = _in_order(
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 10
)
_ORDINAL_TENS = {f"{word[:-1]}ieth": value for word, value in _TENS.items()}
_VALUES = {"a": 1, "an": 1, "zero": 0, **_UNITS, **_TEENS, **_TENS}
_ORDINALS = {**_ORDINAL_UNITS, **_ORDINAL_TEENS, **_ORDINAL_TENS, "hundredth": 100, "thousandth": 1000}
_PART = {"half": 2, "quarter": 4} | {w: n for w, n in {**_ORDINAL_UNITS, **_ORDINAL_TEENS}.items() if 3 <= n <= 12}
_PARTS = {"halves": 2} | {f"{word}s": value for word, value in _PART.items() if word != "half"}


def _any_of(words: Iterable[str]) -> str:
    # The longer word first, so that "sixteen" is not read as "six".
    return "|".join(sorted(words, key=len, reverse=True))


_JOIN = r"[-‑\s]"
_SMALL = rf"(?:(?:{_any_of(_TENS)})(?:{_JOIN}(?:{_any_of(_UNITS)}))?|{_any_of(_TEENS)}|{_any_of(_UNITS)})\b"
_NO_SCALE = r"(?!\s(?:hundred|thousand|million|billion)\b)"
_HUNDREDS = rf"(?:{_SMALL}|a){_JOIN}hundred\b(?:\s(?:and\s)?{_SMALL}{_NO_SCALE})?"
_THOUSANDS = rf"(?:{_HUNDREDS}|{_SMALL}|a){_JOIN}thousand\b(?:,?\s(?:and\s)?(?:{_HUNDREDS}|{_SMALL}){_NO_SCALE})?"
CARDINAL = (
    rf"(?:half{_JOIN}a{_JOIN}|a{_JOIN}half{_JOIN}|(?:{_SMALL}|a){_JOIN})dozen\b"
    rf"|{_THOUSANDS}|{_HUNDREDS}|{_SMALL}|a{_JOIN}[mb]illion\b|zero\b"
)
"""Matches a whole number in words, the longest reading of it."""

_ORDINAL_END = rf"(?:(?:{_any_of(_TENS)}){_JOIN}(?:{_any_of(_ORDINAL_UNITS)})|{_any_of(_ORDINALS)})\b"
ORDINAL = rf"(?:(?:{_SMALL}|a){_JOIN}hundred\s(?:and\s)?)?{_ORDINAL_END}"
"""Matches a place in an order in words."""

FRACTION = rf"(?:{_SMALL}{_JOIN}(?:{_any_of(_PARTS)})|(?:one{_JOIN}|an?\s)(?:{_any_of(_PART)})\b(?!-))\b"
"""Matches "two thirds" and "a quarter", and "a third", which may be a place in an order."""

_WORD = re.compile(r"[^\W\d_]+")


def cardinal_value(written: str) -> int:
    """Return the number that words come to: 183 for "one hundred and eighty-three"."""
    words = [w for w in _WORD.findall(written.lower()) if w != "and"]
    if "half" in words:
        return 6
    total, current = 0, 0
    for word in words:
        if word in SCALES:
            current = max(current, 1) * SCALES[word]
            total, current = (total + current, 0) if word != "hundred" else (total, current)
        else:
            current += _VALUES[word]
    return total + current


def ordinal_value(written: str) -> int:
    """Return the place that words come to: 28 for "twenty-eighth"."""
    words = [w for w in _WORD.findall(written.lower()) if w != "and"]
    return cardinal_value(" ".join(words[:-1])) + _ORDINALS[words[-1]]


def fraction_value(written: str) -> tuple[int, int]:
    """Return how many parts of how many: 2 and 3 for "two thirds"."""
    words = _WORD.findall(written.lower())
    return cardinal_value(" ".join(words[:-1])), {**_PART, **_PARTS}[words[-1]]
