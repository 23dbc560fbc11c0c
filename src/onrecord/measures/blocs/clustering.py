"""Clusters of states by their agreement: average linkage, cut where the silhouette is widest.

Distance is 1 less agreement. Linkage is average (Sokal and Michener, "A Statistical Method for Evaluating Systematic
Relationships", University of Kansas Science Bulletin 38, 1958). The number of clusters is the one with the widest
average silhouette (Rousseeuw, "Silhouettes: A Graphical Aid to the Interpretation and Validation of Cluster Analysis",
Journal of Computational and Applied Mathematics 20, 1987). A silhouette cannot say that there is only one cluster:
Kaufman and Rousseeuw (Finding Groups in Data, 1990) call an average of at most 0.25 no substantial structure.
"""

from dataclasses import dataclass

import numpy as np
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import squareform

from onrecord.measures.agreement.methods import MINIMUM, THREE_POINT, Method
from onrecord.measures.blocs.pairs import METHODS, Pairs
from onrecord.record.position_table import Code, PositionTable
from onrecord.vocabulary.errors import NotInVocabulary

MOST_CLUSTERS = 8
"""More clusters than these are not looked for."""

NO_STRUCTURE = 0.25
"""An average silhouette up to this shows no substantial structure."""

FEWEST_STATES = 4
"""Under so many comparable states nothing is clustered."""


@dataclass(frozen=True, slots=True, eq=False)
class Clustering:
    """States in clusters. ``labels`` number the clusters from 0, the largest first; ``widths`` are silhouettes.

    ``agreement`` and ``n`` are those of every two ``states``; ``merges`` is SciPy's linkage matrix. ``by_number`` gives
    the average silhouette for each number of clusters tried. ``left_out`` are states that could take part but have too
    few roll calls in common with the others, each with the number of roll calls on which it took a position.
    """

    states: tuple[str, ...]
    agreement: np.ndarray
    n: np.ndarray
    merges: np.ndarray
    labels: np.ndarray
    widths: np.ndarray
    by_number: tuple[tuple[int, float], ...]
    left_out: tuple[tuple[str, int], ...]

    @property
    def number(self) -> int:
        """The number of clusters."""
        return int(self.labels.max()) + 1

    @property
    def silhouette(self) -> float:
        """The average silhouette of the states."""
        return float(self.widths.mean())

    @property
    def structured(self) -> bool:
        """Whether the average silhouette shows more than no substantial structure."""
        return self.silhouette > NO_STRUCTURE

    def members(self, cluster: int) -> tuple[str, ...]:
        """Return the states of a cluster, in alphabetical order."""
        return tuple(self.states[one] for one in np.flatnonzero(self.labels == cluster))

    def agreement_by_cluster(self) -> list[tuple[float | None, float]]:
        """Return for each state its mean agreement with the rest of its cluster (None if alone) and with the others."""
        inside = self.labels[:, None] == self.labels[None, :]
        np.fill_diagonal(inside, False)
        other = self.labels[:, None] != self.labels[None, :]
        return [
            (float(row[own].mean()) if own.any() else None, float(row[rest].mean()))
            for row, own, rest in zip(self.agreement, inside, other, strict=True)
        ]


def clustering(
    table: PositionTable, method: Method = THREE_POINT, number: int | None = None, minimum: int = MINIMUM
) -> Clustering | None:
    """Return the clusters of the states of a table; None where fewer than four states can be compared.

    Every two of the states clustered took a position on ``minimum`` or more of the same roll calls; states that stand
    in the way of that are left out, the one with the most such gaps first. ``number`` asks for a number of clusters.
    Raises NotInVocabulary for a method or number that is not to be had.
    """
    _check_method(method)
    kept = comparable(Pairs(table).n(), minimum)
    if len(kept) < FEWEST_STATES:
        return None
    chosen = Pairs(table, kept)
    agreement, cast = chosen.agreement(method), (table.codes <= Code.NO).sum(axis=1)
    away = distances(agreement)
    merges = merged(away)
    tried = {k: cut(merges, k) for k in range(2, min(MOST_CLUSTERS, len(kept) - 1) + 1)}
    if number is not None and number not in tried:
        raise NotInVocabulary("number of clusters", str(number), f"a number from 2 to {max(tried)}")
    widths = {k: silhouettes(away, labels) for k, labels in tried.items()}
    best = number or max(tried, key=lambda k: (round(float(widths[k].mean()), 9), -k))
    left = np.setdiff1d(np.arange(len(table.states)), kept)
    return Clustering(
        chosen.states,
        agreement,
        chosen.n().astype(np.int64),
        merges,
        tried[best],
        widths[best],
        tuple((k, float(one.mean())) for k, one in widths.items()),
        tuple((table.states[one], int(cast[one])) for one in left),
    )


def _check_method(method: Method) -> None:
    if method not in METHODS:
        names = tuple(one.name for one in METHODS)
        raise NotInVocabulary("method to cluster by", method.name, f"one of {', '.join(names)}", names)


def comparable(n: np.ndarray, minimum: int) -> np.ndarray:
    """Return the indices of states of which every two share ``minimum`` roll calls.

    As long as there are gaps, the state with the most of them is left out; of several, the one that shares the fewest
    roll calls in all.
    """
    kept = np.arange(len(n))
    while len(kept):
        inside = n[np.ix_(kept, kept)]
        few = inside < minimum
        if not few.any():
            break
        gaps = few.sum(axis=1)
        worst = np.flatnonzero(gaps == gaps.max())
        kept = np.delete(kept, worst[np.argmin(inside[worst].sum(axis=1))])
    return kept


def distances(agreement: np.ndarray) -> np.ndarray:
    """Return 1 less agreement, 0 between a state and itself."""
    away = np.clip(1 - agreement, 0.0, 1.0)
    np.fill_diagonal(away, 0.0)
    return (away + away.T) / 2


def merged(away: np.ndarray) -> np.ndarray:
    """Return SciPy's linkage matrix of average linkage over distances."""
    return linkage(squareform(away, checks=False), method="average")


def cut(merges: np.ndarray, number: int) -> np.ndarray:
    """Return labels of ``number`` clusters, from 0: the largest first, then the one with the first state."""
    states = len(merges) + 1
    inside = {at: [at] for at in range(states)}
    for step, (one, other) in enumerate(merges[: states - number, :2].astype(int).tolist()):
        inside[states + step] = inside.pop(one) + inside.pop(other)
    labels = np.empty(states, dtype=np.int64)
    for at, members in enumerate(sorted(inside.values(), key=lambda found: (-len(found), min(found)))):
        labels[members] = at
    return labels


def silhouettes(away: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the silhouette of each state; 0 for a state alone in its cluster (Rousseeuw 1987, section 2)."""
    inside = (labels[:, None] == np.unique(labels)[None, :]).astype(np.float64)
    sizes, sums = inside.sum(axis=0), away @ inside
    own = np.argmax(inside, axis=1)
    rows = np.arange(len(labels))
    mean_own = sums[rows, own] / np.maximum(sizes[own] - 1, 1)
    to_others = np.where(inside > 0, np.inf, sums / sizes)
    nearest = to_others.min(axis=1)
    wider = np.maximum(np.maximum(mean_own, nearest), np.finfo(float).tiny)
    alone = (sizes[own] == 1) | ~np.isfinite(nearest)
    return np.where(alone, 0.0, (np.where(alone, 0.0, nearest) - mean_own) / np.where(alone, 1.0, wider))
