"""The slots of sampled sentences, and whether the names in them can be read back."""

from collections import defaultdict
from functools import lru_cache

from onrecord.record.store import Record

Slots = dict[str, str]
"""What fills a phrasing, by the names of its slots."""
Made = tuple[Slots, Slots] | None
"""The slots of a true sentence, and those that its twin has otherwise; None where none could be drawn."""


@lru_cache(maxsize=4)
def shared_names(record: Record) -> tuple[str, ...]:
    """Return names that a sentence leaves open, as two states have them: the Congo."""
    owners: dict[str, set[str]] = defaultdict(set)
    for state in record.gazetteer.states:
        for name in record.gazetteer.names(state.iso3):
            if name.language == "en":
                owners[name.name].add(state.iso3)
    return tuple(f"the {name.lower()}" for name, states in owners.items() if len(states) > 1)


def plain(record: Record, made: Made) -> bool:
    """Return whether every slot can be read back: no name in it is that of two states."""
    written = [value for slots in made or () for value in slots.values()]
    return made is not None and not any(name in value.lower() for name in shared_names(record) for value in written)
