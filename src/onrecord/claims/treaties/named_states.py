"""The UN member states whose short name is no other state's, for sentences that must not be read two ways."""

from functools import lru_cache

from onrecord.claims.lexicon import key_of
from onrecord.claims.naming import state_name
from onrecord.record.store import Record


@lru_cache(maxsize=16)
def plainly_named(record: Record) -> tuple[str, ...]:
    """Return the codes of the UN member states of today whose name stands for one state only."""
    members = [s.iso3 for s in record.gazetteer.states if s.un_member_from and not s.un_member_to]
    names: dict[str, set[str]] = {}
    for state in record.gazetteer.states:
        for name in record.gazetteer.names(state.iso3):
            names.setdefault(key_of(name.name), set()).add(state.iso3)
    return tuple(s for s in members if len(names.get(key_of(state_name(record, s).removeprefix("the ")), {s})) == 1)
