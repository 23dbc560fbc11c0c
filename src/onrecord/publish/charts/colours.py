"""The colours of pictures: told apart with any colour vision, and never alone, since a label says the same."""

from dataclasses import dataclass

from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.states import RegionalGroup

INK, SOFT, LINE, PAPER = "#16191d", "#565e67", "#d9dde1", "#ffffff"

EMPTY = "#f1f3f5"
"""Fill of years and cells in which there is nothing to count: told apart from paper, never from a position."""

OF_POSITION = {
    Position.YES: "#006f7d",
    Position.NO: "#c03a0b",
    Position.ABSTAIN: "#dba63a",
    Position.ABSENT: "#c3cad1",
    Position.NOT_A_MEMBER: "#eef0f2",
    Position.NO_VOTE_TAKEN: "#ffffff",
}
"""Fill of each position; where marks lie side by side each carries its number or its letter."""

MIXED, UNKNOWN = "#e7ddf0", "#ffffff"
"""Fill where two positions are equally frequent, and where the position is not in the record."""

LETTER = {
    Position.YES: "Y",
    Position.NO: "N",
    Position.ABSTAIN: "A",
    Position.ABSENT: "○",
}
"""The letter of each position that a roll call can list, as in the field; absence has the site's mark."""

ON_DARK, ON_LIGHT = "#ffffff", INK
"""Letters on the dark fills (in favour, against) and on all others."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How a group's points look: their fill, and a shape of their own for those who do not see it."""

    fill: str
    shape: str


GROUPS: dict[RegionalGroup | None, Mark] = {
    RegionalGroup.AG: Mark("#009e73", "circle"),
    RegionalGroup.APG: Mark("#e69f00", "square"),
    RegionalGroup.EEG: Mark("#cc79a7", "diamond"),
    RegionalGroup.GRULAC: Mark("#d55e00", "triangle-up"),
    RegionalGroup.WEOG: Mark("#0072b2", "triangle-down"),
    None: Mark("#999999", "cross"),
}
"""The regional groups, in colours of Okabe and Ito's set ("Color Universal Design", 2008)."""
