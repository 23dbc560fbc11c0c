"""Claims about visits, requests for visits and standing invitations: read, decided, sampled."""

from datetime import date
from random import Random

import pytest

from onrecord.claims.check import Checker
from onrecord.claims.visits.relation import VISITS
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import CheckedClaim, Verdict

S, R, U, C = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFORMATION, Verdict.CONFLICTING


def visits(checker: Checker, text: str, about: str | None = None, day: str | None = None) -> list[CheckedClaim]:
    """Return the claims about visits that a sentence makes."""
    found = checker.check(text, about, date.fromisoformat(day) if day else None)
    return [c for c in found.claims if c.relation in {"visit", "standing invitation"}]


def verdicts(checker: Checker, text: str, about: str | None = None, day: str | None = None) -> list[Verdict]:
    """Return the verdicts of those claims in order."""
    return [c.finding.verdict for c in visits(checker, text, about, day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Special Rapporteur on torture visited Kazakhstan in 2009.", [S]),
        ("The Special Rapporteur on torture visited Kazakhstan in 2010.", [U]),
        ("The Special Rapporteur on torture has never visited Kazakhstan.", [R]),
        ("The Special Rapporteur on the right to food has never visited Kazakhstan.", [U]),
        ("Manfred Nowak, the UN Special Rapporteur on torture, came to Astana in May 2009.", [S]),
        ("Juan Méndez, the UN Special Rapporteur on torture, came to Astana in May 2009.", [R]),
        ("From 5 to 14 May 2009 Kazakhstan hosted the Special Rapporteur on torture.", [R]),
        ("The Special Rapporteur on torture paid his last visit to Kazakhstan in 2001.", [R]),
        ("The High Commissioner for Human Rights first visited Kazakhstan in 2012.", [R]),
        ("Kazakhstan has regularly received special rapporteurs.", [S]),
        ("Kazakhstan received at least five visits by special procedures between 2009 and 2015.", [S]),
        ("Kazakhstan received fewer than five visits by special procedures between 2009 and 2015.", [R]),
        ("Kazakhstan received eight visits by special procedures between 2009 and 2015.", [U]),
        ("No mandate holder visited Kazakhstan between 2016 and 2018.", [R]),
    ],
)
def test_visits(checker: Checker, text: str, expected: list[Verdict]) -> None:
    """A visit in the record supports or refutes; one that is not found never refutes."""
    assert verdicts(checker, text) == expected


def test_each_visitor_of_a_list_is_a_claim_with_its_own_date(checker: Checker) -> None:
    """A list of mandates by theme gives one claim for each, dated where it is dated."""
    text = "Kazakhstan was visited by the Special Rapporteurs on torture (2009), housing (2010) and health (2014)."
    found = visits(checker, text)
    assert [c.finding.verdict for c in found] == [S, S, U]
    assert [e.id for c in found for e in c.finding.evidence] == ["visits:KAZ/2009-05-05", "visits:KAZ/2010-09-06"]


def test_a_request_is_asked_and_still_pending_on_its_day(checker: Checker) -> None:
    """An appeal to allow a visit asked for takes the request for granted, and that the visit is still to come."""
    text = "We urge the government to allow the visit requested by the Special Rapporteur on freedom of assembly."
    assert verdicts(checker, text, "KAZ", "2012-10-25") == [S, S]
    assert verdicts(checker, text, "KAZ", "2016-01-31") == [S, R]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("India issued a standing invitation in September 2011.", [S]),
        ("India issued a standing invitation in 2009.", [R]),
        ("Kazakhstan has had a standing invitation since 2009.", [S]),
        ("Kazakhstan has no standing invitation.", [R]),
        ("Cuba has no standing invitation.", [U]),
        ("Austria issued a standing invitation to all special procedures in 2014.", [R]),
        ("Austria issued a standing invitation to all special procedures in 2001.", [U]),
        ("In September 2021, 127 states had issued standing invitations.", [S]),
        ("In September 2021, 140 states had issued standing invitations.", [C]),
        ("Unlike Kazakhstan, Cuba has not issued a standing invitation.", []),
        ("France has withdrawn its standing invitation.", []),
    ],
)
def test_standing_invitations(checker: Checker, text: str, expected: list[Verdict]) -> None:
    """A state named as having one has one; a state not named may have one, too."""
    assert verdicts(checker, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Special Rapporteur on torture will visit Kazakhstan in 2009.",
        "Kazakhstan refused to let the Special Rapporteur on torture visit in 2009.",
        "Kazakhstan welcomed the appointment of the Special Rapporteur on torture in 2009.",
        "Kazakhstan is open to visits by special procedures.",
        "Only the Special Rapporteur on torture visited Kazakhstan in 2009.",
        "The President of France visited Kazakhstan in 2009.",
        "We call on Kazakhstan to issue a standing invitation.",
    ],
)
def test_what_is_planned_wished_or_narrowed_gives_no_verdict(checker: Checker, text: str) -> None:
    """Plans, refusals, appeals and "only" are not read as visits made."""
    assert not {S, R, C} & set(verdicts(checker, text))


def test_samples(checker: Checker, record: Record) -> None:
    """What the record writes of itself is supported; with one fact changed it is not."""
    drawn = VISITS.samples(record, Random(7))
    for _ in range(200):
        sample = next(drawn)
        assert set(verdicts(checker, sample.text)) == {S}, sample.text
        assert {R, C} & set(verdicts(checker, sample.twin)), sample.twin


def test_claims_said_are_read_back(checker: Checker, record: Record) -> None:
    """A claim said plainly is read as the same claim."""
    drawn = VISITS.samples(record, Random(8))
    for _ in range(60):
        for claim in visits(checker, next(drawn).text):
            assert dict(claim.typed) in [dict(c.typed) for c in visits(checker, claim.understood)], claim.understood
