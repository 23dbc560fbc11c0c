"""What the lists of joint statements say of a state: joined, did not join, or not in the record."""

from datetime import date

import pytest
import typer
from typer.testing import CliRunner

from onrecord.measures.lists_of_states import Answer, Why
from onrecord.publish.commands import joint_statements as command
from onrecord.publish.listed.joint_statements import joint_statement_rows, joint_statements_rows
from onrecord.publish.views.joint_statements import joint_statement_list, joint_statement_record
from onrecord.publish.wording.joint_statements import forum
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


def of(record, statement, state="KAZ"):
    said = joint_statement_record(record, statement, state).of_state
    assert said is not None
    return said


def test_a_full_list_that_does_not_hold_a_state(record):
    said = of(record, "BHR-2013-HRC22")
    assert said.answer is Answer.NOT_LISTED
    assert "did not join" in said.sentence.text
    assert "the list of 44 States is complete and does not hold it" in said.sentence.text
    assert "28 February 2013" in said.sentence.text


@pytest.mark.parametrize(
    ("statement", "why"), [("EGY-2014-HRC25-COUNTER", Why.NO_LIST), ("BHR-2013-HRC24", Why.PARTIAL)]
)
def test_without_a_full_list_nothing_is_concluded(record, statement, why):
    said = of(record, statement)
    assert (said.answer, said.why) == (Answer.NOT_IN_RECORD, why)
    assert said.sentence.text.startswith("Whether Kazakhstan joined")
    assert "did not join" not in said.sentence.text


def test_dates_are_no_more_precise_than_known(record):
    text = joint_statement_record(record, "EGY-2014-HRC25-COUNTER").sentences[0].text
    assert "in March 2014" in text
    assert "led by Saudi Arabia" in text
    assert "53 States joined it by the source's count" in text


def test_a_state_that_joined_or_led(record):
    assert of(record, "BHR-2013-HRC22", "Switzerland").sentence.text.startswith("Switzerland led")
    assert of(record, "SYR-ICC-2013-LETTER", "France").answer is Answer.LISTED


def test_a_list_is_narrowed_and_answers_sum_to_n(record):
    view = joint_statement_list(record, "KAZ", "bahrain")
    assert {line.situation.subject for line in view.statements if line.situation} == {"BHR"}
    assert all(line.situation for line in view.statements)
    assert sum(n for _, n in view.answers) == view.n
    assert joint_statement_list(record, None, "haiti").n == 0
    assert "may have been made" in joint_statement_list(record, None, "haiti").sentences[0].text


def test_rows_and_counts_agree_where_the_list_is_full(record):
    for line in joint_statement_list(record).statements:
        view = joint_statement_record(record, line.statement)
        assert view.count.agrees is not False
        assert len(view.joined) == line.listed


def test_as_of_a_day_only_what_had_been_made():
    early = Record(as_of=date(2012, 11, 30))
    assert all(line.date <= "2012-11-30" for line in joint_statement_list(early).statements)
    with pytest.raises(NotInVocabulary):
        joint_statement_record(early, "BHR-2013-HRC22")


def test_forums_in_words():
    assert forum("HRC22") == "the 22nd session of the Human Rights Council"
    assert forum("UNGA74 Third Committee") == "the Third Committee of the General Assembly, 74th session"
    assert forum("letter to Security Council") == "letter to Security Council"


def test_csv_and_command(record):
    rows = joint_statement_rows(joint_statement_record(record, "BHR-2013-HRC22")).rows
    assert len(rows) == 44
    assert all(row["source"] and row["link"] and row["date"] for row in rows)
    rows = joint_statements_rows(joint_statement_list(record, "KAZ")).rows
    assert all(row["result"] for row in rows)
    app = typer.Typer()
    app.callback()(lambda: None)
    command.register(app)
    run = CliRunner().invoke(app, ["joint-statement", "--state", "KAZ", "--situation", "bahrain"])
    assert run.exit_code == 0
    assert "5 joint statements on Bahrain" in run.output
    assert CliRunner().invoke(app, ["joint-statement", "BHR-2013-HRC22", "--situation", "x"]).exit_code == 2
