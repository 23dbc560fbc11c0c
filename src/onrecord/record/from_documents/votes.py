"""Votes in documents as accounts of the record's roll calls, or as roll calls of their own; what cannot be placed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from onrecord.record.from_documents.identifying import (
    APART,
    FURTHER,
    OTHER_DAY,
    Identity,
    Known,
    KnownVotes,
    identify,
    symbol_of,
)
from onrecord.record.from_documents.said import DocumentRead, VoteSaid
from onrecord.record.seats import Seats
from onrecord.record.witnesses import Case, cases
from onrecord.sources.facts import Facts
from onrecord.sources.facts_read import ReadFinding, ReadRollCall
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import ListStatus, Outcome
from onrecord.vocabulary.statements import TextSaid
from onrecord.vocabulary.symbols import SymbolKind
from onrecord.vocabulary.texts import TextKind

DIFFERS, NOT_USED = "read document differs", "read document not used"
_NO_VOTE = frozenset({Outcome.ADOPTED_WITHOUT_A_VOTE, Outcome.ACCEPTED_BY_SPONSOR, Outcome.NOT_PUT})
_FINAL = {"RES": TextKind.RESOLUTION, "DEC": TextKind.DECISION}
_REASONS = {
    APART: "votes on one symbol that the figures or the order tell apart",
    OTHER_DAY: "the day of the record's vote on this symbol",
}


@dataclass(slots=True)
class Layered:
    """What documents come to: accounts of votes, and findings."""

    accounts: list[ReadRollCall] = field(default_factory=list)
    findings: list[ReadFinding] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)


def votes_layered(facts: Facts, documents: Iterable[DocumentRead]) -> Layered:
    """Return every vote of the documents as an account of a roll call, or a finding that says why it is none."""
    documents = list(documents)
    layers = _Votes(facts, documents)
    for read in documents:
        layers.document(read)
    return layers.found


class _Votes:
    """The record's roll calls, while documents are laid over them one after another."""

    def __init__(self, facts: Facts, documents: list[DocumentRead]) -> None:
        before = cases(facts)
        self.found = Layered()
        self._cases: dict[str, Case] = {case.rollcall_id: case for case in before}
        self._known = KnownVotes(facts, before, documents)
        self._ids = set(self._cases)
        self._sessions = {row.session for row in facts.sessions}
        self._items = {row.item for row in facts.agenda_items}
        self._unvoted = {row.symbol for row in facts.adopted_without_vote} - {case.symbol for case in before}
        self._seats = Seats(facts.membership)

    def document(self, read: DocumentRead) -> None:
        """Lay the votes of one document over the record."""
        by_symbol: dict[str, list[VoteSaid]] = {}
        for vote in read.votes.values():
            self._reservations(read, vote)
            symbol = self._known.symbol(vote)
            if symbol is None:
                self._not_used(read, vote, "the symbol of a text of the Council", vote.key.symbol)
            elif vote.outcome in _NO_VOTE and not vote.positions:
                self._without_vote(read, vote, symbol)
            else:
                by_symbol.setdefault(symbol, []).append(vote)
        for symbol, votes in by_symbol.items():
            for vote, one in zip(votes, identify(votes, self._known.of(symbol), not read.catalogue), strict=True):
                self._place(read, vote, symbol, one)

    def _reservations(self, read: DocumentRead, vote: VoteSaid) -> None:
        for state in sorted(vote.twice):
            self._not_used(read, vote, f"one position of {state}", "two positions", state)
        for tally in vote.tallies:
            if tally is not vote.tally():
                found = f"{tally.yes}-{tally.no}-{tally.abstain}"
                self._not_used(read, vote, "one total of which no figure is missing", found)

    def _without_vote(self, read: DocumentRead, vote: VoteSaid, symbol: str) -> None:
        own = next((one for one in self._known.of(symbol) if one.own), None)
        if own is None:
            self.found.others["texts decided without a vote"] += 1
        else:
            self._differs(read, vote, "a recorded vote", str(vote.outcome), own.rollcall_id)

    def _place(self, read: DocumentRead, vote: VoteSaid, symbol: str, one: Identity) -> None:
        if isinstance(one, Known):
            self._account(read, vote, one)
        elif one in _REASONS:
            self._not_used(read, vote, _REASONS[one], _written(vote))
        elif why := self._unplaced(vote, symbol, further=one == FURTHER):
            self._not_used(read, vote, why, _written(vote))
        else:
            self._new(read, vote, symbol, further=one == FURTHER)

    def _account(self, read: DocumentRead, vote: VoteSaid, one: Known) -> None:
        case = self._cases[one.rollcall_id]
        account = self._row(read, vote, (f"{one.rollcall_id}-{read.source_id}", one.rollcall_id), case)
        self.found.accounts.append(account)

    def _unplaced(self, vote: VoteSaid, symbol: str, further: bool) -> str | None:
        """Return what a vote lacks to be a roll call of its own; nothing where it lacks nothing."""
        kind = _kind(symbol, vote.text)
        became = kind is TextKind.DRAFT and _outcome(vote) is Outcome.ADOPTED and not further
        lacking = {
            "a text, or a draft with a title that tells whether it is an amendment": kind is None,
            "the day of the vote": vote.text is None or vote.text.date is None,
            "a session of the record": _session(symbol) not in self._sessions,
            "no vote: the record has the text as adopted without one": symbol in self._unvoted,
            "totals or positions": vote.cast() is None,
            "the symbol of the text that the draft became": became,
        }
        return next((what for what, lacks in lacking.items() if lacks), None)

    def _new(self, read: DocumentRead, vote: VoteSaid, symbol: str, further: bool) -> None:
        rollcall_id = self._new_id(symbol)
        case = _new_case(vote, symbol, rollcall_id, (read, further), self._items)
        account = self._row(read, vote, (rollcall_id, None), case)
        self.found.accounts.append(account)
        self._cases[rollcall_id] = case
        figures = frozenset({cast} if (cast := vote.cast()) else ())
        self._known.add(symbol, Known(rollcall_id, not further, case.kind, frozenset({case.date}), figures))

    def _new_id(self, symbol: str) -> str:
        base = f"hrc-{symbol_of(symbol).slug.removeprefix('A-HRC-').replace('.', '-').lower()}"
        n = next(n for n in range(1, len(self._ids) + 2) if (base if n == 1 else f"{base}-{n}") not in self._ids)
        found = base if n == 1 else f"{base}-{n}"
        self._ids.add(found)
        return found

    def _row(self, read: DocumentRead, vote: VoteSaid, ids: tuple[str, str | None], case: Case) -> ReadRollCall:
        tally, positions = vote.tally(), vote.by_state()
        on = (vote.text.date if vote.text else None) or case.date
        same_vote_as = ids[1]
        return ReadRollCall(
            rollcall_id=ids[0],
            symbol=case.symbol,
            on_symbol=case.on_symbol if same_vote_as is None else None,
            same_vote_as=same_vote_as,
            session=case.session,
            date=on,
            kind=case.kind,
            title=case.title,
            agenda_item=case.agenda_item,
            outcome=case.listed_outcome,
            list_status=self._list_status(vote, on),
            yes=_states(positions, Position.YES),
            no=_states(positions, Position.NO),
            abstain=_states(positions, Position.ABSTAIN),
            absent=_states(positions, Position.ABSENT),
            total_yes=tally.yes if tally else None,
            total_no=tally.no if tally else None,
            total_abstain=tally.abstain if tally else None,
            total_absent=tally.non_voting if tally else None,
            confidence_list=1 if positions else None,
            confidence_totals=1 if tally else None,
            note=case.note if same_vote_as is None else None,
            source_id=read.source_id,
            publication=read.publication,
            places={state: str(vote.positions[state][1]) for state in positions},
        )

    def _list_status(self, vote: VoteSaid, on: date) -> ListStatus:
        """A list is whole if it is as long as its own total, or has every member of the day."""
        positions = vote.by_state()
        if not positions:
            return ListStatus.NONE
        as_long = vote.tally() is not None and vote.cast() == vote.counted() and not vote.twice
        members = self._seats.members(on)
        whole = as_long or bool(members and members <= positions.keys())
        return ListStatus.FULL if whole else ListStatus.PARTIAL

    def _not_used(
        self, read: DocumentRead, vote: VoteSaid, expected: str, found: str, state: str | None = None
    ) -> None:
        settled = "not used; what the document says stays in the archive"
        place = f"{read.name}, vote {vote.key.ordinal} on {vote.key.symbol}"
        self.found.findings.append(ReadFinding(NOT_USED, place, expected, found, settled, read.source_id, state=state))

    def _differs(self, read: DocumentRead, vote: VoteSaid, expected: str, found: str, rollcall_id: str) -> None:
        place = f"{read.name}, {vote.key.symbol}"
        settled = "kept and shown, not used"
        self.found.findings.append(ReadFinding(DIFFERS, place, expected, found, settled, read.source_id, rollcall_id))


