"""Status pages as a browser saves them, and the page that says there is none."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record
from onrecord.sources.documents.treaties_html import READER
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.statements import TreatyAct, TreatyActSaid, TreatySaid, TreatyTotalsSaid, WhyLeft
from tests.sources.documents.reading import found, left, opened, reads_or_refuses, said

# The page's form around everything, its table of tables and its footnotes set high; the words are ours.
PAGE = """<!DOCTYPE html><html><head><title>United Nations Treaty Collection</title><meta charset="utf-8"></head><body>
<form method="post" action="./ViewDetails.aspx?src=TREATY&amp;mtdsg_no=IV-4&amp;chapter=4&amp;clang=_en">
<a href="?mtdsg_no=IV-5">next</a><table><tr><td><span>CHAPTER IV</span> <span>HUMAN RIGHTS</span></td></tr>
<tr><td>4 . A Covenant on Rights New York, 16 December 1966</td></tr>
<tr><td>Status : <span>Signatories : 2. Parties : 3</span></td></tr>
<tr><td><table id="grid">
<tr><th>Participant</th><th>Signature</th><th>Accession(a), Succession(d), Ratification</th></tr>
<tr><td>Afghanistan</td><td>&nbsp;</td><td>24 Jan 1983 a</td></tr>
<tr><td>Netherlands (Kingdom of the)<sup><a href="#6">6</a></sup></td><td>25 Jun 1969</td><td>11 Dec 1978</td></tr>
<tr><td>Türkiye</td><td>15 Aug 2000</td><td>23 Sep 2003</td></tr></table></td></tr></table>
<h3>Declarations and Reservations</h3><p>Words.</p></form></body></html>"""


def _read(tmp_path: Path, record: Record, page: str | bytes):
    return found(READER, opened(tmp_path, "ViewDetails.html", page), record.gazetteer)


def test_a_page(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, PAGE)
    assert said(items, TreatySaid) == [TreatySaid("IV-4", "A Covenant on Rights")]
    assert said(items, TreatyTotalsSaid) == [TreatyTotalsSaid("IV-4", 2, 3)]
    assert [(a.treaty, a.state, a.act, a.date) for a in said(items, TreatyActSaid)] == [
        ("IV-4", "AFG", TreatyAct.ACCESSION, date(1983, 1, 24)),
        ("IV-4", "NLD", TreatyAct.SIGNATURE, date(1969, 6, 25)),
        ("IV-4", "NLD", TreatyAct.RATIFICATION, date(1978, 12, 11)),
        ("IV-4", "TUR", TreatyAct.SIGNATURE, date(2000, 8, 15)),
        ("IV-4", "TUR", TreatyAct.RATIFICATION, date(2003, 9, 23)),
    ]
    assert [item.printed for item in left(items, WhyLeft.UNREAD_FIELD)] == ["Declarations and Reservations"]
    assert left(items, WhyLeft.DISAGREES) == []


def test_totals_that_disagree_and_totals_that_lack(tmp_path: Path, record: Record) -> None:
    (one,) = left(_read(tmp_path, record, PAGE.replace("Signatories : 2", "Signatories : 9")), WhyLeft.DISAGREES)
    assert one.printed == "9 signatories"
    items = _read(tmp_path, record, PAGE.replace("Parties : 3", ""))
    assert [item.place.field for item in left(items, WhyLeft.MISSING_FIELD)] == ["Status"]


def test_a_page_whose_address_is_lost(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, PAGE.replace("mtdsg_no=IV-4&amp;", ""))
    assert {act.treaty for act in said(items, TreatyActSaid)} == {"IV-4"}
    items = _read(tmp_path, record, PAGE.replace("mtdsg_no=IV-4&amp;", "").replace("CHAPTER IV", ""))
    assert len(left(items, WhyLeft.NO_SUBJECT)) == 1
    assert "IV-5" not in {act.treaty for act in said(items, TreatyActSaid)}


def test_the_page_that_is_not_there_is_no_treaty(tmp_path: Path, record: Record) -> None:
    page = (
        '<html><head><title>UN</title></head><body><form action="./PageNotFound.aspx?aspxerrorpath=/doc/x.xml">'
        "<a href='https://treaties.un.org'>United Nations Treaty Collection</a></form></body></html>"
    )
    file = opened(tmp_path, "IV-99.en.xml", page)
    assert READER.recognises(file)
    with pytest.raises(UnreadableDocument, match="there is none"):
        found(READER, file, record.gazetteer)


def test_a_page_without_a_table_and_pages_of_other_sites(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, PAGE.replace("Participant", "Country"))
    assert said(items, TreatyActSaid) == []
    assert any("participants" in item.expected for item in left(items, WhyLeft.MISSING_FIELD))
    for other in (b"", b"<html><table><tr><td>Participant", b"Participant,Signature", b"<?xml version='1.0'?><MTDSG/>"):
        assert not READER.recognises(opened(tmp_path, "x", other))


def test_pages_saved_in_windows_1252(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, PAGE.replace('<meta charset="utf-8">', "").encode("cp1252"))
    assert "TUR" in [act.state for act in said(items, TreatyActSaid)]


def test_nesting_is_bounded(tmp_path: Path, record: Record) -> None:
    with pytest.raises(UnreadableDocument, match="inside one another"):
        _read(tmp_path, record, PAGE.replace("<h3>", "<div>" * 3000))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(PAGE)), put=st.binary(max_size=8), drop=st.integers(0, 30))
def test_changed_bytes_never_break_it(tmp_path: Path, record: Record, at: int, put: bytes, drop: int) -> None:
    data = PAGE.encode()
    file = opened(tmp_path, "x.html", data[:at] + put + data[at + drop :])
    READER.recognises(file)
    reads_or_refuses(READER, file, record.gazetteer)
