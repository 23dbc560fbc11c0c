"""The rows of facts/ on groups of states with dated membership, beside the regional groups of the United Nations."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from onrecord.sources.facts_commitments import CONFIDENCE, NOTE, SOURCE


@dataclass(frozen=True, slots=True)
class StateGroup:
    """A group of states whose members are in the record with the days between which they were members."""

    group_code: Annotated[str, "the group's code in the record"]
    name: Annotated[str, "the group's name"]
    covers_from: Annotated[date, "first day from which the list of its members is whole"]
    note: Annotated[str | None, NOTE]
    source_id: Annotated[str, SOURCE]


@dataclass(frozen=True, slots=True)
class GroupMember:
    """One time of a state in a group; a state that left and came back has two."""

    group_code: Annotated[str, "the group"]
    state: Annotated[str, "the state"]
    member_from: Annotated[date, "first day as a member; of an older member, the group's first day"]
    member_to: Annotated[date | None, "last day as a member; none for still one"]
    note: Annotated[str | None, NOTE]
    confidence: Annotated[int, CONFIDENCE]
    source_id: Annotated[str, SOURCE]
