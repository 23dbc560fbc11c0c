"""Sentences about sponsors of texts, with their verdicts, their evidence and what must stay unread."""

from datetime import date
from itertools import islice
from random import Random

import pytest

from onrecord.claims.check import Checker
from onrecord.claims.sponsorship.relation import SPONSORSHIP
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import CheckedClaim, Verdict

S, R, U, C = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFORMATION, Verdict.CONFLICTING


def own(checker: Checker, text: str, as_of: date | None = None) -> list[CheckedClaim]:
    return [k for k in checker.check(text, None, as_of).claims if k.relation == "sponsorship"]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Egypt tabled resolution 56/6 on the safety of the child in the digital environment.", [S]),
        ("Norway tabled resolution 56/6.", [R]),
        ("Belgium was a main sponsor of the resolution on technology-facilitated gender-based violence.", [S]),
        ("Sweden was a main sponsor of the resolution on technology-facilitated gender-based violence.", [R]),
        ("Malawi was among the main authors of the resolution on a culture of peace with the Gambia.", [S]),
        ("Sweden co-sponsored resolution 56/19.", [U]),
        ("Sweden did not co-sponsor resolution 56/19.", [U]),
        ("Morocco did not co-sponsor resolution 56/19.", [R]),
        ("Resolution 57/18 was initiated by Kazakhstan, Kyrgyzstan and Uzbekistan.", [S]),
        ("Resolution 57/18 was initiated by Kazakhstan and Tajikistan.", [R]),
        ("The resolution on domestic violence of October 2024 was co-sponsored by more than 60 states.", [S]),
        ("The resolution on domestic violence of October 2024 was co-sponsored by fewer than 50 states.", [R]),
        ("The resolution on domestic violence of October 2024 was co-sponsored by more than 90 states.", [U]),
        ("Cuba put its name to no country resolution in 2014.", [U]),
        ("From 2022 to 2024 Kazakhstan put forward two resolutions.", [S]),
        ("From 2022 to 2024 Kazakhstan put forward one hundred resolutions.", [U]),
        ("All of Kazakhstan's initiatives were adopted unanimously.", [S]),
        ("All of Kazakhstan's initiatives were adopted by a vote.", [R]),
    ],
)
def test_verdicts(checker, text, verdicts):
    assert [k.finding.verdict for k in own(checker, text)] == verdicts


def test_who_led_is_known_as_of_the_day_of_the_text(checker):
    (claim,) = own(checker, "From 2022 to 2024 Kazakhstan put forward two resolutions.", date(2024, 12, 31))
    assert claim.finding.verdict is S
    assert {e.id for e in claim.finding.evidence} == {"initiatives:A/HRC/RES/54/5", "initiatives:A/HRC/RES/57/18"}


def test_on_behalf_of_a_group_of_which_only_some_sponsored(checker):
    found = own(checker, "On behalf of the Central Asian countries, Kazakhstan put forward two resolutions.")
    assert [k.finding.verdict for k in found] == [S, C]


def test_a_list_with_whose_texts_they_are(checker):
    text = "Kazakhstan was among the main authors of the resolutions on a culture of peace (Gambia) and the social reintegration of former prisoners (Costa Rica)."  # noqa: E501
    found = own(checker, text)
    assert [k.finding.evidence[0].id for k in found] == ["initiatives:A/HRC/RES/55/17", "initiatives:A/HRC/RES/57/9"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway put forward its candidacy for the Council in 2023.",
        "Norway submitted its pledges in document A/67/122.",
        "Peru initiated a reform of its criminal code.",
        "The Swiss-led resolution on the death penalty was adopted in 2021.",
    ],
)
def test_what_is_no_sponsorship_is_not_read(checker, text):
    assert own(checker, text) == []


def test_samples(checker):
    for sample in islice(SPONSORSHIP.samples(Record(), Random(41)), 200):
        texts = {k.finding.verdict for k in own(checker, sample.text)}
        twins = {k.finding.verdict for k in own(checker, sample.twin)}
        assert texts == {S}, sample.text
        assert twins & {R, C}, sample.twin
