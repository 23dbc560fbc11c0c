"""Claims about the Universal Periodic Review: sentences read, decided and sampled."""

from datetime import date
from random import Random

import pytest

from onrecord.claims.check import Checker
from onrecord.claims.upr.relation import UPR
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import CheckedClaim, Reason, Verdict

S, R, U, C = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFORMATION, Verdict.CONFLICTING


def upr(checker: Checker, text: str, about: str | None = None, day: str | None = None) -> list[CheckedClaim]:
    """Return the claims about the review that a sentence makes."""
    found = checker.check(text, about, date.fromisoformat(day) if day else None)
    return [c for c in found.claims if c.relation.startswith("upr")]


def verdicts(checker: Checker, text: str, about: str | None = None, day: str | None = None) -> list[Verdict]:
    """Return the verdicts of those claims in order."""
    return [c.finding.verdict for c in upr(checker, text, about, day)]


def rows(claim: CheckedClaim) -> set[str]:
    """Return the ids of all rows a claim rests on."""
    return {e.id for e in (*claim.finding.evidence, *claim.finding.counter_examples)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan received 129 recommendations at its first UPR.", [S]),
        ("Kazakhstan received 128 recommendations at its first UPR.", [S]),
        ("The first UPR of Kazakhstan produced 131 recommendations.", [R]),
        ("At its second UPR, Kazakhstan supported 143 recommendations.", [S]),
        ("Of the 198 recommendations of its second UPR, Kazakhstan accepted 147 and noted 51.", [S, S, S]),
        ("Kazakhstan rejected 60 of the 194 recommendations of its second UPR.", [S, R]),
        ("North Korea accepted none of the recommendations of its first UPR.", [S]),
        ("The United Kingdom accepted all the recommendations of its first UPR.", [R]),
        ("Kazakhstan accepted more than 90 per cent of the recommendations made at its 2010 UPR.", [S, S]),
        ("In its first UPR China accepted 40 per cent of the recommendations.", [S]),
        ("In its first UPR China accepted two thirds of the recommendations.", [C]),
        ("Kazakhstan accepted most of the recommendations at its second UPR.", [S]),
        ("China accepted most of the recommendations at its first UPR.", [R]),
    ],
)
def test_numbers_are_judged_in_each_unit(checker: Checker, text: str, expected: list[Verdict]) -> None:
    """A number is right if one unit gives it, wrong if none does, in dispute where a unit is not known."""
    assert sorted(verdicts(checker, text)) == sorted(expected)


def test_a_number_no_unit_gives_shows_both_units(checker: Checker) -> None:
    """The answer of a refuted number names what each unit has."""
    (claim,) = upr(checker, "The first Universal Periodic Review of Kazakhstan produced 120 recommendations.")
    assert claim.finding.verdict is R
    assert "128" in claim.finding.says
    assert "129" in claim.finding.says
    assert rows(claim) == {"upr_cycles:KAZ/1"}


def test_one_known_unit_that_differs_leaves_a_dispute(checker: Checker) -> None:
    """Where only UPR Info's rows are known, another number may count numbered items: each reading is named."""
    (claim,) = upr(checker, "At its second UPR Bangladesh received 200 recommendations.")
    assert claim.finding.verdict is C
    assert {a.verdict for a in claim.finding.answers} == {R, U}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan underwent its first UPR in February 2010.", [S]),
        ("Kazakhstan underwent its first UPR in March 2010.", [R]),
        ("Kazakhstan's UPR took place in 2011.", [R]),
        ("The second UPR of the United Kingdom was held on 24 May 2012.", [S]),
        ("Russia's third UPR took place in May 2018.", [U]),
        ("Kazakhstan has been reviewed three times under the UPR.", [R]),
        ("Kazakhstan was reviewed under the UPR for the second time in October 2014.", [S]),
    ],
)
def test_days_of_reviews(checker: Checker, text: str, expected: list[Verdict]) -> None:
    """The day of a review is known for some; one that is not known is not refuted."""
    assert verdicts(checker, text) == expected


def test_the_last_review_is_that_of_the_texts_day(checker: Checker) -> None:
    """ "Last" is read on the text's day: later reviews are not known then."""
    text = "The last Universal Periodic Review of Kazakhstan took place in February 2010."
    assert verdicts(checker, text, day="2012-11-16") == [S]
    assert verdicts(checker, text, day="2015-06-30") == [R]


