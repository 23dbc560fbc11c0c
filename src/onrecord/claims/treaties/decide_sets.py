"""What the record says to claims about how many states are party, who was first, and when a treaty was made."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from onrecord.claims.judging import R, S, U, bounded, by_readings, unknown
from onrecord.claims.lexicon import table
from onrecord.claims.naming import day, joined, state_name, when
from onrecord.claims.treaties.acts import (
    MOST_SHOWN,
    can_be_asked,
    days_asked,
    holds,
    on_day,
    rows_of,
    treaty_rows,
)
from onrecord.claims.treaties.decide import DEPOSITED
from onrecord.claims.treaties.sets import meant
from onrecord.claims.treaties.typed import Parties
from onrecord.claims.typed import Quantifier, States
from onrecord.record.query_treaties import acts_by_state, treaties_known_to
from onrecord.record.store import Record
from onrecord.vocabulary.states import StateKind
from onrecord.vocabulary.verdicts import Answer, Finding, Reason, Verdict


def members_of(record: Record, group: str, on: date) -> frozenset[str] | None:
    """Return the states of a group on a day; None where the record has no list of them."""
    found = next((g for g in table("groups")["group"] if g["id"] == group), None)
    if found is None:
        return None
    if found.get("members"):
        return frozenset(found["members"])
    if found["kind"] != "regional":
        return None
    states = (s for s in record.gazetteer.states if s.was_un_member(on))
    return frozenset(s.iso3 for s in states if record.gazetteer.group(s.iso3, on) == group)


def group_label(group: str) -> str:
    """Return a group's name."""
    return next((g["label"] for g in table("groups")["group"] if g["id"] == group), group)


@lru_cache(maxsize=64)
def _un_members(record: Record, on: date) -> frozenset[str]:
    return frozenset(s.iso3 for s in record.gazetteer.states if s.was_un_member(on))


def _pools(claim: Parties, record: Record, on: date) -> dict[str, frozenset[str]] | None:
    """Return the states among which is counted, under each reading; None where they are not in the record."""
    who = claim.who
    if who.group is not None:
        members = members_of(record, who.group, on)
        return None if members is None else {group_label(who.group): members}
    if who.members:
        return {"UN member states": _un_members(record, on)}
    members = _un_members(record, on)
    observers = frozenset(s.iso3 for s in record.gazetteer.states if s.kind is StateKind.OBSERVER)
    if claim.denied:
        return {"UN member states": members, "UN member and observer states": members | observers}
    every = members | observers | frozenset(acts_by_state(record))
    if claim.parties:
        return {"parties, as the depositary counts them": every}
    return {"parties, as the depositary counts them": every, "UN member states": members}


def parties(claim: Parties, record: Record) -> Finding:
    """Return how many of a set of states stood so towards a treaty, and whether those named are among them."""
    days = days_asked(record, claim.on)
    scope = f"{DEPOSITED}{when(claim.on) if claim.on else f', as at {day(treaties_known_to(record))}'}"
    if not days:
        says = f"The acts of states towards treaties are known to {day(treaties_known_to(record))}."
        return unknown(Reason.OUTSIDE_COVERAGE, says, scope)
    if days[0] < record.seats.first_day and not claim.who.group:
        says = f"Parties are counted from {day(record.seats.first_day)}: acts of states that have since ended are not all in the record."
        return unknown(Reason.OUTSIDE_COVERAGE, says, scope)
    answers: dict[str, Answer] = {}
    fitting: frozenset[str] = frozenset()
    pool: frozenset[str] = frozenset()
    for on in days:
        pools = _pools(claim, record, on)
        if pools is None:
            says = f"The record has no list of {group_label(claim.who.group or '')}."
            return unknown(Reason.NOT_IN_THE_RECORD, says, scope)
        for name, pool in pools.items():
            fitting = _fitting(claim, record, pool, on)
            label = f"{name}, {day(on)}" if len(days) > 1 else name
            answers[label] = Answer(
                label, _verdict(claim, record, fitting, pool, on), _says(claim, record, fitting, pool, on), len(fitting)
            )
    return _found(claim, record, answers, scope, fitting, pool, days[-1])


def _fitting(claim: Parties, record: Record, pool: Iterable[str], on: date) -> frozenset[str]:
    codes = [c for named in meant(record, claim.treaties, on).values() for c in named]
    chosen = any if claim.treaties.quantifier is Quantifier.SOME else all
    # "Not party to A or B" is to be party to neither.
    if claim.denied:
        return frozenset(s for s in pool if not any(_stands(claim, record, s, c, on) for c in codes))
    return frozenset(s for s in pool if chosen(_stands(claim, record, s, c, on) for c in codes))


