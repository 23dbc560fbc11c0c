"""Points of the full posterior: a mean and two intervals for each state, and a word on whether draws are enough."""

import pytest

from onrecord.measures.ideal_points.estimates import Asked, ideal_points
from onrecord.measures.ideal_points.gibbs import Sampling
from onrecord.measures.ideal_points.options import Mode
from onrecord.measures.ideal_points.posterior_estimates import posterior_points
from onrecord.record.position_table import VoteSelection, position_table
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotEstimable

SHORT = Sampling(chains=2, warm_up=40, sweeps=120)


def test_points_are_near_the_fast_ones_and_inside_their_intervals(record: Record) -> None:
    table = position_table(record, VoteSelection(first_year=2009, last_year=2009))
    drawn = posterior_points(table, Asked(Mode.STATIC), SHORT)
    found = ideal_points(table, Asked(Mode.STATIC))
    fast = {one.state: one for one in found.estimates}
    assert {one.state for one in drawn.estimates} == set(fast)
    assert all(one.low < one.point < one.high for one in drawn.estimates)
    assert sum(abs(one.point - fast[one.state].point) for one in drawn.estimates) / len(fast) < 0.15
    assert drawn.anchors == found.anchors


def test_a_change_has_the_interval_of_its_draws(record: Record) -> None:
    table = position_table(record, VoteSelection(first_year=2009, last_year=2010))
    first: dict[str, float] = {}
    changes = 0
    for one in posterior_points(table, Asked(Mode.DYNAMIC), SHORT).estimates:
        if one.state not in first:
            assert one.change is None
            first[one.state] = one.point
            continue
        changes += 1
        assert one.change is not None
        assert one.change.by == pytest.approx(one.point - first[one.state], abs=1e-5)
        assert one.change.low < one.change.by < one.change.high
    assert changes > 20


def test_draws_that_are_not_enough_are_said_to_be_so(record: Record) -> None:
    table = position_table(record, VoteSelection(first_year=2009, last_year=2009))
    notes = posterior_points(table, Asked(Mode.DYNAMIC), Sampling(chains=2, warm_up=5, sweeps=20, thin=2)).notes
    assert notes[0].startswith("2 chains of 20 sweeps after 5: the largest R-hat")
    assert "not enough" in notes[1]


def test_what_has_no_full_posterior_is_said(record: Record) -> None:
    table = position_table(record, VoteSelection(first_year=2009, last_year=2009))
    with pytest.raises(NotEstimable, match="full posterior: expected a static or dynamic model"):
        posterior_points(table, Asked(Mode.SESSION), SHORT)
    with pytest.raises(NotEstimable, match="ideal points: expected recorded votes"):
        posterior_points(position_table(record, VoteSelection(first_year=1990, last_year=1990)), Asked(), SHORT)
