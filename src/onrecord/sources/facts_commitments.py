"""The rows of facts/ on promises and cooperation, one frozen type per curated table.

The record carries these tables as they are, so each column says what it holds; the same words make the data
dictionary. Columns are in the order of the file.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from onrecord.vocabulary.dates import PartialDate
from onrecord.vocabulary.states import RegionalGroup

CONFIDENCE = "2 seen and not contradicted, 1 seen once, partial or disputed"
SOURCE = "where the row comes from"
NOTE = "what is particular to the row"


class YesNo(StrEnum):
    """Yes or no, as a table writes it."""

    YES = "yes"
    NO = "no"


class ListComplete(StrEnum):
    """How much of a list of states a source gives; only a full one can say that a state is not on it."""

    FULL = "full"
    MEMBERS_ONLY = "members only"
    PARTIAL = "partial"
    NONE = "none"


class Standing(StrEnum):
    """How a state stood in an election."""

    CANDIDATE = "candidate"
    WITHDRAWN = "withdrawn"
    STRAY_VOTES = "stray votes"


@dataclass(frozen=True, slots=True)
class Candidacy:
    """A state in an election to the Human Rights Council: a candidate, one that withdrew, or one given stray votes."""

    election_date: Annotated[date, "day of the election"]
    state: Annotated[str, "the state"]
    regional_group: Annotated[RegionalGroup, "the group for whose seats it stood"]
    seats: Annotated[int, "seats of the group in this election"]
    standing: Annotated[Standing, "candidate, withdrawn (before the ballot) or stray votes (not declared)"]
    votes: Annotated[int | None, "votes received, in the deciding round; none where no total was found"]
    ballots_valid: Annotated[int | None, "valid ballots cast for the group"]
    rounds: Annotated[int | None, "round in which the figures were given"]
    elected: Annotated[YesNo, "whether it was elected"]
    term_start: Annotated[date | None, "first day of the term stood for"]
    term_end: Annotated[date | None, "last day of the term stood for"]
    by_election: Annotated[YesNo, "whether it was for a seat left during its term"]
    note: Annotated[str | None, NOTE]
    confidence: Annotated[int, CONFIDENCE]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class OtherTotal:
    """Another total that a source prints for a candidate; kept beside the one used."""

    election_date: Annotated[date, "day of the election"]
    state: Annotated[str, "the state"]
    votes: Annotated[int, "votes by this source"]
    said_by: Annotated[str, "who prints it"]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class SpecialSession:
    """A special session of the Council: what it was about, who asked for it, how complete the list of supporters is."""

    session: Annotated[str, "S-n"]
    opened: Annotated[date | None, "first day; none where no source was found"]
    closed: Annotated[date | None, "last day; none where no source was found"]
    subject_matter: Annotated[str, "what it was called on"]
    situation: Annotated[str | None, "the country situation; none for a theme"]
    requested_by: Annotated[str | None, "who asked for it, as the source says; none where no source was found"]
    request_date: Annotated[PartialDate | None, "day of the request"]
    n_members: Annotated[int | None, "members of the Council that supported the request, by the source's count"]
    n_observers: Annotated[int | None, "observer States that supported it, by the source's count"]
    n_supporting: Annotated[int | None, "all that supported it, by the source's count"]
    list_complete: Annotated[ListComplete, "whether the list of supporters is whole"]
    outcome_symbol: Annotated[str | None, "symbol of the text it ended with"]
    outcome: Annotated[str | None, "how the text was decided"]
    note: Annotated[str | None, NOTE]
    confidence: Annotated[int, CONFIDENCE]
    source_id: Annotated[str, SOURCE]
    outcome_source_id: Annotated[str | None, "where the outcome comes from"]


class RequestRole(StrEnum):
    """A state's part in calling a special session."""

    REQUESTED = "requested"
    SUPPORTED = "supported"


