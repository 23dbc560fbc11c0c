"""Where the marks stand in the pictures: seats by regional group, bars by year, strips of votes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from onrecord.publish.views.shared import VoteLine
from onrecord.publish.views.situation import Strip, YearOfSituation
from onrecord.publish.views.vote import GroupVotes, StateVote
from onrecord.vocabulary.positions import Position

COLUMNS = 5
"""Seats in a row of a regional group."""

CELL = 38
"""Width of a seat with its space, in units of the picture."""

ROW = 40
"""Height of a seat with its code beneath."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat in the picture of a vote."""

    x: int
    y: int
    vote: StateVote


@dataclass(frozen=True, slots=True)
class SeatGrid:
    """The seats of one regional group."""

    width: int
    height: int
    seats: tuple[Seat, ...]


def seats(group: GroupVotes) -> SeatGrid:
    """Return where the seats of a group stand, row by row in the order of positions."""
    columns = min(COLUMNS, max(len(group.states), 1))
    placed = tuple(
        Seat(i % columns * CELL + CELL // 2, i // columns * ROW + 14, vote) for i, vote in enumerate(group.states)
    )
    rows = -(-len(group.states) // columns)
    return SeatGrid(columns * CELL, rows * ROW, placed)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its year, where it stands, how high it is."""

    year: int
    n: int
    x: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars over the years; a year without a vote has its place."""

    width: int
    height: int
    step: int
    bars: tuple[Bar, ...]


def bars(years: Sequence[YearOfSituation], height: int = 72) -> Bars | None:
    """Return a bar for each year from the first to the last; None where there are none."""
    if not years:
        return None
    counts = {line.year: line.n for line in years}
    most, step = max(counts.values()), 40
    span = range(min(counts), max(counts) + 1)
    placed = []
    for i, year in enumerate(span):
        high = round(counts.get(year, 0) * height / most)
        placed.append(Bar(year, counts.get(year, 0), i * step + 4, 18 + height - high, high))
    return Bars(step * len(span), height + 40, step, tuple(placed))


STEP = 13
"""Width of one vote in a strip."""

GAP = 7
"""Space between two years of a strip."""


@dataclass(frozen=True, slots=True)
class Band:
    """One year of a strip: where it begins and ends, and its votes."""

    year: int
    x: int
    width: int
    votes: tuple[VoteLine, ...]


def year_bands(votes: Sequence[VoteLine]) -> tuple[Band, ...]:
    """Return where each year of a strip begins and ends."""
    found, x = [], 0
    for year, of_year in groupby(votes, key=lambda v: v.date.year):
        chosen = tuple(of_year)
        width = max(STEP * len(chosen), 2 * STEP)
        found.append(Band(year, x, width, chosen))
        x += width + GAP
    return tuple(found)


@dataclass(frozen=True, slots=True)
class StripPath:
    """All marks of one kind in a strip: the name of the drawn mark, and a line with a corner at each mark's place.

    A line that draws its mark at every corner takes three bytes a mark, where a mark by itself takes sixty; a
    situation has up to five thousand.
    """

    name: str
    line: str


def strip(line: Strip, bands: Sequence[Band]) -> tuple[StripPath, ...]:
    """Return the marks of one state's strip by kind; votes held while it was not a member are left empty."""
    by_name: dict[str, list[int]] = {}
    for x, position in zip(_places(bands), line.positions, strict=True):
        if position is not Position.NOT_A_MEMBER:
            by_name.setdefault(position.css if position else "unknown", []).append(x)
    return tuple(StripPath(name, _cornered(found)) for name, found in sorted(by_name.items()))


def underlined(line: Strip, bands: Sequence[Band]) -> str:
    """Return the line under the marks whose positions are in doubt; empty where none is."""
    chosen = zip(_places(bands), line.positions, line.doubtful, strict=True)
    return "".join(f"M{x} 13.3h11" for x, at, doubtful in chosen if doubtful and at is not Position.NOT_A_MEMBER)


def _places(bands: Sequence[Band]) -> list[int]:
    return [band.x + i * STEP for band in bands for i in range(len(band.votes))]


def _cornered(places: Sequence[int]) -> str:
    """Return a line from the left edge and back to it, with a corner at each place; its ends are no corners."""
    steps = [after - before for before, after in pairwise([0, *places])]
    return f"M0 1{''.join(f'h{step}' for step in steps)}H0"
