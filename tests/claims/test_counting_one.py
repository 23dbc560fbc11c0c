"""The word "one" as a number and as a pronoun."""

import pytest

from onrecord.claims.numbers import numbers


@pytest.mark.parametrize(
    "text",
    [
        "one of only 10",
        "one of 18 states",
        "one of the two seats",
        "one was absent",
        "one against",
        "one in favour",
        "one term",
        "a one-year term",
        "one, Gabon, was absent",
        "all but one of the members",
        "more than one of the candidates",
        "only one did so",
        "One member abstained",
    ],
)
def test_one_that_counts(text: str) -> None:
    assert numbers(text)[0].value == 1


@pytest.mark.parametrize(
    "text",
    [
        "one of the countries",
        "no one",
        "no one voted against it",
        "each and every one of its members",
        "one should note",
        "a strong one.",
        "the ones voting",
        "one another",
        "one that failed",
        "a one-sided text",
        "Oman was another",
        "the one in Geneva",
    ],
)
def test_one_that_does_not(text: str) -> None:
    assert numbers(text) == ()
