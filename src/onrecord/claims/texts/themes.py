"""Whether a text's title is on a theme: the theme's words in it, under any of their forms."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from onrecord.claims.lexicon import key_of, table

_ENDING = re.compile(r"(?<=\w{4})(ations?|ings?|ed|ies|es|s|e|y|ions?|al|ary)$")
_WORD = re.compile(r"[^\W\d_]+")


def theme_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words that tell a theme, each under one form; none where all are words that any title has."""
    return tuple(
        dict.fromkeys(_known(word) for text in words for word in _WORD.findall(text) if key_of(word) not in _light())
    )


def on_theme(title: str, words: Sequence[str]) -> bool:
    """Return whether a title has every word that tells the theme; false where no word does."""
    wanted = theme_words(words)
    return bool(wanted) and set(wanted) <= _held(title)


def near_theme(title: str, words: Sequence[str]) -> bool:
    """Return whether a title has the theme's words close together, so that it is on the theme and not beside it."""
    wanted = set(theme_words(words))
    if not wanted:
        return False
    ordered = [_known(word) for word in _WORD.findall(title) if key_of(word) not in _light()]
    reach = len(wanted) + (len(wanted) > 2)
    return any(wanted <= set(ordered[at : at + reach]) for at in range(len(ordered)))


@lru_cache(maxsize=8192)
def _held(title: str) -> frozenset[str]:
    return frozenset(_known(word) for word in _WORD.findall(title))


def _known(word: str) -> str:
    key = key_of(word)
    return _same().get(key) or _same().get(_stem(key)) or _stem(key)


def _stem(key: str) -> str:
    return _ENDING.sub("", key)


@cache
def _same() -> dict[str, str]:
    return {form: group[0] for group in table("themes")["same"] for word in group for form in (word, _stem(word))}


@cache
def _light() -> frozenset[str]:
    return frozenset(table("themes")["light"])
