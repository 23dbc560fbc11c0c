"""A judgement on a pledge: its status, the rule that gave it, and the rows of the record it is made from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.sources.facts_commitments import TreatyStep
from onrecord.sources.facts_cooperation import NhriStatus, Sponsorship, StandingInvitation, UprReview, Visit
from onrecord.vocabulary.dates import PartialDate


class PledgeStatus(StrEnum):
    """What the record says of a pledge.

    Open means that the record cannot say yet: not due by the day judged at, or the list that would tell is not
    complete and holds nothing. Cannot be measured means that no table of the record would tell.
    """

    KEPT = "kept"
    NOT_KEPT = "not kept"
    PARTLY = "partly"
    OPEN = "open"
    CANNOT_BE_MEASURED = "cannot be measured"


class Why(StrEnum):
    """The rule that gave the status."""

    DONE = "done by the day judged at"
    DONE_BEFORE = "done already when it was pledged"
    DONE_IN_PART = "done in part by the due date"
    IN_ITS_FIELD = "done in its field, but the clause names no act and sets no level"
    NOT_DONE = "not done by the due date"
    NOT_DUE = "not due by the day judged at"
    NO_DUE_DATE = "no due date, and not done by the day judged at"
    NOT_IN_THE_RECORD = "nothing in the record, and the list is not complete"
    NO_LIST = "the record has no list that covers this State"
    NOT_PROMISED = "not done, but the clause names no act and sets no level"
    NO_INDICATOR = "no table of the record tells"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row that a judgement rests on, or a count of ``n`` rows of one kind."""

    table: str
    what: str
    event: str
    date: PartialDate
    by_due: bool
    source_id: str
    instrument: str | None = None
    symbol: str | None = None
    n: int = 1


@dataclass(frozen=True, slots=True)
class Recommended:
    """How many recommendations a state made on one day, to how many states."""

    date: date
    states: int
    n: int
    source_id: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one state that judgements are made from, and the last days to which they are known.

    ``recommendations_cover`` are the first and last review day of the compilation of recommendations.
    """

    acts: tuple[TreatyStep, ...]
    visits: tuple[Visit, ...]
    invitations: tuple[StandingInvitation, ...]
    institutions: tuple[NhriStatus, ...]
    reviews: tuple[UprReview, ...]
    recommended: tuple[Recommended, ...]
    sponsored: tuple[Sponsorship, ...]
    acts_known_to: date
    known_to: date
    recommendations_cover: tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A pledge's status, the rule that gave it, the day it is judged at, and the evidence; ``n`` rows were relied on.

    ``done_on`` is the day by which all was done in time; ``done_later`` the day on which it was done after the due
    date.
    """

    status: PledgeStatus
    why: Why
    judged_on: date
    due: bool
    done_on: PartialDate | None = None
    done_later: PartialDate | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def n(self) -> int:
        """The number of rows relied on."""
        return sum(e.n for e in self.evidence)