@pytest.mark.parametrize(
    ("text", "expected", "evidence"),
    [
        ("Kazakhstan accepted all recommendations on torture at its first UPR.", S, "upr_recommendations:KAZ/1/FRA"),
        ("Kazakhstan rejected the recommendations on torture at its first UPR.", R, "upr_recommendations:KAZ/1/FRA"),
        ("Kazakhstan accepted recommendations to abolish the death penalty at its first UPR.", S,
         "upr_recommendations:KAZ/1/BEL"),
        ("At its first UPR Kazakhstan accepted a recommendation to ratify the Convention on the Rights of Persons"
         " with Disabilities.", S, "pledges:KAZ-UPR07-01"),
        ("France made recommendations to Kazakhstan at its first UPR.", S, "upr_recommendations:KAZ/1/FRA"),
        ("France made 586 recommendations in the second cycle of the UPR.", U, None),
        ("The United States received the most recommendations of all states in the first cycle of the UPR.", S, None),
        ("Chad received the most recommendations of all states in the first cycle of the UPR.", R, None),
        ("Kazakhstan received more recommendations at its second UPR than at its first.", S, "upr_cycles:KAZ/2"),
        ("Kazakhstan received fewer recommendations at its second UPR than at its first.", R, "upr_cycles:KAZ/2"),
    ],
)  # fmt: skip
def test_recommendations_of_states_and_on_issues(
    checker: Checker, text: str, expected: Verdict, evidence: str | None
) -> None:
    """Recommendations are judged by rows, issues as UPR Info sorts them, treaties by the commitments in words."""
    (claim,) = upr(checker, text)
    assert claim.finding.verdict is expected
    assert evidence is None or evidence in rows(claim)


def test_words_of_recommendations_are_not_in_the_record(checker: Checker) -> None:
    """A content that no issue stands for is not known, whatever became of the issue's other recommendations."""
    text = "At its first UPR Kazakhstan accepted recommendations on torture by private security guards."
    (claim,) = upr(checker, text)
    assert claim.finding.verdict is U
    assert claim.finding.reason is Reason.NOT_IN_THE_RECORD


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See A/HRC/14/10, recommendation 97.17 (Belgium).", S),
        ("See A/HRC/14/10, recommendation 97.17 (Cuba).", R),
        ("See A/HRC/14/10, recommendation 95.30 (Algeria).", U),
        ("The report of the Working Group on Kazakhstan's second UPR is A/HRC/28/10.", S),
        ("The report of the Working Group on Kazakhstan's second UPR is A/HRC/28/12.", R),
        ("The outcome of Kazakhstan's second UPR was adopted on 19 March 2015.", S),
        ("The outcome of Kazakhstan's second UPR was adopted on 19 June 2015.", R),
        ("Recommendation 126.5 of A/HRC/28/10 was noted by Kazakhstan.", S),
        ("Recommendation 126.5 of A/HRC/28/10 was accepted by Kazakhstan.", R),
    ],
)
def test_documents_and_numbered_recommendations(checker: Checker, text: str, expected: Verdict) -> None:
    """Symbols and days of documents are judged; numbers of recommendations by the commitments and paragraphs known."""
    assert verdicts(checker, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan carried out 90 per cent of the recommendations it accepted in 2010.",
        "We call on Kazakhstan to accept all recommendations on torture.",
        "Kazakhstan accepted 12 recommendations of the Committee against Torture.",
        "Kazakhstan will be reviewed under the UPR in 2030.",
        "Kazakhstan accepted all but two of the recommendations of its first UPR.",
        "In 2008 Kazakhstan received 18 recommendations at its first UPR, in contrast to 20 for Chad.",
    ],
)
def test_what_is_not_understood_gives_no_verdict(checker: Checker, text: str) -> None:
    """Appeals, plans, other bodies' recommendations, exceptions: nothing is supported or refuted."""
    assert not {S, R, C} & set(verdicts(checker, text))


def test_samples(checker: Checker, record: Record) -> None:
    """What the record writes of itself is supported; with one fact changed it is not."""
    drawn = UPR.samples(record, Random(7))
    for _ in range(200):
        sample = next(drawn)
        assert set(verdicts(checker, sample.text)) == {S}, sample.text
        assert {R, C} & set(verdicts(checker, sample.twin)), sample.twin


def test_claims_said_are_read_back(checker: Checker, record: Record) -> None:
    """A claim said plainly is read as the same claim."""
    drawn = UPR.samples(record, Random(8))
    for _ in range(60):
        for claim in upr(checker, next(drawn).text):
            assert dict(claim.typed) in [dict(c.typed) for c in upr(checker, claim.understood)], claim.understood
