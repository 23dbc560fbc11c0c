"""Series of ratings: which editions stand together on a line, and in which years a status held.

RSF changed the method of its index with the edition of 2022: figures before and after it are not compared, and no
line is drawn across. A gap in editions breaks a line.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Protocol, TypeVar

RSF_METHOD_CHANGED = 2022
"""First edition of RSF's index under the method used since."""


class Edition(Protocol):
    """A rating in one edition."""

    @property
    def edition(self) -> int:
        """Year of the edition."""
        ...


Line = TypeVar("Line", bound=Edition)


def comparable(lines: Sequence[Line], changed: int = RSF_METHOD_CHANGED) -> list[tuple[Line, ...]]:
    """Return stretches of editions a year apart under one method, in order; only within one may a line be drawn."""
    stretches: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: one.edition):
        last = stretches[-1][-1].edition if stretches else None
        if last == line.edition - 1 and line.edition != changed:
            stretches[-1].append(line)
        else:
            stretches.append([line])
    return [tuple(stretch) for stretch in stretches]


def spells(statuses: Iterable[tuple[int, str]]) -> list[tuple[str, tuple[int, ...]]]:
    """Return a status with the listed years in which it held, stretch by stretch; years not listed are left out."""
    ordered = sorted(statuses)
    return [(status, tuple(year for year, _ in of)) for status, of in groupby(ordered, key=lambda one: one[1])]


def runs(years: Iterable[int]) -> list[tuple[int, int]]:
    """Return years as stretches without a gap, first and last: 2000, 2005 and 2015 to 2025."""
    found: list[tuple[int, int]] = []
    for year in sorted(set(years)):
        if found and found[-1][1] == year - 1:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return found
