"""The gate: no figure of the checker may fall under its floor."""

import pytest

from evaluation import figures, floors, generated
from evaluation.lines import outcomes, sets
from evaluation.score import HOW
from onrecord.claims.check import Checker

SENTENCES = 2000


def _held(name: str, measured: dict[str, float]) -> None:
    kept = floors.read()
    assert kept.get(name), f"{name} has no floors; `make evaluate RAISE=1` writes them"
    fallen = [str(f) for f in floors.falls({name: measured}, {name: kept[name]})]
    assert not fallen, "\n".join([*fallen, HOW])


@pytest.mark.parametrize("name", sorted(sets()))
def test_no_figure_of_a_set_falls_under_its_floor(name: str, checker: Checker) -> None:
    _held(name, figures.figures(outcomes(checker, sets()[name])).floored())


def test_generated_sentences_are_supported_and_their_twins_refuted() -> None:
    tally = generated.generated(SENTENCES)
    assert not +tally.lacking
    assert tally.sentences.total() == SENTENCES
    _held("generated", tally.measured())


def test_every_floor_is_of_a_set_there_is() -> None:
    assert set(floors.read()) == {*sets(), "generated"}
