"""Words that the end of a line divides: whether their hyphen is their own or the line's."""

import re
from collections.abc import Container
from functools import cache

from onrecord.claims.lexicon import table

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST = 3


def known_words(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, without those that touch the end of a line by a hyphen."""
    return frozenset(m[0].casefold() for m in _WORD.finditer(text))


def keeps_hyphen(left: str, right: str, known: Container[str]) -> bool:
    """Return whether ``left-`` at a line's end and ``right`` in the next are written with the hyphen.

    The document's own words decide; where they do not, the hyphen goes only if neither part is a word in it.
    """
    one, two = left.casefold().rsplit("-", 1)[-1], right.casefold().split("-", 1)[0]
    if not one.isalpha() or not two.isalpha() or not right[0].islower() or "-" in left:
        return True
    if one + two in known:
        return f"{one}-{two}" in known
    if f"{one}-{two}" in known or one in _compounds():
        return True
    return min(len(one), len(two)) >= _SHORTEST - 1 and (one in known or two in known)


@cache
def _compounds() -> frozenset[str]:
    return frozenset(table("sentences")["compounds"])
