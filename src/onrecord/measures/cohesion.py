"""How far the members of a group vote alike: three indices, in each roll call and on the average of a selection.

With Y, A and N members in favour, abstaining and against, T = Y + A + N and M the largest of the three:

- Rice: |Y - N| / (Y + N), abstentions left out (Rice, "The Behavior of Legislative Groups: A Method of Measurement",
  Political Science Quarterly 40, 1925);
- Attina: (M - (T - M)) / T, from -1/3 to 1 (Attina, "The Voting Behaviour of the European Parliament Members and the
  Problem of the Europarties", European Journal of Political Research 18, 1990);
- agreement index: (M - (T - M) / 2) / T, from 0 to 1 (Hix, Noury and Roland, "Power to the Parties: Cohesion and
  Competition in the European Parliament, 1979-2001", British Journal of Political Science 35, 2005).

Absent members are in none of them. A roll call counts where two members at least took a position that the index
counts: one alone always agrees with itself. Even members who toss coins reach a Rice index above 0, the more so the
fewer they are (Desposato, "Correcting for Small Group Inflation of Roll-Call Cohesion Scores", British Journal of
Political Science 35, 2005): groups of unlike size are not to be compared by it.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from onrecord.measures.agreement.methods import MINIMUM, divided
from onrecord.measures.resampling import Bootstrap, Intervals, drawn_weights, enough, percentiles, units_of
from onrecord.record.position_table import Code, PositionTable
from onrecord.vocabulary.errors import NotInVocabulary

MEMBERS = 2
"""Fewer members than these with a position say nothing of a group."""


@dataclass(frozen=True, slots=True)
class Index:
    """An index of cohesion by its name: formula in words, source, what it leaves out.

    ``n`` gives how many members of each roll call it counts, ``value`` its figure, float64, nan where nobody counts;
    both take counts of shape (..., 3): yes, abstain, no.
    """

    name: str
    label: str
    formula: str
    source: str
    leaves_out: str
    n: Callable[[np.ndarray], np.ndarray]
    value: Callable[[np.ndarray], np.ndarray]


def _decided(counts: np.ndarray) -> np.ndarray:
    return counts[..., Code.YES] + counts[..., Code.NO]


def _cast(counts: np.ndarray) -> np.ndarray:
    return counts.sum(axis=-1)


def _rice(counts: np.ndarray) -> np.ndarray:
    return divided(np.abs(counts[..., Code.YES] - counts[..., Code.NO]), _decided(counts))


def _attina(counts: np.ndarray) -> np.ndarray:
    return divided(2 * counts.max(axis=-1) - _cast(counts), _cast(counts))


def _agreement_index(counts: np.ndarray) -> np.ndarray:
    most, total = counts.max(axis=-1), _cast(counts)
    return divided(most - (total - most) / 2, total)


_WHO = "members who were absent or whose position is not in the record"

RICE = Index(
    "rice",
    "Rice index",
    "|in favour - against| / (in favour + against)",
    "Rice, “The Behavior of Legislative Groups”, Political Science Quarterly 40 (1925)",
    f"{_WHO}, and members who abstained",
    _decided,
    _rice,
)

ATTINA = Index(
    "attina",
    "Attinà's index",
    "(most frequent position - the other two) / all three",
    "Attinà, “The Voting Behaviour of the European Parliament Members and the Problem of the Europarties”, European"
    " Journal of Political Research 18 (1990)",
    _WHO,
    _cast,
    _attina,
)

AGREEMENT_INDEX = Index(
    "agreement-index",
    "agreement index",
    "(most frequent position - half of the other two) / all three",
    "Hix, Noury and Roland, “Power to the Parties”, British Journal of Political Science 35 (2005)",
    _WHO,
    _cast,
    _agreement_index,
)

INDICES = (AGREEMENT_INDEX, RICE, ATTINA)
"""Every index of cohesion; the first is the one used where none is asked for."""


def index(name: str) -> Index:
    """Return the index of a name; NotInVocabulary where there is none."""
    for one in INDICES:
        if one.name == name.strip().casefold():
            return one
    names = tuple(one.name for one in INDICES)
    raise NotInVocabulary("index of cohesion", name, f"one of {', '.join(names)}", names)


@dataclass(frozen=True, slots=True, eq=False)
class GroupCounts:
    """A group in each roll call: ``counts`` (int64, shape (roll calls, 3)) members in favour, abstaining, against.

    ``members`` could vote, ``absent`` of them were absent, ``unknown`` have no position in the record and
    ``doubtful`` of the counted ones are in doubt.
    """

    counts: np.ndarray
    members: np.ndarray
    absent: np.ndarray
    unknown: np.ndarray
    doubtful: np.ndarray


def group_counts(table: PositionTable, members: np.ndarray) -> GroupCounts:
    """Return how the members of a group voted; ``members`` masks who was one when: shape (states, roll calls)."""
    of_code = [((table.codes == code) & members).sum(axis=0) for code in Code]
    could = (members & (table.codes != Code.NOT_A_MEMBER)).sum(axis=0)
    doubtful = (members & table.doubtful & (table.codes <= Code.NO)).sum(axis=0)
    counts = np.stack(of_code[:3], axis=-1)
    return GroupCounts(counts, could, of_code[Code.ABSENT], of_code[Code.UNKNOWN], doubtful)


def by_roll_call(chosen: Index, counts: np.ndarray) -> np.ndarray:
    """Return an index in each roll call, nan where fewer than ``MEMBERS`` members count."""
    return np.where(chosen.n(counts) >= MEMBERS, chosen.value(counts), np.nan)


@dataclass(frozen=True, slots=True)
class Cohesion:
    """An index averaged over ``n`` roll calls; None under the minimum. ``members`` counted in one on the average.

    ``split`` of the n roll calls found the members not all on one side: the index is under 1.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int
    members: float | None
    split: int
    units: int


def cohesion(table: PositionTable, members: np.ndarray, chosen: Index, bootstrap: Bootstrap) -> Cohesion:
    """Return a group's cohesion over a table of positions, each roll call with the same weight, with its interval."""
    counts = group_counts(table, members).counts
    found = by_roll_call(chosen, counts)
    counted = ~np.isnan(found)
    n = int(counted.sum())
    ends = _interval(found[counted], units_of(table, bootstrap.drawn)[counted], bootstrap)
    return Cohesion(
        value=float(found[counted].mean()) if n >= MINIMUM else None,
        low=_known(ends.low),
        high=_known(ends.high),
        n=n,
        members=float(chosen.n(counts)[counted].mean()) if n else None,
        split=int((found[counted] < 1).sum()),
        units=ends.units,
    )


def _known(value: np.ndarray) -> float | None:
    return None if np.isnan(value) else float(value)


def _interval(found: np.ndarray, unit: np.ndarray, bootstrap: Bootstrap) -> Intervals:
    """Return the interval of the mean: sums and numbers of roll calls are drawn by unit, and divided."""
    numbered = np.unique(unit, return_inverse=True)[1]
    units = int(numbered.max()) + 1 if len(numbered) else 0
    none = np.array(np.nan)
    if len(found) < MINIMUM or not enough(units, bootstrap.drawn):
        return Intervals(none, none, units, bootstrap)
    sums = np.stack([np.bincount(numbered, found), np.bincount(numbered)], axis=-1)
    drawn = drawn_weights(units, bootstrap) @ sums
    low, high = percentiles(divided(drawn[:, :1], drawn[:, 1:]), np.array([found.mean()]), units, bootstrap)
    return Intervals(low[0], high[0], units, bootstrap)
