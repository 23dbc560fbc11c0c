"""Results of elections: groups, rounds, sums, who was elected, other bodies' elections, broken documents."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record
from onrecord.sources.documents.election_results import READER
from onrecord.sources.documents.elections import labels
from onrecord.vocabulary.statements import BallotSaid, BallotTotalsSaid, DocumentSaid, WhyLeft
from onrecord.vocabulary.states import RegionalGroup
from tests.sources.documents.reading import found, left, opened, reads_or_refuses, said

DAY = date(2018, 10, 12)
RECORD = """A/73/PV.19
Friday, 12 October 2018, 10 a.m.

Election of members of the Human Rights Council

The result of the voting is as follows:

Group A — African States (2 seats)
Number of ballot papers: 193
Number of invalid ballots: 3
Number of valid ballots: 190
Abstentions: 2
Number of members present and voting: 188
Required absolute majority: 97
Number of votes obtained:
Burkina Faso 183
Côte d'Ivoire ........ 160
Niger 30

Group D — Latin American and Caribbean States
Number of ballot papers: 193
Number of invalid ballots: 0
Number of valid ballots: 193
Abstentions: none
Number of members present and voting: 193
Required absolute majority: 97
Number of votes obtained:
Bolivia (Plurinational State of): 172
Venezuela (Bolivarian Republic
of) 60

Having obtained the required majority, the following three States were elected
members of the Human Rights Council for a three-year term of office beginning on 1 January 2019:
Bolivia (Plurinational State of), Burkina Faso and Côte d'Ivoire.
"""
SECOND = """
Results of the second ballot
Latin American and Caribbean States
Number of ballot papers: 193
Number of invalid ballots: 0
Number of valid ballots: 193
Abstentions: 0
Number of members present and voting: 193
Required absolute majority: 97
Number of votes obtained:
Venezuela (Bolivarian Republic of) 105
Peru 88
"""


def _read(tmp_path: Path, record: Record, text: str, name: str = "pv.txt"):
    return found(READER, opened(tmp_path, name, text), record.gazetteer)


def test_a_meeting_record(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, RECORD)
    assert said(items, BallotTotalsSaid) == [
        BallotTotalsSaid(DAY, "AG", 193, 3, 190, 2, 188, 97, 2),
        BallotTotalsSaid(DAY, "GRULAC", 193, 0, 193, 0, 193, 97),
    ]
    assert said(items, BallotSaid) == [
        BallotSaid(DAY, "AG", "BFA", 183, True),
        BallotSaid(DAY, "AG", "CIV", 160, True),
        BallotSaid(DAY, "AG", "NER", 30, False),
        BallotSaid(DAY, "GRULAC", "BOL", 172, True),
        BallotSaid(DAY, "GRULAC", "VEN", 60, False),
    ]
    assert [one.symbol for one in said(items, DocumentSaid)] == ["A/73/PV.19"]
    assert [item for why in WhyLeft for item in left(items, why)] == []


def test_a_second_round_and_who_was_elected_in_it(tmp_path: Path, record: Record) -> None:
    text = RECORD.replace("Côte d'Ivoire.\n", "Côte d'Ivoire.\n" + SECOND)
    text += (
        "Venezuela, having obtained the majority, the following State is elected: Venezuela (Bolivarian Republic of).\n"
    )
    ballots = [(b.state, b.round, b.elected) for b in said(_read(tmp_path, record, text), BallotSaid)]
    assert ballots[-3:] == [("VEN", 1, False), ("VEN", 2, True), ("PER", 2, False)]


def test_a_page_with_tables(tmp_path: Path, record: Record) -> None:
    page = """<html><head><title>Assembly elects members of Human Rights Council</title></head><body>
    <p>12 October 2018 GA/12077</p>
    <p>By secret ballot, the Assembly elected Fiji and India to the Human Rights Council.</p>
    <h3>Asia-Pacific States</h3>
    <table><tr><td>Number of ballot papers:</td><td>10</td></tr><tr><td>Number of votes obtained:</td><td></td></tr>
    <tr><td>Fiji</td><td>9</td></tr><tr><td>India</td><td>8</td></tr><tr><td>Nigerr</td><td>1</td></tr></table>
