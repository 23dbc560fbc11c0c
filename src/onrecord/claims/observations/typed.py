"""The claims about treaty bodies' concluding observations."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from onrecord.claims.typed import Claim, Form, Quantifier
from onrecord.vocabulary.periods import Period


class Moment(StrEnum):
    """Which of its days a sentence dates a review by; ``ANY`` where it does not say."""

    ANY = "dated"
    ADOPTED = "adopted"
    CONSIDERED = "considered"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed(Claim):
    """A treaty body reviewed a state or adopted observations on it; parts that are not named are None."""

    relation: ClassVar[str] = "concluding observations"
    form: ClassVar[Form] = Form.CITATION

    state: str | None = None
    body: str | None = None
    symbol: str | None = None
    when: Period | None = None
    moment: Moment = Moment.ANY
    report: str = ""
    denied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberObserved(Claim):
    """How many sets of concluding observations there are on a state; ``held`` counts those of the record."""

    relation: ClassVar[str] = "concluding observations"
    form: ClassVar[Form] = Form.COUNT

    state: str
    n: int
    bound: Quantifier = Quantifier.EXACTLY
    held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting(Claim):
    """A state reports to the treaty bodies."""

    relation: ClassVar[str] = "concluding observations"
    form: ClassVar[Form] = Form.QUANTIFIED

    state: str
    body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents(Claim):
    """What a treaty body says of a state, which the record does not hold."""

    relation: ClassVar[str] = "concluding observations"
    form: ClassVar[Form] = Form.VALUE

    body: str
    state: str | None = None
