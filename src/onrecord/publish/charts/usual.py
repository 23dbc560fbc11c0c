"""Usual positions as cells: of one state on every situation, and of every member on one situation."""

from collections.abc import Iterable, Sequence

from onrecord.publish.charts.cells import Grid, Shade, cells
from onrecord.publish.charts.chart import Chart, Column, Row
from onrecord.publish.charts.colours import LETTER, MIXED, OF_POSITION, UNKNOWN
from onrecord.publish.charts.year_cells import COUNTS, DOUBT, SOURCE, counts, stretches, without_votes
from onrecord.publish.views.situation import SituationRecord
from onrecord.publish.views.state import StateRecord
from onrecord.publish.views.usual_positions import (
    Cells,
    MembersOnSituation,
    SituationsOfState,
    YearCell,
    members_on_situation,
    situations_of_state,
)
from onrecord.vocabulary.positions import LISTED, Position

OF_STATE, OF_MEMBERS = "situations-of", "members-on"
"""The kinds of charts made here."""

_WORDS = dict(zip(LISTED, ("in favour", "against", "abstained", "absent"), strict=True))
_TIE, _UNKNOWN, _AGAINST = "two equally often", "not in the record", "only texts that run against the usual ones"
_POSITIONS = tuple(
    Shade(_WORDS[p], OF_POSITION[p], dark=p in {Position.YES, Position.NO}, letter=LETTER[p]) for p in LISTED
)
_OTHER = (Shade(_TIE, MIXED, letter="Y/A"), Shade(_UNKNOWN, UNKNOWN, letter="?"), Shade(_AGAINST, UNKNOWN, letter="≠"))


def _columns(row: str) -> tuple[Column, ...]:
    return (
        Column("row", row),
        Column("column", "Year"),
        Column("shade", "Usual position"),
        Column("cell", "As written"),
        *COUNTS,
    )


def situations_of(view: StateRecord) -> Chart | None:
    """Return a state's usual position on each situation by year; None where it never had a vote to cast on one."""
    found = situations_of_state(view)
    if found is None:
        return None
    grid = _grid(found)
    columns, rows = _columns("Situation"), [(row.situation.label, row.cells) for row in found.rows]
    return Chart(
        kind=OF_STATE,
        about=found.page.rsplit("/", 1)[-1],
        title=f"{found.state.name}: usual position on each country situation by year",
        sentence=found.sentence,
        source=SOURCE,
        alt=_alt(f"positions of {found.state.name} on {len(rows)} country situations", "situations", rows),
        columns=columns,
        rows=tuple(_rows(rows, found.years)),
        spec=cells(grid, columns, _SAID),
        notes=(
            *_part_years(found),
            f"{_READ} Blank: no text on the situation was put to a vote.",
            *_doubt(row.cells for row in found.rows),
        ),
        room=grid.room,
    )


_SAID = ("row", "column", "shade", "n", "yes", "no", "abstain", "absent", "unknown", "doubtful")
_READ = "The usual position of a year is the most frequent one. N 3: on all of 3 texts; N 2/3: on 2 of 3."


def _doubt(rows: Iterable[Cells]) -> tuple[str, ...]:
    return (DOUBT,) if any(cell and cell.doubtful for row in rows for cell in row) else ()


def _part_years(found: SituationsOfState) -> tuple[str, ...]:
    years = ", ".join(str(year) for year in found.part_years)
    return (f"A member for part of the year: {years}.",) if years else ()


def _grid(found: SituationsOfState) -> Grid:
    out = [year for year in found.years if year not in found.member_years]
    rows = tuple(row.situation.label for row in found.rows)
    return Grid(
        rows,
        tuple(map(str, found.years)),
        _used(row.cells for row in found.rows),
        17,
        bands=stretches(out, "not a member"),
    )


def _used(rows: Iterable[Cells]) -> tuple[Shade, ...]:
    """Return the four positions, and of the other sorts those that occur."""
    found = {_shade(cell) for row in rows for cell in row if cell}
    return (*_POSITIONS, *(shade for shade in _OTHER if shade.word in found))


def _rows(rows: Iterable[tuple[str, Cells]], years: Sequence[int]) -> Iterable[Row]:
    """Yield a row for each cell; years without a seat have one too, with nothing counted."""
    for name, found in rows:
        for year, cell in zip(years, found, strict=True):
            yield (name, str(year), _shade(cell), _letters(cell), *counts(cell))


def _shade(cell: YearCell | None) -> str | None:
    if cell is None or not (cell.n or cell.unknown):
        return None
    if not cell.n:
        return _UNKNOWN
    if not cell.usual:
        return _AGAINST
    return _WORDS[cell.usual[0]] if len(cell.usual) == 1 else _TIE


def _letters(cell: YearCell | None) -> str | None:
    """Return the letters of a cell: its position, on how many texts of how many, and whether one is in doubt."""
    if cell is None or not (cell.n or cell.unknown):
        return None
    if not cell.n:
        return "?"
    if not cell.usual:
        return f"≠{'†' * bool(cell.doubtful)}"
    letters = "/".join(LETTER[p] for p in cell.usual)
    if len(cell.usual) > 1 or cell.usual_of == 1:
        often = ""
    else:
        often = f" {cell.usual_n}" if cell.usual_n == cell.usual_of else f" {cell.usual_n}/{cell.usual_of}"
    return f"{letters}{often}{'†' * bool(cell.doubtful)}"


def _alt(what: str, rows_are: str, rows: Sequence[tuple[str, Cells]]) -> str:
    found = [cell for _, row in rows for cell in row if cell and cell.n]
    counted = {word: sum(_shade(cell) == word for cell in found) for word in (*_WORDS.values(), _TIE)}
    said = ", ".join(f"{number} {word}" for word, number in counted.items() if number)
    return (
        f"Cells of the usual {what}: {rows_are} as rows, years as columns. Of {len(found)} cells with a known position,"
        f" by the most frequent one: {said}. The table of the chart gives each."
    )


def members_on(view: SituationRecord) -> Chart | None:
    """Return every member's usual position on a situation by year; None where nothing was put to a vote."""
    found = members_on_situation(view)
    if found is None:
        return None
    columns = _columns("State")
    rows = [(m.state.name, m.cells) for m in found.members]
    grid = _by_group(found, rows)
    return Chart(
        kind=OF_MEMBERS,
        about=found.page.rsplit("/", 1)[-1],
        title=f"{found.situation.label}: usual position of every member by year",
        sentence=found.sentence,
        source=SOURCE,
        alt=_alt(f"positions of {len(rows)} members on {found.situation.label}", "members by regional group", rows),
        columns=columns,
        rows=tuple(_rows(rows, found.years)),
        spec=cells(grid, columns, _SAID),
        notes=(f"{_READ} Empty: not a member.", *_doubt(row.cells for row in found.members)),
        room=grid.room,
    )


def _by_group(found: MembersOnSituation, rows: Sequence[tuple[str, Cells]]) -> Grid:
    labels = {group.group: group.label for group in found.groups}
    names: list[str] = []
    for member in found.members:
        label = labels[member.state.regional_group]
        names += [label] * (label not in names)
        names.append(member.state.name)
    return Grid(
        tuple(names), tuple(map(str, found.years)), _used(row for _, row in rows), 14,
        headings=tuple(labels.values()), bands=without_votes(found), letters=9.5,
    )  # fmt: skip
