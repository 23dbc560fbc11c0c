"""The colours of pictures: told apart with any colour vision, and never alone, since a label says the same."""

from onrecord.vocabulary.positions import Position

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
