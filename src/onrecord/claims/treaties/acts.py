"""The acts of states towards treaties as the checker asks for them: one state's towards one treaty, on a day."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from onrecord.claims.evidence import row
from onrecord.claims.naming import capital, day, state_name
from onrecord.claims.treaties.sets import known
from onrecord.claims.treaties.typed import Status
from onrecord.measures.treaties import JOINING, Standing, TreatyStatus, standing
from onrecord.record.query_treaties import acts_by_state, treaties_known_to
from onrecord.record.store import Record
from onrecord.sources.facts_commitments import TreatyAct, TreatyStep
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.states import StateKind
from onrecord.vocabulary.verdicts import Evidence

MOST_SHOWN = 60
"""Rows given as evidence at most."""

DID = {
    TreatyAct.SIGNATURE: "signed",
    TreatyAct.SUCCESSION_TO_SIGNATURE: "succeeded to the signature of",
    TreatyAct.RATIFICATION: "ratified",
    TreatyAct.ACCESSION: "acceded to",
    TreatyAct.SUCCESSION: "succeeded to",
    TreatyAct.ACCEPTANCE: "accepted",
    TreatyAct.FORMAL_CONFIRMATION: "formally confirmed",
    TreatyAct.RATIFICATION_OR_ACCESSION: "ratified or acceded to",
    TreatyAct.DENUNCIATION: "denounced",
}


@lru_cache(maxsize=16)
def _dealt(record: Record) -> dict[tuple[str, str], tuple[TreatyStep, ...]]:
    found: dict[tuple[str, str], list[TreatyStep]] = {}
    for steps in acts_by_state(record).values():
        for step in steps:
            found.setdefault((step.state, step.instrument), []).append(step)
    return {key: tuple(steps) for key, steps in found.items()}


def steps_of(record: Record, state: str, code: str) -> tuple[TreatyStep, ...]:
    """Return the acts of a state towards a treaty, by date."""
    return _dealt(record).get((state, code), ())


@lru_cache(maxsize=20000)
def on_day(record: Record, state: str, code: str, on: date) -> Standing:
    """Return where a state stood towards a treaty at the end of a day."""
    return standing(steps_of(record, state, code), on)


def can_be_asked(record: Record, state: str) -> bool:
    """Return whether the acts of a state are in the record: those of former states and territories are not."""
    return record.gazetteer.state(state).kind in {StateKind.MEMBER, StateKind.OBSERVER} or state in acts_by_state(
        record
    )


def is_known(record: Record, state: str, code: str, on: date) -> bool:
    """Return whether the acts of a state towards a treaty are whole on a day.

    They are not where a denunciation stands without the act of joining that it ended.
    """
    if not can_be_asked(record, state):
        return False
    later = on_day(record, state, code, treaties_known_to(record))
    return not (later.missing_act and later.denounced is not None and on < later.denounced.date)


def days_asked(record: Record, on: Period | None) -> tuple[date, ...]:
    """Return the days on which a claim is tried: the last known, the day named, or the ends of the period named.

    None at all where the period begins after the last day known.
    """
    last = treaties_known_to(record)
    if on is None:
        return (last,)
    if on.first and on.first > last:
        return ()
    final = min(on.last, last) if on.last else last
    return (on.first, final) if on.first and on.first != final else (final,)


def holds(found: Standing, status: Status) -> dict[str, bool]:
    """Return whether a standing is the one claimed, under each reading of the word."""
    party = found.status is TreatyStatus.PARTY
    match status:
        case Status.PARTY:
            return {"party": party}
        case Status.SIGNED_ONLY:
            return {"signed but not ratified": found.status is TreatyStatus.SIGNED_ONLY}
        case Status.LEFT:
            return {"no longer party": found.status is TreatyStatus.DENOUNCED}
    if found.signed is None and party:
        return {"it signed": False, "it is bound": True}
    return {"it signed": found.signed is not None}


def said_of(record: Record, state: str, code: str, on: date) -> str:
    """Return where a state stood towards a treaty, in a sentence with its dates."""
    found, name = on_day(record, state, code, on), capital(state_name(record, state))
    instrument = known(record).get(code)
    if instrument is None or instrument.adopted > on:
        return f"{code} had not been adopted."
    if found.status is TreatyStatus.PARTY and found.joined:
        return f"{name} {DID[found.joined.act]} {code} on {day(found.joined.date)}."
    if found.status is TreatyStatus.DENOUNCED and found.denounced and found.denunciation_effect:
        return (
            f"{name} denounced {code} on {day(found.denounced.date)}, with effect on {day(found.denunciation_effect)}."
        )
    if found.status is TreatyStatus.SIGNED_ONLY and found.signed:
        return f"{name} signed {code} on {day(found.signed.date)} and had not ratified it by {day(on)}."
    return f"{name} had taken no act towards {code} by {day(on)}."


def rows_of(record: Record, pairs: Iterable[tuple[str, str]], on: date, signing: bool = False) -> list[Evidence]:
    """Return the acts that decide where states stood towards treaties; the treaty itself where there is none."""
    found: dict[str, Evidence] = {}
    for state, code in pairs:
        for evidence in _rows(record, state, code, on, signing):
            found.setdefault(evidence.id, evidence)
    return list(found.values())[:MOST_SHOWN]


def _rows(record: Record, state: str, code: str, on: date, signing: bool) -> list[Evidence]:
    one = on_day(record, state, code, on)
    deciding: Sequence[TreatyStep | None] = [one.joined, one.denounced] if one.joined or one.denounced else [one.signed]
    steps = [*deciding, *([one.signed] if signing else [])]
    shown = [act_row(record, step) for step in steps if step]
    # No act by the day: the next one shows it, else the treaty, whose acts are all in the record.
    later = [s for s in steps_of(record, state, code) if s.act in JOINING]
    return shown or [act_row(record, s) for s in later[:1]] or treaty_rows(record, code)


def act_row(record: Record, step: TreatyStep) -> Evidence:
    """Return an act as evidence."""
    state = record.gazetteer.state(step.state)
    says = (
        f"{capital(state_name(record, step.state))} {DID.get(step.act, step.act)} {step.instrument}, {day(step.date)}"
    )
    name = f"ratifications:{step.state}/{step.instrument}/{step.act}"
    return row(record, name, says, step.source_id, None, f"/treaties/{state.slug}")


def treaty_rows(record: Record, code: str) -> list[Evidence]:
    """Return a treaty as evidence."""
    instrument = known(record).get(code)
    if instrument is None:
        return []
    says = f"{instrument.title}, adopted on {day(instrument.adopted)}"
    return [row(record, f"instruments:{code}", says, instrument.source_id, None, f"/treaties/instruments/{code}")]
