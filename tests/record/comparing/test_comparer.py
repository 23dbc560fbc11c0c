"""Statements of documents beside the record: the same, another thing, nothing, or not compared and why."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.comparing.compared import Compared, Relation, Rule
from onrecord.record.comparing.comparer import Summing, compared_with, comparer
from onrecord.record.comparing.rollcalls import RollCall, RollCalls
from onrecord.record.store import Record
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.rollcalls import Outcome
from onrecord.vocabulary.statements import (
    BallotSaid,
    BallotTotalsSaid,
    CountSaid,
    DocumentSaid,
    Left,
    OutcomeSaid,
    PositionSaid,
    RecommendationSaid,
    ReferenceSaid,
    Says,
    Seat,
    SessionRequestSaid,
    SponsorRole,
    SponsorSaid,
    Statement,
    TallySaid,
    TextSaid,
    TreatyAct,
    TreatyActSaid,
    TreatyTotalsSaid,
    UprParagraphSaid,
    UprPositionSaid,
    UprResponse,
    VisitSaid,
    VisitStatus,
    VoteKey,
    WhyLeft,
)

IRAN = VoteKey("HRC", "A/HRC/RES/25/24")
SAME, DIFFERS, NEW, NOT = Relation.SAME, Relation.DIFFERS, Relation.NEW, Relation.NOT_COMPARED


def stated(says: Says) -> Statement:
    return Statement(says, Place(row=1), "as printed")


def beside(record: Record, *says: Says) -> Compared:
    """The last of some statements beside the record, after those before it in the document."""
    compare = comparer(record)
    *_, last = [compare(stated(one)) for one in says]
    assert last is not None
    return last


LIBYA = "not known (listed as absent), in doubt"
POSITIONS = [
    (IRAN, "KAZ", Position.NO, SAME, "no", Rule.POSITION),
    (IRAN, "KAZ", Position.YES, DIFFERS, "no", Rule.POSITION),
    (IRAN, "NOR", Position.YES, NEW, None, Rule.NOT_LISTED),
    (VoteKey("HRC", "A/HRC/RES/34/3"), "ALB", Position.NO, SAME, "no (listed as abstain)", Rule.POSITION),
    (VoteKey("HRC", "A/HRC/RES/34/3"), "ALB", Position.ABSTAIN, DIFFERS, "no (listed as abstain)", Rule.LISTED),
    (VoteKey("HRC", "A/HRC/18/L.33"), "KAZ", Position.NO, NEW, None, Rule.NO_LIST),
    (VoteKey("HRC", "A/HRC/18/L.34"), "LBY", Position.ABSENT, NOT, LIBYA, Rule.SET_ASIDE),
    (VoteKey("HRC", "A/HRC/18/L.34"), "LBY", Position.NO, DIFFERS, LIBYA, Rule.SET_ASIDE),
    (VoteKey("GA", "A/RES/68/235"), "GEO", Position.ABSENT, NOT, None, Rule.NO_ABSENCES),
    (VoteKey("HRC", "A/HRC/RES/99/1"), "KAZ", Position.NO, NEW, None, Rule.NO_VOTE),
    (VoteKey("HRC", "A/HRC/25/L.9"), "KAZ", Position.NO, NOT, None, Rule.A_DRAFT),
    (VoteKey("HRC", "Situation in Iran"), "KAZ", Position.NO, NOT, None, Rule.NO_SYMBOL),
    (VoteKey("SC", "S/RES/2178(2014)"), "KAZ", Position.NO, NOT, None, Rule.OTHER_BODY),
    (VoteKey("GA", "A/RES/52/11"), "KAZ", Position.YES, NOT, None, Rule.SEVERAL),
]  # fmt: skip


@pytest.mark.parametrize(("key", "state", "position", "relation", "says", "rule"), POSITIONS)
def test_a_position_is_held_against_the_one_used(  # noqa: PLR0917
    record: Record, key: VoteKey, state: str, position: Position, relation: Relation, says: str | None, rule: Rule
) -> None:
    found = beside(record, PositionSaid(key, state, position))
    assert (found.relation, found.record_says, found.rule) == (relation, says, rule)
    assert found.statement == stated(PositionSaid(key, state, position))


class TwoVotes:
    """A record with two votes on one symbol, on two days."""

    def tuples(self, sql: str) -> list[tuple]:
        assert "FROM rollcall" in sql
        rest = ("title", "title", None, None, None, 1, 2, 3, None)
        days = {"ga-1": date(1997, 11, 4), "ga-2": date(1997, 12, 9)}
        return [("GA", "A/RES/52/11", one, one, day, "day", "52", *rest) for one, day in days.items()]


def test_the_day_tells_which_of_several_votes_on_a_symbol_is_meant() -> None:
    key = VoteKey("GA", "A/RES/52/11")
    for told, meant in (
        (date(1997, 11, 4), "ga-1"),
        (date(1997, 12, 9), "ga-2"),
        (date(1997, 12, 10), Rule.OTHER_DAY),
        (None, Rule.SEVERAL),
    ):
        rollcalls = RollCalls(TwoVotes())  # ty: ignore[invalid-argument-type]
        rollcalls.told(TextSaid(key, date=told))
        found = rollcalls.same_vote(key)
        assert (found.rollcall_id if isinstance(found, RollCall) else found) == meant


def test_a_day_known_only_to_the_month_does_not_tell_two_votes_apart(record: Record) -> None:
    key = VoteKey("GA", "A/RES/52/11")
    found = beside(record, TextSaid(key, date=date(1997, 11, 12)), PositionSaid(key, "KAZ", Position.YES))
    assert (found.relation, found.rule) == (NOT, Rule.SEVERAL)


def test_a_second_vote_of_a_document_is_not_the_one_the_record_has(record: Record) -> None:
    second = VoteKey("HRC", IRAN.symbol, 2)
    found = beside(record, PositionSaid(IRAN, "KAZ", Position.NO), PositionSaid(second, "KAZ", Position.YES))
    assert (found.relation, found.rule) == (NOT, Rule.TAKEN)


@pytest.mark.parametrize(
    ("tally", "relation", "rule"),
    [
        (TallySaid(IRAN, 21, 9, 16), SAME, Rule.TALLY),
        (TallySaid(IRAN, None, 9, None), SAME, Rule.TALLY),
        (TallySaid(IRAN, 21, 9, 17), DIFFERS, Rule.TALLY),
        (TallySaid(VoteKey("HRC", "A/HRC/RES/32/28"), 34, 9, 14), DIFFERS, Rule.OTHER_WITNESS),
    ],
)
def test_totals_are_held_against_those_used_then_against_every_witness(
    record: Record, tally: TallySaid, relation: Relation, rule: Rule
) -> None:
    found = beside(record, tally)
    assert (found.relation, found.rule) == (relation, rule)
    assert found.record_says is not None
    assert " used" in found.record_says


@pytest.mark.parametrize(
    ("text", "relation", "says"),
    [
        (TextSaid(IRAN, date=date(2014, 3, 28), session="25"), SAME, None),
        (TextSaid(IRAN, title="Situation of human rights in the Islamic Republic of Iran : resolution /"), SAME, None),
        (TextSaid(IRAN, title="Right to food"), DIFFERS, "title “"),
        (TextSaid(IRAN, agenda_item="4"), SAME, None),
        (TextSaid(IRAN, agenda_item="7"), DIFFERS, "agenda item 4"),
        (TextSaid(IRAN, session="26"), DIFFERS, "session 25"),
        (TextSaid(IRAN, date=date(2014, 3, 27)), DIFFERS, "day 2014-03-28"),
        (TextSaid(VoteKey("HRC", "A/HRC/RES/12/1"), session="12"), SAME, None),
    ],
)
def test_a_text_is_held_against_title_day_session_and_item(
    record: Record, text: TextSaid, relation: Relation, says: str | None
) -> None:
    found = beside(record, text)
    assert found.relation is relation
    assert says is None or (found.record_says or "").startswith(says)


def test_outcomes_come_from_the_text_with_or_without_a_vote(record: Record) -> None:
    without = VoteKey("HRC", "A/HRC/RES/12/1")
    assert beside(record, OutcomeSaid(IRAN, Outcome.ADOPTED)).relation is SAME
    assert beside(record, OutcomeSaid(IRAN, Outcome.REJECTED)).record_says == "adopted"
    assert beside(record, OutcomeSaid(without, Outcome.ADOPTED_WITHOUT_A_VOTE)).relation is SAME
    assert beside(record, OutcomeSaid(without, Outcome.ADOPTED)).relation is DIFFERS


ACT, JOINED = TreatyAct.RATIFICATION, date(2006, 1, 24)
REPORT = "A/HRC/14/10"
OTHERS = [
    (TreatyActSaid("IV-4", "KAZ", ACT, JOINED), SAME, "ratification 2006-01-24"),
    (TreatyActSaid("International Covenant on Civil and Political Rights", "KAZ", ACT, JOINED), SAME, None),
    (TreatyActSaid("IV-4", "KAZ", ACT, date(2006, 1, 25)), DIFFERS, "ratification 2006-01-24"),
    (TreatyActSaid("IV-4", "KAZ", TreatyAct.ACCESSION, JOINED), DIFFERS, "ratification 2006-01-24"),
    (TreatyActSaid("IV-4", "KAZ", TreatyAct.DENUNCIATION, JOINED), NEW, None),
    (TreatyActSaid("IV-4", "KAZ", ACT, JOINED, withdrawn=True), NOT, None),
    (TreatyActSaid("XXVII-7", "KAZ", ACT, JOINED), NOT, None),
    (TreatyTotalsSaid("IV-4", 74, 175), SAME, "74 signatories, 175 parties"),
    (TreatyTotalsSaid("IV-4", None, 174), DIFFERS, "74 signatories, 175 parties"),
    (SponsorSaid("A/HRC/RES/54/5", "KAZ", SponsorRole.MAIN), SAME, "main sponsor, on tabling"),
    (SponsorSaid("A/HRC/54/L.4/Rev.1", "KAZ", SponsorRole.SPONSOR), SAME, "main sponsor, on tabling"),
    (SponsorSaid("A/HRC/RES/54/5", "KAZ", SponsorRole.CO), DIFFERS, "main sponsor, on tabling"),
    (SponsorSaid("A/HRC/RES/54/5", "NOR", SponsorRole.CO), NEW, None),
    (SessionRequestSaid("S-9", "AGO", Seat.MEMBER), SAME, "member"),
    (SessionRequestSaid("S-9", "AGO", Seat.OBSERVER), DIFFERS, "member"),
    (SessionRequestSaid("S-9", "NOR", Seat.OBSERVER), NEW, None),
    (CountSaid("S-1, member", 21), SAME, "21"),
    (CountSaid("S-1, member", 20), DIFFERS, "21"),
    (CountSaid("S-1, observer", 20), NEW, None),
    (BallotSaid(date(2017, 10, 16), "APG", "NPL", 166, None), SAME, "166, elected; 165 (India Today)"),
    (BallotSaid(date(2017, 10, 16), "APG", "NPL", 165, None), DIFFERS, "166, elected; 165 (India Today)"),
    (BallotSaid(date(2017, 10, 16), "APG", "NPL", 166, False), DIFFERS, None),
    (BallotSaid(date(2017, 10, 16), "APG", "NPL", 20, None, 2), NOT, None),
    (BallotSaid(None, "APG", "NPL", 166, None), NOT, None),
    (BallotSaid(date(2017, 10, 16), "APG", "NOR", 1, None), NEW, None),
    (BallotTotalsSaid(date(2015, 10, 28), "GRULAC", 193, 1, 192, 0, 192, 97, 3), SAME, "192 valid ballots, 3 seats"),
    (BallotTotalsSaid(date(2015, 10, 28), "GRULAC", 193, 1, 191, 0, 192, 97, 3), DIFFERS, None),
    (UprParagraphSaid("KAZ", REPORT, "95", 1, 102, UprResponse.SUPPORTED, ""), SAME, "95.1 to 95.102: supported"),
    (UprParagraphSaid("KAZ", REPORT, "95", 1, 101, UprResponse.SUPPORTED, ""), DIFFERS, None),
    (UprParagraphSaid("KAZ", REPORT, "95", 1, 102, UprResponse.NOTED, ""), DIFFERS, None),
    (UprParagraphSaid("KAZ", "A/HRC/44/1", "95", 1, 102, UprResponse.NOTED, ""), NEW, None),
    (UprPositionSaid("KAZ", f"{REPORT}/Add.1", "97.3", UprResponse.NOTED), NEW, None),
    (UprPositionSaid("KAZ", "A/HRC/28/10/Add.1", "126.51", UprResponse.NOTED), SAME, "noted"),
    (UprPositionSaid("KAZ", "A/HRC/28/10/Add.1", "126.51", UprResponse.SUPPORTED), DIFFERS, "noted"),
    (UprPositionSaid("KAZ", "A/HRC/28/10/Add.1", "126.52", UprResponse.NOTED), NEW, None),
    (VisitSaid("KAZ", "minority issues", VisitStatus.COMPLETED, None, date(2009, 7, 6), date(2009, 7, 15)), SAME, None),
    (VisitSaid("KAZ", "minority issues", VisitStatus.COMPLETED, None, date(2009, 7, 6), date(2009, 7, 14)), DIFFERS,
     "completed 2009-07-06 to 2009-07-15"),
    (VisitSaid("KAZ", "minority issues", VisitStatus.COMPLETED, None, date(2009, 7, 1), date(2009, 7, 31)), SAME, None),
    (VisitSaid("KAZ", "minority issues", VisitStatus.POSTPONED, "", date(2009, 7, 6), date(2009, 7, 15)), DIFFERS,
     "completed 2009-07-06 to 2009-07-15"),
    (VisitSaid("KAZ", "minority issues", VisitStatus.COMPLETED, None, date(2019, 7, 6), date(2019, 7, 15)), NEW, None),
    (VisitSaid("KAZ", "minority issues", VisitStatus.REQUESTED), NEW, None),
    (ReferenceSaid("1", "CAT/C/KAZ/CO/4", "cited", date="2023-06-08"), SAME, "2023-06-08"),
    (ReferenceSaid("1", "CAT/C/KAZ/CO/4", "cited", date="2013-06-08"), DIFFERS, "2023-06-08"),
    (ReferenceSaid("1", "CAT/C/KAZ/CO/99", "cited", date="2013-06-08"), NEW, None),
    (DocumentSaid(REPORT), NOT, None),
]  # fmt: skip


@pytest.mark.parametrize(("says", "relation", "words"), OTHERS, ids=lambda one: type(one).__name__)
def test_each_kind_is_held_against_the_record(
    record: Record, says: Says, relation: Relation, words: str | None
) -> None:
    found = beside(record, says)
    assert found.relation is relation, found
    assert words is None or found.record_says == words
    assert (found.record_says is None) == (relation in {NEW, NOT})


def recommendations(record: Record, state: str, session: int) -> list[Statement]:
    """A state's recommendations as the export gives them: a row for each recommending state."""
    rows = record.tuples(
        "SELECT by_state, response FROM recommendation WHERE state = ? AND session = ? AND by_state IS NOT NULL",
        [state, session],
    )
    told = {"accepted": UprResponse.SUPPORTED, "noted": UprResponse.NOTED}
    return [
        stated(RecommendationSaid(state, None, None, "text", (by,), told[response], session)) for by, response in rows
    ]


