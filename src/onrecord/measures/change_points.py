"""Change points: the years between which a state's share of support changed by more than its vote noise.

For each way to cut the years in two, the likelihood ratio of two shares against one; the largest over all cuts is the
statistic (Worsley, "The Power of Likelihood Ratio and Cumulative Sum Tests for a Change in a Binomial Probability",
Biometrika 70, 1983). Where it is called, each side is cut again (binary segmentation: Vostrikova, "Detecting Disorder
in Multidimensional Random Processes", Soviet Mathematics Doklady 24, 1981).

The p-value is that of a permutation test: votes in favour are dealt anew to the years, each year keeping its number of
votes. That takes votes of one year for independent, which texts tabled again and again are not. A second p-value
permutes whole years and takes nothing for granted within them; with few years it cannot be small. Both are given.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.measures.permutations import monte_carlo_p
from onrecord.record.position_table import Code, PositionTable

DRAWS = 4999
"""Permutations of a test, where nothing else is asked for."""

CALLED_AT = 0.05
"""A change is called where its p-value is at most this."""


@dataclass(frozen=True, slots=True)
class YearOfSupport:
    """One year: ``yes`` of ``n`` known positions were in favour."""

    year: int
    yes: int
    n: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Years without a change called between them: ``yes`` of ``n`` from ``first`` to ``last``."""

    first: int
    last: int
    yes: int
    n: int

    @property
    def share(self) -> float:
        """Share of the n in favour."""
        return self.yes / self.n

    @property
    def small(self) -> bool:
        """Whether the stretch has fewer votes than shares are usually given for."""
        return self.n < MINIMUM


@dataclass(frozen=True, slots=True)
class Change:
    """A change between two years. ``p`` permutes votes, ``p_years`` whole years; ``ratio`` is the statistic."""

    last_before: int
    first_after: int
    ratio: float
    p: float
    p_years: float


@dataclass(frozen=True, slots=True)
class ChangePoints:
    """The years of a state cut where its support changed: ``changes`` called, ``tested`` whole with its p-values.

    ``likeliest`` is the best cut of all years, called or not; None with fewer than two years.
    """

    years: tuple[YearOfSupport, ...]
    stretches: tuple[Stretch, ...]
    changes: tuple[Change, ...]
    likeliest: Change | None
    draws: int

    @property
    def n(self) -> int:
        """Known positions in all years."""
        return sum(one.n for one in self.years)


def support_by_year(table: PositionTable, state: str) -> tuple[list[YearOfSupport], int]:
    """Return a state's support in each year with a known position, and how many roll calls were left out.

    Left out are those on which a yes runs against the situation's usual texts (audit rule direction). A known position
    is yes, abstain, no or absent.
    """
    row = table.row(state)
    if row is None:
        return [], 0
    against = np.array([one.runs_against for one in table.rollcalls], dtype=np.bool_)
    known = (table.codes[row] <= Code.ABSENT) & ~against
    yes, years = (table.codes[row] == Code.YES) & known, table.years
    found = [YearOfSupport(year, int(yes[years == year].sum()), int(known[years == year].sum())) for year in _of(years)]
    return [one for one in found if one.n], int(((table.codes[row] <= Code.ABSENT) & against).sum())


def _of(years: np.ndarray) -> list[int]:
    return sorted(set(years.tolist()))


def change_points(years: Sequence[YearOfSupport], draws: int = DRAWS, seed: int = 0) -> ChangePoints:
    """Return where a state's support changed; the same for the same seed. Years are in order, each with n over 0."""
    if any(one.n < 1 or not 0 <= one.yes <= one.n for one in years):
        raise ValueError("years of support: expected yes from 0 to n and n over 0 in each")
    rng = np.random.default_rng(seed)
    whole = _best(years, rng, draws) if len(years) > 1 else None
    changes = tuple(sorted(_called(years, whole, rng, draws), key=lambda one: one.first_after))
    cuts = [0, *(next(i for i, y in enumerate(years) if y.year == one.first_after) for one in changes), len(years)]
    stretches = [_stretch(years[start:end]) for start, end in pairwise(cuts) if end > start]
    return ChangePoints(tuple(years), tuple(stretches), changes, whole, draws)


def _called(
    years: Sequence[YearOfSupport], best: Change | None, rng: np.random.Generator, draws: int
) -> Iterator[Change]:
    if best is None or best.p > CALLED_AT:
        return
    yield best
    at = next(i for i, one in enumerate(years) if one.year == best.first_after)
    for side in (years[:at], years[at:]):
        if len(side) > 1:
            yield from _called(side, _best(side, rng, draws), rng, draws)


def _stretch(years: Sequence[YearOfSupport]) -> Stretch:
    return Stretch(years[0].year, years[-1].year, sum(one.yes for one in years), sum(one.n for one in years))


def _best(years: Sequence[YearOfSupport], rng: np.random.Generator, draws: int) -> Change:
    yes, n = np.array([one.yes for one in years]), np.array([one.n for one in years])
    ratios = likelihood_ratios(yes, n)
    at = int(np.argmax(ratios))
    dealt = rng.multivariate_hypergeometric(n, int(yes.sum()), size=draws)
    order = np.argsort(rng.random((draws, len(n))), axis=1)
    p, p_years = (
        float(monte_carlo_p(int((largest >= ratios[at] - 1e-9).sum()), draws))
        for largest in (likelihood_ratios(dealt, n).max(axis=1), likelihood_ratios(yes[order], n[order]).max(axis=1))
    )
    return Change(years[at].year, years[at + 1].year, float(ratios[at]), p, p_years)


def likelihood_ratios(yes: np.ndarray, n: np.ndarray) -> np.ndarray:
    """Return twice the log likelihood ratio of two binomial shares against one, for each cut between years.

    ``yes`` has shape (..., years), ``n`` (..., years) or (years,); the result has one cut fewer than years.
    """
    left_yes, left_n = np.cumsum(yes, axis=-1)[..., :-1], np.cumsum(n, axis=-1)[..., :-1]
    all_yes, all_n = yes.sum(axis=-1, keepdims=True), n.sum(axis=-1, keepdims=True)
    parts = _log_likelihood(left_yes, left_n) + _log_likelihood(all_yes - left_yes, all_n - left_n)
    return 2 * (parts - _log_likelihood(all_yes, all_n))


def _log_likelihood(yes: np.ndarray, n: np.ndarray) -> np.ndarray:
    """Return the largest binomial log likelihood of yes in n, without its constant; 0 log 0 is 0."""
    no = n - yes
    return _x_log_x(yes) + _x_log_x(no) - _x_log_x(n)


def _x_log_x(x: np.ndarray) -> np.ndarray:
    return x * np.log(np.maximum(x, 1))
