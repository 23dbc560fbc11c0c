"""Cohesion in a notebook: the figures of the group's view, on the average and in each roll call."""

import pytest

import onrecord
from onrecord.publish.views.cohesion import CohesionAsked, cohesion_of_group
from onrecord.publish.views.selected_votes import VotesAsked
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


@pytest.mark.parametrize(("group", "year"), [("EU", 2014), ("AG", 2009), (["Cuba", "China", "IND"], 2014)])
def test_averages_and_roll_calls_are_those_of_the_view(record: Record, group: str | list[str], year: int) -> None:
    found = onrecord.cohesion(group, years=year, record=record)
    each = onrecord.cohesion(group, years=year, each=True, record=record)
    names = (group,) if isinstance(group, str) else tuple(group)
    view = cohesion_of_group(record, CohesionAsked(names, VotesAsked(first_year=year, last_year=year)))
    assert list(zip(found["index"], found["cohesion"], found["n"], strict=True)) == [
        (one.method.name, one.value, one.n) for one in view.indices
    ]
    assert each["rollcall_id"] == [one.rollcall_id for one in view.rollcalls]
    assert each.to_polars()["rice"].null_count() == sum(one.rice is None for one in view.rollcalls)
    assert found.about.n == each.about.n == view.could == len(each)


def test_what_is_no_group_is_said(record: Record) -> None:
    with pytest.raises(NotInVocabulary, match="group: expected one of"):
        onrecord.cohesion("Justice League", years=2014, record=record)
