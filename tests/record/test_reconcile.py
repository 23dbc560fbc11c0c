"""Where witnesses meet: a hand-worked case for every rule and status, and what no rule may change."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.reconcile import PositionsRule, Reconciled, TallyRule, reconcile
from onrecord.record.seats import Seats
from onrecord.record.witnesses import Case, Tally
from onrecord.sources.facts_rows import CorrectedField, PositionCorrection, RollCallCorrection
from onrecord.vocabulary.positions import LISTED, Position
from onrecord.vocabulary.rollcalls import ListStatus, Outcome, Severity, Status, Witness
from onrecord.vocabulary.texts import TextKind

DAY = date(2014, 3, 27)
YES, NO, ABSTAIN, ABSENT = LISTED


@dataclass(frozen=True)
class Term:
    state: str
    term_start: date
    term_end: date


def seats(*states: str) -> Seats:
    return Seats(Term(state, date(2014, 1, 1), date(2016, 12, 31)) for state in states)


TEN = tuple("ABCDEFGHIJ")
COUNCIL = seats(*TEN)


def listing(yes: int, no: int, abstain: int, absent: int = 0) -> dict[str, Position]:
    """Return the positions of the ten members, A on, in the order of a tally."""
    positions = [YES] * yes + [NO] * no + [ABSTAIN] * abstain + [ABSENT] * absent
    return dict(zip(TEN, positions, strict=False))


def total(yes: int, no: int, abstain: int, absent: int | None = 0) -> Tally:
    return Tally(Witness.CATALOGUE_TOTAL, yes, no, abstain, absent, "catalogue")


def note(yes: int, no: int, abstain: int) -> Tally:
    return Tally(Witness.ADOPTION_NOTE, yes, no, abstain, None, "note")


def position_of(state: str | None, recorded: str, corrected: str, confidence: int) -> PositionCorrection:
    return PositionCorrection(f"c-{state}", "r", state, recorded, corrected, "basis", "reason", confidence, "s")


def whole(field: CorrectedField, corrected: str, confidence: int = 2) -> RollCallCorrection:
    return RollCallCorrection("c", "r", field, corrected, "basis", "reason", confidence, "s")


def case(listed: dict[str, Position], *tallies: Tally, **more) -> Case:
    made = Case(
        "r", "A/HRC/RES/25/1", None, "25", DAY, TextKind.RESOLUTION, "Title", "4", None, Outcome.ADOPTED, listed,
        ListStatus.FULL if listed else ListStatus.NONE, tallies, (), (), "list",
    )  # fmt: skip
    return replace(made, **more)


def of(result: Reconciled, state: str) -> tuple[Position | None, bool]:
    (found,) = [p for p in result.positions if p.state == state]
    return found.position, found.doubtful


def figures(result: Reconciled) -> str | None:
    return result.tally.written() if result.tally else None


STANDS = (whole(CorrectedField.POSITIONS, "stand"),)
C_VOTED_NO = (position_of("C", "yes", "no", 2),)


@pytest.mark.parametrize(
    ("one", "rule", "used", "status", "severity", "doubtful"),
    [
        (case(listing(6, 3, 1)), TallyRule.ONLY_LIST, "6-3-1-0", Status.ONE_WITNESS, None, False),
        (case(listing(6, 3, 1), note(6, 3, 1)), TallyRule.AGREE, "6-3-1-0", Status.AGREED, None, False),
        (case(listing(3, 5, 2), total(2, 6, 2), position_corrections=C_VOTED_NO),
         TallyRule.CORRECTED_LIST, "2-6-2-0", Status.CONFLICT, Severity.FAULT, False),
        (case(listing(6, 3, 1), total(5, 4, 1), rollcall_corrections=STANDS),
         TallyRule.LIST_STANDS, "6-3-1-0", Status.CONFLICT, Severity.FAULT, False),
        (case(listing(6, 3, 1), total(6, 3, 11)),
         TallyRule.TOTAL_DOES_NOT_ADD_UP, "6-3-1-0", Status.CONFLICT, Severity.FAULT, False),
        (case(listing(6, 3, 1), note(6, 3, 7)),
         TallyRule.TOTAL_DOES_NOT_ADD_UP, "6-3-1-0", Status.CONFLICT, Severity.FAULT, False),
        (case(listing(6, 3, 1), total(5, 4, 1), note(5, 4, 1)),
         TallyRule.TWO_AGAINST_LIST, "5-4-1-0", Status.CONFLICT, Severity.FAULT, True),
        (case(listing(6, 3, 1), total(5, 4, 1)),
         TallyRule.OPEN, "6-3-1-0", Status.CONFLICT, Severity.FAULT, True),
        (case(listing(6, 3, 1), total(5, 4, 1), note(4, 5, 1)),
         TallyRule.OPEN, "6-3-1-0", Status.CONFLICT, Severity.FAULT, True),
        (case(listing(8, 0, 2), total(2, 8, 0)),
         TallyRule.OPEN, "8-0-2-0", Status.CONFLICT, Severity.SEVERE, True),
        (case({}, total(6, 3, 1)), TallyRule.ONLY_TOTAL, "6-3-1-0", Status.NO_POSITIONS, None, None),
        (case({}), TallyRule.NOTHING, None, Status.NO_POSITIONS, None, None),
    ],
)  # fmt: skip
def test_each_rule_reads_the_figures_it_names(
    one: Case, rule: TallyRule, used: str | None, status: Status, severity: Severity | None, doubtful: bool | None
) -> None:
    result = reconcile(one, COUNCIL)
    assert (result.tally_rule, figures(result), result.status, result.severity) == (rule, used, status, severity)
    assert {p.doubtful for p in result.positions} == ({doubtful} if doubtful is not None else set())


def test_the_case_of_a_total_that_only_a_missing_state_would_explain_stays_open() -> None:
    nine = listing(5, 3, 1)
    assert reconcile(case(nine, total(6, 3, 1)), COUNCIL).tally_rule is TallyRule.OPEN


def test_one_source_that_gives_list_and_total_is_one_witness() -> None:
    own = Tally(Witness.OTHER_REPORT, 6, 3, 1, 0, "list")
    assert reconcile(case(listing(6, 3, 1), own), COUNCIL).status is Status.ONE_WITNESS


def test_a_correction_named_in_a_source_is_applied_and_the_listed_value_kept() -> None:
    result = reconcile(case(listing(3, 5, 2), total(2, 6, 2), position_corrections=C_VOTED_NO), COUNCIL)
    (c,) = [p for p in result.positions if p.state == "C"]
    assert (c.position, c.listed, c.correction_id, c.rule) == (NO, YES, "c-C", "basis")
    assert result.positions_rule is PositionsRule.CORRECTED
    assert (result.apart, result.outcome) == (1, Outcome.REJECTED)


@pytest.mark.parametrize(("confidence", "shown"), [(1, "c-C"), (0, None)])
def test_an_inferred_correction_is_shown_and_a_lead_is_not_and_neither_applied(
    confidence: int, shown: str | None
) -> None:
    lead = (position_of("C", "yes", "no", confidence),)
    result = reconcile(case(listing(3, 5, 2), note(3, 5, 2), position_corrections=lead), COUNCIL)
    (c,) = [p for p in result.positions if p.state == "C"]
    assert (c.position, c.correction_id, c.doubtful) == (YES, shown, confidence == 1)
    assert (result.positions_rule, figures(result)) == (PositionsRule.AS_LISTED, "3-5-2-0")


def test_the_surest_of_several_corrections_of_a_state_counts_in_whatever_order() -> None:
    two = [position_of("C", "yes", "no", 2), replace(position_of("C", "yes", "abstain", 1), correction_id="c-lead")]
    for order in (two, two[::-1]):
        result = reconcile(case(listing(3, 5, 2), position_corrections=tuple(order)), COUNCIL)
        assert of(result, "C") == (NO, False)


def test_the_figures_of_a_corrected_list_without_a_printed_total_are_those_of_its_positions() -> None:
    result = reconcile(case(listing(3, 5, 2), position_corrections=C_VOTED_NO), COUNCIL)
    assert (result.tally_rule, figures(result)) == (TallyRule.ONLY_LIST, "2-6-2-0")


def test_a_correction_of_a_state_not_identified_changes_no_position() -> None:
    unnamed = (position_of(None, "yes", "no", 2),)
    result = reconcile(case(listing(3, 5, 2), position_corrections=unnamed), COUNCIL)
    assert {p.position for p in result.positions if p.listed is YES} == {YES}


def test_the_position_of_a_state_without_a_seat_is_set_aside_even_where_corrected() -> None:
    listed = {**listing(5, 3, 1), "X": YES}
    named = (position_of("X", "yes", "no", 2),)
    result = reconcile(case(listed, position_corrections=named), seats(*TEN))
    (stranger,) = [p for p in result.positions if p.state == "X"]
    assert (stranger.position, stranger.listed, stranger.doubtful) == (None, YES, True)
    assert stranger.rule == "set aside: the state was not a member"


def test_a_suspended_state_still_listed_as_absent_is_no_absent_member() -> None:
    result = reconcile(case({**listing(6, 3, 0, 1), "X": ABSENT}, note(6, 3, 0)), COUNCIL)
    assert (figures(result), result.tallies[0].written()) == ("6-3-0-1", "6-3-0-2")


def test_a_total_that_counts_the_suspended_state_as_absent_adds_up() -> None:
    listed = {**listing(6, 3, 1), "X": ABSENT}
    assert reconcile(case(listed, total(5, 4, 1, 1)), COUNCIL).tally_rule is TallyRule.OPEN
    assert reconcile(case(listed, total(5, 4, 1, 0)), COUNCIL).tally_rule is TallyRule.TOTAL_DOES_NOT_ADD_UP


def test_a_withdrawn_list_gives_no_position_and_the_printed_total_is_used() -> None:
    withdrawn = (whole(CorrectedField.POSITIONS, "withdrawn"), whole(CorrectedField.OUTCOME, "rejected"))
    result = reconcile(case(listing(9, 0, 1), total(3, 6, 1), rollcall_corrections=withdrawn), COUNCIL)
    assert (result.tally_rule, figures(result)) == (TallyRule.ONLY_TOTAL, "3-6-1-0")
    assert (result.positions_rule, result.outcome) == (PositionsRule.WITHDRAWN, Outcome.REJECTED)
    assert {(p.position, p.doubtful) for p in result.positions} == {(None, True)}


def test_a_partial_list_is_read_as_named_and_never_counted() -> None:
    some = replace(case({"A": YES, "B": NO}, note(6, 3, 1)), list_status=ListStatus.PARTIAL)
    result = reconcile(some, COUNCIL)
    assert (result.positions_rule, result.tally_rule) == (PositionsRule.PARTIAL, TallyRule.ONLY_TOTAL)
    assert (result.status, figures(result)) == (Status.ONE_WITNESS, "6-3-1")
    assert [(p.state, p.position) for p in result.positions] == [("A", YES), ("B", NO)]
    assert [tally.witness for tally in result.tallies] == [Witness.ADOPTION_NOTE]


def test_a_vote_that_was_not_taken_has_neither_figures_nor_positions() -> None:
    not_taken = (whole(CorrectedField.VOTE_TAKEN, "no"), whole(CorrectedField.OUTCOME, "adopted without a vote"))
    result = reconcile(case({}, rollcall_corrections=not_taken), COUNCIL)
    assert (result.vote_taken, result.tally, result.positions) == (False, None, ())
    assert (result.tally_rule, result.outcome) == (TallyRule.NOTHING, Outcome.ADOPTED_WITHOUT_A_VOTE)


@pytest.mark.parametrize(
    ("figures", "outcome"), [((5, 4, 1), "adopted"), ((4, 5, 1), "rejected"), ((4, 4, 2), "rejected")]
)
def test_an_equal_vote_is_a_rejection(figures: tuple[int, int, int], outcome: str) -> None:
    assert reconcile(case(listing(*figures)), COUNCIL).outcome == outcome


def test_corrections_of_the_whole_vote_are_read_unless_they_are_leads() -> None:
    fields = (CorrectedField.KIND, "motion"), (CorrectedField.DATE, "2015-07-03"), (CorrectedField.AGENDA_ITEM, "3")
    for confidence, read in ((1, ("motion", date(2015, 7, 3), "3")), (0, ("resolution", DAY, "4"))):
        corrections = tuple(whole(field, value, confidence) for field, value in fields)
        result = reconcile(case(listing(6, 3, 1), rollcall_corrections=corrections), COUNCIL)
        assert (result.kind, result.date, result.agenda_item) == read


def test_a_lead_does_not_hide_a_correction_of_the_same_field() -> None:
    both = (whole(CorrectedField.TITLE, "Guess", 0), whole(CorrectedField.TITLE, "Known", 2))
    assert reconcile(case(listing(6, 3, 1), rollcall_corrections=both), COUNCIL).title == "Known"


def test_membership_is_asked_on_the_corrected_day() -> None:
    moved = (whole(CorrectedField.DATE, "2017-01-01"),)
    result = reconcile(case(listing(6, 3, 1), rollcall_corrections=moved), COUNCIL)
    assert {p.position for p in result.positions} == {None}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (total(31, 0, 16), total(31, 16, 0), 16),
        (total(5, 4, 1), total(4, 5, 1), 1),
        (total(5, 4, 1), total(4, 4, 1), 1),
        (total(5, 4, 1), total(4, 4, 1, None), 1),
        (total(5, 4, 0, 1), total(4, 4, 2, 0), 2),
        (total(5, 4, 1), total(5, 4, 1, None), 0),
    ],
)
def test_counts_the_fewest_positions_that_must_differ(one: Tally, other: Tally, apart: int) -> None:
    assert (one.positions_apart(other), other.positions_apart(one)) == (apart, apart)


LISTINGS = st.lists(st.sampled_from(LISTED), min_size=1, max_size=10)
TALLIES = st.lists(
    st.builds(total, *[st.integers(0, 6)] * 3, st.none() | st.integers(0, 6))
    | st.builds(note, *[st.integers(0, 6)] * 3),
    max_size=3,
)
CORRECTIONS = st.lists(
    st.builds(position_of, st.sampled_from(TEN), st.just("yes"), st.sampled_from(LISTED), st.integers(0, 2)), max_size=3
)


@given(LISTINGS, TALLIES, CORRECTIONS, st.sampled_from(["", "stand", "withdrawn"]), st.integers(1, 10))
def test_nothing_listed_or_printed_is_ever_lost(positions, tallies, corrections, word, members) -> None:
    listed = dict(zip(TEN, positions, strict=False))
    whole_vote = (whole(CorrectedField.POSITIONS, word),) if word else ()
    one = case(listed, *tallies, position_corrections=tuple(corrections), rollcall_corrections=whole_vote)
    result = reconcile(one, seats(*TEN[:members]))
    assert {p.state: p.listed for p in result.positions} == listed
    assert result.tallies[1:] == tuple(tallies)


@given(LISTINGS, TALLIES, CORRECTIONS, st.permutations(TEN))
def test_other_labels_for_the_states_change_nothing_but_labels(positions, tallies, corrections, names) -> None:
    new = dict(zip(TEN, names, strict=True))
    listed = dict(zip(TEN, positions, strict=False))
    one = case(listed, *tallies, position_corrections=tuple(corrections))
    other = replace(
        one,
        listed={new[state]: position for state, position in listed.items()},
        position_corrections=tuple(replace(c, state=new[c.state or ""]) for c in corrections),
    )
    before, after = reconcile(one, seats(*TEN[:8])), reconcile(other, seats(*names[:8]))
    assert replace(before, case=other, positions=()) == replace(after, positions=())
    assert sorted((new[p.state], p.position, p.listed, p.rule, p.doubtful) for p in before.positions) == sorted(
        (p.state, p.position, p.listed, p.rule, p.doubtful) for p in after.positions
    )
