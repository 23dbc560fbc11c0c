"""Claims about elections: sentences with known verdicts, twins with one fact changed, traps, samples."""

from datetime import date
from itertools import islice
from random import Random

import pytest

from onrecord.claims.check import Checker
from onrecord.claims.elections.relation import ELECTIONS
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import CheckedClaim, CheckedText, Reason, Verdict

S, R, U, C = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFORMATION, Verdict.CONFLICTING
_MINE = {"election", "membership"}


def _claims(found: CheckedText) -> list[CheckedClaim]:
    return [claim for claim in found.claims if claim.relation in _MINE]


def _verdict(checker: Checker, text: str, about: str | None = None, as_of: date | None = None) -> Verdict | None:
    verdicts = {claim.finding.verdict for claim in _claims(checker.check(text, about, as_of))}
    return next((v for v in (R, C, U, S) if v in verdicts), None)


def _rows(checker: Checker, text: str) -> set[str]:
    found = _claims(checker.check(text))
    return {e.id for claim in found for e in (*claim.finding.evidence, *claim.finding.counter_examples)}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In November 2012, Estonia was elected to the UN Human Rights Council for the first time.", S),
        ("In November 2012, Argentina was elected to the UN Human Rights Council for the first time.", R),
        ("Guatemala failed to win a seat in the October 2016 election.", S),
        ("Brazil failed to win a seat in the October 2016 election.", R),
        ("Croatia received 114 votes and Russia 112 in 2016.", S),
        ("Croatia received 112 votes and Russia 114 in 2016.", R),
        ("Russia was beaten by Croatia in October 2016 by 114 votes to 112.", S),
        ("Croatia was beaten by Russia in October 2016 by 114 votes to 112.", R),
        ("Bulgaria (160) and Albania (123) beat Russia (83) in October 2023.", S),
        ("France scored 123 votes in May 2008, edging out Spain, which garnered 119 votes.", S),
        ("France scored 123 votes in May 2008, edging out Spain, which garnered 191 votes.", R),
        ("China was elected in October 2020 with 139 votes, down from 180 in 2016.", S),
        ("China was elected in October 2020 with 139 votes, down from 185 in 2016.", R),
        ("Venezuela lost its bid for re-election in 2022 with 88 votes, behind Chile (144) and Costa Rica (134).", S),
        ("South Korea lost its seat in 2022, coming fifth in the Asia-Pacific race with 123 votes.", S),
        ("South Korea lost its seat in 2022, coming third in the Asia-Pacific race with 123 votes.", R),
        ("Ukraine won the second highest number of votes in the Eastern European group in 2020.", R),
        ("Sixteen countries ran for 15 seats in October 2020.", S),
        ("Sixteen countries ran for 14 seats in October 2020.", R),
        ("In October 2017 only the Asian Group presented a contested slate.", S),
        ("In October 2017 only the African Group presented a contested slate.", R),
        ("All five regional groups had clean slates in October 2018.", S),
        ("All five regional groups had clean slates in October 2020.", R),
        ("Kuwait and Malawi were elected in October 2023 with 183 and 182 votes respectively.", S),
        ("Kuwait and Malawi were elected in October 2023 with 182 and 183 votes respectively.", R),
        ("Cuba was elected to the Council for the fifth time in October 2020.", S),
        ("Qatar was elected in 2021 for a fifth term.", S),
        ("Qatar was elected in 2021 for a sixth term.", R),
        ("Slovenia was elected for a three-year term beginning on 1 January 2016.", S),
        ("Slovenia was elected for a three-year term beginning on 1 January 2017.", R),
        ("Cameroon and Somalia were re-elected for a second consecutive term in October 2021.", S),
        ("The vote was held in New York on 14 October 2021 at the 76th session of the General Assembly.", S),
        ("The vote was held in New York on 14 October 2021 at the 75th session of the General Assembly.", R),
        ("Neither Sweden nor Greece was elected in 2012.", S),
        ("Neither Sweden nor Gabon was elected in 2012.", R),
        ("Backed by 169 states, Pakistan was elected to the 47-member body in 2020.", S),
        ("Vietnam was re-elected on 14 October 2025 with the highest number of votes in its group.", S),
        ("Kyrgyzstan was elected in October 2022 for the 2023–2025 term.", S),
        ("Tunisia withdrew its candidacy in 2025.", S),
        ("Kenya garnered 180 of a possible 193 votes in 2012.", S),
        ("Kenya garnered 180 of a possible 203 votes in 2012.", R),
        ("New Zealand and Australia had never been elected to the Council before 2017.", S),
        ("The four winning Asia-Pacific candidates in 2014 were India, Indonesia, Bangladesh and Qatar.", S),
        ("Since the Council's establishment in 2006, Kenya has been elected to it three times.", S),
    ],
)
def test_a_sentence_gets_its_verdict(checker: Checker, text: str, verdict: Verdict) -> None:
    assert _verdict(checker, text) is verdict


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Costa Rica lost to Venezuela in October 2019.",
            {"elections:2019-10-17/GRULAC/CRI", "elections:2019-10-17/GRULAC/VEN"},
        ),
        ("Sudan was elected in October 2018.", {"elections:2019-10-17/AG/SDN"}),
        ("Iceland won a by-election on 13 July 2018 with 172 votes.", {"elections:2018-07-13/WEOG/ISL"}),
        (
            "The newcomers elected in October 2021 were Finland, the Gambia, Honduras and Luxembourg.",
            {"elections:2021-10-14/WEOG/FIN", "elections:2021-10-14/EEG/LTU", "membership:FIN/2006-06-19"},
        ),
    ],
)
def test_a_verdict_names_the_rows_it_rests_on(checker: Checker, text: str, rows: set[str]) -> None:
    assert rows <= _rows(checker, text)


