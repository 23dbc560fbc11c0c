"""A situation by regional group: the share of the members' positions in favour, year by year."""

from onrecord.publish.charts.cells import Grid, Shade, cells
from onrecord.publish.charts.chart import Chart, Column
from onrecord.publish.charts.year_cells import COUNTS, DOUBT, SOURCE, counts, without_votes
from onrecord.publish.sentences import whole
from onrecord.publish.views.situation import SituationRecord
from onrecord.publish.views.usual_positions import MembersOnSituation, YearCell, members_on_situation

KIND = "situation"

_SHARES = (
    Shade("0 to 19%", "#ffffff"),
    Shade("20 to 39%", "#cfe5e7"),
    Shade("40 to 59%", "#8fc3c8"),
    Shade("60 to 79%", "#2b7b86", dark=True),
    Shade("80 to 100%", "#00525d", dark=True),
)
"""Steps of a share in favour, from light to dark, so that they keep their order in grey."""


def situation(view: SituationRecord) -> Chart | None:
    """Return each regional group's share in favour on a situation by year; None where nothing was put to a vote."""
    found = members_on_situation(view)
    if found is None:
        return None
    columns = (Column("row", "Regional group"), Column("column", "Year"), Column("shade", "Share in favour, in steps"),
               Column("cell", "Share in favour"), *COUNTS)  # fmt: skip
    rows = tuple(
        (group.label, str(year), _step(cell), _share(cell), *counts(cell))
        for group in found.groups
        for year, cell in zip(found.years, group.cells, strict=True)
    )
    names = tuple(group.label for group in found.groups)
    grid = Grid(names, tuple(map(str, found.years)), _SHARES, 30, bands=without_votes(found))
    return Chart(
        kind=KIND,
        about=found.page.rsplit("/", 1)[-1],
        title=f"{found.situation.label}: share in favour by regional group and year",
        sentence=found.sentence,
        source=SOURCE,
        alt=_alt_of_shares(found),
        columns=columns,
        rows=rows,
        spec=cells(grid, columns, ("row", "column", "cell", "n", "yes", "no", "abstain", "absent", "unknown")),
        notes=(
            "In each cell the members' positions in favour as a share of their known positions on the year's texts;"
            " abstention and absence are not support. Empty: no member of the group had a seat.",
            *((DOUBT,) if any(cell and cell.doubtful for group in found.groups for cell in group.cells) else ()),
        ),
        room=grid.room,
    )  # fmt: skip


def _step(cell: YearCell | None) -> str | None:
    if cell is None or cell.share_yes is None:
        return None
    return _SHARES[min(whole(100 * cell.share_yes) // 20, 4)].word


def _share(cell: YearCell | None) -> str | None:
    if cell is None or cell.share_yes is None:
        return None
    return f"{whole(100 * cell.share_yes)}%{'†' * bool(cell.doubtful)}"


def _alt_of_shares(found: MembersOnSituation) -> str:
    said = "; ".join(
        f"{group.label}: " + ", ".join(
            f"{cell.year} {_share(cell)} of {cell.n}" for cell in group.cells if cell and cell.n
        )
        for group in found.groups
    )  # fmt: skip
    return f"Cells of the share of positions in favour on {found.situation.label}, regional groups by years. {said}."
