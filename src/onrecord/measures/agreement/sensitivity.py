"""How the ranking of states by their agreement with one changes with the method, the votes and the coding of absence.

A ranking is compared with the one asked for over the states that have a figure in both: who stands at either end,
whose rank moves most, Kendall's tau-b ("The Treatment of Ties in Ranking Problems", Biometrika 33, 1945) and
Spearman's rho ("The Proof and Measurement of Association between Two Things", American Journal of Psychology 15,
1904). A rank is one more than the number of states with more agreement.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from onrecord.measures.absence import Absence, coded
from onrecord.measures.agreement.methods import METHODS, Method, figures
from onrecord.measures.agreement.pair_tables import pair_tables
from onrecord.record.position_table import Code, PositionTable

AT_AN_END = 3
"""So many states are looked at on either end of a ranking, and all that are level with the last of them."""

MOVERS = 5
"""So many of the states whose rank moves most are named."""


class Changed(StrEnum):
    """What is done otherwise than asked."""

    METHOD = "method"
    ABSENCE = "absence counted as abstention"
    AMENDMENTS = "amendments left out"
    DOUBT = "positions in doubt left out"


class Effect(StrEnum):
    """What becomes of the ranking."""

    SAME = "no rank changes"
    MIDDLE = "ranks change, but not who stands at either end"
    ENDS = "who stands at an end of the ranking changes"


@dataclass(frozen=True, slots=True)
class Move:
    """A state's rank as asked and as changed, among the states that have a figure in both."""

    state: str
    asked: int
    changed: int


@dataclass(frozen=True, slots=True)
class Variant:
    """One ranking beside the one asked for, over the ``n`` of ``asked`` states that keep a figure.

    ``name`` is the method's or what is done otherwise. ``nearest`` and ``farthest`` stand at the ends, as asked and as
    changed; ``moves`` has every state's ranks.
    """

    changed: Changed
    name: str
    n: int
    asked: int
    effect: Effect
    nearest: tuple[tuple[str, ...], tuple[str, ...]]
    farthest: tuple[tuple[str, ...], tuple[str, ...]]
    moves: tuple[Move, ...]

    @property
    def movers(self) -> tuple[Move, ...]:
        """The states whose rank moves most, at most ``MOVERS``, those that stay left out."""
        by = sorted(self.moves, key=lambda one: (-abs(one.changed - one.asked), one.asked, one.state))
        return tuple(one for one in by[:MOVERS] if one.changed != one.asked)


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How one state's ranking of all others changes; ``effect`` is the farthest-reaching of the variants'.

    ``not_tried`` are changes that would change nothing, as the selection holds nothing to count otherwise.
    """

    state: str
    method: Method
    variants: tuple[Variant, ...]
    not_tried: tuple[Changed, ...]

    @property
    def effect(self) -> Effect:
        """What the variants together do to the ranking."""
        order = list(Effect)
        return max((one.effect for one in self.variants), key=order.index, default=Effect.SAME)


def sensitivity(table: PositionTable, state: str, method: Method) -> Sensitivity:
    """Return how a state's ranking of all others changes with the other methods and with each other table."""
    asked = _values(table, state, method)
    variants = [
        _variant(Changed.METHOD, one.name, asked, _values(table, state, one)) for one in METHODS if one is not method
    ]
    others = list(_otherwise(table))
    variants += [_variant(kind, kind.value, asked, _values(other, state, method)) for kind, other in others]
    tried = {kind for kind, _ in others}
    untried = tuple(kind for kind in Changed if kind is not Changed.METHOD and kind not in tried)
    return Sensitivity(state, method, tuple(variants), untried)


def _otherwise(table: PositionTable) -> Iterator[tuple[Changed, PositionTable]]:
    """Yield the table with absence coded otherwise, without amendments, without doubt: each where it differs."""
    if (table.codes == Code.ABSENT).any():
        yield Changed.ABSENCE, coded(table, Absence.ABSTENTION)
    kept = np.array([one.kind != "amendment" for one in table.rollcalls], dtype=np.bool_)
    if not kept.all():
        yield Changed.AMENDMENTS, table.columns(kept)
    if (table.doubtful & (table.codes <= Code.NO)).any():
        yield Changed.DOUBT, without_doubt(table)


def without_doubt(table: PositionTable) -> PositionTable:
    """Return the table in which positions that the sources leave in doubt count as not in the record."""
    codes = np.where(table.doubtful, np.int8(Code.UNKNOWN), table.codes)
    return PositionTable(table.selection, table.states, table.rollcalls, codes, np.zeros_like(table.doubtful))


def _values(table: PositionTable, state: str, method: Method) -> dict[str, float]:
    """Return the figure of every other state that has one, rounded so that equal shares are equal."""
    found = figures(method, pair_tables(table, [state]).counts[0]).value
    pairs = zip(table.states, found.tolist(), strict=True)
    return {one: round(value, 12) for one, value in pairs if one != state and not np.isnan(value)}


@dataclass(frozen=True, slots=True)
class Correlations:
    """How alike two rankings are: Kendall's tau-b and Spearman's rho, from -1 to 1.

    Both are None where fewer than two states, or all at one rank, leave nothing to correlate.
    """

    tau: float | None
    rho: float | None


def correlations(variant: Variant) -> Correlations:
    """Return how alike the ranking asked for and a variant's are."""
    from scipy.stats import kendalltau, spearmanr  # noqa: PLC0415 - takes long to import, and pages do without

    first, second = [one.asked for one in variant.moves], [one.changed for one in variant.moves]
    if len(set(first)) < 2 or len(set(second)) < 2:
        return Correlations(None, None)
    return Correlations(float(kendalltau(first, second).statistic), float(spearmanr(first, second).statistic))


def _variant(changed: Changed, name: str, asked: dict[str, float], other: dict[str, float]) -> Variant:
    states = [one for one in asked if one in other]
    first, second = (np.array([values[one] for one in states]) for values in (asked, other))
    ranks = [_ranks(values) for values in (first, second)]
    nearest = (_end(states, first), _end(states, second))
    farthest = (_end(states, -first), _end(states, -second))
    moves = tuple(Move(*one) for one in zip(states, *ranks, strict=True))
    return Variant(
        changed, name, len(states), len(asked), _effect(moves, nearest, farthest),
        nearest, farthest, moves,
    )  # fmt: skip


def _ranks(values: np.ndarray) -> list[int]:
    """Return standard competition ranks, from the highest value."""
    return (1 + (values[None, :] > values[:, None]).sum(axis=1)).tolist()


def _end(states: list[str], values: np.ndarray) -> tuple[str, ...]:
    """Return the states with the highest values, and all level with the last of them, in alphabetical order."""
    if not states:
        return ()
    last = np.sort(values)[::-1][:AT_AN_END][-1]
    return tuple(sorted(one for one, value in zip(states, values, strict=True) if value >= last))


def _effect(
    moves: tuple[Move, ...],
    nearest: tuple[tuple[str, ...], tuple[str, ...]],
    farthest: tuple[tuple[str, ...], tuple[str, ...]],
) -> Effect:
    if nearest[0] != nearest[1] or farthest[0] != farthest[1]:
        return Effect.ENDS
    return Effect.MIDDLE if any(one.asked != one.changed for one in moves) else Effect.SAME
