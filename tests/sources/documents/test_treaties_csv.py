"""Tables of participants as CSV: the five real ones against the record's own acts, and broken ones."""

import csv
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record
from onrecord.sources.documents.opened import Opened
from onrecord.sources.documents.treaties.acts import Dated, column, dated
from onrecord.sources.documents.treaties_csv import READER
from onrecord.vocabulary.errors import UnreadableDocument
from onrecord.vocabulary.statements import Statement, TreatyAct, TreatyActSaid, WhyLeft
from tests.sources.documents.reading import found, left, opened, reads_or_refuses, said

TABLE = (
    'Participant,"Signature, Succession to signature(d)","Accession(a), Succession(d), Ratification"\n'
    "Albania,,4 Oct 1991 a\n"
    "Andorra,5 Aug 2002,22 Sep 2006\n"
    '"China 3, 4",5 Oct 1998,\n'
    "Bosnia and Herzegovina,1 Sep 1993 d,1 Sep 1993 d\n"
)

# What the record has and the tables of 2015 have not, before the day they end: a denunciation stands in a footnote
# and a declaration under an article apart, and the last acts came in after the tables were drawn up.
NOT_IN_THE_TABLES = {
    "ICCPR": set(),
    "ICCPR-OP2": set(),
    "ICCPR-OP1": {
        ("GUY", "denunciation", "1999-01-05"),
        ("JAM", "denunciation", "1997-10-23"),
        ("TTO", "denunciation", "1998-05-26"),
        ("TTO", "denunciation", "2000-03-27"),
    },
    "CAT": {
        ("KAZ", "declaration-art21", "2008-02-21"),
        ("KAZ", "declaration-art22", "2008-02-21"),
        ("SSD", "accession", "2015-04-30"),
        ("BRN", "signature", "2015-09-22"),
    },
    "OPCAT": {
        ("KAZ", "declaration-art24", "2010-02-08"),
        ("SSD", "accession", "2015-04-30"),
        ("RWA", "accession", "2015-06-30"),
        ("BLZ", "accession", "2015-09-04"),
    },
}


def _read(tmp_path: Path, record: Record, text: str | bytes, name: str = "untc_4-5.csv"):
    return found(READER, opened(tmp_path, name, text), record.gazetteer)


def _samples() -> Path:
    shared = os.environ.get("ONRECORD_SHARED")
    if not shared or not (folder := Path(shared) / "samples/treaties").is_dir():
        pytest.skip("ONRECORD_SHARED names no folder with samples of treaty tables")
    return folder


@pytest.mark.parametrize(
    ("name", "treaty", "instrument"),
    [
        ("untc_4-4.csv", "IV-4", "ICCPR"),
        ("untc_4-5.csv", "IV-5", "ICCPR-OP1"),
        ("untc_4-12.csv", "IV-12", "ICCPR-OP2"),
        ("untc_4-9.csv", "IV-9", "CAT"),
        ("untc_4-9-b.csv", "IV-9-b", "OPCAT"),
    ],
)
def test_the_real_tables_say_what_the_record_says(
    record: Record, facts_folder: Path, name: str, treaty: str, instrument: str
) -> None:
    data = (_samples() / name).read_bytes()
    items = found(READER, Opened(_samples() / name, name), record.gazetteer)
    assert all(isinstance(item, Statement) for item in items)
    acts = said(items, TreatyActSaid)
    cells = [cell for row in list(csv.reader(data.decode().splitlines()))[1:] for cell in row[1:] if cell]
    assert len(acts) == len(cells)
    assert {act.treaty for act in acts} == {treaty}
    with (facts_folder / "treaties/acts.csv").open(encoding="utf-8") as rows:
        facts = {(r["state"], r["act"], r["date"]) for r in csv.DictReader(rows) if r["instrument"] == instrument}
    read = {(act.state, act.act.value, act.date.isoformat()) for act in acts}
    assert read - facts == set()
    assert {fact for fact in facts - read if fact[2] < "2015-12-31"} == NOT_IN_THE_TABLES[instrument]


