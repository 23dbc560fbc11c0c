"""What each witness says of a roll call, before anything is decided: lists, printed totals, other reports."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from onrecord.sources.facts import Facts
from onrecord.sources.facts_rows import (
    AddedRollCall,
    CorrectedField,
    ListedRollCall,
    PositionCorrection,
    RollCallCorrection,
)
from onrecord.vocabulary.positions import LISTED, Position
from onrecord.vocabulary.rollcalls import ListStatus, Outcome, Witness
from onrecord.vocabulary.texts import TextKind


@dataclass(frozen=True, slots=True)
class Tally:
    """Totals according to one witness; ``absent`` is None where the witness does not print it."""

    witness: Witness
    yes: int
    no: int
    abstain: int
    absent: int | None
    source_id: str

    @property
    def cast(self) -> tuple[int, int, int]:
        """Yes, no and abstentions."""
        return (self.yes, self.no, self.abstain)

    def adds_up_to(self, seats: int) -> bool:
        """Return whether the witness's figures can be true of that many seats; without the absent, at most so many."""
        return sum(self.cast) <= seats if self.absent is None else sum(self.cast) + self.absent == seats

    def positions_apart(self, other: "Tally") -> int:
        """Return the least number of states' positions that must differ for both tallies to be true."""
        pairs = list(zip(self.cast, other.cast, strict=True))
        if self.absent is not None and other.absent is not None:
            pairs.append((self.absent, other.absent))
        over = sum(max(a - b, 0) for a, b in pairs)
        under = sum(max(b - a, 0) for a, b in pairs)
        return max(over, under)

    def written(self) -> str:
        """Return the figures as the field writes them: 32-4-11, with the absent after a fourth dash."""
        figures = "-".join(str(n) for n in self.cast)
        return figures if self.absent is None else f"{figures}-{self.absent}"


@dataclass(frozen=True, slots=True)
class Case:
    """One vote of the Council with everything that any source says of it."""

    rollcall_id: str
    symbol: str | None
    on_symbol: str | None
    session: str
    date: date
    kind: TextKind
    title: str
    agenda_item: str | None
    catalogue_subject: str | None
    listed_outcome: Outcome
    listed: Mapping[str, Position]
    list_status: ListStatus
    tallies: tuple[Tally, ...]
    position_corrections: tuple[PositionCorrection, ...]
    rollcall_corrections: tuple[RollCallCorrection, ...]
    source_id: str
    note: str | None = None
    second_accounts: tuple[AddedRollCall, ...] = field(default=())

    @property
    def text_id(self) -> str:
        """The symbol of the text voted on, or the roll call's own id where it has none."""
        return self.symbol or self.rollcall_id

    def corrected(self, what: CorrectedField) -> RollCallCorrection | None:
        """Return the correction of one field of the whole roll call, if a source gives one; the surest of several."""
        found = [c for c in self.rollcall_corrections if c.field is what]
        return max(found, key=lambda c: c.confidence, default=None)

    def seats(self, members: frozenset[str]) -> int:
        """Return the seats the list counts: the members', and those of states it has as absent without a seat.

        The catalogue goes on listing a suspended or withdrawn member as absent (Libya 2011, United States 2018).
        """
        return len(members) + sum(p is Position.ABSENT and s not in members for s, p in self.listed.items())


def cases(facts: Facts) -> list[Case]:
    """Return every vote of the Council with its witnesses, in the order of session and roll call."""
    witnesses = _Witnesses(facts)
    listed = [witnesses.catalogued(row) for row in facts.rollcalls]
    added = [witnesses.added(row) for row in facts.added if row.same_vote_as is None]
    return [*listed, *added]


class _Witnesses:
    """The facts indexed by roll call, for putting the cases together."""

    def __init__(self, facts: Facts) -> None:
        self.positions = {row.rollcall_id: row for row in facts.positions}
        self.totals = {row.rollcall_id: row for row in facts.catalogue_totals}
        self.notes = {row.symbol: row for row in facts.adoption_tallies}
        self.second = _grouped((row for row in facts.added if row.same_vote_as), "same_vote_as")
        self.of_positions = _grouped(facts.position_corrections, "rollcall_id")
        self.of_rollcalls = _grouped(facts.rollcall_corrections, "rollcall_id")

    def catalogued(self, row: ListedRollCall) -> Case:
        second = tuple(self.second.get(row.rollcall_id, ()))
        own = _by_state(self.positions.get(row.rollcall_id))
        listed = own or {state: p for account in second for state, p in _by_state(account).items()}
        listing = row if own else next((account for account in second if _by_state(account)), row)
        return Case(
            rollcall_id=row.rollcall_id,
            symbol=row.symbol,
            on_symbol=None,
            session=row.session,
            date=row.date,
            kind=row.kind,
            title=row.title,
            agenda_item=row.agenda_item,
            catalogue_subject=row.catalogue_subject,
            listed_outcome=row.outcome,
            listed=listed,
            list_status=ListStatus.FULL if own else ListStatus.PARTIAL if listed else ListStatus.NONE,
            tallies=self._tallies(row.rollcall_id, row.symbol, second),
            position_corrections=tuple(self.of_positions.get(row.rollcall_id, ())),
            rollcall_corrections=tuple(self.of_rollcalls.get(row.rollcall_id, ())),
            source_id=listing.source_id,
            note="; ".join(account.note for account in second if account.note) or None,
            second_accounts=second,
        )

    def added(self, row: AddedRollCall) -> Case:
        return Case(
            rollcall_id=row.rollcall_id,
            symbol=row.symbol,
            on_symbol=row.on_symbol,
            session=row.session,
            date=row.date,
            kind=row.kind,
            title=row.title,
            agenda_item=row.agenda_item,
            catalogue_subject=None,
            listed_outcome=row.outcome,
            listed=_by_state(row),
            list_status=row.list_status,
            tallies=self._tallies(row.rollcall_id, row.symbol, (row,)),
            position_corrections=tuple(self.of_positions.get(row.rollcall_id, ())),
            rollcall_corrections=tuple(self.of_rollcalls.get(row.rollcall_id, ())),
            source_id=row.source_id,
            note=row.note,
        )

    def _tallies(self, rollcall_id: str, symbol: str | None, reports: tuple[AddedRollCall, ...]) -> tuple[Tally, ...]:
        found = []
        if total := self.totals.get(rollcall_id):
            cast = (total.yes, total.no, total.abstain)
            found.append(Tally(Witness.CATALOGUE_TOTAL, *cast, total.absent, total.source_id))
        if symbol and (note := self.notes.get(symbol)):
            found.append(Tally(Witness.ADOPTION_NOTE, note.yes, note.no, note.abstain, None, note.source_id))
        for report in reports:
            if report.total_yes is not None and report.total_no is not None and report.total_abstain is not None:
                cast = (report.total_yes, report.total_no, report.total_abstain)
                found.append(Tally(Witness.OTHER_REPORT, *cast, report.total_absent, report.source_id))
        return tuple(found)


def _grouped(rows, key: str) -> dict[str, list]:
    groups = defaultdict(list)
    for row in rows:
        groups[getattr(row, key)].append(row)
    return groups


def _by_state(row) -> dict[str, Position]:
    if row is None:
        return {}
    return {state: position for position in LISTED for state in getattr(row, position.value)}
