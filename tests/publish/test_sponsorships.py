"""Sponsors as far as the lists go: never that a state did not sponsor or co-sponsor."""

from datetime import date

import pytest
import typer
from typer.testing import CliRunner

from onrecord.publish.as_json import as_json
from onrecord.publish.commands import sponsorships as command
from onrecord.publish.listed.sponsorships import sponsorships_rows
from onrecord.publish.views.sponsorships import sponsorship_list
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


def test_a_state_and_what_cannot_be_concluded(record):
    view = sponsorship_list(record, "KAZ")
    assert view.n == len(view.texts) == 7
    assert "main sponsor of 7 texts" in view.sentences[0].text
    assert "whether it co-sponsored any other text is not in the record" in view.sentences[0].text


@pytest.mark.parametrize("asked", ["France", "KAZ", None, "54/5", "25/24"])
def test_it_is_never_said_that_a_state_did_not_sponsor(record, asked):
    said = as_json(sponsorship_list(record, asked))
    assert "did not" not in said
    assert "not in the record" in said


def test_one_text_under_each_of_its_symbols(record):
    for asked in ("57/18", "A/HRC/RES/57/18", "A/HRC/57/L.35/Rev.1"):
        view = sponsorship_list(record, asked)
        assert view.symbol == "A/HRC/RES/57/18"
        assert [s.state.iso3 for s in view.texts[0].sponsors] == ["KAZ", "KGZ", "UZB"]
    assert sponsorship_list(record, "25/24").n == 0


def test_as_of_a_day_later_texts_are_not_there():
    view = sponsorship_list(Record(as_of=date(2012, 11, 30)), "KAZ")
    assert (view.n, view.texts_in_record) == (0, 0)


def test_words_that_are_neither(record):
    with pytest.raises(NotInVocabulary):
        sponsorship_list(record, "Atlantis")


def test_csv_and_command(record):
    rows = sponsorships_rows(sponsorship_list(record, "KAZ")).rows
    assert len(rows) == 7
    assert all(
        row[name] for row in rows for name in ("date", "title", "result", "document_url", "source", "source_url")
    )
    app = typer.Typer()
    app.callback()(lambda: None)
    command.register(app)
    run = CliRunner().invoke(app, ["sponsorships", "54/5"])
    assert run.exit_code == 0
    assert "Turkmenistan" in run.output
