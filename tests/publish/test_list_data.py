"""The rows of every list: CSV, JSON and Parquet hold the same, of all that the filters leave, each row citable."""

import csv
import io
from datetime import date

import duckdb
import pytest
from fastapi.testclient import TestClient

from onrecord.publish.as_parquet import rows_parquet
from onrecord.publish.listed.rows import at_site, citation, rows_of
from onrecord.publish.web.app import create_app
from onrecord.record.store import Record

LISTS = {
    "/votes?state=KAZ&year=2014": "onrecord-votes",
    "/votes?body=GA&year=1971&words=China": "onrecord-votes",
    "/votes/A-HRC-RES-25-24": "onrecord-A-HRC-RES-25-24",
    "/situations": "onrecord-situations",
    "/situations/syria": "onrecord-situation-syria",
    "/sessions": "onrecord-sessions",
    "/sessions/S-21": "onrecord-session-S-21",
    "/states": "onrecord-states",
    "/states/france/2009": "onrecord-france-2009",
    "/joint-statements?state=KAZ": "onrecord-joint-statements",
    "/joint-statements/BHR-2013-HRC22": "onrecord-joint-statement-BHR-2013-HRC22",
    "/special-sessions": "onrecord-special-sessions",
    "/special-sessions/S-20": "onrecord-special-session-S-20",
    "/sponsorships": "onrecord-sponsorships",
    "/upr?cycle=2": "onrecord-upr",
    "/upr/kenya": "onrecord-upr-kenya",
    "/upr/recommendations?state=KAZ&by=USA": "onrecord-upr-recommendations",
    "/treaties?region=EEG": "onrecord-treaties",
    "/treaties/kazakhstan?on=2012-07-31": "onrecord-treaties-kazakhstan",
    "/treaties/instruments/ICCPR": "onrecord-ICCPR",
    "/pledges?theme=treaty": "onrecord-pledges",
    "/pledges/kazakhstan": "onrecord-pledges",
    "/elections": "onrecord-elections",
    "/elections/2012-11-12": "onrecord-election-2012-11-12",
    "/visits": "onrecord-visits",
    "/visits/kazakhstan": "onrecord-visits-kazakhstan",
    "/standing/kazakhstan": "onrecord-standing-kazakhstan",
    "/self-reports": "onrecord-roles",
    "/self-reports/kazakhstan": "onrecord-self-report-kazakhstan",
    "/scorecards": "onrecord-scorecards",
    "/scorecards?election=2021-10-14&group=APG": "onrecord-scorecard-2021-10-14-APG",
    "/compare?a=KAZ&b=KGZ": "onrecord-compare-kazakhstan-kyrgyzstan",
    "/data?rule=direction": "onrecord-findings",
    "/council/2014?amendments=out": "onrecord-council-2014-without-amendments",
    "/path/mexico": "onrecord-path-mexico",
    "/agreement/map?from=2018&to=2018": "onrecord-agreement-map-HRC",
}


@pytest.fixture(scope="module")
def client(record: Record) -> TestClient:
    return TestClient(create_app(record))


def _at(address: str, suffix: str) -> str:
    path, mark, query = address.partition("?")
    return f"{path}{suffix}{mark}{query}"


@pytest.mark.parametrize("address", LISTS)
def test_three_forms_hold_the_same_rows(client, tmp_path, address) -> None:
    csv_, json_, parquet = (client.get(_at(address, suffix)) for suffix in (".csv", ".rows.json", ".parquet"))
    name = LISTS[address]
    assert csv_.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    assert json_.headers["content-disposition"] == f'attachment; filename="{name}.json"'
    whole = json_.json()
    assert (whole["list"], whole["n"], whole["record_to"]) == (name, len(whole["rows"]), "2026-03-31")
    written = list(csv.DictReader(io.StringIO(csv_.text)))
    plain = [{k: "" if v is None else str(v).upper() if isinstance(v, bool) else str(v) for k, v in row.items()}
             for row in whole["rows"]]  # fmt: skip
    assert written == plain
    assert whole["rows"], "a list to be tested has rows"
    (tmp_path / "rows.parquet").write_bytes(parquet.content)
    typed = duckdb.execute(f"FROM '{tmp_path}/rows.parquet'")
    assert [column for column, *_ in typed.description] == whole["columns"]
    for row, line in zip(typed.fetchall(), whole["rows"], strict=True):
        assert [v.isoformat() if isinstance(v, date) else v for v in row] == [line[c] for c in whole["columns"]]


