"""Where the witnesses of a roll call meet: agreement is recorded, disagreement kept, a named rule decides.

Nothing listed is overwritten. A position keeps what its source lists beside the reading used; a tally keeps
every witness beside the reading used; the rule that chose is written on each.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from onrecord.record.seats import Seats
from onrecord.record.witnesses import Case, Tally, counted
from onrecord.sources.facts_rows import CorrectedField, PositionCorrection
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import ListStatus, Outcome, Severity, Status, Witness
from onrecord.vocabulary.texts import TextKind


class TallyRule(StrEnum):
    """Which witness the figures used are taken from, and why."""

    AGREE = "witnesses agree"
    ONLY_LIST = "only the list of positions"
    CORRECTED_LIST = "the list as corrected gives the printed total"
    LIST_STANDS = "the list stands, the total is at fault"
    LIST_AND_ANOTHER = "the list and another witness against one total"
    TOTAL_DOES_NOT_ADD_UP = "the total does not add up to the seats, the list does"
    TWO_AGAINST_LIST = "two witnesses against the list"
    ONLY_TOTAL = "only a printed total"
    OPEN = "open: the list is used, its total differs"
    NOTHING = "no figures in the record"


class PositionsRule(StrEnum):
    """How a roll call's positions are read."""

    AS_LISTED = "as listed"
    CORRECTED = "corrected where a source names the state"
    WITHDRAWN = "withdrawn: the list belongs to another vote"
    PARTIAL = "only the positions a source names"
    READ = "as a read document lists them"
    NONE = "no positions in the record"


APPLIED_CONFIDENCE = 2
"""A correction of a state's position is applied when a source names the state; inferences are shown, not applied."""

SEVERE_APART = 5
"""A list at least this many positions away from its total is marked severe: more than a tenth of the seats."""


