"""onrecord chart: what it writes, where, and how it says what cannot be."""

import csv
import io
import json
import sys

import pytest

from onrecord.publish.charts.kinds import KINDS
from onrecord.publish.cli import main


@pytest.fixture
def run(monkeypatch, capsysbinary):
    """Run the command line as a shell would; return exit code, standard output and standard error."""

    def call(*arguments: str) -> tuple[int, bytes, str]:
        monkeypatch.setattr(sys, "argv", ["onrecord", "chart", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsysbinary.readouterr()
        return int(ended.value.code or 0), captured.out, captured.err.decode()

    return call


def test_without_arguments_it_lists_the_kinds(run):
    code, out, _ = run()
    assert code == 0
    assert [line.split(" ", 1)[0] for line in out.decode().splitlines()] == list(KINDS)


def test_svg_is_what_it_writes_where_nothing_else_is_said(run):
    code, out, _ = run("timeline", "LBY", "--base", "https://onrecord.example")
    assert code == 0
    assert out.startswith(b"<svg ")
    assert b"onrecord https://onrecord.example/charts/timeline/libya" in out


def test_csv_and_json_hold_the_same_rows(run):
    _, table, _ = run("voting-record", "togo", "--format", "csv")
    _, spec, _ = run("voting-record", "togo", "--format", "json")
    rows = list(csv.DictReader(io.StringIO(table.decode())))
    values = json.loads(spec)["data"]["values"]
    assert [row["texts"] for row in rows] == ["" if v["texts"] is None else str(v["texts"]) for v in values]
    assert json.loads(spec)["$schema"].endswith("/v6.json")


@pytest.mark.parametrize(("name", "begins"), [("a.png", b"\x89PNG"), ("a.SVG", b"<svg"), ("a.csv", b"row,column")])
def test_the_ending_of_the_file_says_what_to_write(run, tmp_path, name, begins):
    code, out, err = run("situation", "china", "--out", str(tmp_path / name))
    assert (code, out) == (0, b"")
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert str(tmp_path / name) in err


def test_as_of_a_day_only_what_was_known(run):
    _, out, _ = run("voting-record", "KAZ", "--as-of", "2014-06-30", "--format", "csv")
    assert out.decode().splitlines()[-1].startswith("2014,")


def test_no_png_is_written_to_a_terminal(run, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    code, out, err = run("situation", "china", "--format", "png")
    assert (code, out) == (2, b"")
    assert "--out FILE" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nope", "x"), "kind of chart: expected one of voting-record"),
        (("voting-record",), "about a state"),
        (("nope",), "one of voting-record"),
        (("voting-record", "tuvalu"), "something to draw"),
        (("voting-record", "Kazakhstn"), "Kazakhstan"),
        (("treaties", "narnia"), "african-states"),
        (("situation", "china", "--out", "picture.gif"), "found gif"),
        (("situation", "china", "--out", "picture"), "found none"),
        (("situation", "china", "--out", "/nowhere/at/all/picture.svg"), "No such file"),
        (("situation", "china", "--as-of", "2014"), "YYYY-MM-DD"),
        (("situation", "china", "--format", "gif"), "png"),
    ],
)
def test_what_is_wrong_is_said_with_exit_code_2(run, arguments, said):
    code, out, err = run(*arguments)
    assert (code, out) == (2, b"")
    assert said in " ".join(err.split())
