"""The rows of facts/: one frozen type per curated table, its fields the table's columns in order."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.vocabulary.rollcalls import Body, ListStatus, Outcome
from onrecord.vocabulary.states import NameKind, RegionalGroup, State, StateKind
from onrecord.vocabulary.texts import TextKind


@dataclass(frozen=True, slots=True)
class SourceRow:
    """sources.csv: a publication that facts are cited to."""

    source_id: str
    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class ListedRollCall:
    """hrc/rollcalls.csv: a recorded vote as the OHCHR Library's catalogue has it."""

    rollcall_id: str
    symbol: str
    catalogue_symbol: str | None
    session: str
    date: date
    kind: TextKind
    title: str
    agenda_item: str | None
    catalogue_subject: str | None
    outcome: Outcome
    source_id: str


@dataclass(frozen=True, slots=True)
class ListedPositions:
    """hrc/positions.csv: the positions a catalogue record lists, by ISO 3166 alpha-3 code."""

    rollcall_id: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    abstain: tuple[str, ...]
    absent: tuple[str, ...]
    source_id: str


@dataclass(frozen=True, slots=True)
class CatalogueTotal:
    """hrc/catalogue_totals.csv: the totals of a catalogue record where they contradict its own list."""

    rollcall_id: str
    library_record: str
    yes: int
    no: int
    abstain: int
    absent: int
    source_id: str


@dataclass(frozen=True, slots=True)
class AdoptionTally:
    """hrc/second_witness_tallies.csv: the tally of an adopted text printed on OHCHR's session pages."""

    symbol: str
    date: date | None
    yes: int
    no: int
    abstain: int
    source_id: str


@dataclass(frozen=True, slots=True)
class AdoptedWithoutVote:
    """hrc/adopted_without_vote.csv: a text adopted without a vote, with the year it is listed under."""

    symbol: str
    date: date | None
    listed_year: int
    title: str
    source_id: str


@dataclass(frozen=True, slots=True)
class AddedRollCall:
    """hrc/rollcalls_added.csv: a vote the catalogue lacks, or a second account of one it has.

    ``same_vote_as`` names the catalogue's roll call that the row is another account of; the row then is a
    witness, not a vote of its own. Positions may be partial: ``list_status`` says so.
    """

    rollcall_id: str
    symbol: str | None
    on_symbol: str | None
    same_vote_as: str | None
    session: str
    date: date
    kind: TextKind
    title: str
    agenda_item: str | None
    outcome: Outcome
    list_status: ListStatus
    yes: tuple[str, ...]
    no: tuple[str, ...]
    abstain: tuple[str, ...]
    absent: tuple[str, ...]
    total_yes: int | None
    total_no: int | None
    total_abstain: int | None
    total_absent: int | None
    confidence_list: int | None
    confidence_totals: int | None
    note: str | None
    source_id: str


@dataclass(frozen=True, slots=True)
class PositionCorrection:
    """hrc/corrections_positions.csv: what one state's position should be; no state where it is not identified."""

    correction_id: str
    rollcall_id: str
    state: str | None
    recorded: str
    corrected: str
    basis: str
    reason: str
    confidence: int
    source_id: str


class CorrectedField(StrEnum):
    """What of a whole roll call a correction is about."""

    POSITIONS = "positions"
    VOTE_TAKEN = "vote taken"
    OUTCOME = "outcome"
    KIND = "kind"
    DATE = "date"
    TITLE = "title"
    AGENDA_ITEM = "agenda item"


@dataclass(frozen=True, slots=True)
class RollCallCorrection:
    """hrc/corrections_rollcalls.csv: what a whole roll call's field should be, and on whose word."""

    correction_id: str
    rollcall_id: str
    field: CorrectedField
    corrected: str
    basis: str
    reason: str
    confidence: int
    source_id: str


class EndReason(StrEnum):
    """Why a term on the Council ended."""

    EXPIRED = "expired"
    SUSPENDED = "suspended"
    WITHDREW = "withdrew"


class HowEntered(StrEnum):
    """How a state came to its seat."""

    ELECTED = "elected"
    REPLACEMENT = "replacement"


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """membership.csv: one term of a state on a body; first and last day inclusive."""

    body: Body
    state: str
    term_start: date
    term_end: date
    end_reason: EndReason | None
    how_entered: HowEntered
    regional_group: RegionalGroup
    election_date: date
    note: str | None
    confidence: int
    source_id: str


class SessionKind(StrEnum):
    """How a session came about."""

    REGULAR = "regular"
    SPECIAL = "special"
    ORGANIZATIONAL = "organizational"


@dataclass(frozen=True, slots=True)
class SessionRow:
    """hrc/sessions.csv: a session, its first and last day, and the situation it was called on."""

    session: str
    kind: SessionKind
    subject: str | None
    opened: date | None
    closed: date | None
    source_id: str
    confidence: int


@dataclass(frozen=True, slots=True)
class AgendaItemRow:
    """hrc/agenda_items.csv: an item of the Council's agenda."""

    item: str
    title: str
    source_id: str


@dataclass(frozen=True, slots=True)
class AgendaItemReading:
    """hrc/agenda_item_readings.csv: a text's item where the catalogue gives none or a wrong one."""

    text_id: str
    agenda_item: str
    basis: str
    source_id: str


@dataclass(frozen=True, slots=True)
class SituationReading:
    """situations/readings.csv: which situations a text was read to concern, by eye."""

    text_id: str
    subjects: str
    agrees: str
    note: str | None
    reader: str


@dataclass(frozen=True, slots=True)
class SituationTerm:
    """situations/terms.csv: words that name a situation in a title or catalogue subject."""

    term: str
    subject: str
    note: str | None


@dataclass(frozen=True, slots=True)
class AssemblyRollCall:
    """ga/rollcalls.csv: a recorded vote of the General Assembly."""

    rollcall_id: str
    unvotes_rcid: int
    symbol: str | None
    session: str
    date: date
    title: str | None
    amendment: int | None
    paragraph: int | None
    us_important: int | None
    issues: str | None
    source_id: str


@dataclass(frozen=True, slots=True)
class AssemblyPositions:
    """ga/positions.csv: positions in a General Assembly roll call; absences are not recorded there."""

    rollcall_id: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    abstain: tuple[str, ...]
    source_id: str


@dataclass(frozen=True, slots=True)
class StateRow:
    """states/states.csv: a state, present or former, with its codes and days."""

    iso3: str
    iso2: str | None
    m49: str | None
    slug: str
    kind: StateKind
    un_member_from: date | None
    un_member_to: date | None
    existed_from: date | None
    existed_to: date | None
    continues: str | None
    source_id: str

    def state(self) -> State:
        """The row as the vocabulary's noun."""
        return State(
            self.iso3, self.iso2, self.m49, self.slug, self.kind,
            self.un_member_from, self.un_member_to, self.existed_from, self.existed_to, self.continues,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameRow:
    """states/names.csv: a name of a state in English, dated."""

    iso3: str
    name: str
    kind: NameKind
    language: str
    valid_from: date | None
    valid_to: date | None
    source_id: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """states/groups.csv: a state's regional group, dated."""

    iso3: str
    regional_group: RegionalGroup
    valid_from: date | None
    valid_to: date | None
    source_id: str