@pytest.mark.parametrize("address", LISTS)
def test_every_row_leads_to_its_page_and_can_be_cited(client, address) -> None:
    for row in client.get(_at(address, ".rows.json")).json()["rows"]:
        assert row["link"].startswith("http://testserver/")
        assert row["citation"].endswith(f"onrecord {row['link']}")
        if row.get("source"):
            assert row["source"].rstrip(".") in row["citation"]
        if row.get("document_url"):
            assert row["document_url"].startswith("http")
            assert row["document_url"] in row["citation"]


def test_rows_are_all_that_the_filters_leave_not_one_page_of_them(client) -> None:
    page = client.get("/votes.json").json()
    rows = client.get("/votes.rows.json?start=100").json()["rows"]
    assert len(page["votes"]) == 100
    assert len(rows) == page["n"] > 1000


def test_rows_as_of_a_day_link_to_pages_as_of_that_day(client) -> None:
    found = client.get("/votes.rows.json?state=KAZ&as-of=2014-06-30").json()
    assert found["record_to"] == "2014-06-30"
    assert found["rows"][0]["date"] <= "2014-06-30"
    assert found["rows"][0]["link"].endswith("?as-of=2014-06-30")
    assert client.get(found["rows"][0]["link"]).status_code == 200


def test_rows_are_in_english_in_every_language(client) -> None:
    rows = [client.get(f"{prefix}/self-reports/kazakhstan.csv").text for prefix in ("", "/fr", "/ar")]
    assert rows[0] == rows[1] == rows[2]


@pytest.mark.parametrize("form", ["csv", "rows.json", "parquet"])
def test_other_names_lead_to_the_address_and_wrong_ones_are_refused(client, form) -> None:
    moved = client.get(f"/elections/2012.{form}", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (308, f"/elections/2012-11-12.{form}")
    assert client.get(f"/elections/1999.{form}").status_code == 404
    assert client.get(f"/compare.{form}").status_code == 422
    assert client.get(f"/votes.{form}?status=odd").status_code == 422


def test_pages_with_rows_say_so_and_others_do_not(client) -> None:
    for address in ("/votes?state=KAZ", "/elections/2012-11-12", "/compare?a=KAZ&b=KGZ", "/states/kazakhstan/2014"):
        path, mark, query = address.partition("?")
        asked = f"{mark}{query}".replace("&", "&amp;")
        text = client.get(address).text
        for suffix in (".csv", ".rows.json", ".parquet"):
            assert f'href="{path}{suffix}{asked}"' in text
    for address in ("/compare", "/methods", "/nowhere", "/check"):
        assert 'id="rows"' not in client.get(address).text


def test_a_position_is_cited_in_words_with_its_doubt() -> None:
    row = {"symbol": "A/HRC/RES/34/3", "title": "T", "date": date(2017, 3, 23), "state": "Cuba", "position": "abstain",
           "position_doubtful": True, "document_url": "https://undocs.org/x", "document_place": "note",
           "source": "Library", "source_url": None, "link": "/votes/x"}  # fmt: skip
    assert citation(row) == (
        "A/HRC/RES/34/3, T, 23 March 2017: Cuba abstained; the sources of this vote conflict."
        " Document: note, https://undocs.org/x. Read from: Library. onrecord /votes/x"
    )


def test_text_that_looks_like_a_formula_keeps_its_value_in_parquet(tmp_path) -> None:
    rows = rows_of("x", ("date", "title", "n", "link"), [{"date": date(2014, 3, 28), "title": "=1+1", "n": -3}])
    (tmp_path / "x.parquet").write_bytes(rows_parquet(at_site(rows, "http://h", None), {"list": "it's"}))
    assert duckdb.execute(f"SELECT date, title, n, link FROM '{tmp_path}/x.parquet'").fetchall() == [
        (date(2014, 3, 28), "=1+1", -3, None)
    ]
    notes = duckdb.execute(f"SELECT key, value FROM parquet_kv_metadata('{tmp_path}/x.parquet')").fetchall()
    assert (b"list", b"it's") in notes


def test_the_columns_of_a_list_have_the_same_types_whatever_is_left(client, tmp_path) -> None:
    kinds = []
    for at, query in enumerate(("state=KAZ&year=2014", "year=1950&body=GA", "words=nothinglikethis")):
        (tmp_path / f"{at}.parquet").write_bytes(client.get(f"/votes.parquet?{query}").content)
        found = duckdb.execute(f"FROM '{tmp_path}/{at}.parquet'")
        kinds.append([(column, str(kind)) for column, kind, *_ in found.description])
    assert kinds[0] == kinds[1] == kinds[2]
