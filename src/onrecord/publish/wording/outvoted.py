"""Sentences on who was most often outvoted."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.publish.languages.words import gettext, say, say_n
from onrecord.publish.languages.writing import joined, number
from onrecord.publish.sentences import percent
from onrecord.publish.views.shared import Sentence

if TYPE_CHECKING:
    from onrecord.publish.views.outvoted import OutvotedState
    from onrecord.publish.views.selected_votes import SelectedVotes

NAMED = 5
"""So many states are named."""


def of_states(votes: "SelectedVotes", page: str, states: Sequence["OutvotedState"]) -> Iterator[Sentence]:
    """Yield who was most often on the side with fewer votes, with n and interval."""
    given = [one for one in states if one.share is not None]
    few = len(states) - len(given)
    if given:
        text = say(
            "Over {n} {words}, most often on the side with fewer votes: {states}.",
            n=number(votes.n), words=votes.words, states=joined(map(_one, given[:NAMED])),
        )  # fmt: skip
        yield Sentence(text, votes.n, votes.words, page)
    if few:
        text = say_n(
            "For one state no share is given: it took a position on too few roll calls.",
            "For {n} states no share is given: they took a position on too few roll calls.",
            few,
        )
        yield Sentence(text, few, votes.words, page)


def _one(line: "OutvotedState") -> str:
    return say(
        "{name} ({share} of {n}; {low} to {high})",
        name=line.state.running_name, share=percent(line.share or 0.0), n=number(line.n),
        low=percent(line.low or 0.0), high=percent(line.high or 0.0),
    )  # fmt: skip


def not_known(ties: int, unsure: int) -> Iterator[str]:
    """Yield what the shares leave out."""
    if ties:
        yield say_n(
            "One vote with as many in favour as against is left out.",
            "{n} votes with as many in favour as against are left out.",
            ties,
        )
    if unsure:
        yield say_n(
            "One vote is left out: positions that are not in the record could turn the sides.",
            "{n} votes are left out: positions that are not in the record could turn the sides.",
            unsure,
        )
    yield gettext(
        "Who abstains is on neither side. On an amendment the side that loses may be the one that keeps the text. Texts"
        " adopted without a vote outvote nobody and are not in it."
    )
    yield gettext(
        "Intervals take each roll call as a draw of its own; roll calls on one text are alike, so that they are rather"
        " too narrow."
    )