def _states(positions: dict[str, Position], position: Position) -> tuple[str, ...]:
    return tuple(sorted(state for state, held in positions.items() if held is position))


def _written(vote: VoteSaid) -> str:
    on = f" on {vote.text.date}" if vote.text and vote.text.date else ""
    cast = vote.cast()
    return f"{'-'.join(map(str, cast)) if cast else 'a vote without figures'}{on}"


def _session(symbol: str) -> str:
    return (symbol_of(symbol).session or "").replace("/", "-")


def _kind(symbol: str, text: TextSaid | None) -> TextKind | None:
    """Return the kind of text of a symbol; a draft without a title may as well be an amendment."""
    part, kind = symbol.split("/")[2], symbol_of(symbol).kind
    if kind is SymbolKind.COUNCIL_TEXT and part in _FINAL:
        return _FINAL[part]
    if kind is not SymbolKind.COUNCIL_DRAFT or text is None or text.title is None:
        return None
    return TextKind.AMENDMENT if "amendment" in text.title.casefold() else TextKind.DRAFT


def _outcome(vote: VoteSaid) -> Outcome:
    if vote.outcome is not None:
        return vote.outcome
    yes, no, _ = vote.cast() or (0, 0, 0)
    return Outcome.ADOPTED if yes > no else Outcome.REJECTED


def _new_case(vote: VoteSaid, symbol: str, rollcall_id: str, told: tuple[DocumentRead, bool], items: set[str]) -> Case:
    """Return a roll call that the record does not have, as its document describes it."""
    text, (read, further) = vote.text, told
    assert text is not None
    assert text.date is not None
    kind = TextKind.MOTION if further else _kind(symbol, text)
    assert kind is not None
    title = text.title or symbol
    item = text.agenda_item if text.agenda_item in items else None
    return Case(
        rollcall_id=rollcall_id,
        symbol=None if further else symbol,
        on_symbol=symbol if further else None,
        session=_session(symbol),
        date=text.date,
        kind=kind,
        title=f"{title} (a further vote in {read.name})" if further else title,
        agenda_item=item,
        catalogue_subject=None,
        listed_outcome=_outcome(vote),
        listed={},
        list_status=ListStatus.NONE,
        tallies=(),
        position_corrections=(),
        rollcall_corrections=(),
        source_id=read.source_id,
        note="the document has several votes on this text; what this one was on, it does not tell" if further else None,
    )
