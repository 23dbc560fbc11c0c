"""`onrecord update`: what can be fetched is fetched as a guest should, the rest is said to the person who asked."""

import hashlib
import json
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.publish.cli import app
from onrecord.publish.views import updating
from onrecord.record.archive.documents import Archive
from onrecord.record.store import Record
from onrecord.sources.fetching import addresses
from onrecord.sources.fetching.addresses import ADDRESSES, DOCUMENTS, HUMAN_RIGHTS_INDEX, TREATIES, Programs
from onrecord.sources.fetching.kept import part_of
from onrecord.vocabulary.errors import NotInVocabulary
from tests.sources.fetching.site import PDF, Answering, Asked, Site, drops, gives, in_turn, resumes, running

INDEX = b'[{"AnnotationId": "1", "AnnotationType": "- Recommendations", "Body": "- CERD", "Text": "1. x"}]' * 40
OURS = ("--contact", "someone@example.org")


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site that stands in for the UN's."""
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.delenv("ONRECORD_CONTACT", raising=False)
    with running() as one:
        ours = {
            DOCUMENTS: replace(DOCUMENTS, url=f"{one.url}/access/{{symbol}}/{{language}}"),
            TREATIES: replace(TREATIES, url=f"{one.url}/{{treaty}}.xml"),
            HUMAN_RIGHTS_INDEX: replace(HUMAN_RIGHTS_INDEX, url=f"{one.url}/index.json"),
        }
        every = tuple(ours.get(address, address) for address in ADDRESSES)
        for module in (addresses, updating):
            monkeypatch.setattr(module, "ADDRESSES", every)
        monkeypatch.setattr(addresses, "DOCUMENTS", ours[DOCUMENTS])
        monkeypatch.setattr(addresses, "TREATIES", ours[TREATIES])
        yield one


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long it was to wait each time; nothing waits."""
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    return waited


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("ONRECORD_HOME", str(folder))
    return folder


@pytest.fixture
def run(record: Record, tmp_path: Path):
    def call(*arguments: str) -> tuple[int, str, str]:
        more = ["--record", str(record.folder), "--to", str(tmp_path / "got")] if arguments else []
        done = CliRunner().invoke(app, ["update", *arguments, *more])
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.exit_code, done.stdout, done.stderr

    return call


def test_the_kinds_are_listed_with_what_they_give_their_terms_and_who_may_fetch(run) -> None:
    code, out, _ = run()
    assert code == 0
    for address in ADDRESSES:
        for told in (address.kind, address.gives, address.terms, str(address.programs)):
            assert " ".join(told.split()) in " ".join(out.split())
    done = CliRunner().invoke(app, ["update", "--json"])
    assert [one["kind"] for one in json.loads(done.stdout)["kinds"]] == [address.kind for address in ADDRESSES]


def test_a_document_is_fetched_by_symbol_and_what_to_run_then_is_said(site: Site, run, tmp_path: Path) -> None:
    site.pages["/access/A%2FHRC%2F58%2FL.1/en"] = gives(200, PDF)
    code, out, err = run("documents", "--of", "a/hrc/58/L.1", *OURS)
    file = tmp_path / "got" / "a-hrc-58-L.1.pdf"
    assert code == 0
    assert file.read_bytes() == PDF
    assert hashlib.sha256(PDF).hexdigest() in out
    assert f"onrecord read {file}" in out
    assert "fetching" in err
    assert all("someone@example.org" in headers["User-Agent"] for _, headers in site.asked)


def test_a_dropped_line_is_gone_on_with_where_it_broke(site: Site, run, tmp_path: Path, waits: list[float]) -> None:
    site.pages["/index.json"] = resumes(INDEX, '"one"', in_turn(drops(INDEX, 1000, ETag='"one"'), gives(500)))
    code, _, err = run("human-rights-index", *OURS)
    assert code == 0
    assert (tmp_path / "got" / "human-rights-index.json").read_bytes() == INDEX
    asked = site.asked_for("/index.json")
    assert [one.get("Range") for one in asked] == [None, "bytes=1000-"]
    assert "waiting" in err
    assert waits


def test_what_has_come_is_kept_and_a_second_run_goes_on(site: Site, run, tmp_path: Path) -> None:
    site.pages["/index.json"] = in_turn(drops(INDEX, 1000, ETag='"one"'), gives(404))
    code, out, _ = run("human-rights-index", *OURS)
    assert code == 1
    assert "404" in out
    assert "1,000 bytes have come; the same command goes on from there" in out
    assert part_of(tmp_path / "got" / "human-rights-index.json").stat().st_size == 1000
    site.pages["/index.json"] = resumes(INDEX, '"one"', gives(500))
    code, _, _ = run("human-rights-index", *OURS)
    assert code == 0
    assert (tmp_path / "got" / "human-rights-index.json").read_bytes() == INDEX


def test_a_site_that_says_too_many_requests_is_waited_for(site: Site, run, waits: list[float]) -> None:
    site.pages["/index.json"] = in_turn(gives(429, Retry_After="77"), gives(200, INDEX))
    code, _, err = run("human-rights-index", *OURS)
    assert code == 0
    assert 77.0 in waits
    assert "waiting 77 seconds" in err


def test_what_has_not_changed_is_not_fetched_again(site: Site, run) -> None:
    def page(asked: Asked) -> None:
        same = asked.headers.get("If-None-Match") == '"one"'
        asked.give(304) if same else asked.give(200, INDEX, ETag='"one"')

    site.pages["/index.json"] = page
    _, first, _ = run("human-rights-index", *OURS)
    code, second, _ = run("human-rights-index", *OURS)
    assert code == 0
    assert ": fetched, " in first
    assert ": unchanged since it was fetched, " in second


@pytest.mark.parametrize("answer", [gives(202), gives(403)])
def test_where_programs_are_answered_with_nothing_the_person_is_told_what_to_do(
    site: Site, run, tmp_path: Path, answer: Answering
) -> None:
    site.pages["/access/A%2FHRC%2F58%2FL.1/en"] = answer
    code, out, _ = run("documents", "--of", "A/HRC/58/L.1", *OURS)
    url = f"{site.url}/access/A%2FHRC%2F58%2FL.1/en"
    assert code == 0
    assert "To save it by hand:" in out
    assert "save what it gives as A-HRC-58-L.1.pdf" in out
    assert f"onrecord read A-HRC-58-L.1.pdf --from {url}" in out
    assert not (tmp_path / "got" / "A-HRC-58-L.1.pdf").exists()


def test_a_page_instead_of_the_document_is_not_kept(site: Site, run, tmp_path: Path) -> None:
    site.pages["/index.json"] = gives(200, b"<html><title>Access Denied</title></html>")
    code, out, _ = run("human-rights-index", *OURS)
    assert code == 1
    assert "expected JSON, found a page that turns programs away" in out
    assert not list((tmp_path / "got").glob("*.json"))


@pytest.mark.parametrize("kind", [one.kind for one in ADDRESSES if one.programs is not Programs.MAY])
def test_what_programs_may_not_fetch_is_said_page_by_page_without_asking_the_site(site: Site, run, kind: str) -> None:
    code, out, err = run(kind)
    assert code == 0
    assert "To save it by hand:" in out
    assert "Then: onrecord read " in out
    assert site.asked == []
    assert "fetching" not in err


def test_the_treaties_of_the_record_are_those_fetched_where_none_is_named(site: Site, run, record: Record) -> None:
    site.pages["/IV-4.xml"] = gives(200, b"<?xml version='1.0'?><Chapter/>")
    code, out, _ = run("treaties", *OURS)
    assert code == 1
    assert "IV-4.xml: fetched" in out
    asked = {path for path, _ in site.asked} - {"/robots.txt"}
    assert asked == {f"/{chapter}.xml" for (chapter,) in record.tuples("SELECT DISTINCT untc_chapter FROM instrument")}


def test_what_is_fetched_is_read_with_its_address(site: Site, run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.record.archive import layered

    monkeypatch.setattr(layered, "layer", lambda folder, progress: {})
    site.pages["/index.json"] = gives(200, INDEX.replace(b"][", b","))
    code, out, _ = run("human-rights-index", "--read", "--json", *OURS)
    told = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert told[0]["update"]["got"][0]["new"] is True
    (document,) = Archive(home).documents()
    assert document.url == f"{site.url}/index.json"
    assert document.retrieved is not None
    assert told[-1]["files"]["new"] == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("votes",), "council-votes"),
        (("documents",), "a symbol"),
        (("documents", "--of", "A/HRC"), "A/HRC"),
        (("treaties", "--of", "IX-1"), "chapter IV"),
        (("human-rights-index", "--of", "A/HRC/58/L.1"), "got as a whole"),
    ],
)
def test_what_is_no_kind_or_document_is_told_before_anything_is_asked(
    site: Site, run, arguments: tuple[str, ...], told: str
) -> None:
    with pytest.raises(NotInVocabulary, match=told):
        run(*arguments, *OURS)
    assert site.asked == []


def test_who_asks_must_be_said(site: Site, run) -> None:
    code, _, err = run("human-rights-index")
    assert code == 2
    assert "--contact" in err
    assert site.asked == []


def test_who_asks_may_be_said_in_the_environment(site: Site, run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_CONTACT", "https://example.org/us")
    site.pages["/index.json"] = gives(200, INDEX)
    assert run("human-rights-index")[0] == 0
    assert all("https://example.org/us" in headers["User-Agent"] for _, headers in site.asked)
