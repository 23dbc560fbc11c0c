"""A state's support in one selection of votes beside that in the others, with the interval of the difference."""

from dataclasses import dataclass, replace

import numpy as np

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.measures.selectivity import Selectivity, counted_in
from onrecord.measures.support import Counted
from onrecord.publish.views.selected_votes import (
    SelectedVotes,
    VotesAsked,
    page_of_votes,
    selected,
    table_asked,
)
from onrecord.publish.views.shared import Sentence, StateHead, state_head
from onrecord.publish.wording import selectivity as say
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


@dataclass(frozen=True, slots=True)
class SelectivityAsked:
    """Whose support, over which votes, beside which: those of ``against``, or all others of body, years and kinds."""

    state: str
    votes: VotesAsked
    against: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """Support on one side: ``yes`` of ``n`` known positions; ``unknown`` positions are not in the record."""

    votes: SelectedVotes
    n: int
    yes: int
    no: int
    abstain: int
    absent: int
    unknown: int
    doubtful: int
    share: float | None


@dataclass(frozen=True, slots=True)
class SelectivityOfState:
    """Support in the ``first`` selection less that in the ``second``, with its interval at ``level``.

    ``beyond_noise`` says that the interval leaves out nought, ``small`` that a side has fewer than ``minimum`` votes.
    ``both`` votes are in both selections and count in the first; ``turned`` are left out, as a yes there runs against
    the situation's usual texts.
    """

    state: StateHead
    page: str
    first: Side
    second: Side
    difference: float | None
    low: float | None
    high: float | None
    level: float
    beyond_noise: bool | None
    small: bool
    minimum: int
    both: int
    turned: int
    sentences: tuple[Sentence, ...]
    not_known: tuple[str, ...]


def selectivity_of_state(record: Record, asked: SelectivityAsked) -> SelectivityOfState:
    """Return a state's selectivity; NotInVocabulary for a state or votes not known, or where nothing narrows them."""
    asked_for = asked.votes
    if not (asked_for.items or asked_for.situations or asked_for.named):
        wanted = "an agenda item, a situation or a named selection to put beside the others"
        raise NotInVocabulary("selection of votes", "none", wanted)
    one = table_asked(record, asked_for)
    rest = table_asked(record, replace(asked_for, items=(), situations=(), named=asked.against))
    votes, on = selected(record, one), one.rollcalls[-1].date
    state = record.gazetteer.resolve(asked.state, on)
    mine = {call.rollcall_id for call in one.rollcalls}
    shared = np.array([call.rollcall_id in mine for call in rest.rollcalls], dtype=np.bool_)
    straight = [np.array([not call.runs_against for call in table.rollcalls]) for table in (one, rest)]
    sides = (
        counted_in(one, state.iso3, straight[0]),
        counted_in(rest, state.iso3, straight[1] & ~shared),
    )
    turned = int((~straight[0]).sum()) + int((~straight[1] & ~shared).sum())
    head = state_head(record, state, on)
    both = int(shared.sum()) if asked.against else 0
    heads = (votes, say.others(selected(record, rest), asked.against))
    return _view(head, page_of_votes(votes, state.slug), heads, sides, (both, turned))


def _view(
    head: StateHead,
    page: str,
    votes: tuple[SelectedVotes, SelectedVotes],
    sides: tuple[Counted, Counted],
    left: tuple[int, int],
) -> SelectivityOfState:
    found = Selectivity(*sides)
    interval = found.interval
    first, second = (_side(one, counted) for one, counted in zip(votes, sides, strict=True))
    return SelectivityOfState(
        state=head,
        page=page,
        first=first,
        second=second,
        difference=found.difference,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        level=found.level,
        beyond_noise=found.beyond_noise,
        small=found.small,
        minimum=MINIMUM,
        both=left[0],
        turned=left[1],
        sentences=tuple(say.of_state(head, page, first, second, interval)),
        not_known=tuple(say.not_known(found.small, MINIMUM, left)),
    )


def _side(votes: SelectedVotes, one: Counted) -> Side:
    return Side(votes, one.n, one.yes, one.no, one.abstain, one.absent, one.unknown, one.doubtful, one.share_yes)
