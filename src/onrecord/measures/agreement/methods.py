"""The named methods of agreement between two states, each a function of their 3 x 3 table of positions.

Each says where it comes from, what it leaves out and how an absence counts. None gives a figure under ``MINIMUM``
roll calls: it gives none, and the n.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from onrecord.measures.agreement.pair_tables import STEPS
from onrecord.vocabulary.errors import NotInVocabulary

MINIMUM = 20
"""Under this many roll calls no share is given: one vote more or less would move it by five points."""

Tables = np.ndarray
"""Tables of positions in the last two axes, 3 x 3, in the order yes, abstain, no; counts, of any leading shape."""


class Scale(StrEnum):
    """How far a method's figures reach."""

    SHARE = "share"
    """From 0 to 1, and said in per cent."""
    INDEX = "index"
    """From -1 to 1."""


@dataclass(frozen=True, slots=True)
class Method:
    """A method by its name: formula in words, source, which roll calls it leaves out, how an absence counts.

    ``n`` gives how many roll calls of a table it rests on, ``value`` its figure, float64, nan where it has none; both
    take tables of shape (..., 3, 3) and return an array of the leading shape.
    """

    name: str
    label: str
    formula: str
    source: str
    leaves_out: str
    absence: str
    scale: Scale
    n: Callable[[Tables], np.ndarray]
    value: Callable[[Tables], np.ndarray]


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """A method's figures: ``value`` (float64, nan where n is under the minimum or the method has none), ``n``."""

    value: np.ndarray
    n: np.ndarray


def figures(method: Method, tables: Tables, minimum: int = MINIMUM) -> Figures:
    """Return a method's figures over tables of shape (..., 3, 3), without those that rest on too few roll calls."""
    n = method.n(tables)
    return Figures(np.where(n >= minimum, method.value(tables), np.nan), n)


