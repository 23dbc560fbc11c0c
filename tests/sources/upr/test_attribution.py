"""Recommending states: brackets at the end, several, within the text; names that have brackets; names unknown."""

import pytest

from onrecord.record.store import Record
from onrecord.sources.upr.attribution import attributed
from onrecord.vocabulary.statements import WhyLeft


@pytest.mark.parametrize(
    ("printed", "text", "states"),
    [
        ("Free the press (Norway);", "Free the press", "NOR"),
        ("Free the press (Norway).", "Free the press", "NOR"),
        ("Free the press (Norway); and", "Free the press", "NOR"),
        ("Free the press (Norway);2", "Free the press", "NOR"),
        ("Free the press (Norway)3;", "Free the press", "NOR"),
        ("Free the press (Norway);**", "Free the press", "NOR"),
        ("Free the press (Hungary) (Spain);", "Free the press", "HUN ESP"),
        ("Free the press (Hungary); (Spain);", "Free the press", "HUN ESP"),
        ("Free the press (Hungary, Spain and Chad);", "Free the press", "HUN ESP TCD"),
        ("Free the press (Hungary; Spain);", "Free the press", "HUN ESP"),
        ("Free the press (Iran (Islamic Republic of));", "Free the press", "IRN"),
        ("Free the press (Bolivia (Plurinational State of), Chad);", "Free the press", "BOL TCD"),
        ("Sign the Convention (CEDAW) (Chile);", "Sign the Convention (CEDAW)", "CHL"),
        ("Ratify the Protocol (ICCPR-OP 2) (Sierra Leone);", "Ratify the Protocol (ICCPR-OP 2)", "SLE"),
        ("Heed resolution 1325 (2000) on women (Portugal);", "Heed resolution 1325 (2000) on women", "PRT"),
    ],
)
def test_closing_brackets_are_the_states(record: Record, printed: str, text: str, states: str) -> None:
    read = attributed(printed, record.gazetteer)
    assert (read.text, list(read.states), read.doubts) == (text, states.split(), [])


def test_states_within_that_share_the_recommendation(record: Record) -> None:
    read = attributed("Consider ratifying (Slovenia)/ratify (Republic of Korea) the Convention;", record.gazetteer)
    assert read.states == ("SVN", "KOR")
    read = attributed("Consider ratifying (Turkey), ratify the Convention (Mexico);", record.gazetteer)
    assert read.states == ("TUR", "MEX")


def test_a_state_in_brackets_that_is_not_joined_is_text_and_said(record: Record) -> None:
    read = attributed("Free the crew held at the border (Chad) without delay (Mexico);", record.gazetteer)
    assert read.states == ("MEX",)
    assert [doubt.why for doubt in read.doubts] == [WhyLeft.UNKNOWN_VALUE]


def test_a_misspelt_state_is_left_with_candidates(record: Record) -> None:
    read = attributed("Free the press (Norwey);", record.gazetteer)
    assert read.states == ()
    assert [doubt.why for doubt in read.doubts] == [WhyLeft.UNKNOWN_STATE]
    assert "Norway" in read.doubts[0].candidates


@pytest.mark.parametrize(
    "printed", ["Free the press;", "Free the press (Freedonia);", "Sign it (CEDAW);", "(", ")", ""]
)
def test_a_recommendation_without_states_is_said(record: Record, printed: str) -> None:
    read = attributed(printed, record.gazetteer)
    assert read.states == ()
    assert read.doubts


def test_a_state_named_twice_is_said(record: Record) -> None:
    read = attributed("Free the press (Norway, Chad, Norway);", record.gazetteer)
    assert read.states == ("NOR", "TCD")
    assert [doubt.why for doubt in read.doubts] == [WhyLeft.REPEATED]


def test_a_heading_that_follows_an_item_is_no_part_of_it(record: Record) -> None:
    read = attributed("Free the press (Norway) (Chad); Civil and political rights", record.gazetteer)
    assert (read.text, read.states) == ("Free the press", ("NOR", "TCD"))
    assert [(doubt.why, doubt.printed) for doubt in read.doubts] == [
        (WhyLeft.UNREAD_FIELD, "Civil and political rights")
    ]
