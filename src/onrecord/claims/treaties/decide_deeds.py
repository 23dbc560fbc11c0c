"""What the record says to claims about what states did towards treaties: joined, signed, left, and when."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from onrecord.claims.judging import C, Counted, R, S, U, all_of, bounded, by_readings, quantified, together, unknown
from onrecord.claims.naming import capital, day, joined, state_name, when
from onrecord.claims.treaties.acts import (
    MOST_SHOWN,
    act_row,
    can_be_asked,
    on_day,
    said_of,
    steps_of,
    treaty_rows,
)
from onrecord.claims.treaties.decide import DEPOSITED, asserted, decided, more_than_followed, no_acts, not_known_yet
from onrecord.claims.treaties.sets import meant
from onrecord.claims.treaties.typed import Act, Deed
from onrecord.claims.typed import Quantifier
from onrecord.measures.treaties import JOINING, SIGNING
from onrecord.record.query_treaties import treaties_known_to
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import TreatyAct, TreatyStep
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Answer, Finding, Reason, Verdict

_FITS = {
    Act.JOIN: JOINING,
    Act.RATIFY: JOINING,
    Act.ACCEDE: frozenset({TreatyAct.ACCESSION, TreatyAct.RATIFICATION_OR_ACCESSION}),
    Act.SUCCEED: frozenset({TreatyAct.SUCCESSION}),
    Act.SIGN: SIGNING,
    Act.LEAVE: frozenset({TreatyAct.DENUNCIATION}),
}
"""The acts that a word stands for; "ratified" is said of every way of becoming bound."""

_LOOSE = {Act.ACCEDE: JOINING, Act.SUCCEED: JOINING, Act.SIGN: SIGNING | JOINING}
"""The acts that a word is also used for."""


def deed(claim: Deed, record: Record) -> Finding:
    """Return whether states joined, signed or left treaties in a period."""
    claim = _in_term(claim, record)
    last = treaties_known_to(record)
    scope = f"{DEPOSITED}{when(claim.when)}; the day is that of the deposit"
    if claim.when.first and claim.when.first > last:
        return unknown(Reason.OUTSIDE_COVERAGE, not_known_yet(record), scope)
    strangers = [s for s in claim.states if not can_be_asked(record, s)]
    if strangers:
        return unknown(Reason.NOT_IN_THE_RECORD, no_acts(record, strangers), scope)
    if not meant(record, claim.treaties, min(claim.when.last or last, last)):
        return unknown(Reason.NOT_IN_THE_RECORD, more_than_followed(), scope)
    answers: dict[str, Answer] = {}
    for name, codes in meant(record, claim.treaties, min(claim.when.last or last, last)).items():
        strict = _deeds(claim, record, codes, _FITS[claim.act])
        loose = _deeds(claim, record, codes, _LOOSE[claim.act]) if claim.act in _LOOSE else strict
        label = name if name != "treaties named" else ""
        if strict[0] is loose[0]:
            answers[label or "as said"] = Answer(label or "as said", *strict)
        else:
            for word, found in ((f"{claim.act.value}, in the strict sense", strict), ("became party", loose)):
                reading = ", ".join(p for p in (label, word) if p)
                answers[reading] = Answer(reading, *found)
    return _deed_found(claim, record, decided(answers), scope)


def _in_term(claim: Deed, record: Record) -> Deed:
    """Return the claim over the very days of the term on the Council that its years name."""
    first, last = claim.when.first, claim.when.last
    if not claim.term or len(claim.states) != 1 or first is None or last is None:
        return claim
    for term in record.seats.terms(claim.states[0]):
        ends = (last.year, record.as_of.year if record.as_of else last.year)
        if term.term_start.year == first.year and term.term_end.year in ends:
            return replace(claim, when=Period(term.term_start, term.term_end))
    return claim


def _deeds(claim: Deed, record: Record, codes: Sequence[str], acts: Iterable[TreatyAct]) -> tuple[Verdict, str, int]:
    wanted = frozenset(acts)
    verdicts = [_deed_verdict(claim, [_done(claim, record, s, c, wanted) for c in codes]) for s in claim.states]
    return all_of(verdicts), _deeds_said(claim, record, codes, wanted), len(codes) * len(claim.states)


def _done(claim: Deed, record: Record, state: str, code: str, acts: frozenset[TreatyAct]) -> bool | None:
    steps = [s for s in steps_of(record, state, code) if s.act in acts]
    known_to = treaties_known_to(record)
    if any(claim.when.contains(s.date) for s in steps):
        return None if any(claim.when.contains(s.date) and _disputed(s, claim.when) for s in steps) else True
    later = on_day(record, state, code, known_to)
    begins_known = (
        later.denounced is None
        or not later.missing_act
        or (claim.when.first is not None and claim.when.first > later.denounced.date)
    )
    open_end = claim.when.last is not None and claim.when.last > known_to and not claim.term
    other = claim.treaties.kind == "named" and any(_other_date(s, claim.when) for s in steps)
    return False if begins_known and not open_end and not other else None


_DATE = re.compile(r"(?:year_differs_wpd|date_differs_untc2015):(\d{4})(?:-(\d{2})-(\d{2}))?")


def _other_date(step: TreatyStep, period: Period) -> bool:
    """Return whether another compilation dates an act within a period."""
    match = _DATE.fullmatch(step.flag or "")
    if match is None:
        return False
    year, month, on = match.groups()
    given = Period.day_of(date(int(year), int(month), int(on))) if month else Period.year_of(int(year))
    return period.overlaps(given)


def _other_year(step: TreatyStep) -> str:
    match = _DATE.fullmatch(step.flag or "")
    return match[1] if match else ""


def _disputed(step: TreatyStep, period: Period) -> bool:
    """Return whether another compilation gives a date outside the period: never for the depositary's own."""
    match = _DATE.fullmatch(step.flag or "")
    return bool(match and match[2]) and not _other_date(step, period)


