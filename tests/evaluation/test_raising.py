from datetime import date
from pathlib import Path

import pytest

from evaluation import floors

ON = date(2026, 11, 22)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of two floors."""
    file = tmp_path / "floors.toml"
    floors.raise_floors({"dev": {"coverage": 0.8, "swaps_most": 0.02}}, file)
    return file


def test_a_share_may_not_fall_and_a_most_may_not_rise(path: Path) -> None:
    kept = floors.read(path)
    assert not list(floors.falls({"dev": {"coverage": 0.8, "swaps_most": 0.02}}, kept))
    fallen = list(floors.falls({"dev": {"coverage": 0.79, "swaps_most": 0.03}}, kept))
    assert [str(f) for f in fallen] == [
        "dev: coverage is 0.7900, under its floor of 0.8000",
        "dev: swaps_most is 0.0300, above its floor of 0.0200",
    ]


def test_a_figure_that_is_not_measured_any_more_has_fallen(path: Path) -> None:
    (fallen,) = floors.falls({"dev": {"coverage": 0.9}}, floors.read(path))
    assert str(fallen) == "dev: swaps_most is not measured, above its floor of 0.0200"


def test_raising_never_lowers(path: Path) -> None:
    assert floors.raise_floors({"dev": {"coverage": 0.7, "swaps_most": 0.01}, "new": {"evidence": 1.0}}, path) == 2
    assert floors.read(path) == {"dev": {"coverage": 0.8, "swaps_most": 0.01}, "new": {"evidence": 1.0}}


def test_a_floor_is_rounded_so_that_what_was_measured_holds_it(path: Path) -> None:
    measured = {"thirds": {"coverage": 2 / 3, "swaps_most": 1 / 3}}
    floors.raise_floors(measured, path)
    assert floors.read(path)["thirds"] == {"coverage": 0.6666, "swaps_most": 0.3334}
    assert not [f for f in floors.falls(measured, floors.read(path)) if f.set == "thirds"]
    assert floors.raise_floors(measured, path) == 0


def test_lowering_writes_down_the_reason_and_the_old_floor(path: Path) -> None:
    measured = {"dev": {"coverage": 0.75, "swaps_most": 0.0}}
    floors.lower_floors(measured, 'an answer was "wrong"', ON, path)
    floors.raise_floors({"other": {"coverage": 1.0}}, path)
    assert floors.read(path) == {"dev": {"coverage": 0.75, "swaps_most": 0.02}, "other": {"coverage": 1.0}}
    written = path.read_text(encoding="utf-8")
    assert 'reason = "an answer was \\"wrong\\""' in written
    assert 'on = "2026-11-22"\nset = "dev"\nfigure = "coverage"\nfrom = 0.8\nto = 0.75\n' in written


def test_lowering_needs_a_reason(path: Path) -> None:
    with pytest.raises(ValueError, match="for a reason"):
        floors.lower_floors({"dev": {"coverage": 0.1, "swaps_most": 0.0}}, " ", ON, path)
    assert floors.read(path)["dev"]["coverage"] == 0.8