@dataclass(frozen=True, slots=True)
class SessionRequest:
    """A state that asked for a special session or supported the request."""

    session: Annotated[str, "S-n"]
    state: Annotated[str, "the state"]
    role: Annotated[RequestRole, "requested or supported"]
    seat: Annotated[str | None, "member or observer of the Council then, as listed"]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class JointStatement:
    """A statement or letter made by several states together."""

    statement: Annotated[str, "permanent id"]
    forum: Annotated[str, "session or letter in which it was made"]
    date: Annotated[PartialDate, "day, or month, of the statement"]
    subject_matter: Annotated[str, "what it was about"]
    situation: Annotated[str | None, "the country situation; none for a theme"]
    led_by: Annotated[str | None, "the state that led it"]
    n_states: Annotated[int | None, "states that joined it, by the source's count"]
    list_complete: Annotated[ListComplete, "whether the list of states is whole"]
    note: Annotated[str | None, NOTE]
    confidence: Annotated[int, CONFIDENCE]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class Signature:
    """A state that joined a joint statement."""

    statement: Annotated[str, "the joint statement"]
    state: Annotated[str, "the state"]
    basis: Annotated[str, "how it is known: listed, named in a partial list, lead State"]
    confidence: Annotated[int, CONFIDENCE]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A United Nations human-rights treaty."""

    instrument: Annotated[str, "the field's abbreviation: ICCPR-OP2"]
    title: Annotated[str, "full name"]
    adopted: Annotated[date, "day of adoption"]
    adopting_resolution: Annotated[str, "resolution of the General Assembly"]
    in_force: Annotated[date | None, "day of entry into force"]
    untc_chapter: Annotated[str, "chapter and number in the UN Treaty Collection"]
    complaint_procedure: Annotated[YesNo, "whether individuals can complain under it"]
    complaint_note: Annotated[str | None, "under which article or by which protocol"]
    un_treaty_series: Annotated[str | None, "volume and page in the UN Treaty Series"]
    parties: Annotated[int | None, "parties as at 3 February 2026, by the depositary"]
    signatories: Annotated[int | None, "signatories as at 3 February 2026, by the depositary"]
    confidence: Annotated[int, CONFIDENCE]
    source_id: Annotated[str, SOURCE]


class TreatyAct(StrEnum):
    """What a state does towards a treaty."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    ACCEPTANCE = "acceptance"
    FORMAL_CONFIRMATION = "formal confirmation"
    RATIFICATION_OR_ACCESSION = "ratification or accession"
    SUCCESSION_TO_SIGNATURE = "succession to signature"
    DENUNCIATION = "denunciation"
    DECLARATION_14 = "declaration-art14"
    DECLARATION_21 = "declaration-art21"
    DECLARATION_22 = "declaration-art22"
    DECLARATION_24 = "declaration-art24"


@dataclass(frozen=True, slots=True)
class TreatyStep:
    """One act of a state towards one treaty."""

    state: Annotated[str, "the state"]
    instrument: Annotated[str, "the treaty"]
    act: Annotated[TreatyAct, "signature, ratification, accession, succession, denunciation, declaration …"]
    date: Annotated[date, "day of the act with the depositary"]
    date_precision: Annotated[str, "day"]
    flag: Annotated[str | None, "disagreement between compilations, as found"]
    note: Annotated[str | None, NOTE]
    confidence: Annotated[int, CONFIDENCE]
    source_id: Annotated[str, SOURCE]


class Indicator(StrEnum):
    """The query over the record that says whether a pledge was kept; none where no query can."""

    JOIN = "join"
    SIGN = "sign"
    SIGN_AND_JOIN = "sign and join"
    STANDING_INVITATION = "standing invitation"
    RECEIVE_VISITS = "receive visits"
    NHRI_STATUS = "national institution status"
    BE_REVIEWED = "be reviewed"
    MAKE_RECOMMENDATIONS = "make recommendations"
    LEAD_A_TEXT = "lead a text"
    NONE = "none"


class YN(StrEnum):
    """The answer to one part of the test of a pledge."""

    YES = "y"
    NO = "n"


@dataclass(frozen=True, slots=True)
class Pledge:
    """One clause of a commitment, with the test whether it is specific, measurable and verifiable."""

    pledge_id: Annotated[str, "permanent id"]
    state: Annotated[str, "the state"]
    basis: Annotated[str, "candidacy for the Council, UPR voluntary pledge, or UPR recommendation supported"]
    term: Annotated[str, "the term stood for, or the UPR session"]
    document_symbol: Annotated[str | None, "the document that holds it, where found"]
    paragraph: Annotated[str | None, "paragraph of the document"]
    pledged_on: Annotated[PartialDate, "day, or year, of the commitment"]
    due_by: Annotated[date | None, "day by which it falls due"]
    pledge: Annotated[str, "the commitment, in our words"]
    theme: Annotated[str, "what it is about"]
    specific: Annotated[YN, "does it name an act"]
    specific_reason: Annotated[str, "why"]
    measurable: Annotated[YN, "could one tell how far it was done"]
    measurable_reason: Annotated[str, "why"]
    verifiable: Annotated[YN, "would a document settle it"]
    verifiable_reason: Annotated[str, "why"]
    indicator: Annotated[Indicator, "the query that tells whether it was kept"]
    indicator_of: Annotated[str | None, "what the query is about: treaties, a mandate, a status, a subject"]
    indicator_words: Annotated[str | None, "the indicator in words"]
    confidence: Annotated[int, CONFIDENCE]
    note: Annotated[str | None, NOTE]
    source_id: Annotated[str, SOURCE]
