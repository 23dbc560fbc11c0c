"""The six positions a state can have towards a text put to the vote.

Absent, abstaining, not being a member and there being no vote are four different things; what the
record does not know is none of them and is written as ``None``.
"""

from enum import StrEnum


class Position(StrEnum):
    """One state's position in one roll call, in the order a tally is read out."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"
    NOT_A_MEMBER = "not a member"
    NO_VOTE_TAKEN = "no vote taken"

    @property
    def verb(self) -> str:
        """The position as a past-tense verb phrase: "voted against", "abstained"."""
        return _VERBS[self]

    @property
    def glyph(self) -> str:
        """The mark that stands for the position wherever colour alone would not do."""
        return _GLYPHS[self]

    @property
    def css(self) -> str:
        """The position as a class name."""
        return self.value.replace(" ", "-")


_VERBS = {
    Position.YES: "voted in favour",
    Position.NO: "voted against",
    Position.ABSTAIN: "abstained",
    Position.ABSENT: "was absent",
    Position.NOT_A_MEMBER: "was not a member",
    Position.NO_VOTE_TAKEN: "had no vote to take part in",
}
_GLYPHS = {
    Position.YES: "●",
    Position.NO: "✕",
    Position.ABSTAIN: "◐",
    Position.ABSENT: "○",
    Position.NOT_A_MEMBER: "–",
    Position.NO_VOTE_TAKEN: "·",
}

LISTED = (Position.YES, Position.NO, Position.ABSTAIN, Position.ABSENT)
"""The positions a roll call can list, in reading order; the other two follow from other facts."""

CAST = (Position.YES, Position.NO, Position.ABSTAIN)
"""The positions of a state that took part."""