def _stands(claim: Parties, record: Record, state: str, code: str, on: date) -> bool:
    return next(iter(holds(on_day(record, state, code, on), claim.status).values()))


def _verdict(claim: Parties, record: Record, fitting: frozenset[str], pool: frozenset[str], on: date) -> Verdict:
    who = claim.who
    if any(not can_be_asked(record, s) for s in (*who.states, *who.examples, *who.listed, *who.excluded)):
        return U
    if who.of is not None and who.of != len(pool):
        return R if who.group else U
    if set(who.examples) - fitting or set(who.states) - fitting:
        return R
    if set(who.excluded) & fitting:
        return R
    if claim.few:
        return S if len(fitting) * 4 <= len(pool) else R if len(fitting) * 2 > len(pool) else U
    if who.listed:
        whole = who.quantifier is Quantifier.ONLY or who.n is not None
        exact = frozenset(who.listed) == fitting if whole else frozenset(who.listed) <= fitting
        return R if not exact or (who.n is not None and who.n != len(fitting)) else S
    return _quantity(who, len(fitting), len(pool))


def _quantity(who: States, hits: int, n: int) -> Verdict:
    left = n - len(who.excluded)
    if who.quantifier is Quantifier.ALL:
        fits = hits == left and (who.n is None or who.n == n)
        return (S if fits else R) if n else U
    if who.quantifier is Quantifier.NONE:
        return S if not hits else R
    if who.n is not None:
        quantifier = Quantifier.EXACTLY if who.quantifier in {None, Quantifier.ONLY} else who.quantifier
        return bounded(quantifier, hits, hits, who.n)
    if who.quantifier in {Quantifier.MOST, Quantifier.MANY}:
        return S if hits * 2 > n else R if who.quantifier is Quantifier.MOST or not hits else U
    if who.quantifier is Quantifier.HALF:
        return S if hits * 2 == n else R
    if who.quantifier is Quantifier.SOME:
        return S if hits >= 2 else R if not hits else U
    # No number and no quantifier: only whether those named belong is claimed, and it has been tried.
    return S if who.examples or who.states else (S if hits == n else R)


def _says(claim: Parties, record: Record, fitting: frozenset[str], pool: frozenset[str], on: date) -> str:
    named = (
        joined(meant(record, claim.treaties, on).popitem()[1])
        if claim.treaties.kind == "named"
        else f"the {claim.treaties.kind} treaties"
    )
    listed = f": {joined(sorted(state_name(record, s) for s in fitting))}" if 0 < len(fitting) <= 20 else ""
    stood = f"{'not ' if claim.denied else ''}{claim.status.value}"
    return f"On {day(on)} {len(fitting)} of {len(pool)} were {stood} to {named}{listed}."


def _found(
    claim: Parties,
    record: Record,
    answers: dict[str, Answer],
    scope: str,
    fitting: frozenset[str],
    pool: frozenset[str],
    on: date,
) -> Finding:
    codes = sorted({c for named in meant(record, claim.treaties, on).values() for c in named})
    who = claim.who
    named = [s for s in (*who.examples, *who.states, *who.listed, *who.excluded)]
    shown = [*named, *sorted(fitting - set(named))][:MOST_SHOWN]
    rows = rows_of(record, [(s, c) for s in shown for c in codes], on)
    against: list[tuple[str, str]] = []
    if who.group or named:
        against = [(s, c) for s in sorted((pool if who.group else set(named)) - fitting) for c in codes]
    found = by_readings(_merged(answers), scope, rows or [e for c in codes for e in treaty_rows(record, c)])
    if found.verdict is S:
        return found
    counter = rows_of(record, against, on) or list(found.evidence)
    return Finding(
        found.verdict, found.says, scope, found.reason, found.n, found.answers, found.evidence, tuple(counter)
    )


def _merged(answers: dict[str, Answer]) -> dict[str, Answer]:
    """Leave out the later readings of who counts as a state, save one that would be right where the first is not."""
    first = next(iter(answers.values()))
    if first.verdict is not R:
        return {name: a for name, a in answers.items() if a is first or a.verdict is not R or "," in name}
    return {name: a for name, a in answers.items() if a is first or a.verdict is not R}
