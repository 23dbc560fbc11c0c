"""Treaties at the front doors."""

import re
from datetime import date

import pytest

from onrecord.publish.as_json import as_json
from onrecord.publish.as_text import console
from onrecord.publish.listed.treaties import matrix_rows, treaties_rows
from onrecord.publish.terminal.treaties import show_matrix, show_treaties
from onrecord.publish.views.treaties import treaties_of_state, untc_url
from onrecord.publish.views.treaty_matrix import instrument_record, treaty_matrix
from onrecord.publish.wording.treaties import disagreement
from onrecord.record.store import Record
from onrecord.vocabulary.errors import NotInVocabulary


def test_kazakhstan(record):
    view = treaties_of_state(record, "KAZ")
    lines = {t.instrument: t for t in view.treaties}
    joined = {code: str(lines[code].joined_on) for code in ("ICCPR-OP2", "CRPD-OP", "CRC-OPIC")}
    assert joined == {"ICCPR-OP2": "2022-03-24", "CRPD-OP": "2023-07-13", "CRC-OPIC": "2024-02-07"}
    assert (lines["ICESCR-OP"].status, str(lines["ICESCR-OP"].signed_on)) == ("signed only", "2010-09-23")
    assert lines["CRPD"].days_to_join == (date(2015, 4, 21) - date(2008, 12, 11)).days
    assert {a.act for a in lines["CAT"].declarations} == {"declaration-art21", "declaration-art22"}
    (term,) = [t for t in view.terms if t.term == "2022–2024"]
    assert [a.instrument for a in term.joined] == ["ICCPR-OP2", "CRPD-OP", "CRC-OPIC"]
    assert "three UN human rights treaties" in term.text
    assert [str(e.election_date) for e in view.elections] == ["2012-11-12", "2021-10-14"]


@pytest.mark.parametrize("as_of", [True, False])
def test_kazakhstan_before_the_election_of_2012(built_as_of, record, as_of):
    day = date(2012, 7, 31)
    view = treaties_of_state(built_as_of(day), "KAZ") if as_of else treaties_of_state(record, "KAZ", day)
    assert (view.counts.party, view.counts.of_adopted_by_then, view.counts.of_all) == (12, 18, 18)
    assert set(view.counts.signed_only) == {"CRPD", "CRPD-OP", "ICESCR-OP"}
    assert set(view.counts.no_act) == {"ICCPR-OP2", "ICMW", "CRC-OPIC"}
    found = re.findall(r"\b(20\d\d)-\d\d", as_json(view))
    assert all(int(year) <= 2012 for year in found)


@pytest.fixture
def built_as_of():
    return lambda day: Record(as_of=day)


def test_a_treaty_not_yet_adopted_is_not_counted(record):
    counts = treaties_of_state(record, "KAZ", date(2011, 6, 30)).counts
    assert (counts.party, counts.of_adopted_by_then, counts.of_all) == (12, 17, 18)
    assert "the record follows 18" in treaties_of_state(record, "KAZ", date(2011, 6, 30)).sentences[0].text


PARTY_TO = {
    "USA": 5, "CHN": 8, "GBR": 13, "PRK": 6, "RUS": 11, "ZAF": 15, "SAU": 8, "CUB": 8, "FRA": 17, "DEU": 17,
    "BLR": 10, "KAZ": 16,
}  # fmt: skip
"""Parties counted by hand, apart from the code, as at 3 February 2026."""


def test_the_matrix_and_a_dozen_states(record):
    view = treaty_matrix(record)
    found = {s.state.iso3: s.party for s in view.states}
    assert {state: found[state] for state in PARTY_TO} == PARTY_TO
    for state in PARTY_TO:
        assert treaties_of_state(record, state).counts.party == found[state]
    assert sum(i.parties for i in view.instruments) == sum(found.values())
    show_matrix(view, console())
    assert len(matrix_rows(view).rows) == view.n_states * view.n_instruments
    assert treaty_matrix(record, "APG").n_states < view.n_states
    with pytest.raises(NotInVocabulary):
        treaty_matrix(record, "north")


def test_one_treaty(record):
    view = instrument_record(record, "iccpr-op1")
    assert {p.state.iso3 for p in view.denounced} == {"BLR", "JAM", "TTO"}
    assert len(view.parties) == view.instrument.parties == 116
    assert "the acts in the record give 116 and 36" in view.sentences[1].text
    with pytest.raises(NotInVocabulary):
        instrument_record(record, "ECHR")


def test_the_united_states_flag_is_shown_in_words(record):
    lines = {t.instrument: t for t in treaties_of_state(record, "USA").treaties}
    said = [a.disagreement for a in lines["ICERD"].acts if a.disagreement]
    assert said == ["the compilation WPD gives the year 1966"]
    assert disagreement("date_differs_untc2015:1970-01-14") == "the depositary's list of 2015 gives 14 January 1970"


def test_every_flag_has_words(record):
    for (flag,) in record.tuples("SELECT DISTINCT flag FROM treaty_act WHERE flag IS NOT NULL"):
        assert disagreement(flag) != flag


def test_links_csv_and_text(record):
    assert untc_url("IV-11-b").startswith("https://treaties.un.org/Pages/ViewDetails.aspx?src=IND&mtdsg_no=IV-11-b")
    view = treaties_of_state(record, "kazakhstan")
    rows = treaties_rows(view).rows
    assert len(rows) == 18
    assert all(row["title"] and row["result"] and row["link"] for row in rows)
    show_treaties(view, console())
    for day in (date(2027, 1, 1), date(1999, 1, 1)):
        with pytest.raises(NotInVocabulary):
            treaties_of_state(record, "KAZ", day)


def test_members_are_those_of_the_day():
    assert treaty_matrix(Record(as_of=date(2011, 6, 30))).sentences[0].n == 192
