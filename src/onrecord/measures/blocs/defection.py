"""Defection from one's group: how often a state took another position than the group did.

The group's position on a roll call is that of most of its members that voted yes, abstained or voted no (plurality), or
of more than half of them (majority); where there is none, as in a tie, the roll call has no line to defect from and is
left out. The state itself is among the members, as in Hix, Noury and Roland, Democratic Politics in the European
Parliament (2007). How united the group is stands beside: the mean agreement index of ``measures.cohesion``. Absence is
no defection.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.measures.blocs.missing import missing
from onrecord.measures.cohesion import AGREEMENT_INDEX, by_roll_call, group_counts
from onrecord.measures.proportions import Interval, wilson
from onrecord.record.position_table import Code, PositionTable

FEWEST_VOTING = 3
"""A roll call on which fewer members of the group took a position says nothing of its line."""


class Line(StrEnum):
    """What counts as a group's position."""

    PLURALITY = "plurality"
    MAJORITY = "majority"


@dataclass(frozen=True, slots=True)
class Defection:
    """A state beside its group: on ``n`` roll calls with a line it took a position, on ``against`` another than it.

    ``opposite`` of these are a yes against a no. ``abstained`` are those on which it abstained from a yes or a no.
    ``absent`` roll calls with a line found it absent, ``unknown`` are ones where its position is not in the record.
    """

    state: str
    n: int
    against: int
    opposite: int
    abstained: int
    absent: int
    unknown: int

    @property
    def share(self) -> float | None:
        """Share of the n roll calls on which it took another position; None where n is 0."""
        return self.against / self.n if self.n else None

    @property
    def interval(self) -> Interval | None:
        """Wilson's interval of the share at 95 per cent; None where n is 0."""
        return wilson(self.against, self.n)


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group over some roll calls: of ``could`` with a member able to vote, ``n`` have a line.

    ``few`` have fewer than three members with a position, ``no_line`` a tie or no majority; in ``unsure`` the positions
    of members that are not in the record could change the line. On ``unanimous`` of the n
    all that took a position took the same. ``cohesion`` is the mean agreement index over ``cohesion_n`` roll calls,
    those with two members or more that took a position; None under 20 of them.
    """

    line: Line
    could: int
    n: int
    few: int
    no_line: int
    unsure: int
    cohesion: float | None
    cohesion_n: int
    unanimous: int
    members: tuple[Defection, ...]


def membership_mask(table: PositionTable, held: Mapping[int, frozenset[str]]) -> np.ndarray:
    """Return which states were in a group at each roll call, shape (states, roll calls).

    ``held`` gives the group's members by the column of the roll call; a column that is not in it has none.
    """
    mask = np.zeros(table.codes.shape, dtype=np.bool_)
    row = {state: at for at, state in enumerate(table.states)}
    for column, members in held.items():
        mask[[row[state] for state in members if state in row], column] = True
    return mask & (table.codes != Code.NOT_A_MEMBER)


def group_line(table: PositionTable, mask: np.ndarray, line: Line = Line.PLURALITY) -> GroupLine:
    """Return a group's line and every member's defection from it, the most frequent first.

    ``mask`` says which states were in the group at each roll call (``membership_mask``).
    """
    counts = group_counts(table, mask).counts
    voting, most = counts.sum(axis=1), counts.max(axis=1)
    enough = voting >= FEWEST_VOTING
    unknown, second = missing(table, mask), np.sort(counts, axis=1)[:, 1]
    has = enough & ((2 * most > voting + unknown) if line is Line.MAJORITY else (most - second > unknown))
    whole = mask.any(axis=0) & (unknown == 0)
    united = by_roll_call(AGREEMENT_INDEX, counts)
    united = united[~np.isnan(united)]
    position = np.where(has, np.argmax(counts, axis=1), -1)
    members = [_defection(table, at, mask[at] & has, position) for at in np.flatnonzero(mask.any(axis=1))]
    return GroupLine(
        line,
        could=int(mask.any(axis=0).sum()),
        n=int(has.sum()),
        few=int((whole & ~enough).sum()),
        no_line=int((whole & enough & ~has).sum()),
        unsure=int((mask.any(axis=0) & ~whole & ~has).sum()),
        cohesion=float(united.mean()) if len(united) >= MINIMUM else None,
        cohesion_n=len(united),
        unanimous=int((most == voting)[has].sum()),
        members=tuple(
            sorted(members, key=lambda one: (-(one.share if one.share is not None else -1), -one.n, one.state))
        ),
    )


def _defection(table: PositionTable, at: int, asked: np.ndarray, position: np.ndarray) -> Defection:
    mine, theirs = table.codes[at][asked], position[asked]
    took = mine <= Code.NO
    differs = took & (mine != theirs)
    return Defection(
        table.states[at],
        n=int(took.sum()),
        against=int(differs.sum()),
        opposite=int((differs & (np.abs(mine - theirs) == Code.NO - Code.YES)).sum()),
        abstained=int((differs & (mine == Code.ABSTAIN)).sum()),
        absent=int((mine == Code.ABSENT).sum()),
        unknown=int((mine == Code.UNKNOWN).sum()),
    )
