"""The latest release on the site: one address for each table and format, with the record's own hashes."""

import gzip
import hashlib
import io
import zipfile

import pytest
from fastapi.testclient import TestClient

from onrecord.publish.export.verify import verify
from onrecord.publish.web.app import create_app
from onrecord.record.schema import TABLES
from onrecord.record.store import Record


@pytest.fixture(scope="module")
def client(record: Record) -> TestClient:
    return TestClient(create_app(record))


def test_the_page_lists_every_table_with_its_files_and_hash(client, record) -> None:
    text, view = client.get("/data/latest").text, client.get("/data/latest.json").json()
    assert view["record_to"] == "2026-03-31"
    assert [t["name"] for t in view["tables"]] == ["votes_with_context", *TABLES]
    for table in view["tables"][1:]:
        assert table["sha256"] == record.manifest["tables"][table["name"]]["sha256"]
        assert table["rows"] == record.manifest["tables"][table["name"]]["rows"]
        assert all(f'href="{file["link"]}"' in text for file in table["files"])


def test_home_and_data_lead_to_it(client) -> None:
    assert all('href="/data/latest"' in client.get(page).text for page in ("/", "/data"))


def test_parquet_is_the_file_of_the_record_and_answers_for_parts(client, record) -> None:
    found = client.get("/data/latest/membership.parquet")
    assert hashlib.sha256(found.content).hexdigest() == record.manifest["tables"]["membership"]["sha256"]
    for prefix in ("", "/fr"):
        part = client.get(f"{prefix}/data/latest/membership.parquet", headers={"Range": "bytes=0-3"})
        assert (part.status_code, part.content) == (206, b"PAR1")


def test_files_are_sent_packed_and_told_unchanged(client) -> None:
    address = "/data/latest/subject.csv"
    plain = client.get(address, headers={"Accept-Encoding": "identity"})
    packed = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert plain.content == packed.content
    assert packed.headers["content-encoding"] == "gzip"
    assert plain.headers["etag"] != packed.headers["etag"]
    again = client.get(address, headers={"Accept-Encoding": "gzip", "If-None-Match": packed.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert plain.text.startswith("subject,slug,label,kind,note\r\n")
    assert gzip.compress(b"") != packed.content


def test_the_package_describes_the_files_beside_it(client) -> None:
    package = client.get("/data/latest/datapackage.json").json()
    paths = {one["path"] for one in package["resources"]}
    assert paths == {f"{name}.csv" for name in ("votes_with_context", *TABLES)}
    assert client.get("/data/latest/session.jsonl").text.count("\n") == 101


def test_a_table_there_is_not_is_said_to_be_none(client) -> None:
    for address in ("/data/latest/positions.csv", "/data/latest/..%2Fmanifest.parquet", "/data/latest/vote.sav"):
        assert client.get(address).status_code == 404


def test_as_of_a_day_only_what_was_known_then_is_given(client) -> None:
    view = client.get("/data/latest.json?as-of=2008-12-31").json()
    assert view["as_of"] == "2008-12-31"
    assert all(table["sha256"] is None for table in view["tables"])
    text = client.get("/data/latest/session.csv?as-of=2008-12-31").text
    assert text.count("\r\n") == 1 + next(t["rows"] for t in view["tables"] if t["name"] == "session")
    assert "\r\n25,regular" not in text


def test_the_archive_is_a_whole_export_that_verifies(client, tmp_path) -> None:
    found = client.get("/data/latest/onrecord.zip?as-of=2006-12-31")
    with zipfile.ZipFile(io.BytesIO(found.content)) as archive:
        archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    assert folder.name.endswith("-2006-12-31")
    assert verify(folder).faults == ()
    assert (folder / "csv" / "votes_with_context.csv").exists()
