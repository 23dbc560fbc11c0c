"""A group and who votes otherwise: every member's share of roll calls against the group's line."""

from dataclasses import dataclass
from datetime import date

from onrecord.measures.agreement.methods import MINIMUM
from onrecord.measures.blocs.defection import FEWEST_VOTING, Defection, Line, group_line, membership_mask
from onrecord.publish.views.selected_votes import (
    SelectedVotes,
    VotesAsked,
    page_of_votes,
    page_over,
    selected,
    table_asked,
)
from onrecord.publish.views.shared import Sentence, StateHead, state_head
from onrecord.publish.wording import defection as say
from onrecord.record.position_table import PositionTable
from onrecord.record.query_groups import Group, group, members
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


@dataclass(frozen=True, slots=True)
class DefectionAsked:
    """Which group, over which votes, by which line: plurality or majority."""

    group: str
    votes: VotesAsked
    line: str = Line.PLURALITY.value


@dataclass(frozen=True, slots=True)
class Defector:
    """A member: on ``n`` roll calls with a line it took a position, on ``against`` another than the line.

    ``share`` and its ends are None with n under the minimum. ``opposite`` are a yes against a no, ``abstained`` are
    abstentions from a line of yes or no. ``page`` lists its positions.
    """

    state: StateHead
    n: int
    against: int
    opposite: int
    abstained: int
    absent: int
    unknown: int
    share: float | None
    low: float | None
    high: float | None
    page: str


@dataclass(frozen=True, slots=True)
class DefectionOfGroup:
    """A group's line over some votes and every member's defection from it, the largest share first.

    Of the ``could`` roll calls with a member able to vote, ``n`` have a line; in ``few`` fewer than ``fewest`` members
    took a position, in ``no_line`` there was a tie or no majority, in ``unsure`` positions that are not in the record
    could change the line, and ``not_covered`` are from days for which the members are not in the record. ``cohesion``
    is the mean agreement index (1: all of one mind) over ``cohesion_n`` roll calls, None under the minimum.
    """

    votes: SelectedVotes
    page: str
    group: str
    group_name: str
    covers_from: date | None
    group_note: str | None
    line: str
    could: int
    n: int
    few: int
    fewest: int
    no_line: int
    unsure: int
    not_covered: int
    unanimous: int
    cohesion: float | None
    cohesion_n: int
    minimum: int
    level: float
    sentences: tuple[Sentence, ...]
    members: tuple[Defector, ...]
    not_known: tuple[str, ...]


def defection(record: Record, asked: DefectionAsked) -> DefectionOfGroup:
    """Return who of a group votes otherwise; NotInVocabulary for a group, line or votes the record does not know."""
    table, one, line = table_asked(record, asked.votes), group(record, asked.group), _line(asked.line)
    held = {at: members(record, one.code, call.date) for at, call in enumerate(table.rollcalls)}
    found = group_line(table, membership_mask(table, held), line)
    votes = selected(record, table)
    lines = tuple(_defector(record, table, votes, member) for member in found.members)
    lines = tuple(sorted(lines, key=lambda member: member.share is None))
    view = DefectionOfGroup(
        votes=votes,
        page=page_over(f"/groups/{one.code}", votes, line=None if line is Line.PLURALITY else line.value),
        group=one.code,
        group_name=one.name,
        covers_from=one.covers_from,
        group_note=one.note,
        line=line.value,
        could=found.could,
        n=found.n,
        few=found.few,
        fewest=FEWEST_VOTING,
        no_line=found.no_line,
        unsure=found.unsure,
        not_covered=_not_covered(table, one),
        unanimous=found.unanimous,
        cohesion=found.cohesion,
        cohesion_n=found.cohesion_n,
        minimum=MINIMUM,
        level=0.95,
        sentences=(),
        members=lines,
        not_known=(),
    )
    return say.with_words(view)


def _line(asked: str) -> Line:
    if asked not in set(Line):
        raise NotInVocabulary("line of a group", asked, f"one of {', '.join(Line)}", tuple(Line))
    return Line(asked)


def _not_covered(table: PositionTable, one: Group) -> int:
    return sum(call.date < one.covers_from for call in table.rollcalls) if one.covers_from else 0


def _defector(record: Record, table: PositionTable, votes: SelectedVotes, found: Defection) -> Defector:
    state = record.gazetteer.state(found.state)
    given = found.interval if found.n >= MINIMUM else None
    return Defector(
        state=state_head(record, state, table.rollcalls[-1].date),
        n=found.n,
        against=found.against,
        opposite=found.opposite,
        abstained=found.abstained,
        absent=found.absent,
        unknown=found.unknown,
        share=found.share if given else None,
        low=given.low if given else None,
        high=given.high if given else None,
        page=page_of_votes(votes, state.slug),
    )
