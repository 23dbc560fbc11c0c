"""Counts over recommendations of the Universal Periodic Review, one row for each recommending state and action.

Unit and responses are those of UPR Info's database of recommendations; the action categories are McMahon's, as
UPR Info applies them to each row.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from onrecord.record.query_upr import RecommendationRow

Key = TypeVar("Key", bound=Hashable)


class Action(IntEnum):
    """What a recommendation asks a state to do (McMahon), from the least to the most."""

    MINIMAL = 1
    CONTINUING = 2
    CONSIDERING = 3
    GENERAL = 4
    SPECIFIC = 5

    @property
    def label(self) -> str:
        """The category in words."""
        return _LABELS[self]


_LABELS = {
    Action.MINIMAL: "minimal action",
    Action.CONTINUING: "continuing action",
    Action.CONSIDERING: "considering action",
    Action.GENERAL: "general action",
    Action.SPECIFIC: "specific action",
}


@dataclass(frozen=True, slots=True)
class Responses:
    """Rows of recommendations and what became of them; ``unknown`` had no final response by the day asked."""

    n: int
    accepted: int
    noted: int
    unknown: int


def responses(rows: Sequence[RecommendationRow]) -> Responses:
    """Return how many rows there are, accepted, noted and with a response not known."""
    accepted = sum(row.response == "accepted" for row in rows)
    noted = sum(row.response == "noted" for row in rows)
    return Responses(len(rows), accepted, noted, len(rows) - accepted - noted)


def by_key(
    rows: Iterable[RecommendationRow], keys: Callable[[RecommendationRow], Iterable[Key]]
) -> dict[Key, Responses]:
    """Return the responses under each key, the key with most rows first; a row counts under each of its keys."""
    dealt: defaultdict[Key, list[RecommendationRow]] = defaultdict(list)
    for row in rows:
        for key in keys(row):
            dealt[key].append(row)
    counted = {key: responses(found) for key, found in dealt.items()}
    return dict(sorted(counted.items(), key=lambda item: (-item[1].n, str(item[0]))))


def by_action(rows: Sequence[RecommendationRow]) -> dict[Action, Responses]:
    """Return the responses in each of the five action categories, those without rows with n = 0."""
    found = by_key(rows, lambda row: (Action(row.action),))
    return {action: found.get(action, Responses(0, 0, 0, 0)) for action in Action}
