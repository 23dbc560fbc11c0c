"""The claims about elections to the Council."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from onrecord.claims.typed import Claim, Form, Quantifier
from onrecord.vocabulary.periods import Period


class Outcome(StrEnum):
    """What a sentence says became of a candidacy. ``NOT_ELECTED`` says nothing of whether the state stood."""

    ELECTED = "elected"
    NOT_ELECTED = "not elected"
    LOST = "stood and lost"
    STOOD = "stood"
    WITHDREW = "withdrew"


class What(StrEnum):
    """What of an election is counted or listed. Newcomers had never been elected before;
    new members may mean them, those that were no members at the time, or all elected."""

    CANDIDATES = "candidates"
    SEATS = "seats"
    ELECTED = "states elected"
    NEW = "new members"
    NEWCOMERS = "newcomers"
    REELECTED = "members re-elected"
    LOSERS = "unsuccessful candidates"


class Than(StrEnum):
    """How one number of votes compares with another."""

    MORE = "more"
    FEWER = "fewer"
    EQUAL = "as many"


class How(StrEnum):
    """In what way a state was elected again."""

    FIRST = "for the first time"
    REELECTED = "re-elected"
    DIRECTLY = "kept its seat"
    AFTER_A_GAP = "returned"
    NTH = "for the nth time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """Which elections are meant: by when they were held, the seats' term, the group. None does not restrict."""

    period: Period | None = None
    term: Period | None = None
    group: str | None = None
    by_election: bool | None = None

    @property
    def dated(self) -> bool:
        """Whether anything says which election is meant."""
        return self.period is not None or self.term is not None or self.by_election is True


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Claim):
    """States were elected, stood, lost or withdrew."""

    relation: ClassVar[str] = "election"
    form: ClassVar[Form] = Form.VALUE

    states: tuple[str, ...]
    outcome: Outcome
    race: Race
    never: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes(Claim):
    """A state received so many votes; ``of`` is the number of states or ballots it is set against."""

    relation: ClassVar[str] = "election"
    form: ClassVar[Form] = Form.VALUE

    state: str
    race: Race
    n: int
    bound: Quantifier = Quantifier.EXACTLY
    of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Claim):
    """A state's number of votes was the k-th highest, or lowest, of the candidates or of those elected.

    ``own_group`` compares within the state's own regional group, ``with_total`` counts those with a known total.
    """

    relation: ClassVar[str] = "election"
    form: ClassVar[Form] = Form.RANK

    state: str
    race: Race
    place: int
    lowest: bool = False
    elected_only: bool = False
    of: int | None = None
    with_total: bool = False
    shared: bool = False
    own_group: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared(Claim):
    """A state received more, fewer or as many votes as others; ``by`` is the difference where it is said."""

    relation: ClassVar[str] = "election"
    form: ClassVar[Form] = Form.COMPARISON

    state: str
    others: tuple[str, ...]
    than: Than
    race: Race
    by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VotesChanged(Claim):
    """A state's number of votes rose or fell from one election to another."""

    relation: ClassVar[str] = "election"
    form: ClassVar[Form] = Form.CHANGE

    state: str
    before: Race
    after: Race
    than: Than


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Claim):
    """So many candidates, seats, winners, newcomers there were in an election."""

    relation: ClassVar[str] = "election"
    form: ClassVar[Form] = Form.COUNT

    what: What
    race: Race
    n: int
    bound: Quantifier = Quantifier.EXACTLY


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest(Claim):
    """Groups had more candidates than seats, or no more; no group means all, or that of ``state``."""

    relation: ClassVar[str] = "election"
    form: ClassVar[Form] = Form.VALUE

    groups: tuple[str, ...]
    race: Race
    contested: bool
    only: bool = False
    n: int | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat(Claim):
    """States won seats that others of their group stood for and did not win."""

    relation: ClassVar[str] = "election"
    form: ClassVar[Form] = Form.COMPARISON

    winners: tuple[str, ...]
    losers: tuple[str, ...]
    race: Race


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Claim):
    """Those elected, standing or new in an election are the states listed; ``whole`` if no others were."""

    relation: ClassVar[str] = "election"
    form: ClassVar[Form] = Form.QUANTIFIED

    what: What
    race: Race
    states: tuple[str, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Again(Claim):
    """A state was elected for the first time, again, or for the nth time."""

    relation: ClassVar[str] = "election"
    form: ClassVar[Form] = Form.FIRST

    state: str
    race: Race
    how: How
    n: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyNth(Claim):
    """Of those elected in an election, the states listed and no others were elected for the nth time."""

    relation: ClassVar[str] = "election"
    form: ClassVar[Form] = Form.QUANTIFIED

    race: Race
    n: int
    states: tuple[str, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesElected(Claim):
    """How often a state had been elected, or had lost, until a day."""

    relation: ClassVar[str] = "election"
    form: ClassVar[Form] = Form.COUNT

    state: str
    n: int
    lost: bool = False
    bound: Quantifier = Quantifier.EXACTLY
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FromGroup(Claim):
    """States belong to a regional group."""

    relation: ClassVar[str] = "election"
    form: ClassVar[Form] = Form.VALUE

    states: tuple[str, ...]
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Claim):
    """An election was held then, in that session of the General Assembly, or as a by-election."""

    relation: ClassVar[str] = "election"
    form: ClassVar[Form] = Form.VALUE

    race: Race
    session: int | None = None
