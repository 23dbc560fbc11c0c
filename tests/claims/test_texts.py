"""Sentences about texts and sessions, with their verdicts, their evidence and what must stay unread."""

from datetime import date
from itertools import islice
from random import Random

import pytest

from onrecord.claims.check import Checker
from onrecord.claims.texts.relation import TEXTS
from onrecord.claims.texts.themes import near_theme, on_theme
from onrecord.claims.texts.typed import Adopted, Cited, Contents, NumberAdopted, PlaceInLine, SessionHeld
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import CheckedClaim, Reason, Verdict

S, R, U, C = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFORMATION, Verdict.CONFLICTING
TYPES = {t.__name__ for t in (Adopted, Cited, Contents, NumberAdopted, PlaceInLine, SessionHeld)}


def own(checker: Checker, text: str, about: str | None = None, as_of: date | None = None) -> list[CheckedClaim]:
    return [k for k in checker.check(text, about, as_of).claims if k.typed.get("type") in TYPES]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("A resolution on education for children was adopted in October 2023 at the 54th session.", {S}),
        ("A resolution on education for children was adopted in October 2023 at the 53rd session.", {R}),
        ("A resolution on witchcraft was adopted in July 2021 at the 47th session.", {S}),
        ("A resolution on space travel was adopted in July 2021 at the 47th session.", {U}),
        ("Resolution 25/1 was adopted on 27 March 2014.", {S}),
        ("Resolution 25/1 was adopted on 26 March 2014.", {R}),
        ("Resolution 25/1 on Iran was adopted on 27 March 2014.", {R}),
        ("General Assembly resolution 60/251 was adopted on 15 March 2006.", {S}),
        ("General Assembly resolution 60/251 was adopted on 15 April 2006.", {R}),
        ("The Council adopted two resolutions on Syria by a recorded vote in 2014.", {R}),
        ("The Council adopted three resolutions on Syria by a recorded vote in 2014.", {S}),
        ("The Council adopted nine resolutions on Haiti in 2014.", {U}),
        ("The resolution on domestic violence was adopted by consensus on 10 October 2024.", {S}),
        ("The first-ever resolution on domestic violence was adopted on 10 October 2024.", {S, R}),
        ("The Council's only resolution on Belarus was adopted in 2011.", {R}),
        ("With resolution 57/18 the Council recognised for the first time that domestic violence is a crime.", {R}),
        ("The 25th session of the Human Rights Council was held from 3 to 28 March 2014.", {S}),
        ("The Human Rights Council's 25th session opened on 10 March 2014.", {R}),
        ("Resolution 25/24, entitled “Situation of human rights in the Islamic Republic of Iran”, was adopted.", {S}),
    ],
)
def test_verdicts(checker, text, verdicts):
    assert {k.finding.verdict for k in own(checker, text)} == verdicts


def test_an_earlier_text_is_the_counter_example(checker):
    found = own(
        checker, "The first-ever resolution on the eradication of domestic violence was adopted in October 2024."
    )
    refuted = next(k for k in found if k.finding.verdict is R)
    assert [e.id for e in refuted.finding.counter_examples] == ["adopted_without_vote:A/HRC/RES/29/14"]


def test_without_an_earlier_text_a_first_is_not_proved(checker):
    found = own(checker, "The first resolution on witchcraft was adopted on 12 July 2021.")
    place = next(k for k in found if k.typed["type"] == "PlaceInLine")
    assert (place.finding.verdict, place.finding.reason) == (U, Reason.OUTSIDE_COVERAGE)


def test_what_a_text_says_is_not_in_the_record(checker):
    (claim,) = own(checker, "Resolution 57/18 calls on all States to prevent domestic violence.")
    assert (claim.finding.verdict, claim.finding.reason) == (U, Reason.NOT_IN_THE_RECORD)
    assert claim.finding.evidence[0].id == "initiatives:A/HRC/RES/57/18"


def test_it_is_the_text_of_the_sentence_before(checker):
    text = "On 10 October 2024 a resolution on domestic violence was adopted. It was the first on record."
    text = text.replace("the first on record", "the first resolution on domestic violence")
    assert R in {k.finding.verdict for k in own(checker, text, as_of=date(2024, 12, 31))}


def test_an_adoption_said_in_passing_is_read_within_an_appeal(checker):
    (claim,) = own(checker, "Under General Assembly resolution 60/251, adopted on 15 March 2006, you must cooperate.")
    assert claim.finding.verdict is S


@pytest.mark.parametrize(
    "text",
    [
        "Peru adopted a new criminal code in 2014.",
        "The first Swiss resolution on torture was adopted in 2014.",
        "The 68th session of the General Assembly opened on 17 September 2013.",
        "The 20th session of the UPR Working Group was held in 2014.",
    ],
)
def test_other_matters_are_not_read(checker, text):
    assert {k.finding.verdict for k in own(checker, text)} <= {U}


@pytest.mark.parametrize(
    ("title", "words", "on", "near"),
    [
        ("Ensuring quality education for every child", ("children", "education"), True, True),
        ("Eliminating domestic violence", ("eradication", "of", "domestic", "violence"), True, True),
        ("Violence against women and the rights of domestic workers", ("domestic", "violence"), True, False),
        ("Freedom of opinion", ("torture",), False, False),
        ("Human rights", ("human", "rights"), False, False),
    ],
)
def test_themes(title, words, on, near):
    assert (on_theme(title, words), near_theme(title, words)) == (on, near)


def test_samples(checker):
    for sample in islice(TEXTS.samples(Record(), Random(41)), 200):
        texts = {k.finding.verdict for k in own(checker, sample.text)}
        twins = {k.finding.verdict for k in own(checker, sample.twin)}
        assert texts == {S}, sample.text
        assert twins & {R, C}, sample.twin
