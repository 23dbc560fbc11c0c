"""Sentences on all pairs of some states: who agree most and least, with every n."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.publish.languages.words import gettext, say, say_n
from onrecord.publish.languages.writing import joined, number
from onrecord.publish.sentences import percent
from onrecord.publish.views.selected_votes import SelectedVotes
from onrecord.publish.views.shared import Sentence
from onrecord.vocabulary.rollcalls import Body

if TYPE_CHECKING:
    from onrecord.publish.views.agreement_matrix import Pair

_MOST_NAMED = 4
"""Where more pairs than these share an end, their number is said instead of their names."""


def of_matrix(votes: SelectedVotes, label: str, pairs: Sequence["Pair"], page: str) -> Iterator[Sentence]:
    """Yield which pairs agree most and least, and for how many a figure is given."""
    given = [one for one in pairs if one.agreement is not None]
    scope = say("{votes}; {method}; a pair’s n are the votes in which both took a position", votes=votes.words,
                method=gettext(label))  # fmt: skip
    if given:
        yield Sentence(_ends(votes, label, given), votes.n, scope, page)
    few = len(pairs) - len(given)
    if few:
        text = say_n(
            "Of {pairs} pairs one shares fewer than {minimum} votes in which both took a position; it has no figure.",
            "Of {pairs} pairs {few} share fewer than {minimum} votes in which both took a position; they have no"
            " figure.",
            few, pairs=number(len(pairs)), few=number(few), minimum=MINIMUM,
        )  # fmt: skip
        yield Sentence(text, len(pairs), gettext("pairs of states"), page)


def _ends(votes: SelectedVotes, label: str, given: Sequence["Pair"]) -> str:
    by = sorted(given, key=lambda one: -(one.agreement or 0.0))
    return say(
        "In {votes} (n = {n}), by {method} {most} agree most of {pairs} pairs of states, and {least} least.",
        votes=votes.words, n=number(votes.n), method=gettext(label), pairs=number(len(given)), most=_level(by),
        least=_level(by[::-1]),
    )  # fmt: skip


def _level(by: Sequence["Pair"]) -> str:
    """Return the pair at one end, and all that are level with it."""
    level = [one for one in by if one.agreement == by[0].agreement]
    share = percent(by[0].agreement or 0.0)
    if len(level) > _MOST_NAMED:
        return say("{n} pairs ({share} each)", n=number(len(level)), share=share)
    return joined(
        say("{one} with {other} ({share} of {n})", one=pair.one.running_name, other=pair.other.running_name,
            share=share, n=number(pair.n))
        for pair in level
    )  # fmt: skip


def not_known(body: Body) -> Iterator[str]:
    """Yield what the map leaves out or cannot say."""
    yield gettext("The same position is not the same reason, and on an amendment a yes may oppose the text it amends.")
    yield gettext(
        "Figures of pairs that share few votes move by several points with one vote more; the page of a state gives"
        " intervals."
    )
    yield gettext("The order puts states together that voted alike; which of two neighbours comes first means nothing.")
    if body is Body.GA:
        yield gettext("The Assembly’s absences are not in the record: a vote in which one of the two has no position is"
                      " left out.")  # fmt: skip
