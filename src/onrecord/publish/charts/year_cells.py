"""What cells by year have in common: their source, the counts of each, and the years with nothing to count."""

from collections.abc import Sequence

from onrecord.publish.charts.cells import Band
from onrecord.publish.charts.chart import Column, Row
from onrecord.publish.views.usual_positions import MembersOnSituation, YearCell

SOURCE = "voting notes of Human Rights Council resolutions and the UN catalogue of recorded votes"
"""Where the positions were read from."""

COUNTS = (
    Column("n", "n"),
    Column("yes", "In favour"),
    Column("no", "Against"),
    Column("abstain", "Abstained"),
    Column("absent", "Absent"),
    Column("unknown", "Not in the record"),
    Column("doubtful", "In doubt"),
)
"""What is counted in each cell."""

DOUBT = "† Sources leave a position in doubt; it is counted as listed."
"""What the mark of doubt in a cell means."""


def counts(cell: YearCell | None) -> Row:
    """Return the counts of a cell; nothing at all where there was no seat."""
    if cell is None:
        return (None,) * len(COUNTS)
    return tuple(getattr(cell, column.name) for column in COUNTS)


def stretches(years: Sequence[int], why: str) -> tuple[Band, ...]:
    """Return years in bands of ones that follow each other."""
    bands: list[list[int]] = []
    for year in years:
        if bands and bands[-1][-1] == year - 1:
            bands[-1].append(year)
        else:
            bands.append([year])
    return tuple(Band(tuple(map(str, band)), why) for band in bands)


def without_votes(found: MembersOnSituation) -> tuple[Band, ...]:
    """Return the years in which no text on a situation was put to a vote, as bands that say so."""
    none = [year for year, votes in zip(found.years, found.votes, strict=True) if not votes]
    return stretches(none, "no text put to a vote")
