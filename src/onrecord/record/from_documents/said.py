"""What one document says, sorted by what the record can take: votes, treaty acts, ballots, requests; and the rest."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.record.archive.document import Found, KeptDocument
from onrecord.sources.documents import assembly_csv, voting_marcxml
from onrecord.sources.facts_read import DOCUMENT, LIBRARY_CATALOGUE
from onrecord.sources.facts_rows import SourceRow
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body, Outcome
from onrecord.vocabulary.statements import (
    BallotSaid,
    BallotTotalsSaid,
    CountSaid,
    DeclarationSaid,
    DocumentSaid,
    Left,
    MechanismSaid,
    OutcomeSaid,
    PledgeDocumentSaid,
    PledgeSaid,
    PositionSaid,
    RecommendationSaid,
    ReferenceSaid,
    Says,
    SessionRequestSaid,
    SponsorSaid,
    TallySaid,
    TextSaid,
    TreatyActSaid,
    TreatySaid,
    TreatyTotalsSaid,
    UprParagraphSaid,
    UprPositionSaid,
    VisitSaid,
    VoteKey,
)

_CATALOGUES = (voting_marcxml.READER.name, assembly_csv.READER.name)

OTHER_BODIES = "of votes of other bodies"
NOT_LAYERED: dict[type[Says], str] = {
    BallotTotalsSaid: "papers cast in elections",
    CountSaid: "numbers of states in lists",
    DeclarationSaid: "declarations to treaties",
    MechanismSaid: "passages of human rights mechanisms",
    PledgeDocumentSaid: "candidates' notes",
    PledgeSaid: "clauses of candidates' notes",
    RecommendationSaid: "recommendations of the Universal Periodic Review",
    ReferenceSaid: "documents cited",
    SponsorSaid: "sponsors",
    TreatySaid: "treaties described",
    TreatyTotalsSaid: "numbers of signatories and parties",
    UprParagraphSaid: "paragraphs of reports of the Universal Periodic Review",
    UprPositionSaid: "positions on recommendations given apart",
    VisitSaid: "visits",
}
"""What documents say that the archive keeps and the tables do not take, in words."""


@dataclass(slots=True)
class VoteSaid:
    """A vote of the Council as a document tells it; ``twice`` are states it lists with two positions."""

    key: VoteKey
    text: TextSaid | None = None
    outcome: Outcome | None = None
    tallies: list[TallySaid] = field(default_factory=list)
    positions: dict[str, tuple[Position, Place]] = field(default_factory=dict)
    twice: set[str] = field(default_factory=set)

    def take(self, says: TextSaid | OutcomeSaid | TallySaid) -> None:
        """Take what is said of the text, the outcome or the totals; the first description stands."""
        match says:
            case TextSaid():
                self.text = self.text or says
            case OutcomeSaid():
                self.outcome = self.outcome or says.outcome
            case TallySaid():
                if says not in self.tallies:
                    self.tallies.append(says)

    def listed(self, says: PositionSaid, place: Place) -> None:
        """Take a state's position; of a state with two, neither can be relied on."""
        before = self.positions.setdefault(says.state, (says.position, place))
        if before[0] is not says.position:
            self.twice.add(says.state)

    def by_state(self) -> dict[str, Position]:
        """Return the positions of the states that have one."""
        return {state: position for state, (position, _) in self.positions.items() if state not in self.twice}

    def counted(self) -> tuple[int, int, int]:
        """Return how many states the list has in favour, against and abstaining."""
        held = list(self.by_state().values())
        return (held.count(Position.YES), held.count(Position.NO), held.count(Position.ABSTAIN))

    def tally(self) -> TallySaid | None:
        """Return the totals printed first of which no figure is missing."""
        return next((t for t in self.tallies if None not in (t.yes, t.no, t.abstain)), None)

    def cast(self) -> tuple[int, int, int] | None:
        """Return the figures printed, or those of the list where none are; None where there are neither."""
        tally = self.tally()
        if tally and tally.yes is not None and tally.no is not None and tally.abstain is not None:
            return (tally.yes, tally.no, tally.abstain)
        return self.counted() if self.positions else None


@dataclass(slots=True)
class DocumentRead:
    """A document of the archive with what it says."""

    document: KeptDocument
    votes: dict[VoteKey, VoteSaid] = field(default_factory=dict)
    acts: list[tuple[TreatyActSaid, Place]] = field(default_factory=list)
    ballots: list[tuple[BallotSaid, Place]] = field(default_factory=list)
    requests: list[tuple[SessionRequestSaid, Place]] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)

    @property
    def source_id(self) -> str:
        """The document's id among the record's sources."""
        return f"{DOCUMENT}{self.document.short}"

    @property
    def name(self) -> str:
        """What the document is called: its symbol, or the name of its file."""
        return self.document.symbol or self.document.name

    @property
    def catalogue(self) -> bool:
        """Whether it is a library's list of votes, in no order that means anything."""
        return self.document.reader in _CATALOGUES

    @property
    def publication(self) -> str:
        """What it is a copy of."""
        return LIBRARY_CATALOGUE if self.catalogue else self.document.symbol or self.source_id

    def source(self) -> SourceRow:
        """Return the document as a publication to which rows are cited."""
        return source_of(self.document)


def source_of(document: KeptDocument) -> SourceRow:
    """Return a document of the archive as a publication to which rows are cited."""
    parts = dict.fromkeys(part for part in (document.symbol, document.title, document.name) if part)
    title = f"{', '.join(parts)} (document {document.short} of your archive)"
    return SourceRow(f"{DOCUMENT}{document.short}", title, document.url)


def document_read(document: KeptDocument, found: Iterable[Found]) -> DocumentRead:
    """Return what a document says, sorted."""
    read = DocumentRead(document)
    for one in found:
        if not isinstance(one, Left):
            _take(read, one.says, one.place)
    return read


def _take(read: DocumentRead, says: Says, place: Place) -> None:
    match says:
        case TextSaid() | OutcomeSaid() | TallySaid() | PositionSaid():
            _take_vote(read, says, place)
        case TreatyActSaid():
            read.acts.append((says, place))
        case BallotSaid():
            read.ballots.append((says, place))
        case SessionRequestSaid():
            read.requests.append((says, place))
        case DocumentSaid():
            pass  # it is in the document's own description
        case _:
            read.others[NOT_LAYERED[type(says)]] += 1


def _take_vote(read: DocumentRead, says: TextSaid | OutcomeSaid | TallySaid | PositionSaid, place: Place) -> None:
    if says.vote.body != Body.HRC:
        read.others[f"statements {OTHER_BODIES}"] += 1
        return
    vote = read.votes.setdefault(says.vote, VoteSaid(says.vote))
    if isinstance(says, PositionSaid):
        vote.listed(says, place)
    else:
        vote.take(says)
