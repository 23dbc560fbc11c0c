"""The claims about how many texts the Council voted on, adopted, rejected or agreed: on a situation, at a session."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from onrecord.claims.typed import Claim, Form, Quantifier
from onrecord.claims.votes.shares_typed import Measured
from onrecord.vocabulary.periods import Period


class Counted(StrEnum):
    """What is counted."""

    VOTED = "put to a recorded vote"
    ADOPTED = "adopted by a recorded vote"
    REJECTED = "rejected"
    APART = "amendments and motions"
    UNVOTED = "decided without a vote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Claim):
    """The Council decided so many texts in one way; ``state`` where only votes held while it sat are meant."""

    relation: ClassVar[str] = "vote"
    form: ClassVar[Form] = Form.COUNT

    what: Counted
    n: int
    over: Measured
    bound: Quantifier = Quantifier.EXACTLY
    state: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sat(Claim):
    """A session of the Council sat from its first day to its last."""

    relation: ClassVar[str] = "session"
    form: ClassVar[Form] = Form.VALUE

    session: str
    period: Period
