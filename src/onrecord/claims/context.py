"""What a sentence takes from around it: the state the text is about, its day, its heading, the last text named."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from onrecord.claims.mentions import Linked
from onrecord.claims.typed import Claim, Texts
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Filled


class Mood(StrEnum):
    """Whether a sentence asserts, asks for something, or speaks of what is to come or might be."""

    ASSERTED = "asserted"
    APPEAL = "appeal"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before a sentence is read.

    ``about`` is the state the document speaks of, ``as_of`` its day; ``heading`` the period of the nearest heading,
    ``lead`` the clause that introduces a list item. ``texts``, ``states``, ``period`` and ``instruments`` are what
    the sentences before spoke of last.
    """

    about: str | None = None
    as_of: date | None = None
    heading: Period | None = None
    lead: Linked | None = None
    mood: Mood = Mood.ASSERTED
    texts: Texts | None = None
    states: tuple[str, ...] = ()
    period: Period | None = None
    instruments: tuple[str, ...] = ()
    election: Period | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """One reading of part of a sentence.

    ``used`` are the places of the mentions it rests on, ``first`` and ``last`` the stretch of mentions it answers
    for (last included): a number, state or date in that stretch that no claim uses means it was not understood.
    """

    claim: Claim
    used: frozenset[int]
    first: int
    last: int
    filled: tuple[Filled, ...] = field(default=())

    def with_used(self, more: frozenset[int]) -> "Read":
        """Return the reading with more mentions accounted for."""
        return replace(self, used=self.used | more)
