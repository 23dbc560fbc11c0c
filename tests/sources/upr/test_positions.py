"""The words of positions: every wording reports and addenda have used, and words that take none."""

import pytest

from onrecord.sources.upr.positions import answer_in, positions_in
from onrecord.vocabulary.statements import UprResponse

S, N, P, V = UprResponse.SUPPORTED, UprResponse.NOTED, UprResponse.PENDING, UprResponse.VOLUNTARY_PLEDGE
PART = UprResponse.SUPPORTED_IN_PART


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The recommendations listed below enjoy the support of Malta:", S),
        ("The recommendations listed below have been examined by Malta and enjoy the support of Malta:", S),
        ("The following recommendations enjoyed its support, and Malta considers them already implemented:", S),
        ("Malta accepts the following recommendations:", S),
        ("The following recommendations are supported by Malta:", S),
        ("Recommendations that have the support of Malta", S),
        ("The following recommendations did not enjoy the support of Malta and would thus be noted:", N),
        ("The recommendations below do not enjoy the support of Malta:", N),
        ("Malta did not support the recommendations below:", N),
        ("The recommendations listed below are not accepted:", N),
        ("The following recommendations were rejected by Malta:", N),
        ("The recommendations have been examined by Malta and have been noted by Malta:", N),
        ("Malta takes note of the following recommendations:", N),
        ("Malta is not in a position to accept the following recommendations", N),
        ("Malta cannot accept these recommendations", N),
        ("The following recommendations will be examined by Malta, which will provide responses in due time:", P),
        ("The following recommendations will be considered by Malta, with its replies in due course:", P),
        ("The recommendations below are pending:", P),
        ("Malta will further review these recommendations", P),
        ("The recommendations are partially accepted", PART),
        ("Accepted in part", PART),
        ("Supported/Noted", PART),
        ("Not accepted", N),
        ("Malta makes the following voluntary commitments:", V),
        ("Views on recommendations and voluntary commitments: the recommendations are accepted", S),
    ],
)
def test_a_wording_gives_one_position(words: str, expected: UprResponse) -> None:
    assert positions_in(words) == (expected,)


@pytest.mark.parametrize(
    "words",
    [
        "Malta considers that recommendations Nos. 7 and 8 above have already been implemented.",
        "All conclusions and recommendations reflect the position of the submitting States.",
        "Consider supporting victims",
        "",
    ],
)
def test_words_without_a_position_give_none(words: str) -> None:
    assert positions_in(words) == ()


def test_two_positions_are_both_given() -> None:
    assert positions_in("Recommendations that are accepted, and those that are noted") == (S, N)


def test_an_answer_is_no_word_of_the_recommendation() -> None:
    assert answer_in("Bring the law into line with accepted standards. Train the judges.") == ()
    assert answer_in("The law of 2009 is in force. Malta supports this recommendation.") == (S,)
    assert answer_in("Not accepted. The law already provides for it, as noted above.") == (N,)
