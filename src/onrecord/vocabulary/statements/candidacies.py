"""What documents say of visits, of elections to the Council and of what candidates pledged."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class VisitStatus(StrEnum):
    """How far a visit of a special procedure is, in the words of the tables of visits."""

    REQUESTED = "requested"
    REMINDER = "reminder"
    INVITED = "invited"
    ACCEPTED_REQUEST = "accepted (request)"
    ACCEPTED_INVITATION = "accepted (invitation)"
    ACCEPTED = "accepted"
    DECLINED_REQUEST = "declined (request)"
    DECLINED_INVITATION = "declined (invitation)"
    DECLINED = "declined"
    ACKNOWLEDGED = "acknowledged"
    COMPLETED = "completed"
    UNDER_WAY = "visit underway"
    FORTHCOMING = "forthcoming"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class VisitSaid:
    """The status of a mandate's visit to a state; ``when`` is as printed, ``as_of`` the day the table speaks of."""

    state: str
    mandate: str
    status: VisitStatus
    when: str | None = None
    first: datetime.date | None = None
    last: datetime.date | None = None
    as_of: datetime.date | None = None
    report: str | None = None


@dataclass(frozen=True, slots=True)
class BallotSaid:
    """What a state received in a round of an election to the Human Rights Council."""

    date: datetime.date | None
    group: str | None
    state: str
    votes: int
    elected: bool | None
    round: int = 1


@dataclass(frozen=True, slots=True)
class BallotTotalsSaid:
    """The papers of a round of an election in one group."""

    date: datetime.date | None
    group: str | None
    papers: int | None
    invalid: int | None
    valid: int | None
    abstentions: int | None
    voting: int | None
    majority: int | None
    seats: int | None = None
    round: int = 1


@dataclass(frozen=True, slots=True)
class PledgeDocumentSaid:
    """A note verbale by which a state presents its candidacy and commitments; session and election as printed."""

    state: str
    symbol: str | None
    note_dated: datetime.date | None
    addressed_to: str | None
    term: str | None
    agenda_item: str | None
    session: str | None = None
    election: str | None = None


@dataclass(frozen=True, slots=True)
class PledgeSaid:
    """One clause of the annex of a pledge document: its number as printed, or its place in order, and its words."""

    state: str
    number: str
    text: str
    under: str | None = None
