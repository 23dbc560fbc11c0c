"""Tables of pairs: a case worked by hand, the counts of every vote one by one on the record, and groups."""

from datetime import date

import numpy as np
import pytest

from onrecord.measures.agreement.pair_tables import group_tables, pair_tables
from onrecord.measures.agreement.shared_votes import open_to_both, opposites
from onrecord.record.ballots import ballots
from onrecord.record.coverage_of import votes_taken_span
from onrecord.record.position_table import Code, VoteSelection, position_table
from onrecord.record.store import Record
from onrecord.vocabulary.positions import CAST, Position
from onrecord.vocabulary.rollcalls import Body
from tests.measures.agreement.tables import table_of

COUNTS = ("could", "n", "same", "one_step", "opposite", "absent", "unknown", "doubtful")


def counts_of(tables, row, column):
    at = tables.rows.index(row), tables.columns.index(column)
    steps = dict(zip(("same", "one_step", "opposite"), map(tables.apart, range(3)), strict=True))
    return {name: int((steps[name] if name in steps else getattr(tables, name))[at]) for name in COUNTS}


def test_a_case_worked_by_hand():
    worked = table_of({"AAA": "yyynay?o-", "BBB": "yanyao??y"}, doubts={"BBB": "x x"})
    found = pair_tables(worked)
    # In the sixth BBB is absent, in the seventh neither is known, in the eighth BBB is not; no seat in the ninth.
    assert counts_of(found, "AAA", "BBB") == dict(zip(COUNTS, (8, 5, 2, 1, 2, 1, 2, 2), strict=True))
    table = found.counts[0, 1]
    assert table.tolist() == [[1, 1, 1], [0, 1, 0], [1, 0, 0]]
    assert (found.counts[1, 0] == table.T).all()


def test_of_some_states_the_tables_are_those_of_all_pairs(record: Record):
    table = position_table(record, VoteSelection(Body.HRC, 2018, 2019))
    every, one = pair_tables(table), pair_tables(table, ["CUB", "XXX"])
    row = table.states.index("CUB")
    assert (one.counts[0] == every.counts[row]).all()
    assert (one.could[0] == every.could[row]).all()
    assert (every.counts == every.counts.transpose(1, 0, 3, 2)).all()
    # A state without a seat in these votes has nothing to compare.
    assert one.could[1].sum() == one.counts[1].sum() == 0


def naive(votes, a, b):
    """Count a pair vote by vote, with the words for positions instead of codes."""
    place = {Position.YES: 0, Position.ABSTAIN: 1, Position.NO: 2}
    found = open_to_both(votes, a, b)
    numbers = dict.fromkeys(COUNTS, 0) | {"could": len(found)}
    for one in found:
        x, y = one.position(a), one.position(b)
        if x in CAST and y in CAST:
            numbers["n"] += 1
            numbers["doubtful"] += one.doubtful(a) or one.doubtful(b)
            numbers[("same", "one_step", "opposite")[abs(place[x] - place[y])]] += 1
        else:
            numbers["unknown" if x is None or y is None else "absent"] += 1
    return numbers


@pytest.mark.parametrize(
    ("body", "years", "pair"),
    [
        (Body.GA, (2011, 2012), ("KAZ", "SSD")),
        (Body.GA, (2001, 2003), ("CHE", "TLS")),
        (Body.GA, (1990, 1992), ("RUS", "UKR")),
        (Body.HRC, (2006, 2012), ("CUB", "MYS")),
        (Body.HRC, (2022, 2024), ("KAZ", "USA")),
        (Body.HRC, (2013, 2016), ("RUS", "KEN")),
    ],
)
def test_the_counts_are_those_of_the_votes_taken_one_by_one(record: Record, body: Body, years: tuple, pair: tuple):
    where = "body = $body AND vote_taken AND year(date) BETWEEN $first AND $last"
    votes = ballots(record, where, {"body": body.value, "first": years[0], "last": years[1]}, pair)
    if body is Body.GA:
        both = [record.gazetteer.state(one) for one in pair]
        votes = [one for one in votes if all(state.was_un_member(one.date) for state in both)]
    expected = naive(votes, *pair)
    assert counts_of(pair_tables(position_table(record, VoteSelection(body, *years)), [pair[0]]), *pair) == expected
    assert expected["n"] > 0
    assert expected["opposite"] == len(opposites(votes, *pair))


def test_a_group_is_counted_pair_by_pair():
    table = table_of({"AAA": "yyn", "BBB": "yna", "CCC": "y-o", "DDD": "nyn"})
    first = np.array([[True] * 3, [True] * 3, [False] * 3, [False] * 3])
    second = np.array([[False] * 3, [False] * 3, [True] * 3, [True] * 3])
    found, pairs = group_tables(table, {"one": first, "two": second}), pair_tables(table)
    between = sum(pairs.counts[a, b] for a in (0, 1) for b in (2, 3))
    assert (found.counts[0, 1] == between).all()
    assert found.could[0, 1] == sum(pairs.could[a, b] for a in (0, 1) for b in (2, 3)) == 10
    # Within a group the one pair stands both ways round, and nobody with itself.
    assert (found.counts[0, 0] == pairs.counts[0, 1] + pairs.counts[1, 0]).all()
    assert found.could[0, 0] == 6
    assert found.absent[0, 1] == 2


def test_members_of_a_group_count_while_they_are_members():
    table = table_of({"AAA": "yy", "BBB": "nn"})
    mask = np.array([[True, True], [False, True]])
    assert group_tables(table, {"one": mask}).could.tolist() == [[2]]


def test_an_empty_table_has_tables_of_nothing(record: Record):
    table = position_table(record, VoteSelection(Body.HRC, situations=("XXX",)))
    assert pair_tables(table, ["KAZ"]).counts.shape == (1, 0, 3, 3)


def test_as_of_a_day_later_votes_are_not_there(built):
    then = Record(built, date(2012, 6, 30))
    span = votes_taken_span(then, Body.GA)
    assert span is not None
    assert span.last <= date(2012, 6, 30)
    table = position_table(then, VoteSelection(Body.GA, 2010, 2020))
    assert max(one.date for one in table.rollcalls) <= date(2012, 6, 30)
    assert (table.codes[table.states.index("KAZ")] != Code.NOT_A_MEMBER).all()
