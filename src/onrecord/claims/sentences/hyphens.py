"""Words that the end of a line divides: whether their hyphen is their own or the line's."""

import re
from collections.abc import Container
from functools import cache

from onrecord.claims.lexicon import table

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DIVIDED = re.compile(r"(?<![^\W_])[^\W\d_]+[-\xad][ \t]*\r?\n\s*[^\W_]+")


def known_words(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, those left out that the end of a line divides."""
    return frozenset(m[0].casefold() for m in _WORD.finditer(_DIVIDED.sub(" ", text)))


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
    return one in known or two in known


@cache
def _compounds() -> frozenset[str]:
    return frozenset(table("sentences")["compounds"])
