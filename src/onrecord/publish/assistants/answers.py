"""What each tool answers. Every answer is small; a list that is cut says how long it is and where the rest is.

The classes that are whole answers have no slots: the protocol's library takes a slot for a default when it describes
an answer to assistants.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact stands: a UN document or publication, with its address if it has one."""

    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A finding ready to be quoted: never without ``n`` and ``scope``; ``page`` shows its evidence."""

    text: str
    n: int
    scope: str
    page: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A list that is not given whole: ``shown`` of ``of``, the rest at ``more``."""

    what: str
    shown: int
    of: int
    more: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found, with its page."""

    kind: str
    name: str
    detail: str
    page: str


@dataclass(frozen=True)
class Found:
    """What fits words; ``did_you_mean`` are near spellings, to be asked for again, never to be taken for an answer."""

    words: str
    exact: str | None
    hits: tuple[Hit, ...]
    did_you_mean: tuple[str, ...]
    cut: tuple[Cut, ...]
    record: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of a profile: its figures, what they were read from, and its page."""

    name: str
    page: str
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote, with a state's position where a state is asked for: yes, no, abstain, absent or not in the record.

    ``doubtful``: its sources leave the position open. ``position`` is null only where no state is asked for.
    """

    date: str
    symbol: str | None
    title: str
    situations: tuple[str, ...]
    position: str | None
    doubtful: bool
    result: str
    page: str
    document: Source


@dataclass(frozen=True)
class Profile:
    """A state's record in short, whole or of one year."""

    state: str
    iso3: str
    page: str
    terms: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    votes: tuple[Vote, ...]
    cut: tuple[Cut, ...]
    not_known: tuple[str, ...]
    record: str


@dataclass(frozen=True)
class Compared:
    """Two states side by side."""

    a: str
    b: str
    page: str
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]
    not_known: tuple[str, ...]
    record: str


@dataclass(frozen=True)
class Votes:
    """A list of votes narrowed by filters, the latest first; ``counts`` are the state's positions over all ``n``."""

    n: int
    state: str | None
    counts: tuple[tuple[str, int], ...]
    votes: tuple[Vote, ...]
    page: str
    cut: tuple[Cut, ...]
    record: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A row that a verdict rests on."""

    says: str
    cite: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim read in a text, and what the record says to it."""

    sentence: str
    understood: str
    verdict: str
    says: str
    scope: str
    n: int | None
    evidence: tuple[Proof, ...]
    counter_examples: tuple[Proof, ...]


@dataclass(frozen=True)
class Checked:
    """A text checked against the record; sentences in which no claim was read are counted, not judged."""

    summary: str
    read_as: str
    claims: tuple[Claim, ...]
    without_claim: int
    notes: tuple[str, ...]
    cut: tuple[Cut, ...]
    record: str


@dataclass(frozen=True)
class Cited:
    """The words to cite a thing by, its document and the place in it, and its permanent address."""

    id: str
    kind: str
    text: str
    document: str | None
    url: str | None
    place: str
    source: Source
    page: str
    form: str
    written: str


@dataclass(frozen=True)
class PageData:
    """The data of a page, or of one part of it; lists longer than shown are named under ``cut``."""

    address: str
    part: str
    data: Any
    cut: tuple[Cut, ...]
    record: str
