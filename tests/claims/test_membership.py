"""Claims about seats on the Council: sentences with known verdicts, twins with one fact changed, traps, samples."""

from datetime import date
from itertools import islice
from random import Random

import pytest

from onrecord.claims.check import Checker
from onrecord.claims.membership.relation import MEMBERSHIP
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import CheckedClaim, CheckedText, Verdict

S, R, U, C = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFORMATION, Verdict.CONFLICTING
_MINE = {"election", "membership"}


def _claims(found: CheckedText) -> list[CheckedClaim]:
    return [claim for claim in found.claims if claim.relation in _MINE]


def _verdict(checker: Checker, text: str, about: str | None = None, as_of: date | None = None) -> Verdict | None:
    verdicts = {claim.finding.verdict for claim in _claims(checker.check(text, about, as_of))}
    return next((v for v in (R, C, U, S) if v in verdicts), None)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Kenya sat on the Council in 2013 and 2014.", S),
        ("Kenya sat on the Council in 2012 and 2014.", R),
        ("Botswana, a member of the Council from 2011 to 2017, left.", S),
        ("China, Cuba and Russia were members of the Council throughout 2015.", S),
        ("Germany, Cuba and Jordan were members of the Council throughout 2015.", R),
        ("Norway has never been a member of the Human Rights Council.", R),
        ("Neither Iran nor Syria has ever been a member of the Council.", S),
        ("Uzbekistan had not been a member before 2021.", S),
        ("Kuwait's first term ran from 2011 to 2014.", S),
        ("Kuwait's second term ran from 2011 to 2014.", R),
        ("Kenya's three-year term began on 1 January 2013 and ended on 31 December 2015.", S),
        ("Kenya's three-year term began on 1 January 2013 and ended on 31 December 2016.", R),
        ("Ethiopia's two-year term began on 1 January 2016.", R),
        ("Malaysia completed its third term in 2024.", S),
        ("The United States left the Human Rights Council at the beginning of 2016.", S),
        ("Kenya left the Council at the end of 2015.", R),
        ("Russia was suspended from the Human Rights Council on 7 April 2022.", S),
        ("Russia was suspended from the Human Rights Council on 8 April 2022.", R),
        ("The United States quit the Human Rights Council in 2018.", S),
        ("Iceland replaced the United States on the Council in July 2018.", S),
        ("Iceland replaced Canada on the Council in July 2018.", R),
        ("The Maldives was not eligible for immediate re-election in 2016.", S),
        ("Mexico was not eligible for immediate re-election in 2016.", R),
        ("Estonia sat alongside Pakistan and India on the Council in 2013.", S),
        ("Estonia sat alongside Pakistan and China on the Council in 2013.", R),
        ("Montenegro was one of six members of the Group of Eastern European States on the Council in 2014.", S),
        ("Montenegro was one of seven members of the Group of Eastern European States on the Council in 2014.", R),
        ("During its 2016–2018 term Slovenia spoke up.", S),
        ("During its 2015–2017 term Slovenia spoke up.", R),
        ("The Council has 47 members.", S),
        ("The Council has 53 members.", R),
    ],
)
def test_a_sentence_gets_its_verdict(checker: Checker, text: str, verdict: Verdict) -> None:
    assert _verdict(checker, text) is verdict


@pytest.mark.parametrize(
    ("text", "about", "as_of", "verdict"),
    [
        ("Indonesia is already on the Council with a term running to 2017.", None, date(2015, 10, 29), S),
        ("Indonesia is already on the Council with a term running to 2018.", None, date(2015, 10, 29), R),
        ("Cuba is currently a member of the Human Rights Council.", None, date(2021, 5, 1), S),
        ("Cuba is currently a member of the Human Rights Council.", None, date(2013, 5, 1), R),
        ("Its current term ends in December 2024.", "Finland", date(2024, 5, 1), S),
        ("Morocco will serve on the Council until 2025.", None, date(2024, 3, 1), S),
        ("Japan is serving its fifth term on the Council.", None, date(2021, 6, 1), S),
        ("From 2020 Poland will take the place of Slovakia on the Council.", None, date(2019, 10, 20), R),
        ("From 2020 Poland will take the place of Croatia on the Council.", None, date(2019, 10, 20), S),
        ("Morocco will serve on the Council until 2030.", None, date(2024, 3, 1), U),
        ("Russia is no longer a member of the Council.", None, date(2022, 6, 1), S),
    ],
)
def test_terms_fixed_by_an_election_are_known_before_they_run(
    checker: Checker, text: str, about: str | None, as_of: date, verdict: Verdict
) -> None:
    assert _verdict(checker, text, about, as_of) is verdict


def test_is_a_member_without_a_day_is_not_decided(checker: Checker) -> None:
    assert _verdict(checker, "Switzerland is a member of the Council.") is U


def test_evidence_names_the_terms(checker: Checker) -> None:
    (claim,) = _claims(checker.check("Estonia was a member of the Human Rights Council in 2014."))
    assert {e.id for e in claim.finding.evidence} == {"membership:EST/2013-01-01"}


def test_a_running_term_makes_a_count_of_terms_conflict(checker: Checker) -> None:
    text = "Pakistan has served four terms on the Council."
    assert _verdict(checker, text, as_of=date(2022, 1, 1)) is C
    assert _verdict(checker, text, as_of=date(2020, 12, 1)) is S


@pytest.mark.parametrize(
    "text",
    [
        "Kenya is a member of the African Union.",
        "Kenya is a member of the core group on the text.",
        "Kenya joined the Council's core group in 2014.",
        "Kenya served two terms on the Security Council.",
        "Kenya served as coordinator of the African Group in 2013.",
        "Kenya left the room in 2014.",
        "Critics will watch Kenya's Council membership in the next three years.",
        "Kenya joined the consensus in 2013.",
        "The term of the Special Rapporteur ended in 2014.",
        "Brazil has sat on the Council for longer than any other state.",
        "Members of the Council spoke in 2013.",
    ],
)
def test_what_is_no_seat_on_the_council_is_not_read(checker: Checker, text: str) -> None:
    assert _verdict(checker, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's membership of the OIC began in 1995.",
        "Of the 193 states in the United Nations, 124 have been members of the Council.",
        "Libya was suspended from the Council in March 2011 and reinstated in November 2011.",
    ],
)
def test_what_is_not_understood_to_the_end_gets_no_verdict(checker: Checker, text: str) -> None:
    assert _verdict(checker, text) in {U, None}


def test_samples_are_supported_and_their_twins_are_not(checker: Checker) -> None:
    for sample in islice(MEMBERSHIP.samples(Record(), Random(11)), 200):
        assert _verdict(checker, sample.text) is S, sample.text
        assert _verdict(checker, sample.twin) in {R, C}, sample.twin


def test_a_claim_in_plain_words_is_read_back(checker: Checker) -> None:
    for sample in islice(MEMBERSHIP.samples(Record(), Random(12)), 60):
        for claim in _claims(checker.check(sample.text)):
            again = [c.typed for c in _claims(checker.check(claim.understood))]
            assert claim.typed in again, claim.understood
