"""Most often outvoted: how often each state was on the side that had fewer votes."""

from dataclasses import dataclass
from datetime import date

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.measures.blocs.outvoted import Outvoted, outvoted
from onrecord.publish.views.selected_votes import (
    SelectedVotes,
    VotesAsked,
    page_of_votes,
    page_over,
    selected,
    table_asked,
)
from onrecord.publish.views.shared import Sentence, StateHead, state_head
from onrecord.publish.wording import outvoted as say
from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class OutvotedState:
    """A state: on ``n`` roll calls it took a position, on ``outvoted`` its side had fewer votes.

    On ``took_sides`` it voted yes or no, on ``alone`` of the outvoted nobody else was on its side. ``share`` is of n,
    with its interval; both are None with n under the minimum. ``page`` lists its positions.
    """

    state: StateHead
    n: int
    took_sides: int
    outvoted: int
    alone: int
    absent: int
    unknown: int
    share: float | None
    low: float | None
    high: float | None
    page: str


@dataclass(frozen=True, slots=True)
class OutvotedStates:
    """Every state that could take part, the largest share first; those with n under the ``minimum`` after them.

    Left out are ``ties``, with as many in favour as against, and ``unsure`` votes, in which positions that are not in
    the record could turn the sides.
    """

    votes: SelectedVotes
    page: str
    ties: int
    unsure: int
    minimum: int
    level: float
    sentences: tuple[Sentence, ...]
    states: tuple[OutvotedState, ...]
    not_known: tuple[str, ...]


def outvoted_states(record: Record, asked: VotesAsked) -> OutvotedStates:
    """Return how often each state was outvoted; NotInVocabulary for votes that the record does not know."""
    table = table_asked(record, asked)
    votes, on = selected(record, table), table.rollcalls[-1].date
    found = outvoted(table)
    page = page_over("/outvoted", votes)
    lines = tuple(_state(record, votes, one, on) for one in (*found.states, *found.few))
    return OutvotedStates(
        votes=votes,
        page=page,
        ties=found.ties,
        unsure=found.unsure,
        minimum=MINIMUM,
        level=0.95,
        sentences=tuple(say.of_states(votes, page, lines)),
        states=lines,
        not_known=tuple(say.not_known(found.ties, found.unsure)),
    )


def _state(record: Record, votes: SelectedVotes, one: Outvoted, on: date) -> OutvotedState:
    state = record.gazetteer.state(one.state)
    given = one.interval if one.n >= MINIMUM else None
    return OutvotedState(
        state=state_head(record, state, on),
        n=one.n,
        took_sides=one.took_sides,
        outvoted=one.outvoted,
        alone=one.alone,
        absent=one.absent,
        unknown=one.unknown,
        share=one.share if given else None,
        low=given.low if given else None,
        high=given.high if given else None,
        page=page_of_votes(votes, state.slug),
    )
