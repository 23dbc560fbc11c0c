"""Most often outvoted: on how many roll calls a state was on the side that had fewer votes in the whole body.

A state is outvoted where it voted yes and more members voted no, or voted no and more voted yes. Who abstains is not
outvoted: it took no side. Left out are roll calls with as many yes as no, and those in which positions that are not in
the record could turn the sides.
"""

from dataclasses import dataclass

import numpy as np

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.measures.blocs.missing import missing
from onrecord.measures.proportions import Interval, wilson
from onrecord.record.position_table import Code, PositionTable


@dataclass(frozen=True, slots=True)
class Outvoted:
    """A state in the minority: on ``n`` roll calls it voted yes, abstained or voted no; on ``outvoted`` its side lost.

    On ``took_sides`` of the n it voted yes or no. On ``alone`` of the outvoted no other state was on its side.
    ``absent`` roll calls found it absent, ``unknown`` are ones where its position is not in the record.
    """

    state: str
    n: int
    took_sides: int
    outvoted: int
    alone: int
    absent: int
    unknown: int

    @property
    def share(self) -> float | None:
        """Share of the n roll calls on which it was outvoted; None where n is 0."""
        return self.outvoted / self.n if self.n else None

    @property
    def interval(self) -> Interval | None:
        """Wilson's interval of the share at 95 per cent; None where n is 0."""
        return wilson(self.outvoted, self.n)


@dataclass(frozen=True, slots=True)
class Minorities:
    """Every state's times in the minority, the largest share first; ``few`` are those with n under the minimum.

    Left out are ``ties`` and ``unsure`` roll calls, in which positions that are not in the record could turn the sides.
    """

    states: tuple[Outvoted, ...]
    few: tuple[Outvoted, ...]
    ties: int
    unsure: int


def outvoted(table: PositionTable, minimum: int = MINIMUM) -> Minorities:
    """Return how often each state of a table was in the minority."""
    yes, no = ((table.codes == code).sum(axis=0) for code in (Code.YES, Code.NO))
    unknown = missing(table)
    decided = np.abs(yes - no) > unknown
    counted = table.columns(decided)
    loser = np.where(yes < no, Code.YES, Code.NO)[decided]
    size = np.minimum(yes, no)[decided]
    found = [_outvoted(counted, at, loser, size) for at in range(len(counted.states))]
    found.sort(key=lambda one: (-(one.share or 0.0), -one.n, one.state))
    return Minorities(
        tuple(one for one in found if one.n >= minimum),
        tuple(one for one in found if one.n < minimum),
        ties=int((~decided & (unknown == 0)).sum()),
        unsure=int((~decided & (unknown > 0)).sum()),
    )


def _outvoted(table: PositionTable, at: int, loser: np.ndarray, size: np.ndarray) -> Outvoted:
    mine = table.codes[at]
    lost = mine == loser
    return Outvoted(
        table.states[at],
        n=int((mine <= Code.NO).sum()),
        took_sides=int(((mine == Code.YES) | (mine == Code.NO)).sum()),
        outvoted=int(lost.sum()),
        alone=int((lost & (size == 1)).sum()),
        absent=int((mine == Code.ABSENT).sum()),
        unknown=int((mine == Code.UNKNOWN).sum()),
    )
