"""The six positions: each told from the others in word, mark and class name."""

import pytest

from onrecord.vocabulary.positions import CAST, LISTED, Position


@pytest.mark.parametrize("face", ["verb", "glyph", "css"])
def test_no_two_positions_look_alike(face: str) -> None:
    assert len({getattr(position, face) for position in Position}) == 6


def test_class_names_hold_no_blanks() -> None:
    assert not [position for position in Position if " " in position.css]


def test_absence_is_listed_but_not_cast() -> None:
    assert set(LISTED) - set(CAST) == {Position.ABSENT}


def test_neither_non_members_nor_votes_not_taken_can_be_listed() -> None:
    assert set(Position) - set(LISTED) == {Position.NOT_A_MEMBER, Position.NO_VOTE_TAKEN}
