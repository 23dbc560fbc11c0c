"""Ideal points of a table of positions, with intervals: the one door for pages, programs and the command line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from onrecord.measures.ideal_points.anchors import NEGATIVE, POSITIVE
from onrecord.measures.ideal_points.dynamic_intervals import LEAST, since_first, width
from onrecord.measures.ideal_points.options import Mode, Options
from onrecord.measures.ideal_points.panels import LeftOut, Panel, left_out, panel
from onrecord.measures.ideal_points.placing import Placed, placed_panel
from onrecord.measures.ideal_points.priors import AssemblyPoints, Prediction, assembly_points
from onrecord.record.position_table import PositionTable, VoteSelection
from onrecord.vocabulary.errors import NotEstimable

LEAST_STATES = 5
"""A period by itself needs so many states, and as many positions of each on average, to place them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How ideal points are asked for.

    ``level`` is the share of what is open that an interval holds, ``period`` "year" or "session". ``informed_by`` is a
    table of the Assembly for points of the Council; None for points from the table's votes alone.
    """

    mode: Mode = Mode.DYNAMIC
    level: float = 0.9
    period: str = "year"
    informed_by: PositionTable | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """By how much a state's point differs from another of its own, with the interval of that, the scale's included."""

    by: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """A state's point in a period, on a line on which all points have mean 0 and standard deviation 1.

    ``low`` to ``high`` is its interval beside the other states of the period, ``across_low`` to ``across_high`` that
    beside itself in other periods, which holds what is not known of each period's origin and scale. It rests on ``n``
    positions on votes on which positions differ. ``change`` is how far it lies from the state's first point; None for
    the first.
    """

    state: str
    period: int | str
    point: float
    low: float
    high: float
    across_low: float
    across_high: float
    n: int
    change: Change | None = None


@dataclass(frozen=True, eq=False)
class Estimates:
    """The points of a selection of votes, by period and then state, and what they rest on.

    ``items`` votes (one for votes on the same words) with ``cells`` positions were fitted; ``left_out`` counts what was
    not, by reason. ``anchors`` are the states present that say which end is high and which is low. ``prediction`` is
    how well the Assembly predicts the points, where it informs them. ``notes`` are sentences on what is particular to
    these points.
    """

    selection: VoteSelection
    options: Options
    method: str
    level: float
    estimates: tuple[Estimate, ...]
    items: int
    cells: int
    left_out: Mapping[str, int]
    anchors: tuple[tuple[str, ...], tuple[str, ...]]
    prediction: Prediction | None
    notes: tuple[str, ...]


def ideal_points(table: PositionTable, asked: Asked) -> Estimates:
    """Return the ideal points of a table's states with intervals of a level.

    Raises NotEstimable where no positions differ, where none of the states that say which end is high took part on both
    sides, or, in mode SESSION, where no period places anybody.
    """
    if not table.rollcalls:
        raise NotEstimable("ideal points", "recorded votes", "none")
    counts: dict[str, int] = {str(reason): n for reason, n in left_out(table).items()}
    options, known = Options(mode=asked.mode), _known(asked)
    if asked.mode is Mode.SESSION:
        placed, skipped = _each_period(table, asked, known)
        counts[LeftOut.PERIODS] = skipped
    else:
        placed = [
            placed_panel(panel(table, asked.period, static=asked.mode is Mode.STATIC), options, asked.level, known)
        ]
    found = [one for part in placed for one in _estimates(part, asked.level)]
    shown = tuple(one for one in found if one.n >= LEAST)
    counts[LeftOut.FEW] = len(found) - len(shown)
    prediction = next((one.prediction for one in placed if one.prediction), None)
    return Estimates(
        selection=table.selection,
        options=options,
        method=_method(asked, prediction),
        level=asked.level,
        estimates=shown,
        items=sum(one.panel.cells.items for one in placed),
        cells=sum(one.panel.cells.n for one in placed),
        left_out={reason: n for reason, n in counts.items() if n},
        anchors=_all_anchors(placed),
        prediction=prediction,
        notes=tuple(_notes(asked, placed, prediction)),
    )


def _known(asked: Asked) -> AssemblyPoints | None:
    """Return what the Assembly says; None where it is not asked, or has no votes."""
    table = asked.informed_by
    return assembly_points(table) if table is not None and table.rollcalls else None


def _each_period(table: PositionTable, asked: Asked, known: AssemblyPoints | None) -> tuple[list[Placed], int]:
    """Return each period placed by itself, and how many periods place nobody."""
    period = table.years if asked.period == "year" else np.array([one.session for one in table.rollcalls])
    order, placed, skipped = list(dict.fromkeys(period.tolist())), [], 0
    for one in order:
        part = table.columns(period == one)
        try:
            alone = panel(part, asked.period, static=True)
            _check_size(alone)
            named = Panel(alone.cells, {0: one}, alone.years)
            placed.append(placed_panel(named, Options(mode=Mode.STATIC), asked.level, known))
        except NotEstimable:
            skipped += 1
    if not placed:
        raise NotEstimable("ideal points by session", "a period that places its states", f"{skipped} that do not")
    return placed, skipped


def _check_size(alone: Panel) -> None:
    states = alone.cells.nodes.n
    if states < LEAST_STATES or alone.cells.n < LEAST_STATES * states:
        found = f"{states} states with {alone.cells.n} positions"
        raise NotEstimable("ideal points", f"{LEAST_STATES} states with as many positions each", found)


def _all_anchors(placed: list[Placed]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    upper, lower = ({state for one in placed for state in one.anchors[side]} for side in (0, 1))
    return tuple(one for one in POSITIVE if one in upper), tuple(one for one in NEGATIVE if one in lower)


def _estimates(one: Placed, level: float) -> Iterator[Estimate]:
    """Yield a panel's estimates by period and then state."""
    nodes, votes = one.panel.cells.nodes, one.votes
    parts = np.stack([one.spread.points, width(level) * one.within, width(level) * one.across], axis=1)
    changes = _changes(one, level)
    for at in np.lexsort((nodes.state, nodes.period)).tolist():
        point, within, across = parts[at].tolist()
        yield Estimate(
            state=one.panel.cells.states[nodes.state[at]],
            period=one.panel.labels[int(nodes.period[at])],
            point=point,
            low=point - within,
            high=point + within,
            across_low=point - across,
            across_high=point + across,
            n=int(votes[at]),
            change=changes.get(at),
        )


