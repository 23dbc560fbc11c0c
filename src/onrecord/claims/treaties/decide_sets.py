"""What the record says to claims about how many states are party, who was first, and when a treaty was made."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from onrecord.claims.judging import Counted, R, S, U, bounded, by_readings, quantified, unknown
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
        since = day(record.seats.first_day)
        says = f"Parties are counted from {since}: acts of states that have since ended are not all in the record."
        return unknown(Reason.OUTSIDE_COVERAGE, says, scope)
    answers: dict[str, Answer] = {}
    count = _Count(frozenset(), frozenset(), days[-1])
    for on in days:
        pools = _pools(claim, record, on)
        if pools is None:
            says = f"The record has no list of {group_label(claim.who.group or '')}."
            return unknown(Reason.NOT_IN_THE_RECORD, says, scope)
        for name, pool in pools.items():
            count = _Count(_fitting(claim, record, pool, on), pool, on)
            label = f"{name}, {day(on)}" if len(days) > 1 else name
            verdict = _verdict(claim, record, count)
            answers[label] = Answer(label, verdict, _says(claim, record, count), len(count.fitting))
    return _found(claim, record, answers, scope, count)


@dataclass(frozen=True, slots=True)
class _Count:
    """The states of a pool that stood so on a day."""

    fitting: frozenset[str]
    pool: frozenset[str]
    on: date


def _fitting(claim: Parties, record: Record, pool: Iterable[str], on: date) -> frozenset[str]:
    codes = [c for named in meant(record, claim.treaties, on).values() for c in named]
    chosen = any if claim.treaties.quantifier is Quantifier.SOME else all
    # "Not party to A or B" is to be party to neither.
    if claim.denied:
        return frozenset(s for s in pool if not any(_stands(claim, record, s, c, on) for c in codes))
    return frozenset(s for s in pool if chosen(_stands(claim, record, s, c, on) for c in codes))


def _stands(claim: Parties, record: Record, state: str, code: str, on: date) -> bool:
    return next(iter(holds(on_day(record, state, code, on), claim.status).values()))


def _verdict(claim: Parties, record: Record, count: _Count) -> Verdict:
    who, hits, n = claim.who, len(count.fitting), len(count.pool)
    named = (*who.states, *who.examples, *who.listed, *who.excluded)
    if any(not can_be_asked(record, s) for s in named) or (who.of is not None and who.of != n and not who.group):
        return U
    if (who.of is not None and who.of != n) or not _named_fit(who, count.fitting):
        return R
    if claim.few:
        return S if hits * 4 <= n else R if hits * 2 > n else U
    if who.listed:
        return S if _list_fits(who, count.fitting) else R
    return _quantity(who, hits, n)


def _named_fit(who: States, fitting: frozenset[str]) -> bool:
    """Whether the states named as belonging belong, and those taken out do not."""
    return {*who.examples, *who.states} <= fitting and not set(who.excluded) & fitting


def _list_fits(who: States, fitting: frozenset[str]) -> bool:
    """Whether a list is the set: all of it where the sentence says "only" or counts, part of it else."""
    if who.n is not None and who.n != len(fitting):
        return False
    whole = who.quantifier is Quantifier.ONLY or who.n is not None
    return frozenset(who.listed) == fitting if whole else frozenset(who.listed) <= fitting


def _quantity(who: States, hits: int, n: int) -> Verdict:
    """Return the verdict on "Q of them": of n states, so many fit; all of them are known."""
    if who.quantifier is Quantifier.ALL:
        fits = hits == n - len(who.excluded) and who.n in {None, n}
        return (S if fits else R) if n else U
    if who.n is not None and who.quantifier is not Quantifier.NONE:
        exact = who.quantifier in {None, Quantifier.ONLY}
        return bounded(Quantifier.EXACTLY if exact else who.quantifier or Quantifier.EXACTLY, hits, hits, who.n)
    if who.quantifier in {Quantifier.MANY, Quantifier.SOME}:
        enough = hits * 2 > n if who.quantifier is Quantifier.MANY else hits >= 2
        return S if enough else U if hits else R
    if who.quantifier in {Quantifier.NONE, Quantifier.MOST, Quantifier.HALF}:
        return quantified(who.quantifier, Counted(hits, n - hits))
    # No number and no quantifier: whether those named belong is all that is claimed, and it has been tried.
    return S if who.examples or who.states or hits == n else R


def _says(claim: Parties, record: Record, count: _Count) -> str:
    fitting, kind = count.fitting, claim.treaties.kind
    named = joined(claim.treaties.codes) if kind == "named" else f"the {kind} treaties"
    listed = f": {joined(sorted(state_name(record, s) for s in fitting))}" if 0 < len(fitting) <= 20 else ""
    stood = f"{'not ' if claim.denied else ''}{claim.status.value}"
    return f"On {day(count.on)} {len(fitting)} of {len(count.pool)} were {stood} to {named}{listed}."


def _found(claim: Parties, record: Record, answers: dict[str, Answer], scope: str, count: _Count) -> Finding:
    codes = sorted({c for named in meant(record, claim.treaties, count.on).values() for c in named})
    who = claim.who
    named = [*who.examples, *who.states, *who.listed, *who.excluded]
    shown = [*named, *sorted(count.fitting - set(named))][:MOST_SHOWN]
    rows = rows_of(record, [(s, c) for s in shown for c in codes], count.on)
    found = by_readings(_merged(answers), scope, rows or [e for c in codes for e in treaty_rows(record, c)])
    if found.verdict is S:
        return found
    others = sorted((count.pool if who.group else set(named)) - count.fitting)
    counter = rows_of(record, [(s, c) for s in others for c in codes], count.on)
    return replace(found, counter_examples=tuple(counter) or found.evidence)


def _merged(answers: dict[str, Answer]) -> dict[str, Answer]:
    """Leave out the later readings of who counts as a state, save one that would be right where the first is not."""
    first = next(iter(answers.values()))
    if first.verdict is not R:
        return {name: a for name, a in answers.items() if a is first or a.verdict is not R or "," in name}
    return {name: a for name, a in answers.items() if a is first or a.verdict is not R}
