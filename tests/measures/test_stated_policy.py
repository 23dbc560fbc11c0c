"""Two scores of a state against a policy: the published implementations' own examples, and cases worked by hand."""

import pytest

from onrecord.measures.stated_policy import (
    THEY_VOTE_FOR_YOU,
    THEY_WORK_FOR_YOU,
    Answer,
    Band,
    Counted,
    answer,
    band,
    counted,
    they_vote_for_you,
    they_work_for_you,
)
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.stated_policies import Side, Weight


@pytest.mark.parametrize(
    ("found", "score"),
    [
        (Counted(with_strong=3), 1.0),
        (Counted(against_strong=10), 0.0),
        (Counted(absent_strong=3), 0.5),
        (Counted(with_strong=3, against_strong=3), 0.5),
        (Counted(with_strong=1, against=5), 0.5),
        (Counted(with_policy=5, against_strong=1), 0.5),
        (Counted(with_policy=5, absent_strong=1), 0.75),
        (Counted(with_policy=3, against=1), 0.75),
        (Counted(absent=3), 0.5),
        (Counted(with_policy=1, absent=5), 0.75),
        (Counted(against=1, absent=5), 0.25),
    ],
)
def test_they_vote_for_you_gives_what_its_own_tests_say(found, score):
    """The cases of spec/models/distance_spec.rb of openaustralia/theyvoteforyou; a distance is one less the score."""
    assert they_vote_for_you(found) == pytest.approx(score)


def test_they_vote_for_you_counts_an_abstention_as_an_absence():
    assert they_vote_for_you(Counted(with_policy=2, abstained=3)) == they_vote_for_you(Counted(with_policy=2, absent=3))
    # The case written out in the source of mySociety's twfy-votes: a distance of 0.12 after rounding.
    assert they_vote_for_you(Counted(with_policy=2, absent=3)) == pytest.approx(1 - 3 / 26)
    assert they_vote_for_you(Counted()) is None


@pytest.mark.parametrize(
    ("found", "score"),
    [
        (Counted(abstained_strong=1), 0.5),
        (Counted(with_strong=5, against_strong=5), 0.5),
        (Counted(with_strong=15, against_strong=5), 0.75),
        (Counted(with_strong=5, against_strong=15), 0.25),
        (Counted(with_policy=5, with_strong=5), 1.0),
        (Counted(against=5, against_strong=5), 0.0),
        (Counted(absent=5, absent_strong=5), None),
        (Counted(abstained=5, abstained_strong=5), 0.5),
        (Counted(with_policy=5, with_strong=5, against=5, absent=5, abstained=5), 1.0),
    ],
)
def test_they_work_for_you_gives_what_its_own_tests_say(found, score):
    """The cases of tests/test_scoring.py of mysociety/twfy-votes; a distance is one less the score."""
    assert they_work_for_you(found) == (None if score is None else pytest.approx(score))


@pytest.mark.parametrize(
    ("absent", "score"),
    [(1, 1.0), (2, 0.94), (4, 0.94), (5, 0.84), (20, 0.84)],
)
def test_absences_cap_the_score_at_either_end(absent, score):
    """Ten votes with the policy: two absences end "consistently", a third of all texts "almost always"."""
    assert they_work_for_you(Counted(with_strong=10, absent_strong=absent)) == pytest.approx(score)
    assert they_work_for_you(Counted(against_strong=10, absent_strong=absent)) == pytest.approx(1 - score)


def test_a_score_in_the_middle_is_not_capped():
    assert they_work_for_you(Counted(with_strong=5, against_strong=5, absent_strong=40)) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Counted(with_policy=19, against=1), Band.CONSISTENTLY_FOR),
        (Counted(with_policy=17, against=3), Band.ALMOST_ALWAYS_FOR),
        (Counted(with_policy=3, against=2), Band.GENERALLY_FOR),
        (Counted(with_policy=2, against=3), Band.MIXTURE),
        (Counted(with_policy=3, against=17), Band.GENERALLY_AGAINST),
        (Counted(with_policy=1, against=19), Band.ALMOST_ALWAYS_AGAINST),
        (Counted(against=2), Band.CONSISTENTLY_AGAINST),
        (Counted(with_policy=1), Band.NOT_ENOUGH),
        (Counted(with_strong=1), Band.CONSISTENTLY_FOR),
        (Counted(abstained=9, absent=9), Band.NOT_ENOUGH),
        (Counted(), Band.NOT_ENOUGH),
    ],
)
def test_the_bands_of_they_vote_for_you(found, words):
    assert band(THEY_VOTE_FOR_YOU, found) is words


def test_who_only_abstained_took_part_for_the_one_and_not_for_the_other():
    found = Counted(abstained_strong=5)
    assert band(THEY_WORK_FOR_YOU, found) is Band.MIXTURE
    assert band(THEY_VOTE_FOR_YOU, found) is Band.NOT_ENOUGH
    assert band(THEY_WORK_FOR_YOU, Counted(with_policy=9)) is Band.NOT_ENOUGH


def test_a_side_turned_round_turns_the_score_round():
    positions = [Position.YES] * 4 + [Position.NO] + [Position.ABSTAIN] + [Position.ABSENT] * 2
    scores = {
        side: they_vote_for_you(counted([(answer(side, one), Weight.STRONG) for one in positions])) for side in Side
    }
    against = scores[Side.AGAINST]
    assert against is not None
    assert scores[Side.FOR] == pytest.approx(1 - against)


def test_answers_are_counted_by_weight():
    found = counted([(Answer.WITH, Weight.NORMAL), (Answer.WITH, Weight.STRONG), (Answer.ABSENT, Weight.STRONG)])
    assert found == Counted(with_policy=1, with_strong=1, absent_strong=1)
    assert (found.n, found.voted) == (3, 2)


@pytest.mark.parametrize(
    ("side", "position", "expected"),
    [
        (Side.FOR, Position.YES, Answer.WITH),
        (Side.FOR, Position.NO, Answer.AGAINST),
        (Side.AGAINST, Position.NO, Answer.WITH),
        (Side.AGAINST, Position.YES, Answer.AGAINST),
        (Side.AGAINST, Position.ABSTAIN, Answer.ABSTAINED),
        (Side.FOR, Position.ABSENT, Answer.ABSENT),
    ],
)
def test_a_position_beside_the_policys_side(side, position, expected):
    assert answer(side, position) is expected
