"""Sentences about ratings and accreditation: what is read, what the record says, on which rows."""

from datetime import date
from itertools import islice
from random import Random

import pytest

from onrecord.claims.check import Checker
from onrecord.claims.ratings.samples import samples
from onrecord.record.store import Record

RELATIONS = {"rating", "national institution"}


def verdicts(checker: Checker, text: str, as_of: date | None = None) -> list[str]:
    claims = checker.check(text, as_of=as_of).claims
    return [k.finding.verdict.value for k in claims if k.relation in RELATIONS]


def rows(checker: Checker, text: str) -> set[str]:
    claims = checker.check(text).claims
    return {e.id for k in claims for e in (*k.finding.evidence, *k.finding.counter_examples)}


CASES = [
    ("RSF ranked Hungary 72nd out of 180 countries in its 2023 index.", "supported", "indices:HUN/RSF-rank/2023"),
    ("RSF ranked Hungary 27th out of 180 countries in its 2023 index.", "refuted", "indices:HUN/RSF-rank/2023"),
    ("Norway topped the RSF index in 2018.", "supported", "indices:NOR/RSF-rank/2018"),
    ("Eritrea came last in the 2016 World Press Freedom Index.", "supported", "indices:ERI/RSF-rank/2016"),
    ("In the 2020 World Press Freedom Index Uganda was ranked above Samoa.", "refuted", "indices:WSM/RSF-rank/2020"),
    ("In RSF's 2016 index Malta rose by 2 places to 46.", "supported", "indices:MLT/RSF-rank/2015"),
    ("Freedom House has rated Belarus Not Free every year since 1997.", "supported", "indices:BLR/FH-status/2012"),
    ("Freedom House classed Mali as Free in its 2012 report.", "supported", "indices:MLI/FH-status/2012"),
    ("Freedom House classed Mali as Partly Free in its 2012 report.", "refuted", "indices:MLI/FH-status/2012"),
    ("Freedom House downgraded Mali from Free to Not Free in 2013.", "supported", "indices:MLI/FH-status/2013"),
    ("Azerbaijan's Ombudsman was downgraded from A to B status in 2018.", "supported", "nhri:AZE/2018/B"),
    ("The national human rights institution of Kenya had B status in 2016.", "refuted", "nhri:KEN/2016/A"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verdict", "row"), CASES)
def test_verdict_and_row(checker: Checker, text: str, verdict: str, row: str) -> None:
    assert set(verdicts(checker, text)) == {verdict}
    assert row in rows(checker, text)


def test_an_edition_not_named_is_the_latest_by_the_day_of_the_text(checker: Checker) -> None:
    text = "Freedom House rates Mali as Free."
    assert verdicts(checker, text, date(2012, 11, 1)) == ["supported"]
    assert verdicts(checker, text, date(2013, 11, 1)) == ["refuted"]
    assert verdicts(checker, text) == ["not-enough-information"]


def test_a_bare_year_may_be_the_edition_or_the_year_rated(checker: Checker) -> None:
    assert verdicts(checker, "Freedom House rated Mali Free in 2012.") == ["conflicting"]


UNREAD = [
    "Transparency International ranked Kenya 123rd of 180.",
    "Freedom House gave Kenya 48 out of 100.",
    "Everyone in Kenya is free, says Freedom House.",
    "In 2015 RSF ranked Turkmenistan 178th, ahead only of North Korea and Eritrea.",
    "The national human rights institution of Kenya had A status in 2012.",
]


@pytest.mark.parametrize("text", UNREAD)
def test_what_the_record_cannot_say_gets_no_verdict(checker: Checker, text: str) -> None:
    assert not {"supported", "refuted"} & set(verdicts(checker, text))


def test_samples_are_supported_and_their_twins_not(checker: Checker) -> None:
    for sample in islice(samples(Record(), Random(5)), 200):
        assert set(verdicts(checker, sample.text)) == {"supported"}, sample.text
        assert {"refuted", "conflicting"} & set(verdicts(checker, sample.twin)), sample.twin
