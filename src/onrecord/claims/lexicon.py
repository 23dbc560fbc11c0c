"""The words that claims are made of, read from the TOML files beside this module.

A form is lower-case words. ``<vote>`` stands for every form of a verb, ``word*`` for any ending, ``(the)`` for a
word that may be missing, ``a|b`` for either. Each form carries the tag of its place: ``[v.vote] yes = [...]``
gives the tag ``v.vote.yes``; tags in ``v.`` are predicates, in ``n.`` nouns, in ``q.`` quantifiers.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import Any

_TOKEN = re.compile(r"\w+(?:['’ʼ]\w+)*|[^\w\s]")
_POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s$|(?<=s)['’ʼ]$")
_APOSTROPHE = re.compile(r"['’ʼ‘`]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark of a sentence: how it is written, its key for comparing, its place."""

    text: str
    key: str
    start: int
    end: int


@lru_cache(maxsize=32_768)
def key_of(word: str) -> str:
    """Return a word without case, diacritics and apostrophes."""
    bare = word.casefold()
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return _APOSTROPHE.sub("", bare) or word


def tokens(text: str) -> list[Token]:
    """Return the words and marks of a text; a possessive ending is a token of its own."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word, start = match[0], match.start()
        ending = _POSSESSIVE.search(word)
        if ending and ending.start():
            head = word[: ending.start()]
            found.append(Token(head, key_of(head), start, start + len(head)))
            found.append(Token(ending[0], "'s", start + len(head), match.end()))
        else:
            found.append(Token(word, key_of(word), start, match.end()))
    return found


@dataclass(slots=True)
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    prefixes: list[tuple[str, "_Node"]] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)


class Phrases:
    """Word sequences with what they stand for; finds the longest that begins at a place."""

    def __init__(self) -> None:
        """Begin with none."""
        self._root = _Node()

    def add(self, words: Sequence[str], value: Any) -> None:
        """Add one sequence of keys; ``word*`` fits any word that begins so."""
        node = self._root
        for word in words:
            if word.endswith("*"):
                stem = word[:-1]
                known = next((n for s, n in node.prefixes if s == stem), None)
                if known is None:
                    known = _Node()
                    node.prefixes.append((stem, known))
                node = known
            else:
                node = node.next.setdefault(word, _Node())
        if value not in node.values:
            node.values.append(value)

    def longest(self, words: Sequence[Token], at: int) -> tuple[int, list[Any]]:
        """Return how many tokens the longest sequence from ``at`` takes, and what it stands for."""
        best: tuple[int, list[Any]] = (0, [])
        stack = [(self._root, at)]
        while stack:
            node, here = stack.pop()
            if node.values and here - at >= best[0]:
                best = (here - at, node.values if here - at > best[0] else [*best[1], *node.values])
            if here < len(words):
                key = words[here].key
                if key in node.next:
                    stack.append((node.next[key], here + 1))
                stack += [(n, here + 1) for stem, n in node.prefixes if key.startswith(stem)]
        return best


_ALTERNATIVE = re.compile(r"\(([^)]*)\)|<(\w+)>|(\S+)")


def expand(form: str) -> Iterator[tuple[str, ...]]:
    """Yield every sequence of keys that a form of the lexicon stands for."""
    choices = [[_keys(part) for part in _choices(match)] for match in _ALTERNATIVE.finditer(form)]
    for chosen in product(*choices):
        yield tuple(key for keys in chosen for key in keys)


def _choices(match: re.Match[str]) -> list[str]:
    optional, verb, word = match.groups()
    if optional is not None:
        return ["", *optional.split("|")]
    return list(inflected(verb)) if verb else word.split("|")


@cache
def _keys(part: str) -> tuple[str, ...]:
    words: list[str] = []
    for word in part.split():
        if word.endswith("*"):
            stem = tokens(word[:-1])
            words += [t.key for t in stem[:-1]] + [stem[-1].key + "*"]
        else:
            words += [t.key for t in tokens(word)]
    return tuple(words)


@cache
def inflected(verb: str) -> tuple[str, ...]:
    """Return the forms of a verb: vote, votes, voted, voting."""
    irregular = _read("verbs")["irregular"].get(verb)
    past = irregular or [f"{verb}d" if verb.endswith("e") else _past(verb)]
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    doubled = _read("verbs")["doubled"]
    gerund = f"{verb}{verb[-1]}ing" if verb in doubled else f"{stem}ing"
    return tuple(dict.fromkeys((verb, _third(verb), *past, gerund)))


def _past(verb: str) -> str:
    if verb in _read("verbs")["doubled"]:
        return f"{verb}{verb[-1]}ed"
    return f"{verb[:-1]}ied" if re.search(r"[^aeiou]y$", verb) else f"{verb}ed"


def _third(verb: str) -> str:
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if re.search(r"(s|x|z|ch|sh|o)$", verb) else f"{verb}s"


@cache
def _read(name: str) -> Mapping[str, Any]:
    text = (files("onrecord.claims") / "lexicon" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def table(name: str) -> Mapping[str, Any]:
    """Return one file of the lexicon as it stands."""
    return _read(name)


def tagged_forms() -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every word sequence of the files in ``lexicon/words`` with its tag."""
    folder = files("onrecord.claims") / "lexicon" / "words"
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        for tag, forms in _leaves(tomllib.loads(file.read_text(encoding="utf-8"))):
            for form in forms:
                for words in expand(form):
                    yield words, tag


def _leaves(entry: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Iterable[str]]]:
    for name, inner in entry.items():
        tag = f"{path}.{name}" if path else name
        if isinstance(inner, Mapping):
            yield from _leaves(inner, tag)
        else:
            yield tag, inner
