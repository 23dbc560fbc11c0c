"""Sentences on a state's path: whether its years can be told apart, never more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.measures.ideal_points.estimates import Change
from onrecord.measures.ideal_points.overlap import Course
from onrecord.publish.languages.quantities import decimal, percent
from onrecord.publish.languages.words import gettext, say, say_n
from onrecord.publish.languages.writing import joined, number
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.publish.wording.selected_votes import BODIES
from onrecord.vocabulary.rollcalls import Body

if TYPE_CHECKING:
    from onrecord.publish.views.state_path import YearPoint

Ends = tuple[tuple[StateHead, ...], tuple[StateHead, ...]]
"""The states that say which end is the upper and which the lower."""


_SIDE_NAMED = 3
"""So many of the states that say which end is which are named in a sentence."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose path a sentence is about, in which body, the page of its evidence and the share its intervals hold."""

    head: StateHead
    body: Body
    page: str
    level: float


def of_path(asked: Asked, points: Sequence["YearPoint"], found: Course, ends: Ends) -> Sentence:
    """Return how far a state's last year lies from its first, and how many of its years are apart."""
    n, body = sum(one.n for one in points), gettext(BODIES[asked.body])
    scope = say("positions taken in recorded votes of the {body}", body=body)
    if not points:
        text = say("{name} has no point in the {body}: it took too few positions there, or none.",
                   name=asked.head.name, body=body)  # fmt: skip
    elif (change := points[-1].change) is None:
        text = say("In the {body} {name} has a point in one year, {year}: there is no path.", body=body,
                   name=asked.head.running_name, year=points[0].year)  # fmt: skip
    else:
        text = f"{_from_first_to_last(asked, points, change, ends)} {_apart(found)}"
    return Sentence(text, n, scope, asked.page)


def _from_first_to_last(asked: Asked, points: Sequence["YearPoint"], change: Change, ends: Ends) -> str:
    given = {
        "body": gettext(BODIES[asked.body]), "name": asked.head.running_name, "first": points[0].year,
        "last": points[-1].year, "change": decimal(change.by), "low": decimal(change.low), "high": decimal(change.high),
        "level": percent(asked.level),
    }  # fmt: skip
    if change.low <= 0.0 <= change.high:
        return say(
            "In the {body} the change of {name} from {first} to {last} is {change} standard deviations of all points"
            " (interval of {level}: {low} to {high}, the scale’s included): to which side it moved cannot be said.",
            **given,
        )
    others = [one.running_name for one in ends[0 if change.low > 0.0 else 1] if one.iso3 != asked.head.iso3]
    side = joined(others[:_SIDE_NAMED])
    return say(
        "In the {body} {name} stands farther on the side of {side} in {last} than in {first}: a change of {change}"
        " standard deviations of all points (interval of {level}: {low} to {high}, the scale’s included).",
        side=side, **given,
    )  # fmt: skip


def _apart(found: Course) -> str:
    if not found.apart:
        return gettext("No two of its years have intervals that are apart.")
    return say_n(
        "Of the {pairs} pairs of its years one has intervals that are apart.",
        "Of the {pairs} pairs of its years {number} have intervals that are apart.",
        found.apart, pairs=number(found.pairs), number=number(found.apart),
    )  # fmt: skip


def not_known(body: Body) -> Iterator[str]:
    """Yield what a path leaves out or cannot say."""
    yield gettext(
        "The scale between years is weakly identified: what is voted on changes, and the model tells a state that moves"
        " from a line that stretches only by the states and the texts that stay. The interval across years includes"
        " this, the one within the year does not."
    )
    yield gettext("The Council’s scale and the Assembly’s are two: a number on one means nothing on the other.")
    yield gettext("A year in which the state took too few positions has no point; none is drawn in its place.")
    if body is Body.GA:
        yield gettext("The Assembly’s recorded votes are in the record to January 2020; its absences are not in it.")
