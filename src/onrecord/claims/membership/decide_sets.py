"""What the record says to claims about who all were members, who follows whom, and who left early."""

from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.claims.elections.decide import Judged, finding
from onrecord.claims.elections.slates import elections, meant
from onrecord.claims.elections.typed import Race
from onrecord.claims.elections.words import group_name, names
from onrecord.claims.judging import C, R, S, U, by_readings, unknown
from onrecord.claims.membership.decide import SCOPE, terms_said
from onrecord.claims.membership.terms import (
    KnownTerm,
    all_terms,
    consecutive,
    known_to,
    sitting,
    spells,
    terms_of,
)
from onrecord.claims.membership.typed import Barred, Ended, EndedEarly, Members, Succeeds, Together
from onrecord.claims.membership.words import rows_of, term_words
from onrecord.claims.naming import capital, day, many, state_name, when
from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Answer, Evidence, Finding, Reason, Verdict

SEATS = 47
"""Seats on the Council since its first day."""


def members(claim: Members, record: Record) -> Finding:
    """Return whether the members, or those leaving, in a period were so many, or exactly these."""
    period = claim.period or (Period.day_of(record.as_of) if record.as_of else None)
    if period is None or (claim.n == SEATS and not claim.states and claim.group is None and not claim.leaving):
        return _seats(claim, record, period)
    if period.first is None or period.last is None or period.first > known_to(record):
        return unknown(Reason.OUTSIDE_COVERAGE, "Who sits then is not in the record.", SCOPE)
    sets = {"leaving": _leaving(record, period, claim.group)} if claim.leaving else _sets(record, period, claim.group)
    answers = {name: _answer(record, claim, name, states) for name, states in sets.items()}
    relevant = {s for states in sets.values() for s in states} | set(claim.states)
    rows = _rows(record, relevant, period, claim)
    made = by_readings(answers, f"{SCOPE}{when(period)}", rows)
    if made.verdict is R:
        return Finding(R, made.says, made.scope, None, made.n, made.answers, (), rows)
    return made


def _seats(claim: Members, record: Record, period: Period | None) -> Finding:
    if claim.n is None or claim.states or claim.group or claim.leaving:
        return unknown(Reason.AMBIGUOUS, "The day meant is not known.", SCOPE)
    if period is not None and claim.n != SEATS:
        n = len(sitting(record, period.first or known_to(record)))
        return finding([(S if n == claim.n else R, f"The Council had {many(n, 'member')} then.", ())], SCOPE)
    says = f"The Council has {SEATS} seats."
    return finding([(S if claim.n == SEATS else R, says, ())], SCOPE)


def _sets(record: Record, period: Period, group: str | None) -> dict[str, frozenset[str]]:
    """Return those that sat, by who is counted when the membership changed within the period."""
    first, last = period.first or known_to(record), period.last or known_to(record)
    some = frozenset(t.state for t in all_terms(record) if t.within(period) and group in {None, t.group})
    days = {"on its first day": first, "on its last day": min(last, known_to(record))}
    readings = {name: sitting(record, on, group) for name, on in days.items()}
    if len({some, *readings.values()}) == 1:
        return {"members": some}
    return {"at any time": some, **readings}


def _leaving(record: Record, period: Period, group: str | None) -> frozenset[str]:
    ends = {t.state for t in all_terms(record) if period.contains(t.last) and group in {None, t.group}}
    last = max((t.last for t in all_terms(record) if period.contains(t.last)), default=None)
    stay = sitting(record, last + timedelta(days=1)) if last else frozenset()
    return frozenset(ends - stay)


def _answer(record: Record, claim: Members, reading: str, states: frozenset[str]) -> Answer:
    extra = [s for s in claim.states if s not in states]
    missing = sorted(states - set(claim.states)) if claim.whole else []
    wrong = claim.n is not None and claim.n != len(states)
    noun = (
        f"leaving {'member' if len(states) == 1 else 'members'}"
        if claim.leaving
        else f"member{'s' * (len(states) != 1)}"
    )
    of = f" of {group_name(claim.group)}" if claim.group else ""
    shown = f": {names(record, sorted(states))}" if len(states) <= 15 else ""
    notes = [
        f"not among them: {names(record, extra)}" if extra else "",
        f"left out: {names(record, missing)}" if missing and claim.states else "",
    ]
    says = "; ".join(p for p in (f"{len(states)} {noun}{of}{shown}", *notes) if p)
    verdict = R if extra or wrong or (missing and claim.states) else S
    return Answer(reading, verdict, f"{says}.", len(states))


def _rows(record: Record, states: set[str], period: Period, claim: Members) -> tuple[Evidence, ...]:
    ordered = sorted(states, key=lambda s: (s not in claim.states, s))
    near = [t for s in ordered for t in (_near(record, s, period) or terms_of(record, s)[-1:])]
    return rows_of(record, near)


def _near(record: Record, state: str, period: Period) -> list[KnownTerm]:
    return [t for t in terms_of(record, state) if t.within(period)]


