"""Ideal points of the record's votes with their intervals, and what the Assembly says beforehand."""

from dataclasses import replace

import numpy as np
import pytest

from onrecord.measures.ideal_points import simulation
from onrecord.measures.ideal_points.anchoring import anchored
from onrecord.measures.ideal_points.anchors import NEGATIVE, POSITIVE
from onrecord.measures.ideal_points.estimates import LEAST, Asked, Estimate, Estimates, ideal_points
from onrecord.measures.ideal_points.fit import fit
from onrecord.measures.ideal_points.laplace import laplace
from onrecord.measures.ideal_points.means import mean_points
from onrecord.measures.ideal_points.options import Mode, Options
from onrecord.measures.ideal_points.overlap import places
from onrecord.measures.ideal_points.panels import LeftOut, contested, left_out, panel
from onrecord.measures.ideal_points.priors import assembly_points, assembly_prior, predicted, under_prior
from onrecord.measures.ideal_points.simulation import drawn_positions, drawn_truth, widening
from onrecord.record.position_table import Code, PositionTable, VoteSelection, position_table
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotEstimable
from onrecord.vocabulary.rollcalls import Body


def council(record: Record, first: int, last: int, *, doubtful: bool = True) -> PositionTable:
    """Return the Council's positions of some years."""
    return position_table(record, VoteSelection(Body.HRC, first, last, doubtful=doubtful))


@pytest.fixture(scope="module")
def of_2014(record: Record) -> Estimates:
    """The Council of 2014."""
    return ideal_points(council(record, 2014, 2014), Asked(Mode.STATIC))


@pytest.fixture(scope="module")
def on_paths(record: Record) -> Estimates:
    """The Council of 2019 to 2023 on paths."""
    return ideal_points(council(record, 2019, 2023), Asked())


def test_every_member_of_2014_has_a_point_on_the_line_with_an_interval_and_n(of_2014: Estimates, record: Record):
    table = council(record, 2014, 2014)
    assert {one.state for one in of_2014.estimates} == set(table.states)
    assert len(of_2014.estimates) == 47
    kept = contested(table.codes, np.arange(len(table.rollcalls)))
    for one in of_2014.estimates:
        assert one.period == 2014
        assert one.low < one.point < one.high
        assert one.across_low <= one.across_high
        assert one.n == (table.codes[table.row(one.state)][kept] <= Code.NO).sum()
    points = np.array([one.point for one in of_2014.estimates])
    assert points.mean() == pytest.approx(0, abs=1e-9)
    assert points.std() == pytest.approx(1)


def test_what_the_points_leave_out_is_counted(of_2014: Estimates, record: Record):
    table = council(record, 2014, 2014)
    assert of_2014.left_out[LeftOut.ABSENT] == (table.codes == Code.ABSENT).sum()
    assert of_2014.left_out[LeftOut.UNANIMOUS] == sum(
        len({code for code in table.codes[:, call].tolist() if code <= Code.NO}) < 2
        for call in range(len(table.rollcalls))
    )
    strict = council(record, 2015, 2018, doubtful=False)
    loose = council(record, 2015, 2018)
    assert left_out(strict)[LeftOut.UNKNOWN] <= left_out(loose)[LeftOut.UNKNOWN]
    assert left_out(strict)[LeftOut.DOUBTFUL] >= left_out(loose)[LeftOut.DOUBTFUL]


def test_the_named_states_stand_on_their_sides(of_2014: Estimates, on_paths: Estimates):
    for found in (of_2014, on_paths):
        upper, lower = found.anchors
        assert upper
        assert lower
        point = {side: np.mean([one.point for one in found.estimates if one.state in side]) for side in (upper, lower)}
        assert point[upper] > point[lower]


def test_kazakhstan_in_2014_has_no_one_place(of_2014: Estimates):
    place = places(of_2014.estimates)["KAZ"]
    assert place.others == 46
    assert place.overlaps >= 5
    assert place.first < place.last


def test_a_higher_level_has_a_wider_interval(of_2014: Estimates, record: Record):
    wider = ideal_points(council(record, 2014, 2014), Asked(Mode.STATIC, level=0.99))
    pairs = zip(of_2014.estimates, wider.estimates, strict=True)
    assert all(other.high - other.low > 1.2 * (one.high - one.low) for one, other in pairs)


