"""The guide: its commands run and print what it quotes, its links lead somewhere, every command and address named."""

import os
import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.publish.api.app import openapi_document
from onrecord.publish.cli import app
from onrecord.publish.commands.reference import reference
from onrecord.publish.languages.language import Language
from onrecord.publish.views.guide import STARTS, guide_page
from onrecord.publish.views.methods import methods_record
from onrecord.publish.web.app import _PAGES, create_app
from onrecord.vocabulary.errors import NotInVocabulary

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs"
DOCS = {
    path.relative_to(FOLDER).with_suffix("").as_posix(): path
    for path in sorted((*FOLDER.glob("*.md"), *FOLDER.glob("methods/*.md")))
}
FOR_READERS = (*STARTS, "cite-us", "correct-us", "methods", "sources")
ENDLESS = {"serve", "mcp"}
WRITES_THE_RECORD = {"export", "release"}
HEAVIEST = 150_000
FOR_MACHINES = {"/favicon", "/index", "/robots", "/sitemap"}
"""Not pages: the twin of the front page, the tab's picture, and what search engines ask for."""

_FENCE = re.compile(r"^ *```(?P<kind>[^\n]*)\n(?P<text>.*?)^ *```$", re.DOTALL | re.MULTILINE)
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
_ADDRESS = re.compile(r"`(/[a-z][^`\s]*)`")


def text_of(name: str) -> str:
    return DOCS[name].read_text(encoding="utf-8")


def one_line(text: str) -> str:
    return " ".join(text.split())


def commands_of(name: str) -> list[list[str]]:
    blocks = (fence["text"] for fence in _FENCE.finditer(text_of(name)) if not fence["kind"])
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("onrecord ")]
    return [one for one in (shlex.split(line)[1:] for line in lines) if one[0] not in ENDLESS]


def quotes_of(name: str) -> list[str]:
    """What the document quotes of the output: each run of lines that begin with >."""
    found = re.findall(r"(?:^> ?.*\n?)+", text_of(name), re.MULTILINE)
    return [one_line(re.sub(r"^> ?", "", one, flags=re.MULTILINE)) for one in found]


@pytest.fixture(scope="module")
def client(record):
    # imported here, where the filter above holds: starlette warns at import of the httpx it is given
    from starlette.testclient import TestClient

    with TestClient(create_app(record)) as one:
        yield one


def test_the_page_of_commands_is_the_commands_own_help():
    assert text_of("commands") == reference(), "run `make dictionary`"


@pytest.mark.parametrize("name", STARTS)
def test_each_reader_has_a_start(name):
    assert len(commands_of(name)) >= 3
    assert "five minutes" in guide_page(name).title


