"""How often two states took the same position: identical share and three-point agreement over shared roll calls.

Identical share is the number of roll calls with the same position over those on which both voted yes, no or
abstained. Three-point agreement counts 1 for the same position, one half for positions one step apart (yes and
abstain, abstain and no) and 0 for yes against no (Lijphart, "The Analysis of Bloc Voting in the General Assembly",
American Political Science Review 57, 1963). Absence is not a position here: it is counted apart, never as abstention.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.record.ballots import Ballot
from onrecord.vocabulary.positions import CAST, Position
from onrecord.vocabulary.rollcalls import Body

MINIMUM = 20
"""Under this many roll calls no share is given: one vote more or less would move it by five points."""

_PLACE = {Position.YES: 0, Position.ABSTAIN: 1, Position.NO: 2}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two states over the roll calls both could vote in.

    ``could`` roll calls were open to both; in ``n`` of them both voted yes, no or abstained; ``absent`` of the rest
    found one or both absent and ``unknown`` have a position not in the record. ``doubtful`` of the n rest on a
    position in doubt.
    """

    could: int
    n: int
    same: int
    one_step: int
    opposite: int
    absent: int
    unknown: int
    doubtful: int

    @property
    def identical_share(self) -> float | None:
        """Share of the n roll calls with the same position; None under the minimum."""
        return self.same / self.n if self.n >= MINIMUM else None

    @property
    def three_point(self) -> float | None:
        """Lijphart's agreement over the n roll calls; None under the minimum."""
        return (self.same + self.one_step / 2) / self.n if self.n >= MINIMUM else None


def open_to_both(ballots: Iterable[Ballot], a: str, b: str) -> list[Ballot]:
    """Return the votes taken in which both states could vote.

    The Assembly's ballots carry no list of members: those given must be of days on which both were members.
    """
    taken = [ballot for ballot in ballots if ballot.vote_taken]
    return [one for one in taken if _open(one, a) and _open(one, b)]


def _open(ballot: Ballot, state: str) -> bool:
    return ballot.body is Body.GA or state in ballot.members


def agreement(ballots: Iterable[Ballot], a: str, b: str) -> Agreement:
    """Return how two states agree over votes; those not open to both are left out."""
    found = open_to_both(ballots, a, b)
    pairs = [(one.position(a), one.position(b), one) for one in found]
    both = [(x, y, one) for x, y, one in pairs if x in CAST and y in CAST]
    steps = [abs(_PLACE[x] - _PLACE[y]) for x, y, _ in both if x in _PLACE and y in _PLACE]
    unknown = sum(x is None or y is None for x, y, _ in pairs)
    return Agreement(
        could=len(found),
        n=len(both),
        same=steps.count(0),
        one_step=steps.count(1),
        opposite=steps.count(2),
        absent=len(found) - len(both) - unknown,
        unknown=unknown,
        doubtful=sum(one.doubtful(a) or one.doubtful(b) for _, _, one in both),
    )


def opposites(ballots: Iterable[Ballot], a: str, b: str) -> list[Ballot]:
    """Return the votes in which one of two states voted in favour and the other against."""
    return [
        one for one in open_to_both(ballots, a, b) if {one.position(a), one.position(b)} == {Position.YES, Position.NO}
    ]
