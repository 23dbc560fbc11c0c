"""What each witness says of a roll call, before anything is decided: lists, printed totals, other reports."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from onrecord.sources.facts import Facts
from onrecord.sources.facts_read import LIBRARY_CATALOGUE, ReadRollCall, of_document
from onrecord.sources.facts_rows import (
    AddedRollCall,
    CorrectedField,
    ListedPositions,
    ListedRollCall,
    PositionCorrection,
    RollCallCorrection,
)
from onrecord.vocabulary.positions import LISTED, Position
from onrecord.vocabulary.rollcalls import ListStatus, Outcome, Witness
from onrecord.vocabulary.texts import TextKind


@dataclass(frozen=True, slots=True)
class Tally:
    """Totals according to one witness; ``absent`` is None where the witness does not print it.

    ``echo`` is true where another copy of the same publication says so already: it is shown, and weighs nothing.
    """

    witness: Witness
    yes: int
    no: int
    abstain: int
    absent: int | None
    source_id: str
    echo: bool = False

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
    """One vote of the Council with everything that any source says of it.

    ``read_from`` is the account in a document of the user's archive whose list is used, where no other is known.
    """

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
    read_from: ReadRollCall | None = None

    @property
    def text_id(self) -> str:
        """The symbol of the text voted on, or the roll call's own id where it has none."""
        return self.symbol or self.rollcall_id

    @property
    def deciding(self) -> tuple[Tally, ...]:
        """The printed tallies that are witnesses of their own."""
        return tuple(tally for tally in self.tallies if not tally.echo)

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


@dataclass(frozen=True, slots=True)
class _Listing:
    """The list of a vote's positions: how much of it there is, where it stands, and of what publication that is."""

    positions: Mapping[str, Position]
    status: ListStatus
    source_id: str
    publication: str
    read_from: ReadRollCall | None = None


def _with_accounts(own: _Listing, accounts: tuple[AddedRollCall, ...]) -> _Listing:
    """Return a vote's own list if it is whole; else the first whole list of a document; else all that any names.

    What curated accounts name stands before what documents name.
    """
    if own.status is ListStatus.FULL:
        return own
    read = [account for account in accounts if isinstance(account, ReadRollCall)]
    for account in read:
        if account.list_status is ListStatus.FULL:
            return _Listing(by_state(account), ListStatus.FULL, account.source_id, account.publication, account)
    named: dict[str, Position] = {}
    curated = [account for account in accounts if not isinstance(account, ReadRollCall)]
    for account in (*reversed(read), *curated):
        named |= by_state(account)
    named |= own.positions
    first = next((account for account in accounts if by_state(account)), None)
    source_id = own.source_id if own.positions or first is None else first.source_id
    return replace(own, positions=named, status=ListStatus.PARTIAL if named else own.status, source_id=source_id)


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
        own = by_state(self.positions.get(row.rollcall_id))
        status = ListStatus.FULL if own else ListStatus.NONE
        listing = _with_accounts(_Listing(own, status, row.source_id, LIBRARY_CATALOGUE), second)
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
            listed=listing.positions,
            list_status=listing.status,
            tallies=self._tallies(row.rollcall_id, row.symbol, second, listing),
            position_corrections=tuple(self.of_positions.get(row.rollcall_id, ())),
            rollcall_corrections=tuple(self.of_rollcalls.get(row.rollcall_id, ())),
            source_id=listing.source_id,
            note="; ".join(account.note for account in second if account.note) or None,
            second_accounts=second,
            read_from=listing.read_from,
        )

    def added(self, row: AddedRollCall) -> Case:
        second = tuple(self.second.get(row.rollcall_id, ()))
        read = row if isinstance(row, ReadRollCall) else None
        publication = read.publication if read else row.source_id
        own = _Listing(by_state(row), row.list_status, row.source_id, publication, read)
        listing = _with_accounts(own, second)
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
            listed=listing.positions,
            list_status=listing.status,
            tallies=self._tallies(row.rollcall_id, row.symbol, (row, *second), listing),
            position_corrections=tuple(self.of_positions.get(row.rollcall_id, ())),
            rollcall_corrections=tuple(self.of_rollcalls.get(row.rollcall_id, ())),
            source_id=listing.source_id,
            note=row.note,
            second_accounts=(row, *second) if second else (),
            read_from=listing.read_from,
        )

    def _tallies(
        self, rollcall_id: str, symbol: str | None, reports: tuple[AddedRollCall, ...], listing: _Listing
    ) -> tuple[Tally, ...]:
        found = []
        if total := self.totals.get(rollcall_id):
            cast = (total.yes, total.no, total.abstain)
            found.append(Tally(Witness.CATALOGUE_TOTAL, *cast, total.absent, total.source_id))
        if symbol and (note := self.notes.get(symbol)):
            found.append(Tally(Witness.ADOPTION_NOTE, note.yes, note.no, note.abstain, None, note.source_id))
        read = [report for report in reports if isinstance(report, ReadRollCall)]
        for report in reports:
            if not isinstance(report, ReadRollCall) and (printed := _printed(report, Witness.OTHER_REPORT)):
                found.append(printed)
        return (*found, *_of_documents(read, listing, tuple(found)))


def _printed(report: AddedRollCall, witness: Witness) -> Tally | None:
    if report.total_yes is None or report.total_no is None or report.total_abstain is None:
        return None
    cast = (report.total_yes, report.total_no, report.total_abstain)
    return Tally(witness, *cast, report.total_absent, report.source_id)


def _of_documents(read: list[ReadRollCall], listing: _Listing, before: tuple[Tally, ...]) -> Iterator[Tally]:
    """Yield the tally of each document: as printed, or counted from its whole list where it prints none."""
    said = [(LIBRARY_CATALOGUE, tally) for tally in before if tally.witness is Witness.CATALOGUE_TOTAL]
    if listing.status is ListStatus.FULL:
        said.append((listing.publication, counted(listing.positions, Witness.POSITIONS, listing.source_id)))
    for account in read:
        tally = _printed(account, Witness.READ_DOCUMENT)
        if tally is None and account.list_status is ListStatus.FULL and account is not listing.read_from:
            tally = counted(by_state(account), Witness.READ_DOCUMENT, account.source_id)
        if tally is not None:
            others = [other for publication, other in said if publication == account.publication]
            elsewhere = [other for other in others if other.source_id != account.source_id]
            said.append((account.publication, tally))
            yield replace(tally, echo=any(other.positions_apart(tally) == 0 for other in elsewhere))


def counted(positions: Mapping[str, Position | None], witness: Witness, source_id: str) -> Tally:
    """Return how many positions of each kind a list has; a document that lists nobody as absent may leave them out."""
    counts = Counter(positions.values())
    absent = counts[Position.ABSENT]
    cast = (counts[Position.YES], counts[Position.NO], counts[Position.ABSTAIN])
    return Tally(witness, *cast, absent if absent or not of_document(source_id) else None, source_id)


def _grouped(rows: Iterable, key: str) -> dict[str, list]:
    groups = defaultdict(list)
    for row in rows:
        groups[getattr(row, key)].append(row)
    return groups


def by_state(row: ListedPositions | AddedRollCall | None) -> dict[str, Position]:
    """Return the positions of a row of the facts by state."""
    if row is None:
        return {}
    return {state: position for position in LISTED for state in getattr(row, position.value)}
