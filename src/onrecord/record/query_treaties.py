"""Questions about treaties: the instruments, the acts of states towards them, and when each state stood for a seat."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.record.store import Record
from onrecord.sources.facts_commitments import Instrument, Standing, TreatyAct, TreatyStep, YesNo

TREATIES_AS_AT = date(2026, 2, 3)
"""The day as at which the depositary's pages were read: the acts are known to this day (table instrument, parties)."""


@dataclass(frozen=True, slots=True)
class Election:
    """A state in an election to the Council, with the source of its candidacy."""

    election_date: date
    standing: Standing
    elected: bool
    term_start: date | None
    term_end: date | None
    by_election: bool
    source_id: str


def treaties_known_to(record: Record) -> date:
    """Return the last day to which the acts of states are known."""
    return min(record.as_of, TREATIES_AS_AT) if record.as_of else TREATIES_AS_AT


def instruments(record: Record) -> list[Instrument]:
    """Return the treaties in the order of their adoption."""
    columns = ", ".join(Instrument.__match_args__)
    return record.rows(Instrument, f"SELECT {columns} FROM instrument ORDER BY adopted, instrument")


@lru_cache(maxsize=4)
def acts_by_state(record: Record) -> dict[str, tuple[TreatyStep, ...]]:
    """Return the acts of every state towards every treaty, by state, in the order of their dates."""
    columns = ", ".join(TreatyStep.__match_args__)
    found: dict[str, list[TreatyStep]] = {}
    for step in record.rows(_step, f"SELECT {columns} FROM treaty_act ORDER BY state, date, instrument, act"):
        found.setdefault(step.state, []).append(step)
    return {state: tuple(steps) for state, steps in found.items()}


def _step(state: str, instrument: str, act: str, *rest) -> TreatyStep:
    return TreatyStep(state, instrument, TreatyAct(act), *rest)


def elections_of(record: Record, state: str) -> list[Election]:
    """Return the elections to the Council in which a state was a candidate or withdrew, the earliest first.

    Votes given to a state that was not a declared candidate are no candidacy.
    """
    return record.rows(
        _election,
        "SELECT election_date, standing, elected, term_start, term_end, by_election, source_id FROM candidacy"
        " WHERE state = ? AND standing <> 'stray votes' ORDER BY election_date",
        [state],
    )


def _election(*values) -> Election:
    day, standing, elected, start, end, by_election, source = values
    yes = YesNo.YES.value
    return Election(day, Standing(standing), elected == yes, start, end, by_election == yes, source)
