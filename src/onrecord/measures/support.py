"""How often a state supported texts, beside the Council: share, median, regional group, rank with ties.

The share is the number of texts a state voted in favour of, over the texts put to a recorded vote while it
was a member and on which its position is in the record. Absence and abstention are not support, and are
given apart, as Human Rights Watch's Votes Count lists them (votescount.hrw.org); nothing is scored where a
state was not a member.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from onrecord.record.ballots import Ballot
from onrecord.vocabulary.positions import LISTED, Position


@dataclass(frozen=True, slots=True)
class Counted:
    """A state's positions over some texts. ``n`` texts have a known position; ``unknown`` have none.

    ``doubtful`` of the n positions are ones on which the vote's witnesses leave doubt.
    """

    yes: int
    no: int
    abstain: int
    absent: int
    unknown: int
    doubtful: int

    @property
    def n(self) -> int:
        """Texts with a known position while a member."""
        return self.yes + self.no + self.abstain + self.absent

    @property
    def share_yes(self) -> float | None:
        """Share of the n texts voted for; None where n is 0."""
        return self.yes / self.n if self.n else None

    @property
    def share_passive(self) -> float | None:
        """Share of the n texts on which it abstained or was absent; None where n is 0."""
        return (self.abstain + self.absent) / self.n if self.n else None


def count(ballots: Iterable[Ballot], state: str) -> Counted:
    """Return a state's positions over the votes given; votes held while it was not a member are left out."""
    return count_positions((ballot.position(state), ballot.doubtful(state)) for ballot in ballots)


def count_positions(found: Iterable[tuple[Position | None, bool]]) -> Counted:
    """Return how often each position was taken; each comes with whether it is in doubt, None is one not known."""
    numbers = dict.fromkeys(Position, 0)
    unknown = doubtful = 0
    for position, in_doubt in found:
        if position is None:
            unknown += 1
        else:
            numbers[position] += 1
            doubtful += position in LISTED and in_doubt
    return Counted(*(numbers[p] for p in LISTED), unknown=unknown, doubtful=doubtful)


@dataclass(frozen=True, slots=True)
class Standing:
    """A state's share among the members': their median, its group's, and its rank from the highest share.

    ``rank`` is shared by ``tied`` states, itself included; ``of`` members have at least one known position.
    """

    rank: int
    tied: int
    of: int
    median: float
    group: str | None
    group_median: float | None
    group_n: int


def standing(ballots: Sequence[Ballot], state: str, groups: Mapping[str, str | None]) -> Standing | None:
    """Return how a state's share of support stands among the members of the votes; None where it has none.

    ``groups`` gives each member's regional group. Ranks follow standard competition ranking: equal shares
    share the better rank.
    """
    shares = shares_of_members(ballots)
    if state not in shares:
        return None
    mine, group = shares[state], groups.get(state)
    of_group = [share for one, share in shares.items() if group and groups.get(one) == group]
    return Standing(
        rank=1 + sum(share > mine for share in shares.values()),
        tied=sum(share == mine for share in shares.values()),
        of=len(shares),
        median=median(shares.values()),
        group=group,
        group_median=median(of_group) if of_group else None,
        group_n=len(of_group),
    )


def shares_of_members(ballots: Sequence[Ballot]) -> dict[str, float]:
    """Return each member's share of support over the votes given, for members with a known position."""
    members = sorted({state for ballot in ballots for state in ballot.members})
    counted = {state: count(ballots, state).share_yes for state in members}
    return {state: share for state, share in counted.items() if share is not None}


def shares_cast(yes: int, abstain: int, no: int) -> tuple[float, float, float] | None:
    """Return the shares of positions in favour, abstaining and against among those cast; None where none was.

    Absences are no part of it: they are given apart.
    """
    cast = yes + abstain + no
    return (yes / cast, abstain / cast, no / cast) if cast else None
