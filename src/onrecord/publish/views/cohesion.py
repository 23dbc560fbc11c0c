"""How far the members of a group vote alike: three indices over a selection of votes, and in each roll call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.measures.blocs.defection import membership_mask
from onrecord.measures.cohesion import INDICES, Cohesion, GroupCounts, by_roll_call, cohesion, group_counts
from onrecord.measures.resampling import Bootstrap, Drawn, enough, units_of
from onrecord.publish.views.named_methods import MethodLine, index_line, known
from onrecord.publish.views.selected_votes import (
    SelectedVotes,
    VotesAsked,
    page_of_votes,
    page_over,
    selected,
    table_asked,
)
from onrecord.publish.views.shared import Sentence, StateHead, state_head
from onrecord.publish.wording import cohesion as say
from onrecord.record.position_table import PositionTable, RollCall
from onrecord.record.query_groups import Group, group, members
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


@dataclass(frozen=True, slots=True)
class CohesionAsked:
    """Which group, by its code or name, or which states; over which votes; what is drawn again for the intervals."""

    group: tuple[str, ...]
    votes: VotesAsked
    drawn: str | None = None


@dataclass(frozen=True, slots=True)
class IndexFigure:
    """An index averaged over ``n`` roll calls with two members or more to count; None under the minimum.

    ``low`` and ``high`` are the ends of its bootstrap interval. On the average ``members`` were counted; in ``split``
    of the n they were not all on one side.
    """

    method: MethodLine
    value: float | None
    low: float | None
    high: float | None
    n: int
    members: float | None
    split: int


@dataclass(frozen=True, slots=True)
class CohesionInVote:
    """The group in one roll call: ``members`` could vote; an index is None where fewer than two count for it."""

    rollcall_id: str
    symbol: str | None
    title: str
    date: date
    session: str
    kind: str
    agenda_item: str | None
    members: int
    yes: int
    abstain: int
    no: int
    absent: int
    unknown: int
    doubtful: int
    agreement_index: float | None
    rice: float | None
    attina: float | None
    page: str


@dataclass(frozen=True, slots=True)
class CohesionOfGroup:
    """A group's cohesion over some votes.

    ``code`` and ``covers_from`` are a group's of the record, None for states asked for by name; ``not_covered`` roll
    calls are from days for which the group's members are not in the record, and count nowhere. ``could`` had a member
    able to vote. ``states`` are all that were members in one of them. ``drawn``, ``units``, ``draws`` and ``level`` say
    how the intervals were made.
    """

    votes: SelectedVotes
    page: str
    code: str | None
    name: str
    covers_from: date | None
    not_covered: int
    could: int
    minimum: int
    drawn: str
    units: int
    draws: int
    level: float
    sentences: tuple[Sentence, ...]
    indices: tuple[IndexFigure, ...]
    states: tuple[StateHead, ...]
    rollcalls: tuple[CohesionInVote, ...]
    not_known: tuple[str, ...]


def cohesion_of_group(record: Record, asked: CohesionAsked) -> CohesionOfGroup:
    """Return a group's cohesion; NotInVocabulary for a group, a state or votes that the record does not know."""
    table = table_asked(record, asked.votes)
    return _Cohesion(record, table, asked).view()


