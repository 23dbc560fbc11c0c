"""The record as it was known on a day: nothing later leaks into any table."""

from datetime import date
from pathlib import Path

import pytest

from onrecord.record.schema import TABLES
from onrecord.record.store import Record
from onrecord.vocabulary.dates import PartialDate

DAYS = (date(2006, 7, 1), date(2011, 6, 1), date(2012, 11, 30), date(2016, 12, 31), date(2022, 3, 1))


@pytest.fixture(scope="module", params=DAYS, ids=str)
def known(request: pytest.FixtureRequest, built: Path) -> Record:
    return Record(built, request.param)


@pytest.mark.parametrize("name", sorted(set(TABLES) - {"state", "session_request"}))
def test_no_column_of_days_holds_a_later_day(known: Record, name: str) -> None:
    days = [column for column, (kind, _, _) in TABLES[name].columns.items() if kind == "DATE" and column != "due_by"]
    # The listed day of an amendment is its document's; a term stood for lies ahead of its election.
    days = [column for column in days if not (name == "candidacy" and column.startswith("term_"))]
    for column in days:
        (later,) = known.tuples(f"SELECT count(*) FROM {name} WHERE {column} > ?", [known.as_of])
        assert later == (0,), column


@pytest.mark.parametrize(
    ("name", "column"),
    [("joint_statement", "date"), ("pledge", "pledged_on"), ("upr_review", "outcome_date"), ("self_report", "said_on"),
     ("concluding_observation", "adopted"), ("standing_invitation", "date"), ("role", "held_from")],
)  # fmt: skip
def test_no_partial_date_can_mean_a_later_day(known: Record, name: str, column: str) -> None:
    written = [w for (w,) in known.tuples(f"SELECT {column} FROM {name} WHERE {column} IS NOT NULL")]
    assert known.as_of is not None
    assert all(PartialDate(w).last <= known.as_of for w in written)


def test_a_suspension_still_to_come_is_not_known(built: Path) -> None:
    before, after = Record(built, date(2011, 1, 31)), Record(built, date(2011, 4, 1))
    (term,) = before.seats.terms("LBY")
    assert (term.term_end, getattr(term, "running")) == (date(2011, 1, 31), True)  # noqa: B009
    (term,) = after.seats.terms("LBY")
    assert (term.term_end, getattr(term, "end_reason")) == (date(2011, 3, 1), "suspended")  # noqa: B009


def test_a_response_to_a_recommendation_is_known_once_the_outcome_is_adopted(built: Path) -> None:
    sql = "SELECT count(*), count(response) FROM recommendation WHERE state = 'KAZ' AND cycle = 1"
    assert Record(built, date(2010, 3, 1)).tuples(sql) == [(129, 0)]
    assert Record(built, date(2010, 7, 1)).tuples(sql) == [(129, 129)]
