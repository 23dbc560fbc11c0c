"""Blocs and selectivity in a notebook: the rows of their views, and errors that say what was expected."""

from collections import Counter

import pytest

import onrecord
from onrecord.publish.views.blocs import BlocsAsked, blocs
from onrecord.publish.views.selected_votes import VotesAsked
from onrecord.publish.views.selectivity import SelectivityAsked, selectivity_of_state
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


@pytest.mark.parametrize(("year", "number"), [(2012, None), (2021, 3)])
def test_every_state_stands_in_its_cluster(record: Record, year: int, number: int | None) -> None:
    found = onrecord.blocs(years=year, number=number, record=record)
    view = blocs(record, BlocsAsked(VotesAsked(first_year=year, last_year=year), number=number))
    assert Counter(found["cluster"]) == {one.number: len(one.states) for one in view.clusters}
    assert found.about.n == view.votes.n
    assert found.to_polars()["cluster"].dtype.is_integer()
    assert found.to_polars()["silhouette"].dtype.is_float()


@pytest.mark.parametrize(
    ("state", "narrowed"), [("Kazakhstan", {"item": 7}), ("MEX", {"situation": "syria", "years": (2012, 2020)})]
)
def test_selectivity_is_the_difference_of_the_two_rows(record: Record, state: str, narrowed: dict) -> None:
    found = onrecord.selectivity(state, record=record, **narrowed)
    first, second = found
    assert first["difference"] == pytest.approx(first["yes"] / first["n"] - second["yes"] / second["n"])
    assert first["low"] < first["difference"] < first["high"]
    assert second["difference"] is second["low"] is None
    assert found.to_polars()["difference"].null_count() == 1


def test_selectivity_is_that_of_its_view(record: Record) -> None:
    found = onrecord.selectivity("Cuba", item="4", years=(2010, 2020), record=record)
    view = selectivity_of_state(record, SelectivityAsked("CUB", VotesAsked("HRC", 2010, 2020, items=("4",))))
    assert (found["difference"][0], found["low"][0], found["high"][0]) == (view.difference, view.low, view.high)
    assert found.about.n == view.first.n + view.second.n


def test_what_cannot_be_had_is_said(record: Record) -> None:
    with pytest.raises(NotInVocabulary, match="selection of votes: expected an agenda item"):
        onrecord.selectivity("Cuba", record=record)
    with pytest.raises(NotInVocabulary, match="method of agreement: expected one of"):
        onrecord.blocs(years=2014, method="vibes", record=record)