def _deed_verdict(claim: Deed, found: Sequence[bool | None]) -> Verdict:
    counted = Counted(found.count(True), found.count(False), found.count(None))
    treaties = claim.treaties
    if treaties.of is not None and treaties.of != counted.n:
        return U
    if treaties.n is not None:
        verdict = bounded(treaties.quantifier, counted.hits, counted.hits + counted.unknown, treaties.n)
    elif claim.denied:
        return quantified(Quantifier.NONE, counted)
    else:
        verdict = asserted(treaties, counted)
    return {S: R, R: S}.get(verdict, verdict) if claim.denied else verdict


def _deeds_said(claim: Deed, record: Record, codes: Sequence[str], acts: frozenset[TreatyAct]) -> str:
    pairs = [(s, c) for s in claim.states for c in codes]
    if claim.treaties.kind == "named":
        return " ".join(_one_said(claim, record, s, c, acts) for s, c in pairs[:12])
    said = []
    for state in claim.states:
        steps = [s for c in codes for s in steps_of(record, state, c) if s.act in acts and claim.when.contains(s.date)]
        ordered = sorted(steps, key=lambda s: s.date)
        listed = joined(f"{s.instrument} ({day(s.date)})" for s in ordered) if ordered else ""
        name = capital(state_name(record, state))
        said.append(
            f"{name} {claim.act.value} {len(steps)} of {len(codes)}{when(claim.when)}{f': {listed}' * bool(steps)}."
        )
    return " ".join(said)


def _one_said(claim: Deed, record: Record, state: str, code: str, acts: frozenset[TreatyAct]) -> str:
    steps = [s for s in steps_of(record, state, code) if s.act in acts]
    last = treaties_known_to(record)
    if claim.act is Act.LEAVE and not steps:
        return f"No denunciation of {code} by {state_name(record, state)} is in the record."
    if claim.act is Act.SIGN and steps:
        signed = next((s for s in steps if s.act in SIGNING), None)
        if signed is not None:
            return f"{capital(state_name(record, state))} signed {code} on {day(signed.date)}."
        return f"{capital(state_name(record, state))} did not sign {code}: it acceded on {day(steps[0].date)}."
    return said_of(record, state, code, last)


def _deed_found(claim: Deed, record: Record, answers: dict[str, Answer], scope: str) -> Finding:
    last = treaties_known_to(record)
    codes = sorted({c for named in meant(record, claim.treaties, last).values() for c in named})
    acts = _FITS[claim.act] | _LOOSE.get(claim.act, frozenset())
    inside, outside = [], []
    for state in claim.states:
        for code in codes:
            for step in steps_of(record, state, code):
                if step.act in acts:
                    (inside if claim.when.contains(step.date) else outside).append(act_row(record, step))
    missing = [e for c in codes for e in treaty_rows(record, c)] if not inside and not outside else []
    fits, against = (outside or missing, inside) if claim.denied else (inside, outside or missing)
    verdict = together(answers.values())
    if verdict is R and not against:
        fits, against = [], fits
    named = claim.treaties.kind == "named"
    shown = against if verdict is not S or (named and claim.treaties.quantifier is not Quantifier.ALL) else []
    return _disagreement(claim, record, by_readings(answers, scope, fits[:MOST_SHOWN], shown[:MOST_SHOWN]))


def _disagreement(claim: Deed, record: Record, found: Finding) -> Finding:
    """Return the finding; conflicting where another compilation's date for an act would turn it."""
    if found.verdict is not U or len(found.answers) > 1:
        return found
    codes = claim.treaties.codes
    steps = [s for st in claim.states for c in codes for s in steps_of(record, st, c) if _DATE.fullmatch(s.flag or "")]
    if not steps:
        return Finding(
            U, found.says, found.scope, Reason.OUTSIDE_COVERAGE, found.n, (), found.evidence, found.counter_examples
        )
    says = f"{found.says} Another compilation gives {joined(_other_year(s) for s in steps)}."
    return Finding(C, says, found.scope, None, found.n, (), found.evidence, found.counter_examples)
