"""Claims about pledges: what was promised, when, in which document, and whether it was kept."""

from datetime import date
from random import Random

import pytest

from onrecord.claims.check import Checker
from onrecord.claims.pledges.content import content_of, says
from onrecord.claims.pledges.relation import PLEDGES
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import CheckedClaim, Verdict

S, R, U, C = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFORMATION, Verdict.CONFLICTING


def pledges(checker: Checker, text: str, about: str | None = None, day: str | None = None) -> list[CheckedClaim]:
    """Return the claims about pledges that a sentence makes."""
    found = checker.check(text, about, date.fromisoformat(day) if day else None)
    return [c for c in found.claims if c.relation == "pledge"]


def verdicts(checker: Checker, text: str, about: str | None = None, day: str | None = None) -> list[Verdict]:
    """Return the verdicts of those claims in order."""
    return [c.finding.verdict for c in pledges(checker, text, about, day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2012 Kazakhstan pledged to make the Council more effective and credible.", [S]),
        ("In June 2012 Kazakhstan pledged to make the Council more effective and credible.", [S]),
        ("In August 2012 Kazakhstan pledged to make the Council more effective and credible.", [C]),
        ("In 2018 Kazakhstan pledged to make the Council more effective and credible.", [U]),
        ("Kazakhstan has never pledged to uphold freedom of religion.", [R]),
        ("Kazakhstan has never pledged to uphold freedom of movement.", [U]),
        ("Kazakhstan pledged to protect freedom of expression.", [U]),
        ("Denmark pledged to ratify the Convention on the Rights of Persons with Disabilities.", [U]),
        ("Poland promised to ratify the Second Optional Protocol to the International Covenant on Civil and"
         " Political Rights.", [S]),
        ("Egypt pledged to join the International Convention for the Protection of All Persons from Enforced"
         " Disappearance.", [U]),
        ("Egypt pledged to consider joining the International Convention for the Protection of All Persons from"
         " Enforced Disappearance.", [S]),
        ("The pledges that Kazakhstan made in 2012 are in A/67/122.", [S]),
        ("The pledges that Kazakhstan made in 2012 are in A/67/221.", [C]),
    ],
)  # fmt: skip
def test_pledges(checker: Checker, text: str, expected: list[Verdict]) -> None:
    """A clause found supports; one that is not found is never held not to exist; weaker words promise less."""
    assert verdicts(checker, text) == expected


def test_a_list_under_an_opening_clause_is_one_pledge_each(checker: Checker) -> None:
    """The items of a list of pledges are pledges of the state and year of the clause that opens it."""
    text = (
        "In May 2012 the government of Kazakhstan pledged, if elected, to:\n"
        "• widen the outreach of the human rights mechanisms of the UN;\n"
        "• protect the freedom of the seas.\n"
    )
    assert verdicts(checker, text, "KAZ") == [S, U]


def test_two_pledges_of_a_sentence_are_two_claims(checker: Checker) -> None:
    """Commitments noted by the writer are claims that they were made, each apart."""
    text = "We note your commitment to widen the outreach of the mechanisms and to ban the plough."
    found = pledges(checker, text, "KAZ", "2012-10-18")
    assert [c.finding.verdict for c in found] == [S, U]
    assert [e.id for e in found[0].finding.evidence] == ["pledges:KAZ-2012-06"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cyprus failed to keep its pledge to ratify the Convention on the Rights of Persons with Disabilities.", [S]),
        ("Cyprus kept its pledge to ratify the Convention on the Rights of Persons with Disabilities.", [R]),
        ("Kazakhstan kept its pledge to uphold freedom of religion or belief.", [U]),
    ],
)
def test_whether_a_pledge_was_kept(checker: Checker, text: str, expected: list[Verdict]) -> None:
    """Kept or not is judged from the record's rows; where none tells, it is not known."""
    assert verdicts(checker, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We call on Kazakhstan to pledge to uphold freedom of religion.",
        "Kazakhstan is committed to human rights.",
        "Kazakhstan pledged not to uphold freedom of religion.",
        "Kazakhstan should commit to uphold freedom of religion.",
    ],
)
def test_what_is_wished_or_denied_gives_no_verdict(checker: Checker, text: str) -> None:
    """Appeals and negations are no pledges."""
    assert not {S, R, C} & set(verdicts(checker, text))


def test_content_is_the_same_in_other_words_but_not_in_stronger_ones() -> None:
    """Synonyms are one thing; a word that weakens the clause must be in the claim."""
    known = content_of("Work towards a step-by-step abolition of the death penalty")
    assert says(content_of("the gradual abolition of capital punishment"), known)
    assert not says(content_of("the abolition of capital punishment"), known)
    assert not says(content_of("the protection of human rights"), known)


def test_samples(checker: Checker, record: Record) -> None:
    """What the record writes of itself is supported; with one fact changed it is not."""
    drawn = PLEDGES.samples(record, Random(7))
    for _ in range(200):
        sample = next(drawn)
        assert set(verdicts(checker, sample.text)) == {S}, sample.text
        assert {R, C} & set(verdicts(checker, sample.twin)), sample.twin
