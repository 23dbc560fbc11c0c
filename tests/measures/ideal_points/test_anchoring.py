"""The side of the line: said by named states after the fit, and checked in each period."""

import numpy as np
import pytest

from onrecord.measures.ideal_points.anchoring import anchored, sides
from onrecord.measures.ideal_points.cells import Cells, cells_of
from onrecord.measures.ideal_points.fit import Mode, Options, fit
from onrecord.measures.ideal_points.likelihood import log_probability
from onrecord.record.position_table import VoteSelection, position_table
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotEstimable

WEST, OTHERS = ("FRA", "DEU", "GBR", "USA"), ("CUB", "CHN", "PAK")


def council(record: Record) -> Cells:
    """The Council's recorded votes of 2012 to 2015, by year."""
    table = position_table(record, VoteSelection(first_year=2012, last_year=2015))
    return cells_of(table.codes, table.years.tolist(), table.states, range(len(table.rollcalls)))


@pytest.mark.parametrize("mode", list(Mode))
def test_named_states_stand_on_their_sides_whichever_way_they_are_named(record: Record, mode: Mode) -> None:
    made = fit(council(record), Options(mode=mode))
    for up, down in ((WEST, OTHERS), (OTHERS, WEST)):
        found = sides(anchored(made, up, down), up, down)
        assert all(one.agrees for one in found)
    found = sides(anchored(made, WEST, OTHERS), WEST, OTHERS)
    assert [one.period for one in found] == ([0] if mode is Mode.STATIC else [2012, 2013, 2014, 2015])


@pytest.mark.parametrize("mode", list(Mode))
def test_turning_changes_no_probability(record: Record, mode: Mode) -> None:
    made = fit(council(record), Options(mode=mode))
    turned = anchored(anchored(made, WEST, OTHERS), OTHERS, WEST)
    of = [
        log_probability(
            one.cells.position,
            one.slope[one.cells.item],
            one.cut_1[one.cells.item],
            one.cut_2[one.cells.item],
            one.theta[one.cells.nodes.of_cell],
        )
        for one in (made, turned)
    ]
    assert of[0] == pytest.approx(of[1])
    assert np.abs(turned.theta) == pytest.approx(np.abs(made.theta))


def test_a_period_that_lacks_a_side_is_said_and_follows_its_neighbour(record: Record) -> None:
    made = fit(council(record), Options(mode=Mode.SESSION))
    # Cuba was no member in 2013.
    found = sides(anchored(made, ("USA",), ("CUB",)), ("USA",), ("CUB",))
    by_year = {one.period: one for one in found}
    assert by_year[2013].negative == ()
    assert by_year[2013].difference is None
    assert by_year[2013].agrees is None
    west = sides(anchored(made, ("USA",), ("CUB",)), WEST, OTHERS)
    assert all(one.agrees for one in west)


def test_states_on_the_wrong_side_in_a_period_are_said_to_be() -> None:
    side = np.array([[0] * 16, [0] * 16, [0] * 16, [2] * 16, [2] * 16, [2] * 16], dtype=np.int8)
    side[0, 8:], side[5, 8:] = 2, 0
    side[np.arange(6), np.arange(6)] = 1
    cells = cells_of(side, [1] * 8 + [2] * 8, tuple("ABCDEF"), range(16))
    made = anchored(fit(cells, Options(walk_variance=4.0)), ("A",), ("F",))
    assert {one.agrees for one in sides(made, ("A",), ("F",))} == {True, False}
    assert [one.agrees for one in sides(anchored(made, ("B",), ("E",)), ("B",), ("E",))] == [True, True]


def test_no_named_state_among_the_votes_is_refused(record: Record) -> None:
    made = fit(council(record), Options(mode=Mode.STATIC))
    with pytest.raises(NotEstimable, match="one of TUV and one of CUB, found none"):
        anchored(made, ("TUV",), ("CUB",))
