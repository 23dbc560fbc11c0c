"""Reads facts/ whole: every table strictly, then what holds between tables (codes, keys, citations)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from typing import Any

from onrecord.sources.facts_carried import Carried, check_carried, read_carried
from onrecord.sources.facts_corrections import check_position_corrections, check_rollcall_corrections
from onrecord.sources.facts_csv import read_table
from onrecord.sources.facts_read import FromDocuments
from onrecord.sources.facts_rows import (
    AddedRollCall,
    AdoptedWithoutVote,
    AdoptionTally,
    AgendaItemReading,
    AgendaItemRow,
    AssemblyPositions,
    AssemblyRollCall,
    CatalogueTotal,
    GroupRow,
    ListedPositions,
    ListedRollCall,
    MembershipRow,
    NameRow,
    PositionCorrection,
    RollCallCorrection,
    SessionRow,
    SituationReading,
    SituationTerm,
    SourceRow,
    StateRow,
)
from onrecord.vocabulary.errors import DamagedFact, NotInVocabulary
from onrecord.vocabulary.positions import LISTED
from onrecord.vocabulary.situations import Subject
from onrecord.vocabulary.symbols import parse_symbol


@dataclass(frozen=True, slots=True)
class Facts:
    """All curated facts, one tuple of rows per table, in file order; and what the user's documents added to them."""

    sources: tuple[SourceRow, ...]
    states: tuple[StateRow, ...]
    names: tuple[NameRow, ...]
    groups: tuple[GroupRow, ...]
    subjects: tuple[Subject, ...]
    terms: tuple[SituationTerm, ...]
    readings: tuple[SituationReading, ...]
    membership: tuple[MembershipRow, ...]
    sessions: tuple[SessionRow, ...]
    agenda_items: tuple[AgendaItemRow, ...]
    agenda_item_readings: tuple[AgendaItemReading, ...]
    rollcalls: tuple[ListedRollCall, ...]
    positions: tuple[ListedPositions, ...]
    catalogue_totals: tuple[CatalogueTotal, ...]
    adoption_tallies: tuple[AdoptionTally, ...]
    adopted_without_vote: tuple[AdoptedWithoutVote, ...]
    added: tuple[AddedRollCall, ...]
    position_corrections: tuple[PositionCorrection, ...]
    rollcall_corrections: tuple[RollCallCorrection, ...]
    assembly_rollcalls: tuple[AssemblyRollCall, ...]
    assembly_positions: tuple[AssemblyPositions, ...]
    carried: Carried
    read: FromDocuments = field(default_factory=FromDocuments)


@dataclass(frozen=True, slots=True)
class _Table:
    path: str
    row_type: type[Any]
    key: Callable[[Any], object]


TABLES = {
    "sources": _Table("sources.csv", SourceRow, lambda r: r.source_id),
    "states": _Table("states/states.csv", StateRow, lambda r: r.iso3),
    "names": _Table("states/names.csv", NameRow, lambda r: (r.iso3, r.name, r.kind, r.valid_from)),
    "groups": _Table("states/groups.csv", GroupRow, lambda r: (r.iso3, r.valid_from)),
    "subjects": _Table("situations/subjects.csv", Subject, lambda r: r.subject),
    "terms": _Table("situations/terms.csv", SituationTerm, lambda r: r.term),
    "readings": _Table("situations/readings.csv", SituationReading, lambda r: r.text_id),
    "membership": _Table("membership.csv", MembershipRow, lambda r: (r.body, r.state, r.term_start)),
    "sessions": _Table("hrc/sessions.csv", SessionRow, lambda r: r.session),
    "agenda_items": _Table("hrc/agenda_items.csv", AgendaItemRow, lambda r: r.item),
    "agenda_item_readings": _Table("hrc/agenda_item_readings.csv", AgendaItemReading, lambda r: r.text_id),
    "rollcalls": _Table("hrc/rollcalls.csv", ListedRollCall, lambda r: r.rollcall_id),
    "positions": _Table("hrc/positions.csv", ListedPositions, lambda r: r.rollcall_id),
    "catalogue_totals": _Table("hrc/catalogue_totals.csv", CatalogueTotal, lambda r: r.rollcall_id),
    "adoption_tallies": _Table("hrc/second_witness_tallies.csv", AdoptionTally, lambda r: r.symbol),
    "adopted_without_vote": _Table("hrc/adopted_without_vote.csv", AdoptedWithoutVote, lambda r: r.symbol),
    "added": _Table("hrc/rollcalls_added.csv", AddedRollCall, lambda r: r.rollcall_id),
    "position_corrections": _Table("hrc/corrections_positions.csv", PositionCorrection, lambda r: r.correction_id),
    "rollcall_corrections": _Table(
        "hrc/corrections_rollcalls.csv", RollCallCorrection, lambda r: (r.correction_id, r.field)
    ),
    "assembly_rollcalls": _Table("ga/rollcalls.csv", AssemblyRollCall, lambda r: r.rollcall_id),
    "assembly_positions": _Table("ga/positions.csv", AssemblyPositions, lambda r: r.rollcall_id),
}


