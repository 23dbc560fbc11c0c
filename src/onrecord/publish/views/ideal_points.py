"""Ideal points of states: each with its intervals, the n that place it, and what the estimate rests on."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from onrecord.measures.ideal_points.estimates import Asked, Change, Estimate, Estimates
from onrecord.measures.ideal_points.options import Mode
from onrecord.publish.estimates_kept import estimated
from onrecord.publish.languages.state_names import name_order
from onrecord.publish.views.selected_votes import SelectedVotes, VotesAsked, selected, table_asked
from onrecord.publish.views.shared import Sentence, StateHead, state_head
from onrecord.publish.wording import ideal_points as say
from onrecord.record.position_table import PositionTable, VoteSelection, position_table
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary
from onrecord.vocabulary.rollcalls import Body

POSTERIOR = "posterior"
"""The dynamic model by draws from its full posterior: minutes, where the others take seconds."""

MODES = (*(mode.value for mode in Mode), POSTERIOR)
"""How points can be asked for."""

PERIODS = ("year", "session")
"""What a state can have a point for, in a dynamic fit and in one for each period."""

LEVELS = (0.5, 0.99)
"""The least and the most that an interval can be asked to hold."""


@dataclass(frozen=True, slots=True)
class PointsAsked:
    """Which votes, whose points, and how: each part as a reader writes it.

    ``state`` narrows what is shown, never what is estimated from. ``level`` is the share of what the model leaves open
    that an interval holds. ``informed``: the Council's points are told what the same states voted in the Assembly; the
    full posterior is that of a body's own votes.
    """

    votes: VotesAsked
    state: str | None = None
    mode: str = Mode.DYNAMIC.value
    period: str = "year"
    level: float = 0.9
    informed: bool = True


@dataclass(frozen=True, slots=True)
class PointOfState:
    """A state's point in one period, in standard deviations of all points around their mean.

    ``low`` and ``high`` bound it beside the other states of the period, ``across_low`` and ``across_high`` beside the
    other periods; ``change`` is how far it lies from the state's first point, None for the first. ``n`` positions
    of the state in the period place it. ``page`` lists the votes of these. ``year`` and ``session`` are None where the
    period is none, as the years of a static fit together.
    """

    state: StateHead
    period: str
    year: int | None
    session: str | None
    point: float
    low: float
    high: float
    across_low: float
    across_high: float
    change: Change | None
    n: int
    page: str


@dataclass(frozen=True, slots=True)
class IdealPoints:
    """Points by period and from the highest down, with what they rest on.

    ``items`` roll calls (the same words voted again are one) and ``positions`` are what the fit saw. ``upper`` and
    ``lower`` are the states that say which end is which. ``left_out`` counts what the fit does not see, by reason.
    """

    votes: SelectedVotes
    mode: str
    by: str
    informed: bool
    state: StateHead | None
    method: str
    source: str
    level: float
    items: int
    positions: int
    upper: tuple[StateHead, ...]
    lower: tuple[StateHead, ...]
    points: tuple[PointOfState, ...]
    left_out: tuple[tuple[str, int], ...]
    sentences: tuple[Sentence, ...]
    not_known: tuple[str, ...]
    page: str


def ideal_points_of(record: Record, asked: PointsAsked) -> IdealPoints:
    """Return the points asked for.

    Raises NotInVocabulary for a word that the record does not know, NotEstimable where the votes place nobody.
    """
    name, by, level = _one_of(asked.mode, MODES, "mode"), _one_of(asked.period, PERIODS, "period"), _level(asked.level)
    full = name == POSTERIOR
    table = table_asked(record, asked.votes)
    state = record.gazetteer.resolve(asked.state, _last(table)) if asked.state else None
    informed_by = _assembly(record, table) if asked.informed and not full else None
    how = Asked(Mode.DYNAMIC if full else Mode(name), level, by, informed_by)
    found = estimated(table, how, full)
    return _View(record, table, found).view(
        by=by,
        mode=name,
        informed=informed_by is not None,
        state=state_head(record, state, _last(table)) if state else None,
    )


def _one_of(asked: str, known: tuple[str, ...], noun: str) -> str:
    if asked not in known:
        raise NotInVocabulary(noun, str(asked), f"one of {', '.join(known)}", known)
    return asked


def _level(asked: float) -> float:
    least, most = LEVELS
    if not least <= asked <= most:
        raise NotInVocabulary("level", str(asked), f"a share from {least} to {most}, such as 0.9")
    return asked


def _assembly(record: Record, table: PositionTable) -> PositionTable | None:
    """Return what the Assembly voted in the years of a table of the Council; None for one of the Assembly."""
    if table.selection.body is not Body.HRC:
        return None
    years = table.selection.first_year, table.selection.last_year
    found = position_table(record, VoteSelection(Body.GA, *years))
    return found if found.rollcalls else None


def _last(table: PositionTable) -> date:
    return max(one.date for one in table.rollcalls)


class _View:
    """The points of one fit, under the names that states had at the end of its votes."""

    def __init__(self, record: Record, table: PositionTable, found: Estimates) -> None:
        self.record, self.table, self.found, self.on = record, table, found, _last(table)

    def view(self, by: str, mode: str, informed: bool, state: StateHead | None) -> IdealPoints:
        votes = selected(self.record, self.table)
        upper, lower = (tuple(map(self.head, end)) for end in self.found.anchors)
        points = self.points(by, state)
        return IdealPoints(
            votes=votes,
            mode=mode,
            by=by,
            informed=informed,
            state=state,
            method=self.found.method,
            source=say.SOURCE,
            level=self.found.level,
            items=self.found.items,
            positions=self.found.cells,
            upper=upper,
            lower=lower,
            points=points,
            left_out=tuple(self.found.left_out.items()),
            sentences=tuple(say.of_points(votes, points, state, (upper, lower))),
            not_known=tuple(say.not_known(mode, informed, self.found.notes)),
            page=_votes_page(votes.body, {}),
        )

    def points(self, by: str, state: StateHead | None) -> tuple[PointOfState, ...]:
        chosen = [one for one in self.found.estimates if state is None or one.state == state.iso3]
        order = {period: at for at, period in enumerate(dict.fromkeys(one.period for one in self.found.estimates))}
        lines = sorted(chosen, key=lambda one: (order[one.period], -one.point, name_order(one.state)))
        return tuple(self.point(one, by) for one in lines)

    def point(self, one: Estimate, by: str) -> PointOfState:
        head = self.head(one.state)
        year = one.period if isinstance(one.period, int) else None
        session = str(one.period) if by == "session" and self.found.options.mode is not Mode.STATIC else None
        words = {"state": head.page.rpartition("/")[2], "year": year, "session": session}
        return PointOfState(
            state=head,
            period=str(one.period),
            year=year,
            session=session,
            point=one.point,
            low=one.low,
            high=one.high,
            across_low=one.across_low,
            across_high=one.across_high,
            change=one.change,
            n=one.n,
            page=_votes_page(self.table.selection.body, {name: word for name, word in words.items() if word}),
        )

    def head(self, state: str) -> StateHead:
        return state_head(self.record, self.record.gazetteer.state(state), self.on)


def _votes_page(body: Body, words: dict[str, Any]) -> str:
    return f"/votes?{urlencode({'body': body.value, **words})}"
