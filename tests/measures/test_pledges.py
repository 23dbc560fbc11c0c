"""Judging pledges: each indicator by hand, and that nothing missing is ever "not kept"."""

from dataclasses import replace
from datetime import date

import pytest

from onrecord.measures.judgement import PledgeStatus, Recommended, Rows, Why
from onrecord.measures.pledges import INDICATORS, judge
from onrecord.sources.facts_commitments import YN, Indicator, Pledge, TreatyAct, TreatyStep
from onrecord.sources.facts_cooperation import NhriStatus, Sponsorship, StandingInvitation, UprReview, Visit
from onrecord.vocabulary.dates import PartialDate

NOTHING = Rows((), (), (), (), (), (), (), date(2026, 2, 3), date(2026, 3, 31), (date(2008, 1, 1), date(2014, 12, 31)))
DUE = date(2015, 12, 31)


def pledge(indicator: str, of: str | None = None, **other) -> Pledge:
    made = Pledge(
        "AAA-1", "AAA", "HRC candidacy", "2013-2015", None, None, PartialDate("2012-06-06"), DUE, "p", "t",
        YN.YES, "", YN.YES, "", YN.YES, "", Indicator(indicator), of, None, 2, None, "s",
    )  # fmt: skip
    return replace(made, **other)


def act(kind: str, day: str, code: str = "CRPD") -> TreatyStep:
    return TreatyStep("AAA", code, TreatyAct(kind), date.fromisoformat(day), "day", None, None, 2, "s")


def with_acts(*acts: TreatyStep, **other) -> Rows:
    return replace(NOTHING, acts=acts, **other)


VAGUE = {"specific": YN.NO, "measurable": YN.NO}


def test_every_indicator_has_its_query():
    assert set(INDICATORS) == set(Indicator)


@pytest.mark.parametrize(
    ("day", "status", "later"),
    [("2015-12-31", PledgeStatus.KEPT, None), ("2016-01-01", PledgeStatus.NOT_KEPT, "2016-01-01")],
)
def test_joining_a_day_late_is_not_kept_and_done_later(day, status, later):
    found = judge(pledge("join", "CRPD"), with_acts(act("ratification", day)))
    assert (found.status, found.done_later, found.judged_on) == (status, later, DUE)


def test_what_was_done_before_the_pledge_is_said_to_be():
    found = judge(pledge("join", "CRPD"), with_acts(act("ratification", "2010-01-01")))
    assert (found.status, found.why) == (PledgeStatus.KEPT, Why.DONE_BEFORE)


def test_a_denounced_treaty_is_not_kept():
    acts = (act("accession", "2013-01-01", "ICCPR-OP1"), act("denunciation", "2014-01-01", "ICCPR-OP1"))
    assert judge(pledge("join", "ICCPR-OP1"), with_acts(*acts)).status is PledgeStatus.NOT_KEPT


def test_one_of_two_treaties_is_partly_and_nothing_is_not_kept():
    asked = pledge("join", "CRPD CRPD-OP")
    assert judge(asked, with_acts(act("ratification", "2014-01-01"))).status is PledgeStatus.PARTLY
    found = judge(asked, with_acts(act("ratification", "2016-01-01"), act("ratification", "2017-01-01", "CRPD-OP")))
    assert (found.status, found.done_later) == (PledgeStatus.NOT_KEPT, "2017-01-01")


def test_what_is_not_due_is_open_until_it_is_done():
    early = replace(NOTHING, acts_known_to=date(2014, 1, 1))
    assert judge(pledge("join", "CRPD"), early).why is Why.NOT_DUE
    assert judge(pledge("join", "CRPD", due_by=None), early).why is Why.NO_DUE_DATE
    done = replace(early, acts=(act("accession", "2013-01-01"),))
    assert judge(pledge("join", "CRPD"), done).status is PledgeStatus.KEPT


def test_any_treaty_counts_only_within_the_days():
    asked = pledge("join", "any")
    assert judge(asked, with_acts(act("accession", "2012-06-05"))).status is PledgeStatus.NOT_KEPT
    assert judge(asked, with_acts(act("accession", "2012-06-06"))).status is PledgeStatus.KEPT


def test_signing_and_joining():
    signed = with_acts(act("signature", "2013-01-01"))
    assert judge(pledge("sign", "CRPD"), signed).status is PledgeStatus.KEPT
    assert judge(pledge("sign and join", "CRPD"), signed).status is PledgeStatus.PARTLY
    assert judge(pledge("sign and join", "CRPD"), NOTHING).status is PledgeStatus.NOT_KEPT
    both = with_acts(act("signature", "2013-01-01"), act("ratification", "2014-01-01"))
    assert judge(pledge("sign and join", "CRPD"), both).status is PledgeStatus.KEPT


