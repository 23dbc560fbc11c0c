"""The claims about texts that are not about votes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from onrecord.claims.typed import Claim, Form, Quantifier, Texts
from onrecord.vocabulary.periods import Period


class Place(StrEnum):
    """A text's place among the texts on its theme."""

    FIRST = "first"
    LAST = "last"
    ONLY = "only"


class Moment(StrEnum):
    """Which day of a session a sentence gives."""

    HELD = "was held"
    OPENED = "opened"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted(Claim):
    """A text of a description was adopted: on a day or in a period, at a session, by a vote or without one.

    The day and session are those of ``texts``; ``how`` is "vote", "without" or "unanimous" where the sentence says so.
    """

    relation: ClassVar[str] = "text"
    form: ClassVar[Form] = Form.VALUE

    texts: Texts
    how: str = ""

    @property
    def period(self) -> Period | None:
        """When it is said to have been adopted."""
        return self.texts.period

    @property
    def session(self) -> str | None:
        """The session at which it is said to have been adopted."""
        return self.texts.sessions[0] if len(self.texts.sessions) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberAdopted(Claim):
    """So many texts of a description were adopted; ``how`` is "vote" or "without" where the sentence says so."""

    relation: ClassVar[str] = "text"
    form: ClassVar[Form] = Form.COUNT

    texts: Texts
    n: int
    bound: Quantifier = Quantifier.EXACTLY
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceInLine(Claim):
    """A text is the first, last or only one on its theme; ``recognised`` where the Council is said to recognise.

    ``by`` is the state the document is about, where nothing else tells which text "it" is.
    """

    relation: ClassVar[str] = "text"
    form: ClassVar[Form] = Form.FIRST

    texts: Texts
    place: Place
    recognised: bool = False
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited(Claim):
    """A symbol goes with a situation, a title, a day, a session or an agenda item."""

    relation: ClassVar[str] = "text"
    form: ClassVar[Form] = Form.CITATION

    symbol: tuple[str, ...]
    texts: Texts
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionHeld(Claim):
    """A regular session of the Council was held, opened or closed on certain days."""

    relation: ClassVar[str] = "session"
    form: ClassVar[Form] = Form.VALUE

    session: str
    period: Period
    moment: Moment = Moment.HELD


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents(Claim):
    """A text says something: what texts say is not in the record."""

    relation: ClassVar[str] = "text"
    form: ClassVar[Form] = Form.VALUE

    texts: Texts
    said: str
