"""The figures of a vote in sentences, and figures that only stand like them."""

import pytest

from onrecord.claims.numbers import NumberKind, VoteTally, numbers

VOTES = [
    ("by 22 votes to 11 with 14 abstentions", VoteTally(22, 11, 14)),
    ("by 23 votes to 12 with 12 abstentions", VoteTally(23, 12, 12)),
    ("20 votes in favour, seven against and 20 abstentions", VoteTally(20, 7, 20)),
    ("a vote of 25 to 13", VoteTally(25, 13)),
    ("21 votes to 19, with seven abstentions", VoteTally(21, 19, 7)),
    ("fell by 15 votes to 20, with 8 abstentions", VoteTally(15, 20, 8)),
    ("(22 in favour, 12 against, 12 abstaining)", VoteTally(22, 12, 12)),
    ("with 25 states voting in favour, 13 against and 8 abstaining", VoteTally(25, 13, 8)),
    ("24 yes, 7 no, 16 abstentions", VoteTally(24, 7, 16)),
    ("29 votes for, one against and 17 abstentions", VoteTally(29, 1, 17)),
    ("28 in favour, 1 against, and 18 abstentions", VoteTally(28, 1, 18)),
    ("by a vote of 26 to 6, with 15 abstentions", VoteTally(26, 6, 15)),
    ("Yes: 26 / No: 1 / Abstain: 20", VoteTally(26, 1, 20)),
    ("Yes: 26 No: 1 Abstain: 20", VoteTally(26, 1, 20)),
    ("In favour (22), against (11), abstentions (14)", VoteTally(22, 11, 14)),
    ("passed by 22 to 11", VoteTally(22, 11)),
    ("by 41 votes to none, with 6 abstentions", VoteTally(41, 0, 6)),
    ("22 votes to 11, with eight members abstaining", VoteTally(22, 11, 8)),
    ("30 in favour; 5 against; 12 abstentions", VoteTally(30, 5, 12)),
    ("22 to 11 with no abstentions", VoteTally(22, 11, 0)),
    ("43 in favour, none against and 4 abstentions", VoteTally(43, 0, 4)),
    ("22-11, with 14 abstentions", VoteTally(22, 11, 14)),
    ("30 voted for the text, 5 opposed it and 12 abstained", VoteTally(30, 5, 12)),
    ("26 in favor to 6 against", VoteTally(26, 6)),
    ("12 said no, nine abstained and one was absent", VoteTally(None, 12, 9, 1)),
    ("25 to 13, with nine states not voting", VoteTally(25, 13, not_voting=9)),
    ("14 against and 3 abstentions", VoteTally(None, 14, 3)),
    ("31 members supporting it, 8 opposing it, 8 abstaining", VoteTally(31, 8, 8)),
]


@pytest.mark.parametrize(("text", "value"), VOTES)
def test_columns_of_one_vote(text: str, value: VoteTally) -> None:
    (found,) = numbers(text)
    assert (found.kind, found.value) == (NumberKind.TALLY, value)


@pytest.mark.parametrize(
    ("text", "by_order"),
    [("by 21 votes to 18", True), ("25-13 with 9 abstentions", True), ("21 in favour and 18 against", False)],
)
def test_says_whether_words_or_order_tell_yes_from_no(text: str, by_order: bool) -> None:
    (found,) = numbers(text)
    assert isinstance(found.value, VoteTally)
    assert found.value.by_order is by_order


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("22 to 11", [22, 11]),
        ("from 22 to 11", [22, 11]),
        ("fell from 180 votes to 139", [180, 139]),
        ("rose by 22 to 33", [22, 33]),
        ("its total fell by 18 votes to 121", [18, 121]),
        ("11 against the text", [11]),
        ("eight abstained", [8]),
        ("with 14 abstentions", [14]),
        ("Peru got 144 votes for the seat, Chile 124", [144, 124]),
        ("20 candidates for 18 seats", [20, 18]),
        ("no one abstained and 12 opposed it", [12]),
    ],
)
def test_lone_figures_stay_counts(text: str, values: list[int]) -> None:
    assert [(n.kind, n.value) for n in numbers(text)] == [(NumberKind.CARDINAL, v) for v in values]
