"""What official documents say: typed statements, each with its place and the value as printed.

A statement is what one place of one document says, not what is so: two documents may say different things of one
vote, and the record keeps both. What a reader could not read is a ``Left``, never silence.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from onrecord.vocabulary.places import Place
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


@dataclass(frozen=True, slots=True)
class CountSaid:
    """How many states a document says are in a list: "States members (20)"."""

    of: str
    n: int


class UprResponse(StrEnum):
    """The reviewed state's position on a recommendation, as documents and exports name it."""

    SUPPORTED = "supported"
    SUPPORTED_IN_PART = "supported in part"
    NOTED = "noted"
    PENDING = "pending"
    VOLUNTARY_PLEDGE = "voluntary pledge"


@dataclass(frozen=True, slots=True)
class RecommendationSaid:
    """A recommendation of the Universal Periodic Review: an item of a report, or a row of an export.

    ``number`` is the item as it is cited ("95.42"); an export has none and a row for each recommending state.
    ``recommended_by`` are the recommending states in the order printed; ``issues`` and
    ``persons`` are the themes and the persons affected, as the document labels them.
    """

    state: str
    symbol: str | None
    number: str | None
    text: str
    recommended_by: tuple[str, ...]
    response: UprResponse | None
    session: int | None = None
    action: int | None = None
    issues: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UprParagraphSaid:
    """A paragraph of a report that lists recommendations: its number, its first and last item, the position it gives.

    ``introduction`` are the words before the list: they may say more than the position ("already implemented").
    """

    state: str
    symbol: str | None
    paragraph: str
    first_item: int
    last_item: int
    response: UprResponse | None
    introduction: str


@dataclass(frozen=True, slots=True)
class UprPositionSaid:
    """The position on a recommendation given apart from it, as an addendum does."""

    state: str
    symbol: str | None
    number: str
    response: UprResponse


@dataclass(frozen=True, slots=True)
class MechanismSaid:
    """A passage of a human rights mechanism's document, as the Universal Human Rights Index annotates it.

    ``mechanism`` joins several bodies with "; "; ``published`` is the document's day, ``indexed`` the index's own.
    """

    annotation: str
    kind: str
    mechanism: str
    symbol: str | None
    states: tuple[str, ...]
    text: str
    themes: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    document: str | None = None
    published: datetime.date | None = None
    indexed: datetime.date | None = None
    upr_positions: tuple[str, ...] = ()
    upr_recommended_by: tuple[str, ...] = ()
    upr_recommending_regions: tuple[str, ...] = ()
    upr_cycle: str | None = None
    upr_session: str | None = None


class TreatyAct(StrEnum):
    """What a state did towards a treaty."""

    SIGNATURE = "signature"
    DEFINITIVE_SIGNATURE = "definitive signature"
    RATIFICATION = "ratification"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    SUCCESSION_TO_SIGNATURE = "succession to signature"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    FORMAL_CONFIRMATION = "formal confirmation"
    DENUNCIATION = "denunciation"


@dataclass(frozen=True, slots=True)
class TreatySaid:
    """What the depositary prints of a treaty itself; dates and numbers stand in words as printed."""

    treaty: str
    title: str | None = None
    concluded: str | None = None
    in_force: str | None = None
    registered: str | None = None
    text_at: str | None = None


@dataclass(frozen=True, slots=True)
class TreatyActSaid:
    """An act of a state towards a treaty; ``treaty`` is its number with the depositary ("IV-4") or its title.

    ``withdrawn`` is true where the depositary prints it in brackets: the act no longer stands.
    """

    treaty: str
    state: str
    act: TreatyAct
    date: datetime.date
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class TreatyTotalsSaid:
    """How many signatories and parties the depositary counts."""

    treaty: str
    signatories: int | None
    parties: int | None


@dataclass(frozen=True, slots=True)
class DeclarationSaid:
    """A declaration or reservation of a state to a treaty; ``section`` is the part of the page, as the page says."""

    treaty: str
    state: str
    text: str
    section: str | None = None


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


@dataclass(frozen=True, slots=True)
class DocumentSaid:
    """What a document says of itself."""

    symbol: str | None = None
    title: str | None = None
    date: datetime.date | None = None
    language: str | None = None
    job_number: str | None = None


@dataclass(frozen=True, slots=True)
class ReferenceSaid:
    """A document cited in a footnote or in the text, with what the citation says of it.

    ``date`` is in ISO form; ``attributed`` are the paragraphs a citation ascribes to a state: ("95.42", "AUS").
    """

    footnote: str | None
    symbol: str | None
    cited: str
    date: str | None = None
    url: str | None = None
    paragraphs: tuple[str, ...] = ()
    attributed: tuple[tuple[str, str], ...] = ()


Says = (
    TextSaid
    | OutcomeSaid
    | TallySaid
    | PositionSaid
    | SponsorSaid
    | SessionRequestSaid
    | CountSaid
    | RecommendationSaid
    | UprParagraphSaid
    | UprPositionSaid
    | MechanismSaid
    | TreatySaid
    | TreatyActSaid
    | TreatyTotalsSaid
    | DeclarationSaid
    | VisitSaid
    | BallotSaid
    | BallotTotalsSaid
    | PledgeDocumentSaid
    | PledgeSaid
    | DocumentSaid
    | ReferenceSaid
)
"""All that a statement can say."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one place of a document says, and how it is printed there.

    ``settled`` says by whom and why, where a person settled what the reader had left.
    """

    says: Says
    place: Place
    printed: str
    settled: str | None = None


class WhyLeft(StrEnum):
    """Why something in a document became no statement, or cannot be relied on."""

    UNKNOWN_STATE = "no state of this name is known"
    UNCLEAR_STATE = "the name fits several states"
    UNKNOWN_VALUE = "not one of the values this field can have"
    UNREAD_FIELD = "a field this reader does not know"
    MISSING_FIELD = "a field that should be there is not"
    DISAGREES = "the document disagrees with itself"
    REPEATED = "said twice in the document"
    CUT_SHORT = "the document ends before it should"
    NO_SUBJECT = "it could not be told what this is about"
    SPELLING = "a spelling that is read, but is not a known name"


@dataclass(frozen=True, slots=True)
class Left:
    """Something that was left, or read with a reservation: where, what stands there, why, what was expected."""

    why: WhyLeft
    place: Place
    printed: str
    expected: str
    candidates: tuple[str, ...] = ()
