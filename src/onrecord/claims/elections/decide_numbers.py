"""What the record says to claims about how many stood, won or were new, and about contests."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.elections.decide import finding, scope_of
from onrecord.claims.elections.slates import Election, covered, meant, regular, won_by
from onrecord.claims.elections.typed import Contest, Number, What
from onrecord.claims.elections.words import WHAT, elections_words, group_name, race_words, rows_of
from onrecord.claims.judging import C, R, S, bounded, by_readings, unknown
from onrecord.claims.membership.terms import terms_of
from onrecord.claims.naming import capital, joined, many, state_name
from onrecord.record.query_elections import CandidacyRow
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Answer, Finding, Reason, Verdict


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
