"""A state's path: its ideal points over the years, in the Council while it had a seat, or in the Assembly."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from onrecord.measures.ideal_points.estimates import Asked, Change, Estimate, Estimates
from onrecord.measures.ideal_points.options import Mode
from onrecord.measures.ideal_points.overlap import Course, course
from onrecord.publish.views.ideal_points import estimated
from onrecord.publish.views.selected_votes import SelectedVotes, VotesAsked, selected, table_asked
from onrecord.publish.views.shared import Sentence, StateHead, state_head
from onrecord.publish.wording import state_path as say
from onrecord.record.position_table import PositionTable
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotEstimable, NotInVocabulary
from onrecord.vocabulary.rollcalls import Body

LEVEL = 0.9
"""The intervals hold this share of what the model leaves open."""


@dataclass(frozen=True, slots=True)
class YearPoint:
    """A state's point in a year: ``low`` and ``high`` bound it beside the others of the year, ``across_low`` and
    ``across_high`` beside its own other years. ``change`` is how far it lies from the first year's point; None in
    the first year. ``stretch`` counts the runs of years that follow each other.
    """

    year: int
    stretch: int
    point: float
    low: float
    high: float
    across_low: float
    across_high: float
    change: Change | None
    n: int
    page: str


@dataclass(frozen=True, slots=True)
class StatePath:
    """A state's points in one body by year; years without a position have none, and ``course`` is what they permit.

    ``upper`` and ``lower`` are the states that say which end is which; ``n`` positions place the points.
    """

    state: StateHead
    body: Body
    page: str
    about: str
    votes: SelectedVotes
    method: str
    level: float
    upper: tuple[StateHead, ...]
    lower: tuple[StateHead, ...]
    points: tuple[YearPoint, ...]
    n: int
    course: Course
    left_out: tuple[tuple[str, int], ...]
    sentences: tuple[Sentence, ...]
    not_known: tuple[str, ...]


def state_path(record: Record, asked: str, body: str = Body.HRC.value) -> StatePath:
    """Return a state's path in a body; NotInVocabulary for a state or a body that the record does not know."""
    if body not in set(Body):
        raise NotInVocabulary("body", body, f"one of {', '.join(Body)}", tuple(Body))
    head = state_head(record, record.gazetteer.resolve(asked))
    return _path(record, head, Body(body))


def paths_made(record: Record) -> None:
    """Make the points of all states' paths, so that nobody has to wait for them: those of the Assembly take a while."""
    for body in Body:
        with suppress(NotEstimable):
            _fitted(record, body)


@lru_cache(maxsize=4)
def _fitted(record: Record, body: Body) -> tuple[PositionTable, Estimates]:
    """Return the positions of a body and the points of all states over all years: fitted once in a process."""
    table = table_asked(record, VotesAsked(body=body.value))
    return table, estimated(table, Asked(mode=Mode.DYNAMIC, level=LEVEL, period="year"))


def _path(record: Record, head: StateHead, body: Body) -> StatePath:
    table, found = _fitted(record, body)
    slug = head.page.rpartition("/")[2]
    points = _by_year([one for one in found.estimates if one.state == head.iso3], body, slug)
    page = f"/path/{slug}{'' if body is Body.HRC else f'?body={body.value}'}"
    permitted = course([(one.across_low, one.across_high) for one in points])
    upper, lower = (tuple(_head(record, state) for state in ends) for ends in found.anchors)
    return StatePath(
        state=head,
        body=body,
        page=page,
        about=slug if body is Body.HRC else f"{slug},{body.value}",
        votes=selected(record, table),
        method=found.method,
        level=found.level,
        upper=upper,
        lower=lower,
        points=points,
        n=sum(one.n for one in points),
        course=permitted,
        left_out=tuple(found.left_out.items()),
        sentences=(say.of_path(say.Asked(head, body, page, found.level), points, permitted, (upper, lower)),),
        not_known=tuple(say.not_known(body)),
    )


def _head(record: Record, state: str) -> StateHead:
    return state_head(record, record.gazetteer.state(state))


def _by_year(estimates: Sequence[Estimate], body: Body, slug: str) -> tuple[YearPoint, ...]:
    found: list[YearPoint] = []
    for one in sorted(estimates, key=lambda estimate: int(estimate.period)):
        year = int(one.period)
        follows = bool(found) and found[-1].year == year - 1
        stretch = (found[-1].stretch + (not follows)) if found else 1
        bounds = one.point, one.low, one.high, one.across_low, one.across_high
        page = f"/votes?{urlencode({'body': body.value, 'state': slug, 'year': year})}"
        found.append(YearPoint(year, stretch, *bounds, one.change, one.n, page))
    return tuple(found)
