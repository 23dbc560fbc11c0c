"""Sentences on selectivity: two shares of support, their difference, and whether it is more than chance would make."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.measures.proportions import Interval
from onrecord.publish.languages.words import gettext, say, say_n
from onrecord.publish.languages.writing import number
from onrecord.publish.sentences import whole
from onrecord.publish.views.shared import Sentence, StateHead
from onrecord.publish.wording.noise import difference

if TYPE_CHECKING:
    from onrecord.publish.views.selected_votes import SelectedVotes
    from onrecord.publish.views.selectivity import Side


def others(votes: "SelectedVotes", against: str | None) -> "SelectedVotes":
    """Return the second selection, said to be the others where no name narrows it."""
    return votes if against else replace(votes, words=say("the other {words}", words=votes.words))


def of_state(
    head: StateHead, page: str, first: "Side", second: "Side", interval: Interval | None
) -> Iterator[Sentence]:
    """Yield both shares with their n, and the difference with its interval."""
    shares = say(
        "{name} voted in favour of {yes} of {n} ({words}) and of {rest_yes} of {rest_n} ({rest}).",
        name=_name(head), yes=number(first.yes), n=number(first.n), words=first.votes.words,
        rest_yes=number(second.yes), rest_n=number(second.n), rest=second.votes.words,
    )  # fmt: skip
    n, scope = first.n + second.n, f"{first.votes.words}; {second.votes.words}"
    if interval is None or first.share is None or second.share is None:
        yield Sentence(f"{shares} {gettext('A difference cannot be said of one side alone.')}", n, scope, page)
        return
    points = say("The difference is {points} points.", points=whole(100 * (first.share - second.share)))
    noise = difference(whole(100 * interval.low), whole(100 * interval.high))
    yield Sentence(f"{shares} {points} {noise}", n, scope, page)


def _name(head: StateHead) -> str:
    return head.running_name[:1].upper() + head.running_name[1:]


def not_known(small: bool, minimum: int, left: tuple[int, int]) -> Iterator[str]:
    """Yield what is left out, and what the interval takes for granted."""
    both, turned = left
    if small:
        yield say("One side has fewer than {minimum} votes: read the interval, not the share.", minimum=minimum)
    if both:
        yield say_n(
            "One vote is in both selections and counts in the first.",
            "{n} votes are in both selections and count in the first.",
            both,
        )
    if turned:
        yield say_n(
            "One vote is left out: a yes there runs against the situation's usual texts.",
            "{n} votes are left out: a yes there runs against the situation's usual texts.",
            turned,
        )
    yield gettext(
        "The interval takes each vote as a draw of its own; texts tabled again each year are alike, so that it is"
        " rather too narrow. Why a state votes otherwise on one side, the votes do not say."
    )
