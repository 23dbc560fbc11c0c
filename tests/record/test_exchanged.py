"""States exchanged in the Assembly's compilation: found where a list has slipped, and nowhere else."""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pytest

from onrecord.record.exchanged import Exchange, exchanged
from onrecord.record.position_table import VoteSelection, position_table
from onrecord.record.store import Record
from onrecord.sources.facts_rows import AssemblyPositions
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body

STATES = tuple(f"S{n:02}" for n in range(30))
YEARS, VOTES = range(2000, 2006), 80
BLOC = {state: n % 2 for n, state in enumerate(STATES)}


def compiled(swapped: Mapping[int, tuple[str, str]], names: Mapping[str, str] | None = None) -> tuple[Exchange, ...]:
    """Return what is found in votes of two blocs, in which two states are exchanged in some years."""
    random, rows, dates = np.random.default_rng(4), [], {}
    for year in YEARS:
        for number in range(VOTES):
            sides: dict[Position, list[str]] = {Position.YES: [], Position.NO: [], Position.ABSTAIN: []}
            yes = random.random(2)
            for state in STATES:
                kind = random.random()
                other = Position.ABSTAIN if kind < 0.1 else Position.NO
                sides[Position.YES if random.random() < 0.05 + 0.9 * (yes[BLOC[state]] > 0.5) else other].append(state)
            one, two = swapped.get(year, (None, None))
            exchanges = {one: two, two: one}
            listed = (tuple(exchanges.get(state) or state for state in sides[side]) for side in sides)
            rows.append(AssemblyPositions(f"ga-{year}-{number}", *listed, "s"))
            dates[rows[-1].rollcall_id] = date(year, 12, 1)
    return exchanged(rows, dates, names or {state: state for state in STATES})


def test_nothing_is_found_where_nothing_is_exchanged():
    assert compiled({}) == ()


def test_two_neighbours_exchanged_in_a_year_are_found_with_the_votes_they_differ_on():
    (found,) = compiled({2003: ("S10", "S11")})
    assert (found.year, found.states) == (2003, ("S10", "S11"))
    assert min(found.times) >= 4
    assert 10 < len(found.votes) < VOTES
    assert all(vote.startswith("ga-2003-") and one is not other for vote, (one, other) in found.votes.items())


def test_states_far_apart_in_the_alphabet_or_of_one_mind_are_not():
    assert compiled({2003: ("S10", "S21")}) == ()
    assert compiled({2003: ("S10", "S12")}) == ()


def test_the_alphabet_is_that_of_the_names_accents_aside():
    names = {state: f"Name {state}" for state in STATES} | {"S10": "Çzech", "S21": "Czeck"}
    (found,) = compiled({2003: ("S10", "S21")}, names)
    assert set(found.states) == {"S10", "S21"}


def test_a_single_year_has_nothing_to_be_compared_with():
    rows = [AssemblyPositions(f"ga-{n}", STATES[:15], STATES[15:], (), "s") for n in range(VOTES)]
    dates = {row.rollcall_id: date(2000, 1, 1) for row in rows}
    assert exchanged(rows, dates, {state: state for state in STATES}) == ()


@pytest.fixture(scope="module")
def assembly(record: Record):
    return position_table(record, VoteSelection(body=Body.GA))


def test_positions_of_exchanged_states_are_in_doubt_in_the_record(record: Record, assembly) -> None:
    years = np.array([one.date.year for one in assembly.rollcalls])
    of_state = {state: n for n, state in enumerate(assembly.states)}
    for state in ("GRC", "GRD"):
        marked = assembly.doubtful[of_state[state]]
        assert set(years[marked]) == {2010}
        assert 0 < marked.sum() < (years == 2010).sum()
    assert not assembly.doubtful[of_state["FRA"]].any()
    votes = record.rows(str, "SELECT rollcall_id FROM finding WHERE rule = 'states exchanged'")
    doubted = {assembly.rollcalls[n].rollcall_id for n in np.flatnonzero(assembly.doubtful.any(axis=0))}
    assert sorted(votes) == sorted(doubted)
