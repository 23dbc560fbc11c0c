"""Sentences about joint statements, with their verdicts, their evidence and what must stay unread."""

from itertools import islice
from random import Random

import pytest

from onrecord.claims.check import Checker
from onrecord.claims.context import Context
from onrecord.claims.statements.relation import STATEMENTS
from onrecord.claims.statements.typed import Joined
from onrecord.record.store import Record
from onrecord.vocabulary.periods import Period
from onrecord.vocabulary.verdicts import CheckedClaim, Verdict

S, R, U, C = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFORMATION, Verdict.CONFLICTING


def own(checker: Checker, text: str, about: str | None = None) -> list[CheckedClaim]:
    return [k for k in checker.check(text, about).claims if k.relation == "joint statement"]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Costa Rica joined the joint statement on Bahrain in February 2013.", [S]),
        ("Brazil joined the joint statement on Bahrain in February 2013.", [R]),
        ("Brazil stayed away from the joint statement on Bahrain of February 2013.", [S]),
        ("Peru did not join the joint statement on Bahrain of September 2013.", [U]),
        ("Peru signed the joint statement on Bahrain in March 2015.", [U]),
        ("Chad joined no joint statement on Bahrain in 2013.", [U]),
        ("Japan was one of 47 states behind the Dutch-led joint statement on Xinjiang at the 50th session.", [S, S]),
        ("Japan was one of 41 states behind the Dutch-led joint statement on Xinjiang at the 50th session.", [S, R]),
        ("On 7 March 2014, 27 states led by Iceland issued a joint statement on Egypt.", [S, S]),
        ("None of the African states joined the joint statement on Egypt led by Iceland in March 2014.", [S]),
        ("None of the Western European and other states joined the joint statement on Bahrain in February 2013.", [R]),
        ("Norway led the joint statement on Bahrain in February 2013.", [R]),
        ("Britain read out a joint statement on Hong Kong on 30 June 2020.", [S, S]),
        (
            "A joint statement by 36 countries condemning Saudi Arabia was delivered by Iceland on 7 March 2019.",
            [S, S, S],
        ),
        ("The joint statement on Egypt led by Iceland was delivered on 9 March 2014.", [R]),
        ("Peru did not join the 50 countries that signed the joint statement on Xinjiang in October 2022.", [S, S]),
        ("Cuba joined the joint statement on Hong Kong of June 2020.", [C]),
        ("Cuba joined the joint statement in support of China on Hong Kong of June 2020.", [S]),
        ("The July 2019 letter in support of China on Xinjiang was signed by 37 states.", [S]),
    ],
)
def test_verdicts(checker, text, verdicts):
    found = own(checker, text)
    assert sorted(k.finding.verdict for k in found)[: len(verdicts)] == sorted(verdicts)[: len(found)]
    assert {k.finding.verdict for k in found} == set(verdicts)


def test_evidence_names_statement_and_signature(checker):
    (claim,) = own(checker, "Costa Rica joined the joint statement on Bahrain in February 2013.")
    ids = [e.id for e in claim.finding.evidence]
    assert ids == ["joint_statements:BHR-2013-HRC22", "joint_statement_signatories:BHR-2013-HRC22/CRI"]


def test_the_plural_asks_for_each(checker):
    (claim,) = own(checker, "Mali stayed away from the 2014 joint statements on Bahrain and on Egypt.")
    assert claim.finding.verdict is U
    assert "BHR-2014-HRC26" in " ".join(e.id for e in claim.finding.evidence)


def test_a_heading_gives_the_year(checker):
    linked = checker.link("Turkey joined the joint statement on Bahrain led by Switzerland.")
    (read,) = STATEMENTS.read(linked, Context(heading=Period.year_of(2012)))
    assert isinstance(read.claim, Joined)
    assert (read.claim.statements.period, read.filled[-1].source) == (Period.year_of(2012), "the heading")
    assert STATEMENTS.decide[type(read.claim)](read.claim, Record()).verdict is R


@pytest.mark.parametrize(
    "text",
    [
        "The minister issued a statement on Egypt in March 2014.",
        "We call on you to join the joint statement on Bahrain.",
        "Thirty states called on Peru to release detained activists in a statement.",
        "The two presidents signed a joint statement in Astana.",
    ],
)
def test_other_statements_are_not_read(checker, text):
    assert {k.finding.verdict for k in own(checker, text)} <= {U}


def test_says_are_read_back(checker):
    (claim,) = own(checker, "Brazil stayed away from the joint statement on Bahrain of February 2013.")
    (again,) = own(checker, claim.understood)
    assert (again.finding.verdict, again.understood) == (S, claim.understood)


def test_samples(checker):
    for sample in islice(STATEMENTS.samples(Record(), Random(41)), 200):
        texts = {k.finding.verdict for k in own(checker, sample.text)}
        twins = {k.finding.verdict for k in own(checker, sample.twin)}
        assert texts == {S}, sample.text
        assert twins & {R, C}, sample.twin