</body></html>"""
    items = _read(tmp_path, record, page, "ga12077.doc.htm")
    assert [(b.group, b.state, b.votes, b.elected) for b in said(items, BallotSaid)] == [
        ("APG", "FJI", 9, True),
        ("APG", "IND", 8, True),
    ]
    assert [item.printed for item in left(items, WhyLeft.UNKNOWN_STATE)] == ["Nigerr"]


def test_sums_and_votes_that_cannot_be(tmp_path: Path, record: Record) -> None:
    wrong = RECORD.replace("invalid ballots: 3", "invalid ballots: 4").replace("Faso 183", "Faso 189")
    printed = [item.printed for item in left(_read(tmp_path, record, wrong), WhyLeft.DISAGREES)]
    assert printed[:2] == ["193", "Burkina Faso 189"]
    few = RECORD.replace("Côte d'Ivoire ........ 160", "Côte d'Ivoire 80")
    assert any("CIV" in item.printed for item in left(_read(tmp_path, record, few), WhyLeft.DISAGREES))


def test_who_is_elected_without_votes_and_no_word_of_who_was(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, RECORD.replace("of), Burkina", "of), Chad, Burkina"))
    assert [item.printed for item in left(items, WhyLeft.DISAGREES)] == ["TCD"]
    silent = _read(tmp_path, record, RECORD[: RECORD.index("Having")])
    assert {ballot.elected for ballot in said(silent, BallotSaid)} == {None}


def test_elections_to_another_body_are_not_the_councils(tmp_path: Path, record: Record) -> None:
    other = RECORD.replace("Human Rights Council", "Security Council")
    items = _read(tmp_path, record, other)
    assert said(items, BallotSaid) == []
    assert len(left(items, WhyLeft.NO_SUBJECT)) == 7


def test_a_list_cut_off(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, RECORD[: RECORD.index("Number of votes obtained")])
    assert any(item.expected == "the votes obtained" for item in left(items, WhyLeft.MISSING_FIELD))


@pytest.mark.parametrize(
    ("line", "group", "seats"),
    [
        ("Group A — African States (four seats)", RegionalGroup.AG, 4),
        ("Asian States", RegionalGroup.APG, None),
        ("(b) Eastern European States:", RegionalGroup.EEG, None),
        ("Western European and other States (1 seat)", RegionalGroup.WEOG, 1),
        ("“GROUP D” LATIN AMERICAN AND CARIBBEAN STATES", RegionalGroup.GRULAC, None),
    ],
)
def test_headings_of_groups(line: str, group: RegionalGroup, seats: int | None) -> None:
    assert labels.group(line) == (group, seats)


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("Angola, 172", [("Angola", 172)]),
        ("Angola (172), Egypt (168)", [("Angola", 172), ("Egypt", 168)]),
        ("Bolivia (Plurinational State of) ..... 110 votes", [("Bolivia (Plurinational State of)", 110)]),
        ("resolution 60/251 of the Assembly", []),
        ("in 2006", []),
    ],
)
def test_names_and_votes(line: str, pairs: list[tuple[str, int]]) -> None:
    assert labels.votes(line) == pairs


def test_recognised_by_papers_and_votes(tmp_path: Path) -> None:
    assert READER.recognises(opened(tmp_path, "x", RECORD))
    for other in (b"", b"Human Rights Council elects nobody", b"\x00\x01"):
        assert not READER.recognises(opened(tmp_path, "x", other))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 1600), put=st.binary(max_size=8), drop=st.integers(0, 60))
def test_changed_bytes_never_break_it(tmp_path: Path, record: Record, at: int, put: bytes, drop: int) -> None:
    data = (RECORD + SECOND).encode()
    reads_or_refuses(READER, opened(tmp_path, "x.txt", data[:at] + put + data[at + drop :]), record.gazetteer)
