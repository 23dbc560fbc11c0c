import json
from datetime import date
from pathlib import Path

import pytest

from evaluation import documents
from evaluation.lines import Line
from onrecord.claims.check import Checker
from onrecord.vocabulary.verdicts import CheckedClaim, Evidence, Finding, Verdict

S, R, U = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFORMATION

TEXT = """Report on Peru

Peru is a friend of Geneva.1 In March 2014 Peru voted for resolu-
tion 25/1. Later it went
to the seaside.
"""


def _line(gold: Verdict, evidence=(), also=(), name="X1") -> Line:
    accepted = frozenset({gold, *also})
    return Line(name, "…", "PER", date(2014, 12, 31), "t", "votes", gold, accepted, frozenset(evidence), "")


def _claim(verdict: Verdict, *rows: str) -> CheckedClaim:
    finding = Finding(verdict, "says", evidence=tuple(Evidence(r, "", "") for r in rows))
    return CheckedClaim("…", 0, 1, "understood", "votes", "value", {}, finding)


@pytest.mark.parametrize(
    ("line", "claims", "expected"),
    [
        (_line(S, ["a"]), [_claim(S, "a")], True),
        (_line(S, ["a"]), [_claim(S, "b")], False),
        (_line(S, ["a"]), [_claim(R, "a")], False),
        (_line(S, ["a"]), [_claim(R, "b"), _claim(S, "a", "c")], True),
        (_line(S), [_claim(S, "b")], True),
        (_line(S), [], False),
        (_line(U, ["a"]), [], True),
        (_line(U, ["a"]), [_claim(S, "b")], True),
        (_line(U, ["a"]), [_claim(S, "a")], False),
        (_line(U, ["a"], also=[S]), [_claim(S, "a")], True),
        (_line(U, ["a"], also=[S]), [_claim(R, "a")], False),
    ],
)
def test_a_known_claim_is_reached_on_its_own_rows(line: Line, claims: list[CheckedClaim], expected: bool) -> None:
    assert documents.reached(line, claims) is expected


@pytest.fixture
def document(tmp_path: Path) -> documents.Document:
    """A document of four sentences, one of which claims something."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    known = [
        ("Report on Peru", "heading", ()),
        ("Peru is a friend of Geneva.", "opinion", ()),
        ("In March 2014 Peru voted for resolution 25/1.", "", (_line(S, ["hrc-res-25-1"]),)),
        ("Nobody wrote these words into the document.", "", (_line(S, ["hrc-res-25-1"], name="X2"),)),
    ]
    sentences = tuple(documents.Known(f"K{k}", *one) for k, one in enumerate(known))
    return documents.Document("report.txt", path, "PER", date(2014, 12, 31), sentences)


def test_sentences_are_found_in_the_text_and_their_claims_matched(checker: Checker, document) -> None:
    found = documents.checked(checker, document)
    assert [f.claims is None for f in found] == [False, False, False, True]
    assert [line.id for f in found for line in f.unreached] == ["X2"]
    assert not [f for f in found if f.false_alarms]
    told = documents.report({"report.txt": found})
    assert (
        told.splitlines()[0]
        == "report.txt: 1 of 2 known claims reached, 0 false alarms in 2 sentences that claim nothing"
    )
    assert "its sentence was not found in the text" in told


def test_a_verdict_on_a_sentence_that_claims_nothing_is_a_false_alarm() -> None:
    found = documents.Found(documents.Known("K", "…", "opinion", ()), (_claim(S, "a"), _claim(U)))
    assert len(found.false_alarms) == 1
    assert "FALSE ALARM K (opinion)" in documents.report({"d": [found]})


def test_a_verdict_on_other_rows_than_the_known_ones_is_shown() -> None:
    found = documents.Found(documents.Known("K", "…", "", (_line(S, ["a"]),)), (_claim(S, "a"), _claim(R, "b")))
    assert [c.finding.verdict for c in documents.beside_gold(found)] == [R]


def test_the_folder_is_the_one_that_is_named_or_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_SHARED", str(tmp_path))
    assert documents.beside() is None
    (tmp_path / "evaluation").mkdir()
    assert documents.beside() == tmp_path


def test_documents_are_read_with_the_answers_kept_here(tmp_path: Path) -> None:
    (tmp_path / "evaluation").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text("…", encoding="utf-8")
    rows = [
        {"id": "D-0", "doc": "one.txt", "sentence": "A heading", "claims": [], "reason": "heading"},
        {"id": "D-1", "doc": "one.txt", "sentence": "A claim.", "claims": [{"id": "S000-04a"}]},
    ]
    written = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "evaluation" / "answers.jsonl").write_text(written, encoding="utf-8")
    (found,) = documents.documents(tmp_path)
    assert (found.name, found.state, found.path.name) == ("one.txt", "KAZ", "one.txt")
    assert [[line.id for line in s.claims] for s in found.sentences] == [[], ["S000-04a"]]
