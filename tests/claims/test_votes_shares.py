"""Sentences about shares: how many texts a state supported, medians, ranks, differences, usual positions, counts."""

from collections.abc import Sequence

import pytest

from onrecord.claims.check import Checker

S, R, U, C = "supported", "refuted", "not-enough-information", "conflicting"
OURS = {"Share", "Median", "Ranked", "MostOften", "OnlyOne", "Difference", "Usual", "Held", "Sat"}


def verdicts(checker: Checker, text: str) -> list[tuple[str, str]]:
    found = checker.check(text)
    claims = [c for s in found.sentences for c in s.claims]
    return [(str(c.typed["type"]), c.finding.verdict.value) for c in claims if c.typed["type"] in OURS]


READ = [
    ("Kazakhstan voted in favour of 2 of the 9 country resolutions in 2014 (22 per cent).", [("Share", S)]),
    ("Kazakhstan voted in favour of 3 of the 9 country resolutions in 2014.", [("Share", R)]),
    ("Kazakhstan voted in favour of 2 of the 9 country resolutions in 2014 (32 per cent).", [("Share", R)]),
    ("Kazakhstan abstained on more than half of the country resolutions outside item 7 in 2014.", [("Share", S)]),
    ("Kazakhstan backed fewer than a quarter of country resolutions outside item 7 in 2014.", [("Share", S)]),
    ("Russia opposed about 90 per cent of country resolutions outside item 7 in 2014.", [("Share", S)]),
    ("France voted in favour of four of the five item 7 resolutions in 2014.", [("Share", S)]),
    (
        "Kazakhstan supported all of the item 7 resolutions and two of the nine other country resolutions in 2014.",
        [("Share", S), ("Share", S)],
    ),
    (
        "Of the nine country resolutions outside item 7 in 2014, Kazakhstan supported two, opposed two"
        " and abstained on five.",
        [("Share", S), ("Share", S), ("Share", S)],
    ),
    (
        "In 2014 Kazakhstan voted for two, against three and abstained on four of the nine country resolutions"
        " outside item 7.",
        [("Share", S), ("Share", R), ("Share", R)],
    ),
    (
        "Kazakhstan voted in favour of 2 of the 9 country resolutions in 2014 (22 per cent; median of the Council"
        " 78 per cent), ranking 34th of the 47 members.",
        [("Share", S), ("Median", S), ("Ranked", S)],
    ),
    ("Kazakhstan ranked 34th of 47 members in support for country resolutions in 2014.", [("Ranked", S)]),
    ("Kazakhstan ranked 12th of 47 members in support for country resolutions in 2014.", [("Ranked", R)]),
    ("Cuba voted no more often than any other member in 2016.", [("MostOften", R)]),
    ("Venezuela was the only member to vote against all country resolutions in 2015.", [("OnlyOne", R)]),
    (
        "In 2014 Kazakhstan supported 5 of 5 texts under agenda item 7 and 2 of 9 on other country situations:"
        " a difference of 78 percentage points.",
        [("Share", S), ("Share", S), ("Difference", S)],
    ),
    (
        "In 2014 Kazakhstan supported 5 of 5 texts under agenda item 7 and 2 of 9 on other country situations:"
        " a difference of 68 percentage points.",
        [("Share", S), ("Share", S), ("Difference", R)],
    ),
    ("Kazakhstan's usual position on Belarus was against in 2014.", [("Usual", S)]),
    (
        "Kazakhstan's position on Iran changed from absent in 2013 (1 text) to in favour in 2014 (1 text).",
        [("Usual", S), ("Usual", R)],
    ),
    ("Between 2011 and 2024 the Council took 45 recorded votes on texts on Syria.", [("Held", S)]),
    ("Between 2011 and 2024 the Council took 44 recorded votes on texts on Syria.", [("Held", R)]),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_sentence(checker: Checker, text: str, expected: Sequence[tuple[str, str]]) -> None:
    assert sorted(verdicts(checker, text)) == sorted(expected)


def test_a_share_without_a_selection_is_answered_under_each(checker: Checker) -> None:
    finding = checker.check("Kazakhstan abstained on a majority of country resolutions in 2014.").claims[0].finding
    assert finding.verdict.value == C
    assert {a.reading: a.verdict.value for a in finding.answers} == {
        "country situations as Votes Count takes them": S,
        "every country-situation text": R,
        "country items as yourHRC.org takes them": R,
    }


def test_the_number_of_texts_tells_which_selection_is_meant(checker: Checker) -> None:
    finding = checker.check("Kazakhstan voted for 2 of the 9 country resolutions in 2014.").claims[0].finding
    assert finding.verdict.value == S
    assert finding.n == 9


def test_an_answer_rests_on_the_texts_it_counts_and_no_others(checker: Checker) -> None:
    (claim,) = checker.check("In 2019 Uruguay abstained on 6 of the 17 votes on country situations.").claims
    rows = {row.id for row in claim.finding.evidence}
    assert claim.finding.n == len(rows) == 17
    assert "hrc-res-40-21" not in rows


def test_a_choice_of_texts_that_is_no_named_one_is_not_refuted(checker: Checker) -> None:
    assert verdicts(checker, "Kazakhstan voted for 2 of the 6 country resolutions in 2014.") == [("Share", U)]


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan should support more than half of the country resolutions in 2027.",
        "Kazakhstan voted for 2 of the 9 country resolutions in 2014 and 3 of the 10 in 2015.",
        "Kazakhstan abstained on 56 per cent of country resolutions in 2014, against a mean of 20 per cent.",
        "Cuba voted against eight of the nine country resolutions outside item 7 in 2014, more than 85 per cent.",
    ],
)
def test_trap_gets_no_verdict(checker: Checker, text: str) -> None:
    assert {verdict for _, verdict in verdicts(checker, text)} <= {U}
