"""The record's tables: one frozen row type per table, its docstrings the data dictionary."""

from dataclasses import dataclass, fields
from datetime import date
from types import UnionType
from typing import Annotated, Any, get_args, get_type_hints

from onrecord.sources.facts_carried import CARRIED


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A publication that rows are cited to."""

    source_id: Annotated[str, "the publication's id in the record"]
    title: Annotated[str, "publisher and title"]
    url: Annotated[str | None, "address where it was read; none where it was read in print or through another"]


@dataclass(frozen=True, slots=True)
class StateTable:
    """A state, present or former, or another entity that votes or is spoken of."""

    iso3: Annotated[str, "ISO 3166-1 alpha-3 code; former states by their former codes"]
    iso2: Annotated[str | None, "ISO 3166-1 alpha-2 code"]
    m49: Annotated[str | None, "UN M49 code, three digits"]
    slug: Annotated[str, "the state's name in page addresses"]
    kind: Annotated[str, "member state, observer, former state or other"]
    un_member_from: Annotated[date | None, "day of admission to the United Nations"]
    un_member_to: Annotated[date | None, "last day of membership under this code"]
    existed_from: Annotated[date | None, "first day of the state, where within the UN's time"]
    existed_to: Annotated[date | None, "last day of the state, where within the UN's time"]
    continues: Annotated[str | None, "the state whose membership it continues"]
    source_id: Annotated[str, "where the row comes from"]


@dataclass(frozen=True, slots=True)
class StateNameTable:
    """One name of a state, with the days between which it was in use."""

    iso3: Annotated[str, "the state"]
    name: Annotated[str, "the name as written"]
    kind: Annotated[str, "short, formal, historic, alias or demonym"]
    language: Annotated[str, "ISO 639-1 code of the name's language"]
    valid_from: Annotated[date | None, "first day of use; none for from the beginning"]
    valid_to: Annotated[date | None, "last day of use; none for still in use"]
    source_id: Annotated[str, "where the name comes from"]


@dataclass(frozen=True, slots=True)
class RegionalGroupTable:
    """A state's regional group at the United Nations, dated."""

    iso3: Annotated[str, "the state"]
    regional_group: Annotated[str, "AG, APG, EEG, GRULAC or WEOG"]
    valid_from: Annotated[date | None, "first day in the group; none for from the beginning"]
    valid_to: Annotated[date | None, "last day in the group; none for still in it"]
    source_id: Annotated[str, "where the row comes from"]


@dataclass(frozen=True, slots=True)
class MembershipTable:
    """One term of a state on the Human Rights Council."""

    body: Annotated[str, "HRC"]
    state: Annotated[str, "the state"]
    term_start: Annotated[date, "first day of the term"]
    term_end: Annotated[date, "last day of the term"]
    end_reason: Annotated[str | None, "expired, suspended, withdrew; none while the term runs"]
    how_entered: Annotated[str, "elected or replacement"]
    regional_group: Annotated[str, "the group whose seat it was"]
    election_date: Annotated[date, "day of the election"]
    note: Annotated[str | None, "what is particular to the term"]
    confidence: Annotated[int, "2 seen and not contradicted, 1 seen once, partial or disputed"]
    source_id: Annotated[str, "where the row comes from"]


@dataclass(frozen=True, slots=True)
class SessionTable:
    """A session of the Human Rights Council."""

    session: Annotated[str, "number; special sessions as S-n, organizational meetings as OM/n"]
    kind: Annotated[str, "regular, special or organizational"]
    opened: Annotated[date | None, "first day; none where no source was found"]
    closed: Annotated[date | None, "last day; none where no source was found"]
    first_decision: Annotated[date | None, "earliest decision of the session in the record"]
    last_decision: Annotated[date | None, "latest decision of the session in the record"]
    confidence: Annotated[int, "2 seen and not contradicted, 1 seen once, partial or disputed"]
    source_id: Annotated[str, "where the dates come from"]


@dataclass(frozen=True, slots=True)
class AgendaItemTable:
    """An item of the Council's agenda."""

    item: Annotated[str, "number of the item"]
    title: Annotated[str, "the item's title"]
    source_id: Annotated[str, "where the row comes from"]


