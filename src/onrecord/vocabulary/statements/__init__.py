"""What official documents say: typed statements, each with its place and the value as printed.

A statement is what one place of one document says, not what is so: two documents may say different things of one
vote, and the record keeps both. What a reader could not read is a ``Left``, never silence.
"""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements.candidacies import (
    BallotSaid,
    BallotTotalsSaid,
    PledgeDocumentSaid,
    PledgeSaid,
    VisitSaid,
    VisitStatus,
)
from onrecord.vocabulary.statements.documents import CountSaid, DocumentSaid, ReferenceSaid
from onrecord.vocabulary.statements.reviews import (
    MechanismSaid,
    RecommendationSaid,
    UprParagraphSaid,
    UprPositionSaid,
    UprResponse,
)
from onrecord.vocabulary.statements.treaties import (
    DeclarationSaid,
    TreatyAct,
    TreatyActSaid,
    TreatySaid,
    TreatyTotalsSaid,
)
from onrecord.vocabulary.statements.votes import (
    OutcomeSaid,
    PositionSaid,
    Seat,
    SessionRequestSaid,
    SponsorRole,
    SponsorSaid,
    TallySaid,
    TextSaid,
    VoteKey,
)

__all__ = [
    "BallotSaid",
    "BallotTotalsSaid",
    "CountSaid",
    "DeclarationSaid",
    "DocumentSaid",
    "Left",
    "MechanismSaid",
    "OutcomeSaid",
    "PledgeDocumentSaid",
    "PledgeSaid",
    "PositionSaid",
    "RecommendationSaid",
    "ReferenceSaid",
    "Says",
    "Seat",
    "SessionRequestSaid",
    "SponsorRole",
    "SponsorSaid",
    "Statement",
    "TallySaid",
    "TextSaid",
    "TreatyAct",
    "TreatyActSaid",
    "TreatySaid",
    "TreatyTotalsSaid",
    "UprParagraphSaid",
    "UprPositionSaid",
    "UprResponse",
    "VisitSaid",
    "VisitStatus",
    "VoteKey",
    "WhyLeft",
]

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