def read_facts(root: Path) -> Facts:
    """Return every fact under ``root``; DamagedFact names file, row, column, what was expected and found."""
    if not root.is_dir():
        raise DamagedFact(str(root), "a folder of facts", "no such folder")
    tables: dict[str, Any] = {
        name: read_table(root / table.path, table.row_type, root) for name, table in TABLES.items()
    }
    facts = Facts(**tables, carried=read_carried(root))
    for name, table in TABLES.items():
        _check_unique(tables[name], table)
    _check_citations(facts)
    _check_states(facts)
    _check_rollcalls(facts)
    _check_symbols(facts)
    _check_subjects(facts)
    _check_corrections(facts)
    check_carried(
        facts.carried,
        {row.source_id for row in facts.sources},
        {row.iso3 for row in facts.states},
        {row.subject for row in facts.subjects},
    )
    return facts


def _place(table: _Table, index: int) -> str:
    return f"facts/{table.path} row {index + 2}"


def _check_unique(rows: Sequence, table: _Table) -> None:
    seen: dict[object, int] = {}
    for index, row in enumerate(rows):
        key = table.key(row)
        if key in seen:
            raise DamagedFact(_place(table, index), "a key of its own", f"{key!r}, already in row {seen[key] + 2}")
        seen[key] = index


def _check_known(facts: Facts, column: str, known: Iterable[object], what: str, folder: str = "") -> None:
    """Check that every value of ``column``, in whichever tables of a folder have it, is one of ``known``."""
    known = frozenset(known)
    for name, table in TABLES.items():
        if not table.path.startswith(folder) or column not in {one.name for one in fields(table.row_type)}:
            continue
        for index, row in enumerate(getattr(facts, name)):
            value = getattr(row, column)
            values = value if isinstance(value, tuple) else (value,)
            for one in values:
                if one is not None and one not in known:
                    raise DamagedFact(f"{_place(table, index)}, column {column}", what, repr(one))


def _check_citations(facts: Facts) -> None:
    _check_known(facts, "source_id", (s.source_id for s in facts.sources), "a source_id of sources.csv")


def _check_states(facts: Facts) -> None:
    codes = {state.iso3 for state in facts.states}
    for column in ("yes", "no", "abstain", "absent"):
        _check_positions_column(facts, column, codes)
    for column in ("state", "iso3"):
        _check_known(facts, column, codes, "an ISO 3166 alpha-3 code of states/states.csv")


def _check_positions_column(facts: Facts, column: str, codes: set[str]) -> None:
    for name in ("positions", "added", "assembly_positions"):
        table = TABLES[name]
        for index, row in enumerate(getattr(facts, name)):
            unknown = set(getattr(row, column, ())) - codes
            if unknown:
                raise DamagedFact(
                    f"{_place(table, index)}, column {column}",
                    "ISO 3166 alpha-3 codes of states/states.csv",
                    " ".join(sorted(unknown)),
                )


