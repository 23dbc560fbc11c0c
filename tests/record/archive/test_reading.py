"""Files read into the archive: kept whole or not at all, read once, read anew by a later edition or after damage."""

from datetime import date
from pathlib import Path

import pytest

from onrecord.record.archive import home as home_module
from onrecord.record.archive.document import Found, KeptDocument, Known
from onrecord.record.archive.documents import ABOUT, BYTES, STATEMENTS, Archive
from onrecord.record.archive.home import home
from onrecord.record.archive.reading import Listening, Readers, ReadFile, read_file
from onrecord.record.store import Record
from onrecord.sources.apart import Limits
from onrecord.vocabulary.errors import UnreadableDocument
from tests.sources.documents.writing_catalogues import marc, ohchr_fields, votes_of


@pytest.fixture(scope="module")
def votes(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("votes") / "votes.xml"
    path.write_bytes(marc(ohchr_fields(vote, record.gazetteer) for vote in votes_of(record, "HRC", every=300)))
    return path


def read(folder: Path, path: Path, record: Record, edition: str = "1", known: Known | None = None) -> ReadFile:
    readers = Readers(record.gazetteer, edition)
    return read_file(Archive(folder), path, known or Known(path.name), readers, Listening())


def folder_of(home: Path, document: KeptDocument) -> Path:
    return home / "documents" / document.sha256


def test_a_file_is_recognised_read_and_kept_and_who_listens_is_told(
    tmp_path: Path, votes: Path, record: Record
) -> None:
    found: list[Found] = []
    formats: list[str] = []
    listening = Listening(formats.append, lambda done: None, found.append)
    done = read_file(Archive(tmp_path), votes, Known("votes.xml"), Readers(record.gazetteer, "1"), listening)
    assert not done.read_before
    assert formats == ["MARCXML voting records"] == [done.document.reader]
    assert len(found) == done.document.statements + done.document.left > 100
    assert list(Archive(tmp_path).statements(done.document)) == found


def test_the_same_file_again_changes_nothing_and_tells_the_same(tmp_path: Path, votes: Path, record: Record) -> None:
    first = read(tmp_path, votes, record)
    files = {path: path.stat().st_mtime_ns for path in folder_of(tmp_path, first.document).iterdir()}
    found: list[Found] = []
    formats: list[str] = []
    listening = Listening(formats.append, found=found.append)
    again = read_file(Archive(tmp_path), votes, Known("other.xml"), Readers(record.gazetteer, "1"), listening)
    assert again == ReadFile(first.document, read_before=True)
    assert found == list(Archive(tmp_path).statements(first.document))
    assert formats == [first.document.reader]
    assert {path: path.stat().st_mtime_ns for path in folder_of(tmp_path, first.document).iterdir()} == files


def test_a_later_edition_reads_anew_and_keeps_what_was_known(tmp_path: Path, votes: Path, record: Record) -> None:
    known = Known("votes.xml", "https://example.org/v", date(2026, 11, 1), "free")
    first = read(tmp_path, votes, record, known=known).document
    second = read(tmp_path, votes, record, "2", Known("renamed.xml", licence="by their terms")).document
    assert (second.edition, second.name, second.url) == ("2", "renamed.xml", first.url)
    assert (second.retrieved, second.licence) == (first.retrieved, "by their terms")
    assert (second.statements, second.left) == (first.statements, first.left)
    assert Archive(tmp_path).documents() == [second]


@pytest.mark.parametrize("part", [ABOUT, BYTES, STATEMENTS])
def test_a_damaged_document_is_mended_by_reading_it_again(
    tmp_path: Path, votes: Path, record: Record, part: str
) -> None:
    first = read(tmp_path, votes, record).document
    place = folder_of(tmp_path, first) / part
    place.write_bytes(place.read_bytes()[:-20])
    again = read(tmp_path, votes, record)
    assert again == ReadFile(first, read_before=False)
    assert Archive(tmp_path).is_whole(first)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "an empty file"),
        (b"Dear all,", "plain text that begins 'Dear all,'"),
        (b"PK\x03\x04" + b"\0" * 100, "a damaged archive"),
    ],
)
def test_what_cannot_be_read_is_told_by_the_files_name_and_not_kept(
    tmp_path: Path, record: Record, data: bytes, found: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument, match=r"minutes\.pdf") as told:
        read(tmp_path / "home", path, record, known=Known("minutes.pdf"))
    assert found in told.value.found
    assert Archive(tmp_path / "home").documents() == []


def test_a_file_that_breaks_a_limit_is_not_kept(tmp_path: Path, votes: Path, record: Record) -> None:
    readers = Readers(record.gazetteer, "1", Limits(output=500))
    with pytest.raises(UnreadableDocument, match="at most 500 bytes of statements"):
        read_file(Archive(tmp_path), votes, Known("votes.xml"), readers, Listening())
    assert Archive(tmp_path).documents() == []


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"ONRECORD_HOME": "/data/onrecord", "XDG_DATA_HOME": "/x"}, "/data/onrecord"),
        ("linux", {"ONRECORD_HOME": "~/mine"}, "/home/me/mine"),
        ("linux", {"XDG_DATA_HOME": "/x"}, "/x/onrecord"),
        ("linux", {}, "/home/me/.local/share/onrecord"),
        ("linux", {"ONRECORD_HOME": "", "XDG_DATA_HOME": ""}, "/home/me/.local/share/onrecord"),
        ("darwin", {}, "/home/me/Library/Application Support/onrecord"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/onrecord"),
        ("win32", {}, "/home/me/AppData/Local/onrecord"),
    ],
)
def test_the_data_folder_is_the_one_named_or_the_platforms_own(
    platform: str, environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ONRECORD_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/me", **environment}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(home_module.sys, "platform", platform)
    assert home() == Path(expected)