def test_a_table(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, TABLE)
    acts = [(act.state, act.act, act.date) for act in said(items, TreatyActSaid)]
    assert acts == [
        ("ALB", TreatyAct.ACCESSION, date(1991, 10, 4)),
        ("AND", TreatyAct.SIGNATURE, date(2002, 8, 5)),
        ("AND", TreatyAct.RATIFICATION, date(2006, 9, 22)),
        ("CHN", TreatyAct.SIGNATURE, date(1998, 10, 5)),
        ("BIH", TreatyAct.SUCCESSION_TO_SIGNATURE, date(1993, 9, 1)),
        ("BIH", TreatyAct.SUCCESSION, date(1993, 9, 1)),
    ]
    assert all(isinstance(item, Statement) for item in items)
    assert (items[3].place.row, items[3].place.field) == (4, "Signature, Succession to signature(d)")
    assert isinstance(items[3], Statement)
    assert items[3].printed == "China 3, 4: 5 Oct 1998"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("26 Aug 1998 a", Dated(date(1998, 8, 26), "a", False, True)),
        ("26 Aug 1998", Dated(date(1998, 8, 26), "", False, True)),
        ("[26 Aug 1998 a]", Dated(date(1998, 8, 26), "a", True, True)),
        ("[ 2 Oct 1990 ]\t", Dated(date(1990, 10, 2), "", True, True)),
        ("[2 Oct 1990", Dated(date(1990, 10, 2), "", True, False)),
        ("12 Sept. 1990 AA", Dated(date(1990, 9, 12), "AA", False, True)),
        ("3 June 1999 c 7, 8", Dated(date(1999, 6, 3), "c", False, True)),
        ("30 Feb 1999", None),
        ("12 Foo 1999", None),
        ("1999", None),
        ("26 Aug 1998 a b", None),
    ],
)
def test_a_cell(cell: str, expected: Dated | None) -> None:
    assert dated(cell) == expected


def test_headers_in_any_order_with_footnotes() -> None:
    one = column("Formal confirmation(c), Accession (a), Ratification 2, Acceptance(A), Approval(AA)")
    assert one is not None
    assert one.acts == {
        "c": TreatyAct.FORMAL_CONFIRMATION,
        "a": TreatyAct.ACCESSION,
        "": TreatyAct.RATIFICATION,
        "A": TreatyAct.ACCEPTANCE,
        "AA": TreatyAct.APPROVAL,
    }
    assert column("Territories") is None
    two = column("Signature, Blessing(b)")
    assert two is not None
    assert two.unknown == ("Blessing(b)",)


def test_former_states_are_those_of_the_day(tmp_path: Path, record: Record) -> None:
    rows = "Czechoslovakia,7 Oct 1968,23 Dec 1975\nYugoslavia,8 Aug 1967,2 Jun 1971\n"
    rows += "Serbia and Montenegro,,12 Mar 2004 d\n"
    items = _read(tmp_path, record, TABLE.splitlines(keepends=True)[0] + rows)
    states = [act.state for act in said(items, TreatyActSaid)]
    assert states == ["CSK", "CSK", "YUG", "YUG", "SCG"]


def test_what_cannot_be_read_is_left(tmp_path: Path, record: Record) -> None:
    rows = "Nigerr,,4 Oct 1991 a\nNiger,,4 Oct 1991 x\nChad,,\n"
    rows += "Fiji,[4 Oct 1991 a\nPeru,,4 Oct 1991 a\nPeru,,4 Oct 1991 a\n"
    items = _read(tmp_path, record, TABLE.splitlines(keepends=True)[0] + rows)
    (unknown,) = left(items, WhyLeft.UNKNOWN_STATE)
    assert (unknown.printed, "Niger" in unknown.candidates, unknown.place.row) == ("Nigerr", True, 2)
    assert [item.printed for item in left(items, WhyLeft.UNKNOWN_VALUE)] == ["4 Oct 1991 x", "[4 Oct 1991 a"]
    assert [item.place.row for item in left(items, WhyLeft.MISSING_FIELD)] == [3, 4, 5, 5]
    assert [item.place.row for item in left(items, WhyLeft.REPEATED)] == [7]
    assert [act.state for act in said(items, TreatyActSaid)] == ["PER", "PER"]


def test_a_name_that_tells_no_treaty(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, TABLE, "download (3).csv")
    assert len(left(items, WhyLeft.NO_SUBJECT)) == 1
    assert {act.treaty for act in said(items, TreatyActSaid)} == {"download (3).csv"}


def test_cut_and_other_encodings(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, TABLE + '"Chi')
    assert left(items, WhyLeft.CUT_SHORT)
    assert len(said(items, TreatyActSaid)) == 6
    with pytest.raises(UnreadableDocument, match="UTF-8"):
        _read(tmp_path, record, (TABLE + "Türkiye,,23 Sep 2003\n").encode("cp1252"))
    assert len(said(_read(tmp_path, record, b"\xef\xbb\xbf" + TABLE.encode()), TreatyActSaid)) == 6
    assert left(_read(tmp_path, record, TABLE.splitlines()[0]), WhyLeft.MISSING_FIELD)


def test_recognised_by_its_first_line(tmp_path: Path) -> None:
    assert READER.recognises(opened(tmp_path, "x", TABLE))
    for other in (b"", b"Participant,Votes\n", b"State,Signature\n", b"<html>Participant</html>", b'Participant,"Sig'):
        assert not READER.recognises(opened(tmp_path, "x", other))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 300), put=st.binary(max_size=8), drop=st.integers(0, 8))
def test_changed_bytes_never_break_it(tmp_path: Path, record: Record, at: int, put: bytes, drop: int) -> None:
    data = TABLE.encode()
    file = opened(tmp_path, "untc_4-4.csv", data[:at] + put + data[at + drop :])
    READER.recognises(file)
    reads_or_refuses(READER, file, record.gazetteer)
