"""What the record says to claims about who was first, who is party to more, and when a treaty was made."""

from collections.abc import Sequence
from datetime import date

from onrecord.claims.judging import C, R, S, U, by_readings, unknown
from onrecord.claims.naming import capital, day, joined, many, state_name
from onrecord.claims.treaties.acts import (
    act_row,
    can_be_asked,
    days_asked,
    is_known,
    on_day,
    rows_of,
    steps_of,
    treaty_rows,
)
from onrecord.claims.treaties.decide import DEPOSITED
from onrecord.claims.treaties.decide_sets import group_label, members_of
from onrecord.claims.treaties.sets import known, meant
from onrecord.claims.treaties.typed import Act, Event, Made, MoreTreaties, Place
from onrecord.measures.treaties import JOINING, SIGNING, TreatyStatus
from onrecord.record.query_treaties import acts_by_state, treaties_known_to
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import TreatyStep
from onrecord.vocabulary.verdicts import Answer, Finding, Reason

WHOLE_SINCE = date(1993, 1, 19)
"""The day from which no state that had acts of its own has ceased to be without its acts standing under a successor.

Acts of the German Democratic Republic, Czechoslovakia and Yugoslavia are not in the record; the last two ended by then.
"""


def place(claim: Place, record: Record) -> Finding:
    """Return whether a state was the so-manieth of all, or of a group, to join or sign a treaty."""
    last, treaty = treaties_known_to(record), known(record).get(claim.treaty)
    of = group_label(claim.group) if claim.group else "all states"
    scope = f"{DEPOSITED} to {day(last)}, of {of}; acts of one day share a place"
    if treaty is None:
        return unknown(Reason.OUTSIDE_COVERAGE, f"{claim.treaty} had not been adopted.", scope)
    pool = members_of(record, claim.group, last) if claim.group else None
    if claim.group and pool is None:
        return unknown(Reason.NOT_IN_THE_RECORD, f"The record has no list of {of}.", scope)
    order = _order(record, claim, pool)
    own = next((s for s in order if s.state == claim.state), None)
    if own is None:
        says = f"{capital(state_name(record, claim.state))} has not {claim.act.value} {claim.treaty}."
        whole = can_be_asked(record, claim.state) and not any(
            s.missing_act for s in [on_day(record, claim.state, claim.treaty, last)]
        )
        rows = tuple(treaty_rows(record, claim.treaty))
        return (
            Finding(R, says, scope, counter_examples=rows) if whole else unknown(Reason.NOT_IN_THE_RECORD, says, scope)
        )
    return _placed(claim, record, order, own, scope)


def _order(record: Record, claim: Place, pool: frozenset[str] | None) -> list[TreatyStep]:
    acts = SIGNING if claim.act is Act.SIGN else JOINING
    firsts = []
    for state in acts_by_state(record):
        if pool is not None and state not in pool:
            continue
        steps = [s for s in steps_of(record, state, claim.treaty) if s.act in acts]
        if steps:
            firsts.append(min(steps, key=lambda s: s.date))
    return sorted(firsts, key=lambda s: (s.date, s.state))


def _placed(claim: Place, record: Record, order: Sequence[TreatyStep], own: TreatyStep, scope: str) -> Finding:
    before = [s for s in order if s.date < own.date]
    same = [s for s in order if s.date == own.date]
    after = [s for s in order if s.date > own.date]
    treaty = known(record)[claim.treaty]
    whole = treaty.adopted >= WHOLE_SINCE or (claim.group is not None and _all_lasted(record, claim, order))
    lowest, highest = len(before) + 1, len(before) + len(same)
    did = "signed" if claim.act is Act.SIGN else "joined"
    says = (
        f"{capital(state_name(record, claim.state))} {did} {claim.treaty} on {day(own.date)}:"
        f" {many(len(before), 'state')} {did} it before, {len(after)} after{_tied(record, same, own)}."
    )
    if claim.place < 0:
        verdict = S if not after else R
        against = after
    else:
        against = before if claim.place < lowest else same if claim.place > highest else []
        sharing = len(same) > 1
        verdict = R if claim.place < lowest else (S if claim.place <= highest else R) if whole else U
        verdict = C if verdict is S and sharing and claim.place == 1 else verdict
    rows = tuple(act_row(record, s) for s in [own, *(before[:5] if claim.place > 1 else same)])
    counter = tuple(act_row(record, s) for s in against[:10])
    if verdict is U:
        says += " Acts of states that have since ceased to exist are not in the record."
        return unknown(Reason.OUTSIDE_COVERAGE, says, scope, rows)
    return Finding(verdict, says, scope, None, len(order), (), rows, counter if verdict is not S else ())


