"""The cohesion of a group: figures that add up from its roll calls, groups and states, and what is refused."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from onrecord.publish.cli import app
from onrecord.publish.views.cohesion import CohesionAsked, cohesion_of_group
from onrecord.publish.views.selected_votes import VotesAsked
from onrecord.vocabulary.errors import NotInVocabulary

COUNCIL = VotesAsked("HRC", 2014, 2016)


@pytest.fixture(scope="module")
def view(record):
    return cohesion_of_group(record, CohesionAsked(("WEOG",), COUNCIL))


def test_the_means_are_those_of_the_roll_calls(view):
    for figure, name in zip(view.indices, ("agreement_index", "rice", "attina"), strict=True):
        values = [value for one in view.rollcalls if (value := getattr(one, name)) is not None]
        assert figure.n == len(values)
        assert figure.value == pytest.approx(sum(values) / len(values))
        assert figure.low < figure.value < figure.high
    assert view.drawn == "sessions"
    assert view.could == len(view.rollcalls) == view.votes.n


def test_every_member_of_a_roll_call_is_counted_once(view):
    for one in view.rollcalls:
        assert one.members == one.yes + one.abstain + one.no + one.absent + one.unknown
    assert {"FRA", "USA", "DEU"} <= {one.iso3 for one in view.states}


def test_the_sentences_carry_n_interval_and_page(view):
    said = view.sentences[0]
    assert said.text.startswith("Agreement index of Western European and other States: 0.")
    assert "95 per cent interval, whole sessions drawn again" in said.text
    assert (said.n, said.page) == (view.indices[0].n, "/groups/WEOG?body=HRC&from=2014&to=2016")
    assert "recorded votes of the Human Rights Council, 2014 to 2016" in said.scope


def test_states_by_name_are_a_group(record):
    found = cohesion_of_group(record, CohesionAsked(("Cuba", "VEN", "Bolivia"), COUNCIL))
    assert found.code is None
    assert [one.iso3 for one in found.states] == ["BOL", "CUB", "VEN"]
    assert "Bolivia, Cuba and Venezuela" in found.sentences[0].text


def test_days_without_known_members_are_left_out_and_counted(record):
    found = cohesion_of_group(record, CohesionAsked(("LAS",), VotesAsked("GA", 1993, 1994)))
    assert found.covers_from is not None
    assert found.not_covered > 0
    assert found.not_covered + found.could == found.votes.n
    assert any("members are not in the record" in one for one in found.not_known)


def test_few_votes_give_no_figure_and_say_so(record):
    asked = VotesAsked("HRC", 2014, 2014, items=("10",))
    found = cohesion_of_group(record, CohesionAsked(("EEG",), asked))
    assert all(one.value is None and one.n < found.minimum for one in found.indices)
    assert "fewer than 20; no figure is given" in found.sentences[0].text


@pytest.mark.parametrize(
    ("asked", "noun"),
    [
        (CohesionAsked(("Friends",), COUNCIL), "group"),
        (CohesionAsked(("KAZ", "Kazakhstan"), COUNCIL), "group"),
        (CohesionAsked(("KAZ", "Atlantis"), COUNCIL), "state"),
        (CohesionAsked(("EEG",), VotesAsked("HRC", 1999)), "year"),
        (CohesionAsked(("EEG",), COUNCIL, drawn="years"), "what is drawn"),
    ],
)
def test_what_the_record_does_not_know_is_named(record, asked, noun):
    with pytest.raises(NotInVocabulary) as error:
        cohesion_of_group(record, asked)
    assert error.value.noun == noun


def test_text_json_csv_and_parquet_show_the_same(built, tmp_path):
    asked = ["cohesion", "GRULAC", "--from", "2019", "--to", "2019", "--record", str(built)]
    twin = json.loads(CliRunner().invoke(app, [*asked, "--json"]).stdout)
    rows = list(csv.DictReader(io.StringIO(CliRunner().invoke(app, [*asked, "--csv"]).stdout)))
    assert [row["rollcall_id"] for row in rows] == [one["rollcall_id"] for one in twin["rollcalls"]]
    text = " ".join(CliRunner().invoke(app, asked).stdout.split())
    assert "roll calls drawn again" in text
    assert "The roll calls that split it most" in text
    target = tmp_path / "cohesion.parquet"
    assert CliRunner().invoke(app, [*asked, "--parquet", str(target)]).exit_code == 0
    assert target.read_bytes()[:4] == b"PAR1"
