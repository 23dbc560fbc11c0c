"""What documents say of votes: texts, outcomes, totals, positions, sponsors, and requests for special sessions."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Outcome


@dataclass(frozen=True, slots=True)
class VoteKey:
    """The vote a statement is about, as the document lets it be known.

    ``symbol`` is the standard form of the symbol of the text voted on, or what stands in its place, as written;
    ``ordinal`` tells apart several votes of one document on one symbol, from 1 in the document's order.
    """

    body: str
    symbol: str
    ordinal: int = 1


@dataclass(frozen=True, slots=True)
class TextSaid:
    """A text that was voted on or adopted, as a document describes it.

    ``related`` are other symbols a catalogue lists with the vote (further drafts, a committee's report), as written;
    ``note`` is what it says of how the vote was held, or of the text as voted on ("as orally revised").
    """

    vote: VoteKey
    title: str | None = None
    date: datetime.date | None = None
    session: str | None = None
    agenda_item: str | None = None
    meeting: str | None = None
    subject: str | None = None
    draft_symbol: str | None = None
    url: str | None = None
    agenda_title: str | None = None
    related: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class OutcomeSaid:
    """What became of a text."""

    vote: VoteKey
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class TallySaid:
    """Totals printed for a vote; None where the document does not print the figure."""

    vote: VoteKey
    yes: int | None
    no: int | None
    abstain: int | None
    non_voting: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class PositionSaid:
    """A state's position in a vote: yes, no, abstain, or absent where it is listed without a vote."""

    vote: VoteKey
    state: str
    position: Position


class SponsorRole(StrEnum):
    """How a state came to sponsor a text, and at what stage the document says so; SPONSOR where a draft only lists."""

    MAIN = "main sponsor"
    SPONSOR = "sponsor"
    CO = "co-sponsor"
    JOINED = "joined subsequently"
    WITHDREW = "withdrew"


@dataclass(frozen=True, slots=True)
class SponsorSaid:
    """A state that sponsors a text; ``member`` is False where the document marks it as not a member of the body."""

    symbol: str
    state: str
    role: SponsorRole
    member: bool | None = None


class Seat(StrEnum):
    """As what a state supports a request."""

    MEMBER = "member"
    OBSERVER = "observer"


@dataclass(frozen=True, slots=True)
class SessionRequestSaid:
    """A state that asked for a special session or supported the request; ``provisional`` as the list says of itself."""

    session: str
    state: str
    seat: Seat | None
    provisional: bool = False
