"""Sentences about special sessions, with their verdicts, their evidence and what must stay unread."""

from itertools import islice
from random import Random

import pytest

from onrecord.claims.check import Checker
from onrecord.claims.special_sessions.relation import SPECIAL_SESSIONS
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import CheckedClaim, Reason, Verdict

S, R, U, C = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFORMATION, Verdict.CONFLICTING


def own(checker: Checker, text: str, about: str | None = None) -> list[CheckedClaim]:
    return [k for k in checker.check(text, about).claims if k.relation == "special session"]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Morocco called for the January 2014 special session on the Central African Republic.", [S]),
        ("Cuba called for the January 2014 special session on the Central African Republic.", [R]),
        ("Cuba did not sign the request for the special session on Ukraine in May 2022.", [S]),
        ("Cuba supported all three special sessions held in 2014.", [R, S]),
        ("Cuba supported two of the three special sessions held in 2014.", [R]),
        ("None of the 13 African members of the Council backed the special session on Sudan in May 2023.", [S]),
        ("None of the 13 Asia-Pacific members of the Council backed the special session on Sudan in May 2023.", [R]),
        ("The 20th special session, requested by 36 members and 43 observers, opened on 20 January 2014.", [S, S, S]),
        ("The 20th special session was requested by 33 members of the Council.", [R]),
        ("The Human Rights Council held four special sessions in 2011.", [S]),
        ("The Human Rights Council held five special sessions in 2011.", [R]),
        ("The Council has held five special sessions on Syria.", [S]),
        ("The fourth special session on Syria was held on 1 June 2012.", [S]),
        ("The fourth special session on Syria was held on 11 June 2012.", [R]),
        ("The special session on Iran in November 2022 adopted resolution S-35/1 by 25 votes to 6.", [S]),
        ("The special session on Iran in November 2022 adopted resolution S-35/1 without a vote.", [R]),
        ("At the request of Pakistan, the Council held a special session on Afghanistan in August 2021.", [S, S]),
        ("Algeria, on behalf of the African Group, requested the special session on Boko Haram in March 2015.", [S, S]),
        ("Brazil supported the request for a special session on the Sudan in November 2021.", [U]),
        ("Gabon, then not a member of the Council, did not support the request for the 25th special session.", [S]),
        ("Gabon, then a member of the Council, did not support the request for the 25th special session.", [R]),
        ("21 states signed the request for the special session on Syria in June 2012.", [C]),
    ],
)
def test_verdicts(checker, text, verdicts):
    assert sorted(k.finding.verdict for k in own(checker, text)) == sorted(verdicts)


def test_evidence_names_the_sessions(checker):
    claim, count = own(checker, "Cuba supported all three special sessions held in 2014.")
    assert {e.id for e in count.finding.evidence} == {f"special_sessions:S-{n}" for n in (20, 21, 22)}
    assert [e.id for e in claim.finding.evidence] == ["special_sessions:S-21"]
    assert [e.id for e in claim.finding.counter_examples] == ["special_sessions:S-20", "special_sessions:S-22"]


def test_a_partial_list_refutes_nobody(checker):
    (claim,) = own(checker, "Japan supported the special session on the Sudan in November 2021.")
    assert (claim.finding.verdict, claim.finding.reason) == (U, Reason.NOT_IN_THE_RECORD)


def test_it_is_the_state_the_text_is_about(checker):
    (claim,) = own(checker, "It called for the July 2014 special session on Gaza.", "Peru")
    assert claim.finding.verdict is S
    assert claim.filled[0].value == "PER"


@pytest.mark.parametrize(
    "text",
    [
        "Parliament held a special session on 5 May 2014.",
        "The General Assembly held an emergency special session on Ukraine in March 2022.",
        "The OIC convened an emergency session on Gaza in October 2023.",
        "We urge you to support a special session on Belarus.",
        "The special session was supported by 53 states.",
    ],
)
def test_other_sessions_are_not_read(checker, text):
    assert own(checker, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The 36 members that supported the special session on the Central African Republic included Chad and Brazil.",
        "The special session on Iraq led in 2014 to three visits by Norway.",
    ],
)
def test_what_is_left_over_stops_the_reading(checker, text):
    assert {k.finding.verdict for k in own(checker, text)} <= {U}


def test_says_are_read_back(checker):
    (claim,) = own(checker, "Cuba did not sign the request for the special session on Ukraine in May 2022.")
    (again,) = own(checker, claim.understood)
    assert (again.finding.verdict, again.understood) == (S, claim.understood)


def test_samples(checker):
    for sample in islice(SPECIAL_SESSIONS.samples(Record(), Random(41)), 200):
        texts = {k.finding.verdict for k in own(checker, sample.text)}
        twins = {k.finding.verdict for k in own(checker, sample.twin)}
        assert texts == {S}, sample.text
        assert twins & {R, C}, sample.twin
