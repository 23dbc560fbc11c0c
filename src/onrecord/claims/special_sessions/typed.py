"""The claims about special sessions."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from onrecord.claims.events.typed import Counted, Described
from onrecord.claims.typed import Claim, Form, Quantifier, States
from onrecord.vocabulary.periods import Period


class Moment(StrEnum):
    """Which day of a session a sentence gives."""

    HELD = "was held"
    OPENED = "opened"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Claim):
    """States asked for special sessions or supported the request, or did not.

    ``began`` says that they made the request; ``seated`` whether the sentence has them sit on the Council then.
    """

    relation: ClassVar[str] = "special session"
    form: ClassVar[Form] = Form.QUANTIFIED

    who: States
    sessions: Described
    asked: bool = True
    began: bool = False
    seated: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedByGroup(Claim):
    """A group as such asked for a special session."""

    relation: ClassVar[str] = "special session"
    form: ClassVar[Form] = Form.VALUE

    group: str
    sessions: Described


@dataclass(frozen=True, slots=True, kw_only=True)
class Supporters(Claim):
    """So many states, members or observers of the Council supported the request for a special session."""

    relation: ClassVar[str] = "special session"
    form: ClassVar[Form] = Form.COUNT

    sessions: Described
    count: Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberOfSessions(Claim):
    """So many special sessions of a description were held."""

    relation: ClassVar[str] = "special session"
    form: ClassVar[Form] = Form.COUNT

    sessions: Described
    n: int
    bound: Quantifier = Quantifier.EXACTLY


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Claim):
    """A special session of a description was held, opened or closed in a period."""

    relation: ClassVar[str] = "special session"
    form: ClassVar[Form] = Form.VALUE

    sessions: Described
    period: Period | None = None
    moment: Moment = Moment.HELD


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended(Claim):
    """A special session ended with a text: its symbol, and whether it was put to the vote."""

    relation: ClassVar[str] = "special session"
    form: ClassVar[Form] = Form.VALUE

    sessions: Described
    symbol: tuple[str, ...] = ()
    by_vote: bool = False
    without_vote: bool = False
    figures: tuple[int, ...] = ()