def _check_rollcalls(facts: Facts) -> None:
    _check_each_listed_once(facts)
    known = {r.rollcall_id for r in facts.rollcalls} | {r.rollcall_id for r in facts.added}
    assembly = {r.rollcall_id for r in facts.assembly_rollcalls}
    _check_known(facts, "rollcall_id", known, "a rollcall_id of hrc/rollcalls.csv or rollcalls_added.csv", "hrc/")
    _check_known(facts, "rollcall_id", assembly, "a rollcall_id of ga/rollcalls.csv", "ga/")
    _check_known(facts, "same_vote_as", known, "a rollcall_id of hrc/rollcalls.csv")
    _check_known(facts, "session", (s.session for s in facts.sessions), "a session of hrc/sessions.csv", "hrc/")
    _check_have_positions(facts)


def _check_have_positions(facts: Facts) -> None:
    """Check that every roll call has its row of positions, if an empty one."""
    for name, positions in (("rollcalls", facts.positions), ("assembly_rollcalls", facts.assembly_positions)):
        with_row = {row.rollcall_id for row in positions}
        for index, row in enumerate(getattr(facts, name)):
            if row.rollcall_id not in with_row:
                raise DamagedFact(_place(TABLES[name], index), "a row of positions.csv", f"none for {row.rollcall_id}")


def _check_symbols(facts: Facts) -> None:
    """Check that texts adopted without a vote are resolutions or decisions, and that tallies belong to a vote."""
    for index, row in enumerate(facts.adopted_without_vote):
        if not row.symbol.startswith(("A/HRC/RES/", "A/HRC/DEC/")) or not _is_standard(row.symbol):
            place = f"{_place(TABLES['adopted_without_vote'], index)}, column symbol"
            raise DamagedFact(place, "the symbol of a resolution or decision in standard form", repr(row.symbol))
    voted = {row.symbol for row in (*facts.rollcalls, *facts.added)}
    for index, row in enumerate(facts.adoption_tallies):
        if row.symbol not in voted:
            place = f"{_place(TABLES['adoption_tallies'], index)}, column symbol"
            raise DamagedFact(place, "the symbol of a roll call", repr(row.symbol))


def _is_standard(symbol: str) -> bool:
    try:
        return parse_symbol(symbol).text == symbol
    except NotInVocabulary:
        return False


def _check_subjects(facts: Facts) -> None:
    subjects = {s.subject for s in facts.subjects}
    _check_known(facts, "subject", subjects, "a subject of situations/subjects.csv")
    for index, row in enumerate(facts.readings):
        if unknown := set(row.subjects.split()) - subjects - {"none"}:
            place = f"{_place(TABLES['readings'], index)}, column subjects"
            raise DamagedFact(place, "subjects of situations/subjects.csv, or none", " ".join(sorted(unknown)))


def _check_corrections(facts: Facts) -> None:
    for column in ("confidence", "confidence_list", "confidence_totals"):
        _check_known(facts, column, (0, 1, 2), "0, 1 or 2")
    listed = {
        (row.rollcall_id, state): position.value
        for row in (*facts.positions, *facts.added)
        for position in LISTED
        for state in getattr(row, position.value)
    }
    place = partial(_place, TABLES["position_corrections"])
    check_position_corrections(facts.position_corrections, listed, place)
    check_rollcall_corrections(facts.rollcall_corrections, partial(_place, TABLES["rollcall_corrections"]))


def _check_each_listed_once(facts: Facts) -> None:
    """Check that a state stands in a roll call once: two positions for one state are damage, not data."""
    for name in ("positions", "added", "assembly_positions"):
        for index, row in enumerate(getattr(facts, name)):
            listed = [*row.yes, *row.no, *row.abstain, *getattr(row, "absent", ())]
            if len(set(listed)) < len(listed):
                twice = sorted(code for code, n in Counter(listed).items() if n > 1)
                raise DamagedFact(_place(TABLES[name], index), "each state once", f"twice: {' '.join(twice)}")