@dataclass(frozen=True, slots=True)
class StatePosition:
    """One state's position: the reading used, what is listed, and whether the vote's witnesses leave doubt."""

    state: str
    position: Position | None
    listed: Position | None
    rule: str
    correction_id: str | None
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A roll call after reconciling: the readings used, the rules that chose them, and its status."""

    case: Case
    date: date
    kind: TextKind
    title: str
    agenda_item: str | None
    vote_taken: bool
    outcome: Outcome
    status: Status
    severity: Severity | None
    apart: int
    tally: Tally | None
    tally_rule: TallyRule
    positions_rule: PositionsRule
    positions: tuple[StatePosition, ...]
    tallies: tuple[Tally, ...]


_DOUBTFUL = frozenset({TallyRule.TWO_AGAINST_LIST, TallyRule.OPEN})


def reconcile(case: Case, seats: Seats) -> Reconciled:
    """Return one roll call with its readings, status and the rules that led to them."""
    on = date.fromisoformat(_field(case, CorrectedField.DATE) or case.date.isoformat())
    members = seats.members(on)
    own = _count(case, case.listed, members) if case.list_status is ListStatus.FULL else None
    tallies = ((own,) if own else ()) + case.tallies
    conflict = _conflicting(tallies)
    rule, tally = _read_tally(case, own, members)
    vote_taken = _field(case, CorrectedField.VOTE_TAKEN) != "no"
    apart = max((own.positions_apart(t) for t in case.tallies), default=0) if own else 0
    positions_rule = _positions_rule(case)
    return Reconciled(
        case=case,
        date=on,
        kind=TextKind(_field(case, CorrectedField.KIND) or case.kind),
        title=_field(case, CorrectedField.TITLE) or case.title,
        agenda_item=_field(case, CorrectedField.AGENDA_ITEM) or case.agenda_item,
        vote_taken=vote_taken,
        outcome=_outcome(case, tally, vote_taken),
        status=_status(case, tallies, conflict),
        severity=_severity(conflict, apart, rule),
        apart=apart,
        tally=_of_members(tally, case, members) if tally and vote_taken else None,
        tally_rule=rule if vote_taken else TallyRule.NOTHING,
        positions_rule=positions_rule,
        positions=_positions(case, positions_rule, rule in _DOUBTFUL, members) if vote_taken else (),
        tallies=tallies,
    )


def _field(case: Case, what: CorrectedField) -> str | None:
    found = case.corrected(what)
    return found.corrected if found and found.confidence > 0 else None


def _count(case: Case, positions: Mapping[str, Position], members: frozenset[str]) -> Tally:
    tally = counted(positions, Witness.POSITIONS, case.source_id)
    return replace(tally, absent=0) if tally.absent is None and members <= positions.keys() else tally


def _of_members(tally: Tally, case: Case, members: frozenset[str]) -> Tally:
    """Return the figures used, with a state listed as absent that had no seat not counted as an absent member."""
    if tally.witness is not Witness.POSITIONS or tally.absent is None:
        return tally
    return replace(tally, absent=tally.absent - (case.seats(members) - len(members)))


def _conflicting(tallies: tuple[Tally, ...]) -> bool:
    return any(a.positions_apart(b) > 0 for i, a in enumerate(tallies) for b in tallies[i + 1 :])


def _positions_rule(case: Case) -> PositionsRule:
    if case.list_status is ListStatus.NONE:
        return PositionsRule.NONE
    if case.list_status is ListStatus.PARTIAL:
        return PositionsRule.PARTIAL
    if _field(case, CorrectedField.POSITIONS) == "withdrawn":
        return PositionsRule.WITHDRAWN
    if any(map(_applies, case.position_corrections)):
        return PositionsRule.CORRECTED
    return PositionsRule.READ if case.read_from else PositionsRule.AS_LISTED


def _applies(correction: PositionCorrection) -> bool:
    return correction.state is not None and correction.confidence >= APPLIED_CONFIDENCE


def _positions(case: Case, rule: PositionsRule, doubtful: bool, members: frozenset[str]) -> tuple[StatePosition, ...]:
    surest_last = sorted(case.position_corrections, key=lambda c: c.confidence)
    corrections = {c.state: c for c in surest_last if c.state is not None}
    return tuple(
        _position(state, listed, rule, corrections.get(state), doubtful, state in members)
        for state, listed in sorted(case.listed.items())
    )


def _position(
    state: str,
    listed: Position,
    rule: PositionsRule,
    correction: PositionCorrection | None,
    doubtful: bool,
    member: bool,
) -> StatePosition:
    if rule is PositionsRule.WITHDRAWN:
        return StatePosition(state, None, listed, rule.value, None, True)
    if not member:
        return StatePosition(state, None, listed, "set aside: the state was not a member", None, True)
    if correction and _applies(correction):
        corrected = Position(correction.corrected)
        return StatePosition(state, corrected, listed, correction.basis, correction.correction_id, doubtful)
    if correction and correction.confidence > 0:
        rule_text = "as listed; a correction is inferred, not named in a source"
        return StatePosition(state, listed, listed, rule_text, correction.correction_id, True)
    as_listed = rule if rule is PositionsRule.READ else PositionsRule.AS_LISTED
    return StatePosition(state, listed, listed, as_listed.value, None, doubtful)


def _read_tally(case: Case, own: Tally | None, members: frozenset[str]) -> tuple[TallyRule, Tally | None]:
    if own is None or _field(case, CorrectedField.POSITIONS) == "withdrawn":
        return (TallyRule.ONLY_TOTAL, case.tallies[0]) if case.tallies else (TallyRule.NOTHING, None)
    corrected = _count(case, {**case.listed, **_applied(case)}, members)
    if not case.deciding:
        return TallyRule.ONLY_LIST, corrected
    if all(own.positions_apart(t) == 0 for t in case.deciding):
        return TallyRule.AGREE, own
    if corrected != own and all(corrected.positions_apart(t) == 0 for t in case.deciding):
        return TallyRule.CORRECTED_LIST, corrected
    return _read_conflict(case, own, case.seats(members))


def _applied(case: Case) -> dict[str, Position]:
    return {c.state: Position(c.corrected) for c in case.position_corrections if c.state and _applies(c)}


def _read_conflict(case: Case, own: Tally, seats: int) -> tuple[TallyRule, Tally]:
    if _field(case, CorrectedField.POSITIONS) == "stand":
        return TallyRule.LIST_STANDS, own
    differing = [t for t in case.deciding if own.positions_apart(t) > 0]
    if len(differing) < len(case.deciding):
        return TallyRule.LIST_AND_ANOTHER, own
    if len(differing) > 1 and all(differing[0].positions_apart(t) == 0 for t in differing[1:]):
        return TallyRule.TWO_AGAINST_LIST, differing[0]
    faulty = not any(t.adds_up_to(seats) for t in differing)
    if faulty and own.adds_up_to(seats):
        return TallyRule.TOTAL_DOES_NOT_ADD_UP, own
    return TallyRule.OPEN, own


def _outcome(case: Case, tally: Tally | None, vote_taken: bool) -> Outcome:
    stated = _field(case, CorrectedField.OUTCOME)
    if stated:
        return Outcome(stated)
    if tally is None or not vote_taken:
        return case.listed_outcome
    return Outcome.ADOPTED if tally.yes > tally.no else Outcome.REJECTED


def _status(case: Case, tallies: tuple[Tally, ...], conflict: bool) -> Status:
    if case.list_status is ListStatus.NONE:
        return Status.NO_POSITIONS
    if conflict:
        return Status.CONFLICT
    independent = len({tally.source_id for tally in tallies if not tally.echo}) > 1
    return Status.AGREED if independent and case.list_status is ListStatus.FULL else Status.ONE_WITNESS


def _severity(conflict: bool, apart: int, rule: TallyRule) -> Severity | None:
    if not conflict:
        return None
    settled = rule in {TallyRule.LIST_STANDS, TallyRule.LIST_AND_ANOTHER, TallyRule.TOTAL_DOES_NOT_ADD_UP}
    return Severity.SEVERE if apart >= SEVERE_APART and not settled else Severity.FAULT
