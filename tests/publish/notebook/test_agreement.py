"""Agreement in a notebook: the figures of the command, for one state, a pair, several and a group."""

import itertools
from collections.abc import Mapping

import pytest

import onrecord
from onrecord.publish.notebook.table import Table
from onrecord.publish.views.agreement import AgreementAsked, agreement_of_state
from onrecord.record.query_groups import members
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


def pairs(found: Table) -> list[tuple[str, str]]:
    return list(zip(found["iso3"], found["other_iso3"], strict=True))


@pytest.mark.parametrize(
    ("state", "body", "year", "method"),
    [("Kazakhstan", "HRC", 2014, "three-point"), ("USA", "GA", 2011, "kappa"), ("CUB", "HRC", 2023, "coincidence")],
)
def test_one_state_stands_beside_all_others_as_on_its_page(
    record: Record, state: str, body: str, year: int, method: str
) -> None:
    found = onrecord.agreement(state, body=body, years=year, method=method, record=record)
    view = agreement_of_state(record, AgreementAsked(state, body, year, year, method))
    shown = [(one.state.iso3, one.agreement, one.counted, one.low, one.high) for one in view.others]
    assert (
        list(zip(*(found[name] for name in ("other_iso3", "agreement", "counted", "low", "high")), strict=True))
        == shown
    )


@pytest.mark.parametrize(("one", "other", "years"), [("France", "Germany", (2014, 2016)), ("IND", "PAK", (2007, 2010))])
def test_a_pair_is_one_row_with_the_figures_it_has_beside_all(
    record: Record, one: str, other: str, years: tuple[int, int]
) -> None:
    (row,) = onrecord.agreement([one, other], years=years, record=record)
    beside_all = onrecord.agreement(one, years=years, record=record)
    assert row["agreement"] in beside_all["agreement"]
    assert _without_words(row) in [_without_words(each) for each in beside_all]


def _without_words(row: Mapping) -> dict:
    return {name: value for name, value in row.items() if name not in {"link", "citation"}}


def test_several_states_make_each_pair_once(record: Record) -> None:
    names = ["FRA", "DEU", "CZE", "ITA"]
    found = onrecord.agreement(names, years=2014, record=record)
    assert {frozenset(one) for one in pairs(found)} == {frozenset(one) for one in itertools.combinations(names, 2)}
    assert len(found) == 6


def test_a_group_is_its_members_on_the_last_day(record: Record) -> None:
    found = onrecord.agreement(group="EU", years=2014, record=record)
    last = max(onrecord.votes(years=2014, record=record)["date"])
    inside = members(record, "EU", last)
    assert {one for pair in pairs(found) for one in pair} < inside
    seated = {one for pair in pairs(found) for one in pair}
    assert len(found) == len(seated) * (len(seated) - 1) / 2
    assert "Sweden" in repr(found)


def test_a_state_beside_a_group_leaves_the_others_out(record: Record) -> None:
    found = onrecord.agreement("Cuba", group="GRULAC", years=(2010, 2012), record=record)
    assert set(found["iso3"]) == {"CUB"}
    assert {"MEX", "BRA"} < set(found["other_iso3"])
    assert "USA" not in found["other_iso3"]


def test_under_twenty_roll_calls_there_is_no_figure(record: Record) -> None:
    found = onrecord.agreement("Cuba", group="GRULAC", years=(2010, 2012), record=record)
    few = [row for row in found if row["counted"] < 20]
    assert few
    assert all(row["agreement"] is row["low"] is row["high"] is None for row in few)
    assert found.to_polars().filter(counted=few[0]["counted"])["agreement"].null_count() >= 1


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"states": "Narnia"}, "state: expected"),
        ({"states": ["France"], "method": "vibes"}, "method of agreement: expected one of"),
        ({"group": "Justice League"}, "group: expected one of"),
        ({}, "states: expected two different states, or a group"),
        ({"states": ["France", "FRA"]}, "states: expected two different states"),
    ],
)
def test_what_means_nothing_is_said(record: Record, asked: dict, said: str) -> None:
    with pytest.raises(NotInVocabulary, match=said):
        onrecord.agreement(**asked, years=2014, record=record)
