"""States whose votes the Assembly's compilation seems to have exchanged in a year.

A state's votes show in whom it votes as. A state's profile of a year is its agreement with each other state (Lijphart's
index: identical 1, one step apart 1/2), less what all states have with that one, which takes out how divided the year's
votes were. Two states are reported where each one's profile of the year is far from its own of the years around and at
least four times nearer to the other's, and where they stand side by side in the alphabet, as rows of a list do that
slip. Nothing is put right: the positions stay as listed, in doubt.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from onrecord.record import assembly
from onrecord.sources.facts_rows import AssemblyPositions
from onrecord.vocabulary.positions import CAST, Position

YEARS_EITHER_SIDE = 2
FEWEST, FEWEST_AROUND, FEWEST_STATES = 15, 40, 20
"""How many votes two states share at least, in the year and in those around; how many states have so many."""
FAR = 0.03
"""Mean squared distance of profiles from which a year is another than those around: 0.17 in each state's agreement."""
NEARER = 0.25
"""How much nearer the other's profile has to be than the state's own."""
BESIDE = 2
"""How many places apart two states may stand in the alphabet, among those that voted."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two states exchanged in a year: how many times nearer each is to the other's profile than to its own.

    ``votes`` has the two positions of each roll call on which they differ, none where a state is not in the record.
    """

    year: int
    states: tuple[str, str]
    times: tuple[float, float]
    votes: Mapping[str, tuple[Position | None, Position | None]]


def exchanged(
    rows: Sequence[AssemblyPositions], dates: Mapping[str, date], names: Mapping[str, str]
) -> tuple[Exchange, ...]:
    """Return the pairs of states that seem to be exchanged, by year; ``names`` are those the lists are sorted by."""
    states = sorted(names, key=lambda state: _sorted_as(names[state]))
    by_year = _codes_by_year(rows, dates, states)
    counts = {year: _agreement(codes) for year, codes in by_year.items()}
    found = []
    for year in sorted(counts):
        around = [counts[other] for other in counts if 0 < abs(other - year) <= YEARS_EITHER_SIDE]
        if around:
            pairs = _pairs(counts[year], np.sum(around, axis=0))
            found += [(year, states[a], states[b], times) for a, b, times in pairs]
    return tuple(
        Exchange(year, (one, other), times, dict(_differing(rows, dates, year, (one, other))))
        for year, one, other, times in found
    )


def _sorted_as(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def _codes_by_year(
    rows: Sequence[AssemblyPositions], dates: Mapping[str, date], states: Sequence[str]
) -> dict[int, np.ndarray]:
    """Return by year an array (states, votes) of places in ``CAST``, -1 where a state is not in the record."""
    at = {state: n for n, state in enumerate(states)}
    columns: dict[int, list[np.ndarray]] = {}
    for row in rows:
        column = np.full(len(states), -1, dtype=np.int8)
        for state, position, _ in assembly.positions(row, dates[row.rollcall_id]):
            column[at[state]] = CAST.index(position)
        columns.setdefault(dates[row.rollcall_id].year, []).append(column)
    return {year: np.stack(found, axis=1) for year, found in columns.items()}


def _agreement(codes: np.ndarray) -> np.ndarray:
    """Return for each pair the sum of its agreement and the number of its votes, shape (2, states, states)."""
    yes, no, abstain = (
        (codes == CAST.index(one)).astype(np.float64) for one in (Position.YES, Position.NO, Position.ABSTAIN)
    )
    sides = yes + no
    same = yes @ yes.T + no @ no.T + abstain @ abstain.T
    step = sides @ abstain.T
    known = (codes >= 0).astype(np.float64)
    return np.stack([same + (step + step.T) / 2, known @ known.T])


def _pairs(year: np.ndarray, around: np.ndarray) -> Iterator[tuple[int, int, tuple[float, float]]]:
    """Yield the two places of each exchanged pair, and how many times nearer each is to the other's profile."""
    enough = np.flatnonzero((year[1].diagonal() >= FEWEST) & (around[1].diagonal() >= FEWEST_AROUND))
    if len(enough) < FEWEST_STATES:
        return
    here, there = (
        _profiles(one[:, enough][:, :, enough], fewest) for one, fewest in ((year, FEWEST), (around, FEWEST_AROUND))
    )
    apart = ((here**2).sum(axis=1)[:, None] + (there**2).sum(axis=1) - 2 * here @ there.T) / len(enough)
    own = apart.diagonal()
    for a in np.flatnonzero(own >= FAR):
        for b in range(a + 1, min(a + BESIDE + 1, len(enough))):
            if own[b] >= FAR and apart[a, b] <= NEARER * own[a] and apart[b, a] <= NEARER * own[b]:
                yield enough[a], enough[b], (float(own[a] / apart[a, b]), float(own[b] / apart[b, a]))


def _profiles(counts: np.ndarray, fewest: int) -> np.ndarray:
    """Return each state's agreement with each other less that one's mean; 0 where they share too few votes."""
    share = np.where(counts[1] >= fewest, counts[0] / np.maximum(counts[1], 1), np.nan)
    return np.nan_to_num(share - np.nanmean(share, axis=0))


def _differing(
    rows: Sequence[AssemblyPositions], dates: Mapping[str, date], year: int, states: tuple[str, str]
) -> Iterator[tuple[str, tuple[Position | None, Position | None]]]:
    for row in rows:
        on = dates[row.rollcall_id]
        if on.year == year:
            listed = {state: position for state, position, _ in assembly.positions(row, on)}
            one, other = (listed.get(state) for state in states)
            if one is not other:
                yield row.rollcall_id, (one, other)
