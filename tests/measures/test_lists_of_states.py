"""What a list of states lets one conclude of one state."""

import pytest

from onrecord.measures.lists_of_states import (
    Answer,
    Conclusion,
    Listed,
    Seat,
    Why,
    count_of_statement,
    counts_of_request,
    of_request,
    of_statement,
    tally,
)
from onrecord.measures.same_words import has_words_of
from onrecord.sources.facts_commitments import ListComplete

FULL = Listed(ListComplete.FULL, {"FRA", "MEX"}, {"ISL"}, 2, 1, 3)
MEMBERS_ONLY = Listed(ListComplete.MEMBERS_ONLY, {"FRA", "MEX"}, set(), 2, 29, 31)
NO_OBSERVERS = Listed(ListComplete.FULL, {"FRA", "MEX"}, set(), 2, None, 2)
PARTIAL = Listed(ListComplete.PARTIAL, {"FRA"}, set(), None, None, 38)
NO_LIST = Listed(ListComplete.NONE, set(), set(), None, None, None)
SHORT = Listed(ListComplete.FULL, {"FRA", "MEX"}, {"ISL"}, 2, 2, 4)


@pytest.mark.parametrize(
    ("found", "seat", "answer", "why"),
    [
        (FULL, Seat.MEMBER, Answer.NOT_LISTED, Why.LIST_WHOLE),
        (FULL, Seat.OBSERVER, Answer.NOT_LISTED, Why.LIST_WHOLE),
        (FULL, Seat.UNSURE, Answer.NOT_LISTED, Why.LIST_WHOLE),
        (FULL, Seat.NO_STATE, Answer.NOT_IN_RECORD, Why.NO_STATE),
        (MEMBERS_ONLY, Seat.MEMBER, Answer.NOT_AMONG_MEMBERS, Why.WHOLE_FOR_MEMBERS),
        (MEMBERS_ONLY, Seat.OBSERVER, Answer.NOT_IN_RECORD, Why.MEMBERS_ONLY),
        (MEMBERS_ONLY, Seat.UNSURE, Answer.NOT_IN_RECORD, Why.SEAT_UNSURE),
        (NO_OBSERVERS, Seat.MEMBER, Answer.NOT_LISTED, Why.WHOLE_FOR_MEMBERS),
        (NO_OBSERVERS, Seat.OBSERVER, Answer.NOT_IN_RECORD, Why.NO_OBSERVERS),
        (PARTIAL, Seat.MEMBER, Answer.NOT_IN_RECORD, Why.PARTIAL),
        (NO_LIST, Seat.MEMBER, Answer.NOT_IN_RECORD, Why.NO_LIST),
        (SHORT, Seat.MEMBER, Answer.NOT_IN_RECORD, Why.SHORT),
    ],
)
def test_a_state_that_is_not_on_a_list(found, seat, answer, why):
    assert of_request(on_list=False, seat=seat, found=found) == Conclusion(answer, why)


@pytest.mark.parametrize("found", [FULL, MEMBERS_ONLY, NO_OBSERVERS, PARTIAL, NO_LIST, SHORT])
@pytest.mark.parametrize("seat", list(Seat))
def test_a_state_on_a_list_is_listed_whatever_the_list(found, seat):
    assert of_request(on_list=True, seat=seat, found=found).answer is Answer.LISTED


def test_only_a_full_list_of_a_statement_says_did_not_join():
    for complete in ListComplete:
        said = of_statement(on_list=False, existed=True, complete=complete, n=3, listed=3).answer
        assert (said is Answer.NOT_LISTED) is (complete is ListComplete.FULL)
    assert of_statement(False, True, ListComplete.FULL, n=4, listed=3).why is Why.SHORT
    assert of_statement(False, False, ListComplete.FULL, n=3, listed=3).why is Why.NO_STATE


def test_counts_agree_only_where_they_can_be_compared():
    assert [count.agrees for count in counts_of_request(FULL)] == [True, True, True, True]
    assert [count.agrees for count in counts_of_request(MEMBERS_ONLY)] == [True, None, None, True]
    assert [count.agrees for count in counts_of_request(SHORT)] == [True, False, False, True]
    assert count_of_statement(ListComplete.FULL, 58, 57).agrees is False
    assert count_of_statement(ListComplete.PARTIAL, 58, 21).agrees is None


def test_the_tally_sums_to_all():
    said = [of_request(False, Seat.MEMBER, found) for found in (FULL, MEMBERS_ONLY, PARTIAL)]
    assert sum(n for _, n in tally(said)) == 3


def test_titles_with_the_same_words():
    older = "Accelerating efforts to eliminate all forms of violence against women: eliminating domestic violence"
    assert has_words_of(older, "Elimination of domestic violence")
    assert not has_words_of("Elimination of discrimination against women", "Elimination of domestic violence")
    assert not has_words_of("Human rights and a culture of peace", "A culture of peace")
