"""What the record says to claims about who was elected first, again, how often, from which group, and who all were."""

from collections.abc import Sequence

from onrecord.claims.elections.decide import Judged, elsewhere, finding, nearest, scope_of
from onrecord.claims.elections.decide_numbers import counted_rows, kept, new_readings
from onrecord.claims.elections.slates import Election, covered, elections, meant, regular, won_by
from onrecord.claims.elections.typed import Again, FromGroup, Held, How, Listed, OnlyNth, TimesElected, What
from onrecord.claims.elections.words import (
    candidacy_row,
    elections_words,
    group_name,
    names,
    race_words,
    rows_of,
)
from onrecord.claims.judging import C, R, S, U, bounded, by_readings, unknown
from onrecord.claims.membership.terms import running_past, terms_of
from onrecord.claims.membership.words import rows_of as term_evidence
from onrecord.claims.naming import capital, day, joined, many, state_name
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Answer, Evidence, Finding, Reason


def listed(claim: Listed, record: Record) -> Finding:
    """Return whether those elected, standing or new were the states listed."""
    found = meant(record, claim.race)
    chosen = regular(found)
    scope = scope_of(chosen, claim.race)
    if not chosen or not claim.race.dated:
        return unknown(Reason.NOT_IN_THE_RECORD, f"No election{race_words(claim.race)} is in the record.", scope)
    if claim.what is What.NEW:
        return _new(claim, record, chosen, scope)
    there = [(e, r) for e in chosen for r in counted_rows(record, e, claim.what, claim.race.group)]
    return finding([_compare(record, claim, chosen, there)], scope)


def _new(claim: Listed, record: Record, chosen: Sequence[Election], scope: str) -> Finding:
    answers = {}
    for reading, states in new_readings(record, chosen, claim.race.group).items():
        fits = set(claim.states) == states if claim.whole else set(claim.states) <= states
        answers[reading] = Answer(
            reading, S if fits else R, f"{reading}: {names(record, sorted(states))}.", len(states)
        )
    shown = [(e, r) for e in chosen for r in e.elected(claim.race.group)]
    return by_readings(answers, scope, rows_of(record, shown))


def _compare(record: Record, claim: Listed, chosen: Sequence[Election], there) -> Judged:
    known = {r.state for _, r in there}
    extra = [s for s in claim.states if s not in known]
    missing = sorted(known - set(claim.states)) if claim.whole else []
    rows = rows_of(record, there)
    if not extra and not missing:
        return S, f"{capital(elections_words(chosen))}: {names(record, sorted(known))}.", rows
    if claim.what in {What.CANDIDATES, What.LOSERS} and not _cannot_be(record, extra, chosen) and not missing:
        return U, f"Not in the record as a candidate: {names(record, extra)}; its list may not be whole.", rows
    parts = [f"not among them: {names(record, extra)}" if extra else "", _left_out(record, missing)]
    says = f"{capital(elections_words(chosen))}: {names(record, sorted(known))}; {'; '.join(p for p in parts if p)}."
    return R, says, _speaking_against(record, extra, missing, there)


def _left_out(record: Record, missing: Sequence[str]) -> str:
    return f"left out: {names(record, missing)}" if missing else ""


def _cannot_be(record: Record, extra: Sequence[str], chosen: Sequence[Election]) -> bool:
    return any(running_past(record, s, e.date, e.term.first) for s in extra for e in chosen)


def _speaking_against(record: Record, extra: Sequence[str], missing: Sequence[str], there) -> tuple[Evidence, ...]:
    left = rows_of(record, [(e, r) for e, r in there if r.state in missing])
    earlier = tuple(e for s in extra for e in (*elsewhere(record, s), *term_evidence(record, terms_of(record, s))))
    return (*left, *earlier)


def again(claim: Again, record: Record) -> Finding:
    """Return whether a state was elected for the first time, again, or for the nth time."""
    found = meant(record, claim.race)
    scope = (
        f"{scope_of(found, claim.race)}; elections of {state_name(record, claim.state)} since the Council was set up"
    )
    won = [e for e in elections(record) if e.date in won_by(record).get(claim.state, ())]
    rows = rows_of(record, [(e, r) for e in won if (r := e.row(claim.state))])
    name = capital(state_name(record, claim.state))
    days = joined(day(e.date) for e in won) if won else "no day in the record"
    says = f"{name} was elected on {days}."
    here = [e for e in won if e in found]
    if not here:
        verdict = R if covered(record, claim.race.period) else U
        return finding([(verdict, says, rows)], scope)
    if not claim.race.dated and claim.how is not How.NTH and len(won) > 1:
        here = won[-1:]
        if claim.how is How.FIRST:
            return unknown(Reason.AMBIGUOUS, f"{says} Which election is meant is not said.", scope, rows)
    if claim.how is How.FIRST or claim.how is How.NTH:
        places = [won.index(e) + 1 for e in here]
        wanted = 1 if claim.how is How.FIRST else claim.n
        fits = wanted in places if claim.race.dated else wanted == len(won)
        return finding([(S if fits else R, says, rows)], scope)
    last = here[-1]
    row = last.row(claim.state)
    direct = row is not None and kept(record, last, row)
    return _anew(claim, direct, won.index(last) > 0, (says, scope, rows))