@dataclass(frozen=True, slots=True)
class TextTable:
    """A text before the Human Rights Council, however it was decided; or a motion about one."""

    text_id: Annotated[str, "document symbol; the roll call's id for a motion without a symbol"]
    symbol: Annotated[str | None, "document symbol in standard form"]
    slug: Annotated[str, "the text's part of its page's address"]
    session: Annotated[str, "session at which it was decided"]
    decided_on: Annotated[date | None, "day of the decision; none where the source gives none"]
    kind: Annotated[str, "resolution, decision, draft, amendment or motion"]
    title: Annotated[str, "title, after corrections"]
    agenda_item: Annotated[str | None, "agenda item, after corrections; special sessions have none"]
    listed_agenda_item: Annotated[str | None, "agenda item as the catalogue has it"]
    item_basis: Annotated[str | None, "why the item differs from the catalogue's"]
    catalogue_subject: Annotated[str | None, "subject heading of the catalogue"]
    how_decided: Annotated[str, "recorded vote, without a vote, or not put to the vote"]
    outcome: Annotated[str, "what became of the text"]
    parent_id: Annotated[str | None, "for an amendment or motion: the text it is about"]
    parent_rule: Annotated[str | None, "how the parent was found"]
    source_id: Annotated[str, "where the row comes from"]


@dataclass(frozen=True, slots=True)
class RollCallTable:
    """One recorded vote, with the reading used and the rules that chose it."""

    rollcall_id: Annotated[str, "permanent id of the vote"]
    body: Annotated[str, "HRC or GA"]
    text_id: Annotated[str | None, "the text voted on (HRC)"]
    symbol: Annotated[str | None, "document symbol of the text in standard form"]
    slug: Annotated[str, "the vote's part of its page's address"]
    session: Annotated[str, "session of the body"]
    date: Annotated[date, "day of the vote, after corrections"]
    date_precision: Annotated[
        str, "day; month where the source's days are damaged; document where an amendment's date is its document's"
    ]
    listed_date: Annotated[date, "day as listed"]
    kind: Annotated[str, "resolution, decision, draft, amendment or motion; text for the Assembly"]
    title: Annotated[str, "title, after corrections"]
    listed_title: Annotated[str, "title as listed"]
    agenda_item: Annotated[str | None, "agenda item, after corrections"]
    vote_taken: Annotated[bool, "false where the catalogue lists a vote that never was"]
    outcome: Annotated[str | None, "what became of the text, from the tally used and named sources"]
    listed_outcome: Annotated[str | None, "outcome as compiled from the catalogue's list"]
    status: Annotated[str, "agreed, one witness, sources conflict or no positions"]
    severity: Annotated[str | None, "fault or severe where witnesses conflict"]
    apart: Annotated[int, "least number of positions in which list and totals must differ"]
    yes: Annotated[int | None, "in favour, by the reading used"]
    no: Annotated[int | None, "against, by the reading used"]
    abstain: Annotated[int | None, "abstaining, by the reading used"]
    absent: Annotated[int | None, "absent, by the reading used; none where the witness does not print it"]
    tally_witness: Annotated[str | None, "the witness whose figures are used"]
    tally_rule: Annotated[str, "the rule by which that witness was chosen"]
    positions_rule: Annotated[str, "the rule by which positions are read"]
    list_status: Annotated[str, "full, partial or none: how much of the list is in the record"]
    note: Annotated[str | None, "what is particular to the vote"]
    source_id: Annotated[str, "where the list comes from"]


@dataclass(frozen=True, slots=True)
class TallyTable:
    """What one witness says of a vote's totals; every witness is kept."""

    rollcall_id: Annotated[str, "the vote"]
    witness: Annotated[str, "who says so"]
    yes: Annotated[int, "in favour"]
    no: Annotated[int, "against"]
    abstain: Annotated[int, "abstaining"]
    absent: Annotated[int | None, "absent; none where the witness does not print it"]
    source_id: Annotated[str, "where it is printed, or where the list stands that was counted"]


@dataclass(frozen=True, slots=True)
class VoteTable:
    """One state's position in one vote: the reading used beside what is listed."""

    rollcall_id: Annotated[str, "the vote"]
    state: Annotated[str, "the state"]
    position: Annotated[str | None, "yes, no, abstain or absent; none where the list cannot be used"]
    listed: Annotated[str, "position as the source lists it"]
    rule: Annotated[str, "the rule by which the position is read"]
    correction_id: Annotated[str | None, "the correction that bears on it"]
    doubtful: Annotated[bool, "true where the vote's witnesses leave this position in doubt"]
    listed_code: Annotated[str | None, "code in the compilation where it differs from the state's"]


@dataclass(frozen=True, slots=True)
class CorrectionTable:
    """What a source or an argument says against a listed value; the listed value stays."""

    correction_id: Annotated[str, "permanent id"]
    rollcall_id: Annotated[str, "the vote"]
    state: Annotated[str | None, "the state; none where it is not identified or the whole vote is meant"]
    field: Annotated[str, "position, or the field of the vote"]
    listed: Annotated[str | None, "value as listed"]
    corrected: Annotated[str, "value it should have"]
    basis: Annotated[str, "named in a source, or how it is inferred"]
    reason: Annotated[str, "the reason in words"]
    confidence: Annotated[int, "2 named in a source, 1 inferred, 0 open and never applied"]
    applied: Annotated[bool, "whether the reading used follows it"]
    source_id: Annotated[str, "on whose word"]


