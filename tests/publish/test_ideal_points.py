"""The command on ideal points: the same view as text, JSON, CSV and Parquet."""

import csv
import io
import json
import sys
from pathlib import Path

import duckdb
import pytest

from onrecord.publish.cli import main

ASKED = ("ideal-points", "--from", "2008", "--to", "2008", "--mode", "static", "--alone")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run the command line as a shell would; return exit code, standard output and standard error."""

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["onrecord", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return int(ended.value.code or 0), captured.out, captured.err

    return call


def test_text_json_csv_and_parquet_have_the_same_points(run, tmp_path: Path) -> None:
    code, written, error = run(*ASKED, "--json")
    assert code == 0, error
    view = json.loads(written)
    points = {one["state"]["iso3"]: (one["point"], one["low"], one["high"], one["n"]) for one in view["points"]}
    assert len(points) > 40
    rows = csv.DictReader(io.StringIO(run(*ASKED, "--csv")[1]))
    assert {
        one["iso3"]: (*(float(one[name]) for name in ("point", "low", "high")), int(one["n"])) for one in rows
    } == points
    _, out, error = run(*ASKED, "--parquet", str(tmp_path / "points.parquet"))
    assert out == ""
    assert f"{len(points)} rows" in error
    read = duckdb.execute("SELECT iso3, point, low, high, n FROM read_parquet(?)", [str(tmp_path / "points.parquet")])
    assert {iso3: tuple(rest) for iso3, *rest in read.fetchall()} == points


def test_text_says_method_n_what_was_left_out_and_what_is_not_known(run) -> None:
    code, out, _ = run(*ASKED, "--state", "Egypt")
    assert code == 0
    for words in (
        "Method: Ordinal probit",
        "Seen: ",
        "Left out: absences",
        "Not known: ",
        "Egypt has one point. [n = ",
    ):
        assert words in out
    assert "Cuba  " not in out


def test_dynamic_points_say_that_the_scale_between_periods_is_weak(run) -> None:
    words = " ".join(run("ideal-points", "--from", "2008", "--to", "2008", "--alone")[1].split())
    assert "scale between periods is weakly identified" in words


def test_a_change_since_the_first_year_is_in_text_json_csv_and_parquet(run, tmp_path: Path) -> None:
    asked = ("ideal-points", "--from", "2008", "--to", "2009", "--alone", "--state", "Cuba")
    before, after = json.loads(run(*asked, "--json")[1])["points"]
    assert before["change"] is None
    change = after["change"]
    assert change["by"] == pytest.approx(after["point"] - before["point"])
    assert f"{change['by']:+.2f} ({change['low']:.2f} to {change['high']:.2f})" in run(*asked)[1]
    first, last = csv.DictReader(io.StringIO(run(*asked, "--csv")[1]))
    assert (first["change"], first["change_low"]) == ("", "")
    assert float(last["change_high"]) == change["high"]
    run(*asked, "--parquet", str(tmp_path / "points.parquet"))
    read = duckdb.execute("SELECT change, change_low FROM read_parquet(?)", [str(tmp_path / "points.parquet")])
    assert read.fetchall() == [(None, None), (change["by"], change["low"])]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--mode", "nominate"), "mode: expected one of static"),
        (("--level", "2"), "level: expected a share from 0.5"),
        (("--from", "1999"), "year: expected a year from 2006"),
        (("--parquet", "/no/such/folder/points.parquet", "--from", "2008", "--to", "2008", "--alone"), "--parquet"),
    ],
)
def test_what_cannot_be_done_is_said(run, arguments: tuple[str, ...], said: str) -> None:
    code, _, error = run("ideal-points", *arguments)
    assert code == 2
    assert said in error