def divided(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    """Return a quotient, nan where nothing stands below; the two have one shape or broadcast to it."""
    empty = np.full(np.broadcast_shapes(np.shape(above), np.shape(below)), np.nan)
    return np.divide(above, below, out=empty, where=np.asarray(below) != 0)


def chance_corrected(tables: Tables, weights: np.ndarray, pooled: bool) -> np.ndarray:
    """Return 1 - observed / expected disagreement, with a weight for every pair of positions (0 on the diagonal).

    The expected disagreement is that of two who take their positions independently: each with its own frequencies
    (Cohen, "Weighted Kappa: Nominal Scale Agreement with Provision for Scaled Disagreement or Partial Credit",
    Psychological Bulletin 70, 1968), or, ``pooled``, both with the mean of the two (Scott, "Reliability of Content
    Analysis: The Case of Nominal Scale Coding", Public Opinion Quarterly 19, 1955). nan where none is expected:
    neither took more than one position, and the same.
    """
    n = tables.sum(axis=(-2, -1))
    first, second = (divided(tables.sum(axis=axis), n[..., None]) for axis in (-1, -2))
    if pooled:
        first = second = (first + second) / 2
    expected = np.einsum("...k,kl,...l->...", first, weights, second)
    observed = divided((tables * weights).sum(axis=(-2, -1)), n)
    return 1 - divided(observed, np.where(expected > _NOTHING, expected, 0.0))


_NOTHING = 1e-12
"""What rounding may leave of an expected disagreement of nought."""


def _all(tables: Tables) -> np.ndarray:
    return tables.sum(axis=(-2, -1))


def _same(tables: Tables) -> np.ndarray:
    return np.trace(tables, axis1=-2, axis2=-1)


def _both_decided(tables: Tables) -> np.ndarray:
    return tables[..., ::2, ::2].sum(axis=(-2, -1))


def _identical_share(tables: Tables) -> np.ndarray:
    return divided(_same(tables), _all(tables))


def _three_point(tables: Tables) -> np.ndarray:
    return divided((tables * (1 - STEPS / 2)).sum(axis=(-2, -1)), _all(tables))


def _s(tables: Tables) -> np.ndarray:
    largest = STEPS.max()
    return 1 - 2 * divided((tables * STEPS).sum(axis=(-2, -1)), _all(tables) * largest)


def _pi(tables: Tables) -> np.ndarray:
    return chance_corrected(tables, STEPS**2, pooled=True)


def _kappa(tables: Tables) -> np.ndarray:
    return chance_corrected(tables, STEPS**2, pooled=False)


def _decided_share(tables: Tables) -> np.ndarray:
    return divided(_same(tables[..., ::2, ::2]), _both_decided(tables))


_NEITHER_MISSED = "roll calls in which one of the two was absent or has no position in the record"
_NOT_DECIDED = "those, and roll calls in which one of the two abstained"
_ABSENCE = "An absence is no position: the roll call is left out."

_HAEGE = (
    "Häge, “Choice or Circumstance? Adjusting Measures of Foreign Policy Similarity for Chance Agreement”,"
    " Political Analysis 19 (2011)"
)

IDENTICAL = Method(
    "identical",
    "identical share",
    "roll calls with the same position / roll calls in which both voted yes, no or abstained",
    "common practice",
    _NEITHER_MISSED,
    _ABSENCE,
    Scale.SHARE,
    _all,
    _identical_share,
)

THREE_POINT = Method(
    "three-point",
    "three-point agreement",
    "mean of 1 for the same position, 1/2 for positions one step apart, 0 for yes against no",
    "Lijphart, “The Analysis of Bloc Voting in the General Assembly”, American Political Science Review 57 (1963)",
    _NEITHER_MISSED,
    _ABSENCE,
    Scale.SHARE,
    _all,
    _three_point,
)

S = Method(
    "s",
    "S",
    "1 - 2 × sum of |a - b| / (N × largest |a - b|), with yes 0, abstain 1, no 2",
    "Signorino and Ritter, “Tau-b or Not Tau-b: Measuring the Similarity of Foreign Policy Positions”, International"
    " Studies Quarterly 43 (1999)",
    _NEITHER_MISSED,
    _ABSENCE,
    Scale.INDEX,
    _all,
    _s,
)

PI = Method(
    "pi",
    "Scott's π, squared weights",
    "1 - sum of (a - b)² / the sum expected of two who both vote with the mean of their frequencies",
    f"{_HAEGE}, after Scott (1955)",
    _NEITHER_MISSED,
    _ABSENCE,
    Scale.INDEX,
    _all,
    _pi,
)

KAPPA = Method(
    "kappa",
    "Cohen's κ, squared weights",
    "1 - sum of (a - b)² / the sum expected of two who each vote with its own frequencies",
    f"{_HAEGE}, after Cohen (1960, 1968)",
    _NEITHER_MISSED,
    _ABSENCE,
    Scale.INDEX,
    _all,
    _kappa,
)

COINCIDENCE = Method(
    "coincidence",
    "voting coincidence, votes only",
    "identical / (identical + opposite), where both voted yes or no",
    "United States Department of State, Voting Practices in the United Nations, in the reports before that for 2017",
    _NOT_DECIDED,
    _ABSENCE,
    Scale.SHARE,
    _both_decided,
    _decided_share,
)

COINCIDENCE_2017 = Method(
    "coincidence-2017",
    "voting coincidence, 2017",
    "(same + 1/2 partial) / roll calls that neither missed; partial: one of the two abstained",
    "United States Department of State, Voting Practices in the United Nations 2017 (2018)",
    _NEITHER_MISSED,
    _ABSENCE,
    Scale.SHARE,
    _all,
    _three_point,
)

THEY_VOTE_FOR_YOU = Method(
    "they-vote-for-you",
    "agreement of They Vote For You",
    "same / (same + different), where both voted yes or no",
    "OpenAustralia Foundation, They Vote For You (theyvoteforyou.org.au), agreement of two people",
    _NOT_DECIDED,
    _ABSENCE + " It knows no abstention: who abstains does not vote.",
    Scale.SHARE,
    _both_decided,
    _decided_share,
)

METHODS = (IDENTICAL, THREE_POINT, S, PI, KAPPA, COINCIDENCE, COINCIDENCE_2017, THEY_VOTE_FOR_YOU)
"""Every method of agreement between two states; the first is the one used where none is asked for."""


def method(name: str) -> Method:
    """Return the method of a name; NotInVocabulary where there is none."""
    for one in METHODS:
        if one.name == name.strip().casefold():
            return one
    names = tuple(one.name for one in METHODS)
    raise NotInVocabulary("method of agreement", name, f"one of {', '.join(names)}", names)
