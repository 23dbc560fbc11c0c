"""How a sentence describes something that states did together: a joint statement, a special session."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.claims.typed import Quantifier, States, Topic
from onrecord.vocabulary.periods import Period


class Side(StrEnum):
    """Whether a joint statement spoke for the state concerned or was critical of it."""

    SUPPORT = "in support of"
    CONCERN = "critical of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """Joint statements or special sessions as a sentence describes them. What is None or empty does not restrict.

    ``topics`` are situations, ``words`` of a theme that its subject must hold,
    ``quoted`` its subject as the record writes it. ``beside`` is a state named right
    before the noun ("the Swiss statement", "the Bahrain statement"): its leader or its situation. ``ordinal`` is its
    place in a series, ``sessions`` the Council's regular sessions at which it was made. ``n`` and ``of`` are numbers
    beside the quantifier: "two (n) of the three (of) sessions". ``signed_by`` is the number of states behind it, where
    the sentence gives one: it tells two on one situation apart. ``indefinite`` is "a statement", any that fits.
    """

    topics: tuple[Topic, ...] = ()
    beside: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    quoted: str = ""
    period: Period | None = None
    ordinal: int | None = None
    indefinite: bool = False
    signed_by: int | None = None
    sessions: tuple[str, ...] = ()
    led_by: tuple[str, ...] = ()
    side: Side | None = None
    body: str | None = None
    letter: bool = False
    quantifier: Quantifier = Quantifier.THE
    n: int | None = None
    of: int | None = None
    plural: bool = False

    @property
    def said(self) -> bool:
        """Whether anything says which one is meant."""
        return bool(
            self.topics or self.words or self.quoted or self.period or self.ordinal or self.sessions or self.beside
        )


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of states that a sentence gives: "36 members", "more than 40 states"."""

    n: int
    bound: Quantifier
    kind: str


@dataclass(frozen=True, slots=True)
class Behind:
    """Who is said to be behind something: states described or named, and numbers of them; the places used."""

    states: States | None
    counts: tuple[Counted, ...]
    groups: tuple[str, ...]
    used: frozenset[int]
    filled: str | None = None