@dataclass(frozen=True, slots=True)
class SituationTable:
    """Which country situation a text concerns, by whose coding and on what basis; one row with none if none."""

    text_id: Annotated[str, "the text"]
    subject: Annotated[str | None, "state or territory; none for a text that concerns no country situation"]
    rule: Annotated[str, "the coder's rule"]
    basis: Annotated[str, "the words or field the coding rests on"]
    read_by_eye: Annotated[bool, "whether a person read the text's title and subject"]
    note: Annotated[str | None, "a judgement made, or what the rules said where the reader differed"]


@dataclass(frozen=True, slots=True)
class SubjectTable:
    """A country situation: a state or territory that texts concern."""

    subject: Annotated[str, "ISO 3166-1 alpha-3 code"]
    slug: Annotated[str, "the situation's part of its page's address"]
    label: Annotated[str, "name of the situation"]
    kind: Annotated[str, "state or territory"]
    note: Annotated[str | None, "what the situation takes in"]


@dataclass(frozen=True, slots=True)
class FindingTable:
    """Something the audit found by rule: where, what was expected, what was found, how it was settled."""

    finding_id: Annotated[str, "permanent id: rule and place"]
    rule: Annotated[str, "the audit's rule"]
    severity: Annotated[str, "note, fault or severe"]
    rollcall_id: Annotated[str | None, "the vote it is about"]
    text_id: Annotated[str | None, "the text it is about"]
    state: Annotated[str | None, "the state it is about"]
    place: Annotated[str, "where in the sources"]
    expected: Annotated[str, "what should hold"]
    found: Annotated[str, "what was found"]
    settled: Annotated[str, "what became of it and by which rule, or that it is open"]
    source_id: Annotated[str | None, "the source in which it was found"]


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """What a table can answer: scope, days, completeness and why."""

    table_name: Annotated[str, "the record's table"]
    scope: Annotated[str, "which rows are meant"]
    covers_from: Annotated[date | None, "first day covered"]
    covers_to: Annotated[date | None, "last day covered"]
    complete: Annotated[bool, "whether absence from the table means absence in fact"]
    rows: Annotated[int, "number of rows in the scope"]
    why: Annotated[str, "what is known to be missing or faulty"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the record: its row type and its unique order."""

    row_type: type[Any]
    order: tuple[str, ...]

    @property
    def columns(self) -> dict[str, tuple[str, bool, str]]:
        """Column name to (DuckDB type, may be none, description)."""
        hints = get_type_hints(self.row_type, include_extras=True)
        return {field.name: _column(hints[field.name]) for field in fields(self.row_type)}


_DUCKDB: dict[type, str] = {int: "INTEGER", date: "DATE", bool: "BOOLEAN"}


def _column(hint: Any) -> tuple[str, bool, str]:
    kind, description = get_args(hint)
    if isinstance(kind, UnionType):
        return _duckdb(get_args(kind)[0]), True, description
    return _duckdb(kind), False, description


def _duckdb(kind: type) -> str:
    return "VARCHAR" if issubclass(kind, str) else _DUCKDB[kind]


TABLES: dict[str, Table] = {
    "source": Table(SourceTable, ("source_id",)),
    "state": Table(StateTable, ("iso3",)),
    "state_name": Table(StateNameTable, ("iso3", "language", "kind", "name", "valid_from")),
    "regional_group": Table(RegionalGroupTable, ("iso3", "valid_from")),
    "membership": Table(MembershipTable, ("state", "term_start")),
    "session": Table(SessionTable, ("session",)),
    "agenda_item": Table(AgendaItemTable, ("item",)),
    "text": Table(TextTable, ("text_id",)),
    "rollcall": Table(RollCallTable, ("rollcall_id",)),
    "tally": Table(TallyTable, ("rollcall_id", "witness", "source_id")),
    "vote": Table(VoteTable, ("rollcall_id", "state")),
    "correction": Table(CorrectionTable, ("correction_id", "field", "state")),
    "situation": Table(SituationTable, ("text_id", "subject")),
    "subject": Table(SubjectTable, ("subject",)),
    "finding": Table(FindingTable, ("finding_id",)),
    "coverage": Table(CoverageTable, ("table_name", "scope")),
    **{name: Table(carried.row_type, carried.key) for name, carried in CARRIED.items()},
}
"""Every table of the record, with the columns that give its rows a unique order."""

MANIFEST = "manifest.json"
"""The file beside the tables that says how many rows each has and the hash of its bytes."""

FORMAT = 1
"""Version of the tables' layout; a record of another version is not opened."""
