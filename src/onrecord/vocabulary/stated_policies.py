"""A stated policy: texts, each with the side that the policy takes and how much it counts."""

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Which side of a text the policy takes."""

    FOR = "for"
    AGAINST = "against"


class Weight(StrEnum):
    """How much a text counts."""

    NORMAL = "normal"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class PolicyText:
    """One text of a policy as its file writes it: symbol or roll-call id, side, weight; ``row`` counts the header."""

    symbol: str
    side: Side
    weight: Weight
    row: int
