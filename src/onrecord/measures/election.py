"""Where a candidate stood in an election: rank by votes, with ties, when sources print more than one total.

Ranks follow standard competition ranking: equal totals share the better rank. A candidate with several totals in
print is compared on each of them, so that a rank can be one number or lie between two; no total is preferred
without the other being shown. Totals are those of the deciding round.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.record.query_elections import CandidacyRow


@dataclass(frozen=True, slots=True)
class Rank:
    """A total's rank among ``of`` candidates with a total.

    ``rank`` is by the totals used; ``best`` and ``worst`` by whichever totals in print favour it most and least.
    ``tied`` have the same total and no other; ``tied_on_one`` have it on one of their totals only.
    """

    rank: int
    best: int
    worst: int
    of: int
    tied: tuple[str, ...]
    tied_on_one: tuple[str, ...]


def rank(total: int, state: str, totals: Mapping[str, tuple[int, ...]]) -> Rank:
    """Return the rank of a state's total among the candidates; ``totals`` has each one's, the one used first."""
    rest = {one: each for one, each in totals.items() if one != state}
    equal = sorted(one for one, each in rest.items() if total in each)
    return Rank(
        rank=1 + sum(each[0] > total for each in rest.values()),
        best=1 + sum(min(each) > total for each in rest.values()),
        worst=1 + sum(max(each) > total for each in rest.values()),
        of=len(totals),
        tied=tuple(one for one in equal if set(rest[one]) == {total}),
        tied_on_one=tuple(one for one in equal if set(rest[one]) != {total}),
    )


def may_stand_above(total: int, candidates: Iterable[CandidacyRow]) -> tuple[str, ...]:
    """Return the candidates without a total that may have had more votes than ``total``.

    One that was not elected had no more votes than any elected in its group in the same round; where all of the
    group went by one round and one of those elected had no more than ``total``, it cannot stand above it.
    """
    standing = [row for row in candidates if row.standing == "candidate"]
    return tuple(row.state for row in standing if row.votes is None and not _below(row, total, standing))


def _below(row: CandidacyRow, total: int, standing: list[CandidacyRow]) -> bool:
    group = [one for one in standing if one.regional_group == row.regional_group]
    if row.elected == "yes" or any(one.rounds != 1 for one in group):
        return False
    return any(one.elected == "yes" and one.votes is not None and one.votes <= total for one in group)


def contested(candidates: int, seats: int) -> bool:
    """Return whether more stood than there were seats; as many or fewer is a closed slate."""
    return candidates > seats


def majority(members: int) -> int:
    """Return the votes that election takes where the United Nations has so many members.

    Members of the Council are elected "by the majority of the members of the General Assembly" (A/RES/60/251,
    paragraph 7): of all members, whoever votes.
    """
    return members // 2 + 1
