"""Draws states for sentences that the record writes of itself: some that a list holds, some that it does not."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from random import Random

from onrecord.claims.events.judging_lists import ListOfStates
from onrecord.claims.lexicon import key_of
from onrecord.claims.naming import capital, state_name
from onrecord.record.store import Record


@lru_cache(maxsize=4)
def known_states(record: Record) -> tuple[str, ...]:
    """Return the UN members whose names stand for one state only, so that a sentence can name them."""
    found = [s.iso3 for s in record.gazetteer.states if s.un_member_from and s.un_member_to is None]
    bearers = Counter(name for code in found for name in _names(record, code))
    return tuple(code for code in found if bearers[key_of(state_name(record, code).removeprefix("the "))] == 1)


def _names(record: Record, code: str) -> set[str]:
    return {key_of(n.name.removeprefix("the ")) for n in record.gazetteer.names(code) if n.language == "en"}


def one_on(record: Record, listed: ListOfStates, chance: Random) -> str | None:
    """Return a state that is on a list."""
    return _one((s for s in known_states(record) if listed.answer(s) is True), chance)


def one_off(record: Record, listed: ListOfStates, chance: Random) -> str | None:
    """Return a state of which a list says that it is not on it."""
    return _one((s for s in known_states(record) if listed.answer(s) is False), chance)


def _one(states: Iterable[str], chance: Random) -> str | None:
    found = list(states)
    return chance.choice(found) if found else None


def named(record: Record, state: str, first: bool = False) -> str:
    """Return a state's name in a sentence, with a capital where it begins one."""
    name = state_name(record, state)
    return capital(name) if first else name
