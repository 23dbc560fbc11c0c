"""Votes in a notebook: the rows of the record's own lists, whatever the state, the body and the years."""

from collections import Counter

import pytest

import onrecord
from onrecord.publish.views.votes import Filters, vote_list
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


@pytest.mark.parametrize(
    ("state", "year"), [("Kazakhstan", 2014), ("GBR", 2019), ("cuba", 2023), ("Libya", 2011), ("Czech Republic", 2012)]
)
def test_a_states_votes_of_a_year_are_those_of_its_list(record: Record, state: str, year: int) -> None:
    found = onrecord.votes(state, years=year, record=record)
    listed = vote_list(record, Filters(state=state, year=year))
    assert sorted(found["rollcall_id"]) == sorted(line.rollcall_id for line in listed.votes)
    assert Counter(found["position"]) == dict(listed.counts)
    assert found["date"] == sorted(found["date"])


@pytest.mark.parametrize(("years", "filters"), [((2012, 2014), range(2012, 2015)), ((2024, None), range(2024, 2027))])
def test_years_are_a_year_or_the_first_and_the_last(record: Record, years: tuple, filters: range) -> None:
    found = onrecord.votes(years=years, situation="syria", record=record)
    listed = [one for year in filters for one in vote_list(record, Filters(year=year, situation="SYR")).votes]
    assert sorted(found["rollcall_id"]) == sorted(one.rollcall_id for one in listed)
    assert found.about.n == len(listed) > 0


def test_filters_may_be_several(record: Record) -> None:
    found = onrecord.votes(years=2022, item=(4, 10), kind=["resolution"], record=record)
    assert set(found["agenda_item"]) == {"4", "10"}
    assert set(found["kind"]) == {"resolution"}


def test_each_row_leads_to_a_document_or_says_nothing(record: Record) -> None:
    found = onrecord.votes(years=2016, record=record)
    with_symbol = [row for row in found if row["symbol"]]
    assert with_symbol
    assert all(row["document_url"].startswith("https://undocs.org/") and row["citation"] for row in with_symbol)
    assert all(row["link"].startswith("/votes/") for row in found)


def test_the_assemblys_positions_not_in_the_record_are_said(record: Record) -> None:
    found = onrecord.votes("Mexico", body="GA", years=1975, record=record)
    listed = vote_list(record, Filters(state="MEX", year=1975, body="GA"))
    taken = [position for position in found["position"] if position != "not in the record"]
    assert len(taken) == listed.n
    assert len(found) > 0


@pytest.mark.parametrize("state", ["USA", "Norway"])
def test_a_state_without_a_seat_has_no_rows(record: Record, state: str) -> None:
    found = onrecord.votes(state, years=2008, record=record)
    assert len(found) == found.about.n == 0
    assert "Rows: 0" in repr(found)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"state": "Congo"}, "state: expected a name of one state"),
        ({"years": 1999}, "year: expected a year from 2006"),
        ({"years": (2014, 2012)}, "years: expected a first year"),
        ({"years": (2012, 2013, 2014)}, "years: expected a year such as 2014"),
        ({"years": "2014"}, "years: expected a year such as 2014"),
        ({"situation": "Narnia"}, "situation: expected a country situation"),
        ({"item": 11}, "agenda item: expected one of"),
        ({"kind": "poem"}, "kind of text: expected one of"),
        ({"body": "Security Council"}, "body: expected one of HRC, GA"),
        ({"selection": "mine"}, "named selection: expected one of"),
        ({"years": 2006, "situation": "Ukraine"}, "selection of votes: expected one with a recorded vote in it"),
    ],
)
def test_what_means_nothing_is_said(record: Record, asked: dict, said: str) -> None:
    with pytest.raises(NotInVocabulary, match=said):
        onrecord.votes(record=record, **asked)
