"""Tables of visits: by mandate, by country, statuses from a column or a heading, days as printed."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.store import Record
from onrecord.sources.documents.visit_days import days, one_day
from onrecord.sources.documents.visits_table import READER
from onrecord.vocabulary.statements import VisitSaid, VisitStatus, WhyLeft
from tests.sources.documents.reading import found, left, opened, reads_or_refuses, said

BY_COUNTRY = """<html><body><h1>Country visits of special procedures</h1><form><table>
<tr><th>Country</th><th>Mandate</th><th>Status</th><th>Dates</th><th>Report</th></tr>
<tr><td rowspan="2">Kazakhstan</td><td>Special Rapporteur on torture</td><td>Completed</td><td>5 - 13 May 2009</td>
<td>A/HRC/13/39/Add.3</td></tr>
<tr><td>WG on enforced disappearances</td><td>Requested in 2015</td><td></td><td></td></tr>
<tr><td>Türkiye</td><td>Working Group on discrimination</td><td>Visit underway</td>
<td>30 November to 7 December 2018</td><td></td></tr>
<tr><td>Fiji</td><td>SR on slavery</td><td>Accepted (invitation)</td><td>to be determined</td><td></td></tr>
</table></form><p>Last updated: 20 September 2019</p></body></html>"""
BY_MANDATE = """<html><body><h2>Forthcoming visits</h2><h3>Special Rapporteur on the right to food</h3><table>
<tr><th>State</th><th>Start date</th><th>End date</th></tr><tr><td>Niger</td><td>1 May 2020</td>
<td>10 May 2020</td></tr>
</table><h3>Independent Expert on albinism</h3><table><tr><th>State</th><th>Start date</th><th>End date</th></tr>
<tr><td>Nigeria</td><td>2021-02-03</td><td>2021-02-01</td></tr></table>special procedures, as of 1 April 2020
</body></html>"""


def _read(tmp_path: Path, record: Record, page: str):
    return found(READER, opened(tmp_path, "visits.html", page), record.gazetteer)


def test_by_country(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, BY_COUNTRY)
    as_of = date(2019, 9, 20)
    assert said(items, VisitSaid) == [
        VisitSaid(
            "KAZ",
            "Special Rapporteur on torture",
            VisitStatus.COMPLETED,
            "5 - 13 May 2009",
            date(2009, 5, 5),
            date(2009, 5, 13),
            as_of,
            "A/HRC/13/39/Add.3",
        ),
        VisitSaid("KAZ", "WG on enforced disappearances", VisitStatus.REQUESTED, "2015", None, None, as_of),
        VisitSaid(
            "TUR",
            "Working Group on discrimination",
            VisitStatus.UNDER_WAY,
            "30 November to 7 December 2018",
            date(2018, 11, 30),
            date(2018, 12, 7),
            as_of,
        ),
        VisitSaid("FJI", "SR on slavery", VisitStatus.ACCEPTED_INVITATION, "to be determined", None, None, as_of),
    ]
    assert [item.printed for item in left(items, WhyLeft.UNKNOWN_VALUE)] == []


def test_by_mandate_with_the_status_of_the_heading(tmp_path: Path, record: Record) -> None:
    items = _read(tmp_path, record, BY_MANDATE)
    first, second = said(items, VisitSaid)
    assert (first.state, first.mandate, first.status) == (
        "NER",
        "Special Rapporteur on the right to food",
        VisitStatus.FORTHCOMING,
    )
    assert (first.first, first.last, first.as_of) == (date(2020, 5, 1), date(2020, 5, 10), date(2020, 4, 1))
    assert (second.state, second.mandate, second.first) == ("NGA", "Independent Expert on albinism", None)
    assert [item.printed for item in left(items, WhyLeft.UNKNOWN_VALUE)] == ["2021-02-03 to 2021-02-01"]


def test_what_cannot_be_read_is_left(tmp_path: Path, record: Record) -> None:
    page = (
        BY_COUNTRY.replace("Türkiye", "Turkeyy").replace("Accepted (invitation)", "Pondered").replace("Report", "Mood")
    )
    items = _read(tmp_path, record, page.replace("Last updated", "Printed"))
    assert [item.printed for item in left(items, WhyLeft.UNKNOWN_STATE)] == ["Turkeyy"]
    assert [item.printed for item in left(items, WhyLeft.UNKNOWN_VALUE)] == ["Pondered"]
    assert [item.printed for item in left(items, WhyLeft.UNREAD_FIELD)] == ["Mood"]
    assert len(left(items, WhyLeft.MISSING_FIELD)) == 1
    assert {visit.state for visit in said(items, VisitSaid)} == {"KAZ"}


@pytest.mark.parametrize("status", list(VisitStatus))
def test_every_status_word_is_read(tmp_path: Path, record: Record, status: VisitStatus) -> None:
    items = _read(tmp_path, record, BY_COUNTRY.replace("Completed", status.value.capitalize()))
    assert said(items, VisitSaid)[0].status is status


@pytest.mark.parametrize(
    ("when", "first", "last", "odd"),
    [
        ("12 May 2014", date(2014, 5, 12), date(2014, 5, 12), 0),
        ("1st to 3rd Sept 2014", date(2014, 9, 1), date(2014, 9, 3), 0),
        ("28 April - 2 May 2014", date(2014, 4, 28), date(2014, 5, 2), 0),
        ("28 December 2014 - 2 January 2015", date(2014, 12, 28), date(2015, 1, 2), 0),
        ("30 Nov to 7 Dec. 2014", date(2014, 11, 30), date(2014, 12, 7), 0),
        ("June 2014", None, None, 0),
        ("2014", None, None, 0),
        ("first quarter of 2014", None, None, 0),
        ("TBC", None, None, 0),
        ("31 June 2014", None, None, 1),
        ("when it suits", None, None, 1),
        (None, None, None, 0),
    ],
)
def test_days(when: str | None, first: date | None, last: date | None, odd: int) -> None:
    began, ended, left_over = days(when, None, None)
    assert (began, ended, len(left_over)) == (first, last, odd)


def test_a_day_of_no_month() -> None:
    assert one_day("12 Mayhem 2014") is None


def test_recognised_by_its_columns(tmp_path: Path) -> None:
    assert READER.recognises(opened(tmp_path, "x", BY_COUNTRY))
    assert READER.recognises(opened(tmp_path, "x", BY_MANDATE))
    for other in (b"", b"<html><table><tr><th>State<th>Vote", b"Country,Mandate,Status", b"\xff\xfe\x00"):
        assert not READER.recognises(opened(tmp_path, "x", other))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 1300), put=st.binary(max_size=8), drop=st.integers(0, 30))
def test_changed_bytes_never_break_it(tmp_path: Path, record: Record, at: int, put: bytes, drop: int) -> None:
    data = BY_COUNTRY.encode()
    file = opened(tmp_path, "x.html", data[:at] + put + data[at + drop :])
    READER.recognises(file)
    reads_or_refuses(READER, file, record.gazetteer)
