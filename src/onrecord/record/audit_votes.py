"""Audit rules about lists of positions: who voted, how the list and its totals fit, whose list it is."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise, permutations

from onrecord.record.findings import Finding
from onrecord.record.reconcile import SEVERE_APART, Reconciled, TallyRule
from onrecord.record.rows import Prepared
from onrecord.record.texts import text_id
from onrecord.record.witnesses import Tally
from onrecord.sources.facts_rows import CorrectedField, MembershipRow
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import ListStatus, Severity, Witness
from onrecord.vocabulary.texts import FINAL_KINDS, TextKind

SEATS = 47
NEAR = 3
"""Positions by which a total with its columns put right may still differ from the list."""


def _finding(rule: str, r: Reconciled, severity: Severity, said: tuple[str, str, str], **more) -> Finding:
    expected, found, settled = said
    place = f"{r.case.symbol or r.case.rollcall_id}"
    return Finding(
        rule, severity, place, expected, found, settled, r.case.rollcall_id, text_id(r),
        **{"source_id": r.case.source_id, **more},
    )  # fmt: skip


def no_positions(prepared: Prepared) -> Iterator[Finding]:
    """Votes catalogued as recorded for which no state is listed, and what became of each."""
    catalogued = {row.rollcall_id: row.source_id for row in prepared.facts.rollcalls}
    listed = {row.rollcall_id for row in prepared.facts.positions if row.yes or row.no or row.abstain or row.absent}
    for r in prepared.rollcalls:
        if r.case.rollcall_id in catalogued.keys() - listed:
            said = ("the position of every member", "no state listed", _without_positions(r))
            yield _finding("no positions", r, Severity.FAULT, said, source_id=catalogued[r.case.rollcall_id])


def _without_positions(r: Reconciled) -> str:
    if not r.vote_taken:
        reasons = [c.reason for c in r.case.rollcall_corrections if c.field is CorrectedField.VOTE_TAKEN]
        return f"no vote took place: {r.outcome} ({'; '.join(reasons)})"
    figures = f"{r.tally.written()} by {r.tally.witness}" if r.tally else "no figures found"
    named = f"; positions named in a source: {len(r.case.listed)}" if r.case.listed else ""
    return f"the vote took place: {r.outcome}, {figures}{named}"


def voters_and_members(prepared: Prepared) -> Iterator[Finding]:
    """States listed that had no seat, and members that are not listed."""
    for r in prepared.rollcalls:
        if r.case.list_status is not ListStatus.FULL:
            continue
        members, listed = prepared.seats.members(r.date), set(r.case.listed)
        if strangers := sorted(listed - members):
            said = (
                f"members on {r.date}",
                f"not members: {' '.join(strangers)}",
                "their positions are set aside",
            )
            yield _finding("voter was not a member", r, Severity.FAULT, said, state=_only(strangers))
        if missing := sorted(members - listed):
            said = (
                f"the {len(members)} members on {r.date}",
                f"not listed: {' '.join(missing)}",
                "their positions are not in the record; not counted as absent",
            )
            yield _finding("member without a position", r, Severity.FAULT, said, state=_only(missing))


def _only(states: list[str]) -> str | None:
    return states[0] if len(states) == 1 else None


def seats_filled(prepared: Prepared) -> Iterator[Finding]:
    """Spans of days on which the membership table does not make 47 seats."""
    terms = prepared.facts.membership
    days = sorted({t.term_start for t in terms} | {_next_day(t.term_end) for t in terms})
    last_known = max(t.term_start for t in terms)  # later terms are not yet elected
    said: list[MembershipRow] = []
    for day, following in pairwise(days):
        number = len(prepared.seats.members(day))
        ended = [t for t in terms if _next_day(t.term_end) == day and t.end_reason != "expired"]
        # A seat once left empty stays so over the next change of terms: Libya's of March to November 2011.
        said = [] if number == SEATS else ended or said
        if number != SEATS and day <= last_known:
            why = "; ".join(f"{t.state} {t.end_reason or 'term ended'}: {t.note or ''}" for t in said)
            yield Finding(
                "seats filled", Severity.NOTE, f"membership from {day}", f"{SEATS} members",
                f"{number} members until the day before {following}", why or "open",
                state=_only([t.state for t in said]), source_id=said[0].source_id if said else None,
            )  # fmt: skip


def _next_day(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def positions_against_totals(prepared: Prepared) -> Iterator[Finding]:
    """Lists that contradict a printed total, and totals that contradict one another."""
    for r in prepared.rollcalls:
        counted = next((t for t in r.tallies if t.witness is Witness.POSITIONS), None)
        printed = [t for t in r.tallies if t.witness is not Witness.POSITIONS]
        for tally in printed:
            if counted and counted.positions_apart(tally):
                yield _contradiction(r, counted, tally)
        for index, one in enumerate(printed):
            for other in printed[index + 1 :]:
                if one.positions_apart(other):
                    said = (
                        f"{one.written()} ({one.witness})",
                        f"{other.written()} ({other.witness})",
                        _settled(r),
                    )
                    yield _finding("totals contradict each other", r, Severity.FAULT, said)


def _contradiction(r: Reconciled, counted: Tally, tally: Tally) -> Finding:
    apart = counted.positions_apart(tally)
    said = (
        f"{tally.written()} ({tally.witness})",
        f"{counted.written()} counted from the list, {apart} position{'s' * (apart > 1)} apart",
        _settled(r),
    )
    return _finding(
        f"positions contradict the {tally.witness}",
        r,
        r.severity or Severity.FAULT,
        said,
        source_id=tally.source_id,
    )


def _settled(r: Reconciled) -> str:
    used = f"; figures used: {r.tally.written()}" if r.tally else ""
    return f"{r.tally_rule}; positions {r.positions_rule}{used}"


def total_does_not_add_up(prepared: Prepared) -> Iterator[Finding]:
    """Catalogue totals that do not make the number of seats, and printed tallies of more votes than seats."""
    for r in prepared.rollcalls:
        seats = r.case.seats(prepared.seats.members(r.date))
        for tally in r.case.tallies:
            exact = tally.witness is Witness.CATALOGUE_TOTAL
            if not (tally if exact else replace(tally, absent=None)).adds_up_to(seats):
                total = sum(tally.cast) + (tally.absent or 0)
                said = (
                    f"figures that add up to {seats}" if exact else f"at most {seats} votes",
                    f"{tally.written()} ({tally.witness}) adds up to {total}",
                    _settled(r),
                )
                yield _finding("total does not add up", r, Severity.FAULT, said, source_id=tally.source_id)


def total_columns_transposed(prepared: Prepared) -> Iterator[Finding]:
    """Catalogue totals that nearly fit the list once their columns change places."""
    for r in prepared.rollcalls:
        counted = next((t for t in r.tallies if t.witness is Witness.POSITIONS), None)
        for tally in r.case.tallies:
            if counted is None or tally.witness is not Witness.CATALOGUE_TOTAL:
                continue
            moved = [replace(tally, yes=y, no=n, abstain=a) for y, n, a in permutations(tally.cast)]
            best = min(moved, key=counted.positions_apart)
            apart = counted.positions_apart(tally)
            if apart > NEAR and counted.positions_apart(best) <= NEAR and _withdrawn(r) is False:
                said = (
                    f"columns in the order of the list, {counted.written()}",
                    f"{tally.written()}; as {best.written()} it is {counted.positions_apart(best)} apart, not {apart}",
                    _settled(r),
                )
                yield _finding("total columns transposed", r, Severity.FAULT, said, source_id=tally.source_id)


def _fits_transposed(r: Reconciled) -> bool:
    counted = next(t for t in r.tallies if t.witness is Witness.POSITIONS)
    moved = [replace(t, yes=y, no=n, abstain=a) for t in r.case.tallies for y, n, a in permutations(t.cast)]
    return any(counted.positions_apart(t) <= NEAR for t in moved)


def _withdrawn(r: Reconciled) -> bool:
    return r.tally_rule is TallyRule.ONLY_TOTAL


def list_of_another_vote(prepared: Prepared) -> Iterator[Finding]:
    """Lists equal, state by state, to those of another vote while contradicting their own total."""
    same: dict[frozenset, list[Reconciled]] = defaultdict(list)
    for r in prepared.rollcalls:
        if r.case.list_status is ListStatus.FULL:
            same[frozenset(r.case.listed.items())].append(r)
    for group in same.values():
        own = [r for r in group if not r.apart]
        for r in group:
            elsewhere = any(o.case.session != r.case.session for o in group)
            if r.apart >= SEVERE_APART and len(group) > 1 and (elsewhere or not _fits_transposed(r)):
                others = [o.case.symbol or o.case.rollcall_id for o in (own or group) if o is not r]
                said = (
                    "a list of its own",
                    f"all {len(r.case.listed)} positions equal those of {', '.join(others)}",
                    _settled(r),
                )
                yield _finding("list of another vote", r, Severity.SEVERE, said)


def motion_read_as_amendment(prepared: Prepared) -> Iterator[Finding]:
    """Votes listed as on a text that another account shows to be on a motion about it."""
    for r in prepared.rollcalls:
        for account in r.case.second_accounts:
            if account.kind is TextKind.MOTION and r.case.kind is not TextKind.MOTION:
                said = (
                    f"a vote on {r.case.kind} {r.case.symbol}",
                    f"{account.title}: yes means against considering it",
                    f"read as a {r.kind}",
                )
                yield _finding("motion read as an amendment", r, Severity.FAULT, said, source_id=account.source_id)


def outcome_against_figures(prepared: Prepared) -> Iterator[Finding]:
    """Outcomes as compiled that the reading used contradicts."""
    for r in prepared.rollcalls:
        if r.outcome is not r.case.listed_outcome:
            figures = f"; figures used: {r.tally.written()}" if r.tally else ""
            said = (f"{r.outcome}{figures}", f"listed as {r.case.listed_outcome}", f"read as {r.outcome}")
            yield _finding("outcome differs from the list", r, Severity.FAULT, said)


def corrections_not_applied(prepared: Prepared) -> Iterator[Finding]:
    """Corrections that rest on inference, questions left open, and leads held back."""
    for r in prepared.rollcalls:
        for c in r.case.position_corrections:
            if c.state is None:
                said = (c.corrected, f"{c.recorded}, of a state not identified", f"open: {c.reason}")
                yield _finding("position in doubt", r, Severity.NOTE, said, source_id=c.source_id)
            elif c.confidence == 1:
                said = (f"{c.corrected} ({c.basis})", c.recorded, f"shown, not applied: {c.reason}")
                yield _finding("position in doubt", r, Severity.NOTE, said, state=c.state, source_id=c.source_id)
        for c in r.case.rollcall_corrections:
            if c.confidence == 0:
                said = ("a vote, or none", c.basis, f"open: {c.reason}; {c.corrected}")
                yield _finding("vote in doubt", r, Severity.FAULT, said, source_id=c.source_id)


LEAST_SHARED = 15
OPPOSITE = -0.4
"""Correlation with the same states' votes on the situation's other texts at which a vote reads backwards."""


def direction(prepared: Prepared) -> Iterator[Finding]:
    """Texts on which the situation's usual supporters voted against: a yes may oppose scrutiny."""
    subjects = defaultdict(list)
    by_text = {text_id(r): r for r in prepared.rollcalls if r.kind in FINAL_KINDS}
    for coding in prepared.codings:
        if coding.subject and coding.text_id in by_text:
            subjects[coding.subject].append(by_text[coding.text_id])
    for subject, rollcalls in subjects.items():
        for r in rollcalls:
            value, n = _correlation(r, [o for o in rollcalls if o is not r])
            if n >= LEAST_SHARED and value <= OPPOSITE:
                said = (
                    f"votes in line with the same states' on the other {len(rollcalls) - 1} texts on {subject}",
                    f"correlation {value:.2f} over {n} states: those who usually vote yes voted no",
                    "read as cast; a yes on this text may oppose the usual texts on the situation",
                )
                yield _finding("direction", r, Severity.NOTE, said)


