"""The command that checks a text, and many texts as lines of JSON: what it shows, and how it says what is wrong."""

import io
import json
import sys
from datetime import date

import pytest
import typer

from onrecord.publish.cli import main
from onrecord.publish.commands import check as commands
from onrecord.publish.terminal.progress import Progress

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


@pytest.fixture
def run(monkeypatch, capsys, prepared):
    """Run the command as a shell would, standard input given; return exit code, standard output and error."""
    monkeypatch.setattr("onrecord.claims.check.Checker", lambda record, proposer=None: prepared)

    def call(*arguments: str, given: str | bytes = "") -> tuple[int, str, str]:
        app = typer.Typer()
        commands.register(app)
        app.callback()(lambda: None)
        monkeypatch.setattr("onrecord.publish.cli.app", app)
        monkeypatch.setattr(sys, "argv", ["onrecord", "check", *arguments])
        stdin = io.BytesIO(given.encode() if isinstance(given, str) else given)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stdin, "utf-8"))
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return int(ended.value.code or 0), captured.out, captured.err

    return call


def test_the_command_shows_each_sentence_and_counts_at_the_end(run, text):
    code, out, err = run("-", given=text)
    assert (code, err) == (0, "")
    assert "REFUTED  Kazakhstan voted for A/HRC/RES/26/25" in out
    assert "OUTSIDE COVERAGE  Kazakhstan received no visit" in out
    assert out.index("Against") < out.index("[hrc-res-25-1/KAZ]")
    assert "A/HRC/RES/26/25 https://undocs.org/en/A/HRC/RES/26/25" in out
    assert "year: 2014, from the heading" in out
    assert "with amendments: refuted: 3 of 4 are abstentions. (n = 4)" in out
    last = "2 supported, 1 refuted, 1 conflicting, 1 not enough information; no claim read in 3 of 6 sentences"
    assert out.splitlines()[-1] == last


def test_the_command_gives_the_twin_of_the_page(run, client, text):
    code, out, _ = run("-", "--json", "--about", "KAZ", "--as-of", "2014", given=text)
    assert code == 0
    assert json.loads(out) == client.post("/check.json", json={"text": text, "about": "KAZ", "as_of": "2014"}).json()


def test_the_command_writes_files(run, tmp_path, text, parsed):
    file, page, reviews = tmp_path / "a.txt", tmp_path / "a.html", tmp_path / "a.jsonld"
    file.write_text(text, encoding="utf-8")
    assert run(str(file), "--html", str(page), "--claim-review", str(reviews))[0] == 0
    # without the address of a site, no link claims to lead to one
    assert not [link for link in parsed(page.read_text()).links if not link.startswith(("https://undocs.org/", "#"))]
    assert len(json.loads(reviews.read_text())["@graph"]) == 4
    run(str(file), "--html", str(page), "--site", "https://example.org/")
    assert "https://example.org/votes/A-HRC-RES-26-25" in parsed(page.read_text()).links


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("/no/such/file",), "/no/such/file: expected a file to read"),
        (("-", "--about", "Nowhereland"), "state: expected"),
        (("-", "--as-of", "last year"), "day of the text: expected"),
        (("-", "--html", "/no/such/folder/a.html"), "expected a file to write"),
        (("/no/such/file", "--jsonl"), "expected a file to read"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(run, words, said):
    code, out, err = run(*words, given="A text.")
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_a_text_cannot_steer_the_terminal(run):
    assert "\x1b" not in run("-", given="A text\x1b[2J of \x9b5m this kind.")[1]


def test_lines_of_json_are_answered_one_for_one(run, text):
    given = [{"id": "a", "text": text, "about": "Kazakhstan", "as_of": "2014-06"}, {"id": 2, "text": "Nothing."}]
    code, out, err = run("-", "--jsonl", given="\n".join(map(json.dumps, given)))
    assert (code, err) == (0, "")
    first, second = map(json.loads, out.splitlines())
    assert [first["id"], second["id"]] == ["a", 2]
    assert [c["verdict"] for c in first["claims"]] == [
        "refuted", "supported", "conflicting", "supported", "not-enough-information"
    ]  # fmt: skip
    claim = first["claims"][0]
    assert text[slice(*claim["span"])] == claim["text"]
    wanted = {"text", "span", "typed", "verdict", "reason", "readings", "scope", "says", "evidence", "counter_examples"}
    assert wanted <= set(claim)
    assert claim["typed"]["period"] == {"from": "2014-01-01", "to": "2014-12-31"}
    assert set(claim["counter_examples"][0]) == {"id", "cite", "says", "url"}
    assert first["claims"][4]["reason"] == "outside coverage"
    assert [r["verdict"] for r in first["claims"][2]["readings"]] == ["supported", "refuted"]
    assert (first["nothing"], second["nothing"]) == (None, "opinion or background")
    assert second["claims"] == []


def test_the_last_day_a_line_can_mean_is_asked(run, prepared):
    given = "".join(json.dumps({"id": i, "text": "t", "as_of": a}) + "\n" for i, a in enumerate(("2014", "2015-02")))
    run("-", "--jsonl", given=given)
    assert [asked[2] for asked in prepared.asked] == [date(2014, 12, 31), date(2015, 2, 28)]


@pytest.mark.parametrize(
    "bad",
    [
        b"{", b"[]", b'"a"', b'{"id": 1}', b'{"text": "a"}', b'{"id": true, "text": "a"}', b'{"id": 1, "text": null}',
        b'{"id": 1, "text": "\\ud800"}', b"\xff", b"[" * 100_000, b'{"id": 1, "text": "a", "about": "Nowhereland"}',
        b'{"id": 1, "text": "a", "as_of": "soon"}', b'{"id": 1, "text": "a", "about": 5}',
    ],
)  # fmt: skip
def test_a_bad_line_is_named_and_the_rest_is_done(run, bad):
    good = json.dumps({"id": "good", "text": "A text."}).encode()
    code, out, err = run("-", "--jsonl", given=good + b"\n" + bad + b"\n\n" + good)
    assert code == 2
    first, second, third = map(json.loads, out.splitlines())
    assert first == third
    assert first["id"] == "good"
    assert (second["line"], bool(second["error"])) == (2, True)
    assert err.startswith("onrecord: line 2: ")
    assert len(err.splitlines()) == 1


def test_progress_is_for_terminals_and_long_work():
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    quick, piped = Terminal(), io.StringIO()
    Progress("sentences", quick).at(1, 2)
    late = Progress("sentences", piped)
    late.begun -= 2
    late.at(1, 2)
    assert quick.getvalue() + piped.getvalue() == ""
    slow = Progress("sentences", quick)
    slow.begun -= 2
    slow.at(40, 212)
    slow.end()
    assert "checked 40 of 212 sentences" in quick.getvalue()
