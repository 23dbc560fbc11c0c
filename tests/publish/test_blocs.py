"""The commands on blocs, defection, the outvoted, moves, turns, selectivity and shifts: words, JSON, CSV, refusals."""

import csv
import io
import json
import re

import pytest
from typer.testing import CliRunner

from onrecord.publish.cli import app
from onrecord.publish.views.blocs import BlocsAsked, blocs
from onrecord.publish.views.defection import DefectionAsked, defection
from onrecord.publish.views.moves import MovesAsked, moves_of_states
from onrecord.publish.views.outvoted import outvoted_states
from onrecord.publish.views.selected_votes import VotesAsked
from onrecord.publish.views.selectivity import SelectivityAsked, selectivity_of_state
from onrecord.publish.views.shifts import ShiftsAsked, shifts_of_state
from onrecord.publish.views.turns import TurnsAsked, turns_of_subjects
from onrecord.vocabulary.errors import NotInVocabulary

YEAR = VotesAsked("HRC", 2014, 2014)
COMMANDS = {
    "blocs": "blocs --from 2014 --to 2014 --kind resolution",
    "defection": "defection WEOG --from 2016 --to 2016",
    "outvoted": "outvoted --from 2014 --to 2014",
    "moves": "moves --from 2013 --to 2014 --with USA",
    "turns": "turns --from 2018",
    "selectivity": "selectivity Kenya --item 7",
    "shifts": "shifts Brazil --selection votes-count",
}


def run(record, command: str) -> str:
    found = CliRunner().invoke(app, [*command.split(), "--record", str(record.folder)])
    assert found.exit_code == 0, found.output
    return found.output


def line(lines, iso3):
    return next(one for one in lines if one.state.iso3 == iso3)


@pytest.mark.parametrize("name", COMMANDS)
def test_text_json_and_csv_show_the_same_view_and_lead_somewhere(record, site, name):
    view = json.loads(run(record, f"{COMMANDS[name]} --json"))
    assert view["sentences"]
    text = " ".join(run(record, COMMANDS[name]).split())
    for sentence in view["sentences"]:
        assert " ".join(sentence["text"].split()) in text
        assert f"[n = {sentence['n']};" in text
        assert sentence["scope"]
    rows = list(csv.DictReader(io.StringIO(run(record, f"{COMMANDS[name]} --csv"))))
    assert rows
    assert all(row["citation"] and row["result"] for row in rows)
    assert site.get(rows[0]["link"]).status_code == 200


@pytest.fixture(scope="module")
def site(record):
    from fastapi.testclient import TestClient

    from onrecord.publish.web.app import create_app

    return TestClient(create_app(record), follow_redirects=False)


pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")


def test_blocs_say_how_clear_and_how_stable(record):
    view = blocs(record, BlocsAsked(YEAR))
    assert [len(one.states) for one in view.clusters] == [26, 21]
    assert "47 states fall into 2 clusters (average silhouette 0.59)" in view.sentences[0].text
    assert all(re.search(r"is (highly )?stable", one.text) for one in view.sentences[1:])
    assert sum(count for _, count in view.clusters[0].groups) == 26
    assert view.drawn == "roll calls"


def test_votes_without_clusters_are_said_to_have_none(record):
    forced = blocs(record, BlocsAsked(YEAR, number=8))
    assert forced.asked_number
    assert len(forced.clusters) == 8
    assert any("not to be trusted" in one.text or "doubtful" in one.text for one in forced.sentences)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (BlocsAsked(VotesAsked("HRC", 2014, 2014, ("4",))), "selection of votes"),
        (BlocsAsked(VotesAsked("HRC", 2014, 2014), "kappa"), "method to cluster by"),
        (BlocsAsked(VotesAsked("UNSC")), "body"),
        (BlocsAsked(VotesAsked("HRC", 2014, 2013)), "years"),
        (BlocsAsked(VotesAsked("HRC", 2031)), "year"),
        (BlocsAsked(VotesAsked("GA", items=("7",))), "agenda item"),
        (BlocsAsked(VotesAsked("HRC", kinds=("letter",))), "kind of text"),
        (BlocsAsked(VotesAsked("HRC", situations=("Atlantis",))), "situation"),
        (BlocsAsked(VotesAsked("HRC", named="mine")), "named selection"),
    ],
)
def test_what_the_record_does_not_know_is_refused(record, asked, words):
    with pytest.raises(NotInVocabulary, match=words):
        blocs(record, asked)


