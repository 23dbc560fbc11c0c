"""Sentences on ideal points: what was estimated, which end is which, and what the points cannot say."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.measures.ideal_points.options import Mode
from onrecord.publish.languages.words import english, gettext, say, say_n
from onrecord.publish.languages.writing import joined, number
from onrecord.publish.views.selected_votes import SelectedVotes
from onrecord.publish.views.shared import Sentence, StateHead

if TYPE_CHECKING:
    from onrecord.publish.views.ideal_points import IdealPoints, PointOfState

Ends = tuple[tuple[StateHead, ...], tuple[StateHead, ...]]
"""The states that say which end is the upper and which the lower."""

SOURCE = (
    "Bailey, Strezhnev and Voeten, “Estimating Dynamic State Preferences from United Nations Voting Data”, Journal of"
    " Conflict Resolution 61 (2017)"
)
"""Where the model comes from."""

_PAGE = "/guide/methods/ideal-points"


def of_points(
    votes: SelectedVotes, points: Sequence["PointOfState"], state: StateHead | None, ends: Ends
) -> Iterator[Sentence]:
    """Yield how many points there are and of what, and which end of the line is which."""
    n = sum(one.n for one in points)
    yield Sentence(_how_many(points, state), n, say("positions taken in {votes}", votes=votes.words), _PAGE)
    upper, lower = (joined(one.running_name for one in end) for end in ends)
    text = say("High points are on the side of {upper}, low ones on that of {lower}; neither is better.",
               upper=upper, lower=lower)  # fmt: skip
    yield Sentence(text, n, votes.words, _PAGE)


def _how_many(points: Sequence["PointOfState"], state: StateHead | None) -> str:
    if state is not None:
        return say_n("{name} has one point.", "{name} has {n} points.", len(points), name=state.name)
    states = len({one.state.iso3 for one in points})
    return say_n("There is one point.", "There are {number} points of {states} states.", len(points),
                 number=number(len(points)), states=states)  # fmt: skip


def not_known(mode: str, informed: bool, notes: Sequence[str]) -> Iterator[str]:
    """Yield what the points leave out or cannot say."""
    yield gettext(
        "Where the intervals of two states meet, no order is known. Where they do not, the order rests on the model:"
        " one line, and votes that differ only by where states stand on it."
    )
    if mode not in {Mode.STATIC, Mode.SESSION}:
        yield gettext(
            "The scale between periods is weakly identified: compare states within a period by low and high, a state"
            " with itself in another period by across_low and across_high, or by its change, only."
        )
    if mode == Mode.SESSION:
        yield gettext("Each period has a scale of its own: its points cannot be compared with those of another.")
    if informed:
        yield gettext(
            "Points of the Council are informed by what the same states voted in the General Assembly: they are not"
            " what the Council’s votes alone would say."
        )
    yield from map(english, notes)


def about_points(view: "IdealPoints") -> str:
    """Return what is listed: Ideal points, Human Rights Council, 2012 to 2014."""
    return say("Ideal points: {votes}", votes=view.votes.words)
