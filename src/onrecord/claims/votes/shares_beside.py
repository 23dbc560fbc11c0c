"""What the record says to claims that set a state beside the other members: median, rank, most often, difference."""

from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from statistics import median as middle

from onrecord.claims.judging import C, R, S, U, by_readings, unknown
from onrecord.claims.naming import capital, many, state_name
from onrecord.claims.typed import Quantifier
from onrecord.claims.votes.decide import MOST_SHOWN
from onrecord.claims.votes.decide_voters import group_label
from onrecord.claims.votes.shares_chosen import chosen, of_member, scope_words, shares
from onrecord.claims.votes.shares_decide import rounded, same_percent
from onrecord.claims.votes.shares_typed import Difference, Measured, Median, MostOften, OnlyOne, Ranked
from onrecord.claims.votes.typed import Stance
from onrecord.claims.votes.words import DID, TOOK, vote_row
from onrecord.measures.support import count
from onrecord.record.ballots import Ballot
from onrecord.record.store import Record
from onrecord.vocabulary.positions import LISTED
from onrecord.vocabulary.verdicts import Answer, Finding, Reason

_Votes = Sequence[Ballot]


def _answered(record: Record, over: Measured, state: str | None, answer: Callable[[str, _Votes], Answer]) -> Finding:
    """Return the finding over every reading of a set of texts, with its votes as rows."""
    answers, rows, numbers = {}, {}, {}
    for name, votes in chosen(record, over).items():
        mine = of_member(record, votes, state)
        answers[name] = answer(name, mine)
        rows |= {b.rollcall_id: b for b in mine}
        numbers[name] = len(mine)
    if over.n in numbers.values():
        answers = {name: a for name, a in answers.items() if numbers[name] == over.n}
    scope = scope_words(record, over)
    if all(a.verdict is U for a in answers.values()):
        return unknown(Reason.NOT_IN_THE_RECORD, next(iter(answers.values())).says, scope)
    evidence = [vote_row(record, b, (state,) if state else ()) for b in list(rows.values())[:MOST_SHOWN]]
    found = by_readings(answers, scope, evidence)
    if found.verdict is not R:
        return found
    return Finding(R, found.says, scope, None, found.n, found.answers, (), found.evidence)


def _none(name: str, n: int) -> Answer:
    return Answer(name, U, "No such vote with positions is in the record.", n)


def median(claim: Median, record: Record) -> Finding:
    """Return whether the median of the members' shares of support is the one claimed."""

    def answer(name: str, votes: _Votes) -> Answer:
        found = shares(record, votes)
        days = {state: b.date for b in votes for state in b.members}
        counted = [
            share
            for state, share in found.items()
            if claim.group is None or record.gazetteer.group(state, days[state]) == claim.group
        ]
        if not counted:
            return _none(name, 0)
        value = Fraction(100 * middle(counted)).limit_denominator(10_000)
        whose = group_label(claim.group) if claim.group else "the Council"
        says = f"The median share of support of {whose} was {rounded(value, claim.percent)} per cent ({len(counted)} members, {many(len(votes), 'vote')})."  # fmt: skip  # noqa: E501
        return Answer(name, same_percent(value, claim.percent), says, len(counted))

    return _answered(record, claim.over, claim.state, answer)


def ranked(claim: Ranked, record: Record) -> Finding:
    """Return whether a state's rank by support, the number of members and those that share the rank are as claimed."""

    def answer(name: str, votes: _Votes) -> Answer:
        found = shares(record, votes)
        if claim.state not in found:
            return _none(name, 0)
        mine = found[claim.state]
        rank, tied = 1 + sum(s > mine for s in found.values()), sum(s == mine for s in found.values())
        others = (claim.of in {None, len(found)}) and (claim.tied in {None, tied})
        shared = rank <= claim.rank < rank + tied
        verdict = R if not (shared and others) else S if claim.rank == rank else C
        says = f"{capital(state_name(record, claim.state))} ranked {rank} of {len(found)} members by share of support{f', shared by {tied}' if tied > 1 else ''}."  # fmt: skip  # noqa: E501
        return Answer(name, verdict, says, len(found))

    return _answered(record, claim.over, claim.state, answer)


def most_often(claim: MostOften, record: Record) -> Finding:
    """Return whether no other member took the position as often, or as seldom, as the state did."""
    allowed = next(iter(claim.stance.readings.values()))

    def answer(name: str, votes: _Votes) -> Answer:
        found = Counter({state: 0 for b in votes for state in b.members})
        found.update(state for b in votes for state in b.members if b.position(state) in allowed)
        if claim.state not in found:
            return _none(name, 0)
        mine = found[claim.state]
        turned = -1 if claim.less else 1
        others = sorted(s for s, n in found.items() if s != claim.state and turned * n >= turned * mine)
        rivals = f"; {state_name(record, others[0])} did so {many(found[others[0]], 'time')}" if others else ""
        did = TOOK[next(iter(allowed))]
        says = f"{capital(state_name(record, claim.state))} {did} {many(mine, 'time')} in {many(len(votes), 'vote')}{rivals}."  # fmt: skip  # noqa: E501
        return Answer(name, R if others else S, says, len(found))

    return _answered(record, claim.over, None, answer)


def only_one(claim: OnlyOne, record: Record) -> Finding:
    """Return whether a state, and no other member, took the position on all, or on none, of the texts."""
    allowed = next(iter(claim.stance.readings.values()))

    def answer(name: str, votes: _Votes) -> Answer:
        fitting = [s for s in sorted({s for b in votes for s in b.members}) if _all_or_none(claim, votes, s, allowed)]
        if not votes:
            return _none(name, 0)
        who = ", ".join(state_name(record, s) for s in fitting[:8]) or "no member"
        share = "all" if claim.quantifier is Quantifier.ALL else "none"
        says = f"Of the members {who} {TOOK[next(iter(allowed))]} in {share} of {many(len(votes), 'vote')}."
        return Answer(name, S if fitting == [claim.state] else R, says, len(votes))

    return _answered(record, claim.over, None, answer)


def _all_or_none(claim: OnlyOne, votes: _Votes, state: str, allowed) -> bool:
    found = [b.position(state) for b in votes if state in b.members]
    listed = [p for p in found if p in LISTED]
    if not listed or len(listed) < len(votes):
        return False
    hits = sum(p in allowed for p in listed)
    return hits == (len(listed) if claim.quantifier is Quantifier.ALL else 0)


def difference(claim: Difference, record: Record) -> Finding:
    """Return whether a state's support differs between two sets of texts by the percentage points claimed."""

    def answer(name: str, votes: _Votes) -> Answer:
        first = count(of_member(record, next(iter(chosen(record, claim.first).values())), claim.state), claim.state)
        second = count(votes, claim.state)
        if not first.n or not second.n:
            return _none(name, 0)
        points = 100 * (Fraction(first.yes, first.n) - Fraction(second.yes, second.n))
        nearest = int(rounded(abs(points), Decimal(1))) * (1 if points >= 0 else -1)
        says = f"{capital(state_name(record, claim.state))} {DID[Stance.YES]} {first.yes} of {first.n} and {second.yes} of {second.n}: {nearest} percentage points."  # fmt: skip  # noqa: E501
        return Answer(name, S if claim.points in {nearest, abs(nearest)} else R, says, first.n + second.n)

    return _answered(record, claim.second, claim.state, answer)