@pytest.mark.parametrize("name", FOR_READERS)
def test_the_commands_shown_run_and_print_what_is_quoted(name, record, request, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for fence in _FENCE.finditer(text_of(name)):
        kind, _, file = fence["kind"].partition(" ")
        if kind == "text" and file:
            Path(file).write_text(fence["text"], encoding="utf-8")
    printed = []
    for arguments in commands_of(name):
        few = WRITES_THE_RECORD & set(arguments[:1])
        folder = request.getfixturevalue("small").folder if few else record.folder
        more = [] if arguments[0] == "verify" else ["--record", str(folder)]
        done = CliRunner(env={"COLUMNS": "200"}).invoke(app, [*arguments, *more])
        assert done.exit_code == 0, (arguments, done.output, done.exception)
        for out in (after for word, after in pairwise(arguments) if word == "--out"):
            assert os.path.getsize(out) > 1000
        printed.append(one_line(done.stdout))
    for quoted in quotes_of(name):
        assert any(quoted in one for one in printed), quoted


@pytest.mark.parametrize("name", FOR_READERS)
def test_the_addresses_named_answer(name, client):
    text = re.sub(_FENCE, "", text_of(name))
    asked = re.findall(r"http://127\.0\.0\.1:8000(/[^\s']+)", text_of(name))
    for address in [*_ADDRESS.findall(text), *asked]:
        begins_an_address = "…" in address or (address.endswith("/") and address != "/v1/")
        if not begins_an_address:
            assert client.get(address).status_code == 200, address


def test_the_names_of_all_rules_stand_in_the_document_on_methods(record):
    text, view = one_line(text_of("methods")), methods_record(record)
    named = [*view.measures, *view.tally_rules, *view.positions_rules, *view.statuses]
    assert [term.name for term in named if term.name not in text] == []
    assert [one.label for one in view.selections if one.label not in text] == []


def test_the_document_on_the_api_names_every_address():
    text = text_of("api")
    assert [path for path in openapi_document()["paths"] if f"`/v1{path}`" not in text] == []


def kinds_of_pages() -> set[str]:
    """The first part of the address of every page of the site."""
    paths = {str(getattr(route, "path", "")) for pages in _PAGES for route in pages.router.routes}
    return {f"/{path.split('/')[1].partition('.')[0]}" for path in paths} - {"/", *FOR_MACHINES}


def test_every_kind_of_page_is_named_in_a_document_or_reached_from_the_front_page(client):
    told = "\n".join(text_of(name) for name in DOCS) + (ROOT / "README.md").read_text(encoding="utf-8")
    told += client.get("/").text + client.get("/guide").text
    assert len(kinds_of_pages()) > 20
    assert [kind for kind in sorted(kinds_of_pages()) if kind not in told] == []


@pytest.mark.parametrize("name", DOCS)
def test_every_link_and_picture_of_a_document_leads_somewhere(name):
    text = re.sub(_FENCE, "", text_of(name))
    for words, file in _PICTURE.findall(text):
        picture = DOCS[name].parent / file
        assert words, f"{file} has no words for those who do not see it"
        assert picture.read_bytes().startswith(b"\x89PNG"), file
        assert picture.stat().st_size <= HEAVIEST
    for target in _LINK.findall(text):
        file, _, place = target.partition("#")
        if file.startswith(("http:", "https:")):
            continue
        there = (DOCS[name].parent / file).resolve() if file else DOCS[name]
        assert there.exists(), target
        if place:
            shown = guide_page(there.relative_to(FOLDER).with_suffix("").as_posix())
            assert place in {heading.place for heading in shown.headings}, target


def test_no_picture_is_left_without_a_document():
    shown = {file for name in DOCS for _, file in _PICTURE.findall(text_of(name))}
    assert {f"images/{path.name}" for path in (FOLDER / "images").glob("*.png")} == shown


@pytest.mark.parametrize("language", Language)
def test_the_guide_answers_in_every_language(client, language):
    for address in ("/guide", *(f"/guide/{name}" for name in DOCS)):
        answer = client.get(f"{language.prefix}{address}")
        assert answer.status_code == 200, address
        assert answer.text.count("<h1") == 1, address
        assert not re.search(r"<[^>]+\sstyle=", answer.text), address


def test_links_and_pictures_of_a_document_are_links_of_the_site(client):
    shown = client.get("/guide/researcher").text
    assert 'href="/guide/methods"' in shown
    assert ".md" not in re.findall(r'href="([^"]*)"', shown)
    picture = client.get("/guide/images/vote.png")
    assert picture.headers["content-type"] == "image/png"
    assert client.get("/guide/images/nothing.png").status_code == 404


def test_a_document_that_is_not_there_is_said_with_near_names(client):
    with pytest.raises(NotInVocabulary, match="journalists"):
        guide_page("journalists")
    assert client.get("/guide/journalists").status_code == 404


@pytest.mark.parametrize("address", ["/", "/states/peru", "/fr/votes", "/ar/situations/syria"])
def test_the_guide_is_reached_from_every_page(client, address):
    prefix = next((one.prefix for one in Language if one.prefix and address.startswith(f"{one.prefix}/")), "")
    assert f'href="{prefix}/guide"' in client.get(address).text
