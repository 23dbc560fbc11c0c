"""The charts of votes give the figures of their views: none lost, none added, no zero for what is missing."""

from collections import Counter

import pytest

from onrecord.publish.charts.groups import situation
from onrecord.publish.charts.usual import members_on, situations_of
from onrecord.publish.charts.voting_record import voting_record
from onrecord.publish.views.situation import situation_record
from onrecord.publish.views.state import state_record
from onrecord.vocabulary.positions import LISTED, Position

STATES = ["kazakhstan", "cuba", "united-states-of-america", "libya", "russian-federation", "togo"]
SITUATIONS = ["syria", "palestine", "belarus", "china", "sudan"]
WORDS = dict(zip(LISTED, ("in favour", "against", "abstained", "absent"), strict=True))


def rows(chart) -> list[dict]:
    assert chart is not None
    return chart.values()


@pytest.mark.parametrize("slug", STATES)
def test_the_voting_record_adds_up_to_its_sentence(record, slug):
    view = state_record(record, slug)
    found = rows(voting_record(view))
    known = [row for row in found if row["order"] in {0, 1, 2, 3}]
    assert sum(row["texts"] for row in known) == view.sentences[-1].n == sum(line.n or 0 for line in view.years)
    for line in view.years:
        of_year = {row["position"]: row["texts"] for row in known if row["year"] == line.year}
        if line.n:
            counts = (line.yes, line.no, line.abstain, line.absent)
            assert of_year == dict(zip(WORDS.values(), counts, strict=True))
        else:
            assert of_year == {}


def test_years_without_a_seat_are_neither_zero_nor_left_out(record):
    found = rows(voting_record(state_record(record, "kazakhstan")))
    out = [row for row in found if row["seat"] == "not a member"]
    assert [row["year"] for row in out] == [*range(2006, 2013), *range(2016, 2022), 2025, 2026]
    assert {(row["texts"], row["n"]) for row in out} == {(None, None)}


def test_a_year_on_the_council_without_a_vote_is_another_thing(record):
    found = {row["year"]: row for row in rows(voting_record(state_record(record, "cuba")))}
    assert (found[2007]["seat"], found[2007]["position"], found[2007]["n"]) == ("member", "no text put to a vote", 0)
    assert found[2013]["seat"] == "not a member"


def test_part_years_doubts_and_gaps_are_marked_in_the_picture(record):
    chart = voting_record(state_record(record, "libya"))
    assert chart is not None
    assert chart.notes[0] == "* A member for part of the year: 2010, 2011."
    assert any(note.startswith("†") for note in chart.notes)
    unknown = [row for row in chart.values() if row["position"] == "not in the record"]
    assert [(row["year"], row["texts"], row["n"]) for row in unknown] == [(2022, 1, 20)]
    assert "Not a member: 2006 to 2009, 2014 to 2019, 2023 to 2026." in chart.alt


@pytest.mark.parametrize("slug", STATES)
def test_situations_by_year_count_every_mark_of_the_grid(record, slug):
    view = state_record(record, slug)
    found = {(row["row"], row["column"]): row for row in rows(situations_of(view))}
    assert len(found) == len(view.grid) * len(view.years)
    for line in view.grid:
        for year, marks in zip(view.grid_years, line.years, strict=True):
            row = found[line.situation.label, str(year)]
            counted = Counter(m.position for m in marks or ())
            if marks is None:
                assert row["n"] is row["shade"] is None
            else:
                given = (row["yes"], row["no"], row["abstain"], row["absent"], row["unknown"])
                assert given == tuple(counted[p] for p in (*LISTED, None))


def test_the_usual_position_says_on_how_many_texts_it_was_taken(record):
    found = {(r["row"], r["column"]): r for r in rows(situations_of(state_record(record, "kazakhstan")))}
    assert (found["Syria", "2013"]["cell"], found["Syria", "2013"]["shade"]) == ("A 3/4", "abstained")
    assert found["Syria", "2014"]["cell"] == "A 3"
    assert (found["Iran", "2013"]["cell"], found["Iran", "2013"]["shade"]) == ("○", "absent")
    assert (found["Belarus", "2022"]["cell"], found["Belarus", "2022"]["shade"]) == ("N/A", "two equally often")
    assert found["Syria", "2018"]["cell"] is None


def test_texts_that_run_against_the_usual_ones_have_no_usual_position(record):
    found = {(r["row"], r["column"]): r for r in rows(situations_of(state_record(record, "cuba")))}
    row = found["Sri Lanka", "2009"]
    assert (row["cell"], row["n"], row["yes"]) == ("≠", 1, 1)


@pytest.mark.parametrize("slug", SITUATIONS)
def test_members_on_a_situation_add_up_to_its_strips(record, slug):
    view = situation_record(record, slug)
    found = rows(members_on(view))
    for strip in view.strips:
        mine = [row for row in found if row["row"] == strip.state.name and row["n"] is not None]
        given = tuple(sum(row[name] for row in mine) for name in ("n", "yes", "no", "abstain", "absent"))
        assert given == (strip.n, strip.yes, strip.no, strip.abstain, strip.absent)
        known = [p for p in strip.positions if p is not Position.NOT_A_MEMBER]
        assert sum(row["unknown"] for row in mine) == sum(p is None for p in known)


@pytest.mark.parametrize("slug", SITUATIONS)
def test_groups_add_up_to_their_members(record, slug):
    view = situation_record(record, slug)
    found = rows(situation(view))
    for name in ("n", "yes", "no", "abstain", "absent"):
        assert sum(row[name] or 0 for row in found) == sum(getattr(strip, name) for strip in view.strips)
    for row in found:
        if row["n"]:
            assert row["cell"].rstrip("†") == f"{int(100 * row['yes'] / row['n'] + 0.5)}%"
            low, high = (int(number) for number in row["shade"].removesuffix("%").split(" to "))
            assert low <= int(row["cell"].rstrip("†%")) <= high


def test_years_without_a_vote_on_a_situation_are_bands_that_say_so(record):
    chart = situation(situation_record(record, "syria"))
    assert chart is not None
    years = {vote.date.year for vote in situation_record(record, "syria").votes}
    assert {int(row["column"]) for row in chart.values() if row["n"]} <= years
    sudan = situation(situation_record(record, "sudan"))
    assert sudan is not None
    assert '"no text put to a vote"' in str(sudan.spec).replace("'", '"')


@pytest.mark.parametrize("slug", ["tuvalu", "south-sudan", "serbia"])
def test_a_state_that_never_sat_has_no_picture_of_votes(record, slug):
    view = state_record(record, slug)
    assert voting_record(view) is None
    assert situations_of(view) is None


def test_a_situation_never_voted_on_has_none(record):
    view = situation_record(record, "cyprus")
    assert members_on(view) is None
    assert situation(view) is None
