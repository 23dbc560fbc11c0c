"""Whether the words of a commitment in a sentence are those of a clause in the record, written in other words."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.claims.lexicon import key_of, table, tokens
from onrecord.claims.matching import WordList

_CODE = re.compile(r"\b(?:[A-Z]{3,}(?:-[A-Z0-9]+)*)\b")

_IDLE = "idle"
"""Words together that add nothing, where each of them alone would."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a commitment is about: the things it names, and the words that make it weaker."""

    things: frozenset[str]
    weaker: frozenset[str]


@cache
def _same() -> WordList:
    return WordList((form, name) for name, forms in table("pledge_words")["same"].items() for form in forms)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(key_of(word) for word in table("pledge_words")[name])


@lru_cache(maxsize=4096)
def content_of(words: str, codes: tuple[str, ...] = ()) -> Content:
    """Return what a commitment's words are about; treaties count by their codes."""
    bare = re.sub(r"\([^)]*(?:\)|$)|[“”\"]", " ", words)
    found = {code for code in _CODE.findall(bare) if code not in {"UPR", "HRC", "UNHRC"}} | set(codes)
    rest = list(_CODE.sub(lambda m: m[0] if m[0] in {"UPR", "HRC", "UNHRC"} else " ", bare))
    text = "".join(rest)
    for match in _same().find(text):
        if match.value != _IDLE:
            found.add(match.value)
        rest[match.start : match.end] = " " * (match.end - match.start)
    left = {t.key for t in tokens("".join(rest)) if t.text[0].isalnum()}
    weak = {w for w in (t.key for t in tokens(text)) if w in _listed("weaker")} | ({"gradual"} & found)
    stems = {_stem(w) for w in left if w not in _listed("light") and w not in _listed("weaker") and not w.isdigit()}
    return Content(frozenset(found | stems), frozenset(_stem(w) for w in weak))


def _stem(word: str) -> str:
    return re.sub(r"(?<=\w{4})(ings?|ed|ies|es|s|e|y|ions?|al|ly)$", "", word)


def says(claimed: Content, known: Content) -> bool:
    """Return whether a clause says what is claimed: all that is named is in it, and nothing in it weakens it more."""
    return bool(claimed.things) and claimed.things <= known.things and known.weaker <= claimed.weaker
