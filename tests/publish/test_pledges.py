"""Pledges at the front doors."""

import re
from datetime import date

import pytest

from onrecord.measures.judgement import PledgeStatus
from onrecord.publish.as_json import as_json
from onrecord.publish.as_text import console
from onrecord.publish.listed.pledges import pledges_rows
from onrecord.publish.terminal.pledges import show_pledges
from onrecord.publish.views.pledges import pledge_list, pledges_of_state
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


def test_kazakhstans_pledges_for_its_first_term(record):
    view = pledges_of_state(record, "KAZ", "2013-2015")
    found = {p.pledge_id[-2:]: p for p in view.pledges}
    assert len(found) == view.n == 10
    assert all(one.answer in {"yes", "no"} and one.reason for p in view.pledges for one in _test(p))
    assert found["03"].status == PledgeStatus.KEPT
    assert found["08"].status == PledgeStatus.NOT_KEPT
    assert (found["08"].done_later, found["08"].judged_on) == ("2022-03-24", date(2015, 12, 31))
    assert any("mtdsg_no=IV-12&" in (e.link or "") for e in found["08"].evidence)
    assert found["09"].status == PledgeStatus.CANNOT_BE_MEASURED
    assert "national preventive mechanism" in (found["09"].needed or "")
    assert found["05"].status == PledgeStatus.PARTLY
    assert found["05"].n == 5
    assert found["04"].n == 57
    assert sum(n for _, n in view.counts) == view.n


def _test(line):
    return line.specific, line.measurable, line.verifiable


EXPECTED = {
    "KAZ-UPR07-01": ("not kept", "2023-07-13"), "KAZ-UPR07-02": ("partly", None),
    "KAZ-UPR07-03": ("not kept", "2022-03-24"), "KAZ-UPR07-05": ("kept", None), "KAZ-UPR07-06": ("not kept", None),
    "KAZ-UPR20-01": ("kept", None), "KAZ-2021-02": ("kept", None), "KAZ-2021-05": ("partly", None),
    "CYP-UPR06-01": ("not kept", "2010-07-02"), "ISR-UPR03-01": ("kept", None),
    "EGY-UPR07-01": ("cannot be measured", None), "IRL-UPR12-02": ("not kept", "2012-03-23"),
    "ZMB-UPR02-01": ("open", None), "TUN-UPR01-01": ("kept", None), "ZAF-UPR13-01": ("not kept", "2015-01-12"),
}  # fmt: skip
"""Worked by hand from the depositary's acts and the other tables."""


def test_statuses_worked_by_hand(record):
    found = {p.pledge_id: (p.status, p.done_later) for p in pledge_list(record).pledges}
    assert {one: found[one] for one in EXPECTED} == EXPECTED


def test_nothing_is_not_kept_without_a_complete_list(record):
    for p in pledge_list(record, status="not kept").pledges:
        assert p.indicator in {"join", "sign", "sign and join", "national institution status", "make recommendations"}
        assert p.due_by is not None
        assert p.judged_on == p.due_by


def test_a_candidate_said_to_have_pledged_nothing_is_no_clause(record):
    view = pledges_of_state(record, "MAR")
    assert view.n == 0
    assert len(view.said_to_have_none) == 1


def test_as_of_a_day_nothing_later_is_told():
    view = pledges_of_state(Record(as_of=date(2012, 11, 30)), "KAZ")
    assert not [p for p in view.pledges if p.term == "2022-2024"]
    by_id = {p.pledge_id: p for p in view.pledges}
    assert (by_id["KAZ-2012-08"].status, by_id["KAZ-2012-08"].due_by) == ("open", None)
    assert by_id["KAZ-2012-08"].due == "in 2015"
    days = re.findall(r"\b20\d\d-\d\d-\d\d\b", as_json(view))
    assert all(day <= "2012-11-30" for day in days), [d for d in days if d > "2012-11-30"]


def test_filters(record):
    everything = pledge_list(record)
    assert sum(pledge_list(record, status=s.value).n for s in PledgeStatus) == everything.n
    assert {p.state.iso3 for p in pledge_list(record, state="Cyprus").pledges} == {"CYP"}
    assert {p.theme for p in pledge_list(record, theme="women").pledges} == {"women"}
    for wrong in ({"theme": "x"}, {"status": "x"}, {"state": "xqz"}):
        with pytest.raises(NotInVocabulary):
            pledge_list(record, **wrong)
    with pytest.raises(NotInVocabulary):
        pledges_of_state(record, "KAZ", "1999")


def test_csv_and_text(record):
    view = pledges_of_state(record, "KAZ")
    rows = pledges_rows(view).rows
    assert len(rows) == view.n
    assert all(row["date"] and row["title"] and row["result"] and row["source"] for row in rows)
    show_pledges(view, console())
    show_pledges(pledge_list(record), console())
