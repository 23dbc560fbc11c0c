from datetime import date

import pytest

from evaluation.lines import Line, Outcome
from onrecord.claims.check import Checker
from onrecord.record.store import Record
from onrecord.vocabulary.verdicts import Verdict


@pytest.fixture(scope="session")
def checker() -> Checker:
    """The checker of the record that ships, its tables in memory."""
    return Checker(Record().load())


@pytest.fixture
def made():
    """Make an outcome of a line: its gold, what was found, and more of either."""

    def make(gold: Verdict, found: Verdict, *, rows=(), evidence=("hrc-res-25-1",), also=(), about=("a", "votes")):
        line = Line(
            id="L1",
            text="Peru voted for resolution 25/1.",
            state="PER",
            day=date(2014, 3, 28),
            type=about[0],
            relation=about[1],
            gold=gold,
            accepted=frozenset({gold, *also}),
            evidence=frozenset(evidence),
            why="the row says so",
        )
        return Outcome(line, found, frozenset(rows), ())

    return make
