"""Sentences about concluding observations: symbols with their state, body and dates; what a partial table can say."""

from itertools import islice
from random import Random

import pytest

from onrecord.claims.check import Checker
from onrecord.claims.observations.samples import samples
from onrecord.record.store import Record


def verdicts(checker: Checker, text: str, about: str | None = None) -> list[str]:
    claims = checker.check(text, about).claims
    return [k.finding.verdict.value for k in claims if k.relation == "concluding observations"]


CASES = [
    ("Committee against Torture, Kazakhstan, 12 December 2014 (CAT/C/KAZ/CO/3), para. 7.", "supported"),
    ("Committee against Torture, Kazakhstan, 12 December 2015 (CAT/C/KAZ/CO/3), para. 7.", "refuted"),
    ("5 Concluding observations of the Human Rights Committee, Kazakhstan (CAT/C/KAZ/CO/3).", "refuted"),
    ("Concluding observations on Kenya, CAT/C/KAZ/CO/3.", "refuted"),
    ("See CRPD/C/KAZ/CO/1, paras. 7 and 8.", "supported"),
    ("The Human Rights Committee reviewed Kazakhstan in June 2016.", "supported"),
    ("Kazakhstan's second periodic report was considered by the Human Rights Committee in June 2016.", "supported"),
    ("The Human Rights Committee reviewed Kazakhstan in 2012.", "not-enough-information"),
    ("The Committee against Torture reviewed Kenya in 2013.", "not-enough-information"),
    ("The CAT Committee adopted concluding observations on Kazakhstan on 12 December 2014.", "conflicting"),
    ("The Committee against Torture expressed concern about prisons in Kazakhstan.", "not-enough-information"),
    ("Kazakhstan submits periodic reports to the UN treaty bodies.", "supported"),
    ("Kenya submits periodic reports to the UN treaty bodies.", "not-enough-information"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verdict"), CASES)
def test_verdict(checker: Checker, text: str, verdict: str) -> None:
    assert set(verdicts(checker, text)) == {verdict}


def test_the_row_is_named_by_its_symbol(checker: Checker) -> None:
    claim = checker.check("See CRPD/C/KAZ/CO/1, para. 7.").claims[0]
    assert [e.id for e in claim.finding.evidence] == ["concluding_observations:CRPD/C/KAZ/CO/1"]


def test_an_appeal_presupposes_the_recommendations_it_names(checker: Checker) -> None:
    text = "We urge you to carry out the 2014 recommendations of the Committee against Torture without delay."
    assert verdicts(checker, text, "Kazakhstan") == ["supported"]
    assert verdicts(checker, text, "Kenya") == ["not-enough-information"]


def test_samples_are_supported_and_their_twins_not(checker: Checker) -> None:
    for sample in islice(samples(Record(), Random(5)), 200):
        assert set(verdicts(checker, sample.text)) == {"supported"}, sample.text
        assert {"refuted", "conflicting"} & set(verdicts(checker, sample.twin)), sample.twin
