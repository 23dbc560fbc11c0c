"""The site as files: every link of it leads to a file, at the root of a host and in a folder of it; nothing is dead."""

import json
import re
import threading
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser
from typer.testing import CliRunner

from onrecord.publish.cli import app as command_line
from onrecord.publish.languages.language import Language, speaking
from onrecord.publish.site.copy import MARK, Copy, CopyFailed, copy_site
from onrecord.publish.site.making import Asked
from onrecord.publish.site.pages import copied
from onrecord.publish.site.places import link, place, target, without_language
from onrecord.record.store import shipped_record

PARTS = {
    "/",
    "/live",
    "/states",
    "/states/kazakhstan",
    "/states/kazakhstan/2014",
    "/states/cote-divoire",
    "/votes",
    "/votes/A-HRC-RES-25-24",
    "/votes/A-HRC-59-L.1-Rev.1",
    "/situations/syria",
    "/sessions/S-21",
    "/upr/recommendations",
    "/compare",
    "/treaties/kazakhstan",
    "/search",
}
STRETCHES = {"", "start=100", "start=200"}
FRENCH = {"/", "/live", "/votes", "/states/kazakhstan", "/search"}
FOLDER = "onrecord/2026"


def within(address: str) -> bool:
    path, _, query = address.partition("?")
    bare = without_language(path).removesuffix(".json")
    if bare in {"/votes", "/upr/recommendations"} and (query not in STRETCHES or (path[:3] == "/fr" and query)):
        return False
    return bare in (FRENCH if path.startswith("/fr") else PARTS)


