"""Notes verbales on candidacies: what they say of themselves, their clauses, torn numbers of resolutions."""

from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record
from onrecord.sources.documents.pledge_documents import READER
from onrecord.vocabulary.statements import DocumentSaid, PledgeDocumentSaid, PledgeSaid, WhyLeft
from tests.sources.documents.reading import found, left, opened, reads_or_refuses, said

NOTE = """A/67/122

Sixty-seventh session

Item 114 (c) of the preliminary list*

Elections to fill vacancies: election of eighteen members of the Human Rights Council

Note verbale dated 6 June 2012 from the Permanent Mission of Kazakhstan to the United Nations
addressed to the President of the General Assembly

The Permanent Mission presents its candidature to the Human Rights Council for the term 2013-2015,
under resolution 60125 1.

Annex

Commitments

1. It will support the Council, as resolution 60/251 asks.

2. It will:

(a) Ratify the Protocol;

(b) Report in time.

- Visit the schools.

4. It will end.
"""


def _read(tmp_path: Path, record: Record, text: str):
    return found(READER, opened(tmp_path, "A_67_122.txt", text), record.gazetteer)


def test_what_the_note_says_of_itself(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, NOTE)
    assert [one.symbol for one in said(items, DocumentSaid)] == ["A/67/122"]
    assert said(items, PledgeDocumentSaid) == [
        PledgeDocumentSaid(
            "KAZ",
            "A/67/122",
            date(2012, 6, 6),
            "President of the General Assembly",
            "2013-2015",
            "114 (c)",
            "sixty-seventh",
            "election of eighteen members of the Human Rights Council",
        )
    ]


def test_the_clauses_of_the_annex(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, NOTE)
    clauses = [(one.number, one.under, one.text) for one in said(items, PledgeSaid)]
    assert clauses[1:6] == [
        ("1", None, "It will support the Council, as resolution 60/251 asks."),
        ("2", None, "It will:"),
        ("(a)", "2", "Ratify the Protocol;"),
        ("(b)", "2", "Report in time."),
        ("6", "2", "Visit the schools."),
    ]
    (gap,) = left(items, WhyLeft.DISAGREES)
    assert (gap.printed, gap.place.paragraph) == ("4", "4")


def test_a_torn_number_is_told_with_what_it_stands_for(tmp_path: Path, record: Record) -> None:
    (one,) = left(_read(tmp_path, record, NOTE), WhyLeft.SPELLING)
    assert (one.printed, one.candidates) == ("60125 1", ("A/RES/60/251",))


def test_an_unknown_state_an_odd_addressee_no_annex(tmp_path: Path, record: Record) -> None:
    unknown = _read(tmp_path, record, NOTE.replace("Mission of Kazakhstan", "Mission of Kazakstann"))
    assert [item.printed for item in left(unknown, WhyLeft.UNKNOWN_STATE)] == ["Kazakstann"]
    assert said(unknown, PledgeSaid) == []
    odd = _read(tmp_path, record, NOTE.replace("the President of the General Assembly", "whom it concerns"))
    assert left(odd, WhyLeft.UNKNOWN_VALUE)
    bare = _read(tmp_path, record, NOTE[: NOTE.index("Annex")])
    assert [item.expected for item in left(bare, WhyLeft.MISSING_FIELD)] == ["an annex"]


def test_representatives_and_the_secretary_general(tmp_path: Path, record: Record) -> None:
    text = NOTE.replace(
        "Permanent Mission of Kazakhstan to the United Nations\naddressed to the President of the General Assembly",
        "Permanent Representative of the Niger to the United Nations addressed to the Secretary-General",
    ).replace("Note verbale", "Letter")
    (one,) = said(_read(tmp_path, record, text), PledgeDocumentSaid)
    assert (one.state, one.addressed_to) == ("NER", "Secretary-General")


def test_recognised_by_its_title(tmp_path: Path) -> None:
    assert READER.recognises(opened(tmp_path, "x", NOTE))
    for other in (b"", b"Note verbale dated 6 June 2012", b"Human Rights Council, election", b"\x00\xff"):
        assert not READER.recognises(opened(tmp_path, "x", other))


def test_a_letter_that_cites_a_note_is_none(tmp_path: Path) -> None:
    letter = """Dear Minister,
We write on the election to the Human Rights Council, and on the Annex to
the letter dated 6 June 2012 from the Permanent Representative of Kazakhstan to the United Nations
addressed to the President of the General Assembly.1

1 Note verbale dated 6 June 2012 from the Permanent Mission of Kazakhstan to the United Nations addressed to the
President of the General Assembly, A/67/122.
"""
    assert not READER.recognises(opened(tmp_path, "x", letter))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 900), put=st.binary(max_size=8), drop=st.integers(0, 60))
def test_changed_bytes_never_break_it(tmp_path: Path, record: Record, at: int, put: bytes, drop: int) -> None:
    data = NOTE.encode()
    file = opened(tmp_path, "x.txt", data[:at] + put + data[at + drop :])
    READER.recognises(file)
    reads_or_refuses(READER, file, record.gazetteer)
