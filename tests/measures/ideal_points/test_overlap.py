"""What intervals permit: cases worked by hand, and what must hold whatever the states are called."""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from onrecord.measures.ideal_points.overlap import Course, Moves, Place, course, moves, places


@dataclass(frozen=True)
class Stands:
    state: str
    point: float
    low: float
    high: float


def around(state: str, point: float, half: float) -> Stands:
    return Stands(state, point, point - half, point + half)


THREE = [around("NOR", 2.0, 0.4), around("MEX", 0.1, 0.3), around("CUB", -0.2, 0.5)]


def test_three_states_by_hand() -> None:
    found = places(THREE)
    assert found == {"NOR": Place(0, 2, 0), "MEX": Place(1, 0, 1), "CUB": Place(1, 0, 1)}
    assert [(one.first, one.last) for one in found.values()] == [(1, 1), (2, 3), (2, 3)]


def test_intervals_that_touch_meet() -> None:
    assert places([Stands("IND", 1, 0, 2), Stands("NPL", 3, 2, 4)])["IND"] == Place(0, 0, 1)


def test_a_state_alone_has_the_one_place() -> None:
    (only,) = places([around("TUV", 0.0, 9.0)]).values()
    assert (only.first, only.last, only.others) == (1, 1, 0)
    assert places([]) == {}


def many(seed: int) -> list[Stands]:
    rng = np.random.default_rng(seed)
    return [around(f"S{at:02}", float(rng.normal()), float(rng.uniform(0.05, 0.6))) for at in range(30)]


@pytest.mark.parametrize("seed", range(4))
def test_every_state_has_its_own_place_among_those_permitted(seed: int) -> None:
    found = many(seed)
    order = sorted(found, key=lambda one: -one.point)
    permitted = places(found)
    for at, one in enumerate(order, start=1):
        assert permitted[one.state].first <= at <= permitted[one.state].last
        assert permitted[one.state].others == 29
    assert sum(one.above for one in permitted.values()) == sum(one.below for one in permitted.values())


def test_what_is_turned_round_turns_above_and_below_round() -> None:
    found = many(7)
    mirrored = [Stands(one.state, -one.point, -one.high, -one.low) for one in found]
    before, after = places(found), places(mirrored)
    assert all((after[s].above, after[s].below) == (one.below, one.above) for s, one in before.items())


def test_the_same_fit_twice_moves_nobody() -> None:
    found = moves(THREE, THREE)
    assert found == Moves(3, 0, 0, (), 3, 0, (), 2, 2)


def test_moves_by_hand() -> None:
    later = [around("NOR", -1.0, 0.4), around("MEX", 0.1, 0.3), around("CUB", 0.2, 0.5), around("FJI", 9.0, 0.1)]
    found = moves(THREE, later)
    # Norway goes from the first place to the last; Mexico and Cuba, never apart, change places.
    assert (found.members, found.moved, found.places, found.farthest) == (3, 2, 2, ("CUB", "NOR"))
    assert (found.pairs, found.turned) == (3, 3)
    assert found.turned_apart == (("CUB", "NOR"), ("MEX", "NOR"))
    assert (found.apart_before, found.apart_after) == (2, 2)


def test_other_names_change_nothing() -> None:
    one, other = many(1), many(2)
    names = {stands.state: f"X{99 - at}" for at, stands in enumerate(one)}
    a, b = ([replace(s, state=names[s.state]) for s in found] for found in (one, other))
    was, now = moves(one, other), moves(a, b)
    assert (was.moved, was.places, was.turned, len(was.turned_apart)) == (
        now.moved, now.places, now.turned, len(now.turned_apart),
    )  # fmt: skip
    assert {names[state] for state in was.farthest} == set(now.farthest)


def test_no_states_in_both_is_no_move() -> None:
    assert moves(THREE, [around("FJI", 0.0, 1.0)]) == Moves(0, 0, 0, (), 0, 0, (), 0, 0)


def test_a_course_by_hand() -> None:
    assert course([(0.0, 1.0), (0.5, 1.5), (2.0, 3.0)]) == Course(3, 2)
    assert course([(2.0, 3.0), (0.5, 1.5), (0.0, 1.0)]) == Course(3, 2)
    assert course([(0.0, 1.0), (5.0, 6.0), (1.0, 2.0)]) == Course(3, 2)
    assert course([(0.0, 1.0)]) == course([]) == Course(0, 0)
