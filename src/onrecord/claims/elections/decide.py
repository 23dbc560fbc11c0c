"""What the record says to claims about who was elected, stood, lost, beat whom, and with how many votes."""

from collections.abc import Sequence

from onrecord.claims.elections.slates import Election, covered, elections, meant, regular, un_members
from onrecord.claims.elections.typed import Beat, Outcome, Race, Result, Votes
from onrecord.claims.elections.words import (
    candidacy_row,
    elections_words,
    fate_words,
    group_name,
    names,
    race_words,
    rows_of,
    totals_words,
)
from onrecord.claims.judging import C, R, S, U, all_of, bounded, unknown
from onrecord.claims.membership.terms import running_past, terms_of
from onrecord.claims.membership.words import rows_of as term_evidence
from onrecord.claims.membership.words import term_words
from onrecord.claims.naming import capital, day, state_name
from onrecord.claims.typed import Quantifier
from onrecord.record.query_elections import CandidacyRow
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Evidence, Finding, Reason, Verdict

Judged = tuple[Verdict, str, tuple[Evidence, ...]]
"""A verdict with the sentence that explains it and the rows it rests on."""


def finding(judged: Sequence[Judged], scope: str, reason: Reason = Reason.NOT_IN_THE_RECORD) -> Finding:
    """Return one finding of several parts: refuted if one is, supported if all are; rows on their side."""
    verdict = all_of(v for v, _, _ in judged)
    says = " ".join(dict.fromkeys(s for _, s, _ in judged))
    good = tuple(e for v, _, rows in judged if v is not R for e in rows)
    bad = tuple(e for v, _, rows in judged if v is R for e in rows)
    why = None if verdict is not U else reason
    return Finding(verdict, says, scope, why, len(good) + len(bad) or None, (), good, bad)


def scope_of(found: Sequence[Election], race: Race) -> str:
    """Return which elections were looked at."""
    if not found:
        return f"elections to the Human Rights Council{race_words(race).removeprefix(' in')}: none in the record"
    if not race.dated:
        return f"all {len(found)} elections to the Human Rights Council in the record"
    return f"{elections_words(found)} to the Human Rights Council"


def result(claim: Result, record: Record) -> Finding:
    """Return whether the states were elected, stood, lost or withdrew."""
    found = meant(record, claim.race)
    if claim.outcome is Outcome.NOT_ELECTED and not claim.race.dated and not claim.never:
        return unknown(Reason.AMBIGUOUS, "Which election is meant is not said.", scope_of(found, claim.race))
    judged = [_fate(record, claim, state, found) for state in claim.states]
    partial = claim.outcome is not Outcome.ELECTED and bool(found)
    reason = Reason.OUTSIDE_COVERAGE if partial or not covered(record, claim.race.period) else Reason.NOT_IN_THE_RECORD
    return finding(judged, scope_of(found, claim.race), reason)


def _fate(record: Record, claim: Result, state: str, found: Sequence[Election]) -> Judged:
    mine = [(e, r) for e in found if (r := e.row(state))]
    if claim.outcome in {Outcome.ELECTED, Outcome.NOT_ELECTED}:
        return _elected(record, claim, state, found, mine)
    wanted = [(e, r) for e, r in mine if _was(r, claim.outcome)]
    if wanted:
        return S, said(record, state, wanted), rows_of(record, wanted)
    if claim.outcome is Outcome.STOOD and any(r.standing == "withdrawn" for _, r in mine):
        return C, f"{said(record, state, mine)} It was announced, but not in the ballot.", rows_of(record, mine)
    stray = claim.outcome is Outcome.WITHDREW and any(r.standing == "stray votes" for _, r in mine)
    if mine and claim.race.dated and not stray:
        return R, said(record, state, mine), rows_of(record, mine)
    return _not_standing(record, state, found) or _unlisted(record, state, found, claim.race)


def _was(row: CandidacyRow, outcome: Outcome) -> bool:
    if outcome is Outcome.WITHDREW:
        return row.standing == "withdrawn"
    lost = outcome is Outcome.LOST
    return row.standing == "candidate" and not (lost and row.elected == "yes")


