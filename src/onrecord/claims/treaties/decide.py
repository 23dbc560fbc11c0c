"""What the record says to claims about named states and treaties: where they stand, what they did and when."""

from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.claims.judging import Counted, R, S, U, all_of, bounded, by_readings, quantified, together, unknown
from onrecord.claims.naming import capital, day, joined, state_name, when
from onrecord.claims.treaties.acts import (
    can_be_asked,
    days_asked,
    holds,
    is_known,
    on_day,
    rows_of,
    said_of,
)
from onrecord.claims.treaties.sets import meant
from onrecord.claims.treaties.typed import NotFollowed, Standing, Status, Treaties
from onrecord.claims.typed import Quantifier
from onrecord.record.query_treaties import TREATIES_AS_AT, treaties_known_to
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Answer, Finding, Reason, Verdict

Pair = tuple[str, str]
DEPOSITED = "acts deposited with the Secretary-General of the UN"


def standing(claim: Standing, record: Record) -> Finding:
    """Return whether states stood so towards treaties on the day, or at both ends of the period, named."""
    days = days_asked(record, claim.on)
    scope = f"{DEPOSITED}{when(claim.on) if claim.on else f', as at {day(treaties_known_to(record))}'}"
    if not days:
        return unknown(Reason.OUTSIDE_COVERAGE, not_known_yet(record), scope)
    strangers = [s for s in claim.states if not can_be_asked(record, s)]
    if strangers:
        return unknown(Reason.NOT_IN_THE_RECORD, no_acts(record, strangers), scope)
    if not meant(record, claim.treaties, days[-1]):
        return unknown(Reason.NOT_IN_THE_RECORD, more_than_followed(), scope)
    answers: dict[str, Answer] = {}
    for on in days:
        for name, codes in meant(record, claim.treaties, on).items():
            for answer in _answers(claim, record, codes, on):
                label = _label(name, answer.reading, on if len(days) > 1 else None)
                answers[label] = Answer(label, answer.verdict, answer.says, answer.n)
    return _with_rows(claim, record, decided(answers), scope, days[-1])


def decided(answers: dict[str, Answer]) -> dict[str, Answer]:
    """Return the readings that give an answer where one supports the claim; all of them else."""
    if not any(a.verdict is S for a in answers.values()):
        return answers
    return {name: a for name, a in answers.items() if a.verdict is not U}


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
    return all_of([asserted(treaties, counted), *_each(excluded, False)])


def _each(found: Iterable[bool | None], wanted: bool) -> list[Verdict]:
    return [U if one is None else S if one is wanted else R for one in found]


def asserted(treaties: Treaties, counted: Counted) -> Verdict:
    """Return the verdict on "party to Q of them"; "many" is more than half of what there is."""
    if treaties.n is not None:
        verdict = bounded(treaties.quantifier, counted.hits, counted.hits + counted.unknown, treaties.n)
        # "Human rights treaties" may be others besides: more than are known here is not wrong.
        return U if verdict is R and treaties.kind == "human" and treaties.n >= counted.hits else verdict
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
        return Finding(
            U, found.says, scope, Reason.OUTSIDE_COVERAGE, found.n, (), found.evidence, found.counter_examples
        )
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


def more_than_followed() -> str:
    """Return that more treaties are counted than the record follows."""
    return "The sentence counts more treaties than the 18 that the record follows."


def not_known_yet(record: Record) -> str:
    """Return to which day the acts are known."""
    return f"The acts of states towards treaties are known to {day(treaties_known_to(record))}."


def no_acts(record: Record, states: Sequence[str]) -> str:
    """Return that the acts of some states are not in the record."""
    return f"The record has no acts of {joined(state_name(record, s) for s in states)} towards these treaties."


def not_followed(claim: NotFollowed, record: Record) -> Finding:
    """Return that the record does not follow the treaties named."""
    followed = f"The record follows the 18 UN human rights treaties and protocols as at {day(TREATIES_AS_AT)}"
    says = f"{followed}, not {joined(claim.words)}."
    return unknown(Reason.NOT_IN_THE_RECORD, says, "other treaties")
