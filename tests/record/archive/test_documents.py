"""The archive of read documents: each there whole or not at all, found by hash, symbol or name, damage told."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from onrecord.record.archive.disk import hash_of
from onrecord.record.archive.document import Found, KeptDocument, Known
from onrecord.record.archive.documents import ABOUT, BYTES, STATEMENTS, Archive
from onrecord.vocabulary.errors import DamagedArchive, NotInVocabulary, UnreadableDocument
from onrecord.vocabulary.places import Place
from onrecord.vocabulary.statements import CountSaid, DocumentSaid, Left, Statement, WhyLeft

SAID: tuple[Found, ...] = (
    Statement(DocumentSaid("A/HRC/58/L.1", "A title"), Place(page=1), "A/HRC/58/L.1"),
    Statement(CountSaid("S-1, member", 16), Place(page=1, row=3), "States members (16)"),
    Left(WhyLeft.UNKNOWN_STATE, Place(row=4), "Ruritania", "a name of one state", ("Romania", "Mauritania")),
)


def says(found: Iterable[Found], reader: str = "a format") -> Callable[[Path, Callable[[str], None]], Iterable[Found]]:
    def read(path: Path, recognised: Callable[[str], None]) -> Iterator[Found]:
        recognised(reader)
        yield from found

    return read


def file(folder: Path, data: bytes = b"some bytes", name: str = "a.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def kept(home: Path, path: Path, edition: str = "1", found: Iterable[Found] = SAID) -> KeptDocument:
    return Archive(home).keep(path, Known(path.name), edition, says(found), lambda one: None)


def leftovers(home: Path) -> list[str]:
    return [one.name for one in (home / "documents").iterdir() if one.name.startswith(".")]


def test_a_document_is_kept_with_its_bytes_and_all_that_was_found(tmp_path: Path) -> None:
    home, path = tmp_path / "home", file(tmp_path)
    seen: list[Found] = []
    known = Known("a.pdf", "https://example.org/a", date(2026, 11, 1), "free")
    document = Archive(home).keep(path, known, "1", says(SAID), seen.append)
    assert document == KeptDocument(
        hash_of(path), 10, "a.pdf", "https://example.org/a", date(2026, 11, 1), "free",
        "A/HRC/58/L.1", "A title", "a format", "1", 2, 1,
    )  # fmt: skip
    archive = Archive(home)
    assert tuple(seen) == SAID == tuple(archive.statements(document))
    assert archive.documents() == [document]
    assert archive.kept(document.sha256) == document
    assert archive.bytes_of(document).read_bytes() == path.read_bytes()
    assert archive.is_whole(document)
    assert not leftovers(home)


def test_an_archive_that_is_not_there_is_empty_and_is_not_made_by_looking(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "home")
    assert archive.documents() == []
    assert archive.kept("0" * 64) is None
    assert not (tmp_path / "home").exists()


def test_nothing_is_kept_of_a_file_whose_reading_fails(tmp_path: Path) -> None:
    def breaks(path: Path, recognised: Callable[[str], None]) -> Iterator[Found]:
        yield SAID[0]
        raise UnreadableDocument("a.pdf", "page 2", "a page", "none")

    home, seen = tmp_path / "home", list[Found]()
    with pytest.raises(UnreadableDocument):
        Archive(home).keep(file(tmp_path), Known("a.pdf"), "1", breaks, seen.append)
    assert seen == [SAID[0]]
    assert Archive(home).documents() == []
    assert not leftovers(home)


def test_a_later_edition_takes_the_place_of_what_an_earlier_read(tmp_path: Path) -> None:
    home, path = tmp_path / "home", file(tmp_path)
    kept(home, path)
    document = kept(home, path, "2", SAID[:1])
    assert (document.edition, document.statements, document.left) == ("2", 1, 0)
    assert Archive(home).documents() == [document]
    assert tuple(Archive(home).statements(document)) == SAID[:1]
    assert not leftovers(home)


def test_a_changed_document_is_another_document(tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = kept(home, file(tmp_path, b"one"))
    second = kept(home, file(tmp_path, b"two"))
    assert {one.sha256 for one in Archive(home).documents()} == {first.sha256, second.sha256}


def test_the_bytes_written_are_the_same_each_time(tmp_path: Path) -> None:
    one, two = (kept(tmp_path / name, file(tmp_path)) for name in ("one", "two"))
    for name in (BYTES, ABOUT, STATEMENTS):
        paths = [tmp_path / home / "documents" / one.sha256 / name for home in ("one", "two")]
        assert paths[0].read_bytes() == paths[1].read_bytes()
    assert one == two


def test_a_document_is_named_by_hash_its_first_digits_symbol_or_file(tmp_path: Path) -> None:
    document = kept(tmp_path, file(tmp_path))
    for named in (
        document.sha256,
        document.short,
        document.short.upper(),
        document.sha256[:6],
        "A/HRC/58/L.1",
        "a.pdf",
    ):
        assert Archive(tmp_path).document(named) == document


@pytest.mark.parametrize("named", ["", "a", "A/HRC/58/L.2", "0" * 64, "..", "b.pdf"])
def test_what_names_no_document_is_told_with_those_there_are(tmp_path: Path, named: str) -> None:
    document = kept(tmp_path, file(tmp_path))
    with pytest.raises(NotInVocabulary) as told:
        Archive(tmp_path).document(named)
    assert told.value.suggestions == (f"{document.short} (A/HRC/58/L.1)",)


def test_five_digits_of_a_hash_do_not_name_a_document(tmp_path: Path) -> None:
    document = kept(tmp_path, file(tmp_path))
    with pytest.raises(NotInVocabulary):
        Archive(tmp_path).document(document.sha256[:5])


def test_a_name_that_fits_two_documents_is_told_with_both(tmp_path: Path) -> None:
    both = [kept(tmp_path, file(tmp_path, data)) for data in (b"one", b"two")]
    with pytest.raises(NotInVocabulary) as told:
        Archive(tmp_path).document("A/HRC/58/L.1")
    assert sorted(told.value.suggestions) == sorted(f"{one.short} (A/HRC/58/L.1)" for one in both)


def about(home: Path, document: KeptDocument) -> Path:
    return home / "documents" / document.sha256 / ABOUT


@pytest.mark.parametrize(
    "damage",
    [
        lambda told: b"",
        lambda told: b"\xff\xfe",
        lambda told: b"[]",
        lambda told: told[: len(told) // 2],
        lambda told: json.dumps({**json.loads(told), "more": 1}).encode(),
        lambda told: json.dumps({k: v for k, v in json.loads(told).items() if k != "reader"}).encode(),
        lambda told: json.dumps({**json.loads(told), "retrieved": "yesterday"}).encode(),
        lambda told: json.dumps({**json.loads(told), "retrieved": 7}).encode(),
        lambda told: json.dumps({**json.loads(told), "statements": "2"}).encode(),
        lambda told: json.dumps({**json.loads(told), "symbol": 5}).encode(),
        lambda told: json.dumps({**json.loads(told), "sha256": "../elsewhere"}).encode(),
        None,
    ],
)
def test_a_damaged_document_is_named_the_others_are_found_and_reading_again_mends_it(
    tmp_path: Path, damage: Callable[[bytes], bytes] | None
) -> None:
    path = file(tmp_path)
    document, other = kept(tmp_path, path), kept(tmp_path, file(tmp_path, b"another", "b.pdf"), found=SAID[1:])
    place = about(tmp_path, document)
    if damage is None:
        place.unlink()
    else:
        place.write_bytes(damage(place.read_bytes()))
    archive = Archive(tmp_path)
    for asks in (archive.documents, lambda: archive.document(document.short)):
        with pytest.raises(DamagedArchive, match="read the document again") as told:
            asks()
        assert told.value.file == f"{place}"
    assert archive.document("b.pdf") == other
    assert archive.looked_through()[0] == [other]
    assert archive.kept(document.sha256) is None
    assert kept(tmp_path, path) == document
    assert len(archive.documents()) == 2


@pytest.mark.parametrize("cut", [0, 5, 40])
def test_statements_that_are_cut_off_are_told_and_the_document_is_not_whole(tmp_path: Path, cut: int) -> None:
    document = kept(tmp_path, file(tmp_path))
    place = about(tmp_path, document).with_name(STATEMENTS)
    place.write_bytes(place.read_bytes()[:cut])
    with pytest.raises(DamagedArchive, match="3 lines of statements"):
        list(Archive(tmp_path).statements(document))
    assert not Archive(tmp_path).is_whole(document)


@pytest.mark.parametrize(
    "lines",
    [b"", b"{}\n" * 3, b'{"left": "no such reason", "place": {}, "printed": "", "expected": ""}\n' * 3, b"\xff\n"],
)
def test_statements_that_are_not_those_written_are_told(tmp_path: Path, lines: bytes) -> None:
    document = kept(tmp_path, file(tmp_path))
    about(tmp_path, document).with_name(STATEMENTS).write_bytes(gzip.compress(lines))
    with pytest.raises(DamagedArchive):
        list(Archive(tmp_path).statements(document))


def test_bytes_that_are_not_those_of_the_hash_make_a_document_not_whole(tmp_path: Path) -> None:
    document = kept(tmp_path, file(tmp_path))
    about(tmp_path, document).with_name(BYTES).write_bytes(b"some other")
    assert not Archive(tmp_path).is_whole(document)


def ended() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.mark.parametrize("process", [ended, os.getpid, lambda: "nobody"])
def test_what_a_killed_reading_left_goes_also_where_its_number_is_ours_now(
    tmp_path: Path, process: Callable[[], int | str]
) -> None:
    document = kept(tmp_path, file(tmp_path))
    left = tmp_path / "documents" / f".part-{process()}-0-x"
    left.mkdir()
    (left / BYTES).write_bytes(b"half")
    assert Archive(tmp_path).documents() == [document]
    assert not leftovers(tmp_path)


def test_what_a_reading_at_work_has_made_stays(tmp_path: Path) -> None:
    kept(tmp_path, file(tmp_path))
    left = tmp_path / "documents" / f".part-{os.getppid()}-0-x"
    left.mkdir()
    Archive(tmp_path).documents()
    assert leftovers(tmp_path) == [left.name]


def test_a_document_that_had_made_way_when_the_reading_was_killed_comes_back(tmp_path: Path) -> None:
    document = kept(tmp_path, file(tmp_path))
    folder = tmp_path / "documents" / document.sha256
    folder.rename(folder.with_name(f".part-{ended()}-0-x-before"))
    assert Archive(tmp_path).documents() == [document]
    assert not leftovers(tmp_path)


def test_a_document_that_had_made_way_for_one_that_stands_goes(tmp_path: Path) -> None:
    document = kept(tmp_path, file(tmp_path))
    before = tmp_path / "documents" / f".part-{ended()}-0-x-before"
    before.mkdir()
    (before / ABOUT).write_bytes(about(tmp_path, document).read_bytes())
    assert Archive(tmp_path).documents() == [document]
    assert not leftovers(tmp_path)