class _Cohesion:
    """A group in the votes of a table."""

    def __init__(self, record: Record, table: PositionTable, asked: CohesionAsked) -> None:
        self.record, self.table = record, table
        self.last = table.rollcalls[-1].date
        self.group = _group(record, asked.group)
        self.named = () if self.group else _states(record, asked.group, self.last)
        self.mask = membership_mask(table, {at: self.members_on(one) for at, one in enumerate(table.rollcalls)})
        self.counts = group_counts(table, self.mask)
        self.open_to = self.mask.any(axis=0)
        self.bootstrap = self.drawn_by(asked.drawn)

    def members_on(self, call: RollCall) -> frozenset[str]:
        """Return who was a member on the day of a roll call."""
        return members(self.record, self.group.code, call.date) if self.group else frozenset(self.named)

    def drawn_by(self, asked: str | None) -> Bootstrap:
        """Return how intervals are made: as asked, or by sessions where there are enough."""
        if asked is not None and asked not in set(Drawn):
            raise NotInVocabulary("what is drawn", asked, f"one of {', '.join(Drawn)}", tuple(Drawn))
        sessions = len(np.unique(units_of(self.table, Drawn.SESSIONS)[self.open_to]))
        usual = Drawn.SESSIONS if enough(sessions, Drawn.SESSIONS) else Drawn.ROLL_CALLS
        return Bootstrap(Drawn(asked) if asked else usual)

    def view(self) -> CohesionOfGroup:
        """Return the group's cohesion."""
        votes = selected(self.record, self.table)
        found = [cohesion(self.table, self.mask, one, self.bootstrap) for one in INDICES]
        figures = tuple(_figure(line, one) for line, one in zip(map(index_line, INDICES), found, strict=True))
        name, page = self.name(), self.page(votes)
        said = say.Asked(name, votes, page, int(self.open_to.sum()), self.bootstrap)
        not_covered = self.not_covered()
        return CohesionOfGroup(
            votes=votes,
            page=page,
            code=self.group.code if self.group else None,
            name=name,
            covers_from=self.group.covers_from if self.group else None,
            not_covered=not_covered,
            could=int(self.open_to.sum()),
            minimum=MINIMUM,
            drawn=self.bootstrap.drawn.value,
            units=found[0].units,
            draws=self.bootstrap.draws,
            level=self.bootstrap.level,
            sentences=tuple(say.of_group(said, figures)),
            indices=figures,
            states=self.states(),
            rollcalls=tuple(self.votes()),
            not_known=tuple(say.not_known(votes.body, not_covered)),
        )

    def name(self) -> str:
        """Return what the group is called."""
        return self.group.name if self.group else say.states([one.running_name for one in self.states()])

    def page(self, votes: SelectedVotes) -> str:
        """Return the page of a group of the record, or of the votes where states were named."""
        return page_over(f"/groups/{self.group.code}", votes) if self.group else page_of_votes(votes)

    def not_covered(self) -> int:
        """Return how many roll calls are from days for which the members are not in the record."""
        since = self.group.covers_from if self.group else None
        return sum(call.date < since for call in self.table.rollcalls) if since else 0

    def states(self) -> tuple[StateHead, ...]:
        """Return every state that was a member in one of the roll calls, or that was asked for."""
        inside = {self.table.states[at] for at in np.flatnonzero(self.mask.any(axis=1))} | set(self.named)
        return tuple(state_head(self.record, self.record.gazetteer.state(one), self.last) for one in sorted(inside))

    def votes(self) -> list[CohesionInVote]:
        """Return the group in every roll call in which a member could vote, the latest first."""
        values = [by_roll_call(one, self.counts.counts) for one in INDICES]
        return [
            _in_vote(self.table.rollcalls[at], self.counts, values, at) for at in np.flatnonzero(self.open_to)[::-1]
        ]


def _group(record: Record, asked: Sequence[str]) -> Group | None:
    """Return the one group asked for; None where the words are states."""
    if len(asked) != 1:
        return None
    return group(record, asked[0])


def _states(record: Record, asked: Sequence[str], on: date) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(record.gazetteer.resolve(one, on).iso3 for one in asked))
    if len(found) < 2:
        raise NotInVocabulary("group", ", ".join(asked), "the code of a group, or two states or more")
    return found


def _figure(method: MethodLine, found: Cohesion) -> IndexFigure:
    return IndexFigure(method, found.value, found.low, found.high, found.n, found.members, found.split)


def _in_vote(call: RollCall, counts: GroupCounts, values: Sequence[np.ndarray], at: int) -> CohesionInVote:
    yes, abstain, no = (int(one) for one in counts.counts[at])
    agreement_index, rice, attina = (known(one[at]) for one in values)
    return CohesionInVote(
        rollcall_id=call.rollcall_id,
        symbol=call.symbol,
        title=call.title,
        date=call.date,
        session=call.session,
        kind=call.kind,
        agenda_item=call.agenda_item,
        members=int(counts.members[at]),
        yes=yes,
        abstain=abstain,
        no=no,
        absent=int(counts.absent[at]),
        unknown=int(counts.unknown[at]),
        doubtful=int(counts.doubtful[at]),
        agreement_index=agreement_index,
        rice=rice,
        attina=attina,
        page=f"/votes/{call.slug}",
    )
