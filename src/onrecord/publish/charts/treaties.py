"""The states of a regional group by treaty: party, signed only, denounced, or no act in the record."""

from onrecord.publish.charts.cells import Grid, Shade, cells
from onrecord.publish.charts.chart import Chart, Column, Row
from onrecord.publish.charts.colours import OF_POSITION, PAPER
from onrecord.publish.views.treaty_matrix import Cell, TreatyMatrix
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.states import RegionalGroup

KIND = "treaties"

_LETTERS = {"party": "", "signed only": "s", "denounced": "d"}
_SHADES = (
    Shade("party", OF_POSITION[Position.YES], dark=True, letter="1994:"),
    Shade("signed only", OF_POSITION[Position.ABSTAIN], letter="s 1994:"),
    Shade("denounced", OF_POSITION[Position.NO], dark=True, letter="d 1994:"),
    Shade("no act in the record", PAPER, letter="–"),
)
_COLUMNS = (
    Column("row", "State"),
    Column("column", "Treaty"),
    Column("shade", "Standing"),
    Column("cell", "As written"),
    Column("act", "Act"),
    Column("date", "Date"),
)


def about(group: RegionalGroup) -> str:
    """Return a regional group as the last part of an address: african-states."""
    return group.label.lower().replace(" ", "-")


def treaties(view: TreatyMatrix) -> Chart | None:
    """Return the states of a regional group by treaty; None for the matrix of all states, which fills no page."""
    if view.region is None:
        return None
    group = RegionalGroup(view.region)
    grid = Grid(
        tuple(line.state.name for line in view.states), tuple(i.instrument for i in view.instruments), _SHADES, 15,
        letters=9.5, turned=True,
    )  # fmt: skip
    return Chart(
        kind=KIND,
        about=about(group),
        title=f"{group.label}: human rights treaties by State",
        sentence=view.sentences[0],
        source="acts deposited with the Secretary-General, UN Treaty Collection",
        alt=_alt(view, group),
        columns=_COLUMNS,
        rows=tuple(_row(line.state.name, cell) for line in view.states for cell in line.cells),
        spec=cells(grid, _COLUMNS, ("row", "column", "shade", "act", "date")),
        notes=(
            "The year is that of the act that gives the standing. A dash is not a refusal: no act is in the record.",
        ),
        room=grid.room,
    )


def _row(state: str, cell: Cell) -> Row:
    shade = cell.status if cell.status in _LETTERS else _SHADES[-1].word
    letters = f"{_LETTERS.get(cell.status, '–')} {cell.date.year if cell.date else ''}".strip()
    return (state, cell.instrument, shade, letters, cell.act, cell.date.isoformat() if cell.date else None)


def _alt(view: TreatyMatrix, group: RegionalGroup) -> str:
    said = "; ".join(f"{line.state.name} party to {line.party}" for line in view.states)
    return (
        f"Cells of the standing of {view.n_states} {group.label} towards {view.n_instruments} treaties and protocols:"
        f" States as rows, treaties as columns. {said}. The table of the chart gives each."
    )
