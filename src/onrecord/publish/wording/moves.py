"""Sentences on who moved, and when: only what a test that counts all tests calls, else that nothing is called."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.publish.languages.words import gettext, say, say_n
from onrecord.publish.languages.writing import number, or_none
from onrecord.publish.sentences import percent
from onrecord.publish.views.shared import Sentence, StateHead

if TYPE_CHECKING:
    from onrecord.publish.views.moves import MoveOfState
    from onrecord.publish.views.selected_votes import SelectedVotes

NAMED = 10
"""So many moves are told one by one."""


def of_moves(
    votes: "SelectedVotes", page: str, reference: StateHead | None, lines: Sequence["MoveOfState"], pairs: int
) -> Iterator[Sentence]:
    """Yield how many moves are called among how many tests, then the least likely to be chance."""
    called = [one for one in lines if one.called]
    whom = reference.running_name if reference else gettext("the other states")
    text = say(
        "Of {tests} changes of states' agreement with {whom} from one year to the next, over {pairs} pairs of years,"
        " {called} can be told from chance once all of them are counted ({words}).",
        tests=number(len(lines)), whom=whom, pairs=pairs, called=or_none(len(called)), words=votes.words,
    )  # fmt: skip
    yield Sentence(text, len(lines), votes.words, page)
    for one in called[:NAMED]:
        yield Sentence(_one(one, whom), one.n_before + one.n_after, votes.words, one.page)


def _one(line: "MoveOfState", whom: str) -> str:
    return say(
        "From {before} to {after} the agreement of {name} with {whom} went from {share_before} (n = {n_before}) to"
        " {share_after} (n = {n_after}); beside the change of all states, by {points} points.",
        before=line.year_before, after=line.year_after, name=line.state.running_name, whom=whom,
        share_before=percent(line.agreement_before), n_before=number(line.n_before),
        share_after=percent(line.agreement_after), n_after=number(line.n_after),
        points=f"{100 * line.change:+.0f}",
    )  # fmt: skip


def not_known(too_few: int, minimum: int) -> Iterator[str]:
    """Yield what the tests leave out."""
    if too_few:
        yield say_n(
            "One change is not tested: in one of the years there were fewer than {minimum} roll calls.",
            "{number} changes are not tested: in one of the years there were fewer than {minimum} roll calls.",
            too_few, number=number(too_few), minimum=minimum,
        )  # fmt: skip
    yield gettext(
        "A change that is not called may still be one: with few votes a year only large changes can be told from"
        " chance. One that is called may be a fault of the list of votes: look at the votes before you print it."
    )
    yield gettext(
        "Agreement is three-point agreement. A state is compared with those that could vote in both years; what was put"
        " to the vote is not the same in both, and only what it changed for all states is taken off."
    )
