"""The colours of pictures: told apart with any colour vision, and never alone, since a label says the same."""

from onrecord.vocabulary.positions import Position

INK, SOFT, LINE, PAPER = "#16191d", "#565e67", "#d9dde1", "#ffffff"

OF_POSITION = {
    Position.YES: "#006f7d",
    Position.NO: "#c03a0b",
    Position.ABSTAIN: "#dba63a",
    Position.ABSENT: "#c3cad1",
    Position.NOT_A_MEMBER: "#eef0f2",
    Position.NO_VOTE_TAKEN: "#ffffff",
}
"""Fill of each position; where marks lie side by side each carries its number or its letter."""
