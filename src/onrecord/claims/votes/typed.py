"""The claims about votes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from onrecord.claims.typed import Claim, Form, States, Texts
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Outcome


class Stance(StrEnum):
    """What a sentence says a state did in a vote; some words leave open which position is meant."""

    YES = "in favour"
    NO = "against"
    ABSTAIN = "abstained"
    ABSENT = "absent"
    NOT_YES = "not in favour"
    NOT_NO = "not against"
    NOT_VOTING = "cast no vote"
    RESISTED = "resisted"

    @property
    def readings(self) -> dict[str, frozenset[Position]]:
        """The positions that fit, under each reading of the word; one reading where the word is plain."""
        return _READINGS[self]


_Y, _N, _A, _X = Position.YES, Position.NO, Position.ABSTAIN, Position.ABSENT
_READINGS: dict[Stance, dict[str, frozenset[Position]]] = {
    Stance.YES: {"voted in favour": frozenset({_Y})},
    Stance.NO: {"voted against": frozenset({_N})},
    Stance.ABSTAIN: {"abstained": frozenset({_A})},
    Stance.ABSENT: {"was absent": frozenset({_X})},
    Stance.NOT_YES: {"did not vote in favour": frozenset({_N, _A, _X})},
    Stance.NOT_NO: {"did not vote against": frozenset({_Y, _A, _X})},
    Stance.NOT_VOTING: {
        "was absent, as the UN counts not voting": frozenset({_X}),
        "abstained or was absent": frozenset({_A, _X}),
    },
    Stance.RESISTED: {"voted against": frozenset({_N}), "did not vote in favour": frozenset({_N, _A, _X})},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions(Claim):
    """States named took a position on a set of texts."""

    relation: ClassVar[str] = "vote"
    form: ClassVar[Form] = Form.QUANTIFIED

    states: tuple[str, ...]
    stance: Stance
    texts: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Voters(Claim):
    """A described set of states took a position on a text: how many, which of a group, exactly whom."""

    relation: ClassVar[str] = "vote"
    form: ClassVar[Form] = Form.COUNT

    stance: Stance
    texts: Texts
    who: States


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures(Claim):
    """The figures of a vote; those that are None are not claimed."""

    relation: ClassVar[str] = "vote"
    form: ClassVar[Form] = Form.VALUE

    texts: Texts
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    absent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate(Claim):
    """What became of a text: adopted or rejected, by a vote or without one."""

    relation: ClassVar[str] = "text"
    form: ClassVar[Form] = Form.VALUE

    texts: Texts
    outcome: Outcome | None = None
    unanimous: bool = False
    by_vote: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed(Claim):
    """A state's usual position on a situation changed from one period to another, or did not."""

    relation: ClassVar[str] = "vote"
    form: ClassVar[Form] = Form.CHANGE

    state: str
    texts: Texts
    before: Period
    after: Period
    changed: bool = True