def said(record: Record, state: str, mine: Sequence[tuple[Election, CandidacyRow]]) -> str:
    """Return what became of a state's candidacies, in a sentence."""
    name = capital(state_name(record, state))
    return " ".join(f"{name}: {fate_words(e, r)}." for e, r in mine)


def _not_standing(record: Record, state: str, found: Sequence[Election]) -> Judged | None:
    """A state whose term runs on past the start of the new seats cannot have stood for one of them."""
    held = [running_past(record, state, e.date, e.term.first) for e in found]
    if not found or not all(held):
        return None
    terms = [t for t in held if t]
    name = capital(state_name(record, state))
    says = f"{name} had a seat that ran on ({term_words(terms[0])}) and did not stand in {elections_words(found)}."
    return R, says, term_evidence(record, terms)


def _unlisted(record: Record, state: str, found: Sequence[Election], race: Race) -> Judged:
    if not found:
        return _no_election(record, race)
    name = capital(state_name(record, state))
    says = f"{name} is not among the candidates in the record for {elections_words(found[-3:])}; the list of those that lost or withdrew may not be whole."  # noqa: E501
    return U, says, ()


def _no_election(record: Record, race: Race) -> Judged:
    if not covered(record, race.period):
        return U, f"The record does not reach an election{race_words(race).removeprefix(' in the election')}.", ()
    near = nearest(record, race)
    says = f"No election to the Council is in the record{race_words(race).removeprefix(' in the election')}"
    return R, f"{says}; the nearest was held on {day(near.date)}." if near else f"{says}.", ()


def nearest(record: Record, race: Race) -> Election | None:
    """Return the election held nearest to the period described, None without a period."""
    if race.period is None:
        return None
    middle = race.period.first or race.period.last
    return min(elections(record), key=lambda e: abs((e.date - middle).days)) if middle else None


def _elected(
    record: Record, claim: Result, state: str, found: Sequence[Election], mine: Sequence[tuple[Election, CandidacyRow]]
) -> Judged:
    group = claim.race.group
    hits = [(e, r) for e, r in mine if r.elected == "yes" and group in {None, r.regional_group}]
    positive = claim.outcome is Outcome.ELECTED
    if hits:
        return (S if positive else R), said(record, state, hits), rows_of(record, hits)
    if not found and not positive:
        return U, _no_election(record, claim.race)[1], ()
    if not found:
        verdict, says, _ = _no_election(record, claim.race)
        return verdict, says, elsewhere(record, state)
    if not covered(record, claim.race.period):
        return U, f"The record knows no election beyond {day(elections(record)[-1].date)}.", ()
    rows = rows_of(record, mine) or elsewhere(record, state)
    name = capital(state_name(record, state))
    own = said(record, state, mine)
    others = "" if own else f" It was elected on {_days(record, state)}."
    says = own or f"{name} was not elected in {elections_words(found[-3:])}.{others}"
    return (R if positive else S), says, rows


def _days(record: Record, state: str) -> str:
    days = [day(t.elected_on) for t in terms_of(record, state)]
    return ", ".join(days) if days else "no other day"


def elsewhere(record: Record, state: str) -> tuple[Evidence, ...]:
    """Return the candidacies with which a state was elected, whenever that was."""
    return rows_of(record, [(e, r) for e in elections(record) if (r := e.row(state)) and r.elected == "yes"])


def votes(claim: Votes, record: Record) -> Finding:
    """Return whether a state received so many votes."""
    found = meant(record, claim.race)
    scope = scope_of(found, claim.race)
    mine = [(e, r) for e in found if (r := e.row(claim.state)) and r.standing != "withdrawn"]
    counted = [(e, r) for e, r in mine if claim.state in e.totals]
    if not found:
        return finding([_no_votes(record, claim)], scope, Reason.OUTSIDE_COVERAGE)
    if not counted:
        return finding([_unknown_votes(record, claim, found, mine)], scope)
    judged = [_of_total(record, claim, e, r) for e, r in counted]
    best = next((j for wanted in (S, C, U) for j in judged if j[0] is wanted), None)
    if best is None and len(mine) > len(counted):
        return finding([(U, f"{said(record, claim.state, mine)}", rows_of(record, mine))], scope)
    return finding([best] if best else judged, scope)


