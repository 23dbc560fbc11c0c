"""Groups of states: who was a member of which on a day, held against dates that can be read anywhere."""

from datetime import date
from itertools import pairwise

import pytest

from onrecord.record.query_groups import group, groups, members, periods
from onrecord.record.store import Record
from onrecord.sources.facts import read_facts
from onrecord.vocabulary.errors import DamagedFact, NotInVocabulary


@pytest.mark.parametrize(
    ("code", "on", "n"),
    [
        ("EU", date(1958, 1, 1), 6),
        ("EU", date(1995, 1, 1), 15),
        ("EU", date(2004, 4, 30), 15),
        ("EU", date(2004, 5, 1), 25),
        ("EU", date(2013, 7, 1), 28),
        ("EU", date(2020, 1, 31), 28),
        ("EU", date(2020, 2, 1), 27),
        ("COE", date(2007, 5, 11), 47),
        ("COE", date(2022, 3, 16), 46),
        ("LAS", date(2014, 3, 28), 22),
        ("GCC", date(2014, 3, 28), 6),
        ("ASEAN", date(1967, 8, 8), 5),
        ("ASEAN", date(1999, 4, 30), 10),
        ("ASEAN", date(2025, 10, 26), 11),
        ("AU", date(2010, 1, 1), 52),
        ("AU", date(2017, 1, 31), 54),
        ("WEOG", date(2014, 3, 28), 29),
    ],
)
def test_the_number_of_members_on_a_day(record, code, on, n):
    assert len(members(record, code, on)) == n


def test_entries_and_exits_are_to_the_day(record):
    assert "GBR" in members(record, "EU", date(2020, 1, 31))
    assert "GBR" not in members(record, "EU", date(2020, 2, 1))
    assert "RUS" in members(record, "COE", date(2022, 3, 15))
    assert "RUS" not in members(record, "COE", date(2022, 3, 16))
    assert "GRC" not in members(record, "COE", date(1972, 1, 1))
    assert "MAR" not in members(record, "AU", date(2016, 12, 31))


def test_before_a_group_is_covered_nobody_is_named(record):
    assert members(record, "LAS", date(1993, 12, 31)) == frozenset()
    assert group(record, "LAS").covers_from == date(1994, 1, 1)


def test_no_state_is_twice_in_a_group_at_one_time(record):
    for held in periods(record).values():
        for one, after in pairwise(held):
            if one.state == after.state:
                assert one.last is not None
                assert after.first is None or one.last < after.first


def test_every_member_state_of_the_european_union_is_in_the_council_of_europe(record):
    for year in range(2004, 2026):
        on = date(year, 6, 1)
        assert members(record, "EU", on) <= members(record, "COE", on)


def test_a_group_is_found_by_code_or_name_and_an_unknown_one_is_refused(record):
    assert group(record, "council of europe").code == "COE"
    assert group(record, "weog").regional
    with pytest.raises(NotInVocabulary, match="group"):
        members(record, "NATO", date(2014, 1, 1))


def test_as_of_a_day_later_entries_and_exits_are_not_known(record):
    then = Record(record.folder, as_of=date(2012, 6, 1))
    assert "HRV" not in members(then, "EU", date(2014, 1, 1))
    assert "GBR" in members(then, "EU", date(2012, 6, 1))


def test_every_group_says_from_when_it_is_covered_and_by_whom(record):
    for one in groups(record):
        assert one.regional == (one.covers_from is None)
        assert one.regional or one.source_id


def test_a_member_of_a_group_that_is_not_described_stops_the_build(damaged):
    with pytest.raises(DamagedFact, match=r"group_members.csv row 5, column group_code"):
        read_facts(damaged("group_members.csv", 5, "group_code", "NATO"))
