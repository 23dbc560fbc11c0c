"""What the words of a sentence stand for: one mention for each stretch, in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any


class Kind(StrEnum):
    """What a stretch of a sentence is."""

    STATE = "state"
    GROUP = "group"
    SUBJECT = "situation"
    TREATY = "treaty"
    MANDATE = "mandate"
    TREATY_BODY = "treaty body"
    RATING = "rating"
    SYMBOL = "document symbol"
    ADDRESS = "web address"
    PERIOD = "date"
    NUMBER = "number"
    ORDINAL = "ordinal"
    SHARE = "share"
    TALLY = "tally"
    PARAGRAPH = "paragraph"
    PHRASE = "phrase"
    NAME = "name"
    WORD = "word"
    SMALL = "small word"
    MARK = "punctuation"


HARD = frozenset(
    {
        Kind.STATE,
        Kind.GROUP,
        Kind.SUBJECT,
        Kind.TREATY,
        Kind.MANDATE,
        Kind.TREATY_BODY,
        Kind.RATING,
        Kind.SYMBOL,
        Kind.PERIOD,
        Kind.NUMBER,
        Kind.ORDINAL,
        Kind.SHARE,
        Kind.TALLY,
        Kind.PARAGRAPH,
    }
)
"""Kinds that change what a sentence says: a reading must use each of them or is not a reading."""


@lru_cache(maxsize=65536)
def _under(tags: frozenset[str], prefixes: tuple[str, ...]) -> bool:
    return any(tag == p or tag.startswith(f"{p}.") for tag in tags for p in prefixes)


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of a sentence. ``value`` is what it stands for, ``tags`` its places in the lexicon.

    The value of a state is the codes it can mean, of a situation its code and the words a title must hold, of a
    date a Period, MonthDay or Relative, of a number the number.
    """

    kind: Kind
    text: str
    start: int
    end: int
    value: Any = None
    tags: frozenset[str] = frozenset()

    def tagged(self, *prefixes: str) -> bool:
        """Whether one of its tags is, or stands under, one of the places given."""
        return bool(self.tags) and _under(self.tags, prefixes)

    def under(self, prefix: str) -> str | None:
        """Return the last part of its tag under a place: "yes" for v.vote.yes under v.vote; None if not there."""
        found = sorted(tag[len(prefix) + 1 :] for tag in self.tags if tag.startswith(f"{prefix}."))
        return found[0] if found else None

    @property
    def predicate(self) -> bool:
        """Whether it can be the verb of a claim."""
        return self.tagged("v")


@dataclass(frozen=True)
class Linked:
    """A sentence with its mentions."""

    text: str
    mentions: tuple[Mention, ...]

    def __len__(self) -> int:
        """Return how many mentions there are."""
        return len(self.mentions)

    def __getitem__(self, at: int) -> Mention:
        """Return the mention at a place."""
        return self.mentions[at]

    def where(self, *prefixes: str) -> Iterator[int]:
        """Yield the places of mentions tagged under one of the prefixes."""
        return (i for i, m in enumerate(self.mentions) if m.tagged(*prefixes))

    def of_kind(self, *kinds: Kind) -> Iterator[int]:
        """Yield the places of mentions of these kinds."""
        return (i for i, m in enumerate(self.mentions) if m.kind in kinds)

    @cached_property
    def predicates(self) -> tuple[int, ...]:
        """The places of all predicates."""
        return tuple(i for i, m in enumerate(self.mentions) if m.predicate)

    def words(self, first: int, last: int) -> str:
        """Return the sentence's own words from one mention to another."""
        return self.text[self.mentions[first].start : self.mentions[last].end]