def test_the_same_is_found_again(of_2014: Estimates, record: Record):
    assert ideal_points(council(record, 2014, 2014), Asked(Mode.STATIC)).estimates == of_2014.estimates


def test_paths_have_a_point_for_each_year_of_a_seat_and_none_for_others(on_paths: Estimates, record: Record):
    table = council(record, 2019, 2023)
    years = {one.period for one in on_paths.estimates if one.state == "USA"}
    taken = table.years[(table.codes[table.row("USA")] <= Code.NO)]
    assert years == set(taken.tolist())
    assert 2019 not in years
    assert [one.period for one in on_paths.estimates] == sorted(one.period for one in on_paths.estimates)
    assert all(one.n >= LEAST for one in on_paths.estimates)


def test_intervals_across_years_hold_more_than_those_within(on_paths: Estimates):
    wider = [one.across_high - one.across_low > one.high - one.low for one in on_paths.estimates]
    assert np.mean(wider) > 0.9


def test_changes_are_those_since_a_states_first_year_with_intervals_of_their_own(on_paths: Estimates):
    first: dict[str, Estimate] = {}
    narrower = []
    for one in on_paths.estimates:
        begun = first.setdefault(one.state, one)
        if one is begun:
            assert one.change is None
            continue
        assert one.change is not None
        assert one.change.by == pytest.approx(one.point - begun.point)
        assert one.change.low < one.change.by < one.change.high
        both = (one.across_high - one.across_low) + (begun.across_high - begun.across_low)
        narrower.append(one.change.high - one.change.low < both)
    assert len(narrower) > 100
    assert all(narrower)


def test_one_point_for_all_years_has_no_change(of_2014: Estimates):
    assert {one.change for one in of_2014.estimates} == {None}


def test_each_session_by_itself(record: Record):
    found = ideal_points(council(record, 2016, 2016), Asked(Mode.SESSION, period="session"))
    periods = {one.period for one in found.estimates}
    assert "31" in periods
    for period in periods:
        points = [one.point for one in found.estimates if one.period == period]
        assert np.std(points) == pytest.approx(1, abs=0.1)


def test_what_cannot_be_placed_is_said(record: Record):
    table = council(record, 2014, 2014)
    with pytest.raises(NotEstimable, match="expected recorded votes"):
        ideal_points(council(record, 1999, 1999), Asked())
    same = replace(table, codes=np.zeros_like(table.codes))
    with pytest.raises(NotEstimable, match="positions differ"):
        ideal_points(same, Asked(Mode.STATIC))
    with pytest.raises(NotEstimable, match="a period that places its states"):
        ideal_points(same, Asked(Mode.SESSION))


def test_the_assembly_informs_and_says_how_well(of_2014: Estimates, record: Record):
    assembly = position_table(record, VoteSelection(Body.GA, 2014, 2014))
    informed = ideal_points(council(record, 2014, 2014), Asked(Mode.STATIC, informed_by=assembly))
    assert informed.prediction is not None
    assert informed.prediction.correlation > 0.8
    assert informed.prediction.deviation >= 0.4
    assert "informed by the General Assembly" in informed.method
    assert f"{informed.prediction.deviation:.2f}" in informed.notes[0]
    plain = {one.state: one for one in of_2014.estimates}
    moved = [abs(one.point - plain[one.state].point) for one in informed.estimates]
    assert 0 < max(moved) < 0.6
    narrower = [one.high - one.low < plain[one.state].high - plain[one.state].low for one in informed.estimates]
    assert np.mean(narrower) > 0.8


def test_without_votes_of_the_assembly_nothing_informs(of_2014: Estimates, record: Record):
    none = position_table(record, VoteSelection(Body.GA, 2024, 2024))
    found = ideal_points(council(record, 2014, 2014), Asked(Mode.STATIC, informed_by=none))
    assert found.estimates == of_2014.estimates
    assert "informed" not in found.method


