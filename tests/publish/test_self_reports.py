"""Claims of a state beside what the record knew that day, and roles with their basis."""

from datetime import date
from itertools import pairwise

import pytest
import typer
from typer.testing import CliRunner

from onrecord.publish.commands import self_reports as command
from onrecord.publish.listed.self_reports import self_report_rows
from onrecord.publish.views.self_reports import self_report_list, self_report_record
from onrecord.record.query_self_reports import Topic, claims_of, roles
from onrecord.record.store import Record
from onrecord.vocabulary.dates import PartialDate


@pytest.fixture(scope="module")
def kazakhstan(record):
    return self_report_record(record, "KAZ")


def beside(view, topic, said_on):
    (found,) = [t for t in view.topics if (t.topic, t.said_on) == (topic, said_on)]
    return found.beside


def test_the_claim_of_90_per_cent_stands_beside_both_counts_and_no_share(kazakhstan):
    found = beside(kazakhstan, Topic.UPR, "2012-11-14")
    text = found.sentences[0].text
    assert "129 recommendations: 122 supported, 7 noted (unit: UPR Info" in text
    assert "128 numbered recommendations in A/HRC/14/10" in text
    assert "How many recommendations were carried out is not in the record" in text
    assert "90" not in text


def test_treaties_are_counted_on_the_day_of_the_claim(kazakhstan):
    early, late = (beside(kazakhstan, Topic.TREATIES, day) for day in ("2012-07-03", "2024-12-10"))
    assert "party to 12 of the 18" in early.sentences[0].text
    assert "party to 16 of the 18" in late.sentences[0].text
    assert all(row.date is None or row.date <= "2012-07-03" for row in early.rows)


def test_nothing_beside_a_claim_is_later_than_the_claim(kazakhstan):
    for topic in kazakhstan.topics:
        last = PartialDate(topic.said_on).last.isoformat()
        assert topic.beside.on.isoformat() == last
        assert all(row.date is None or row.date[:10] <= last for row in topic.beside.rows)


def test_a_first_ever_text_stands_beside_an_earlier_one(kazakhstan):
    rows = beside(kazakhstan, Topic.SPONSORSHIP, "2024-12-10").rows
    assert any(row.document == "A/HRC/RES/29/14" and row.date == "2015-07-02" for row in rows)


def test_unanimity_is_not_taken_from_silence(kazakhstan):
    found = beside(kazakhstan, Topic.VOTES, "2024-12-10")
    assert "for 7 how it was adopted is not in the record" in found.sentences[0].text
    assert "Adopted without a vote is not the same as unanimous." in found.not_known
    assert {row.document for row in found.rows} >= {"A/HRC/56/L.35", "A/HRC/56/L.36", "A/HRC/56/L.39", "A/HRC/56/L.40"}


def test_every_claim_is_shown_once_with_its_source(record, kazakhstan):
    shown = [claim for topic in kazakhstan.topics for claim in topic.claims]
    assert len(shown) == kazakhstan.n == len(claims_of(record, "KAZ"))
    assert all(claim.source for claim in shown)
    assert len({claim.claim_id for claim in shown}) == len(shown)


def test_roles_say_on_whose_word_they_rest(kazakhstan):
    basis = {role.role_id: role.basis for role in kazakhstan.roles}
    assert basis["KAZ-OSCE-2010"] == "fact"
    assert basis["KAZ-HRC-VP-2015"] == "fact"
    assert basis["KAZ-OHCHR-2015"] == "claim"
    assert all(role.source_url for role in kazakhstan.roles)
    (claim,) = [role for role in kazakhstan.roles if role.role_id == "KAZ-APG-2014"]
    assert (
        claim.sentence == "Kazakhstan says that it held this role: Coordinator, Asia-Pacific Group in Geneva, in 2014."
    )


def test_the_council_had_one_president_at_a_time(record):
    held = [role for role in roles(record) if role.role == "President of the Human Rights Council"]
    assert len(held) == 20
    for before, after in pairwise(held):
        assert before.held_to
        assert after.held_from
        assert PartialDate(before.held_to).first <= PartialDate(after.held_from).last


def test_as_of_a_day():
    view = self_report_record(Record(as_of=date(2012, 11, 30)), "KAZ")
    assert all(PartialDate(topic.said_on).last <= date(2012, 11, 30) for topic in view.topics)
    (oic, csto) = [role for role in view.roles if role.role_id in {"KAZ-OIC-2011", "KAZ-CSTO-2011"}]
    assert (oic.held_to, csto.held_to) == ("2012-11-15", None)
    assert all(role.role_id != "KAZ-HRC-VP-2015" for role in view.roles)


def test_a_state_without_claims(record):
    view = self_report_record(record, "Tuvalu")
    assert (view.n, view.topics, view.roles) == (0, (), ())
    assert "it may have made some" in view.sentences[0].text


def test_the_list_of_states(record):
    view = self_report_list(record)
    assert len(view.roles) == sum(one.roles for one in view.states)


def test_csv_and_command(record, kazakhstan):
    rows = self_report_rows(kazakhstan).rows
    assert len(rows) == kazakhstan.n + len(kazakhstan.roles)
    assert all(row["result"] and row["source"] and row["link"] and row["date"] for row in rows)
    app = typer.Typer()
    app.callback()(lambda: None)
    command.register(app)
    run = CliRunner().invoke(app, ["self-report", "KAZ"])
    assert run.exit_code == 0
    assert "Claim:" in run.output
