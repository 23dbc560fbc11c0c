"""Bridging: which votes are one item voted on again."""

from dataclasses import replace
from datetime import date

import pytest

from onrecord.measures.ideal_points.bridging import bridging, normalised, unbridged
from onrecord.record.position_table import RollCall, VoteSelection, position_table
from onrecord.record.store import Record
from onrecord.vocabulary.rollcalls import Body

GOLAN = RollCall(
    rollcall_id="1",
    slug="1",
    symbol=None,
    session="10",
    date=date(2009, 3, 26),
    kind="resolution",
    title="Human rights in the occupied Syrian Golan",
    agenda_item="7",
    outcome="adopted",
    situations=("SYR",),
    runs_against=False,
)
NEXT = replace(GOLAN, session="13", date=date(2010, 3, 24), title="HUMAN RIGHTS in the  occupied Syrian Golan.")


def joined(*calls: RollCall) -> tuple[int, ...]:
    return bridging(calls).items


def test_the_same_title_a_year_later_is_the_same_item() -> None:
    assert joined(GOLAN, NEXT) == (0, 0)
    assert bridging([GOLAN, NEXT]).bridges == ((0, 1),)
    assert bridging([GOLAN, NEXT]).n == 1


@pytest.mark.parametrize(
    "other",
    [
        replace(NEXT, title="Human rights in the occupied Palestinian territory"),
        replace(NEXT, kind="decision"),
        replace(NEXT, situations=("ISR",)),
        replace(NEXT, runs_against=True),
        replace(NEXT, session="10"),
        replace(NEXT, date=date(2013, 3, 24)),
    ],
    ids=["another title", "kind", "situation", "direction", "the same session", "four years later"],
)
def test_what_differs_is_another_item(other: RollCall) -> None:
    assert joined(GOLAN, other) == (0, 1)


@pytest.mark.parametrize("kind", ["amendment", "motion", "draft"])
def test_amendments_and_motions_have_the_title_of_what_they_would_change(kind: str) -> None:
    assert joined(replace(GOLAN, kind=kind), replace(NEXT, kind=kind)) == (0, 1)


@pytest.mark.parametrize("title", ["The right to food", "DISARMAMENT, NUCLEAR WEAPONS, MIDDLE EASTERN REGION"])
def test_short_titles_and_headings_of_a_catalogue_join_nothing(title: str) -> None:
    assert joined(replace(GOLAN, title=title), replace(NEXT, title=title)) == (0, 1)


def test_a_chain_of_votes_is_one_item_and_a_session_with_two_is_left_out() -> None:
    third = replace(NEXT, session="16", date=date(2011, 3, 25))
    twice = replace(third, rollcall_id="3")
    assert joined(GOLAN, NEXT, third) == (0, 0, 0)
    assert joined(GOLAN, NEXT, third, twice) == (0, 0, 1, 2)


def test_nothing_to_bridge() -> None:
    assert bridging([]).n == 0
    assert unbridged([GOLAN, NEXT]).items == (0, 1)


def test_normalised_titles() -> None:
    assert normalised("Human  Rights, and (the) Élections_2020.") == "human rights and the élections 2020"


@pytest.mark.parametrize(("body", "least"), [(Body.HRC, 60), (Body.GA, 140)])
def test_bridges_of_the_record_are_votes_of_one_title_in_different_sessions(
    record: Record, body: Body, least: int
) -> None:
    calls = position_table(record, VoteSelection(body=body)).rollcalls
    found = bridging(calls)
    assert len(found.bridges) >= least
    assert len(found.items) == len(calls)
    for places in found.bridges:
        chain = [calls[at] for at in places]
        assert len({normalised(one.title) for one in chain}) == 1
        assert len({one.session for one in chain}) == len(chain)
        assert {one.kind for one in chain} <= {"resolution", "decision", "text"}
