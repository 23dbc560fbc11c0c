"""Gives a sentence's stretches the tags of one file of the lexicon also where a longer stretch of another took them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from onrecord.claims.lexicon import Phrases, Token, expand, table, tokens
from onrecord.claims.mentions import Kind, Linked, Mention

_NOT = frozenset({"not", "never", "neither", "nor", "no", "without"})
_DENIED = {"join": "refuse", "ask": "refuse", "begin": "refuse"}


def with_own_words(linked: Linked, file: str, *places: str) -> Linked:
    """Return a sentence whose mentions also bear the tags of a file under these places.

    "was signed by" may be another relation's phrase; its end, "signed by", is ours. A "not" within such a stretch
    turns joining into staying away.
    """
    own = _phrases(file, places)
    return Linked(linked.text, tuple(_tagged(m, own) for m in linked.mentions))


def _tagged(mention: Mention, own: Phrases) -> Mention:
    if mention.kind not in {Kind.PHRASE, Kind.WORD}:
        return mention
    words = tokens(mention.text)
    if len(words) > 1 and words[-1].key == "by":
        return _tagged_as(mention, words, own) or _tagged_as(mention, words[:-1], own) or mention
    return _tagged_as(mention, words, own) or mention


def _tagged_as(mention: Mention, words: Sequence[Token], own: Phrases) -> Mention | None:
    denied = any(w.key in _NOT for w in words)
    found: set[str] = set()
    for at in range(len(words)):
        taken, tags = own.longest(words, at)
        if taken and at + taken == len(words):
            found |= {_turned(tag) if denied and at else tag for tag in tags}
            break
    return replace(mention, tags=mention.tags | found) if found else None


def _turned(tag: str) -> str:
    head, _, last = tag.rpartition(".")
    return f"{head}.{_DENIED.get(last, last)}"


@cache
def _phrases(file: str, places: tuple[str, ...]) -> Phrases:
    phrases = Phrases()
    for tag, forms in _leaves(table(f"words/{file}")):
        if any(tag == p or tag.startswith(f"{p}.") for p in places):
            for form in forms:
                for words in expand(form):
                    if words:
                        phrases.add(words, tag)
    return phrases


def _leaves(entry: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, list[str]]]:
    for name, inner in entry.items():
        tag = f"{path}.{name}" if path else name
        if isinstance(inner, Mapping):
            yield from _leaves(inner, tag)
        else:
            yield tag, inner