def make(folder: Path, base: str = "") -> Copy:
    asked = Asked(shipped_record(), (Language.EN, Language.FR), base, folder.with_name(f".{folder.name}.part"))
    return copy_site(folder, asked, 2, within)


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that a host serves, with a copy in a folder of it."""
    folder = tmp_path_factory.mktemp("host")
    (folder / FOLDER).parent.mkdir(parents=True)
    make(folder / FOLDER, "https://example.org/onrecord/2026")
    return folder


@pytest.fixture(scope="module", params=["", FOLDER])
def served(request: pytest.FixtureRequest, host: Path) -> Iterator[str]:
    """The address of the copy: at the root of a host, and in a folder of one."""
    root = host if request.param else host / FOLDER
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(root))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        folder = f"{request.param}/" if request.param else ""
        yield f"http://127.0.0.1:{server.server_address[1]}/{folder}"
        server.shutdown()
        thread.join(10)


def _links(page: str) -> set[str]:
    tree = LexborHTMLParser(page)
    found = {
        node.attributes[name] for name in ("href", "src", "data-spec", "data-link") for node in tree.css(f"[{name}]")
    } | {one for node in tree.css("[data-scripts]") for one in (node.attributes["data-scripts"] or "").split()}
    return {one for one in found if one and not one.startswith(("https://", "http://", "#", "mailto:"))}


def _left_out(way: str) -> bool:
    """Whether a way within the copy is to something that this copy of a part leaves out."""
    path = "/" + unquote(way).rstrip("/")
    return "=" in path or not within(path)


def test_every_link_leads_to_a_file(served: str) -> None:
    waiting, seen, dead = [served], {served}, []
    while waiting:
        address = waiting.pop()
        try:
            with urlopen(address) as answer:
                kind, body = answer.headers["Content-Type"], answer.read()
        except HTTPError:
            if not _left_out(address.removeprefix(served).partition("?")[0]):
                dead.append(address)
            continue
        if not kind.startswith("text/html"):
            continue
        for one in _links(body.decode()):
            goal = urljoin(address, one).partition("#")[0]
            assert goal.startswith(served), f"{address} leads out of the copy: {one}"
            if goal not in seen:
                seen.add(goal)
                waiting.append(goal)
    assert not dead
    assert len(seen) > 100


def test_anchors_that_a_page_leads_to_on_itself_are_there(host: Path) -> None:
    for file in (host / FOLDER).rglob("index.html"):
        page = file.read_text(encoding="utf-8")
        ids = set(re.findall(r' id="([^"]+)"', page))
        assert set(re.findall(r' href="#([^"]+)"', page)) <= ids, file


def test_no_page_needs_a_server(host: Path) -> None:
    for file in (host / FOLDER).rglob("*.html"):
        page = file.read_text(encoding="utf-8")
        assert "data-hx-" not in page
        assert "htmx" not in page
        for form in LexborHTMLParser(page).css("form"):
            assert form.attributes.get("method", "get") == "get"
            assert form.attributes.get("role") == "search" or "hidden" in form.attributes
        assert 'class="copy-note"' in page


def test_a_form_that_only_the_program_answers_is_a_sentence(host: Path) -> None:
    page = (host / FOLDER / "compare/index.html").read_text(encoding="utf-8")
    assert "no program behind it" in page
    assert 'href="../live/"' in page
    assert "make serve" in (host / FOLDER / "live/index.html").read_text(encoding="utf-8")


def test_citations_print_the_address_of_the_copy(host: Path) -> None:
    page = (host / FOLDER / "states/kazakhstan/index.html").read_text(encoding="utf-8")
    assert "https://example.org/onrecord/2026/states/kazakhstan" in page
    assert "testserver" not in page


def test_only_languages_that_are_there_are_led_to(host: Path) -> None:
    tree = LexborHTMLParser((host / FOLDER / "states/kazakhstan/index.html").read_text(encoding="utf-8"))
    assert {node.attributes["hreflang"] for node in tree.css("nav.languages a")} == {"en", "fr"}


def test_a_page_that_is_not_there_leads_back_from_anywhere(host: Path) -> None:
    page = (host / FOLDER / "404.html").read_text(encoding="utf-8")
    assert all(one.startswith("/onrecord/2026/") for one in _links(page))


def test_the_map_and_the_mark(host: Path) -> None:
    folder = host / FOLDER
    places = re.findall(r"<loc>(.*?)</loc>", (folder / "sitemap.xml").read_text(encoding="utf-8"))
    for one in places:
        assert (folder / urlsplit(one).path.removeprefix("/onrecord/2026/") / "index.html").exists()
    assert "https://example.org/onrecord/2026/states/kazakhstan/" in places
    assert "Sitemap: https://example.org/onrecord/2026/sitemap.xml" in (folder / "robots.txt").read_text()
    assert json.loads((folder / MARK).read_text())["languages"] == ["en", "fr"]


def _hashes(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): sha256(file.read_bytes()).hexdigest() for file in files}


def test_the_same_again_to_the_byte_whoever_writes_and_whatever_else(host: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    asked = Asked(shipped_record(), (Language.EN, Language.FR), "https://example.org/onrecord/2026", tmp_path / "part")
    for _ in range(2):
        copy_site(again, asked, 1, {"/", "/states", "/states/kazakhstan", "/fr/states/kazakhstan"}.__contains__)
    whole, part = _hashes(host / FOLDER), _hashes(again)
    of_this_copy = {MARK, "sitemap.xml"}
    assert {name for name, found in part.items() if whole.get(name) != found} == of_this_copy
    assert len(part) > 40
    assert [one.name for one in tmp_path.iterdir()] == ["again"]


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(CopyFailed, match=r"expected an empty folder or an earlier copy .* found something else"):
        make(tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("options", "said"),
    [(["--language", "de"], "expected one of fr, es, ru, ar, zh"), (["--base", "example.org"], "expected an address")],
)
def test_options_that_mean_nothing_are_refused(tmp_path: Path, options: list[str], said: str) -> None:
    result = CliRunner().invoke(command_line, ["site", str(tmp_path / "copy"), *options])
    assert result.exit_code == 2
    assert said in " ".join(result.output.replace("│", " ").split())
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/fr", "fr/index.html"),
        ("/states/kazakhstan", "states/kazakhstan/index.html"),
        ("/states/kazakhstan.json", "live/index.html"),
        ("/states/kazakhstan/2014.csv", "live/index.html"),
        ("/upr/recommendations.csv", "upr/recommendations.csv"),
        ("/data/vote.csv", "data/vote.csv"),
        ("/charts/situation/cuba.csv", "charts/situation/cuba.csv"),
        ("/votes/A-HRC-59-L.1-Rev.1", "votes/A-HRC-59-L.1-Rev.1/index.html"),
        ("/treaties.csv?state=C%C3%B4te+d%27Ivoire&start=100", "treaties/state=C~f4te~20d~27Ivoire.csv"),
        ("/votes.csv?start=100", "votes.csv"),
        ("/votes?body=GA&start=100", "votes/body=GA,start=100/index.html"),
        ("/data?rule=damaged+days", "data/rule=damaged~20days/index.html"),
        ("/charts/voting-record/france.vl.json", "charts/voting-record/france.vl.json"),
        ("/joint-statements/SYR-ICC-2013-LETTER?state=FRA", "joint-statements/SYR-ICC-2013-LETTER/index.html"),
        ("/ar/check.json", "ar/live/index.html"),
        ("/cite/votes/25-24.ris", "live/index.html"),
        ("/states/cuba?as-of=2012-11-30", "states/cuba/index.html"),
    ],
)
def test_where_an_address_stands(address: str, file: str) -> None:
    assert place(target(address).address) == file


@pytest.mark.parametrize(
    ("source", "address", "way"),
    [
        ("index.html", "/", "./"),
        ("states/cuba/index.html", "/", "../../"),
        ("states/cuba/index.html", "/states/cuba", "./"),
        ("states/cuba/index.html", "/states/cuba.json", "../../live/"),
        ("states/cuba/index.html", "/votes.csv?state=Cuba", "../../votes/?state=Cuba"),
        ("index.html", "/votes?state=Cuba&position=no", "votes/?state=Cuba&amp;position=no"),
        ("fr/index.html", "/fr/search?q=Mali", "search/?q=Mali"),
    ],
)
def test_the_way_from_one_file_to_another(source: str, address: str, way: str) -> None:
    assert link(source, address) == way


def test_words_for_the_copy_are_in_the_language_of_the_page() -> None:
    page = '<footer class="site">\n  <div class="in"></div></footer><form class="filters" action="/fr/pledges">x</form>'
    with speaking(Language.FR):
        text, found = copied(page, "fr/pledges/index.html", "31 mars 2026")
    assert found == {"/fr/live"}
    assert text.count('href="../live/"') == 2
    assert "<form" not in text


def test_a_reader_finds_a_state_in_any_script_and_misspelt(browser: Browser, served: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served}states/cote-divoire/")
    assert not [one for one in asked if "names.json" in one]
    box = page.get_by_role("searchbox")
    for words in ("Kazakstan", "казахстан", "哈萨克斯坦", "KAZ"):
        box.fill(words)
        hit = page.locator("#results").get_by_role("link", name="Kazakhstan", exact=True)
        expect(hit).to_be_visible()
    box.press("Tab")
    hit.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{served}states/kazakhstan/")
    page.get_by_role("searchbox").fill("25/24")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=25%2F24"))
    page.locator("#results").get_by_role("link", name="A/HRC/RES/25/24", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A/HRC/RES/25/24")
    page.close()


def test_the_filters_show_what_the_program_shows(browser: Browser, served: str, site: str) -> None:
    copy, live = browser.new_page(), browser.new_page()
    query = "year=2026&situation=iran"
    copy.goto(f"{served}votes/?{query}")
    live.goto(f"{site}/votes?{query}")
    rows = "table.votes tbody tr"
    expect(copy.locator(rows)).to_have_count(live.locator(rows).count())
    assert live.locator(rows).count() > 0
    assert copy.locator(rows).all_inner_texts() == live.locator(rows).all_inner_texts()
    copy.get_by_label("State").fill("Côte d'Ivoire")
    copy.get_by_role("button", name="Show votes").click()
    expect(copy.locator("#s1")).to_contain_text("With the position of Côte d'Ivoire")
    copy.close()
    live.close()


def test_a_state_s_votes_carry_its_positions(browser: Browser, served: str, site: str) -> None:
    copy, live = browser.new_page(), browser.new_page()
    query = "state=France&year=2026&position=no"
    copy.goto(f"{served}votes/?{query}")
    live.goto(f"{site}/votes?{query}")
    rows = "table.votes tbody tr"
    expect(copy.locator(rows)).to_have_count(live.locator(rows).count())
    assert live.locator(rows).count() > 0
    assert copy.locator(rows).all_inner_texts() == live.locator(rows).all_inner_texts()
    copy.close()
    live.close()