def test_defection_counts_what_the_rows_say_and_names_the_days_not_covered(record):
    view = defection(record, DefectionAsked("league of arab states", VotesAsked("GA", 1992, 1995)))
    assert view.group == "LAS"
    assert view.not_covered > 0
    assert any("1 January 1994" in one for one in view.not_known)
    assert view.could + view.not_covered == view.votes.n
    assert view.n + view.few + view.no_line + view.unsure == view.could
    for one in view.members:
        assert one.opposite + one.abstained <= one.against <= one.n
        assert (one.share is None) == (one.n < view.minimum)


@pytest.mark.parametrize(("group", "line_asked"), [("NATO", "plurality"), ("EU", "unanimity")])
def test_an_unknown_group_or_line_is_refused(record, group, line_asked):
    with pytest.raises(NotInVocabulary, match="group"):
        defection(record, DefectionAsked(group, YEAR, line_asked))


def test_few_votes_give_no_share(record):
    view = outvoted_states(record, VotesAsked("HRC", 2014, 2014, ("4",)))
    assert all(one.share is None for one in view.states)
    assert "no share is given" in view.sentences[0].text


def test_moves_are_called_only_beyond_chance(record):
    view = moves_of_states(record, MovesAsked(VotesAsked("GA", 2008, 2009), "USA"))
    nauru = line(view.moves, "NRU")
    assert nauru.called
    assert nauru.adjusted <= view.called_at < next(one.adjusted for one in view.moves if not one.called)
    assert "Nauru" in " ".join(one.text for one in view.sentences)
    quiet = moves_of_states(record, MovesAsked(VotesAsked("HRC", 2013, 2014)))
    assert "none can be told from chance" in quiet.sentences[0].text
    with pytest.raises(NotInVocabulary, match="palau"):
        moves_of_states(record, MovesAsked(YEAR, "Palau"))


def test_turns_lead_to_their_texts_and_say_what_is_covered(record):
    view = turns_of_subjects(record, TurnsAsked("title", 2015))
    assert (view.first_year, view.last_year) == (2015, 2022)
    assert all(len(one.before.symbols) == one.before.n for one in view.turns)
    assert {one.to_votes for one in view.turns} == {True, False}
    for asked, words in ((TurnsAsked("theme"), "kind of subject"), (TurnsAsked(first_year=2007), "year")):
        with pytest.raises(NotInVocabulary, match=words):
            turns_of_subjects(record, asked)


def test_selectivity_puts_one_selection_beside_the_others_and_no_vote_in_both(record):
    asked = SelectivityAsked("Kenya", VotesAsked("HRC", 2013, 2015, ("7",)))
    view = selectivity_of_state(record, asked)
    assert view.second.votes.words.startswith("the other recorded votes")
    whole = view.first.n + view.first.unknown + view.second.n + view.second.unknown + view.turned
    assert whole <= view.second.votes.n
    assert view.low is not None
    assert view.high is not None
    assert view.low <= (view.difference or 0) <= view.high
    assert any("fewer than 20" in one for one in view.not_known) == view.small
    with pytest.raises(NotInVocabulary, match="put beside"):
        selectivity_of_state(record, SelectivityAsked("Kenya", YEAR))


def test_a_state_without_a_seat_has_no_difference_and_no_shift(record):
    none = selectivity_of_state(record, SelectivityAsked("Palau", VotesAsked("HRC", 2014, 2014, ("7",))))
    assert (none.difference, none.beyond_noise) == (None, None)
    assert "cannot be said" in none.sentences[0].text
    still = shifts_of_state(record, ShiftsAsked("Palau", YEAR))
    assert (still.n, still.likeliest) == (0, None)
    assert "fewer than two years" in still.sentences[0].text


def test_a_shift_has_both_p_values_and_the_shares_of_both_sides(record):
    view = shifts_of_state(record, ShiftsAsked("Brazil", VotesAsked(kinds=("resolution",), named="votes-count")))
    (change,) = view.changes
    assert (change.last_before, change.first_after) == (2014, 2015)
    assert change.p <= view.called_at
    assert "It stands when whole years are taken as one" in view.sentences[0].text
    assert sum(one.n for one in view.years) == sum(one.n for one in view.stretches) == view.n
