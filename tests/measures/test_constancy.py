"""Usual positions and their shifts, worked by hand."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from onrecord.measures.constancy import Shift, Usual, shifts, usual_of, usual_positions
from onrecord.record.ballots import Ballot, Cast
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Body, Status

YES, NO, ABSTAIN, ABSENT = Position.YES, Position.NO, Position.ABSTAIN, Position.ABSENT
UNUSED: dict[str, Any] = dict.fromkeys(Ballot.__match_args__)
VOTE = Ballot(**{**UNUSED, **dict[str, Any](body=Body.HRC, vote_taken=True, status=Status.AGREED)})


def on(subjects: str, position: Position | None, state: str = "KAZ", members: str = "KAZ") -> Ballot:
    casts = {state: Cast(position, position, "as listed", None, False, None)} if position else {}
    return replace(VOTE, subjects=tuple(subjects.split()), casts=casts, members=frozenset(members.split()))


def usual(*positions: Position) -> Usual:
    return usual_positions([on("SYR", position) for position in positions], "KAZ")["SYR"]


def test_the_usual_position_is_the_most_frequent() -> None:
    found = usual(ABSTAIN, NO, ABSTAIN)
    assert found == Usual("SYR", ((ABSTAIN, 2), (NO, 1)))
    assert (found.positions, found.n, found.consistency) == ((ABSTAIN,), 3, 2 / 3)


@pytest.mark.parametrize("order", sorted(set(permutations([NO, YES, ABSENT, NO, YES]))))
def test_of_two_equally_frequent_positions_both_are_usual_in_whatever_order_cast(order: tuple[Position, ...]) -> None:
    found = usual(*order)
    assert (found.positions, found.consistency) == ((YES, NO), 2 / 5)


def test_a_text_on_two_situations_counts_for_each() -> None:
    found = usual_positions([on("SDN SSD", YES), on("SSD", NO), on("", NO)], "KAZ")
    assert {subject: one.counts for subject, one in found.items()} == {
        "SDN": ((YES, 1),), "SSD": ((YES, 1), (NO, 1))
    }  # fmt: skip


def test_what_is_unknown_or_outside_membership_is_no_position() -> None:
    assert usual_positions([on("SYR", None), on("IRN", YES, members="ARG")], "KAZ") == {}


def test_a_shift_is_a_change_of_the_usual_position() -> None:
    before, after = {"SYR": usual(ABSTAIN, ABSTAIN)}, {"SYR": usual(NO, NO, ABSTAIN)}
    assert shifts(before, after) == [Shift("SYR", before["SYR"], after["SYR"])]


def test_the_same_usual_position_with_other_counts_is_no_shift() -> None:
    assert shifts({"SYR": usual(NO)}, {"SYR": usual(NO, NO, YES)}) == []


def test_a_year_without_a_vote_on_the_situation_shows_no_shift() -> None:
    assert shifts({"SYR": usual(YES)}, {}) == []
    assert shifts({}, {"SYR": usual(YES)}) == []
    assert shifts({"SYR": usual(YES)}, {"IRN": usual(NO)}) == []


def test_nothing_counted_has_no_consistency() -> None:
    assert (Usual("SYR", ()).n, Usual("SYR", ()).positions, Usual("SYR", ()).consistency) == (0, (), None)


def test_other_labels_change_nothing() -> None:
    table = [("SYR", YES), ("SYR", NO), ("IRN", ABSENT), ("SYR", NO)]
    one = usual_positions([on(subject, position) for subject, position in table], "KAZ")
    other = usual_positions([on(subject, position, "PER", "PER") for subject, position in reversed(table)], "PER")
    assert one == other


@pytest.mark.parametrize("order", sorted(set(permutations([NO, YES, ABSENT, NO, YES]))))
def test_positions_alone_have_the_usual_one_that_their_votes_have(order: tuple[Position, ...]) -> None:
    assert usual_of("SYR", order) == usual(*order)


def test_of_no_position_none_is_usual() -> None:
    assert usual_of("SYR", []) == Usual("SYR", ())
    assert usual_of("SYR", []).positions == ()
