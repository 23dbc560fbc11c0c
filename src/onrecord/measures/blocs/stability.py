"""Whether clusters hold: each cluster beside its most similar one in bootstrap resamples of the roll calls.

Hennig, "Cluster-Wise Assessment of Cluster Stability", Computational Statistics and Data Analysis 52, 2007: the mean
over resamples of the largest Jaccard similarity. Hennig resamples the objects that are clustered; here the states stay
and the roll calls, of which the distances are made, are drawn: whole sessions where there are five or more (see
``measures.resampling``), else single roll calls. The number of clusters stays that of the clustering.
Thresholds are those of the same author's function clusterboot (R package fpc): 0.85 and more highly stable, 0.75 and
more stable, 0.6 to 0.75 a pattern whose members are doubtful, below 0.6 not to be trusted.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from onrecord.measures.agreement.methods import THREE_POINT, Method
from onrecord.measures.blocs.clustering import Clustering, cut, distances, merged, silhouettes
from onrecord.measures.blocs.pairs import Pairs
from onrecord.measures.resampling import Bootstrap, Drawn, drawn_weights, enough, units_of
from onrecord.record.position_table import PositionTable

DRAWS = 200
"""Resamples of roll calls, where nothing else is asked for."""


class Stability(StrEnum):
    """What a mean Jaccard similarity says of a cluster."""

    HIGHLY_STABLE = "highly stable"
    STABLE = "stable"
    PATTERN = "a pattern, its members doubtful"
    UNSTABLE = "unstable"


_FROM = ((0.85, Stability.HIGHLY_STABLE), (0.75, Stability.STABLE), (0.6, Stability.PATTERN))


def stability(jaccard: float) -> Stability:
    """Return what the thresholds say of a mean Jaccard similarity."""
    return next((word for least, word in _FROM if jaccard >= least), Stability.UNSTABLE)


@dataclass(frozen=True, slots=True, eq=False)
class Stabilities:
    """The stability of each cluster. ``jaccard`` are means over the resamples of ``bootstrap``, by cluster.

    ``together`` is the share of resamples in which two states fell into one cluster, shape (states, states).
    ``same_number`` is the share of resamples in which the silhouette would choose the same number of clusters.
    """

    jaccard: np.ndarray
    together: np.ndarray
    same_number: float
    bootstrap: Bootstrap


def stabilities(
    table: PositionTable, found: Clustering, method: Method = THREE_POINT, bootstrap: Bootstrap | None = None
) -> Stabilities:
    """Return how the clusters of a table hold over resamples of its roll calls; the same for the same seed.

    Where two states share no roll call of a resample, their agreement over all roll calls is taken.
    """
    how = bootstrap or Bootstrap(default_drawn(table), DRAWS)
    pairs = Pairs(table, np.array([table.states.index(one) for one in found.states]))
    unit = units_of(table, how.drawn)
    inside = found.labels[:, None] == np.arange(found.number)
    sums, together, again = np.zeros(found.number), np.zeros(found.agreement.shape), 0
    for weights in drawn_weights(int(unit.max()) + 1, how):
        drawn = pairs.agreement(method, weights[unit])
        away = distances(np.where(np.isnan(drawn), found.agreement, drawn))
        merges = merged(away)
        labels = cut(merges, found.number)
        sums += _closest(inside, labels[:, None] == np.arange(labels.max() + 1))
        together += labels[:, None] == labels[None, :]
        again += _chosen(away, merges, [k for k, _ in found.by_number]) == found.number
    return Stabilities(sums / how.draws, together / how.draws, again / how.draws, how)


def default_drawn(table: PositionTable) -> Drawn:
    """Return what is drawn where nothing is asked: sessions where there are enough of them, else roll calls."""
    sessions = len({one.session for one in table.rollcalls})
    return Drawn.SESSIONS if enough(sessions, Drawn.SESSIONS) else Drawn.ROLL_CALLS


def _closest(mine: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    """Return for each cluster of ``mine`` the largest Jaccard similarity with one of ``theirs``."""
    both = mine.T.astype(float) @ theirs
    either = mine.sum(axis=0)[:, None] + theirs.sum(axis=0)[None, :] - both
    return (both / either).max(axis=1)


def _chosen(away: np.ndarray, merges: np.ndarray, numbers: list[int]) -> int:
    widths = {k: float(silhouettes(away, cut(merges, k)).mean()) for k in numbers}
    return max(numbers, key=lambda k: (round(widths[k], 9), -k))
