"""Who moved, and when: states whose agreement with a reference changed from one year to the next."""

from dataclasses import dataclass
from datetime import date

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.measures.blocs.moves import CALLED_AT, Move, Moves, moves
from onrecord.publish.views.selected_votes import (
    SelectedVotes,
    VotesAsked,
    page_of_votes,
    page_over,
    selected,
    table_asked,
)
from onrecord.publish.views.shared import Sentence, StateHead, state_head
from onrecord.publish.wording import moves as say
from onrecord.record.query_selections import voted_on_one_text
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


@dataclass(frozen=True, slots=True)
class MovesAsked:
    """Over which votes, and towards or away from which state; None for the body as a whole."""

    votes: VotesAsked
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class MoveOfState:
    """A state from one year to the next: its agreement with the reference, n of each year, and its ``change``.

    ``change`` is beside the other states: what the agenda changed for all is taken off. ``p`` is of this test alone,
    ``adjusted`` for all tests; ``called`` where the adjusted one is small enough to say that it moved.
    """

    state: StateHead
    year_before: int
    year_after: int
    n_before: int
    n_after: int
    agreement_before: float
    agreement_after: float
    change: float
    p: float
    adjusted: float
    called: bool
    page: str


@dataclass(frozen=True, slots=True)
class MovesOfStates:
    """Every state and pair of years that could be tested, the least likely to be chance first.

    ``tested`` tests over ``pairs`` of years, each of ``draws`` permutations; ``too_few`` had fewer than ``minimum``
    roll calls in one of the years. Moves are called where the adjusted p-value is at most ``called_at``.
    """

    votes: SelectedVotes
    page: str
    reference: StateHead | None
    tested: int
    pairs: int
    draws: int
    too_few: int
    minimum: int
    called_at: float
    sentences: tuple[Sentence, ...]
    moves: tuple[MoveOfState, ...]
    not_known: tuple[str, ...]


def moves_of_states(record: Record, asked: MovesAsked) -> MovesOfStates:
    """Return who moved; NotInVocabulary for votes or a state not known, and for a state without a part in the votes."""
    table = table_asked(record, asked.votes)
    votes, on = selected(record, table), table.rollcalls[-1].date
    state = record.gazetteer.resolve(asked.reference, on) if asked.reference else None
    if state and table.row(state.iso3) is None:
        raise NotInVocabulary("state", state.slug, f"one that could take part in {votes.words}")
    found = moves(table, voted_on_one_text(record, table), state.iso3 if state else None)
    head = state_head(record, state, on) if state else None
    lines = tuple(_line(record, votes, one) for one in found.tests)
    return _view(votes, head, found, lines)


def _view(
    votes: SelectedVotes, reference: StateHead | None, found: Moves, lines: tuple[MoveOfState, ...]
) -> MovesOfStates:
    page = page_over("/moves", votes, reference=reference.page.rpartition("/")[2] if reference else None)
    return MovesOfStates(
        votes=votes,
        page=page,
        reference=reference,
        tested=len(found.tests),
        pairs=found.pairs,
        draws=found.draws,
        too_few=found.too_few,
        minimum=MINIMUM,
        called_at=CALLED_AT,
        sentences=tuple(say.of_moves(votes, page, reference, lines, found.pairs)),
        moves=lines,
        not_known=tuple(say.not_known(found.too_few, MINIMUM)),
    )


def _line(record: Record, votes: SelectedVotes, one: Move) -> MoveOfState:
    state = record.gazetteer.state(one.state)
    return MoveOfState(
        state=state_head(record, state, date(one.after, 12, 31)),
        year_before=one.before,
        year_after=one.after,
        n_before=one.n_before,
        n_after=one.n_after,
        agreement_before=one.agreement_before,
        agreement_after=one.agreement_after,
        change=one.change,
        p=one.p,
        adjusted=one.adjusted,
        called=one.called,
        page=page_of_votes(votes, state.slug),
    )
