"""The command that calibrates the sampler: passed or not with its statistic, as text and JSON, and what it refuses."""

import json
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from onrecord.measures.ideal_points import calibration
from onrecord.publish.cli import app

ASKED = ["calibrate", "--states", "4", "--items", "6", "--periods", "1", "--replications", "3", "--seed", "5"]


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(calibration, "SAMPLING", replace(calibration.SAMPLING, warm_up=20, sweeps=40, thin=4))


def test_it_says_whether_it_passed_and_by_which_figures():
    done = CliRunner().invoke(app, ASKED)
    assert done.exit_code == 0, done.output
    assert done.output.startswith("Passed: the smallest p value, of “")
    assert "Simulated: 3 panels of 4 states and 6 items in 1 periods (static)" in " ".join(done.output.split())
    assert "log-likelihood" in done.output


def test_json_has_the_ranks_that_the_figures_come_from():
    view = json.loads(CliRunner().invoke(app, [*ASKED, "--json"]).stdout)
    assert (view["passed"], view["states"], view["replications"], view["seed"]) == (True, 4, 3, 5)
    assert [len(one["ranks"]) for one in view["quantities"]] == [3] * 8
    assert view["p"] == pytest.approx(min(1, 8 * min(one["p"] for one in view["quantities"])))


def test_a_failed_calibration_says_so_and_ends_with_a_code(monkeypatch):
    monkeypatch.setattr(calibration, "LEVEL", 1.01)
    done = CliRunner().invoke(app, ASKED)
    assert done.exit_code == 1
    assert done.output.startswith("Not passed: ")


@pytest.mark.parametrize("wrong", [["--states", "2"], ["--replications", "0"], ["--items", "3", "--periods", "2"]])
def test_a_panel_too_small_is_refused(wrong):
    done = CliRunner().invoke(app, ["calibrate", *wrong])
    assert done.exit_code != 0
