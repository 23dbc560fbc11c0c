"""The claims about seats on the Council."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from onrecord.claims.typed import Claim, Form, Quantifier
from onrecord.vocabulary.periods import Period


class Sitting(StrEnum):
    """How a sentence says a seat was held in a period."""

    SOME = "was a member in"
    WHOLE = "was a member throughout"
    NOT = "was not a member in"
    NEVER = "was never a member"
    SINCE = "has been a member since"
    UNTIL = "was a member until"
    SPELL = "was a member from first to last"


class Ended(StrEnum):
    """How a seat was given up before its time."""

    SUSPENDED = "suspended"
    WITHDREW = "withdrew"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sat(Claim):
    """States had a seat in a period, or had none. Without a period the day of the text is meant."""

    relation: ClassVar[str] = "membership"
    form: ClassVar[Form] = Form.STATUS

    states: tuple[str, ...]
    how: Sitting
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermIs(Claim):
    """A state has a term that begins, ends, counts and lasts so. ``during`` is a day on which it runs."""

    relation: ClassVar[str] = "membership"
    form: ClassVar[Form] = Form.VALUE

    state: str
    begin: Period | None = None
    end: Period | None = None
    nth: int | None = None
    years: int | None = None
    during: Period | None = None
    elected: Period | None = None
    consecutive: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberOfTerms(Claim):
    """How many terms a state had begun, or completed, by a day."""

    relation: ClassVar[str] = "membership"
    form: ClassVar[Form] = Form.COUNT

    state: str
    n: int
    bound: Quantifier = Quantifier.EXACTLY
    by: Period | None = None
    completed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Members(Claim):
    """The members of the Council, or of one regional group on it, in a period: how many, or exactly whom."""

    relation: ClassVar[str] = "membership"
    form: ClassVar[Form] = Form.QUANTIFIED

    group: str | None = None
    period: Period | None = None
    states: tuple[str, ...] = ()
    whole: bool = False
    n: int | None = None
    leaving: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Succeeds(Claim):
    """A state takes the place that another of its group gives up."""

    relation: ClassVar[str] = "membership"
    form: ClassVar[Form] = Form.COMPARISON

    new: str
    old: str
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedEarly(Claim):
    """States' membership was suspended, or given up, before its term was over."""

    relation: ClassVar[str] = "membership"
    form: ClassVar[Form] = Form.VALUE

    states: tuple[str, ...]
    how: Ended
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Together(Claim):
    """Two or more states sat on the Council on the same days."""

    relation: ClassVar[str] = "membership"
    form: ClassVar[Form] = Form.COMPARISON

    states: tuple[str, ...]
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Came(Claim):
    """A state took or gave up its seat in a period; ``again`` after having sat before."""

    relation: ClassVar[str] = "membership"
    form: ClassVar[Form] = Form.CHANGE

    state: str
    period: Period
    left: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Barred(Claim):
    """A state that has had two terms in a row may not be elected again at once, or one that has not may."""

    relation: ClassVar[str] = "membership"
    form: ClassVar[Form] = Form.VALUE

    states: tuple[str, ...]
    period: Period | None = None
    barred: bool = True
