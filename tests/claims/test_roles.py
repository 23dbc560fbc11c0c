"""Sentences about chairs, presidencies and bureau seats, with their verdicts and what must stay unread."""

from itertools import islice
from random import Random

import pytest

from onrecord.claims.check import Checker
from onrecord.claims.roles.relation import ROLES
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import CheckedClaim, Verdict

S, R, U = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFORMATION


def own(checker: Checker, text: str) -> list[CheckedClaim]:
    return [k for k in checker.check(text).claims if k.relation == "role"]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Germany held the presidency of the Human Rights Council in 2015.", [S]),
        ("Norway held the presidency of the Human Rights Council in 2015.", [R]),
        ("In 2022 Argentina presided over the UN Human Rights Council.", [S]),
        ("Uzbekistan served as Vice-President of the Council in 2022.", [S]),
        ("Norway served as Vice-President of the Council in 2022.", [U]),
        ("Kazakhstan chaired the OSCE in 2010 and was Vice-President of the Human Rights Council in 2015.", [S, S]),
    ],
)
def test_verdicts(checker, text, verdicts):
    assert [k.finding.verdict for k in own(checker, text)] == verdicts


@pytest.mark.parametrize(
    "text",
    [
        "Norway chaired the drafting committee in 2015.",
        "Its mission held the vice-chairmanship of the UN Human Rights Office.",
        "Peru did not chair the Human Rights Council in 2015.",
        "You should chair the OSCE.",
    ],
)
def test_other_posts_are_not_read(checker, text):
    assert own(checker, text) == []


def test_samples(checker):
    for sample in islice(ROLES.samples(Record(), Random(41)), 200):
        assert {k.finding.verdict for k in own(checker, sample.text)} == {S}, sample.text
        assert {k.finding.verdict for k in own(checker, sample.twin)} == {R}, sample.twin
