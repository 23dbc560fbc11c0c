"""The claims about how often a state took a position, beside the other members: shares, medians, ranks, differences."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from onrecord.claims.typed import Claim, Form, Quantifier, Texts
from onrecord.claims.votes.typed import Stance
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.situations import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The texts over which positions are counted; ``selection`` is the named choice among country texts, if one is.

    ``n`` is how many texts the sentence says there are, which tells the selections apart.
    """

    texts: Texts
    selection: Selection | None = None
    n: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Claim):
    """A state took a position on n of the texts, or on a share of them; what is None is not claimed.

    ``percent`` is a number of per cent as written, ``part`` a fraction in words ("half", "one in five").
    """

    relation: ClassVar[str] = "vote"
    form: ClassVar[Form] = Form.COUNT

    state: str
    stance: Stance
    over: Measured
    n: int | None = None
    of: int | None = None
    percent: Decimal | None = None
    part: Fraction | None = None
    bound: Quantifier = Quantifier.EXACTLY


@dataclass(frozen=True, slots=True, kw_only=True)
class Median(Claim):
    """The median of the members' shares of support, of all or of one regional group.

    ``state`` is the member in whose votes it is taken: those held while it sat.
    """

    relation: ClassVar[str] = "vote"
    form: ClassVar[Form] = Form.VALUE

    over: Measured
    percent: Decimal
    group: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked(Claim):
    """A state's rank by its share of support, from the highest, of so many members, shared by so many."""

    relation: ClassVar[str] = "vote"
    form: ClassVar[Form] = Form.RANK

    state: str
    over: Measured
    rank: int
    of: int | None = None
    tied: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MostOften(Claim):
    """A state took a position more often than any other member, or less often."""

    relation: ClassVar[str] = "vote"
    form: ClassVar[Form] = Form.COMPARISON

    state: str
    stance: Stance
    over: Measured
    less: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyOne(Claim):
    """A state is the only member that took a position on all, or on none, of the texts."""

    relation: ClassVar[str] = "vote"
    form: ClassVar[Form] = Form.COMPARISON

    state: str
    stance: Stance
    over: Measured
    quantifier: Quantifier = Quantifier.ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Claim):
    """A state's share of support over one set of texts less that over another, in percentage points."""

    relation: ClassVar[str] = "vote"
    form: ClassVar[Form] = Form.COMPARISON

    state: str
    first: Measured
    second: Measured
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual(Claim):
    """A state's most frequent position on a situation in a year, or several where they are equally frequent."""

    relation: ClassVar[str] = "vote"
    form: ClassVar[Form] = Form.VALUE

    state: str
    subject: str
    period: Period
    positions: tuple[Position, ...]
    n: int | None = None