def _anew(claim: Again, direct: bool, before: bool, told: tuple[str, str, tuple[Evidence, ...]]) -> Finding:
    """Return whether a state was elected anew: right after its term, after a gap, or in either way."""
    says, scope, rows = told
    if claim.how is How.DIRECTLY:
        return finding([(S if direct else R, says, rows)], scope)
    if claim.how is How.AFTER_A_GAP:
        return finding([(S if before and not direct else R, says, rows)], scope)
    answers = {
        "a member whose new term follows its old one": Answer(
            "a member whose new term follows its old one", S if direct else R, says
        ),
        "elected again after an earlier term": Answer("elected again after an earlier term", S if before else R, says),
    }
    return by_readings(answers, scope, rows)


def only_nth(claim: OnlyNth, record: Record) -> Finding:
    """Return whether of those elected exactly the states listed were elected for the nth time."""
    found = regular(meant(record, claim.race))
    scope = scope_of(found, claim.race)
    if not found or not claim.race.dated:
        return unknown(Reason.NOT_IN_THE_RECORD, f"No election{race_words(claim.race)} is in the record.", scope)
    there = {
        r.state: (e, r)
        for e in found
        for r in e.elected(claim.race.group)
        if won_by(record)[r.state].index(e.date) + 1 == claim.n
    }
    extra = [s for s in claim.states if s not in there]
    missing = [s for s in there if s not in claim.states] if claim.whole else []
    says = f"Elected for the {ordinal(claim.n)} time in {elections_words(found)}: {names(record, there)}."
    rows = tuple(e for s in (*there, *extra) for e in elsewhere(record, s))
    return finding([(R if extra or missing else S, says, rows)], scope)


def ordinal(n: int) -> str:
    """Return a number's ordinal in words: "fourth"."""
    names_ = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    return names_[n - 1] if n <= len(names_) else f"{n}th"


def times_elected(claim: TimesElected, record: Record) -> Finding:
    """Return how often a state had been elected, or had lost, until a day."""
    within = [e for e in elections(record) if claim.period is None or claim.period.contains(e.date)]
    mine = [(e, r) for e in within if (r := e.row(claim.state)) and r.standing == "candidate"]
    hits = [(e, r) for e, r in mine if (r.elected != "yes") is claim.lost]
    verdict = bounded(claim.bound, len(hits), 10**6 if claim.lost else len(hits), claim.n)
    if claim.lost and claim.n == len(hits):
        verdict = S
    name = capital(state_name(record, claim.state))
    did = "lost" if claim.lost else "was elected"
    days = f": {joined(day(e.date) for e, _ in hits)}" if hits else ""
    says = f"{name} {did} {many(len(hits), 'time')}{days}."
    scope = f"{len(within)} elections to the Human Rights Council in the record"
    return finding([(verdict, says, rows_of(record, hits))], scope, Reason.OUTSIDE_COVERAGE)


def from_group(claim: FromGroup, record: Record) -> Finding:
    """Return whether states belong to a regional group."""
    judged = [_group(record, state, claim.group) for state in claim.states]
    return finding(judged, "regional groups of the United Nations")


def _group(record: Record, state: str, group: str) -> Judged:
    rows = [(e, r) for e in elections(record) if (r := e.row(state)) and r.standing == "candidate"]
    last = record.as_of or (elections(record)[-1].date if elections(record) else None)
    actual = record.gazetteer.group(state, last) if last else None
    shown = tuple(candidacy_row(record, e, r) for e, r in rows[-1:])
    if actual is None:
        return U, f"The group of {state_name(record, state)} is not in the record.", shown
    says = f"{capital(state_name(record, state))} belongs to {group_name(actual)}."
    known = {actual.value, *(r.regional_group for _, r in rows)}
    verdict = S if group == actual.value else C if group in known else R
    return verdict, says, shown


def held(claim: Held, record: Record) -> Finding:
    """Return whether an election was held then, in that session of the General Assembly."""
    found = meant(record, claim.race)
    scope = "elections to the Human Rights Council"
    if not found:
        near = nearest(record, claim.race)
        says = f"No election to the Council is in the record{race_words(claim.race).removeprefix(' in the election')}."
        verdict = R if covered(record, claim.race.period) else U
        shown = rows_of(record, [(near, near.rows[0])]) if near else ()
        return finding([(verdict, f"{says} The nearest was {day(near.date)}." if near else says, shown)], scope)
    sessions = {e.session for e in found}
    verdict = S if claim.session is None or claim.session in sessions else R
    in_session = f", in the {joined(f'{n}th' for n in sorted(sessions))} session" if claim.session is not None else ""
    says = f"The General Assembly held {elections_words(found)}{in_session}."
    return finding([(verdict, says, rows_of(record, [(e, e.elected()[0]) for e in found]))], scope)
