"""A state's support over the years, and where it changed by more than its vote noise."""

from dataclasses import dataclass

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.measures.change_points import CALLED_AT, Change, ChangePoints, change_points, support_by_year
from onrecord.publish.views.selected_votes import SelectedVotes, VotesAsked, page_of_votes, selected, table_asked
from onrecord.publish.views.shared import Sentence, StateHead, state_head
from onrecord.publish.wording import shifts as say
from onrecord.record.store import Record


@dataclass(frozen=True, slots=True)
class ShiftsAsked:
    """Whose support, over which votes."""

    state: str
    votes: VotesAsked


@dataclass(frozen=True, slots=True)
class SupportInYears:
    """Support from ``first_year`` to ``last_year``: ``yes`` of ``n`` known positions; ``small`` with n under 20."""

    first_year: int
    last_year: int
    yes: int
    n: int
    share: float
    small: bool


@dataclass(frozen=True, slots=True)
class ShiftBetween:
    """A change between two years: ``p`` permutes votes, ``p_years`` whole years; ``called`` by the first."""

    last_before: int
    first_after: int
    ratio: float
    p: float
    p_years: float
    called: bool


@dataclass(frozen=True, slots=True)
class ShiftsOfState:
    """A state's support by year and in the stretches between changes that are called at ``called_at``.

    ``likeliest`` is the best single cut of all its years, called or not; None with fewer than two years. ``turned``
    votes are left out, as a yes there runs against the situation's usual texts.
    """

    state: StateHead
    votes: SelectedVotes
    page: str
    n: int
    years: tuple[SupportInYears, ...]
    stretches: tuple[SupportInYears, ...]
    changes: tuple[ShiftBetween, ...]
    likeliest: ShiftBetween | None
    draws: int
    called_at: float
    minimum: int
    turned: int
    sentences: tuple[Sentence, ...]
    not_known: tuple[str, ...]


def shifts_of_state(record: Record, asked: ShiftsAsked) -> ShiftsOfState:
    """Return where a state's support changed; NotInVocabulary for a state or votes that the record does not know."""
    table = table_asked(record, asked.votes)
    votes, on = selected(record, table), table.rollcalls[-1].date
    state = record.gazetteer.resolve(asked.state, on)
    years, turned = support_by_year(table, state.iso3)
    found = change_points(years)
    head, page = state_head(record, state, on), page_of_votes(votes, state.slug)
    return ShiftsOfState(
        state=head,
        votes=votes,
        page=page,
        n=found.n,
        years=tuple(SupportInYears(y.year, y.year, y.yes, y.n, y.yes / y.n, y.n < MINIMUM) for y in found.years),
        stretches=_stretches(found),
        changes=tuple(_between(one, called=True) for one in found.changes),
        likeliest=_between(found.likeliest, found.likeliest.p <= CALLED_AT) if found.likeliest else None,
        draws=found.draws,
        called_at=CALLED_AT,
        minimum=MINIMUM,
        turned=turned,
        sentences=tuple(say.of_state(head, page, votes.words, found)),
        not_known=tuple(say.not_known(found, turned)),
    )


def _stretches(found: ChangePoints) -> tuple[SupportInYears, ...]:
    return tuple(SupportInYears(s.first, s.last, s.yes, s.n, s.share, s.small) for s in found.stretches)


def _between(one: Change, called: bool) -> ShiftBetween:
    return ShiftBetween(one.last_before, one.first_after, one.ratio, one.p, one.p_years, called)
