"""The claims about visits and standing invitations."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from onrecord.claims.typed import Claim, Form, Quantifier
from onrecord.vocabulary.periods import Period


class Order(StrEnum):
    """Which of a row of visits a sentence says one was."""

    FIRST = "first"
    LAST = "last"


ANY = "any special procedure"
"""Stands for a visitor who is not named: special rapporteurs, mandate holders."""

SUBCOMMITTEE = "SPT"
"""Stands for the Subcommittee on Prevention of Torture, which is a treaty body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited(Claim):
    """A mandate holder visited a state; NONE that none did, GENERIC that it happens again and again."""

    relation: ClassVar[str] = "visit"
    form: ClassVar[Form] = Form.QUANTIFIED

    state: str
    mandate: str
    holder: str = ""
    period: Period | None = None
    quantifier: Quantifier = Quantifier.SOME


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitInOrder(Claim):
    """The first or last visit of a mandate holder to a state was in a period."""

    relation: ClassVar[str] = "visit"
    form: ClassVar[Form] = Form.FIRST

    state: str
    mandate: str
    order: Order
    holder: str = ""
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRequested(Claim):
    """A mandate holder asked to visit a state; ``pending`` that the visit had not been made by the text's day."""

    relation: ClassVar[str] = "visit"
    form: ClassVar[Form] = Form.STATUS

    state: str
    mandate: str
    period: Period | None = None
    pending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberOfVisits(Claim):
    """How many visits of special procedures a state received."""

    relation: ClassVar[str] = "visit"
    form: ClassVar[Form] = Form.COUNT

    state: str
    n: int
    bound: Quantifier = Quantifier.EXACTLY
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited(Claim):
    """States have a standing invitation to the special procedures; ``issued`` is when it was issued."""

    relation: ClassVar[str] = "standing invitation"
    form: ClassVar[Form] = Form.STATUS

    states: tuple[str, ...]
    has: bool = True
    issued: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberInviting(Claim):
    """How many states had standing invitations on a day."""

    relation: ClassVar[str] = "standing invitation"
    form: ClassVar[Form] = Form.COUNT

    n: int
    bound: Quantifier = Quantifier.EXACTLY
    period: Period | None = None
