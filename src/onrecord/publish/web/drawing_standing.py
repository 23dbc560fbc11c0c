"""Where the marks stand in the pictures of ratings: RSF's rank by edition, Freedom House's status by edition."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.measures.ratings import comparable
from onrecord.publish.languages.words import message
from onrecord.publish.views.standing import FreedomLine, PressLine

STEP = 26
"""Width of an edition in the picture of ranks."""

NARROW = 13
"""Width of an edition in the picture of statuses."""

HEIGHT = 150
LEFT = 40
TOP = 16
LANES = {"F": 0, "PF": 1, "NF": 2}
LANE = 26
_LANE_WORDS = (message("Free"), message("Partly Free"), message("Not Free"))


@dataclass(frozen=True, slots=True)
class RankMark:
    """One rank in the picture."""

    edition: int
    x: int
    y: int
    rank: int
    of: int | None


@dataclass(frozen=True, slots=True)
class RankPicture:
    """Ranks by edition, the first rank on top; lines only within stretches that compare."""

    width: int
    height: int
    bottom: int
    lowest: int
    marks: tuple[RankMark, ...]
    lines: tuple[str, ...]
    years: tuple[tuple[int, int], ...]
    change_x: int | None


def rank_picture(press: Sequence[PressLine]) -> RankPicture | None:
    """Return where RSF's ranks stand; None for fewer than two. An edition without a rank leaves its place empty."""
    found = [line for line in press if line.rank is not None]
    if len(found) < 2:
        return None
    first, last = found[0].edition, found[-1].edition
    lowest = max(max(line.of or 0, line.rank or 0) for line in found)

    def at(line: PressLine) -> RankMark:
        rank = line.rank or 0
        y = TOP + round((rank - 1) * HEIGHT / max(lowest - 1, 1))
        return RankMark(line.edition, LEFT + 10 + (line.edition - first) * STEP, y, rank, line.of)

    stretches = [[at(line) for line in stretch] for stretch in comparable(found)]
    changes = [a[-1].x for a, b in pairwise(stretches) if _other_method(found, a[-1], b[0])]
    return RankPicture(
        width=LEFT + 20 + (last - first + 1) * STEP,
        height=TOP + HEIGHT + 30,
        bottom=TOP + HEIGHT,
        lowest=lowest,
        marks=tuple(mark for stretch in stretches for mark in stretch),
        lines=tuple(" ".join(f"{m.x},{m.y}" for m in stretch) for stretch in stretches if len(stretch) > 1),
        years=tuple((year, LEFT + 10 + (year - first) * STEP) for year in range(first, last + 1)),
        change_x=changes[0] + STEP // 2 if changes else None,
    )


def _other_method(found: Sequence[PressLine], before: RankMark, after: RankMark) -> bool:
    methods = {line.edition: line.method for line in found}
    return methods[before.edition] != methods[after.edition]


@dataclass(frozen=True, slots=True)
class StatusMark:
    """One edition's status in the picture; none where what is printed is not one of the three."""

    edition: int
    label: str
    x: int
    y: int
    words: str


@dataclass(frozen=True, slots=True)
class StatusPicture:
    """Freedom House's statuses by edition, one lane for each of the three."""

    width: int
    height: int
    lanes: tuple[tuple[str, int], ...]
    marks: tuple[StatusMark, ...]
    years: tuple[tuple[int, int], ...]


def status_picture(house: Sequence[FreedomLine]) -> StatusPicture | None:
    """Return where Freedom House's statuses stand; editions not in the record leave their place empty."""
    found = [line for line in house if line.status in LANES]
    if len(found) < 2:
        return None
    first, last, left = found[0].edition, found[-1].edition, 92
    return StatusPicture(
        width=left + 20 + (last - first + 1) * NARROW,
        height=3 * LANE + 30,
        lanes=tuple((words, TOP + i * LANE) for i, words in enumerate(_LANE_WORDS)),
        marks=tuple(
            StatusMark(
                line.edition,
                line.label,
                left + (line.edition - first) * NARROW,
                TOP + LANES[line.status or ""] * LANE,
                line.status_words or "",
            )
            for line in found
        ),
        years=tuple((year, left + (year - first) * NARROW) for year in range(first, last + 1) if year % 5 == 0),
    )
