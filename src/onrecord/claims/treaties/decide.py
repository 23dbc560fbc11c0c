"""What the record says to claims about named states and treaties: where they stand, what they did and when."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.claims.judging import C, Counted, R, S, U, all_of, bounded, by_readings, quantified, together, unknown
from onrecord.claims.naming import capital, day, joined, state_name, when
from onrecord.claims.treaties.acts import (
    MOST_SHOWN,
    act_row,
    can_be_asked,
    days_asked,
    holds,
    is_known,
    on_day,
    rows_of,
    said_of,
    steps_of,
    treaty_rows,
)
from onrecord.claims.treaties.sets import meant
from onrecord.claims.treaties.typed import Act, Deed, NotFollowed, Standing, Status, Treaties
from onrecord.claims.typed import Quantifier
from onrecord.measures.treaties import JOINING, SIGNING
from onrecord.record.query_treaties import TREATIES_AS_AT, treaties_known_to
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import TreatyAct, TreatyStep
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import Answer, Finding, Reason, Verdict

Pair = tuple[str, str]
DEPOSITED = "acts deposited with the Secretary-General of the UN"


def standing(claim: Standing, record: Record) -> Finding:
    """Return whether states stood so towards treaties on the day, or at both ends of the period, named."""
    days = days_asked(record, claim.on)
    scope = f"{DEPOSITED}{when(claim.on) if claim.on else f', as at {day(treaties_known_to(record))}'}"
    if not days:
        return unknown(Reason.OUTSIDE_COVERAGE, _not_known_yet(record), scope)
    strangers = [s for s in claim.states if not can_be_asked(record, s)]
    if strangers:
        return unknown(Reason.NOT_IN_THE_RECORD, _no_acts(record, strangers), scope)
    answers: dict[str, Answer] = {}
    for on in days:
        for name, codes in meant(record, claim.treaties, on).items():
            for answer in _answers(claim, record, codes, on):
                label = _label(name, answer.reading, on if len(days) > 1 else None)
                answers[label] = Answer(label, answer.verdict, answer.says, answer.n)
    return _with_rows(claim, record, answers, scope, days[-1])


def _label(name: str, reading: str, on: date | None) -> str:
    parts = [name if name != "treaties named" else "", reading, f"on {day(on)}" if on else ""]
    return ", ".join(p for p in parts if p) or "as said"


def _answers(claim: Standing, record: Record, codes: Sequence[str], on: date) -> list[Answer]:
    pairs = [(s, c) for s in claim.states for c in codes]
    words = list(dict.fromkeys(w for s, c in pairs for w in holds(on_day(record, s, c, on), claim.status)))
    return [_answer(claim, record, codes, on, word if len(words) > 1 else "") for word in words or [""]]


def _answer(claim: Standing, record: Record, codes: Sequence[str], on: date, word: str) -> Answer:
    verdicts = []
    for state in claim.states:
        verdicts.append(_verdict(claim, record, state, codes, on, word))
    says = _says(claim, record, codes, on)
    return Answer(word, all_of(verdicts), says, len(codes) * len(claim.states))


def _true(claim: Standing, record: Record, pair: Pair, on: date, word: str) -> bool | None:
    if not is_known(record, *pair, on):
        return None
    readings = holds(on_day(record, *pair, on), claim.status)
    return readings.get(word, next(iter(readings.values())))


def _verdict(claim: Standing, record: Record, state: str, codes: Sequence[str], on: date, word: str) -> Verdict:
    found = [_true(claim, record, (state, c), on, word) for c in codes]
    counted = Counted(found.count(True), found.count(False), found.count(None))
    treaties = claim.treaties
    if treaties.of is not None and treaties.of != counted.n:
        return U
    excluded = [_true(claim, record, (state, c), on, word) for c in treaties.excluded]
    if claim.denied:
        return all_of([_denied(treaties, counted), *_each(excluded, True)])
    return all_of([_asserted(treaties, counted), *_each(excluded, False)])


def _each(found: Iterable[bool | None], wanted: bool) -> list[Verdict]:
    return [U if one is None else S if one is wanted else R for one in found]


def _asserted(treaties: Treaties, counted: Counted) -> Verdict:
    """Return the verdict on "party to Q of them"; "many" is more than half of what there is."""
    if treaties.n is not None:
        return bounded(treaties.quantifier, counted.hits, counted.hits + counted.unknown, treaties.n)
    if treaties.quantifier is Quantifier.MANY:
        return quantified(Quantifier.MOST, counted) if quantified(Quantifier.MOST, counted) is S else _many(counted)
    return quantified(treaties.quantifier, counted)


def _many(counted: Counted) -> Verdict:
    """Half or less may still be called many, save none at all or one."""
    return R if counted.hits + counted.unknown < 2 else U


def _denied(treaties: Treaties, counted: Counted) -> Verdict:
    """Return the verdict on "not party": to none of those named, to so many of a set."""
    turned = Counted(counted.misses, counted.hits, counted.unknown)
    if treaties.n is not None:
        return bounded(treaties.quantifier, turned.hits, turned.hits + turned.unknown, treaties.n)
    if treaties.kind != "named" and treaties.quantifier is Quantifier.ALL:
        return quantified(Quantifier.SOME, turned)
    if treaties.quantifier is Quantifier.SOME:
        return quantified(Quantifier.ALL, turned)
    return quantified(treaties.quantifier, turned)


def _says(claim: Standing, record: Record, codes: Sequence[str], on: date) -> str:
    pairs = [(s, c) for s in claim.states for c in codes]
    if claim.treaties.kind == "named" and len(pairs) <= 8:
        return " ".join(said_of(record, s, c, on) for s, c in pairs)
    said = []
    for state in claim.states:
        has = [c for c in codes if next(iter(holds(on_day(record, state, c, on), claim.status).values()))]
        rest = [c for c in codes if c not in has]
        listed = f": {joined(has)}" if has else ""
        without = f"; not {joined(rest)}" if rest else ""
        name = capital(state_name(record, state))
        said.append(f"On {day(on)} {name} {_WAS[claim.status]} {len(has)} of {len(codes)}{listed}{without}.")
    return " ".join(said)


_WAS = {
    Status.PARTY: "was party to",
    Status.SIGNATORY: "had signed or joined",
    Status.SIGNED_ONLY: "had signed but not ratified",
    Status.LEFT: "was no longer party to",
}


def _with_rows(claim: Standing, record: Record, answers: dict[str, Answer], scope: str, on: date) -> Finding:
    codes = {c for named in meant(record, claim.treaties, on).values() for c in (*named, *claim.treaties.excluded)}
    pairs = [(s, c) for s in claim.states for c in sorted(codes)]
    signing = claim.status is not Status.PARTY
    fitting, against = _split(claim, record, pairs, on)
    verdict = together(answers.values())
    hits, misses = rows_of(record, fitting, on, signing), rows_of(record, against, on, signing)
    if verdict is R and not misses:
        hits, misses = [], hits
    if verdict is S and claim.treaties.kind == "named" and claim.treaties.quantifier is Quantifier.ALL:
        hits, misses = [*hits, *misses], []
    found = by_readings(answers, scope, hits, misses)
    if found.verdict is U and len(answers) == 1:
        return Finding(U, found.says, scope, Reason.OUTSIDE_COVERAGE, found.n, (), found.evidence, found.counter_examples)
    return found


def _split(claim: Standing, record: Record, pairs: Sequence[Pair], on: date) -> tuple[list[Pair], list[Pair]]:
    """Return the pairs that fit the claim and those that speak against it."""
    fitting: list[Pair] = []
    against: list[Pair] = []
    for pair in pairs:
        true = any(holds(on_day(record, *pair, on), claim.status).values())
        wanted = not claim.denied if pair[1] not in claim.treaties.excluded else claim.denied
        (fitting if true is wanted else against).append(pair)
    return fitting, against


def _not_known_yet(record: Record) -> str:
    return f"The acts of states towards treaties are known to {day(treaties_known_to(record))}."


def _no_acts(record: Record, states: Sequence[str]) -> str:
    return f"The record has no acts of {joined(state_name(record, s) for s in states)} towards these treaties."


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
    last = treaties_known_to(record)
    scope = f"{DEPOSITED}{when(claim.when)}; the day is that of the deposit"
    if claim.when.first and claim.when.first > last:
        return unknown(Reason.OUTSIDE_COVERAGE, _not_known_yet(record), scope)
    strangers = [s for s in claim.states if not can_be_asked(record, s)]
    if strangers:
        return unknown(Reason.NOT_IN_THE_RECORD, _no_acts(record, strangers), scope)
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
    return _deed_found(claim, record, answers, scope)


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
    begins_known = later.denounced is None or not later.missing_act or (
        claim.when.first is not None and claim.when.first > later.denounced.date
    )
    open_end = claim.when.last is not None and claim.when.last > known_to
    other = any(_other_date(s, claim.when) for s in steps)
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
        verdict = _asserted(treaties, counted)
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
        said.append(f"{name} {claim.act.value} {len(steps)} of {len(codes)}{when(claim.when)}{f': {listed}' * bool(steps)}.")
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
        return Finding(U, found.says, found.scope, Reason.OUTSIDE_COVERAGE, found.n, (), found.evidence, found.counter_examples)
    says = f"{found.says} Another compilation gives {joined(_DATE.fullmatch(s.flag or '')[1] for s in steps)}."
    return Finding(C, says, found.scope, None, found.n, (), found.evidence, found.counter_examples)


def not_followed(claim: NotFollowed, record: Record) -> Finding:
    """Return that the record does not follow the treaties named."""
    says = f"The record follows the 18 UN human rights treaties and protocols as at {day(TREATIES_AS_AT)}, not {joined(claim.words)}."
    return unknown(Reason.NOT_IN_THE_RECORD, says, "other treaties")
