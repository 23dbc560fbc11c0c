"""Sponsors on top of drafts and states that ask for special sessions: read, marked, counted, or left."""

from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record, shipped_record
from onrecord.sources.documents import roll_calls, special_sessions, sponsors
from onrecord.sources.documents.formats import reader_of
from onrecord.sources.documents.opened import Found, Opened, Reader
from onrecord.sources.votes_printed.flow import days_in
from onrecord.vocabulary.errors import OnRecordError
from onrecord.vocabulary.positions import Position
from onrecord.vocabulary.statements import (
    CountSaid,
    Left,
    PositionSaid,
    Seat,
    SessionRequestSaid,
    SponsorSaid,
    Statement,
    WhyLeft,
)
from onrecord.vocabulary.states import Gazetteer

DRAFT = """United Nations A/HRC/58/L.7/Rev.1
27 March 2025
Human Rights Council
Fifty-eighth session
Agenda item 3
Albania,* Bosnia and Herzegovina, Egypt, Ukraine*
and Uruguay: draft resolution
58/… Rights of some kind
* State not a member of the Human Rights Council.
"""
REQUEST = """Human Rights Council
Thirty-sixth special session
5 November 2021
The request is supported by the following States members of the Council (3): Austria, Bosnia and
Herzegovina and Sudan; and the following observer States (2): Chad and Niger; provisional
"""


@cache
def gazetteer() -> Gazetteer:
    return Record(shipped_record()).gazetteer


def opened(data: str | bytes, folder: Path) -> Opened:
    path = folder / "document"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return Opened(path, "document")


def read(reader: Reader, data: str | bytes, folder: Path) -> list[Found]:
    return list(reader.read(opened(data, folder), gazetteer()))


def whys(found: list[Found]) -> list[WhyLeft]:
    return [f.why for f in found if isinstance(f, Left)]


def test_a_draft_lists_its_sponsors_and_marks_those_that_are_no_members(tmp_path: Path) -> None:
    found = read(sponsors.READER, DRAFT, tmp_path)
    told = [f.says for f in found if isinstance(f, Statement) and isinstance(f.says, SponsorSaid)]
    assert {said.symbol for said in told} == {"A/HRC/58/L.7/Rev.1"}
    assert [(said.state, said.member) for said in told] == [
        ("ALB", False),
        ("BIH", True),
        ("EGY", True),
        ("UKR", False),
        ("URY", True),
    ]
    assert whys(found) == []


def test_a_mark_that_is_not_explained_is_left(tmp_path: Path) -> None:
    assert whys(read(sponsors.READER, DRAFT.replace("Egypt", "Egypt**"), tmp_path)) == [WhyLeft.UNREAD_FIELD]


def test_a_request_lists_members_and_observers_with_their_number(tmp_path: Path) -> None:
    found = read(special_sessions.READER, REQUEST, tmp_path)
    told = [f.says for f in found if isinstance(f, Statement) and isinstance(f.says, SessionRequestSaid)]
    seats = [Seat.MEMBER] * 3 + [Seat.OBSERVER] * 2
    assert [(s.session, s.state, s.seat, s.provisional) for s in told] == [
        ("S-36", state, seat, True) for state, seat in zip(["AUT", "BIH", "SDN", "TCD", "NER"], seats, strict=True)
    ]
    assert [f.says.n for f in found if isinstance(f, Statement) and isinstance(f.says, CountSaid)] == [3, 2]
    assert whys(found) == []


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("(3)", "(4)", WhyLeft.DISAGREES),
        ("Niger", "Nigera", WhyLeft.UNKNOWN_STATE),
        ("Thirty-sixth", "Another", WhyLeft.NO_SUBJECT),
    ],
)
def test_what_a_request_gets_wrong_is_said(before: str, after: str, why: WhyLeft, tmp_path: Path) -> None:
    assert why in whys(read(special_sessions.READER, REQUEST.replace(before, after), tmp_path))


OF_A_SPECIAL_SESSION = f"""Report of the Human Rights Council on its thirty-sixth special session
{REQUEST}
12. A recorded vote was taken on draft resolution A/HRC/S-36/L.1, which was adopted by 2 votes to 1, with no
abstentions. The voting was as follows:
In favour: Austria and Sudan
Against: Chad
"""


def test_a_report_of_a_special_session_holds_its_votes_and_who_asked_for_it(tmp_path: Path) -> None:
    own = reader_of(opened(OF_A_SPECIAL_SESSION, tmp_path))
    found = read(own, OF_A_SPECIAL_SESSION, tmp_path)
    told = [f.says for f in found if isinstance(f, Statement)]
    assert sum(isinstance(says, SessionRequestSaid) for says in told) == 5
    assert [(s.state, s.position) for s in told if isinstance(s, PositionSaid)] == [
        ("AUT", Position.YES),
        ("SDN", Position.YES),
        ("TCD", Position.NO),
    ]


def test_words_on_requests_without_a_list_are_no_request(tmp_path: Path) -> None:
    text = "Of a special session: `The request is supported by the following States members (20): …`"
    assert not special_sessions.READER.recognises(opened(text, tmp_path))


READERS = (sponsors.READER, special_sessions.READER, roll_calls.READER)


@pytest.mark.parametrize(("text", "own"), [(DRAFT, sponsors.READER), (REQUEST, special_sessions.READER)])
def test_each_document_is_of_one_format(text: str, own: Reader, tmp_path: Path) -> None:
    assert [reader for reader in READERS if reader.recognises(opened(text, tmp_path))] == [own]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([DRAFT, REQUEST]), st.lists(st.tuples(st.integers(0, 400), st.binary(max_size=6)), max_size=6))
def test_mutated_documents_raise_nothing_but_our_errors(tmp_path: Path, text: str, changes: list) -> None:
    data = bytearray(text.encode())
    for at, put in changes:
        data[at : at + len(put)] = put
    for reader in READERS:
        reader.recognises(opened(bytes(data), tmp_path))
        with suppress(OnRecordError):
            read(reader, bytes(data), tmp_path)


@pytest.mark.parametrize("day", ["0 March 2014", "30 February 2014", "31 April 2014", "29 February 2013"])
def test_a_day_that_is_none_is_no_day_and_no_fault(tmp_path: Path, day: str) -> None:
    assert days_in(f"Geneva, {day}, and 29 February 2012") == ((len(f"Geneva, {day}, and "), date(2012, 2, 29)),)
    for reader in READERS:
        reader.recognises(opened(f"{DRAFT}\n{day}", tmp_path))
