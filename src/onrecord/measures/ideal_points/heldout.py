"""How well a fit foretells positions it was not shown, beside a baseline that knows only each item's shares.

A held-out position is scored with the probability that the fit gives it, its parameters' own uncertainty included
(module predictive). The baseline gives it the share that its position has among the item's other positions (each
position counted half a time more, so that none has the share 0), and foretells the most frequent one: the modal
category, against which Poole and Rosenthal measure the proportional reduction in error (Congress: A
Political-Economic History of Roll Call Voting, Oxford University Press 1997).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.measures.ideal_points.cells import Cells
from onrecord.measures.ideal_points.fit import Fit, cells_of_mode, fit
from onrecord.measures.ideal_points.options import Options
from onrecord.measures.ideal_points.predictive import predicted
from onrecord.vocabulary.errors import NotEstimable


@dataclass(frozen=True, slots=True)
class Score:
    """Of ``n`` held-out positions: mean natural log-likelihood and share foretold, by the fit and by the baseline.

    ``not_scored`` positions have no point or no item in the fit: nothing is said of them.
    """

    n: int
    not_scored: int
    log_likelihood: float
    accuracy: float
    modal_log_likelihood: float
    modal_accuracy: float

    @property
    def gain(self) -> float:
        """How much higher the log-likelihood of a position is than the baseline's."""
        return self.log_likelihood - self.modal_log_likelihood

    @property
    def error_reduction(self) -> float | None:
        """Aggregate proportional reduction in error: share of the baseline's errors avoided; None if it has none."""
        missed = 1 - self.modal_accuracy
        return (self.accuracy - self.modal_accuracy) / missed if missed > 0 else None


def held_out(cells: Cells, share: float, seed: int) -> np.ndarray:
    """Return a mask of cells drawn at random, each with the given probability: the same ones for the same seed."""
    return np.random.default_rng(seed).random(cells.n) < share


def score(cells: Cells, held: np.ndarray, options: Options) -> Score:
    """Return how a fit of the cells that are not held out does on those that are."""
    cells = cells_of_mode(cells, options.mode)
    return score_of(fit(cells.part(~held), options), cells.part(held))


def score_of(made: Fit, held: Cells) -> Score:
    """Return how a fit does on other cells of its states, items and periods; raises NotEstimable where it has none."""
    node = _nodes_of(made, held)
    seen = np.bincount(made.cells.item, minlength=held.items)[: held.items] > 0
    known = (node >= 0) & seen[held.item]
    if not known.any():
        raise NotEstimable("held-out score", "a held-out position with a point and an item in the fit", "none")
    item, position = held.item[known], held.position[known]
    given = predicted(made, node[known], item)
    shares = _shares(made.cells)[item]
    return Score(
        n=int(known.sum()),
        not_scored=int((~known).sum()),
        log_likelihood=_log_likelihood(given, position),
        accuracy=float((given.argmax(axis=1) == position).mean()),
        modal_log_likelihood=_log_likelihood(shares, position),
        modal_accuracy=float((shares.argmax(axis=1) == position).mean()),
    )


def _log_likelihood(given: np.ndarray, position: np.ndarray) -> float:
    return float(np.log(given[np.arange(len(position)), position]).mean())


def _shares(cells: Cells) -> np.ndarray:
    """Return the share of each position on each item, half a position added to each."""
    counts = np.bincount(cells.item.astype(np.int64) * 3 + cells.position, minlength=3 * cells.items) + 0.5
    counts = counts.reshape(-1, 3)
    return counts / counts.sum(axis=1, keepdims=True)


def _nodes_of(made: Fit, held: Cells) -> np.ndarray:
    """Return for each cell the place of its state's point in the fit; -1 where it has none."""
    nodes = made.cells.nodes
    asked = cells_of_mode(held, made.options.mode)
    most = int(max(nodes.period.max(), asked.period.max(initial=0))) + 1
    keys = nodes.state.astype(np.int64) * most + nodes.period
    wanted = asked.state.astype(np.int64) * most + asked.period
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[place] == wanted, place, -1)


def choose_walk_variance(
    cells: Cells, held: np.ndarray, options: Options, candidates: Sequence[float]
) -> tuple[float, tuple[tuple[float, Score], ...]]:
    """Return the walk variance of highest held-out log-likelihood, and every candidate with its score.

    Where two are equal the smaller one is taken: the smoother paths.
    """
    scores = tuple((one, score(cells, held, replace(options, walk_variance=one))) for one in sorted(candidates))
    best = max(scores, key=lambda one: (one[1].log_likelihood, -one[0]))
    return best[0], scores
