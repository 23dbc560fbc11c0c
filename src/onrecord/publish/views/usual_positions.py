"""Usual positions year by year: of one state on every situation, and of every member and group on one situation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.measures.constancy import usual_of
from onrecord.measures.support import count_positions
from onrecord.publish.views.shared import Sentence, SituationHead, StateHead, VoteLine
from onrecord.publish.views.situation import SituationRecord, Strip
from onrecord.publish.views.state import GridRow, StateRecord, VoteMark
from onrecord.publish.wording import charts as say
from onrecord.vocabulary.positions import LISTED, Position
from onrecord.vocabulary.situations import Selection
from onrecord.vocabulary.states import RegionalGroup


@dataclass(frozen=True, slots=True)
class YearCell:
    """Positions on one situation in one year, with the usual one, taken ``usual_n`` times on ``usual_of`` texts.

    ``n`` positions are known, ``unknown`` ones are not in the record. ``usual`` holds several where they are equally
    frequent, and none where every text runs against the situation's usual ones, which are left out of it.
    """

    year: int
    n: int
    yes: int
    no: int
    abstain: int
    absent: int
    unknown: int
    doubtful: int
    share_yes: float | None
    usual: tuple[Position, ...]
    usual_n: int
    usual_of: int


Cells = tuple[YearCell | None, ...]
"""A row's cells in the order of the years; None where there was no seat, and so no position, in the year."""


@dataclass(frozen=True, slots=True)
class SituationRow:
    """One situation with a state's positions on it by year."""

    situation: SituationHead
    cells: Cells


@dataclass(frozen=True, slots=True)
class SituationsOfState:
    """A state's positions on every situation put to a vote while it was a member, year by year."""

    state: StateHead
    page: str
    sentence: Sentence
    years: tuple[int, ...]
    member_years: tuple[int, ...]
    part_years: tuple[int, ...]
    rows: tuple[SituationRow, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One regional group with the positions of its members on a situation, added up by year."""

    group: str | None
    label: str
    cells: Cells


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One state with its positions on a situation by year."""

    state: StateHead
    cells: Cells


@dataclass(frozen=True, slots=True)
class MembersOnSituation:
    """The positions of all members on one situation, year by year; ``votes`` are the texts put to a vote in a year."""

    situation: SituationHead
    page: str
    sentence: Sentence
    years: tuple[int, ...]
    votes: tuple[int, ...]
    groups: tuple[GroupRow, ...]
    members: tuple[MemberRow, ...]


_One = tuple[Position | None, bool, bool]
"""A position, whether it is in doubt, and whether a yes on its text runs against the situation's usual texts."""


def situations_of_state(view: StateRecord) -> SituationsOfState | None:
    """Return a state's positions by situation and year; None where it never had a vote to cast on one."""
    sat = [line for line in view.years if line.status != "not a member"]
    if not view.grid or not sat:
        return None
    return SituationsOfState(
        state=view.state,
        page=view.page,
        sentence=_of_state(view),
        years=view.grid_years,
        member_years=tuple(line.year for line in sat),
        part_years=tuple(line.year for line in sat if line.status != "member"),
        rows=tuple(_situation_row(row, view.grid_years) for row in view.grid),
    )


def _situation_row(row: GridRow, years: Sequence[int]) -> SituationRow:
    subject = row.situation.subject
    return SituationRow(
        row.situation,
        tuple(
            None if marks is None else _cell(year, subject, [(m.position, m.doubtful, m.runs_against) for m in marks])
            for year, marks in zip(years, row.years, strict=True)
        ),
    )


def _of_state(view: StateRecord) -> Sentence:
    texts: dict[str, VoteMark] = {m.page: m for row in view.grid for marks in row.years for m in marks or ()}
    counted = count_positions((m.position, m.doubtful) for m in texts.values())
    years = [m.date.year for m in texts.values()]
    text = say.on_all_situations(view.state, counted, len(view.grid), (min(years), max(years)))
    return Sentence(text, counted.n, Selection.ALL.definition, view.page)


def members_on_situation(view: SituationRecord) -> MembersOnSituation | None:
    """Return every member's positions on a situation by year; None where no text on it was put to a vote."""
    if not view.votes:
        return None
    subject, votes = view.situation.subject, view.votes
    years = tuple(range(votes[0].date.year, votes[-1].date.year + 1))
    ordered = sorted(view.strips, key=lambda s: (_place(s.state.regional_group), s.state.name))
    return MembersOnSituation(
        situation=view.situation,
        page=view.page,
        sentence=view.sentences[0],
        years=years,
        votes=tuple(sum(v.date.year == year for v in votes) for year in years),
        groups=tuple(_group_rows(subject, ordered, votes, years)),
        members=tuple(MemberRow(s.state, _cells(subject, [s], votes, years)) for s in ordered),
    )


def _place(group: str | None) -> int:
    return list(RegionalGroup).index(RegionalGroup(group)) if group else len(RegionalGroup)


def _group_rows(
    subject: str, strips: Sequence[Strip], votes: Sequence[VoteLine], years: Sequence[int]
) -> Iterable[GroupRow]:
    for group in dict.fromkeys(s.state.regional_group for s in strips):
        of_group = [s for s in strips if s.state.regional_group == group]
        label = RegionalGroup(group).label if group else "no regional group"
        yield GroupRow(group, label, _cells(subject, of_group, votes, years))


def _cells(subject: str, strips: Sequence[Strip], votes: Sequence[VoteLine], years: Sequence[int]) -> Cells:
    found: dict[int, list[_One]] = {year: [] for year in years}
    for strip in strips:
        for vote, position, doubtful in zip(votes, strip.positions, strip.doubtful, strict=True):
            if position is not Position.NOT_A_MEMBER:
                found[vote.date.year].append((position, doubtful, vote.runs_against))
    return tuple(_cell(year, subject, ones) if ones else None for year, ones in found.items())


def _cell(year: int, subject: str, ones: Sequence[_One]) -> YearCell:
    c = count_positions((position, doubtful) for position, doubtful, _ in ones)
    usual = usual_of(subject, [p for p, _, against in ones if p in LISTED and not against])
    most = max((n for _, n in usual.counts), default=0)
    return YearCell(
        year, c.n, c.yes, c.no, c.abstain, c.absent, c.unknown, c.doubtful, c.share_yes,
        usual.positions, most, usual.n,
    )  # fmt: skip
