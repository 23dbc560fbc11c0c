"""What the record says to claims about ranks, comparisons, changes, numbers and contests in elections."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.claims.elections.decide import finding, said, scope_of
from onrecord.claims.elections.slates import Election, meant
from onrecord.claims.elections.typed import Compared, Placed, Than, VotesChanged
from onrecord.claims.elections.words import (
    candidacy_row,
    elections_words,
    group_name,
    names,
    race_words,
    rows_of,
    totals_words,
)
from onrecord.claims.judging import C, R, S, U, all_of, unknown
from onrecord.claims.naming import capital, state_name
from onrecord.measures.election import may_stand_above
from onrecord.record.query_elections import CandidacyRow
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Evidence, Finding, Reason, Verdict


def placed(claim: Placed, record: Record) -> Finding:
    """Return whether a state's votes were the k-th highest or lowest; ties share the better place."""
    found = [e for e in meant(record, claim.race) if claim.state in e.totals and e.row(claim.state) in e.standing()]
    scope = f"{scope_of(found, claim.race)}{_field(claim)}"
    if not found:
        return _no_rank(record, claim, scope)
    judged = [_rank(record, claim, e) for e in found]
    best = next(j for wanted in (S, C, U, R) for j in judged if j[0] is wanted)
    return finding([best], scope)


def _field(claim: Placed) -> str:
    group = f" of {group_name(claim.race.group)}" if claim.race.group else " of all groups"
    return f"; {'states elected' if claim.elected_only else 'candidates'}{group} with a total in the record"


def _no_rank(record: Record, claim: Placed, scope: str) -> Finding:
    found = meant(record, claim.race)
    mine = [(e, r) for e in found if (r := e.row(claim.state))]
    if mine or not found:
        says = said(record, claim.state, mine) or f"No election{race_words(claim.race)} is in the record."
        return unknown(Reason.NOT_IN_THE_RECORD, says, scope, rows_of(record, mine))
    return unknown(Reason.NOT_IN_THE_RECORD, f"{capital(state_name(record, claim.state))} has no total there.", scope)


def _rank(record: Record, claim: Placed, election: Election) -> tuple[Verdict, str, tuple[Evidence, ...]]:
    own_row = election.row(claim.state)
    if claim.own_group and own_row:
        claim = replace(claim, race=replace(claim.race, group=own_row.regional_group))
    rows = election.elected(claim.race.group) if claim.elected_only else election.standing(claim.race.group)
    if claim.race.group and claim.state not in {r.state for r in rows}:
        row = election.row(claim.state)
        return R, said(record, claim.state, [(election, row)]) if row else "", ()
    totals = {r.state: election.totals[r.state] for r in rows if r.state in election.totals}
    if claim.state not in totals:
        row = election.row(claim.state)
        return R, said(record, claim.state, [(election, row)]) if row else "", ()
    own = totals[claim.state][0]
    sign = -1 if claim.lowest else 1
    above = [s for s, t in totals.items() if sign * t[0] > sign * own]
    tied = [s for s, t in totals.items() if t[0] == own and s != claim.state]
    verdict = _place(
        claim, len(above), len(tied), len({totals[s][0] for s in above}), _spread(claim, totals, own, sign)
    )
    verdict = _with_unknown(claim, verdict, len(above), _may_stand_before(claim, own, rows, totals))
    if claim.of is not None and verdict is not R:
        verdict = all_of([verdict, S if claim.of == len(totals if claim.with_total else rows) else R])
    says = _ranked(record, claim, election, len(above), tied, len(totals))
    shown = [r for r in rows if r.state in {claim.state, *above, *tied}]
    return verdict, says, tuple(candidacy_row(record, election, r) for r in shown)


def _spread(claim: Placed, totals: dict[str, tuple[int, ...]], own: int, sign: int) -> range:
    """Return the places that other totals in print leave open."""
    if all(len(t) == 1 for t in totals.values()):
        return range(0)
    mine = totals[claim.state]
    rest = [t for s, t in totals.items() if s != claim.state]
    best = min(1 + sum(all(sign * v > sign * m for v in t) for t in rest) for m in mine)
    worst = max(1 + sum(any(sign * v > sign * m for v in t) for t in rest) for m in mine)
    return range(best, worst + 1)


