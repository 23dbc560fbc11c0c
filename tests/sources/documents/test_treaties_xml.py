"""Status pages as XML: the treaty, its tables in both forms, totals held against rows, declarations, broken files."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record
from onrecord.sources.documents import treaties_xml
from onrecord.sources.documents.treaties_xml import READER
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.statements import (
    DeclarationSaid,
    TreatyAct,
    TreatyActSaid,
    TreatySaid,
    TreatyTotalsSaid,
    WhyLeft,
)
from tests.sources.documents.reading import found, left, opened, reads_or_refuses, said

# The elements are those of the depositary's pages; the words are ours.
HEAD = """<?xml version="1.0" encoding="utf-8"?>
<MTDSG><Chapter><Header>CHAPTER IV</Header><Name>HUMAN RIGHTS</Name></Chapter>
<Treaty><ExternalData><Titlesect>9. b) Protocol to a Convention</Titlesect>
<Conclusion>New York, 18 December 2002</Conclusion>
<EIF><Label>Entry into force:</Label><Labeltext>22 June 2006, in accordance with article 28(1).</Labeltext></EIF>
<Registration><Label>Registration:</Label><Labeltext>22 June 2006, No. 24841</Labeltext></Registration>
<Status><Label>Status:</Label><Signatories>3</Signatories><Parties>4</Parties></Status>
<TreatyText><Label>Text:</Label><Text>Treaty Series, vol. 2375</Text></TreatyText></ExternalData>
"""
TABLE = """<Participants><Table><TGroup><Thead><Rows><Row>
<Entry>Participant &lt;superscript&gt;1&lt;/superscript&gt;</Entry>
<Entry>Signature</Entry><Entry>Ratification, Accession(a), Succession(d)</Entry></Row></Rows></Thead><Tbody><Rows>
<Row><Entry>Albania</Entry><Entry></Entry><Entry>1 Oct 2003 a</Entry></Row>
<Row><Entry>China &lt;superscript&gt;3&lt;/superscript&gt;,&lt;superscript&gt;4&lt;/superscript&gt;</Entry>
<Entry>5 Oct 1998</Entry><Entry/></Row>
<Row><Entry>Germany<superscript>5</superscript></Entry><Entry>20 Sep 2006</Entry><Entry>4 Dec 2008</Entry></Row>
<Row><Entry>Serbia</Entry><Entry/><Entry>12 Mar 2001 d</Entry></Row>
<Row><Entry>Peru</Entry><Entry>1 Jan 2003</Entry><Entry>[14 Sep 2006]</Entry></Row>
<Row><Entry>Utopia</Entry><Entry/><Entry>23 Dec 2010 a</Entry></Row>
</Rows></Tbody></TGroup></Table></Participants>
"""
REST = """<Declarations><Declaration><Participant>Azerbaijan</Participant>
<Text type="para">It declares that.</Text><Text type="para">It does.</Text></Declaration>
<Declaration><Participant>Atlantis</Participant><Text type="para">It sank.</Text></Declaration></Declarations>
<Objections><Objection><Participant>Denmark</Participant><Text type="para">It objects.</Text></Objection></Objections>
<TerritorialApplications><Table><Row><Entry>Participant</Entry><Entry>Territories</Entry></Row>
<Row><Entry>Netherlands</Entry><Entry>Aruba</Entry></Row></Table></TerritorialApplications>
<EndNotes><EndNote>1. A note.</EndNote></EndNotes></Treaty></MTDSG>
"""
PAGE = HEAD + TABLE + REST


def _read(tmp_path: Path, record: Record, page: str | bytes):
    return found(READER, opened(tmp_path, "IV-9-b.en.xml", page), record.gazetteer)


def test_the_treaty_and_its_totals(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, PAGE)
    assert said(items, TreatySaid) == [
        TreatySaid(
            "IV-9-b",
            "Protocol to a Convention",
            "New York, 18 December 2002",
            "22 June 2006, in accordance with article 28(1).",
            "22 June 2006, No. 24841",
            "Treaty Series, vol. 2375",
        )
    ]
    assert said(items, TreatyTotalsSaid) == [TreatyTotalsSaid("IV-9-b", 3, 4)]
    assert left(items, WhyLeft.DISAGREES) == []


def test_the_acts(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, PAGE)
    acts = [(a.state, a.act, a.date, a.withdrawn) for a in said(items, TreatyActSaid)]
    assert acts == [
        ("ALB", TreatyAct.ACCESSION, date(2003, 10, 1), False),
        ("CHN", TreatyAct.SIGNATURE, date(1998, 10, 5), False),
        ("DEU", TreatyAct.SIGNATURE, date(2006, 9, 20), False),
        ("DEU", TreatyAct.RATIFICATION, date(2008, 12, 4), False),
        ("SRB", TreatyAct.SUCCESSION, date(2001, 3, 12), False),
        ("PER", TreatyAct.SIGNATURE, date(2003, 1, 1), False),
        ("PER", TreatyAct.RATIFICATION, date(2006, 9, 14), True),
    ]
    unknown = left(items, WhyLeft.UNKNOWN_STATE)
    assert [item.printed for item in unknown] == ["Utopia", "Atlantis"]


def test_totals_that_the_rows_contradict_stay_and_are_told(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, PAGE.replace("<Parties>4", "<Parties>5"))
    (one,) = left(items, WhyLeft.DISAGREES)
    assert (one.printed, one.expected) == ("5 parties", "4, as many as the rows have")
    assert said(items, TreatyTotalsSaid) == [TreatyTotalsSaid("IV-9-b", 3, 5)]


def test_declarations_objections_and_what_is_not_read(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, PAGE)
    assert said(items, DeclarationSaid) == [
        DeclarationSaid("IV-9-b", "AZE", "It declares that.\nIt does.", "Declarations"),
        DeclarationSaid("IV-9-b", "DNK", "It objects.", "Objections"),
    ]
    assert [item.place.field for item in left(items, WhyLeft.UNREAD_FIELD)] == ["Territories", "EndNotes"]


def test_a_special_table(tmp_path: Path, record: Record) -> None:
    table = """<SpecialTables><SpecialTable><TableHeader><Title>Participant</Title><Title>Signature</Title>
    <Title>Acceptance(A), Ratification</Title><Title>Article 41</Title></TableHeader>
    <Row><Column>Chile</Column><Column>2 Jan 2003</Column><Column>3 Jan 2004 A</Column><Column>x</Column></Row>
    </SpecialTable></SpecialTables>"""
    items = _read(tmp_path, record, HEAD + table + "</Treaty></MTDSG>")
    assert [(a.state, a.act) for a in said(items, TreatyActSaid)] == [
        ("CHL", TreatyAct.SIGNATURE),
        ("CHL", TreatyAct.ACCEPTANCE),
    ]
    assert [item.printed for item in left(items, WhyLeft.UNREAD_FIELD)] == ["Article 41"]
    assert len(left(items, WhyLeft.DISAGREES)) == 2


def test_columns_the_other_way_round(tmp_path: Path, record: Record) -> None:
    page = HEAD + (
        "<Participants><Row><Entry>Participant</Entry><Entry>Accession(a), Ratification</Entry><Entry>Signature</Entry>"
        "</Row><Row><Entry>Fiji</Entry><Entry>4 Oct 2016 a</Entry><Entry>5 Oct 2015</Entry></Row></Participants>"
        "</Treaty></MTDSG>"
    )
    assert [a.act for a in said(_read(tmp_path, record, page), TreatyActSaid)] == [
        TreatyAct.ACCESSION,
        TreatyAct.SIGNATURE,
    ]


def test_a_cut_page_gives_what_was_complete(tmp_path: Path, record: Record) -> None:
    cut = PAGE[: PAGE.index("<Row><Entry>Serbia") + 20]
    items = _read(tmp_path, record, cut)
    assert [a.state for a in said(items, TreatyActSaid)] == ["ALB", "CHN", "DEU", "DEU"]
    assert len(left(items, WhyLeft.CUT_SHORT)) == 1
    assert len(left(items, WhyLeft.DISAGREES)) == 2


def test_a_title_without_a_number_and_rows_without_a_header(tmp_path: Path, record: Record) -> None:
    page = PAGE.replace("9. b) Protocol", "Protocol").replace("<Thead>", "<!--").replace("</Thead>", "-->")
    items = _read(tmp_path, record, page)
    assert {item.place.field for item in left(items, WhyLeft.NO_SUBJECT)} == {"Titlesect", None}
    assert said(items, TreatyActSaid) == []
    assert any(item.place.field == "Participants" for item in left(items, WhyLeft.MISSING_FIELD))


def test_entities_are_not_expanded_and_depth_is_bounded(tmp_path: Path, record: Record) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 100 + '"><!ENTITY c "' + "&b;" * 100 + '">]>'
    page = PAGE.replace("<MTDSG>", laughs + "<MTDSG>").replace("It objects.", "&c;")
    items = _read(tmp_path, record, page)
    assert all(len(item.printed) < 1000 for item in items)
    deep = HEAD + "<a>" * 2000
    assert left(_read(tmp_path, record, deep), WhyLeft.CUT_SHORT)


def test_files_that_are_too_large_or_no_such_page(
    tmp_path: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert READER.recognises(opened(tmp_path, "x", PAGE))
    for other in (b"", b"<html><body>Treaty</body></html>", b"<collection><record/></collection>", b"[1]"):
        assert not READER.recognises(opened(tmp_path, "x", other))
    monkeypatch.setattr(treaties_xml, "LARGEST", 100)
    with pytest.raises(UnreadableDocument, match="at most"):
        _read(tmp_path, record, PAGE)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(PAGE)), put=st.binary(max_size=8), drop=st.integers(0, 8))
def test_changed_bytes_never_break_it(tmp_path: Path, record: Record, at: int, put: bytes, drop: int) -> None:
    data = PAGE.encode()
    file = opened(tmp_path, "x.xml", data[:at] + put + data[at + drop :])
    READER.recognises(file)
    reads_or_refuses(READER, file, record.gazetteer)