def test_a_clause_without_act_and_level_is_never_not_kept():
    found = judge(pledge("join", "CRPD", **VAGUE), NOTHING)
    assert (found.status, found.why) == (PledgeStatus.CANNOT_BE_MEASURED, Why.NOT_PROMISED)
    joined = judge(pledge("join", "CRPD", **VAGUE), with_acts(act("accession", "2013-01-01")))
    assert joined.status is PledgeStatus.KEPT


def invitation(event: str, day: str) -> StandingInvitation:
    return StandingInvitation("AAA", PartialDate(day), "on or before", event, None, 1, "s")


def test_a_standing_invitation_not_listed_is_open_and_a_pledge_of_one_is_none():
    asked = pledge("standing invitation")
    assert judge(asked, NOTHING).why is Why.NOT_IN_THE_RECORD
    promised = replace(NOTHING, invitations=(invitation("pledged in its UPR to extend", "2013"),))
    assert judge(asked, promised).status is PledgeStatus.OPEN
    named = replace(NOTHING, invitations=(invitation("named as having issued", "2013-05"),))
    assert judge(asked, named).status is PledgeStatus.KEPT


def visit(mandate: str, opened: str, status: str = "completed", kind: str = "special procedure") -> Visit:
    day = date.fromisoformat(opened)
    return Visit("AAA", mandate, None, day, day, status, kind, None, None, 2, "s")


def test_visits_count_where_completed_and_the_mandate_is_the_one_named():
    asked = pledge("receive visits", "Special Rapporteur on torture")
    assert judge(asked, NOTHING).why is Why.NO_LIST
    other = replace(NOTHING, visits=(visit("Special Rapporteur on housing", "2014-01-01"),))
    assert judge(asked, other).why is Why.NOT_IN_THE_RECORD
    requested = replace(NOTHING, visits=(visit("Special Rapporteur on torture", "2014-01-01", "requested"),))
    assert judge(asked, requested).status is PledgeStatus.OPEN
    made = replace(NOTHING, visits=(visit("Special Rapporteur on torture (follow-up)", "2014-01-01"),))
    assert judge(asked, made).status is PledgeStatus.KEPT
    assert judge(pledge("receive visits", None, **VAGUE), other).status is PledgeStatus.PARTLY


def institution(status: str, year: int) -> NhriStatus:
    return NhriStatus("AAA", None, status, year, None, "status at year", None, 2, "s")


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ([("A", 2015)], PledgeStatus.KEPT),
        ([("B", 2015)], PledgeStatus.NOT_KEPT),
        ([("B", 2010), ("B", 2016)], PledgeStatus.NOT_KEPT),
        ([("B", 2010), ("A", 2016)], PledgeStatus.OPEN),
        ([("B", 2010)], PledgeStatus.OPEN),
        ([], PledgeStatus.CANNOT_BE_MEASURED),
    ],
)
def test_a_status_in_a_gap_of_the_series_is_not_guessed(rows, status):
    given = replace(NOTHING, institutions=tuple(institution(*row) for row in rows))
    assert judge(pledge("national institution status", "A"), given).status is status


def test_reviews_recommendations_and_texts():
    review = UprReview(
        "AAA", 2, 20, PartialDate("2014-10-30"), None, None, None, None, None, None, None, None, None, None, 2, "s"
    )
    assert judge(pledge("be reviewed"), replace(NOTHING, reviews=(review,))).status is PledgeStatus.KEPT
    assert judge(pledge("be reviewed"), NOTHING).status is PledgeStatus.CANNOT_BE_MEASURED
    made = replace(NOTHING, recommended=(Recommended(date(2013, 5, 1), 2, 7, "s"),))
    found = judge(pledge("make recommendations"), made)
    assert (found.status, found.n) == (PledgeStatus.KEPT, 7)
    assert judge(pledge("make recommendations"), NOTHING).status is PledgeStatus.OPEN
    covered = pledge("make recommendations", due_by=date(2014, 1, 1))
    assert judge(covered, NOTHING).status is PledgeStatus.NOT_KEPT
    text = Sponsorship(
        "A/HRC/RES/25/1", None, "Gender-based violence", "25", date(2014, 3, 28), "AAA", "main sponsor", "", "", None,
        None, 2, "s",
    )  # fmt: skip
    led = replace(NOTHING, sponsored=(text,))
    assert judge(pledge("lead a text", "violence"), led).status is PledgeStatus.KEPT
    assert judge(pledge("lead a text", "education"), led).status is PledgeStatus.OPEN


def test_a_pledge_without_an_indicator_cannot_be_measured():
    assert judge(pledge("none"), NOTHING).why is Why.NO_INDICATOR
