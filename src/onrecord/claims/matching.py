"""Finds the phrases of a word list in a sentence, wherever they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.claims.lexicon import Phrases, expand, tokens


@dataclass(frozen=True, slots=True)
class Match:
    """One phrase found, with its place in the sentence's text and what it stands for."""

    start: int
    end: int
    text: str
    value: Any


class WordList:
    """Phrases with their values, for finding all of them in a sentence."""

    def __init__(self, forms: Iterable[tuple[str, Any]]) -> None:
        """Take forms as the lexicon writes them, each with its value."""
        self._phrases = Phrases()
        for form, value in forms:
            for words in expand(form):
                if words:
                    self._phrases.add(words, value)

    def find(self, text: str) -> Iterator[Match]:
        """Yield the phrases found, longest first at each place, none overlapping."""
        words = tokens(text)
        at = 0
        while at < len(words):
            taken, values = self._phrases.longest(words, at)
            if taken:
                start, end = words[at].start, words[at + taken - 1].end
                yield Match(start, end, text[start:end], values[0])
            at += taken or 1
