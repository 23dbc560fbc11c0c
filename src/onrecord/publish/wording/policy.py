"""Sentences on agreement with a stated policy: how many texts, who stands where, and how far two scores part."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.measures.stated_policy import SCORINGS, Band
from onrecord.publish.languages.quantities import decimal
from onrecord.publish.languages.words import gettext, say, say_n
from onrecord.publish.languages.writing import joined
from onrecord.publish.views.shared import Sentence

if TYPE_CHECKING:
    from onrecord.publish.views.policy import PolicyOfState

MOVERS = 5
"""So many states are named whose rank differs most between the two scores."""

_PAGE = "/guide/methods/stated-policy"


def of_policy(
    file: str, texts: int, states: Sequence["PolicyOfState"], ranked: int, tau: float | None
) -> Iterator[Sentence]:
    """Yield what the policy is, how many states stand in each band, and who moves between the two scores."""
    yield Sentence(_policy(file, texts), texts, say("texts of the policy"), _PAGE)
    for at in range(len(SCORINGS)):
        yield _bands(states, at)
    if tau is not None:
        yield Sentence(_moved(states, ranked, tau), ranked, say("states with both scores"), _PAGE)


def _policy(file: str, texts: int) -> str:
    text = say_n(
        "The policy of {file} has {n} text put to a recorded vote.",
        "The policy of {file} has {n} texts put to a recorded vote.",
        texts, file=file,
    )  # fmt: skip
    if texts >= MINIMUM:
        return text
    few = say("Under {minimum} texts, a single one moves a score far: read the positions beside it.", minimum=MINIMUM)
    return f"{text} {few}"


def _bands(states: Sequence["PolicyOfState"], at: int) -> Sentence:
    numbers = {one: sum(state.scores[at].band is one for state in states) for one in Band}
    parts = joined(f"{gettext(one.value)}: {number}" for one, number in numbers.items() if number)
    text = say("By {method}, of {n} states that could vote on a text of it, {parts}.",
               method=gettext(SCORINGS[at].label), n=len(states), parts=parts)  # fmt: skip
    return Sentence(text, len(states), say("states that could vote on a text of the policy"), _PAGE)


def _moved(states: Sequence["PolicyOfState"], ranked: int, tau: float) -> str:
    both = [(one, one.scores[0].rank, one.scores[1].rank) for one in states]
    moves = [(one, a, b) for one, a, b in both if a is not None and b is not None and a != b]
    moves.sort(key=lambda move: -abs(move[1] - move[2]))
    text = say("Over {n} states with both scores the two rankings have a Kendall tau-b of {tau}.",
               n=ranked, tau=decimal(tau))  # fmt: skip
    if not moves:
        return f"{text} {say('No rank differs.')}"
    named = joined(
        say("{name} ({first} and {second})", name=one.state.running_name, first=a, second=b)
        for one, a, b in moves[:MOVERS]
    )
    return f"{text} {say('Ranks differ most for {named}.', named=named)}"


def not_known(assembly: bool) -> Iterator[str]:
    """Yield what the scores leave out or cannot say."""
    yield gettext(
        "The policy is its author's: which texts are in it, and which side is the policy's, decides the score."
    )
    yield gettext("A state is scored on the texts it could vote on; states that sat in different years face others.")
    if assembly:
        yield gettext("The Assembly's absences are not in the record: a text without a position is left out.")
