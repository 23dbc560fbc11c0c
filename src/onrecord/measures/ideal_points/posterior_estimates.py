"""Ideal points of a table by the full posterior: means and intervals of draws, and whether these are enough."""

from collections.abc import Iterator

import numpy as np

from onrecord.measures.ideal_points.anchoring import anchored, sides
from onrecord.measures.ideal_points.anchors import NEGATIVE, POSITIVE
from onrecord.measures.ideal_points.dynamic_intervals import LEAST, since_first
from onrecord.measures.ideal_points.estimates import Asked, Change, Estimate, Estimates
from onrecord.measures.ideal_points.fit import Fit, fit
from onrecord.measures.ideal_points.gibbs import Posterior, Sampling, posterior
from onrecord.measures.ideal_points.options import Mode, Options
from onrecord.measures.ideal_points.panels import LeftOut, Panel, left_out, panel
from onrecord.record.position_table import PositionTable
from onrecord.vocabulary.errors import NotEstimable

SAMPLING = Sampling(most=8000)
"""How long chains are where nothing else is asked: as long as it takes, up to a bound."""


def posterior_points(table: PositionTable, asked: Asked, sampling: Sampling = SAMPLING) -> Estimates:
    """Return the points of the dynamic or the static model by their posterior.

    A point is the mean of its draws; its intervals are central ones of ``asked.level``, within the period and across.
    ``notes`` say R-hat and effective numbers of draws. Raises NotEstimable in mode SESSION and where no positions
    differ. What the Assembly knows is not part of it.
    """
    if asked.mode is Mode.SESSION:
        raise NotEstimable("full posterior", "a static or dynamic model", "one for each session by itself")
    if not table.rollcalls:
        raise NotEstimable("ideal points", "recorded votes", "none")
    one = panel(table, asked.period, static=asked.mode is Mode.STATIC)
    fitted = anchored(fit(one.cells, Options(mode=asked.mode)), POSITIVE, NEGATIVE)
    drawn = posterior(fitted, sampling)
    found = list(_estimates(one, drawn, asked.level))
    shown = tuple(each for each in found if each.n >= LEAST)
    counts = {**{str(reason): n for reason, n in left_out(table).items()}, str(LeftOut.FEW): len(found) - len(shown)}
    return Estimates(
        selection=table.selection,
        options=fitted.options,
        method=f"Ordinal probit ideal points ({asked.mode}), means and intervals of the full posterior",
        level=asked.level,
        estimates=shown,
        items=fitted.cells.items,
        cells=fitted.cells.n,
        left_out={reason: n for reason, n in counts.items() if n},
        anchors=(_present(POSITIVE, fitted), _present(NEGATIVE, fitted)),
        prediction=None,
        notes=tuple(_notes(one, drawn)),
    )


def _estimates(one: Panel, drawn: Posterior, level: float) -> Iterator[Estimate]:
    """Yield the estimates by period and then state."""
    nodes, cells = drawn.fit.cells.nodes, drawn.fit.cells
    ends = np.stack([drawn.mean, *drawn.interval_within(level), *drawn.interval(level)]).T
    before, after = since_first(nodes)
    changed = np.stack(drawn.change(before, after, level), axis=1).tolist()
    changes = {at: Change(*each) for at, each in zip(after.tolist(), changed, strict=True)}
    for at in np.lexsort((nodes.state, nodes.period)).tolist():
        label, n = one.labels[int(nodes.period[at])], int(nodes.votes[at])
        yield Estimate(cells.states[nodes.state[at]], label, *ends[at].tolist(), n, changes.get(at))


def _present(states: tuple[str, ...], fitted: Fit) -> tuple[str, ...]:
    there = {fitted.cells.states[one] for one in fitted.cells.nodes.state.tolist()}
    return tuple(state for state in states if state in there)


def _notes(one: Panel, drawn: Posterior) -> Iterator[str]:
    found, made = drawn.convergence, drawn.sampling
    yield (
        f"{made.chains} chains of {drawn.sweeps:,} sweeps after {made.warm_up:,}: the largest R-hat of a point is"
        f" {found.worst_rhat:.3f}, the smallest effective number of draws {found.least:,.0f}."
    )
    if not found.reached:
        yield "This is not enough: R-hat up to 1.01 and 400 draws are asked for. Such points are not to be relied on."
    apart = [side.period for side in sides(drawn.fit, POSITIVE, NEGATIVE) if side.agrees is False]
    if apart:
        named = ", ".join(str(one.labels[period]) for period in apart)
        yield f"In {named} the states that say which end is high do not stand on their sides."
