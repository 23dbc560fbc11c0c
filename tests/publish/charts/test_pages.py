"""Charts on the site: their addresses, their place on other pages, languages, days, and what is not there."""

import json
import re

import pytest
from starlette.testclient import TestClient

from onrecord.publish.charts.kinds import KINDS
from onrecord.publish.web.app import create_app


@pytest.fixture(scope="module")
def client(record):
    with TestClient(create_app(record), follow_redirects=False) as one:
        yield one


def test_every_kind_is_listed_with_an_example_that_is_there(client):
    page = client.get("/charts").text
    for kind in KINDS.values():
        assert f'href="/charts/{kind.name}/{kind.example}"' in page
        assert client.get(f"/charts/{kind.name}/{kind.example}").status_code == 200


def test_the_list_is_linked_from_the_front_page_and_every_foot(client):
    assert client.get("/").text.count('href="/charts"') == 2
    assert 'href="/charts"' in client.get("/methods").text


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        ("/states/kazakhstan", ["situations-of/kazakhstan", "voting-record/kazakhstan", "timeline/kazakhstan"]),
        ("/states/serbia", ["timeline/serbia"]),
        ("/situations/syria", ["situation/syria"]),
        ("/treaties?region=EEG", ["treaties/eastern-european-states"]),
    ],
)
def test_pages_carry_their_pictures_with_their_size(client, page, kinds):
    text = client.get(page).text
    for kind in kinds:
        drawn = r'" alt="([^"]+)" loading="lazy" width="(\d+)" height="(\d+)"'
        found = re.search(f'<img src="/charts/{re.escape(kind)}.svg{drawn}', text)
        assert found, kind
        picture = client.get(f"/charts/{kind}.svg").text
        assert f'width="{found[2]}" height="{found[3]}"' in picture
    ours = {"voting-record", "situations-of", "timeline", "situation", "treaties"}
    shown = re.findall(r'<img src="/charts/((.+?)/.+?)\.svg"', text)
    assert [whole for whole, kind in shown if kind in ours] == kinds


@pytest.mark.parametrize("page", ["/states/tuvalu", "/treaties", "/situations/cyprus"])
def test_pages_without_anything_to_draw_have_no_empty_frame(client, page):
    text = client.get(page).text
    assert not re.findall(r"chart-(voting-record|situations-of|treaties|situation)\b", text)


def test_a_chart_does_not_repeat_a_table_that_its_page_has(client):
    page = client.get("/states/kazakhstan").text
    figure = page[page.index('id="chart-voting-record"') :]
    assert "<table" not in figure[: figure.index("</figure>")]


@pytest.mark.parametrize("ending", ["", ".svg", ".png", ".csv", ".json", ".vl.json"])
def test_other_names_lead_to_the_address_and_keep_the_ending(client, ending):
    answer = client.get(f"/charts/voting-record/KAZ{ending}?as-of=2014-06-30")
    assert answer.status_code == 308
    assert answer.headers["location"] == f"/charts/voting-record/kazakhstan{ending}?as-of=2014-06-30"
    code = client.get(f"/charts/treaties/APG{ending}").headers["location"]
    assert code == f"/charts/treaties/asia-pacific-states{ending}"


def test_pages_as_of_a_day_show_pictures_as_of_that_day(client):
    page = client.get("/states/kazakhstan?as-of=2014-06-30").text
    found = re.search(r'<img src="/charts/voting-record/kazakhstan\.svg\?as-of=2014-06-30".*?height="(\d+)"', page)
    assert found
    assert 'data-spec="/charts/voting-record/kazakhstan.vl.json?as-of=2014-06-30"' in page
    picture = client.get("/charts/voting-record/kazakhstan.svg?as-of=2014-06-30").text
    assert "?as-of=2014-06-30" in picture
    assert "As it was known on 30 June 2014." in picture
    assert f'height="{found[1]}"' in picture


def test_in_another_language_the_page_speaks_and_the_picture_is_the_english_one(client):
    page = client.get("/fr/states/kazakhstan").text
    assert '<img src="/fr/charts/voting-record/kazakhstan.svg"' in page
    assert (
        client.get("/fr/charts/voting-record/kazakhstan.svg").text
        == client.get("/charts/voting-record/kazakhstan.svg").text
    )
    english = client.get("/charts/voting-record/kazakhstan.json").json()["sentence"]["text"]
    client.get("/fr/charts/voting-record/kazakhstan")
    assert client.get("/charts/voting-record/kazakhstan.json").json()["sentence"]["text"] == english


def test_a_chart_page_has_its_table_and_its_twin_the_same_rows(client):
    view = client.get("/charts/situation/china.json").json()
    assert [row[0] for row in view["rows"]] == [
        "African States", "Asia-Pacific States", "Eastern European States", "Latin American and Caribbean States",
        "Western European and other States",
    ]  # fmt: skip
    page = client.get("/charts/situation/china").text
    assert page.count("<tr>") == 1 + len(view["rows"])
    lines = client.get("/charts/situation/china.csv").text.splitlines()
    assert lines[0].split(",") == [column["name"] for column in view["columns"]]
    assert len(lines) == 1 + len(view["rows"])
    spec = json.loads(client.get("/charts/situation/china.vl.json").text)
    assert spec["data"]["values"] == [
        dict(zip([c["name"] for c in view["columns"]], row, strict=True)) for row in view["rows"]
    ]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/charts/voting-record/tuvalu", "no voting-record chart about “tuvalu”"),
        ("/charts/situation/cyprus", "no situation chart about “cyprus”"),
        ("/charts/bars/kazakhstan", "no kind of chart “bars”"),
        ("/charts/treaties/narnia", "no regional group “narnia”"),
        ("/charts/voting-record/<script>", "no state “&lt;script&gt;”"),
    ],
)
def test_what_is_not_there_is_said_in_words(client, address, said):
    answer = client.get(address)
    assert answer.status_code == 404
    assert said in answer.text


def test_an_unknown_kind_leads_to_the_list_of_kinds(client):
    page = client.get("/charts/bars/kazakhstan").text
    assert '<a href="/charts">voting-record</a>' in page
    assert client.get("/charts/bars/kazakhstan.json").json()["suggestions"] == list(KINDS)
    assert client.get("/charts/bars/kazakhstan.svg").status_code == 404
