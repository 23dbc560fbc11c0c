"""Questions about groups of states: which there are, and who was a member of one on a day.

The regional groups of the United Nations and the groups with dated membership of the table ``state_group`` are asked
in the same way. A state whose participation in a group was suspended stayed a member.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.states import RegionalGroup


@dataclass(frozen=True, slots=True)
class Group:
    """A group of states. ``covers_from`` is the first day from which its members are in the record, all of them.

    It is None for a regional group, whose periods are as the table ``regional_group`` gives them.
    """

    code: str
    name: str
    regional: bool
    covers_from: date | None
    note: str | None
    source_id: str | None


@dataclass(frozen=True, slots=True)
class Period:
    """One time of a state in a group; ends that are None are open."""

    group: str
    state: str
    first: date | None
    last: date | None


@lru_cache(maxsize=8)
def groups(record: Record) -> tuple[Group, ...]:
    """Return the regional groups by code, then the other groups of the record by name."""
    regional = tuple(Group(one.value, one.label, True, None, None, None) for one in sorted(RegionalGroup))
    dated = "SELECT group_code, name, false, covers_from, note, source_id FROM state_group ORDER BY name"
    return regional + tuple(record.rows(Group, dated))


def group(record: Record, code: str) -> Group:
    """Return a group by its code or name, however capitalised; NotInVocabulary where the record has no such group."""
    asked = code.casefold()
    for one in groups(record):
        if asked in {one.code.casefold(), one.name.casefold()}:
            return one
    known = tuple(one.code for one in groups(record))
    raise NotInVocabulary("group", code, f"one of {', '.join(known)}", known)


@lru_cache(maxsize=8)
def periods(record: Record) -> dict[str, tuple[Period, ...]]:
    """Return every state's times in every group, by the group's code and in order of state and day."""
    found: dict[str, list[Period]] = {one.code: [] for one in groups(record)}
    for row in record.rows(Period, _PERIODS):
        found[row.group].append(row)
    return {code: tuple(rows) for code, rows in found.items()}


_PERIODS = """
SELECT regional_group, iso3 AS state, valid_from AS first, valid_to FROM regional_group
UNION ALL SELECT group_code, state, member_from, member_to FROM group_member
ORDER BY 1, 2, 3 NULLS FIRST
"""


def members(record: Record, code: str, on: date) -> frozenset[str]:
    """Return the states in a group on a day, by ISO 3166 alpha-3 code.

    It is empty on a day before the group's ``covers_from``: who was a member then is not in the record. Raises
    NotInVocabulary where the record has no such group.
    """
    asked = group(record, code)
    if asked.covers_from and on < asked.covers_from:
        return frozenset()
    held = periods(record)[asked.code]
    return frozenset(
        one.state for one in held if (one.first is None or one.first <= on) and (one.last is None or on <= one.last)
    )
