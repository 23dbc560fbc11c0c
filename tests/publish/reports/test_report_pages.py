"""The pages of reports: what there is, each as page, JSON twin and files, and what is answered to bad addresses."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from onrecord.publish.reports.formats import Format
from onrecord.publish.reports.written import written
from onrecord.publish.web.app import create_app
from onrecord.record.store import Record
from tests.publish.reports.conftest import Made


@pytest.fixture(scope="session")
def client(record: Record) -> Iterator[TestClient]:
    """The site, asked without a server."""
    with TestClient(create_app(record), follow_redirects=False) as client:
        yield client


def test_the_page_leads_to_a_states_terms_and_letters_in_each_form(client: TestClient) -> None:
    text = client.get("/reports?state=kazakhstan").text
    for form in Format:
        assert f'href="/reports/kazakhstan/2013-2015.{form}"' in text
        assert f'href="/letters/kazakhstan.{form}?term=2022-2024"' in text
    assert 'href="/briefs/2012-11-12?group=APG"' in text
    twin = client.get("/reports.json?state=kazakhstan").json()
    assert [term["name"] for term in twin["terms"]] == ["2013-2015", "2022-2024"]


def test_the_pages_of_a_state_and_an_election_lead_there(client: TestClient) -> None:
    assert 'href="/reports?state=kazakhstan"' in client.get("/states/kazakhstan").text
    assert 'href="/briefs/2012-11-12?group=APG"' in client.get("/elections/2012-11-12").text


@pytest.mark.parametrize("form", Format)
def test_a_file_is_the_one_that_the_command_line_writes(client: TestClient, made: Made, form: Format) -> None:
    answer = client.get(f"/reports/marshall-islands/2020-2022.{form}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == form.media_type
    name = f"onrecord-report-marshall-islands-2020-2022.{form}"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.content == written(made("MHL 2020-2022"), form, "http://testserver")


def test_the_page_shows_the_same_report_as_its_twin(client: TestClient, made: Made) -> None:
    text = client.get("/reports/marshall-islands/2020-2022").text
    twin = client.get("/reports/marshall-islands/2020-2022.json").json()
    assert twin["title"] == made("MHL 2020-2022").title
    assert twin["title"] in text
    assert 'style="' not in text
    assert "<img src=" in text


def test_the_day_as_of_which_is_asked_is_kept(client: TestClient) -> None:
    text = client.get("/reports?state=kazakhstan&as-of=2014-06-30").text
    assert 'href="/reports/kazakhstan/2013-2015.pdf?as-of=2014-06-30"' in text
    assert "2022-2024" not in text
    found = client.get("/letters/kazakhstan.html?as-of=2014-06-30")
    assert "as of 30 June 2014" in found.text


def test_a_letter_and_a_brief_have_pages(client: TestClient) -> None:
    letter = client.get("/letters/kazakhstan?term=2013-2015")
    assert "<mark>[date]</mark>" in letter.text
    assert 'href="/letters/kazakhstan.docx?term=2013-2015"' in letter.text
    brief = client.get("/briefs/2021-10-14?state=Luxembourg")
    assert brief.status_code == 200
    assert 'href="/briefs/2021-10-14.pdf?state=luxembourg"' in brief.text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("/reports/KAZ/2013-2015.pdf", "/reports/kazakhstan/2013-2015.pdf"),
        ("/reports/kazakhstan/2013–2015", "/reports/kazakhstan/2013-2015"),
        ("/letters/KAZ.docx?term=2013-2015", "/letters/kazakhstan.docx?term=2013-2015"),
        ("/briefs/2012.pdf?group=APG", "/briefs/2012-11-12.pdf?group=APG"),
    ],
)
def test_another_way_to_write_a_name_leads_to_its_address(client: TestClient, asked: str, found: str) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer.headers["location"]) == (308, found)


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("/reports/kazakhstan/1999-2001.pdf", 404),
        ("/reports/narnia/2013-2015", 404),
        ("/briefs/2011-01-01.docx", 404),
        ("/reports?state=narnia", 422),
        ("/letters/kazakhstan?term=1999-2001", 422),
        ("/letters/kazakhstan.pdf?term=2013-2015&election=2012", 422),
        ("/briefs/2012-11-12?group=XX", 422),
        ("/briefs/2012-11-12.html?state=France", 422),
    ],
)
def test_what_is_not_in_the_record_is_said(client: TestClient, asked: str, status: int) -> None:
    assert client.get(asked).status_code == status


def test_in_another_language_the_report_is_english_and_says_so(client: TestClient) -> None:
    text = client.get("/fr/letters/kazakhstan?term=2013-2015").text
    assert '<article lang="en" dir="ltr"' in text
    assert "On 3 February 2026 Kazakhstan was party to" in text