def _no_votes(record: Record, claim: Votes) -> Judged:
    verdict, says, _ = _no_election(record, claim.race)
    near = nearest(record, claim.race)
    row = near.row(claim.state) if near else None
    if near and row:
        return verdict, f"{says} {said(record, claim.state, [(near, row)])}", rows_of(record, [(near, row)])
    return verdict, says, ()


def _unknown_votes(record: Record, claim: Votes, found: Sequence[Election], mine) -> Judged:
    if not mine:
        return _not_standing(record, claim.state, found) or _unlisted(record, claim.state, found, claim.race)
    return U, f"{said(record, claim.state, mine)}", rows_of(record, mine)


def _of_total(record: Record, claim: Votes, election: Election, row: CandidacyRow) -> Judged:
    totals = election.totals[claim.state]
    bound = claim.bound or Quantifier.EXACTLY
    answers = {bounded(bound, total, total, claim.n) for total in totals}
    verdict = answers.pop() if len(answers) == 1 else C
    name = capital(state_name(record, claim.state, election.date))
    note = " The total was seen once or is disputed." if row.confidence == 1 else ""
    says = f"{name} received {totals_words(totals)} in {elections_words([election])}.{note}"
    if claim.of is not None and verdict is not R:
        checked, of_says = _set_against(record, claim.of, election, row)
        verdict, says = all_of([verdict, checked]), f"{says} {of_says}"
    return verdict, says, (candidacy_row(record, election, row),)


def _set_against(record: Record, of: int, election: Election, row: CandidacyRow) -> tuple[Verdict, str]:
    members = un_members(record, election.date)
    said_members = f"The UN had {members} member States that day."
    if of in {members, row.ballots_valid}:
        return S, said_members if of == members else f"Valid ballots for its group: {of}."
    if of > members or row.ballots_valid is not None:
        return R, said_members
    return U, f"{said_members} How many voted is not in the record."


def beat(claim: Beat, record: Record) -> Finding:
    """Return whether the ones won seats that the others of their group stood for and did not win."""
    found = meant(record, claim.race)
    judged = [_won_over(record, claim, w, loser, found) for w in claim.winners for loser in claim.losers]
    return finding(judged, scope_of(found, claim.race), Reason.OUTSIDE_COVERAGE)


def _won_over(record: Record, claim: Beat, winner: str, loser: str, found: Sequence[Election]) -> Judged:
    pairs = [(e, w, r) for e in found if (w := e.row(winner)) and (r := e.row(loser))]
    fitting = [
        (e, w, r)
        for e, w, r in pairs
        if w.elected == "yes" and _was(r, Outcome.LOST) and w.regional_group == r.regional_group
    ]
    shown = [(e, row) for e, w, r in (fitting or pairs) for row in (w, r)]
    if fitting:
        return S, " ".join(f"{names(record, [r.state])}: {fate_words(e, r)}." for e, r in shown), rows_of(record, shown)
    if shown and claim.race.dated:
        says = " ".join(f"{capital(names(record, [r.state]))}: {fate_words(e, r)}." for e, r in shown)
        groups = {r.regional_group for _, r in shown}
        apart = (
            f" They stood in different groups: {', '.join(map(group_name, sorted(groups)))}." if len(groups) > 1 else ""
        )
        return R, says + apart, rows_of(record, shown)
    won = _elected(record, Result(states=(winner,), outcome=Outcome.ELECTED, race=claim.race), winner, found, [])
    mine = [(e, r) for e in found if (r := e.row(winner)) and r.elected == "yes"]
    if not mine and found:
        return won
    return _not_standing(record, loser, found) or _unlisted(record, loser, found, claim.race)


__all__ = ["beat", "finding", "nearest", "regular", "result", "said", "scope_of", "votes"]