def test_a_total_that_sources_dispute_is_conflicting(checker: Checker) -> None:
    assert _verdict(checker, "Russia received 158 votes in October 2020.") is C
    assert _verdict(checker, "Russia received 177 votes in October 2020.") is R


def test_stray_votes_make_no_candidate(checker: Checker) -> None:
    assert _verdict(checker, "Syria was a candidate for a seat on the Council in 2011.") is R


def test_a_sitting_member_was_no_candidate(checker: Checker) -> None:
    assert _verdict(checker, "Vietnam and Laos were defeated in the October 2015 election.") is R


def test_a_candidate_that_no_source_names_may_have_stood(checker: Checker) -> None:
    claim = _claims(checker.check("Liechtenstein was a candidate for a seat on the Council in 2012."))[0]
    assert (claim.finding.verdict, claim.finding.reason) == (U, Reason.OUTSIDE_COVERAGE)


def test_re_elected_after_a_gap_has_two_readings(checker: Checker) -> None:
    claim = next(
        c for c in _claims(checker.check("China was re-elected in October 2020.")) if c.typed["type"] == "Again"
    )
    assert claim.finding.verdict is C
    assert {answer.verdict for answer in claim.finding.answers} == {S, R}


def test_a_tie_is_named_and_a_lower_place_conflicts(checker: Checker) -> None:
    assert _verdict(checker, "In October 2021 the Gambia won more votes than Eritrea.") is S
    assert _verdict(checker, "Brazil received the second highest number of votes in the 2012 election.") is S
    assert _verdict(checker, "Brazil received the third highest number of votes in the 2012 election.") is C


def test_elections_after_the_day_of_the_text_are_not_known(checker: Checker) -> None:
    text = "Kazakhstan has been elected to the Council twice."
    assert _verdict(checker, text, as_of=date(2014, 1, 1)) is R
    assert _verdict(checker, text, as_of=date(2022, 1, 1)) is S


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president was elected in 2013.",
        "Kenya was elected to the Security Council in 2020.",
        "Kenya was elected to the governing body of the labour office in 2017.",
        "The committee elected Ms Smith of Kenya as its chair in 2013.",
        "Kenya was almost elected in 2010.",
        "Kenya would have been elected in 2010.",
        "Kenya hopes to be elected in October 2021.",
        "Kenya won support for the text, which received 32 votes in 2014.",
        "Kenya received 150 recommendations in 2015.",
        "Pakistan lost the vote on the resolution in March 2014.",
        "Will Russia be elected in 2023?",
    ],
)
def test_what_is_no_election_to_the_council_is_not_read(checker: Checker, text: str) -> None:
    assert _verdict(checker, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Kenya was elected, but Sweden was not, in 2012.",
        "All candidates except Saudi Arabia were elected in October 2020.",
        "Only Cuba and China have been elected six times.",
        "Estonia and not Kenya was elected in 2012.",
        "Kuwait was elected in place of Syria in 2011.",
        "Russia lost to Croatia by a two-vote margin in 2016.",
        "Kenya, Gabon and 12 other African states were elected in 2012.",
    ],
)
def test_what_is_not_understood_to_the_end_gets_no_verdict(checker: Checker, text: str) -> None:
    assert _verdict(checker, text) in {U, None}


def test_a_number_that_is_right_for_one_group_only_is_not_refuted(checker: Checker) -> None:
    assert _verdict(checker, "Five states were elected in October 2012.") is not R
    assert _verdict(checker, "Five states were elected in November 2012.") is U


def test_samples_are_supported_and_their_twins_are_not(checker: Checker) -> None:
    for sample in islice(ELECTIONS.samples(Record(), Random(11)), 200):
        assert _verdict(checker, sample.text) is S, sample.text
        assert _verdict(checker, sample.twin) in {R, C}, sample.twin


def test_a_claim_in_plain_words_is_read_back(checker: Checker) -> None:
    for sample in islice(ELECTIONS.samples(Record(), Random(12)), 60):
        for claim in _claims(checker.check(sample.text)):
            again = [c.typed for c in _claims(checker.check(claim.understood))]
            assert claim.typed in again, claim.understood
