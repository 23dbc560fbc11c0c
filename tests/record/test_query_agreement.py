"""One state's counts with all others: a case worked by hand, the measure's own figures, and what is left out."""

from datetime import date

import duckdb
import pytest

from onrecord.measures.agreement import agreement
from onrecord.record.ballots import ballots
from onrecord.record.query_agreement import CountsWith, counts_with_all, votes_taken_span
from onrecord.record.store import Record
from onrecord.vocabulary.rollcalls import Body


class Worked:
    """Four votes of five states, asked as a record is."""

    def __init__(self) -> None:
        self.connection = duckdb.connect()
        self.connection.execute(
            """
            CREATE TABLE rollcall AS SELECT * FROM (VALUES
              ('r1', 'GA', DATE '2001-02-01', true), ('r2', 'GA', DATE '2001-03-01', true),
              ('r3', 'GA', DATE '2002-03-01', true), ('r4', 'GA', DATE '2003-03-01', true),
              ('r5', 'GA', DATE '2002-04-01', false)) t (rollcall_id, body, date, vote_taken);
            CREATE TABLE state AS SELECT * FROM (VALUES
              ('AAA', DATE '1950-01-01', NULL::DATE), ('BBB', DATE '1950-01-01', NULL),
              ('CCC', DATE '2002-01-01', NULL), ('DDD', DATE '1950-01-01', DATE '2001-02-15'), ('EEE', NULL, NULL))
              t (iso3, un_member_from, un_member_to);
            CREATE TABLE vote AS SELECT * FROM (VALUES
              ('r1', 'AAA', 'yes', false), ('r1', 'BBB', 'abstain', false), ('r1', 'DDD', 'yes', false),
              ('r2', 'AAA', 'yes', false), ('r2', 'BBB', 'no', true), ('r2', 'DDD', 'yes', false),
              ('r3', 'AAA', 'no', false), ('r3', 'BBB', 'no', false), ('r3', 'EEE', 'no', false),
              ('r4', 'AAA', 'yes', false), ('r4', 'BBB', 'yes', false), ('r4', 'CCC', 'yes', false),
              ('r5', 'AAA', 'yes', false), ('r5', 'BBB', 'yes', false)) t (rollcall_id, state, position, doubtful);
            """
        )

    def rows(self, row_type, sql, parameters):
        return [row_type(*values) for values in self.connection.execute(sql, parameters).fetchall()]


def test_a_case_worked_by_hand() -> None:
    found = {one.state: one for one in counts_with_all(Worked(), "AAA", Body.GA, 2001, 2002)}
    days = (date(2001, 2, 1), date(2002, 3, 1))
    assert found["AAA"] == CountsWith("AAA", 3, 3, 3, 0, 0, 0, 0, 0, *days)
    # r1 one step apart, r2 opposite and in doubt, r3 the same; r4 is later, and no vote was taken in r5.
    assert found["BBB"] == CountsWith("BBB", 3, 3, 1, 1, 1, 0, 0, 1, *days)
    # A member from 2002, without a position in r3: not in the record, never absent.
    assert found["CCC"] == CountsWith("CCC", 1, 0, 0, 0, 0, 0, 1, 0, date(2002, 3, 1), date(2002, 3, 1))
    # No member after 15 February 2001, whatever is listed.
    assert found["DDD"] == CountsWith("DDD", 1, 1, 1, 0, 0, 0, 0, 0, date(2001, 2, 1), date(2001, 2, 1))
    assert "EEE" not in found


def test_a_state_that_was_no_member_has_no_line() -> None:
    assert counts_with_all(Worked(), "EEE", Body.GA, 2001, 2003) == ()


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
def test_the_counts_are_those_of_the_measure(record: Record, body: Body, years: tuple, pair: tuple) -> None:
    a, b = pair
    where = "body = $body AND vote_taken AND year(date) BETWEEN $first AND $last"
    votes = ballots(record, where, {"body": body.value, "first": years[0], "last": years[1]}, pair)
    if body is Body.GA:
        both = [record.gazetteer.state(one) for one in pair]
        votes = [one for one in votes if all(state.was_un_member(one.date) for state in both)]
    expected = agreement(votes, a, b)
    (found,) = [one for one in counts_with_all(record, a, body, *years) if one.state == b]
    counted = ("could", "n", "same", "one_step", "opposite", "absent", "unknown", "doubtful")
    assert [getattr(found, name) for name in counted] == [getattr(expected, name) for name in counted]
    assert found.could > 0


@pytest.mark.parametrize("body", list(Body))
def test_either_of_a_pair_gives_the_same_counts(record: Record, body: Body) -> None:
    (mine,) = [one for one in counts_with_all(record, "FRA", body, 2015, 2019) if one.state == "CUB"]
    (theirs,) = [one for one in counts_with_all(record, "CUB", body, 2015, 2019) if one.state == "FRA"]
    names = [name for name in CountsWith.__dataclass_fields__ if name != "state"]
    assert [getattr(mine, name) for name in names] == [getattr(theirs, name) for name in names]


def test_as_of_a_day_later_votes_are_not_there(built) -> None:
    then = Record(built, date(2012, 6, 30))
    span = votes_taken_span(then, Body.GA)
    assert span is not None
    assert span.last <= date(2012, 6, 30)
    (own,) = [one for one in counts_with_all(then, "KAZ", Body.GA, 2010, 2020) if one.state == "KAZ"]
    assert own.last <= date(2012, 6, 30)
