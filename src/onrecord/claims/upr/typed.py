"""The claims about the Universal Periodic Review."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from onrecord.claims.typed import Claim, Form, Quantifier
from onrecord.vocabulary.periods import Period


class Response(StrEnum):
    """What a state did with a recommendation. What is not accepted counts as noted."""

    ACCEPTED = "accepted"
    NOTED = "noted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Which review of a state is meant; empty where the sentence does not say. ``last`` is the last by its day."""

    cycle: int | None = None
    last: bool = False
    session: int | None = None
    period: Period | None = None

    @property
    def said(self) -> bool:
        """Whether anything says which review is meant."""
        return self != Which()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed(Claim):
    """A state's review in a cycle was held in a period or at a session of the working group."""

    relation: ClassVar[str] = "upr review"
    form: ClassVar[Form] = Form.VALUE

    state: str
    cycle: int | None = None
    last: bool = False
    session: int | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberOfReviews(Claim):
    """How many times a state was reviewed by the text's day."""

    relation: ClassVar[str] = "upr review"
    form: ClassVar[Form] = Form.COUNT

    state: str
    n: int
    bound: Quantifier = Quantifier.EXACTLY


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberReceived(Claim):
    """How many recommendations a state received at a review, or accepted or noted of them."""

    relation: ClassVar[str] = "upr recommendations"
    form: ClassVar[Form] = Form.COUNT

    state: str
    which: Which
    n: int
    bound: Quantifier = Quantifier.EXACTLY
    response: Response | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareAccepted(Claim):
    """What share of the recommendations of a review a state accepted or noted: a number, or most, half, all, none."""

    relation: ClassVar[str] = "upr recommendations"
    form: ClassVar[Form] = Form.QUANTIFIED

    state: str
    which: Which
    response: Response
    share: Decimal | Fraction | None = None
    quantifier: Quantifier = Quantifier.EXACTLY


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommended(Claim):
    """Recommendations of states, to a state, on issues; how many, and what became of them.

    ``by`` and ``to`` are each of the states named; ``issues`` are codes, ``treaties`` instruments to be joined;
    ``about`` are the sentence's own words for the content, ``whole`` says that issues and treaties stand for all of
    them. ``counted`` is the number made; the quantifier is over ``response`` where there is one.
    """

    relation: ClassVar[str] = "upr recommendations"
    form: ClassVar[Form] = Form.QUANTIFIED

    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    which: Which = Which()
    issues: tuple[str, ...] = ()
    treaties: tuple[str, ...] = ()
    about: str = ""
    whole: bool = True
    response: Response | None = None
    quantifier: Quantifier = Quantifier.SOME
    n: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedRecommendation(Claim):
    """Recommendations by their numbers in a report ("95.65"), who made them, what became of them."""

    relation: ClassVar[str] = "upr recommendations"
    form: ClassVar[Form] = Form.CITATION

    to: str = ""
    symbol: str = ""
    paragraphs: tuple[str, ...]
    by: tuple[str, ...] = ()
    response: Response | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDocument(Claim):
    """A document of a state's review: the working group's report or the Council's decision, its symbol, its day."""

    relation: ClassVar[str] = "upr review"
    form: ClassVar[Form] = Form.CITATION

    state: str
    kind: str
    which: Which
    symbols: tuple[str, ...] = ()
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedReviews(Claim):
    """A state had more, fewer or as many recommendations at one review than another state or at another review."""

    relation: ClassVar[str] = "upr recommendations"
    form: ClassVar[Form] = Form.COMPARISON

    state: str
    which: Which
    other: str
    other_which: Which
    sign: int
    response: Response | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedReviews(Claim):
    """A state received, or made, the n-th most recommendations of all in a cycle or session."""

    relation: ClassVar[str] = "upr recommendations"
    form: ClassVar[Form] = Form.RANK

    state: str
    made: bool
    which: Which
    place: int
    fewest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Partners(Claim):
    """How many states recommended something to a state, or were recommended something by it, and which the most.

    ``made`` says that the state made the recommendations; ``top`` are the states with the most of them, ``most``
    that number for each.
    """

    relation: ClassVar[str] = "upr recommendations"
    form: ClassVar[Form] = Form.RANK

    state: str
    made: bool
    which: Which
    n: int | None = None
    bound: Quantifier = Quantifier.EXACTLY
    top: tuple[str, ...] = ()
    most: int | None = None
