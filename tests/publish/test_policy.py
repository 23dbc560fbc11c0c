"""Agreement with a stated policy: scores that follow from the positions shown, ranks, and rows that are refused."""

import csv
import io
import json
from itertools import pairwise

import pytest
from typer.testing import CliRunner

from onrecord.measures.stated_policy import Band
from onrecord.publish.cli import app
from onrecord.publish.views.policy import policy_agreement
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.positions import Position

SYRIA = """symbol,direction,weight
25/23,for,strong
26/23,for,strong
27/16,for,strong
28/20,for,
29/16,for,
"""


@pytest.fixture(scope="module")
def view(record):
    return policy_agreement(record, "syria.csv", SYRIA.encode())


def of(view, iso3):
    return next(one for one in view.states if one.state.iso3 == iso3)


def test_a_state_worked_by_hand(view):
    """Kazakhstan abstained on all five: not a vote for the one score, half for the other."""
    found = of(view, "KAZ")
    assert [one.position for one in found.answers] == [Position.ABSTAIN] * 5
    first, second = found.scores
    assert (first.score, first.band, first.rank) == (None, Band.NOT_ENOUGH, None)
    assert (second.score, second.band) == (0.5, Band.MIXTURE)


def test_scores_follow_from_the_positions_shown(view):
    for one in view.states:
        known = [line for line in one.answers if line.position]
        assert one.n == len(known)
        assert one.could == len(one.answers) == one.n + one.unknown
        if {line.position for line in known} == {Position.YES} and one.could > 3:
            assert [score.score for score in one.scores] == [1.0, 1.0]


def test_ranks_are_shared_by_equal_scores(view):
    for at in range(2):
        ranked = sorted((one.scores[at] for one in view.states if one.scores[at].rank), key=lambda score: score.rank)
        for before, after in pairwise(ranked):
            assert (before.score == pytest.approx(after.score)) == (before.rank == after.rank)
        assert ranked[0].rank == 1
        assert {score.of for score in ranked} == {len(ranked)}


def test_a_policy_turned_round_turns_the_scores_round(record, view):
    other = policy_agreement(record, "syria.csv", SYRIA.replace("for", "against").encode())
    for one in view.states:
        mine, turned = one.scores[0].score, of(other, one.state.iso3).scores[0].score
        assert (mine is None and turned is None) or mine == pytest.approx(1 - turned)


def test_the_sentences_say_how_few_texts_and_who_moves(view):
    assert "has 5 texts put to a recorded vote. Under 20 texts" in view.sentences[0].text
    assert "They Vote For You" in view.sentences[1].text
    assert f"Over {view.ranked} states with both scores" in view.sentences[-1].text
    assert -1 <= view.tau <= 1


def test_each_text_leads_to_its_document(view):
    assert [one.symbol for one in view.texts][:2] == ["A/HRC/RES/25/23", "A/HRC/RES/26/23"]
    assert all(one.document_url and one.page.startswith("/votes/") for one in view.texts)


def test_a_text_of_the_assembly_may_stand_beside_one_of_the_council(record):
    found = policy_agreement(record, "p.csv", b"symbol,direction,weight\n25/1,for,\nga-5000,against,strong\n")
    assert {one.body.value for one in found.texts} == {"HRC", "GA"}
    assert any("Assembly's absences are not in the record" in one for one in found.not_known)
    # Not on the Council in 2014: only the Assembly's text counts.
    assert of(found, "NOR").could == 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("25/999,for,", "row 2, column symbol: expected a symbol or roll-call id in the record, found 25/999"),
        ("25/10,for,", "row 2, column symbol: expected a text put to a recorded vote, found 25/10, decided: without"),
    ],
)
def test_a_row_that_names_no_single_vote_is_refused(record, row, said):
    with pytest.raises(UnreadableDocument, match=said):
        policy_agreement(record, "p.csv", f"symbol,direction,weight\n{row}\n".encode())


def test_one_vote_under_two_names_is_refused(record):
    rows = b"symbol,direction,weight\n25/1,for,\nA/HRC/RES/25/1,against,\n"
    with pytest.raises(UnreadableDocument, match="row 3, column symbol: expected a vote that no other row names"):
        policy_agreement(record, "p.csv", rows)


def test_text_json_and_csv_show_the_same(built, tmp_path):
    file = tmp_path / "syria.csv"
    file.write_text(SYRIA, encoding="utf-8")
    asked = ["policy", str(file), "--record", str(built)]
    twin = json.loads(CliRunner().invoke(app, [*asked, "--json"]).stdout)
    rows = list(csv.DictReader(io.StringIO(CliRunner().invoke(app, [*asked, "--csv"]).stdout)))
    assert [row["iso3"] for row in rows] == [one["state"]["iso3"] for one in twin["states"]]
    assert [row["they_vote_for_you_band"] for row in rows] == [one["scores"][0]["band"] for one in twin["states"]]
    text = " ".join(CliRunner().invoke(app, asked).stdout.split())
    assert "The texts of the policy" in text
    assert CliRunner().invoke(app, ["policy", str(tmp_path / "none.csv")]).exit_code != 0