_SCORES = {Position.YES: 1.0, Position.ABSTAIN: 0.0, Position.NO: -1.0}


def _correlation(r: Reconciled, others: list[Reconciled]) -> tuple[float, int]:
    usual: dict[str, list[float]] = defaultdict(list)
    for other in others:
        for state, position in other.case.listed.items():
            if position in _SCORES:
                usual[state].append(_SCORES[position])
    pairs = [
        (_SCORES[p], sum(usual[s]) / len(usual[s])) for s, p in r.case.listed.items() if p in _SCORES and usual.get(s)
    ]
    return _pearson(pairs), len(pairs)


def _pearson(pairs: list[tuple[float, float]]) -> float:
    if not pairs:
        return 0.0
    mean_x, mean_y = (sum(column) / len(pairs) for column in zip(*pairs, strict=True))
    xy = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    xx, yy = sum((x - mean_x) ** 2 for x, _ in pairs), sum((y - mean_y) ** 2 for _, y in pairs)
    return xy / (xx * yy) ** 0.5 if xx and yy else 0.0


VOTE_RULES: tuple[Callable[[Prepared], Iterator[Finding]], ...] = (
    no_positions,
    voters_and_members,
    seats_filled,
    positions_against_totals,
    total_does_not_add_up,
    total_columns_transposed,
    list_of_another_vote,
    motion_read_as_amendment,
    outcome_against_figures,
    corrections_not_applied,
    direction,
)
"""Every rule about votes, in the order they are reported."""