def test_recommendations_are_counted_by_state_recommending_state_and_response(record: Record) -> None:
    rows = recommendations(record, "KAZ", 7)
    assert len(rows) > 100
    found = compared_with(record, rows, 3)
    assert {relation for relation, _ in found.counted} == {SAME}
    assert found.by_rule == {}


def test_more_recommendations_than_the_record_has_are_told_with_both_numbers(record: Record) -> None:
    rows = recommendations(record, "KAZ", 7)
    (count,) = compared_with(record, [*rows, rows[0]], 3).counts[DIFFERS]
    assert (count.rule, count.counted) == (Rule.RECOMMENDATIONS, (count.record_has or 0) + 1)
    assert "to KAZ in session 7" in count.of


def test_items_of_a_report_are_counted_once_each(record: Record) -> None:
    items = record.tuples("SELECT report_items FROM upr_review WHERE report_symbol = ?", [REPORT])[0][0]
    rows = [stated(RecommendationSaid("KAZ", REPORT, f"95.{n}", "text", (), None)) for n in (*range(items), 0)]
    found = compared_with(record, rows, 3)
    assert found.counted == {(SAME, Rule.ITEMS): 1}
    assert compared_with(record, rows[2:], 3).counts[DIFFERS][0].record_has == items


@pytest.mark.parametrize(
    ("response", "session", "rule"),
    [(UprResponse.PENDING, 7, Rule.NO_FINAL_RESPONSE), (UprResponse.NOTED, None, Rule.NO_SESSION)],
)
def test_a_recommendation_that_cannot_be_counted_says_why(
    record: Record, response: UprResponse, session: int | None, rule: Rule
) -> None:
    found = beside(record, RecommendationSaid("KAZ", None, None, "text", ("AUS",), response, session))
    assert (found.relation, found.rule) == (NOT, rule)


def test_a_summary_counts_all_and_keeps_only_the_first_of_what_is_looked_at() -> None:
    summing = Summing(2)
    for relation in (DIFFERS, SAME, DIFFERS, DIFFERS, NEW):
        summing.add(Compared(stated(DocumentSaid()), relation, None, None, Rule.POSITION))
    whole = summing.whole([])
    assert [whole.n(relation) for relation in (DIFFERS, SAME, NEW, NOT)] == [3, 1, 1, 0]
    assert (len(whole.shown[DIFFERS]), len(whole.shown[NEW])) == (2, 1)
    assert SAME not in whole.shown


@pytest.mark.parametrize("kind", get_args(Says), ids=lambda kind: kind.__name__)
def test_whatever_a_document_says_has_an_answer(record: Record, kind: type[Says]) -> None:
    compare = comparer(record)

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_type(kind))
    def answered(says: Says) -> None:
        found = compare(stated(says))
        assert found is None or found.statement.says == says
        list(compare.counts())

    answered()


def test_what_was_left_is_not_compared(record: Record) -> None:
    left = Left(WhyLeft.UNKNOWN_STATE, Place(row=1), "Qazaqia", "a state")
    assert compared_with(record, [left], 1).by_rule == {}