def test_after_the_assemblys_last_year_it_says_less_and_the_page_is_told(record: Record):
    assembly = position_table(record, VoteSelection(Body.GA, 2019, 2020))
    found = ideal_points(council(record, 2019, 2022), Asked(informed_by=assembly))
    assert any("end in 2020" in note for note in found.notes)
    late = ideal_points(council(record, 2024, 2024), Asked(Mode.STATIC, informed_by=assembly))
    assert late.prediction is None
    assert late.notes == (
        "Too few states have a point in both bodies to say how well the Assembly predicts the Council: not used.",
    )


def test_the_prior_widens_with_the_distance_from_the_assemblys_last_year(record: Record):
    known = assembly_points(position_table(record, VoteSelection(Body.GA, 2018, 2019)))
    one = panel(council(record, 2018, 2023), "year")
    found = laplace(anchored(fit(one.cells, Options()), POSITIVE, NEGATIVE))
    points, _ = mean_points(found)
    years = np.arange(2018, 2024, dtype=np.float64)
    of_node = years[found.chain.period_of(found.chain.place)]
    prediction = predicted(found, points, np.full(len(points), 0.2), of_node, known)
    assert prediction is not None
    prior = assembly_prior(found, prediction, known, years)
    assert prior.steps[0] == pytest.approx(found.prior.steps[0])
    assert prior.steps[2] == pytest.approx(found.prior.steps[2] + prediction.yearly)
    states = found.cells.states
    new = states.index("USA")
    assert found.chain.members[0].tolist().count(new) == 1
    late = next(one for one in found.chain.members[5].tolist() if one not in set(found.chain.members[4].tolist()))
    assert prior.start[late] == pytest.approx(prediction.deviation**2 + 4 * prediction.yearly)
    same, back = under_prior(found, points, found.prior)
    assert back == pytest.approx(points, abs=1e-9)
    assert same.covariance.within(0) == pytest.approx(found.covariance.within(0))


def test_means_lie_nearer_to_drawn_truth_than_modes_on_the_councils_own_pattern(record: Record):
    one = panel(council(record, 2021, 2021), "year", static=True)
    found = laplace(fit(one.cells, Options(mode=Mode.STATIC)))
    points, items = mean_points(found)
    random, errors = np.random.default_rng(3), []
    for _ in range(6):
        truth, of_items = drawn_truth(found, points, items, random)
        made = fit(drawn_positions(found.cells, truth, of_items, random), found.options)
        means, _ = mean_points(laplace(made))
        errors.append([np.sqrt(((one * np.sign(one @ truth) - truth) ** 2).mean()) for one in (made.theta, means)])
    modes, means = np.mean(errors, axis=0)
    assert means < 0.97 * modes


def test_a_stratum_of_its_own_has_enough_points(record: Record, monkeypatch):
    """Where few points rest on few positions, one round would leave their factor to chance."""
    one = panel(council(record, 2019, 2023), "year")
    found = laplace(fit(one.cells, Options()))
    few = int((one.cells.nodes.votes < simulation.FEW).sum())
    monkeypatch.setattr(simulation, "ENOUGH_POINTS", 1)
    monkeypatch.setattr(simulation, "LEAST_OF_STRATUM", few)
    monkeypatch.setattr(simulation, "ENOUGH_OF_STRATUM", 2 * few)
    points, items = mean_points(found)
    assert few > 0
    assert widening(found, points, items, 0.9).n == 2 * found.cells.nodes.n
    monkeypatch.setattr(simulation, "LEAST_OF_STRATUM", few + 1)
    assert widening(found, points, items, 0.9).n == found.cells.nodes.n


def test_widening_is_never_narrowing_and_the_same_each_time(record: Record):
    one = panel(council(record, 2009, 2009), "year", static=True)
    found = laplace(fit(one.cells, Options(mode=Mode.STATIC)))
    points, items = mean_points(found)
    factors = widening(found, points, items, 0.9)
    assert factors == widening(found, points, items, 0.9)
    assert min(factors.within, factors.within_few, factors.across, factors.across_few) >= 1
    assert (factors.changes, factors.changes_few) == (1.0, 1.0)
    assert factors.n == 8 * found.cells.nodes.n
