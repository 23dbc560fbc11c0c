"""Whether a title has the words of another: a named way to find texts on the same matter, to be read by eye."""

import re

STEM = 6
"""Letters by which a word is known: "elimination" and "eliminating" are one."""

AT_LEAST = 3
"""Fewer known words than these say nothing."""

_WORD = re.compile(r"[^\W\d_]+")


def known_words(title: str) -> frozenset[str]:
    """Return the first six letters of every word of a title that has six or more."""
    return frozenset(word[:STEM] for word in _WORD.findall(title.casefold()) if len(word) >= STEM)


def has_words_of(title: str, other: str) -> bool:
    """Return whether ``title`` has all the known words of ``other``, which must have three or more.

    It finds candidates and proves nothing: a text under another title is missed, and a shared title is not a shared
    matter. ``other`` is the shorter, asked-for title.
    """
    wanted = known_words(other)
    return len(wanted) >= AT_LEAST and wanted <= known_words(title)
