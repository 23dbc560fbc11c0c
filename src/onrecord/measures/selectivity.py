"""Selectivity: whether a state's support differs between two selections of texts by more than its vote noise.

The difference of two shares of support, with Newcombe's hybrid score interval for two independent proportions (Newcombe
1998, method 10; see ``measures.proportions``). A difference whose interval leaves out nought is larger than what few
votes alone would make. What it is not: a judgement on why, or on whether the two selections should be voted on alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.measures.proportions import LEVEL, Interval, newcombe
from onrecord.measures.support import Counted, count
from onrecord.record.ballots import Ballot
from onrecord.record.position_table import Code, PositionTable


@dataclass(frozen=True, slots=True)
class Selectivity:
    """A state's support in one selection beside that in another: the difference of two shares, each with its n."""

    first: Counted
    second: Counted
    level: float = LEVEL

    @property
    def difference(self) -> float | None:
        """Share of support in the first less that in the second; None where either has no known position."""
        if self.first.share_yes is None or self.second.share_yes is None:
            return None
        return self.first.share_yes - self.second.share_yes

    @property
    def interval(self) -> Interval | None:
        """Newcombe's interval of the difference; None where there is no difference."""
        return newcombe((self.first.yes, self.first.n), (self.second.yes, self.second.n), self.level)

    @property
    def beyond_noise(self) -> bool | None:
        """Whether the interval leaves out nought; None where there is no difference."""
        interval = self.interval
        return None if interval is None else not interval.holds(0.0)

    @property
    def small(self) -> bool:
        """Whether one of the two has fewer known positions than shares are usually given for."""
        return min(self.first.n, self.second.n) < MINIMUM


def counted_in(table: PositionTable, state: str, chosen: np.ndarray) -> Counted:
    """Return a state's positions over some roll calls of a table (a mask); unknown are those not in the record."""
    row = table.row(state)
    if row is None:
        return Counted(0, 0, 0, 0, 0, 0)
    codes, doubtful = table.codes[row][chosen], table.doubtful[row][chosen]
    counts = [int((codes == code).sum()) for code in (Code.YES, Code.NO, Code.ABSTAIN, Code.ABSENT, Code.UNKNOWN)]
    return Counted(*counts, doubtful=int((doubtful & (codes <= Code.ABSENT)).sum()))


def selectivity(first: Iterable[Ballot], second: Iterable[Ballot], state: str) -> Selectivity:
    """Return a state's support over the first votes beside that over the second; a vote should be in one of them."""
    return Selectivity(count(first, state), count(second, state))
