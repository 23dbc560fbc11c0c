"""Defection from a group and being outvoted, worked by hand and held to the record."""

import numpy as np
import pytest

from onrecord.measures.blocs.defection import Line, group_line, membership_mask
from onrecord.measures.blocs.outvoted import outvoted
from onrecord.record.position_table import Code, VoteSelection, position_table
from onrecord.record.query_groups import members
from tests.measures.agreement.tables import table_of

GROUP = {
    #        line:  y y y . a . n
    "AAA": "yyyyann",
    "BBB": "yynnayn",
    "CCC": "ynyaa-n",
    "DDD": "noyoaan",
    "EEE": "nnnnnnn",
}
INSIDE = frozenset({"AAA", "BBB", "CCC", "DDD"})


def line_of(line=Line.PLURALITY):
    table = table_of(GROUP)
    return group_line(table, membership_mask(table, dict.fromkeys(range(7), INSIDE)), line)


def test_defections_are_counted_as_by_hand():
    found = line_of()
    assert (found.could, found.n, found.few, found.no_line, found.unanimous) == (7, 5, 0, 2, 2)
    by_state = {one.state: one for one in found.members}
    assert set(by_state) == INSIDE
    assert [(one.n, one.against, one.opposite) for one in map(by_state.get, ["AAA", "BBB", "CCC", "DDD"]) if one] == [
        (5, 0, 0),
        (5, 1, 1),
        (5, 1, 1),
        (4, 1, 1),
    ]
    assert by_state["DDD"].absent == 1
    assert found.members[0].state == "DDD"


def test_the_agreement_index_is_the_mean_over_roll_calls():
    # (M - (T - M) / 2) / T for 3 of 4, 2 of 3, 3 of 4, 1 of 3, 4 of 4, 1 of 3 and 4 of 4.
    each = [(3 - 0.5) / 4, (2 - 0.5) / 3, (3 - 0.5) / 4, 0, 1, 0, 1]
    table = table_of({state: 3 * word for state, word in GROUP.items()})
    found = group_line(table, membership_mask(table, dict.fromkeys(range(21), INSIDE)))
    assert (found.cohesion, found.cohesion_n) == (pytest.approx(np.mean(each)), 21)
    assert (line_of().cohesion, line_of().cohesion_n) == (None, 7)


def test_a_majority_is_asked_for_more_than_a_plurality():
    table = table_of({"AAA": "y", "BBB": "y", "CCC": "n", "DDD": "a"})
    mask = membership_mask(table, {0: frozenset(table.states)})
    assert group_line(table, mask).n == 1
    assert group_line(table, mask, Line.MAJORITY).no_line == 1


def test_a_state_counts_only_while_in_the_group():
    table = table_of(GROUP)
    found = group_line(table, membership_mask(table, {0: INSIDE, 1: INSIDE - {"DDD"}}))
    assert (found.could, found.n) == (2, 2)
    assert next(one for one in found.members if one.state == "DDD").n == 1
    assert group_line(table, membership_mask(table, {})).members == ()


def test_votes_of_two_members_have_no_line():
    table = table_of({"AAA": "y", "BBB": "y"})
    found = group_line(table, membership_mask(table, {0: frozenset(table.states)}))
    assert (found.few, found.n, found.cohesion) == (1, 0, None)
    assert [one.share for one in found.members] == [None, None]


@pytest.mark.parametrize(("group", "years", "state"), [("EU", (2016, 2018), "HUN"), ("AG", (2019, 2020), "SOM")])
def test_in_the_record_each_defection_is_a_position_beside_the_line(record, group, years, state):
    table = position_table(record, VoteSelection(first_year=years[0], last_year=years[1]))
    inside = {at: members(record, group, call.date) for at, call in enumerate(table.rollcalls)}
    found = next(one for one in group_line(table, membership_mask(table, inside)).members if one.state == state)
    against = n = 0
    for at in range(len(table.rollcalls)):
        codes = [int(table.codes[table.states.index(s), at]) for s in inside[at] if s in table.states]
        cast = [codes.count(code) for code in (Code.YES, Code.ABSTAIN, Code.NO)]
        mine = int(table.codes[table.states.index(state), at])
        if sum(cast) >= 3 and cast.count(max(cast)) == 1 and mine <= Code.NO and state in inside[at]:
            n += 1
            against += mine != cast.index(max(cast))
    assert (found.against, found.n) == (against, n)
    assert against > 0


def test_who_is_outvoted_is_counted_as_by_hand():
    table = table_of({"AAA": "yyyna", "BBB": "yynyn", "CCC": "ynany", "DDD": "n-oay"})
    # Sides, yes against no: 3-1, 2-1, 1-1 (a tie), 1-2, 2-1.
    counted = outvoted(table, minimum=4)
    assert (counted.ties, counted.unsure) == (1, 0)
    found = {one.state: one for one in (*counted.states, *counted.few)}
    assert (found["AAA"].n, found["AAA"].outvoted, found["AAA"].took_sides) == (4, 0, 3)
    assert (found["BBB"].outvoted, found["BBB"].alone) == (2, 2)
    assert (found["CCC"].outvoted, found["DDD"].outvoted) == (1, 1)
    assert [one.state for one in counted.few] == ["DDD"]
    assert counted.states[0].state == "BBB"


def test_what_is_not_in_the_record_is_no_tie_and_turns_no_side():
    rows = {"AAA": "yyyn", "BBB": "yy?n", "CCC": "nn?n", "DDD": "n?yn"}
    counted = outvoted(table_of(rows), minimum=1)
    # Two against two is a tie; two to one with one unknown could be one; two with two unknown could be one as well.
    assert (counted.ties, counted.unsure) == (1, 2)
    assert {one.state: one.n for one in counted.states} == dict.fromkeys(rows, 1)
    table = table_of(rows)
    line = group_line(table, membership_mask(table, dict.fromkeys(range(4), frozenset(rows))))
    assert (line.n, line.no_line, line.unsure, line.few) == (1, 1, 2, 0)


def test_without_votes_nobody_is_outvoted():
    assert outvoted(table_of({"AAA": "aa", "BBB": "ya"}), 1).states[0].outvoted == 0
    empty = table_of({"AAA": "", "BBB": ""})
    assert outvoted(empty).states == ()