def _place(claim: Placed, above: int, tied: int, distinct: int, open_: range) -> Verdict:
    if claim.place == above + 1:
        if len(open_) > 1:
            return C
        return R if claim.shared and not tied else S
    if above + 1 < claim.place <= above + 1 + tied or claim.place == distinct + 1 or claim.place in open_:
        return C
    return R


def _may_stand_before(claim: Placed, own: int, rows: Sequence[CandidacyRow], totals: dict[str, tuple[int, ...]]) -> int:
    """Return how many without a total may have had more votes, or fewer."""
    if claim.lowest:
        return sum(r.state not in totals for r in rows)
    if claim.elected_only:
        return sum(r.state not in totals for r in rows)
    return len(may_stand_above(own, rows))


def _with_unknown(claim: Placed, verdict: Verdict, above: int, unknown_before: int) -> Verdict:
    if not unknown_before:
        return verdict
    if claim.place < above + 1:
        return verdict
    return R if claim.place > above + 1 + unknown_before and verdict is R else U


def _ranked(record: Record, claim: Placed, election: Election, above: int, tied: Sequence[str], n: int) -> str:
    name = capital(state_name(record, claim.state, election.date))
    end = "lowest" if claim.lowest else "highest"
    with_ = f", tied with {names(record, tied)}" if tied else ""
    field = f"states elected in {group_name(claim.race.group)}" if claim.race.group and claim.elected_only else ""
    field = field or (f"candidates of {group_name(claim.race.group)}" if claim.race.group else "")
    field = field or ("states elected" if claim.elected_only else "candidates")
    total = totals_words(election.totals[claim.state])
    return (
        f"{name} received {total} in {elections_words([election])}: number {above + 1} from the {end} of the {n}"
        f" {field} with a total{with_}."
    )


def compared(claim: Compared, record: Record) -> Finding:
    """Return whether a state received more, fewer or as many votes as others."""
    found = [e for e in meant(record, claim.race) if e.row(claim.state)]
    scope = scope_of(found, claim.race)
    judged = [_against(record, claim, e, other) for e in found for other in claim.others]
    if not judged:
        return unknown(Reason.NOT_IN_THE_RECORD, f"No total of both{race_words(claim.race)} is in the record.", scope)
    return finding(judged, scope)


_HOLDS: dict[Than, Callable[[int, int], bool]] = {
    Than.MORE: lambda a, b: a > b,
    Than.FEWER: lambda a, b: a < b,
    Than.EQUAL: lambda a, b: a == b,
}


def _against(record: Record, claim: Compared, election: Election, other: str):
    rows = [r for s in (claim.state, other) if (r := election.row(s))]
    shown = rows_of(record, [(election, r) for r in rows])
    pairs = [(a, b) for a in election.totals.get(claim.state, ()) for b in election.totals.get(other, ())]
    if not pairs:
        return U, f"Not both totals of {names(record, [claim.state, other])} are in the record.", shown
    answers = {_HOLDS[claim.than](a, b) and claim.by in {None, abs(a - b)} for a, b in pairs}
    verdict = C if len(answers) > 1 else S if answers == {True} else R
    totals = "; ".join(f"{names(record, [r.state])}: {totals_words(election.totals[r.state])}" for r in rows)
    return verdict, f"{capital(elections_words([election]))}: {totals}.", shown


def votes_changed(claim: VotesChanged, record: Record) -> Finding:
    """Return whether a state's votes rose, fell or stayed from one election to another."""
    sides = [
        [(e, r) for e in meant(record, race) if (r := e.row(claim.state)) and claim.state in e.totals]
        for race in (claim.before, claim.after)
    ]
    scope = f"totals{race_words(claim.before)} and{race_words(claim.after)}"
    shown = rows_of(record, [pair for side in sides for pair in side])
    if not all(sides):
        says = f"Not both totals of {state_name(record, claim.state)} are in the record."
        return unknown(Reason.NOT_IN_THE_RECORD, says, scope, shown)
    pairs = [
        (a, b) for e, _ in sides[0] for f, _ in sides[1] for a in e.totals[claim.state] for b in f.totals[claim.state]
    ]
    answers = {_HOLDS[claim.than](b, a) for a, b in pairs}
    verdict = C if len(answers) > 1 else S if answers == {True} else R
    return finding([(verdict, said(record, claim.state, [p for side in sides for p in side]), shown)], scope)