def _tied(record: Record, same: Sequence[TreatyStep], own: TreatyStep) -> str:
    others = [state_name(record, s.state) for s in same if s.state != own.state]
    return f", {joined(others)} on the same day" if others else ""


def _all_lasted(record: Record, claim: Place, order: Sequence[TreatyStep]) -> bool:
    """Whether no former state of the region can have been earlier: its members are all there are."""
    members = members_of(record, claim.group or "", treaties_known_to(record)) or frozenset()
    return all(record.gazetteer.state(s).was_un_member(order[0].date) for s in members) if order else False


def more_treaties(claim: MoreTreaties, record: Record) -> Finding:
    """Return whether a state was party to more, fewer or as many treaties as another."""
    days = days_asked(record, claim.on)
    last = treaties_known_to(record)
    scope = f"{DEPOSITED}, as at {day(days[-1] if days else last)}"
    if not days or not all(can_be_asked(record, s) for s in (claim.state, claim.other)):
        return unknown(Reason.OUTSIDE_COVERAGE, "The acts of both states on that day are not in the record.", scope)
    on, answers = days[-1], {}
    for name, codes in meant(record, claim.treaties, on).items():
        counts = [
            [c for c in codes if on_day(record, s, c, on).status is TreatyStatus.PARTY]
            for s in (claim.state, claim.other)
        ]
        a, b = map(len, counts)
        true = {"more": a > b, "fewer": a < b, "as many": a == b}[claim.order]
        says = (
            f"On {day(on)} {state_name(record, claim.state)} was party to {a} of {len(codes)},"
            f" {state_name(record, claim.other)} to {b}."
        )
        sure = all(is_known(record, s, c, on) for s in (claim.state, claim.other) for c in codes)
        answers[name] = Answer(name, (S if true else R) if sure else U, says, len(codes))
    codes = list(meant(record, claim.treaties, on).values())[-1]
    party = [(s, c) for s in (claim.state, claim.other) for c in codes if on_day(record, s, c, on).joined]
    rows = rows_of(record, party, on)
    found = by_readings(answers, scope, rows, rows)
    return Finding(
        found.verdict,
        found.says,
        scope,
        found.reason,
        found.n,
        found.answers,
        found.evidence,
        () if found.verdict is S else found.counter_examples,
    )


def made(claim: Made, record: Record) -> Finding:
    """Return whether a treaty was adopted or entered into force at the time named."""
    treaty = known(record).get(claim.treaty)
    scope = f"{claim.treaty} itself"
    if treaty is None:
        return unknown(Reason.OUTSIDE_COVERAGE, f"{claim.treaty} is not known to the record by then.", scope)
    rows = tuple(treaty_rows(record, claim.treaty))
    if claim.event is Event.OPENED:
        opened = "Days on which treaties were opened for signature are not in the record."
        says = f"{opened} {treaty.title} was adopted on {day(treaty.adopted)}."
        return unknown(Reason.NOT_IN_THE_RECORD, says, scope, rows)
    own = treaty.adopted if claim.event is Event.ADOPTED else treaty.in_force
    if own is None:
        return unknown(Reason.NOT_IN_THE_RECORD, f"{claim.treaty} had not entered into force.", scope, rows)
    says = f"{claim.treaty} {claim.event.value} on {day(own)}."
    if claim.when.contains(own):
        return Finding(S, says, scope, None, 1, (), rows)
    return Finding(R, says, scope, None, 1, (), (), rows)
