"""What the record says to claims about ranks, comparisons, changes, numbers and contests in elections."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.claims.elections.decide import finding, said, scope_of
from onrecord.claims.elections.slates import Election, covered, meant, regular, won_by
from onrecord.claims.elections.typed import Compared, Contest, Number, Placed, Race, Than, VotesChanged, What
from onrecord.claims.elections.words import (
    WHAT,
    candidacy_row,
    elections_words,
    group_name,
    names,
    race_words,
    rows_of,
    totals_words,
)
from onrecord.claims.judging import C, R, S, U, all_of, bounded, by_readings, unknown
from onrecord.claims.membership.terms import terms_of
from onrecord.claims.naming import capital, joined, many, state_name
from onrecord.measures.election import may_stand_above
from onrecord.record.query_elections import CandidacyRow
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Answer, Evidence, Finding, Reason, Verdict


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


def counted_rows(record: Record, election: Election, what: What, group: str | None) -> tuple[CandidacyRow, ...]:
    """Return the candidacies of an election that are of a kind."""
    if what is What.CANDIDATES:
        return election.standing(group)
    if what is What.LOSERS:
        return tuple(r for r in election.standing(group) if r.elected != "yes")
    elected = election.elected(group)
    if what is What.NEWCOMERS:
        return tuple(r for r in elected if won_by(record)[r.state][0] == election.date)
    if what is What.REELECTED:
        return tuple(r for r in elected if kept(record, election, r))
    return elected


def kept(record: Record, election: Election, row: CandidacyRow) -> bool:
    """Return whether a state elected was then a member whose term ran up to the new one."""
    return any(
        t.on(election.date) and row.term_start is not None and (row.term_start - t.scheduled).days == 1
        for t in terms_of(record, row.state)
        if t.elected_on < election.date
    )


def number(claim: Number, record: Record) -> Finding:
    """Return whether there were so many candidates, seats, winners or newcomers."""
    found = meant(record, claim.race)
    scope = scope_of(found, claim.race)
    if not found:
        reason = Reason.NOT_IN_THE_RECORD if covered(record, claim.race.period) else Reason.OUTSIDE_COVERAGE
        return unknown(reason, f"No election{race_words(claim.race)} is in the record.", scope)
    if not claim.race.dated:
        return unknown(Reason.AMBIGUOUS, "Which election is meant is not said.", scope)
    if claim.what is What.NEW:
        return _new(record, claim, regular(found), scope)
    plain = regular(found)
    readings = (
        {"regular election": plain} if plain == found else {"regular election": plain, "with the by-election": found}
    )
    answers = {name: _number(record, claim, name, chosen) for name, chosen in readings.items()}
    shown = [(e, r) for e in found for r in counted_rows(record, e, claim.what, claim.race.group)]
    made = by_readings(answers, scope, rows_of(record, shown))
    if made.verdict is R and claim.race.group is None and (fitting := _fitting_groups(record, claim, plain)):
        says = f"{made.says} The number is that of {joined(map(group_name, fitting))}; which are meant is not said."
        return unknown(Reason.AMBIGUOUS, says, scope, made.evidence)
    if made.verdict is R:
        return Finding(R, made.says, scope, None, made.n, made.answers, (), made.evidence)
    return made


def _fitting_groups(record: Record, claim: Number, found: Sequence[Election]) -> list[str]:
    """Return the groups of which the number would be right, in case one of them is meant."""
    groups = dict.fromkeys(g for e in found for g in e.groups)
    return [
        g for g in groups if _number(record, replace(claim, race=replace(claim.race, group=g)), g, found).verdict is S
    ]


_NEW = {
    "all those elected": (What.ELECTED,),
    "those elected that were no members at the time": (What.ELECTED, What.REELECTED),
    "those elected for the first time": (What.NEWCOMERS,),
}


def new_readings(record: Record, found: Sequence[Election], group: str | None) -> dict[str, frozenset[str]]:
    """Return which states "new members" may mean, under each reading."""
    sets = {}
    for reading, (what, *less) in _NEW.items():
        states = {r.state for e in found for r in counted_rows(record, e, what, group)}
        sets[reading] = frozenset(
            states - {r.state for e in found for w in less for r in counted_rows(record, e, w, group)}
        )
    return sets


def _new(record: Record, claim: Number, found: Sequence[Election], scope: str) -> Finding:
    answers = {
        reading: Answer(
            reading, bounded(claim.bound, len(states), len(states), claim.n), f"{len(states)} {reading}.", len(states)
        )
        for reading, states in new_readings(record, found, claim.race.group).items()
    }
    shown = [(e, r) for e in found for r in e.elected(claim.race.group)]
    return by_readings(answers, scope, rows_of(record, shown))


def _number(record: Record, claim: Number, reading: str, found: Sequence[Election]) -> Answer:
    group = claim.race.group
    if claim.what is What.SEATS:
        n = sum(e.seats(group) for e in found)
    else:
        n = sum(len(counted_rows(record, e, claim.what, group)) for e in found)
    partial = claim.what in {What.CANDIDATES, What.LOSERS} and not all(e.whole(group) for e in found)
    verdict = bounded(claim.bound, n, 10**6 if partial else n, claim.n)
    if claim.what is What.CANDIDATES and verdict is R:
        # A candidacy given up before the ballot may have been counted among the candidates.
        withdrawn = sum(r.standing == "withdrawn" and group in {None, r.regional_group} for e in found for r in e.rows)
        verdict = C if withdrawn and claim.n == n + withdrawn else R
    elif partial and claim.n == n:
        verdict = S
    of = f" of {group_name(group)}" if group else ""
    noun = many(n, WHAT[claim.what])
    return Answer(reading, verdict, f"{capital(elections_words(found))}: {noun}{of}{_kind(claim.what)}.", n)


def _kind(what: What) -> str:
    return {What.ELECTED: " elected", What.REELECTED: " re-elected"}.get(what, "")


def contest(claim: Contest, record: Record) -> Finding:
    """Return whether groups had more candidates than seats."""
    found = regular(meant(record, claim.race))
    scope = scope_of(found, claim.race)
    if not found or not claim.race.dated:
        return unknown(
            Reason.NOT_IN_THE_RECORD, "Which election is meant is not said, or it is not in the record.", scope
        )
    if claim.state is not None:
        mine = [(e, r) for e in found if (r := e.row(claim.state)) and r.standing == "candidate"]
        if not mine:
            return unknown(Reason.NOT_IN_THE_RECORD, f"{capital(state_name(record, claim.state))} is not there.", scope)
        own = tuple(dict.fromkeys(r.regional_group for _, r in mine))
        claim, found = replace(claim, groups=own), tuple(e for e, _ in mine)
    judged = [_contest(record, claim, e) for e in found]
    return finding(judged, scope)


def _contest(record: Record, claim: Contest, election: Election):
    fitting = [g for g in election.groups if election.contested(g) is claim.contested]
    shown = [r for g in (claim.groups or election.groups) for r in election.standing(g)]
    rows = rows_of(record, [(election, r) for r in shown])
    slates = joined(f"{group_name(g)} ({len(election.standing(g))} for {election.seats(g)})" for g in election.groups)
    says = f"Candidates and seats in {elections_words([election])}: {slates}."
    return _contest_verdict(claim, election, fitting), says, rows


def _contest_verdict(claim: Contest, election: Election, fitting: Sequence[str]) -> Verdict:
    if claim.n is not None:
        return S if claim.n == len(fitting) else R
    if claim.only:
        return S if set(claim.groups) == set(fitting) else R
    if claim.groups:
        return S if set(claim.groups) <= set(fitting) else R
    if claim.contested:
        return S if fitting else R
    return S if len(fitting) == len(election.groups) else R


__all__ = ["Race", "compared", "contest", "counted_rows", "kept", "number", "placed", "votes_changed"]