def _changes(one: Placed, level: float) -> dict[int, Change]:
    """Return, by point, how far it lies from the state's first."""
    before, after = since_first(one.panel.cells.nodes)
    if not len(after):
        return {}
    change, wide = one.spread.points[after] - one.spread.points[before], width(level) * one.change(before, after)
    found = np.stack([change, change - wide, change + wide], axis=1).tolist()
    return {at: Change(*each) for at, each in zip(after.tolist(), found, strict=True)}


_METHODS = {
    Mode.STATIC: "Ordinal probit ideal points, one for each state",
    Mode.DYNAMIC: "Ordinal probit ideal points on paths over the periods",
    Mode.SESSION: "Ordinal probit ideal points, each period by itself",
}


def _method(asked: Asked, prediction: Prediction | None) -> str:
    informed = ", informed by the General Assembly" if prediction else ""
    return f"{_METHODS[asked.mode]}{informed}; intervals by Laplace's approximation, widened as simulation asks"


def _notes(asked: Asked, placed: list[Placed], prediction: Prediction | None) -> Iterator[str]:
    """Yield what is particular to these points."""
    if prediction:
        yield (
            f"Over {prediction.states} states with {prediction.n} points in both bodies, points in the General Assembly"
            f" and in the Council correlate at {prediction.correlation:.2f}; a state's point in the Council is expected"
            f" within {prediction.deviation:.2f} (one standard deviation) of where its votes in the Assembly put it."
        )
        if any(year > prediction.last for one in placed for year in one.panel.years.values()):
            yield (
                f"The Assembly's votes that inform these points end in {prediction.last}: what they say of a state"
                " counts for less with each year after it, and intervals widen."
            )
    elif asked.informed_by is not None:
        yield "Too few states have a point in both bodies to say how well the Assembly predicts the Council: not used."
    apart = [str(one.panel.labels[period]) for one in placed for period in one.disagree]
    if apart:
        yield (
            f"In {', '.join(apart)} the states that say which end is high do not stand on their sides: the line of that"
            " period may be another."
        )