def succeeds(claim: Succeeds, record: Record) -> Finding:
    """Return whether a state takes the place that another of its group gives up."""
    changes = [c for t in terms_of(record, claim.new) if (c := _change(record, t, claim.period))]
    says = f"{terms_said(record, claim.new)} {terms_said(record, claim.old)}"
    rows = rows_of(record, [*terms_of(record, claim.new), *terms_of(record, claim.old)])
    if not changes:
        return finding([(R, says, rows)], SCOPE)
    fitting = [c for c in changes if claim.old in c[1]]
    if not fitting:
        return finding([(R, says, rows)], SCOPE)
    joining, leaving = fitting[0]
    note = f" Of their group {names(record, sorted(leaving))} left and {names(record, sorted(joining))} came."
    return finding([(S, says + note, rows)], SCOPE)


def _change(record: Record, term: KnownTerm, period: Period | None) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return who came to and who left a group's seats when a term began; None where it is not the one meant."""
    begins, before = term.first, term.first - timedelta(days=1)
    if period is not None and not period.contains(begins) and not period.contains(before):
        return None
    if any(t.on(before) for t in terms_of(record, term.state)):
        return None
    now = sitting(record, begins, term.group)
    earlier = sitting(record, before, term.group)
    gone = frozenset(earlier - now)
    vacated = {t.state for t in all_terms(record) if t.group == term.group and _freed(t, term)}
    return frozenset(now - earlier), gone | vacated


def _freed(old: KnownTerm, new: KnownTerm) -> bool:
    """Whether a term cut short freed the seat that another was elected to for the rest of its days."""
    return old.scheduled == new.scheduled and old.last < new.first and old.end_reason in {"suspended", "withdrew"}


def ended_early(claim: EndedEarly, record: Record) -> Finding:
    """Return whether membership was suspended, or given up, before a term was over."""
    return finding([_ended(record, claim, s) for s in claim.states], SCOPE)


def _ended(record: Record, claim: EndedEarly, state: str) -> Judged:
    seats = [t for t in record.seats.terms(state) if getattr(t, "end_reason", None) in {e.value for e in Ended}]
    near = [t for t in seats if claim.period is None or claim.period.contains(t.term_end)]
    rows = rows_of(
        record, [t for t in terms_of(record, state) if any(t.first <= p.term_start <= t.last for p in near or seats)]
    )
    says = f"{terms_said(record, state)}{_reasons(record, state, seats)}"
    if not near:
        return R, says, rows or rows_of(record, terms_of(record, state))
    return (S if any(getattr(t, "end_reason", None) == claim.how for t in near) else C), says, rows


def _reasons(record: Record, state: str, seats: Sequence) -> str:
    said = [
        f" {capital(state_name(record, state))}'s seat ended early on {day(t.term_end)}: {t.end_reason}." for t in seats
    ]
    return "".join(said)


def together(claim: Together, record: Record) -> Finding:
    """Return whether all the states sat on the Council on the same days."""
    days = [_days_in(record, s, claim.period) for s in claim.states]
    common = days[0]
    for more in days[1:]:
        common = [(max(a, c), min(b, d)) for a, b in common for c, d in more if max(a, c) <= min(b, d)]
    says = " ".join(terms_said(record, s) for s in claim.states)
    rows = rows_of(record, [t for s in claim.states for t in terms_of(record, s)])
    if common:
        says = f"{says} Together: {', '.join(f'{day(a)} to {day(b)}' for a, b in common)}."
    verdict = S if common else R if claim.period is None or (claim.period.first or date.min) <= known_to(record) else U
    return finding([(verdict, says, rows)], f"{SCOPE}{when(claim.period)}")


def _days_in(record: Record, state: str, period: Period | None) -> list[tuple[date, date]]:
    found = spells(record, state)
    if period is None:
        return list(found)
    first, last = period.first or date.min, period.last or date.max
    return [(max(a, first), min(b, last)) for a, b in found if max(a, first) <= min(b, last)]


def barred(claim: Barred, record: Record) -> Finding:
    """Return whether states had two terms in a row behind them, and so might not be elected again at once."""
    return finding([_barred(record, claim, s) for s in claim.states], "General Assembly resolution 60/251, paragraph 7")


def _barred(record: Record, claim: Barred, state: str) -> Judged:
    terms = terms_of(record, state)
    term = _ending(record, terms, claim.period)
    says = terms_said(record, state)
    rows = rows_of(record, terms)
    if term is None:
        return U, f"{says} Which election is meant is not clear.", rows
    is_barred = consecutive(record, term) >= 2
    note = "two terms in a row" if is_barred else "no two terms in a row"
    return _as_claimed(is_barred, claim), f"{says} Ending with {term_words(term)}: {note}.", rows


def _as_claimed(is_barred: bool, claim: Barred) -> Verdict:
    return S if is_barred is claim.barred else R


def _ending(record: Record, terms: Sequence[KnownTerm], period: Period | None) -> KnownTerm | None:
    """Return the term that was ending when the election meant was held."""
    if period is None:
        day_ = record.as_of
        return next((t for t in terms if day_ and t.on(day_)), terms[-1] if terms else None)
    found = [t for t in terms if period.contains(t.last)]
    for election in meant(record, Race(period=period)):
        found += [t for t in terms if t.on(election.date) and election.term.first and not t.on(election.term.first)]
    return found[0] if found else None


__all__ = ["C", "barred", "elections", "ended_early", "members", "succeeds", "together"]
